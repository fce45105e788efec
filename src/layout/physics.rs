//! `force_graph` 0.4.0 made safe. What it does by itself, and what is done about it here:
//!
//! | it | here |
//! |---|---|
//! | merges parallel and reverse edges | gets one link per pair, and keeps no data |
//! | panics on an edge of a node with itself | never gets one: `Graph` drops it |
//! | never separates coincident nodes | bodies at one place are moved apart by a hair before each tick |
//! | lets an anchored node gather acceleration and flings it on release | is rebuilt on every release |
//! | has no pull to the centre | the layout pulls towards the arrangement |
//! | applies force x dt squared, unclamped | fixed ticks, slower for hubs, displacement clamped, rebuilt when it runs away |
//! | never cools | `heat` scales its speed |

use force_graph::{DefaultNodeIdx, EdgeData, ForceGraph, NodeData, SimulationParameters};

use super::graph::Graph;
use crate::Point;

/// Seconds of one tick, always: at 1/30 every network like ours diverges.
pub(super) const TICK: f32 = 1.0 / 60.0;

/// The farthest a body moves in one tick.
pub(super) const LEAP: f32 = 12.0;

/// `force_graph`'s own values: the spring pulls with half of `SPRING` times the distance, the charge
/// pushes with `charge * MASS^2 / distance^2`.
pub(super) const SPRING: f32 = 0.3;
pub(super) const MASS: f32 = 10.0;
pub(super) const SPEED: f32 = 7000.0;

/// How far a hub's springs may carry it past its balance in one tick, as a share of the way. From 2 on it
/// would oscillate ever wider; its neighbours' pull on the same springs doubles the effect.
pub(super) const STIFFNESS: f32 = 0.5;

/// What moves bodies by the forces between them.
pub(super) trait Engine {
    /// Starts afresh from these places: no speed, no gathered acceleration.
    fn rebuild(&mut self, graph: &Graph, points: &[Point]);

    /// One tick at some heat (0..=1) from `points`, which are what the last tick and the constraints after
    /// it made.
    fn tick(&mut self, graph: &Graph, points: &mut [Point], heat: f32);
}

/// How strong a charge is if two bodies joined by one spring come to rest `unit` apart:
/// spring / 2 * unit = charge * mass^2 / unit^2.
pub(super) fn charge(unit: f32) -> f32 {
    SPRING / 2.0 * unit * unit * unit / (MASS * MASS)
}

/// The force-directed physics of some bodies. O(n^2) a tick.
pub(super) struct Physics {
    graph: ForceGraph<(), ()>,
    unit: f32,
    /// The speed at which the busiest hub is stable.
    speed: f32,
}

impl Physics {
    /// Two bodies joined by one spring come to rest `unit` apart.
    pub fn new(graph: &Graph, unit: f32, points: &[Point]) -> Self {
        let stiffest = SPRING / 2.0 * graph.hub().1.max(1) as f32 * TICK * TICK * TICK;
        let mut physics = ForceGraph::new(SimulationParameters {
            force_charge: charge(unit),
            force_spring: SPRING,
            ..SimulationParameters::default()
        });
        for (body, &Point { x, y }) in graph.bodies.iter().zip(points) {
            physics.add_node(NodeData { x, y, mass: MASS, is_anchor: body.mobility == 0.0, user_data: () });
        }
        // Nodes are numbered as they come.
        let node = |body: u32| DefaultNodeIdx::new(body as usize);
        for link in &graph.links {
            physics.add_edge(node(link.a), node(link.b), EdgeData::default());
        }
        Self { graph: physics, unit, speed: SPEED.min(STIFFNESS / stiffest) }
    }
}

impl Engine for Physics {
    fn rebuild(&mut self, graph: &Graph, points: &[Point]) {
        *self = Self::new(graph, self.unit, points);
    }

    fn tick(&mut self, graph: &Graph, points: &mut [Point], heat: f32) {
        part(points);
        let mut body = 0;
        self.graph.visit_nodes_mut(|node| {
            (node.data.x, node.data.y) = (points[body].x, points[body].y);
            node.data.is_anchor = graph.bodies[body].mobility == 0.0;
            body += 1;
        });
        self.graph.parameters.node_speed = self.speed * heat;
        self.graph.update(TICK);
        body = 0;
        let mut wild = false;
        self.graph.visit_nodes_mut(|node| {
            let to = Point::new(node.data.x, node.data.y);
            wild |= (to - points[body]).length() > LEAP || !to.length().is_finite();
            points[body] = leap(points[body], to, LEAP);
            body += 1;
        });
        if wild {
            self.rebuild(graph, points);
        }
    }
}

/// From `from` towards `to`, not farther than `most`.
pub(super) fn leap(from: Point, to: Point, most: f32) -> Point {
    let way = to - from;
    let length = way.length();
    if length <= most {
        to
    } else if length.is_finite() {
        from + way * (most / length)
    } else {
        from
    }
}

