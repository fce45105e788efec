//! A scene as SVG text: the same picture as on the canvas, from the same marks.
//!
//! Marks of equal style become one path, as the canvas painter draws them, so that strokes that cross while
//! faded look the same. Colours are presentation attributes, which no policy of a host page can switch off;
//! [`Look::Auto`] adds one `<style>` that overrides them in the dark.

mod number;
mod paths;
#[cfg(test)]
mod tests;

use crate::scene::{Mark, Painted, Role};
use crate::theme::Theme;
use paths::Run;

/// How an SVG picture looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Look {
    /// Dark on white.
    #[default]
    Light,
    /// Light on near black.
    Dark,
    /// As the reader's system prefers; light where styles are blocked.
    Auto,
}

/// What goes into an SVG picture besides the scene.
#[derive(Clone, Copy, Debug, Default)]
pub struct SvgOptions<'a> {
    /// Width and height in CSS pixels.
    pub size: (f32, f32),
    /// Light, dark, or as the reader prefers.
    pub theme: Look,
    /// The finding, in one sentence.
    pub title: &'a str,
    /// What the picture shows, for those who do not see it.
    pub description: &'a str,
    /// One sentence per coloured loop; they follow the description.
    pub loops: &'a [String],
    /// Font family list, as in CSS.
    pub font: &'a str,
}

/// Writes the marks of a scene. `texts` is the list that they refer to; a text that is not there is left out.
///
/// The result is one `<svg>` element without an XML declaration, so it can stand in a page or in a file of its
/// own. The same input always gives the same text. O(marks + texts).
pub fn svg(mut marks: &[Painted], texts: &[String], options: &SvgOptions) -> String {
    let mut out = String::with_capacity(1024 + 48 * marks.len());
    open(&mut out, options);
    let theme = if options.theme == Look::Dark { Theme::Dark } else { Theme::Light };
    let auto = options.theme == Look::Auto;
    if auto {
        dark_style(&mut out);
    }
    out.push_str("<rect width=\"100%\" height=\"100%\"");
    paths::colours(&mut out, Some(Role::Ground), None, theme, auto);
    out.push_str("/>\n");
    while let Some(first) = marks.first() {
        let run = Run::of(first);
        let length = match run {
            Some(run) => marks.iter().take_while(|painted| Run::of(painted) == Some(run)).count(),
            None => 1,
        };
        let (these, rest) = marks.split_at(length);
        match run {
            Some(run) => run.write(&mut out, these, theme, auto),
            None => text(&mut out, first, texts, theme, auto),
        }
        marks = rest;
    }
    out.push_str("</g>\n</svg>\n");
    out
}

/// The opening tag, the title and the description.
fn open(out: &mut String, options: &SvgOptions) {
    let (width, height) = options.size;
    // Several pictures may stand in one page: their ids follow from what they say.
    let id = number::hash(&[options.title, options.description]);
    out.push_str("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-labelledby=\"dn-t");
    out.push_str(&id);
    out.push_str("\" aria-describedby=\"dn-d");
    out.push_str(&id);
    out.push('"');
    attribute(out, "width", width);
    attribute(out, "height", height);
    out.push_str(" viewBox=\"0 0 ");
    number::push(out, width);
    out.push(' ');
    number::push(out, height);
    out.push_str("\">\n<title id=\"dn-t");
    out.push_str(&id);
    out.push_str("\">");
    escape(out, options.title);
    out.push_str("</title>\n<desc id=\"dn-d");
    out.push_str(&id);
    out.push_str("\">");
    escape(out, options.description);
    for sentence in options.loops {
        out.push('\n');
        escape(out, sentence);
    }
    out.push_str("</desc>\n<g text-anchor=\"middle\" font-family=\"");
    escape(out, options.font);
    out.push_str("\">\n");
}

/// Overrides the light colours in the dark. Class names begin with `dn-`, as the page may have its own.
fn dark_style(out: &mut String) {
    out.push_str("<style>@media (prefers-color-scheme: dark){");
    for role in (0..Role::COUNT as u8).filter_map(Role::from_code) {
        for (property, letter) in [("fill", 'f'), ("stroke", 's')] {
            out.push_str(".dn-");
            out.push(letter);
            number::push_integer(out, i64::from(role.code()));
            out.push('{');
            out.push_str(property);
            out.push(':');
            out.push_str(Theme::Dark.colour(role));
            out.push('}');
        }
    }
    out.push_str("}</style>\n");
}

fn text(out: &mut String, painted: &Painted, texts: &[String], theme: Theme, auto: bool) {
    let Painted { role, opacity, mark: Mark::Text { at, size, bold, halo, text } } = painted else { return };
    let Some(text) = texts.get(*text as usize) else { return };
    out.push_str("<text");
    attribute(out, "x", at.x);
    attribute(out, "y", at.y);
    attribute(out, "font-size", *size);
    if *bold {
        out.push_str(" font-weight=\"700\"");
    }
    if *halo {
        // The stroke is painted first, 3 px wide with round joins, as on the canvas.
        out.push_str(" paint-order=\"stroke\" stroke-width=\"3\" stroke-linejoin=\"round\"");
    }
    // Two classes in one attribute where there is a halo.
    paths::colours(out, Some(*role), halo.then_some(Role::Ground), theme, auto);
    if *opacity < 1.0 {
        attribute(out, "fill-opacity", *opacity);
        if *halo {
            attribute(out, "stroke-opacity", *opacity);
        }
    }
    out.push('>');
    escape(out, text);
    out.push_str("</text>\n");
}

fn attribute(out: &mut String, name: &str, value: f32) {
    out.push(' ');
    out.push_str(name);
    out.push_str("=\"");
    number::push(out, value);
    out.push('"');
}

/// Appends a text so that an XML parser gives it back: markup escaped, and without the characters that XML
/// does not allow at all.
fn escape(out: &mut String, text: &str) {
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' | '\t' => out.push(character),
            '\u{0}'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{fffe}' | '\u{ffff}' => {}
            _ => out.push(character),
        }
    }
}
