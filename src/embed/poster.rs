//! The figure as a picture that stands alone: the finding above it, and below it what the numbers and strokes mean, the
//! source and the date. `www/tools/poster.js` does the same for a reader's picture.

use super::key::{self, Key};
use super::said::{Said, Told};
use super::wrap::{balanced, wrapped};
use crate::Point;
use crate::figure::Figure;
use crate::scene::{Mark, Painted, Role};
use crate::svg::{FONT, Line, Look, SvgOptions, Writer};

/// A size of type and the distance of its lines, in CSS pixels.
#[derive(Clone, Copy)]
pub(super) struct Type {
    pub size: f32,
    pub line: f32,
}

/// The measures of a poster.
pub(super) struct Measures {
    pub pad: f32,
    heading: Type,
    summary: Type,
    name: Type,
    body: Type,
    pub note: Type,
    /// Radius of the number of a loop.
    badge: f32,
}

pub(super) const WIDE: Measures = Measures {
    pad: 24.0,
    heading: Type { size: 28.0, line: 34.0 },
    summary: Type { size: 15.0, line: 22.0 },
    name: Type { size: 14.0, line: 19.0 },
    body: Type { size: 13.0, line: 18.0 },
    note: Type { size: 12.0, line: 17.0 },
    badge: 9.0,
};
pub(super) const NARROW: Measures = Measures {
    pad: 16.0,
    heading: Type { size: 21.0, line: 26.0 },
    summary: Type { size: 14.0, line: 20.0 },
    ..WIDE
};

/// Two columns of loops where each is at least this wide.
const COLUMN: f32 = 300.0;
/// Between two columns.
const GAP: f32 = 32.0;
/// Lines of running text are no longer, in their font size.
const LONGEST: f32 = 50.0;

/// A picture in the making, from the top down.
pub(super) struct Poster {
    pub width: f32,
    pub y: f32,
    pub measures: &'static Measures,
    pub lines: Vec<Line>,
    pub marks: Vec<Painted>,
    /// The texts of the marks.
    pub texts: Vec<String>,
}

/// The scene of a figure with everything around it, as SVG.
pub(super) fn poster(figure: &Figure, said: &Said, look: Look) -> (String, [u32; 2]) {
    let scene = figure.scene();
    let measures = if scene.width < 480.0 { &NARROW } else { &WIDE };
    let width = scene.width;
    let empty = Vec::new;
    let mut made =
        Poster { width, y: measures.pad, measures, lines: empty(), marks: Vec::new(), texts: Vec::new() };
    let room = width - 2.0 * measures.pad;
    made.heading(&said.heading);
    made.block(&said.summary, measures.summary, false, Role::Amount, room);
    made.y += 12.0;
    let top = made.y;
    made.y += scene.height + 12.0;
    made.rule();
    made.loops(&said.loops);
    if !said.loops.is_empty() {
        made.rule();
    }
    let keys = key::keys(figure, said);
    made.keys(&keys);
    made.y += 10.0;
    for note in &said.notes {
        made.block(note, measures.note, false, Role::Amount, room);
    }
    made.y += 6.0;
    made.block(&said.source, measures.note, true, Role::Label, room);
    let height = (made.y + measures.pad - 6.0).ceil();
    let options = SvgOptions {
        size: (width, height),
        theme: look,
        title: &said.heading,
        description: &said.alt,
        loops: &said.numbered(),
        font: FONT,
    };
    let mut writer = Writer::open(&options);
    writer.marks(&scene.marks(), figure.texts(), FONT, top);
    writer.marks(&made.marks, &made.texts, FONT, 0.0);
    writer.lines(&made.lines, FONT);
    (writer.close(), [width as u32, height as u32])
}

impl Poster {
    fn heading(&mut self, words: &str) {
        let Measures { pad, heading, .. } = *self.measures;
        for line in balanced(words, self.width - 2.0 * pad, heading.size, true) {
            self.line(pad, self.y + heading.size - 3.0, heading, true, Role::Label, line);
            self.y += heading.line;
        }
        self.y += 6.0;
    }

    /// Text in lines of at most this width, at the left.
    fn block(&mut self, words: &str, kind: Type, bold: bool, role: Role, room: f32) {
        let most = room.min(LONGEST * kind.size);
        for line in wrapped(words, most, kind.size, bold) {
            self.line(self.measures.pad, self.y + kind.size, kind, bold, role, line);
            self.y += kind.line;
        }
    }

