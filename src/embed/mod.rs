//! The files with which a figure goes to a newspaper's system: pictures that stand alone, a page for iframes, what is
//! pasted, what is read out, and the data.
//!
//! ```
//! use deal_network::document::{Format, Limits, read};
//! use deal_network::embed::{PackOptions, pack};
//! use deal_network::figure::{Figure, Options};
//!
//! let csv = b"from,to,amount\namazon,openai,50e9\nopenai,amazon,138e9\n";
//! let document = read(csv, Format::Auto, &Limits::default()).unwrap().document;
//! let mut figure = Figure::new(document, Options::default());
//! while !figure.search(100_000) {}
//! let template = "<html lang=\"{{language}}\"><title>{{title}}</title>\
//!     <deal-network>{{fallback}}</deal-network><script>{{data}}</script>";
//! let files = pack(&mut figure, &PackOptions { template, ..PackOptions::default() }).unwrap();
//! let alt = files.iter().find(|file| file.name == "alt.txt").unwrap();
//! assert_eq!(alt.text, "Network of 2 companies. One loop is coloured and numbered: amazon and openai.\n");
//! ```
//!
//! Pure: texts out of a figure, no file system and no clock. The pictures of points are made of `figure-light.svg` by
//! whoever has a font. Everything is in English, as the core's words are.

mod asked;
mod beside;
mod csv;
mod html;
mod key;
mod loops;
mod page;
#[cfg(test)]
mod pasted;
mod policy;
mod poster;
mod published;
mod readme;
mod said;
mod tags;
#[cfg(test)]
mod tests;
mod words;
mod wrap;

use crate::Error;
use crate::document::write_json;
use crate::figure::Figure;
use crate::svg::Look;
pub use beside::{LOADER, STYLES, WIDGET, WIDGET_FILES, in_widget};
use page::Filled;
use published::Published;
use said::Said;

/// The drawing for phones, in CSS pixels.
const NARROW: (f32, f32) = (390.0, 440.0);

/// How a pack is made.
#[derive(Clone, Copy, Debug)]
pub struct PackOptions<'a> {
    /// Width and height of the drawing for wide columns, in CSS pixels.
    pub size: (f32, f32),
    /// The colours of `figure.svg` and of the widget.
    pub look: Look,
    /// The address of the script that defines the element; empty where it is in [`WIDGET`].
    pub script: &'a str,
    /// The address of the folder in which the files will be; empty where it is not known.
    pub base: &'a str,
    /// The page for iframes, with `{{language}}`, `{{title}}`, `{{fallback}}` and `{{data}}` once each.
    pub template: &'a str,
    /// Which of [`LOADER`], [`STYLES`] and [`WIDGET`] whoever writes the pack cannot put into it.
    pub missing: &'a [&'a str],
}

impl Default for PackOptions<'_> {
    fn default() -> Self {
        Self { size: (960.0, 640.0), look: Look::Auto, script: "", base: "", template: "", missing: &[] }
    }
}

/// A file of a pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its name.
    pub name: &'static str,
    /// What is in it, as UTF-8.
    pub text: String,
}

/// The last scene of a figure as a picture that stands alone: with the finding above it, and below it the loops in words,
/// the key, the source and the date. O(marks + texts).
pub fn complete(figure: &Figure, look: Look) -> String {
    poster::poster(figure, &Said::of(figure), look).0
}

/// The files of a figure that has been searched. It is arranged anew, and at last for a small screen.
///
/// # Errors
/// When the template does not hold each of its placeholders once.
pub fn pack(figure: &mut Figure, options: &PackOptions) -> Result<Vec<File>, Error> {
    let (width, height) = options.size;
    figure.set_small(false);
    figure.fit(width, height);
    let said = Said::of(figure);
    let (wide, size) = poster::poster(figure, &said, options.look);
    let [light, dark] = [Look::Light, Look::Dark].map(|look| poster::poster(figure, &said, look).0);
    figure.set_small(true);
    figure.fit(NARROW.0, NARROW.1);
    let (narrow, narrow_size) = poster::poster(figure, &Said::of(figure), options.look);

    let published = Published::new(figure, options, &said, [size, narrow_size]);
    let data = write_json(figure.document());
    let pictures = html::picture(
        (&html::data_address(&wide), size),
        (&html::data_address(&narrow), narrow_size),
        &said.alt,
    );
    let filled = Filled {
        language: "en",
        title: &html::escaped(&said.heading),
        head: &tags::discovery(&said, &published),
        attributes: &published.element,
        fallback: &[pictures, html::table(figure, &said)].concat(),
        data: &data,
    };
    let page = page::filled(options.template, filled)?;
    let files = [
        ("figure.svg", wide),
        ("figure-narrow.svg", narrow),
        ("figure-light.svg", light),
        ("figure-dark.svg", dark),
        ("index.html", page),
        ("snippet.html", tags::snippet(figure, &said, &published)),
        ("iframe.html", tags::framed(&said, &published)),
        ("oembed.json", tags::oembed(&said, &published)),
        ("alt.txt", [&*said.alt, "\n"].concat()),
        ("data.json", data),
        ("loops.csv", csv::csv(&loops::rows(figure))),
        ("README.txt", readme::readme(&said, &published, options)),
    ];
    Ok(files.map(|(name, text)| File { name, text }).into())
}
