//! The circles of companies.

use super::tracks::Disc;
use super::{Drawing, Mark, Node, Role, Scene};

/// Draws all circles that may be seen: fillings, then edges, then rings around what is selected.
pub(super) fn draw(scene: &mut Scene, drawing: &Drawing, discs: &[Option<Disc>]) {
    let seen = || {
        let nodes = drawing.nodes.iter().zip(discs.iter().copied());
        nodes
            .filter_map(|(node, disc)| Some((node, disc?)))
            .filter(|(_, disc)| drawing.view.shows(*disc, *disc))
    };
    let mut circle = |role: Role, node: &Node, Disc { centre, radius }: Disc, width: f32| {
        scene.push(role, node.emphasis.opacity(), Mark::Circle { centre, radius, width });
    };
    for (node, disc) in seen() {
        circle(Role::Company, node, disc, 0.0);
    }
    for (node, disc) in seen() {
        // Inside the radius, so that arrowheads touch the edge from outside.
        circle(Role::CompanyEdge, node, Disc { radius: disc.radius - 0.75, ..disc }, 1.5);
    }
    for (node, disc) in seen().filter(|(node, _)| node.selected) {
        circle(Role::Selected, node, Disc { radius: disc.radius + 2.5, ..disc }, 2.0);
    }
}