    pub(super) fn line(&mut self, x: f32, y: f32, kind: Type, bold: bool, role: Role, words: String) {
        self.lines.push(Line { at: Point::new(x, y), size: kind.size, bold, role, words });
    }

    /// A rule across, with room around it.
    fn rule(&mut self) {
        let pad = self.measures.pad;
        let (from, to) = (Point::new(pad, self.y), Point::new(self.width - pad, self.y));
        self.stroke(Role::BedFill, from, to, 1.0);
        self.y += 12.0;
    }

    /// A straight stroke.
    pub(super) fn stroke(&mut self, role: Role, from: Point, to: Point, width: f32) {
        let third = (to - from) * (1.0 / 3.0);
        let points = [from, from + third, to - third, to];
        self.mark(role, Mark::Curve { points, width, dash: 0 });
    }

    pub(super) fn mark(&mut self, role: Role, mark: Mark) {
        self.marks.push(Painted { role, opacity: 1.0, mark });
    }

    /// The loops in one column or two: down the first, then down the second.
    fn loops(&mut self, loops: &[Told]) {
        let pad = self.measures.pad;
        let room = self.width - 2.0 * pad;
        let columns = if room >= 2.0 * COLUMN + GAP { 2 } else { 1 };
        let each = if columns == 2 { (room - GAP) / 2.0 } else { room };
        let (top, mut lowest) = (self.y, self.y);
        for (column, part) in loops.chunks(loops.len().div_ceil(columns).max(1)).enumerate() {
            self.y = top;
            for told in part {
                self.told(told, pad + column as f32 * (each + GAP), each);
            }
            lowest = lowest.max(self.y);
        }
        self.y = lowest + 2.0;
    }

    /// A loop: its number, its name, and in words who gives what.
    fn told(&mut self, told: &Told, x: f32, room: f32) {
        let Measures { name, body, badge, .. } = *self.measures;
        let indent = 2.0 * badge + 9.0;
        self.badge(told.slot.unwrap_or_default(), told.has_figure, Point::new(x + badge, self.y + 10.0));
        let parts = [
            (&told.name, name, true, Role::Label),
            (&told.figure, body, false, Role::Label),
            (&told.sureness, body, false, Role::Label),
            (&told.sentence, body, false, Role::Amount),
        ];
        for (words, kind, bold, role) in parts {
            for line in wrapped(words, room - indent, kind.size, bold) {
                self.line(x + indent, self.y + kind.size + 1.0, kind, bold, role, line);
                self.y += kind.line;
            }
        }
        self.y += 12.0;
    }

    /// The number of a loop as it is in the drawing: hollow where there is no figure.
    pub(super) fn badge(&mut self, slot: u8, filled: bool, centre: Point) {
        let radius = self.measures.badge;
        let (inset, width) = if filled { (0.0, 0.0) } else { (1.0, 2.0) };
        self.mark(Role::Cycle(slot), Mark::Circle { centre, radius: radius - inset, width });
        let at = Point::new(centre.x, centre.y + 4.3);
        let text = self.texts.len() as u32;
        self.texts.push(slot.to_string());
        let role = if filled { Role::BadgeText(slot) } else { Role::Label };
        self.mark(role, Mark::Text { at, size: 12.0, bold: true, halo: false, text });
    }

    /// Samples with their words, in as many columns as there is room for, down each.
    fn keys(&mut self, keys: &[Key]) {
        let Measures { pad, note, .. } = *self.measures;
        let room = self.width - 2.0 * pad;
        let columns = (room / key::COLUMN).floor().max(1.0);
        let rows = keys.len().div_ceil(columns as usize).max(1);
        let top = self.y;
        for (place, key) in keys.iter().enumerate() {
            let x = pad + (place / rows) as f32 * (room / columns);
            let y = top + (place % rows) as f32 * key::LINE;
            key.draw(self, Point::new(x, y + key::LINE / 2.0));
            self.line(x + key::SAMPLE, y + 14.0, note, false, Role::Amount, key.words.clone());
        }
        self.y += rows as f32 * key::LINE;
    }
}
