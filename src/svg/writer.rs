//! SVG text in the making: an element, groups in it, marks and lines of text in those.

use super::{Look, SvgOptions, attribute, escape, number, paths};
use crate::Point;
use crate::scene::{Mark, Painted, Role};
use crate::theme::Theme;
use paths::Run;

/// SVG text in the making.
pub(crate) struct Writer {
    out: String,
    theme: Theme,
    auto: bool,
}

/// A line of text that begins at a point.
#[cfg(feature = "embed")]
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Line {
    /// Its beginning, on the baseline.
    pub at: Point,
    /// Font size.
    pub size: f32,
    /// Bold or regular.
    pub bold: bool,
    /// What it is.
    pub role: Role,
    /// What it says.
    pub words: String,
}

impl Writer {
    /// The opening tag, the title, the description and the ground.
    pub(crate) fn open(options: &SvgOptions) -> Self {
        let theme = if options.theme == Look::Dark { Theme::Dark } else { Theme::Light };
        let mut writer = Self { out: String::with_capacity(4096), theme, auto: options.theme == Look::Auto };
        let out = &mut writer.out;
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
        out.push_str("</desc>\n");
        if writer.auto {
            dark_style(out);
        }
        out.push_str("<rect width=\"100%\" height=\"100%\"");
        paths::colours(out, Some(Role::Ground), None, theme, writer.auto);
        out.push_str("/>\n");
        writer
    }

    /// Marks, so far below the top. Texts of which there is none are left out.
    pub(crate) fn marks(&mut self, mut marks: &[Painted], texts: &[String], font: &str, top: f32) {
        self.group(font, true, top);
        while let Some(first) = marks.first() {
            let run = Run::of(first);
            let length = match run {
                Some(run) => marks.iter().take_while(|painted| Run::of(painted) == Some(run)).count(),
                None => 1,
            };
            let (these, rest) = marks.split_at(length);
            match run {
                Some(run) => run.write(&mut self.out, these, self.theme, self.auto),
                None => self.text(first, texts),
            }
            marks = rest;
        }
        self.out.push_str("</g>\n");
    }

    /// Lines of text.
    #[cfg(feature = "embed")]
    pub(crate) fn lines(&mut self, lines: &[Line], font: &str) {
        self.group(font, false, 0.0);
        for Line { at, size, bold, role, words } in lines {
            self.begin_text(*at, *size, *bold);
            paths::colours(&mut self.out, Some(*role), None, self.theme, self.auto);
            self.end_text(words);
        }
        self.out.push_str("</g>\n");
    }

    /// The text.
    pub(crate) fn close(mut self) -> String {
        self.out.push_str("</svg>\n");
        self.out
    }

    fn group(&mut self, font: &str, is_centred: bool, top: f32) {
        self.out.push_str(if is_centred { "<g text-anchor=\"middle\"" } else { "<g" });
        if top != 0.0 {
            self.out.push_str(" transform=\"translate(0 ");
            number::push(&mut self.out, top);
            self.out.push_str(")\"");
        }
        self.out.push_str(" font-family=\"");
        escape(&mut self.out, font);
        self.out.push_str("\">\n");
    }

    fn text(&mut self, painted: &Painted, texts: &[String]) {
        let Painted { role, opacity, mark: Mark::Text { at, size, bold, halo, text } } = painted else {
            return;
        };
        let Some(text) = texts.get(*text as usize) else { return };
        self.begin_text(*at, *size, *bold);
        let out = &mut self.out;
        if *halo {
            // The stroke is painted first, 3 px wide with round joins, as on the canvas.
            out.push_str(" paint-order=\"stroke\" stroke-width=\"3\" stroke-linejoin=\"round\"");
        }
        // Two classes in one attribute where there is a halo.
        paths::colours(out, Some(*role), halo.then_some(Role::Ground), self.theme, self.auto);
        if *opacity < 1.0 {
            attribute(out, "fill-opacity", *opacity);
            if *halo {
                attribute(out, "stroke-opacity", *opacity);
            }
        }
        self.end_text(text);
    }

    fn begin_text(&mut self, at: Point, size: f32, bold: bool) {
        self.out.push_str("<text");
        attribute(&mut self.out, "x", at.x);
        attribute(&mut self.out, "y", at.y);
        attribute(&mut self.out, "font-size", size);
        if bold {
            self.out.push_str(" font-weight=\"700\"");
        }
    }

    fn end_text(&mut self, words: &str) {
        self.out.push('>');
        escape(&mut self.out, words);
        self.out.push_str("</text>\n");
    }
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
