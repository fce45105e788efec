//! Texts: the names of companies, the amounts of arcs, and "+n", where there is room for them.

use super::encode::Text;
use super::room::{Area, FIRM, Room, SLIGHT};
use super::{Disc, Emphasis, Node, Plan, Role, Scene, Track};
use crate::Point;
use crate::order;

/// Above the baseline and below it, in em: capital letters with accents, and descenders.
const ASCENT: f32 = 0.78;
const DESCENT: f32 = 0.22;
/// Between a circle and its label.
const GAP: f32 = 3.0;
/// What the ring around a selected circle takes of that.
const SELECTED: f32 = 3.5;
/// Directions of the middle of a label from the middle of its circle: below, above, right, left, corners.
const SIDES: [(f32, f32); 8] =
    [(0.0, 1.0), (0.0, -1.0), (1.0, 0.0), (-1.0, 0.0), (0.7, 0.7), (-0.7, 0.7), (0.7, -0.7), (-0.7, -0.7)];
/// Where along its arc an amount may stand, best first.
const PLACES: [f32; 5] = [0.5, 0.4, 0.6, 0.3, 0.7];

/// The most ink below an amount that nobody asked for: a corner of its own arc, whose cells it may touch.
const CALM: u32 = 4;
/// Another circle under the name of a company in a coloured loop.
const COVERED: u32 = 1000;
/// Whatever is below.
const ANY: u32 = u32::MAX;

/// A text that was placed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Label {
    /// The node it names, or `None` for an amount.
    pub(super) node: Option<u32>,
    /// The box it takes.
    pub(super) area: Area,
}

/// Places and draws all texts, the most important first; each takes its room. O(n log n + m).
pub(super) fn draw(scene: &mut Scene, plan: &Plan, room: &mut Room) {
    let nodes = plan.drawing.nodes;
    // The highest first: what stands out, then what is selected, then coloured, then large.
    let order = order::by_key(nodes.len(), &|index| {
        let node = &nodes[index];
        let rank = (node.emphasis as u64) << 2 | u64::from(node.selected) << 1 | u64::from(node.in_coloured);
        !(rank << 32 | u64::from(node.radius.to_bits()))
    });
    // What the reader looks at: names, then amounts; then the other names, and amounts where room is left.
    names(scene, plan, room, &order, true);
    counts(scene, plan, room);
    amounts(scene, plan, room, Emphasis::Strong);
    names(scene, plan, room, &order, false);
    amounts(scene, plan, room, Emphasis::Normal);
}

/// The names of the companies that the reader looks at, or those of the others.
fn names(scene: &mut Scene, plan: &Plan, room: &mut Room, order: &[usize], are_strong: bool) {
    let size = plan.sizes.label;
    for &index in order {
        let node = &plan.drawing.nodes[index];
        if node.label_width > 0.0
            && (node.emphasis == Emphasis::Strong) == are_strong
            && let Some(disc) = plan.discs[index]
            && let Some(area) = place_name(node, disc, room, size)
        {
            let at = baseline(&area, size);
            let text = Text { at, size, bold: node.in_coloured, halo: true, place: node.label };
            scene.text(Role::Label, node.emphasis.text_opacity(), &text);
            room.take_box(area, FIRM);
            scene.labels.push(Label { node: Some(index as u32), area });
        }
    }
}

/// The side of a circle where a label covers nothing, and the fewest strokes; below where all are equal.
fn place_name(node: &Node, disc: Disc, room: &Room, size: f32) -> Option<Area> {
    let half_width = (node.label_width * size / 13.0).min(4096.0) / 2.0 + 1.0;
    let half_height = (ASCENT + DESCENT) * size / 2.0;
    let mut best: Option<(u32, Area)> = None;
    // A company of a coloured loop rather covers others, or their arrows, than to have no name.
    let most = if node.in_coloured { FIRM } else { SLIGHT };
    let reach = disc.radius + GAP + if node.selected { SELECTED } else { 0.0 };
    for place in 0..2 * SIDES.len() {
        let (x, y) = SIDES[place % SIDES.len()];
        // Once more a little further out, where a label still belongs to its circle without a line.
        let reach = if place < SIDES.len() { reach } else { reach + 8.0 };
        let order = 5 * place as u32;
        if best.is_some_and(|(least, _)| least <= order) {
            break;
        }
        let shift = Point::new(x * reach + sign(x) * half_width, y * reach + sign(y) * half_height);
        let area = Area::around(disc.centre + shift, half_width, half_height);
        let covered = room.covered(&area, most);
        if covered < most {
            let cost = 2 * room.ink(&area) + order + COVERED * covered;
            if best.is_none_or(|(least, _)| cost < least) {
                best = Some((cost, area));
            }
        }
    }
    match best {
        Some((_, area)) => Some(area),
        // What the reader looks at has its name, whatever it covers.
        None if node.emphasis == Emphasis::Strong => {
            let middle = disc.centre + Point::new(0.0, reach + half_height);
            Some(Area::around(middle, half_width, half_height))
        }
        None => None,
    }
}

