//! What a scene is made from: positions, sizes and emphasis, without a word about companies and deals.

use super::Role;
use crate::{Point, point::within};

/// Everything a scene needs to know. Indices are places in the slices; texts are indices into a list of the
/// caller's, which the scene never reads.
#[derive(Clone, Copy, Debug)]
pub struct Drawing<'a> {
    /// The companies.
    pub nodes: &'a [Node],
    /// The arcs.
    pub links: &'a [Link],
    /// The coloured loops, in the order of their slots, and at most one with an accent.
    pub loops: &'a [Ring],
    /// Text index of "+1", for arcs in more loops than there is room for stripes; "+2" and so on follow it.
    pub more: u32,
    /// The camera.
    pub view: View,
}

/// How much a thing stands out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Emphasis {
    /// Behind what the reader looks at.
    Faded,
    /// As it is while the reader looks at nothing in particular.
    #[default]
    Normal,
    /// What the reader looks at.
    Strong,
}

impl Emphasis {
    /// Opacity of strokes and circles.
    pub(super) const fn opacity(self) -> f32 {
        if matches!(self, Self::Faded) { 0.15 } else { 1.0 }
    }

    /// Opacity of texts, which stay readable: 4.5:1 also while faded.
    pub(super) const fn text_opacity(self) -> f32 {
        if matches!(self, Self::Faded) { 0.75 } else { 1.0 }
    }
}

/// A company.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// Where it is, in layout units.
    pub at: Point,
    /// The radius of its circle in CSS pixels at zoom 1.
    pub radius: f32,
    /// Text index of its label.
    pub label: u32,
    /// Width of the label in CSS pixels at 13 px, bold where `in_coloured`; 0 for no label.
    pub label_width: f32,
    /// Whether it is in a coloured loop.
    pub in_coloured: bool,
    /// How much it stands out. The label of a strong one is always shown.
    pub emphasis: Emphasis,
    /// Whether the reader chose it.
    pub selected: bool,
}

/// An arc: all deals from one company to another.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    /// The node that gives.
    pub from: u32,
    /// The node that receives.
    pub to: u32,
    /// Width of its bed in CSS pixels: the class of its amount; 3 or less where undisclosed, which has no
    /// bed. On a small stage three quarters of it are drawn.
    pub width: f32,
    /// The share of the amount that is firm, 0 to 1.
    pub firm_share: f32,
    /// Whether it is in any loop, coloured or not.
    pub in_loop: bool,
    /// Dashes of its stripes: 0 none, 1 long, 2 dots.
    pub dash: u8,
    /// Text index of its amount, shown where there is room.
    pub amount: Option<u32>,
    /// Width of that text in CSS pixels at 13 px.
    pub amount_width: f32,
    /// How much it stands out. The bed of a strong one is shown even where it has no colour.
    pub emphasis: Emphasis,
}

/// A coloured loop.
#[derive(Clone, Debug, PartialEq)]
pub struct Ring {
    /// [`Role::Cycle`] or [`Role::Accent`].
    pub role: Role,
    /// Text index of the number on its badge.
    pub number: u32,
    /// Whether an arc of it is undisclosed: its badge is hollow.
    pub no_figure: bool,
    /// Its links, in the order of the loop.
    pub links: Vec<u32>,
    /// How much it stands out.
    pub emphasis: Emphasis,
}

/// The stage and the camera: on the screen a layout point `p` is at `p * scale + (x, y)`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct View {
    /// Width of the stage in CSS pixels.
    pub width: f32,
    /// Height of the stage in CSS pixels.
    pub height: f32,
    /// CSS pixels per layout unit.
    pub scale: f32,
    /// Where the layout's origin is.
    pub x: f32,
    /// Where the layout's origin is.
    pub y: f32,
    /// Whether the stage is narrow: smaller strokes and texts.
    pub small: bool,
}

impl View {
    /// Where a layout point is on the screen.
    pub(super) fn place(&self, at: Point) -> Point {
        at * self.scale + Point::new(self.x, self.y)
    }
}

/// With more companies than this, circles and strokes become small where the reader sees them from afar: else they
/// would cover each other.
const CROWDED: usize = 250;

impl Drawing<'_> {
    /// By how much circles grow with the zoom: far less than distances, and within bounds.
    pub(super) fn growth(&self) -> f32 {
        let scale = self.view.scale.max(0.0);
        // From afar they shrink as distances do, or a figure larger than its stage would have circles over each other.
        let least = if self.is_crowded() { 0.1 } else { 0.5 };
        within(if scale < 1.0 { scale } else { scale.sqrt() }, least, 1.5)
    }

    /// What widths of grey strokes are multiplied with.
    pub(super) fn thinness(&self) -> f32 {
        if self.is_crowded() { within(self.view.scale.max(0.0).sqrt(), 0.2, 1.0) } else { 1.0 }
    }

    const fn is_crowded(&self) -> bool {
        cfg!(feature = "large") && self.nodes.len() > CROWDED
    }
}
