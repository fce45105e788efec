//! Where companies go. Knows only bodies, springs, wheels and a stage; nothing of companies or deals.
//!
//! ```text
//! graph (checked) -> components -> cells of the stage
//!   each part: stress starts -> fit to its cell -> settled by the forces -> polished by score
//! all parts: wheels round, nothing overlaps, no coloured arc runs below a circle; where the room is larger than the stage,
//!   what overlaps at first sight parted, too; centred = the arrangement
//! live: force_graph, cooling towards the arrangement around what a reader holds or has put somewhere
//! changes, unroll: from one arrangement to the next, to a loop's ring and back
//! ```
//!
//! Deterministic: no clock, no randomness but a fixed generator, of the platform's functions only `sqrt`.
//! Above 120 bodies nothing is polished. Above 250, or where a hub is too stiff for `force_graph`, the engine of
//! `large` moves them; without that feature they glide. Above 1,000 they stand as a radial tree, from which that
//! engine goes on (`settle`).

mod arrange;
mod bend;
mod changes;
mod components;
mod draft;
mod fit;
mod forces;
mod graph;
mod ideal;
#[cfg(feature = "large")]
mod large;
mod live;
mod motor;
mod physics;
mod polish;
mod score;
mod spacing;
mod stress;
mod tangle;
#[cfg(feature = "large")]
mod tree;
mod unroll;
mod weights;
mod wheels;

pub use arrange::arrange;
#[cfg(feature = "bench")]
pub use large::measure::Ticks;
pub use live::Layout;
#[cfg(feature = "bench")]
pub use weights::tried;

use crate::Point;

/// Something that takes room on the stage, in layout units (CSS pixels at zoom 1).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Body {
    /// The radius of its circle.
    pub radius: f32,
    /// Width of its label, which is centred below the circle; 0 for none.
    pub label_width: f32,
    /// Height of its label.
    pub label_height: f32,
    /// Where it must be: placed by hand in the file, or held by the reader.
    pub pinned: Option<Point>,
    /// Where it was, when the layout widens or changes: it stays near.
    pub start: Option<Point>,
}

/// Two bodies that attract each other, and the arc from `a` to `b` that is drawn between them. Where arcs
/// are drawn both ways, both can be given: they are one spring, and the lens they form is kept clear. A body
/// with itself is ignored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spring {
    /// An index of a body.
    pub a: u32,
    /// An index of another body.
    pub b: u32,
}

/// Bodies that are a coloured loop, in the direction of its arcs: pulled towards a round, convex polygon
/// that turns clockwise on the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wheel {
    /// Indices of bodies; at least two.
    pub bodies: Vec<u32>,
}

/// The room there is, in layout units. The arrangement is centred on (0, 0) and takes the stage's shape.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stage {
    /// Width.
    pub width: f32,
    /// Height.
    pub height: f32,
}
