//! A scene as SVG text: the same picture as on the canvas, from the same marks.
//!
//! Marks of equal style become one path, as the canvas painter draws them, so that strokes that cross while
//! faded look the same. Colours are presentation attributes, which no policy of a host page can switch off;
//! [`Look::Auto`] adds one `<style>` that overrides them in the dark.

mod number;
mod paths;
#[cfg(test)]
mod tests;
mod writer;

use crate::scene::Painted;
#[cfg(feature = "embed")]
pub(crate) use writer::Line;
pub(crate) use writer::Writer;

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

/// The fonts of pictures that say where their lines break: those that are as wide as the core's table of widths has it,
/// or narrower.
pub const FONT: &str = "'Helvetica Neue', Helvetica, Arial, 'Liberation Sans', Arimo, Roboto, sans-serif";

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
pub fn svg(marks: &[Painted], texts: &[String], options: &SvgOptions) -> String {
    let mut writer = Writer::open(options);
    writer.marks(marks, texts, options.font, 0.0);
    writer.close()
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
pub(crate) fn escape(out: &mut String, text: &str) {
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
