//! Where the files of a figure will be, and how large it is there.

use super::html::escaped;
use super::said::Said;
use super::wrap::wrapped;
use super::{PackOptions, asked, beside};
use crate::figure::Figure;

/// The width of an article's column, in CSS pixels, for which heights are told.
pub(super) const COLUMN: u32 = 680;

/// Where the files will be, and what stands in the tags that name them.
pub(super) struct Published {
    /// The folder's address, with a slash at the end; empty where it is not known.
    base: String,
    /// What the page's address asks for.
    query: String,
    pub script: String,
    /// Of the element, and of the element in the page, whose address says the rest.
    pub attributes: String,
    pub element: String,
    /// Of the complete figure, wide and narrow.
    pub size: [u32; 2],
    pub narrow: [u32; 2],
    /// Of the frame where it is as wide as [`COLUMN`], before its page has said more.
    pub height: u32,
}

impl Published {
    pub(super) fn new(
        figure: &Figure,
        options: &PackOptions,
        said: &Said,
        [size, narrow]: [[u32; 2]; 2],
    ) -> Self {
        let slash = if options.base.is_empty() || options.base.ends_with('/') { "" } else { "/" };
        let written = |pairs: Vec<(&str, String)>| -> String {
            pairs.iter().map(|(name, value)| [" ", name, "=\"", &escaped(value), "\""].concat()).collect()
        };
        let base = [options.base, slash].concat();
        Self {
            script: if options.script.is_empty() {
                [&*base, &beside::script()].concat()
            } else {
                options.script.to_owned()
            },
            base,
            query: asked::query(figure, options.look),
            attributes: written(asked::attributes(figure, options.look)),
            element: written(asked::top(figure)),
            size,
            narrow,
            height: height(figure, said),
        }
    }

    /// The address of a file of the pack; relative where the folder's is not known.
    pub(super) fn address(&self, file: &str) -> String {
        [&self.base, file].concat()
    }

    /// The address of the page for frames.
    pub(super) fn page(&self) -> String {
        [&self.base, "index.html", &self.query].concat()
    }

    /// The site that the folder is on: `https://example.org`.
    pub(super) fn site(&self) -> Option<&str> {
        site_of(&self.base)
    }
}

/// The site of a full address.
pub(super) fn site_of(address: &str) -> Option<&str> {
    let scheme = address.find("://")? + 3;
    let host = address[scheme..].find('/')?;
    Some(&address[..scheme + host])
}

/// How high the widget is in a column of that width, in CSS pixels, with nothing opened, as measured there: what its page
/// says later is exact.
fn height(figure: &Figure, said: &Said) -> u32 {
    const LOOP: u32 = 75;
    /// The stage, its buttons, and what stands below the list.
    const REST: u32 = 917;
    let lines = |text: &str, size: f32, bold: bool| wrapped(text, COLUMN as f32, size, bold).len() as u32;
    let listed = figure.loops().ranking.len().min(figure.options().top.max(1)) as u32;
    28 * lines(&said.heading, 24.0, true) + 24 * lines(&said.summary, 16.0, false) + LOOP * listed + REST
}
