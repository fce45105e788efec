//! A great many companies in motion: circles and straight lines, and the names that matter. Where everything moves,
//! nobody reads amounts or follows a bend; at rest the whole picture is drawn.

use super::companies::filling;
use super::tracks::Disc;
use super::{Drawing, Emphasis, Link, Role, SMALL, Scene, View, WIDE, bounded, encode::Text, tracks};
use crate::{Point, point::within};

/// With more links than this a drawing in motion is a crowd.
pub const CROWD: usize = 1_000;

/// Width of a line in CSS pixels, at least and at most. Up to one pixel of the screen painters draw each line by
/// itself, which is ten times quicker than its outline.
const LINE: (f32, f32) = (0.5, 1.0);

/// Of the arcs in no loop that nobody looks at, about so many are drawn while they move: more are a grey ground in which
/// no eye finds one, and take a browser without a graphics card half of its time.
const MOST_PLAIN: usize = 10_000;

/// The scene of a crowd in motion. Only its companies can be picked. O(n + m).
pub fn crowd(drawing: &Drawing) -> Scene {
    let sizes = if drawing.view.small { &SMALL } else { &WIDE };
    let View { width, height, .. } = drawing.view;
    let mut scene = Scene { width: bounded(width), height: bounded(height), ..Scene::default() };
    let discs = tracks::discs(drawing);
    let ends = |link: &Link| {
        let disc = |node: u32| *discs.get(node as usize)?;
        let (from, to) = (disc(link.from)?, disc(link.to)?);
        drawing.view.shows(from, to).then_some((from, to))
    };
    let width = within(drawing.thinness(), LINE.0, LINE.1);
    let plain = drawing.links.iter().filter(|link| !link.in_loop).count();
    let pace = plain.div_ceil(MOST_PLAIN).max(1);
    // Equal strokes follow each other, so that a painter draws them as one path.
    for emphasis in [Emphasis::Faded, Emphasis::Normal, Emphasis::Strong] {
        for (in_loop, role) in [(false, Role::Plain), (true, Role::Bed)] {
            let pace = if in_loop || emphasis == Emphasis::Strong { 1 } else { pace };
            for link in drawing.links.iter().step_by(pace) {
                if (link.emphasis, link.in_loop) == (emphasis, in_loop)
                    && let Some(ends) = ends(link)
                {
                    line(&mut scene, role, emphasis, ends, width);
                }
            }
        }
    }
    for ring in drawing.loops {
        for &link in &ring.links {
            if let Some(ends) = ends(&drawing.links[link as usize]) {
                line(&mut scene, ring.role, ring.emphasis, ends, sizes.lane);
            }
        }
    }
    for (wanted, further, width) in
        [(Role::CompanyEdge, 0.0, 0.0), (Role::Company, 0.0, 0.0), (Role::Company, -0.5, LINE.1)]
    {
        for emphasis in [Emphasis::Faded, Emphasis::Normal, Emphasis::Strong] {
            for (node, disc) in drawing.nodes.iter().zip(&discs) {
                if let Some(disc) = disc
                    && node.emphasis == emphasis
                    && filling(*disc) == wanted
                    && drawing.view.shows(*disc, *disc)
                {
                    let role = if width > 0.0 { Role::CompanyEdge } else { wanted };
                    scene.circle(role, emphasis.opacity(), disc.centre, disc.radius + further, width);
                }
            }
        }
    }
    for (node, disc) in drawing.nodes.iter().zip(&discs) {
        if let Some(disc) = disc
            && node.label_width > 0.0
            && (node.in_coloured || node.selected)
            && drawing.view.shows(*disc, *disc)
        {
            let at = disc.centre + Point::new(0.0, disc.radius + sizes.label);
            let text = Text { at, size: sizes.label, bold: node.in_coloured, halo: true, place: node.label };
            scene.text(Role::Label, node.emphasis.text_opacity(), &text);
        }
    }
    scene.discs = discs;
    scene
}

/// A straight line from circle to circle, as a curve whose handles are its ends.
fn line(scene: &mut Scene, role: Role, emphasis: Emphasis, (from, to): (Disc, Disc), width: f32) {
    let (a, b) = (from.centre, to.centre);
    scene.curve(role, emphasis.opacity(), &[a, a, b, b], width, 0);
}

#[cfg(test)]
mod tests {
    use super::super::{Mark, fixture};
    use super::*;

    #[test]
    fn lines_circles_and_the_names_that_matter() {
        let fixture = fixture::overview();
        let scene = crowd(&fixture.drawing());
        let marks = scene.marks();
        let count = |is: fn(&Mark) -> bool| marks.iter().filter(|painted| is(&painted.mark)).count();
        let lines = fixture.links.len() + fixture.rings.iter().map(|ring| ring.links.len()).sum::<usize>();
        assert_eq!(count(|mark| matches!(mark, Mark::Curve { .. })), lines);
        assert_eq!(count(|mark| matches!(mark, Mark::Circle { width: 0.0, .. })), fixture.nodes.len());
        assert_eq!(
            count(|mark| matches!(mark, Mark::Text { .. })),
            fixture.nodes.iter().filter(|node| node.in_coloured).count()
        );
        assert!(marks.iter().all(|painted| !matches!(painted.mark, Mark::Triangle { .. })));
        let at = fixture.drawing().view.place(fixture.nodes[4].at);
        assert_eq!(scene.pick(at, 1.0), Some(super::super::Hit::Node(4)));
    }
}
