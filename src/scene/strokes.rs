//! Arcs as marks: grey strokes, beds, stripes, arrowheads and chevrons.

use super::bow::Spoke;
use super::tracks::Track;
use super::{Drawing, Emphasis, Mark, Painted, Ring, Role, Scene, Sizes};
use crate::{order, point::within};

/// Shortest arc, in pixels of chord, that has a chevron besides its arrowhead.
const CHEVRON_FROM: f32 = 80.0;

/// Draws all tracks: the faded below, the strong on top; among them grey below coloured. Returns the places
/// of the tracks in this order.
pub(super) fn draw(scene: &mut Scene, drawing: &Drawing, tracks: &[Track], sizes: &Sizes) -> Vec<u32> {
    // Equal strokes follow each other, so that a painter draws them as one path.
    let mut order: Vec<u32> = (0..tracks.len() as u32).collect();
    let track = |place: u32| &tracks[place as usize];
    order::sort_by(&mut order, |&a, &b| {
        let (a, b) = (track(a), track(b));
        let key = |track: &Track| {
            let link = &drawing.links[track.link as usize];
            (link.emphasis, !track.lanes.is_empty(), link.in_loop)
        };
        key(a).cmp(&key(b)).then(a.band.total_cmp(&b.band)).then(a.link.cmp(&b.link))
    });
    let same = |&a: &u32, &b: &u32| {
        let (a, b) = (track(a), track(b));
        let (one, two) = (&drawing.links[a.link as usize], &drawing.links[b.link as usize]);
        one.emphasis == two.emphasis && a.lanes.is_empty() && b.lanes.is_empty() && one.in_loop == two.in_loop
    };
    for run in order.chunk_by(same) {
        let run: Vec<&Track> = run.iter().map(|&place| track(place)).collect();
        let link = &drawing.links[run[0].link as usize];
        if run[0].lanes.is_empty() {
            grey(scene, drawing, &run, if link.in_loop { Role::Bed } else { Role::Plain });
        } else {
            coloured(scene, drawing, run[0], sizes);
        }
    }
    order
}

/// Arcs without a colour: a stroke and an arrowhead each, over a bed while the reader looks at them.
fn grey(scene: &mut Scene, drawing: &Drawing, run: &[&Track], role: Role) {
    let opacity = drawing.links[run[0].link as usize].emphasis.opacity();
    for track in run {
        bed(scene, drawing, track);
    }
    for track in run {
        scene.push(role, opacity, stroke(track.parallel(0.0), track.band, 0));
    }
    for track in run {
        for points in track.head(track.base, track.tip, track.head) {
            scene.push(role, opacity, Mark::Triangle { points });
        }
    }
}

/// An arc with its stripes.
fn coloured(scene: &mut Scene, drawing: &Drawing, track: &Track, sizes: &Sizes) {
    let link = &drawing.links[track.link as usize];
    let ring = |place: usize| &drawing.loops[track.lanes[place] as usize];
    bed(scene, drawing, track);
    // The casing: what runs below is cut, so that the eye can follow what runs on top.
    let casing = stroke(track.parallel(0.0), track.band + 2.0 * sizes.gap, 0);
    scene.push(Role::Ground, link.emphasis.opacity(), casing);
    for place in 0..track.lanes.len() {
        let dash = if ring(place).emphasis == Emphasis::Strong { link.dash } else { 0 };
        let points = track.parallel(track.lane(place, sizes));
        scene.push(ring(place).role, ring(place).emphasis.opacity(), stroke(points, sizes.lane, dash));
    }
    let long = track.along(0.0, 0.0) - track.along(1.0, 0.0);
    if long.length() > CHEVRON_FROM {
        let share = sizes.head * 0.8 / long.length();
        let at = |share: f32| track.start.towards(track.base, share);
        fan(scene, drawing, track, (at(0.27), at(0.27 + share)), track.head - 0.1 * sizes.head);
    }
    fan(scene, drawing, track, (track.base, track.tip), track.head);
}

/// An arrowhead in which each stripe runs into the point.
fn fan(scene: &mut Scene, drawing: &Drawing, track: &Track, between: (Spoke, Spoke), half: f32) {
    for (points, &ring) in track.head(between.0, between.1, half).zip(&track.lanes) {
        let Ring { role, emphasis, .. } = &drawing.loops[ring as usize];
        scene.push(*role, emphasis.opacity(), Mark::Triangle { points });
    }
}

/// The bed: two edges, filled for the firm share of the way, from the side of the company that gives.
fn bed(scene: &mut Scene, drawing: &Drawing, track: &Track) {
    if track.bed <= 0.0 {
        return;
    }
    let link = &drawing.links[track.link as usize];
    let opacity = link.emphasis.opacity();
    scene.push(Role::Ground, opacity, stroke(track.parallel(0.0), track.bed + 2.0, 0));
    let firm = within(link.firm_share, 0.0, 1.0);
    if firm > 0.0 {
        let end = track.start.towards(track.base, firm);
        let points = track.bow.curve(track.start, end, 0.0);
        scene.push(Role::BedFill, opacity, stroke(points, track.bed, 0));
    }
    for side in [-0.5, 0.5] {
        let points = track.parallel(side * (track.bed - 1.0));
        scene.push(Role::BedOutline, opacity, stroke(points, 1.0, 0));
    }
}

const fn stroke(points: [crate::Point; 4], width: f32, dash: u8) -> Mark {
    Mark::Curve { points, width, round: false, dash }
}

impl Scene {
    /// Adds a mark on top.
    pub(super) fn push(&mut self, role: Role, opacity: f32, mark: Mark) {
        self.marks.push(Painted { role, opacity, mark });
    }
}
