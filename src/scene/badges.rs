//! Number badges: one on the strokes of each loop, where it covers as little as possible.

use super::room::{Area, Room};
use super::tracks::{Disc, Track};
use super::{Drawing, Emphasis, Mark, Ring, Role, Scene, Sizes};
use crate::Point;

/// Where on an arc a badge may sit, best first. The chevron is near 0.3 and the arrowhead at 1.
const PLACES: [f32; 7] = [0.5, 0.56, 0.62, 0.44, 0.68, 0.74, 0.38];

/// A badge on the screen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Badge {
    /// Index of the loop.
    pub(super) ring: u32,
    /// Its circle.
    pub(super) disc: Disc,
}

/// Finds a place for the badge of each loop, in the order of their slots, and takes it.
///
/// O(l n) places for l loops of n links, each looked up in the grid of the room.
pub(super) fn place(drawing: &Drawing, tracks: &[Track], room: &mut Room, sizes: &Sizes) -> Vec<Badge> {
    let mut badges: Vec<Badge> = Vec::with_capacity(drawing.loops.len());
    for (index, ring) in drawing.loops.iter().enumerate() {
        let mut best: Option<(u32, Point)> = None;
        for &link in &ring.links {
            let Ok(at) = tracks.binary_search_by_key(&link, |track| track.link) else { continue };
            for (cost, centre) in candidates(&tracks[at], index as u32, &badges, room, sizes) {
                if best.is_none_or(|(least, _)| cost < least) {
                    best = Some((cost, centre));
                }
            }
        }
        if let Some((_, centre)) = best {
            // The number of a loop without a slot is its rank, of up to three figures.
            let wider = if ring.role == Role::Accent { 3.0 } else { 0.0 };
            let disc = Disc { centre, radius: sizes.badge + wider };
            room.take_disc(Disc { radius: disc.radius + 1.0, ..disc });
            badges.push(Badge { ring: index as u32, disc });
        }
    }
    badges
}

/// The places on one arc that are on the stage, with what they cost.
fn candidates(
    track: &Track,
    ring: u32,
    badges: &[Badge],
    room: &Room,
    sizes: &Sizes,
) -> impl Iterator<Item = (u32, Point)> {
    let lane = track.lanes.iter().position(|&other| other == ring);
    // A loop beyond the last stripe has no stroke of its own here, a last resort.
    let (offset, shared) = match lane {
        Some(lane) => (track.lane(lane, sizes), 24 * (track.lanes.len() as u32 - 1)),
        None => (0.0, 500),
    };
    PLACES.into_iter().enumerate().filter_map(move |(order, share)| {
        let centre = track.along(share, offset);
        let area = Area::around(centre, sizes.badge + 3.0, sizes.badge + 3.0);
        if !room.holds(&area) {
            return None;
        }
        let covers = if room.is_free(&area) { 0 } else { 1000 };
        // Two badges that touch read as one.
        let near = |badge: &Badge| (badge.disc.centre - centre).length() < 2.0 * sizes.badge + 3.0;
        let touches = if badges.iter().any(near) { 3000 } else { 0 };
        Some((covers + touches + shared + 3 * order as u32 + 2 * room.ink(&area), centre))
    })
}

/// Draws the badges: filled, or hollow where the loop has no figure.
pub(super) fn draw(scene: &mut Scene, drawing: &Drawing, badges: &[Badge], sizes: &Sizes) {
    for badge in badges {
        let Disc { centre, radius } = badge.disc;
        let Ring { role, number, no_figure, emphasis, .. } = drawing.loops[badge.ring as usize];
        let circle = |radius: f32, width: f32| Mark::Circle { centre, radius, width };
        scene.push(Role::Ground, 1.0, circle(radius + sizes.gap, 0.0));
        // The number of a faded loop stays: text on the ground in a faded ring.
        let hollow = no_figure || emphasis == Emphasis::Faded;
        if hollow {
            scene.push(role, emphasis.opacity(), circle(radius - 1.0, 2.0));
        } else {
            scene.push(role, 1.0, circle(radius, 0.0));
        }
        let slot = if let Role::Cycle(slot) = role { slot } else { 0 };
        // The middle of the figures, which are 0.72 em high, is the middle of the circle.
        let at = Point::new(centre.x, centre.y + 0.36 * sizes.badge_text);
        let text = Mark::Text { at, size: sizes.badge_text, bold: true, halo: false, text: number };
        let role = if hollow { Role::Label } else { Role::BadgeText(slot) };
        scene.push(role, emphasis.text_opacity(), text);
    }
}
