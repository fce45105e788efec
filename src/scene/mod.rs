//! What is drawn, before any pixel: strokes, shapes and texts in painting order, in CSS pixels.
//!
//! ```text
//! Drawing (positions, arcs, loops, view) -> Scene (marks as numbers) -> canvas painter (JS) | SVG writer (Rust)
//!
//! bow      the circular arc of a link and its parallels     lanes   the order of the stripes on a link
//! tracks   links on the screen: ends, stripes, arrowheads   room    what is taken, how much ink is where
//! strokes, companies, badges, labels                        marks, in this order from bottom to top
//! crowd    the picture of a great many companies while they move
//! ```
//!
//! Positions scale with the zoom; strokes and texts do not. Every place is decided with `+ - * /` and `sqrt`
//! alone, so that the same drawing is the same scene on every machine.

mod advances;
mod badges;
mod bow;
mod companies;
#[cfg(feature = "large")]
mod crowd;
mod decode;
mod drawing;
mod encode;
#[cfg(test)]
pub(crate) mod fixture;
mod labels;
mod lanes;
mod mark;
mod pick;
#[cfg(test)]
mod properties;
mod room;
mod strokes;
#[cfg(test)]
mod tests;
mod tracks;

pub use advances::text_width;
pub use bow::bulge;
#[cfg(feature = "large")]
pub use crowd::{CROWD, crowd};
pub use decode::decode;
pub use drawing::{Drawing, Emphasis, Link, Node, Ring, View};
pub use mark::{Mark, Painted, Role};
pub use pick::Hit;

use room::{FIRM, Room, SLIGHT, bounded};
use tracks::{Disc, Track};

/// A picture as marks, and where things are for the pointer.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scene {
    /// Width of the stage in CSS pixels.
    pub width: f32,
    /// Height of the stage in CSS pixels.
    pub height: f32,
    /// What to paint, from bottom to top, as it crosses.
    numbers: Vec<f32>,
    discs: Vec<Option<Disc>>,
    tracks: Vec<Track>,
    /// Places in `tracks` from bottom to top.
    order: Vec<usize>,
    badges: Vec<badges::Badge>,
    labels: Vec<labels::Label>,
}

/// What is to be drawn, and where.
struct Plan<'a> {
    drawing: &'a Drawing<'a>,
    sizes: &'a Sizes,
    /// The circles of the companies; `None` where they cannot be drawn.
    discs: Vec<Option<Disc>>,
    /// The links that can be drawn and may be seen, in the order of the drawing.
    tracks: Vec<Track>,
}

/// Sizes in CSS pixels, on a wide stage and on a small one.
struct Sizes {
    /// Width of a stripe.
    lane: f32,
    /// Ground between stripes.
    gap: f32,
    /// What widths of beds are multiplied with.
    bed: f32,
    /// Length of an arrowhead of a coloured arc.
    head: f32,
    /// Radius of a badge.
    badge: f32,
    /// Font sizes.
    badge_text: f32,
    label: f32,
    amount: f32,
}

const WIDE: Sizes = Sizes {
    lane: 3.0,
    gap: 1.0,
    bed: 1.0,
    head: 11.0,
    badge: 9.0,
    badge_text: 12.0,
    label: 13.0,
    amount: 12.0,
};
const SMALL: Sizes = Sizes {
    lane: 2.5,
    gap: 1.0,
    bed: 0.75,
    head: 9.0,
    badge: 8.0,
    badge_text: 12.0,
    label: 12.0,
    amount: 12.0,
};

/// Makes the scene of a drawing. Never fails: what has no sensible place is left out.
///
/// O(n log n + m + l² n²) for n companies, m arcs and l coloured loops.
pub fn scene(drawing: &Drawing) -> Scene {
    let sizes = if drawing.view.small { &SMALL } else { &WIDE };
    let (width, height) = (bounded(drawing.view.width), bounded(drawing.view.height));
    let discs = tracks::discs(drawing);
    let tracks = tracks::tracks(drawing, &discs, sizes);
    let plan = Plan { drawing, sizes, discs, tracks };
    let mut room = Room::new(width, height);
    let mut scene = Scene { width, height, ..Scene::default() };
    strokes::draw(&mut scene, &plan);
    companies::draw(&mut scene, &plan);
    for track in &plan.tracks {
        room.draw(track);
        room.take_box(track.head_area(), SLIGHT);
    }
    for (node, disc) in drawing.nodes.iter().zip(&plan.discs) {
        if let Some(disc) = *disc {
            room.take_disc(disc, if node.in_coloured { FIRM } else { SLIGHT });
        }
    }
    badges::draw(&mut scene, &plan, &mut room);
    labels::draw(&mut scene, &plan, &mut room);
    scene.discs = plan.discs;
    scene.tracks = plan.tracks;
    scene
}