/// Moves a body that stands exactly on another by a hair, each to another side. O(n^2).
fn part(points: &mut [Point]) {
    for body in 1..points.len() {
        if points[..body].contains(&points[body]) {
            points[body].x += 0.01 * (1 + body % 7) as f32;
            points[body].y += 0.01 * (1 + body % 5) as f32;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::{Body, Spring};

    fn graph(count: usize, springs: &[(u32, u32)]) -> Graph {
        let springs: Vec<Spring> = springs.iter().map(|&(a, b)| Spring { a, b }).collect();
        Graph::new(&vec![Body::default(); count], &springs, &[])
    }

    fn farthest(points: &[Point]) -> f32 {
        points.iter().map(|point| point.length()).fold(0.0, f32::max)
    }

    #[test]
    fn a_self_loop_is_skipped_where_force_graph_panics() {
        let graph = graph(2, &[(0, 0), (0, 1), (1, 1)]);
        assert_eq!(graph.links.len(), 1);
        let mut points = vec![Point::default(), Point::new(50.0, 0.0)];
        Physics::new(&graph, 100.0, &points).tick(&graph, &mut points, 1.0);
        assert!(points[1].x > 50.0);
    }

    #[test]
    fn parallel_and_reverse_springs_are_one() {
        let [one, many] = [graph(2, &[(0, 1)]), graph(2, &[(1, 0), (0, 1), (0, 1), (1, 0)])];
        assert_eq!(many.links.len(), 1);
        let run = |graph: &Graph| {
            let mut points = vec![Point::default(), Point::new(50.0, 20.0)];
            let mut physics = Physics::new(graph, 100.0, &points);
            (0..30).for_each(|_| physics.tick(graph, &mut points, 1.0));
            points
        };
        assert_eq!(run(&one), run(&many));
    }

    #[test]
    fn coincident_bodies_are_parted() {
        let graph = graph(6, &[(0, 1), (2, 3)]);
        let mut points = vec![Point::new(3.0, 4.0); 6];
        let mut physics = Physics::new(&graph, 100.0, &points);
        (0..60).for_each(|_| physics.tick(&graph, &mut points, 1.0));
        for (i, a) in points.iter().enumerate() {
            for b in &points[i + 1..] {
                assert!((*a - *b).length() > 20.0, "{points:?}");
            }
        }
    }

    #[test]
    fn two_bodies_come_to_rest_a_spring_apart() {
        let graph = graph(2, &[(0, 1)]);
        let mut points = vec![Point::default(), Point::new(400.0, 0.0)];
        let mut physics = Physics::new(&graph, 120.0, &points);
        (0..600).for_each(|_| physics.tick(&graph, &mut points, 1.0));
        let apart = (points[1] - points[0]).length();
        assert!((apart - 120.0).abs() < 2.0, "{apart}");
    }

    #[test]
    fn a_hub_with_346_springs_stays_stable() {
        let springs: Vec<(u32, u32)> = (1..=346).map(|leaf| (0, leaf)).collect();
        let graph = graph(347, &springs);
        let mut points: Vec<Point> = (0..347)
            .map(|body: u16| Point::new(f32::from(body % 19) * 40.0, f32::from(body / 19) * 40.0))
            .collect();
        let mut physics = Physics::new(&graph, 100.0, &points);
        let mut last = 0.0;
        for tick in 0..400 {
            let before = points[0];
            physics.tick(&graph, &mut points, 1.0);
            last = (points[0] - before).length();
            assert!(farthest(&points) < 4000.0, "thrown at tick {tick}");
        }
        assert!(last < 0.5, "the hub still swings by {last}");
    }

    #[test]
    fn one_tick_cannot_throw_and_what_ran_away_is_forgotten() {
        let graph = graph(3, &[(0, 1), (1, 2)]);
        let mut points = vec![Point::new(-4e5, 0.0), Point::new(4e5, 1.0), Point::new(0.0, 0.0)];
        let mut physics = Physics::new(&graph, 100.0, &points);
        for _ in 0..100 {
            let before = points.clone();
            physics.tick(&graph, &mut points, 1.0);
            for (from, to) in before.iter().zip(&points) {
                assert!((*to - *from).length() <= LEAP * 1.01);
            }
        }
        // Put near each other, nothing of the old speed is left.
        points = vec![Point::new(-100.0, 0.0), Point::new(0.0, 0.0), Point::new(100.0, 0.0)];
        physics.tick(&graph, &mut points, 1.0);
        physics.tick(&graph, &mut points, 1.0);
        assert!(farthest(&points) < 110.0, "{points:?}");
    }

    #[test]
    fn without_heat_nothing_is_pushed() {
        let graph = graph(2, &[(0, 1)]);
        let mut points = vec![Point::default(), Point::new(30.0, 0.0)];
        Physics::new(&graph, 100.0, &points).tick(&graph, &mut points, 0.0);
        assert_eq!(points, [Point::default(), Point::new(30.0, 0.0)]);
    }

    #[test]
    fn an_anchor_gathers_nothing_for_its_release() {
        let mut graph = graph(3, &[(0, 1), (1, 2)]);
        let mut points = vec![Point::new(-100.0, 0.0), Point::new(0.0, 10.0), Point::new(100.0, 0.0)];
        graph.bodies[1].mobility = 0.0;
        let mut physics = Physics::new(&graph, 100.0, &points);
        for _ in 0..300 {
            physics.tick(&graph, &mut points, 1.0);
            assert_eq!(points[1], Point::new(0.0, 10.0));
        }
        let before = points[1];
        graph.bodies[1].mobility = 1.0;
        physics.rebuild(&graph, &points);
        physics.tick(&graph, &mut points, 1.0);
        assert!((points[1] - before).length() < 6.0, "{points:?}");
    }
}
