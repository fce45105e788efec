//! The key: samples of what is in the drawing, with what they mean.

use super::poster::Poster;
use super::said::Said;
use super::words;
use crate::Point;
use crate::figure::Figure;
use crate::network::Amount;
use crate::order;
use crate::scene::{Mark, Role};
use crate::words::amount;

/// Width of a sample with the room after it, of a column, and height of a line.
pub(super) const SAMPLE: f32 = 46.0;
pub(super) const COLUMN: f32 = 280.0;
pub(super) const LINE: f32 = 20.0;
/// Length of a sample.
const LENGTH: f32 = 38.0;
/// Length and half the width of an arrowhead.
const HEAD: (f32, f32) = (9.0, 4.5);

/// A sample and what it means.
pub(super) struct Key {
    sample: Sample,
    pub(super) words: String,
}

#[derive(Clone, Copy)]
enum Sample {
    /// An arrow of a loop.
    Arrow,
    /// A grey arrow.
    Other,
    /// A bed of this width, filled or not.
    Bed(f32, bool),
    /// The number of a loop without a figure.
    Hollow(u8),
}

/// What the drawing needs explained: only what is in it.
pub(super) fn keys(figure: &Figure, said: &Said) -> Vec<Key> {
    let mut keys = vec![Key { sample: Sample::Arrow, words: words::GIVEN.to_owned() }];
    let mut add = |sample, words: &str| keys.push(Key { sample, words: words.to_owned() });
    let loops = figure.loops();
    let mut hops: Vec<_> = loops.slots.iter().flatten().flat_map(|&cycle| loops.cycles.arcs(cycle)).collect();
    order::sort(&mut hops);
    hops.dedup();
    if !hops.is_empty() && hops.len() < figure.facts().arcs_shown {
        add(Sample::Other, words::OTHER);
    }
    if let Some(slot) = said.loops.iter().find(|told| !told.has_figure).and_then(|told| told.slot) {
        add(Sample::Hollow(slot), words::HOLLOW);
    }
    let arcs: Vec<_> = hops.into_iter().map(|&hop| loops.arcs.arc(hop)).collect();
    let unit = &figure.document().meta.unit;
    let sum = |least: Amount| amount(least, unit);
    let classes = figure.bed_classes();
    let mut above: Option<Amount> = None;
    for &(least, width, _) in &classes {
        let Some(least) = least else { continue };
        let is_in = |amount: Amount| amount >= least && above.is_none_or(|above| amount < above);
        let is_seen = arcs.iter().filter_map(|arc| arc.amount).any(is_in);
        if is_seen && least > Amount(0) {
            add(Sample::Bed(width, false), &words::or_more(&sum(least)));
        } else if is_seen {
            add(Sample::Bed(width, false), &above.map_or_else(String::new, |above| words::less(&sum(above))));
        }
        above = Some(least);
    }
    if arcs.iter().any(|arc| arc.amount.is_none()) {
        add(Sample::Bed(0.0, false), words::UNDISCLOSED);
    }
    if arcs.iter().any(|arc| arc.firm > Amount(0)) {
        add(Sample::Bed(13.0, true), words::FIRM);
    }
    if arcs.iter().any(|arc| arc.amount.is_some_and(|amount| arc.firm < amount)) {
        add(Sample::Bed(13.0, false), words::NOT_FIRM);
    }
    keys
}

impl Key {
    /// Draws the sample; its left end is in the middle of the line.
    pub(super) fn draw(&self, poster: &mut Poster, at: Point) {
        let to = Point::new(at.x + LENGTH, at.y);
        match self.sample {
            Sample::Arrow => arrow(poster, Role::Label, at, to, 3.0),
            Sample::Other => arrow(poster, Role::Bed, at, to, 2.0),
            Sample::Bed(width, filled) => {
                if filled {
                    poster.stroke(Role::BedFill, at, to, width);
                }
                for side in [-0.5, 0.5] {
                    let across = Point::new(0.0, side * (width - 1.0));
                    if width > 0.0 {
                        poster.stroke(Role::BedOutline, at + across, to + across, 1.0);
                    }
                }
                poster.stroke(Role::Label, at, to, 3.0);
            }
            Sample::Hollow(slot) => poster.badge(slot, false, at + Point::new(LENGTH / 2.0, 0.0)),
        }
    }
}

fn arrow(poster: &mut Poster, role: Role, from: Point, to: Point, width: f32) {
    let (length, half) = HEAD;
    let base = to - Point::new(length, 0.0);
    poster.stroke(role, from, base + Point::new(1.0, 0.0), width);
    let across = Point::new(0.0, half);
    poster.mark(role, Mark::Triangle { points: [base - across, to, base + across] });
}
