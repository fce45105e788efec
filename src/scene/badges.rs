//! Number badges: one on the strokes of each loop, where it covers as little as possible.

use super::encode::Text;
use super::room::{Area, FIRM, Room};
use super::tracks::Disc;
use super::{Emphasis, Plan, Ring, Role, Scene};
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

/// Places and draws the badge of each loop, in the order of their slots; each takes its room.
///
/// O(l n m) for l loops of n links among m.
pub(super) fn draw(scene: &mut Scene, plan: &Plan, room: &mut Room) {
    for (index, ring) in plan.drawing.loops.iter().enumerate() {
        let Some(centre) = place(scene, plan, room, index as u32, &ring.links) else { continue };
        // The number of a loop without a slot is its rank, of up to three figures.
        let wider = if ring.role == Role::Accent { 3.0 } else { 0.0 };
        let disc = Disc { centre, radius: plan.sizes.badge + wider };
        room.take_disc(Disc { radius: disc.radius + 1.0, ..disc }, FIRM);
        scene.badges.push(Badge { ring: index as u32, disc });
        paint(scene, plan, ring, disc);
    }
}

/// The place on one of the links of a loop that costs the least.
fn place(scene: &Scene, plan: &Plan, room: &Room, ring: u32, links: &[u32]) -> Option<Point> {
    let size = plan.sizes.badge;
    let mut best: Option<(u32, Point)> = None;
    for &link in links {
        let Some(track) = plan.tracks.iter().find(|track| track.link == link) else { continue };
        // A loop beyond the last stripe has no stroke of its own here, a last resort.
        let (offset, shared) = match track.lanes.iter().position(|&other| other == ring) {
            Some(lane) => (track.lane(lane, plan.sizes), 24 * (track.lanes.len() as u32 - 1)),
            None => (0.0, 500),
        };
        for (order, &share) in PLACES.iter().enumerate() {
            let centre = track.along(share, offset);
            let area = Area::around(centre, size + 3.0, size + 3.0);
            if !room.holds(&area) {
                continue;
            }
            let covers = if room.is_free(&area) { 0 } else { 1000 };
            // Two badges that touch read as one.
            let near = |badge: &Badge| (badge.disc.centre - centre).length() < 2.0 * size + 3.0;
            let touches = if scene.badges.iter().any(near) { 3000 } else { 0 };
            let cost = covers + touches + shared + 3 * order as u32 + 2 * room.ink(&area);
            if best.is_none_or(|(least, _)| cost < least) {
                best = Some((cost, centre));
            }
        }
    }
    Some(best?.1)
}

/// Draws a badge: filled, or hollow where the loop has no figure.
fn paint(scene: &mut Scene, plan: &Plan, ring: &Ring, Disc { centre, radius }: Disc) {
    let sizes = plan.sizes;
    let Ring { role, number, no_figure, emphasis, .. } = *ring;
    scene.circle(Role::Ground, 1.0, centre, radius + sizes.gap, 0.0);
    // The number of a faded loop stays: text on the ground in a faded ring.
    let hollow = no_figure || emphasis == Emphasis::Faded;
    if hollow {
        scene.circle(role, emphasis.opacity(), centre, radius - 1.0, 2.0);
    } else {
        scene.circle(role, 1.0, centre, radius, 0.0);
    }
    let slot = if let Role::Cycle(slot) = role { slot } else { 0 };
    // The middle of the figures, which are 0.72 em high, is the middle of the circle.
    let at = Point::new(centre.x, centre.y + 0.36 * sizes.badge_text);
    let text = Text { at, size: sizes.badge_text, bold: true, halo: false, place: number };
    let role = if hollow { Role::Label } else { Role::BadgeText(slot) };
    scene.text(role, emphasis.text_opacity(), &text);
}
