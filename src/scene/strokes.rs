//! Arcs as marks: grey strokes, beds, stripes, arrowheads and chevrons.

use super::bow::Spoke;
use super::{Emphasis, Plan, Role, Scene, Track};
use crate::{order, point::within};

/// Shortest arc, in pixels of chord, that has a chevron besides its arrowhead.
const CHEVRON_FROM: f32 = 80.0;

/// Draws all tracks: the faded below, the strong on top; among them grey below coloured. Equal strokes follow each other,
/// so that a painter draws them as one path.
pub(super) fn draw(scene: &mut Scene, plan: &Plan) {
    let tracks = &plan.tracks;
    let order = order::by_key(tracks.len(), &|place| tracks[place].layer);
    for run in order.chunk_by(|&a, &b| tracks[a].tier() == tracks[b].tier()) {
        // No bed covers a stripe, and no stripe an arrowhead: where they meet, each loop can still be followed.
        for layer in 0..3 {
            for &place in run {
                let track = &tracks[place];
                match layer {
                    0 => bed(scene, plan, track),
                    1 => stripes(scene, plan, track),
                    _ => heads(scene, plan, track),
                }
            }
        }
    }
    scene.order = order;
}

/// The stripes of an arc, or the one stroke of an arc without a colour.
fn stripes(scene: &mut Scene, plan: &Plan, track: &Track) {
    let sizes = plan.sizes;
    if track.lanes.is_empty() {
        return stripe(scene, plan, track, 0, 0.0, track.band);
    }
    // The casing: what runs below is cut, so that the eye can follow what runs on top.
    let opacity = plan.drawing.links[track.link as usize].emphasis.opacity();
    scene.curve(Role::Ground, opacity, &track.parallel(0.0), track.band + 2.0 * sizes.gap, 0);
    for place in 0..track.lanes.len() {
        stripe(scene, plan, track, place, track.lane(place, sizes), sizes.lane);
    }
}

/// The arrowhead, and on a coloured arc the chevron before it.
fn heads(scene: &mut Scene, plan: &Plan, track: &Track) {
    let (head, chord) = (plan.sizes.head, track.chord());
    if !track.lanes.is_empty() && chord > CHEVRON_FROM {
        let at = |share: f32| track.start.towards(track.base, share);
        let between = (at(0.27), at(0.27 + head * 0.8 / chord));
        fan(scene, plan, track, between, track.head - 0.1 * head);
    }
    fan(scene, plan, track, (track.base, track.tip), track.head);
}

/// A stripe, or the stroke of an arc without one.
fn stripe(scene: &mut Scene, plan: &Plan, track: &Track, place: usize, offset: f32, width: f32) {
    let (role, emphasis) = look(plan, track, place);
    // What a loop is made of is told while the reader looks at it.
    let is_asked = !track.lanes.is_empty() && emphasis == Emphasis::Strong;
    let dash = if is_asked { plan.drawing.links[track.link as usize].dash } else { 0 };
    scene.curve(role, emphasis.opacity(), &track.parallel(offset), width, dash);
}

/// An arrowhead in which each stripe runs into the point.
fn fan(scene: &mut Scene, plan: &Plan, track: &Track, between: (Spoke, Spoke), half: f32) {
    for slice in 0..track.slices() {
        let (role, emphasis) = look(plan, track, slice);
        scene.triangle(role, emphasis.opacity(), &track.slice(slice, between, half));
    }
}

/// How a stripe looks: as its loop does. The stroke of an arc without stripes is grey.
fn look(plan: &Plan, track: &Track, place: usize) -> (Role, Emphasis) {
    let link = &plan.drawing.links[track.link as usize];
    match track.lanes.get(place) {
        Some(&ring) => (plan.drawing.loops[ring as usize].role, plan.drawing.loops[ring as usize].emphasis),
        None if link.in_loop => (Role::Bed, link.emphasis),
        None => (Role::Plain, link.emphasis),
    }
}

/// The bed: two edges, filled for the firm share of the way, from the side of the company that gives.
fn bed(scene: &mut Scene, plan: &Plan, track: &Track) {
    if track.bed <= 0.0 {
        return;
    }
    let link = &plan.drawing.links[track.link as usize];
    let opacity = link.emphasis.opacity();
    scene.curve(Role::Ground, opacity, &track.parallel(0.0), track.bed + 2.0, 0);
    let firm = within(link.firm_share, 0.0, 1.0);
    if firm > 0.0 {
        let end = track.start.towards(track.base, firm);
        scene.curve(Role::BedFill, opacity, &track.bow.curve(track.start, end, 0.0), track.bed, 0);
    }
    for side in [-0.5, 0.5] {
        scene.curve(Role::BedOutline, opacity, &track.parallel(side * (track.bed - 1.0)), 1.0, 0);
    }
}
