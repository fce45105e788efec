//! What moves the bodies: `force_graph` as far as it is quick and stable, and our own engine of the same law beyond.

#[cfg(feature = "large")]
use super::physics::Engine;
use super::{graph::Graph, physics};
use crate::Point;

/// Up to so many bodies `force_graph` animates (0.66 ms a tick at 200 in wasm) and everything is arranged anew around
/// what a reader moves; above, our own engine does, or bodies glide where that is not built in, and give way.
pub(super) const PHYSICS_LIMIT: usize = 250;

/// What moves the bodies. Where there is one kind alone, nothing is paid for a choice.
#[cfg(feature = "large")]
pub(super) type Motor = Box<dyn Engine>;
#[cfg(not(feature = "large"))]
pub(super) type Motor = physics::Physics;

/// What moves these bodies: nothing if there are too many for what is built in.
#[cfg(feature = "large")]
#[allow(clippy::unnecessary_wraps, reason = "there is not always one without this feature")]
pub(super) fn motor(graph: &Graph, unit: f32, points: &[Point]) -> Option<Motor> {
    if graph.len() > PHYSICS_LIMIT || graph.hub().1 > super::large::STEADY {
        return Some(Box::new(super::large::BarnesHut::new(graph, unit)));
    }
    Some(Box::new(physics::Physics::new(graph, unit, points)))
}

#[cfg(not(feature = "large"))]
pub(super) fn motor(graph: &Graph, unit: f32, points: &[Point]) -> Option<Motor> {
    (graph.len() <= PHYSICS_LIMIT).then(|| physics::Physics::new(graph, unit, points))
}
