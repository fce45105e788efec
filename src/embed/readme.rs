//! `README.txt`: which file to use where, for an editor.

use super::beside::{LOADER, STYLES, WIDGET};
use super::html::escaped;
use super::published::Published;
use super::said::Said;
use super::tags::SANDBOX;
use super::{PackOptions, policy};

/// A line has so many letters, unless an address is longer.
const LINE: usize = 84;

pub(super) fn readme(said: &Said, published: &Published, options: &PackOptions) -> String {
    let has = |name: &str| !options.missing.contains(&name) && (name != WIDGET || options.script.is_empty());
    let folder = match published.site() {
        Some(_) => format!("The files belong at {}", published.address("")),
        None => "The address of this folder was not given. Wherever index.html, figure.svg, data.json or another \
            file of this folder is named below or inside a file, write its full address instead, beginning with \
            https://."
            .to_owned(),
    };
    let sections = [
        ("A system that takes scripts", script(published, options, &has)),
        ("A system that takes only iframes", frame(&has)),
        ("WordPress", wordpress(published)),
        ("A system that takes only an address (oEmbed)", oembed(published)),
        ("Newsletter, RSS", newsletter(published)),
        ("AMP", amp(said, published)),
        ("A site with a strict policy (Content-Security-Policy)", policy::allowed(published, options)),
        ("Print", lines("figure-light.svg: lines and letters, sharp at any size.", "  ")),
    ];
    let mut out = format!("{}\n\nWHICH FILE TO USE WHERE\n\n", said.heading);
    out.push_str(&lines(&folder, ""));
    out.push_str("Upload the whole folder, then:\n");
    for (name, text) in sections {
        out.extend(["\n", name, "\n", &text]);
    }
    out.push_str("\nTHE FILES\n\n");
    for (name, what) in files(published).iter().filter(|(name, _)| has(name.trim_end_matches('/'))) {
        let text = lines(what, "                      ");
        out.extend([format!("  {name:<20}{}", text.trim_start())]);
    }
    out
}

fn script(published: &Published, options: &PackOptions, has: &dyn Fn(&str) -> bool) -> String {
    let mut text = format!("Paste snippet.html. It loads {}", published.script);
    text.push_str(match (has(WIDGET), options.script) {
        (false, "") => ", which is not in this folder: until it is, readers get the picture and the table.",
        _ => ". Readers without scripts get the picture and the table.",
    });
    text.push_str(if has(STYLES) {
        " Its first line keeps the page from jumping while the figure loads, and the picture from being wider than \
         the column."
    } else {
        " Leave out its first line: deal-network.css is not in this folder."
    });
    let mut out = lines(&text, "  ");
    out.push_str(&lines(
        "Where this folder is on another host than the article, that host must send the files with \
         Access-Control-Allow-Origin.",
        "  ",
    ));
    if has(WIDGET) {
        out.push_str(&lines(
            "If you may upload only one script, take deal-network.min.js, which comes with the program, and write its \
             address into the second line: it does the same, but readers load about twice as much.",
            "  ",
        ));
    }
    out
}

fn frame(has: &dyn Fn(&str) -> bool) -> String {
    lines(
        if has(LOADER) {
            "Paste iframe.html. Its second line makes the frame as high as the figure; where scripts are refused, \
             leave that line out and set the height by hand."
        } else {
            "Paste the first line of iframe.html, and set the height by hand: frame-loader.js, which does it, is \
             not in this folder."
        },
        "  ",
    )
}

fn wordpress(published: &Published) -> String {
    let page = published.page();
    let text = format!(
        "Most authors may paste neither. Upload figure.png as a picture with the text of alt.txt, and link it to {page}"
    );
    lines(&text, "  ")
}

fn oembed(published: &Published) -> String {
    let text = match published.site() {
        Some(_) => format!(
            "Paste {}. Such a system finds oembed.json by it, which says how to show the figure in a frame: leave that \
             file in the folder.",
            published.page()
        ),
        None => "For this, the files must be made with the address of this folder: such a system looks for \
            oembed.json, and index.html can only then say where it is."
            .to_owned(),
    };
    lines(&text, "  ")
}

fn newsletter(published: &Published) -> String {
    let [width, _] = published.size;
    let text = format!(
        "figure@2x.png with the text of alt.txt, linked to the page. It is twice as wide as it should be shown, so \
         that it is sharp: show it {width} pixels wide, or as wide as the column if that is less. No mail program \
         runs the figure itself."
    );
    lines(&text, "  ")
}

fn amp(said: &Said, published: &Published) -> String {
    let [title, address, png, alt] =
        [&said.heading, &published.page(), &published.address("figure.png"), &said.alt]
            .map(|text| escaped(text));
    let height = published.height;
    format!(
        "  Into the head of the page:\n\
         <script async custom-element=\"amp-iframe\"\n\
         \x20 src=\"https://cdn.ampproject.org/v0/amp-iframe-0.1.js\"></script>\n\
         \x20 Where the figure shall be:\n\
         <amp-iframe title=\"{title}\"\n\
         \x20 layout=\"fixed-height\" height=\"{height}\" resizable frameborder=\"0\"\n\
         \x20 sandbox=\"{SANDBOX}\"\n\
         \x20 src=\"{address}\">\n\
         \x20 <amp-img placeholder layout=\"fill\" object-fit=\"contain\" src=\"{png}\"\n\
         \x20   alt=\"{alt}\"></amp-img>\n\
         \x20 <div overflow tabindex=\"0\" role=\"button\" aria-label=\"Show the whole figure\">Show the whole figure</div>\n\
         </amp-iframe>\n{}",
        lines(
            "Both addresses must begin with https://. They may be on the article's own host as long as nobody adds \
             allow-same-origin to sandbox.",
            "  "
        )
    )
}

fn files(published: &Published) -> [(&'static str, String); 16] {
    let [width, height] = published.size;
    let text = str::to_owned;
    [
        (
            "figure.svg",
            text(
                "the figure with heading, loops in words, key, source and date; light or dark as the reader's system is, unless asked otherwise",
            ),
        ),
        ("figure-narrow.svg", text("the same for phones")),
        ("figure-light.svg", text("always light, without styles: where figure.svg looks wrong")),
        ("figure-dark.svg", text("always dark, without styles")),
        ("figure.png", format!("the same as points, {width} x {height}")),
        (
            "figure@2x.png",
            format!("twice as sharp, {} x {}: to be shown {width} pixels wide", 2 * width, 2 * height),
        ),
        ("index.html", text("the page for iframes: one file that loads nothing else")),
        ("snippet.html", text("the figure to paste, with picture and table inside")),
        ("iframe.html", text("the frame to paste")),
        ("widget/", text("the program; readers load what they need of it")),
        (STYLES, text("keeps the page from jumping")),
        (LOADER, text("gives the frame its height")),
        ("oembed.json", text("describes the frame for systems that ask")),
        ("alt.txt", text("the figure in words, for the alt text of pictures")),
        ("data.json", text("the companies, deals and sources")),
        ("loops.csv", text("all loops, ranked, for spreadsheets")),
    ]
}

/// A paragraph in lines, each with this before it.
pub(super) fn lines(text: &str, indent: &str) -> String {
    let mut out = String::new();
    let mut line = 0;
    for word in text.split_whitespace() {
        let length = word.chars().count();
        if line == 0 || line + 1 + length > LINE {
            let end = if line == 0 { "" } else { "\n" };
            out.extend([end, indent]);
            line = indent.len();
        } else {
            out.push(' ');
            line += 1;
        }
        out.push_str(word);
        line += length;
    }
    out.push('\n');
    out
}
