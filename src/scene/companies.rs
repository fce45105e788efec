//! The circles of companies.

use super::{Disc, Plan, Role, Scene};

/// Smaller circles are dots: an edge would leave nothing of them. None is so small unless there is a crowd.
const EDGED: f32 = 5.0;

/// What a circle is filled with.
pub(super) fn filling(disc: Disc) -> Role {
    if cfg!(feature = "large") && disc.radius < EDGED { Role::CompanyEdge } else { Role::Company }
}

/// Draws all circles that may be seen: fillings, then edges, then rings around what is selected.
pub(super) fn draw(scene: &mut Scene, plan: &Plan) {
    // Edges are inside the radius, so that arrowheads touch them from outside.
    for &(role, further, width) in
        &[(Role::Company, 0.0, 0.0), (Role::CompanyEdge, -0.75, 1.5), (Role::Selected, 2.5, 2.0)]
    {
        for (node, disc) in plan.drawing.nodes.iter().zip(&plan.discs) {
            if let Some(disc) = disc
                && (role != Role::Selected || node.selected)
                && plan.drawing.view.shows(*disc, *disc)
            {
                let role = if role == Role::Company { filling(*disc) } else { role };
                if role == Role::CompanyEdge && width > 0.0 && filling(*disc) == role {
                    continue;
                }
                scene.circle(role, node.emphasis.opacity(), disc.centre, disc.radius + further, width);
            }
        }
    }
}