/// -1, 0 or 1.
fn sign(value: f32) -> f32 {
    if value == 0.0 { 0.0 } else { value.signum() }
}

/// Amounts of the arcs of one emphasis.
fn amounts(scene: &mut Scene, plan: &Plan, room: &mut Room, emphasis: Emphasis) {
    // Unasked, an amount must not be one of very many.
    let is_asked = emphasis == Emphasis::Strong;
    if !is_asked && plan.drawing.view.small {
        return;
    }
    for track in &plan.tracks {
        let link = &plan.drawing.links[track.link as usize];
        if let Some(text) = link.amount
            && link.emphasis == emphasis
            && link.amount_width > 0.0
            && (is_asked || !track.lanes.is_empty())
        {
            let width = link.amount_width * plan.sizes.amount / 13.0;
            let most = if is_asked { ANY } else { CALM };
            beside(scene, plan, room, track, (Role::Amount, text), (width, most));
        }
    }
}

/// "+n" on arcs in more loops than there is room for.
fn counts(scene: &mut Scene, plan: &Plan, room: &mut Room) {
    for track in &plan.tracks {
        if track.more > 0 {
            let text = plan.drawing.more + track.more - 1;
            beside(scene, plan, room, track, (Role::Label, text), (1.3 * plan.sizes.amount, ANY));
        }
    }
}

/// Puts a text of a width beside an arc where it is free, outside rather than inside; or nowhere, also where
/// it would cover more than `most` ink.
fn beside(
    scene: &mut Scene,
    plan: &Plan,
    room: &mut Room,
    track: &Track,
    (role, text): (Role, u32),
    (width, most): (f32, u32),
) {
    let size = plan.sizes.amount;
    let half_width = width.min(4096.0) / 2.0 + 1.0;
    let half_height = (ASCENT + DESCENT) * size / 2.0;
    let mut best: Option<(u32, Area)> = None;
    for (order, &share) in PLACES.iter().enumerate() {
        let out = track.start.towards(track.base, share).outwards();
        // How far the box reaches towards the arc, so that its nearest corner clears the bed.
        let reach =
            track.bed.max(track.band) / 2.0 + 2.0 + out.x.abs() * half_width + out.y.abs() * half_height;
        // Inside a lens nobody would know to which arc an amount belongs.
        let sides = if most == CALM { 1 } else { 2 };
        for side in 0..sides {
            let offset = if side == 0 { reach } else { -reach };
            let area = Area::around(track.along(share, offset), half_width, half_height);
            let ink = room.ink(&area);
            if ink <= most
                && room.is_free(&area)
                && !(most == CALM && is_nearer_to_another(&area, track, &plan.tracks))
            {
                let cost = 2 * ink + 3 * (order + 2 * side) as u32;
                if best.is_none_or(|(least, _)| cost < least) {
                    best = Some((cost, area));
                }
            }
        }
    }
    if let Some((_, area)) = best {
        let text =
            Text { at: baseline(&area, size), size, bold: role == Role::Label, halo: true, place: text };
        scene.text(role, 1.0, &text);
        room.take_box(area, FIRM);
        scene.labels.push(Label { node: None, area });
    }
}

/// Whether a reader could take an amount for that of another coloured arc.
fn is_nearer_to_another(area: &Area, own: &Track, tracks: &[Track]) -> bool {
    let middle = Point::new(f32::midpoint(area.left, area.right), f32::midpoint(area.top, area.bottom));
    let distance = |track: &Track| {
        let steps = (1..10).map(|step| (track.along(step as f32 / 10.0, 0.0) - middle).length());
        steps.fold(f32::INFINITY, f32::min)
    };
    let near = distance(own);
    tracks.iter().any(|track| track.link != own.link && !track.lanes.is_empty() && distance(track) < near)
}

/// Where the text of a box stands.
fn baseline(area: &Area, size: f32) -> Point {
    Point::new(f32::midpoint(area.left, area.right), area.bottom - DESCENT * size)
}
