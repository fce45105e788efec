//! Parts too large to be arranged in one go: they stand as a radial tree at once, and the forces improve it from there,
//! tick by tick, cooling.

use super::BarnesHut;
use crate::layout::{
    Body, Spring, Wheel, components::components, draft::STRESS_LIMIT, graph::Graph, physics::Engine,
};
use crate::{Point, frame::Frame};

/// Ticks until it is cold, whatever the clock says, and how warm it is at first. Of 10,000 companies of a
/// preferential network these take the stress from 0.20 to 0.175; as many again gain a hundredth more of what is left,
/// and ten times the heat undoes what the tree has sorted.
const TICKS: u32 = 120;
const HEAT: f32 = 0.1;

/// Half the longer side of a part while the forces work on it: what a body may move in a tick is a share of that.
const REACH: f32 = 400.0;

/// What is left of that for a part that was shown before, but for a few bodies: it stays the same figure.
const KNOWN: f32 = 0.2;

/// After so many ticks the charge is weighed anew against the springs.
const WEIGHED_FOR: u32 = 8;

/// All parts that are settling.
pub(in crate::layout) struct Settling {
    parts: Vec<Part>,
    tick: u32,
}

/// One connected part, in coordinates of its own.
struct Part {
    bodies: Vec<u32>,
    graph: Graph,
    engine: BarnesHut,
    points: Vec<Point>,
    /// Where it is on the stage, and the room it has there.
    middle: Point,
    room: Point,
    /// Its own coordinates over those of the stage.
    scale: f32,
    /// How warm it is at first.
    heat: f32,
    /// Whether a body is placed by hand: then nothing is moved as a whole.
    pinned: bool,
}

impl Settling {
    /// What there is to settle from these places; nothing if every part is small.
    pub fn new(bodies: &[Body], springs: &[Spring], wheels: &[Wheel], places: &[Point]) -> Option<Self> {
        let graph = Graph::new(bodies, springs, wheels);
        let large = components(&graph).into_iter().filter(|part| part.len() > STRESS_LIMIT);
        let parts: Vec<_> =
            large.map(|part| Part::new(Graph::part(bodies, springs, wheels, &part), part, places)).collect();
        (!parts.is_empty()).then_some(Self { parts, tick: 0 })
    }

    /// One tick; false once it is cold.
    pub fn step(&mut self, places: &mut [Point]) -> bool {
        let left = 1.0 - self.tick as f32 / TICKS as f32;
        for part in &mut self.parts {
            // A reader may have moved something in between.
            for (&body, point) in part.bodies.iter().zip(&mut part.points) {
                *point = (places[body as usize] - part.middle) * part.scale;
            }
            if self.tick.is_multiple_of(WEIGHED_FOR) {
                part.engine.balance(&mut part.points);
            }
            part.tick(left);
            for ((&body, &point), disc) in part.bodies.iter().zip(&part.points).zip(&part.graph.bodies) {
                if disc.mobility > 0.0 {
                    places[body as usize] = part.middle + point * (1.0 / part.scale);
                }
            }
        }
        self.tick += 1;
        self.tick < TICKS
    }
}

impl Part {
    fn new(graph: Graph, bodies: Vec<u32>, places: &[Point]) -> Self {
        let mut frame = Frame::EMPTY;
        for &body in &bodies {
            frame.take(places[body as usize]);
        }
        let (middle, room) = (frame.middle(), frame.high - frame.low);
        let scale = 2.0 * REACH / room.x.max(room.y).max(1.0);
        let points = vec![Point::default(); bodies.len()];
        // How long a spring is at rest follows from the room there is: see `balance`.
        let engine = BarnesHut::new(&graph, 1.0);
        let known = graph.bodies.iter().filter(|body| body.place.is_some()).count();
        let heat = if 2 * known > bodies.len() { HEAT * KNOWN } else { HEAT };
        let pinned = graph.bodies.iter().any(|body| body.mobility == 0.0);
        Self { bodies, graph, engine, points, middle, room: room * scale, scale, heat, pinned }
    }

    fn tick(&mut self, left: f32) {
        // Sorted anew each time: bodies move farther here than where they only give way.
        self.engine.restart();
        self.engine.tick(&self.graph, &mut self.points, self.heat * left);
        if self.pinned {
            return;
        }
        let mut frame = Frame::EMPTY;
        for &point in &self.points {
            frame.take(point);
        }
        let (span, middle) = (frame.high - frame.low, frame.middle());
        let fit = (self.room.x / span.x.max(1.0)).min(self.room.y / span.y.max(1.0));
        for point in &mut self.points {
            *point = (*point - middle) * fit;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::{Layout, Stage, arrange};

    const STAGE: Stage = Stage { width: 1280.0, height: 800.0 };

    /// A network of 1,010 that hangs together, each with two that came long before it, and two companies apart.
    fn network() -> (Vec<Body>, Vec<Spring>) {
        let body = Body { radius: 9.0, label_width: 50.0, label_height: 16.0, ..Body::default() };
        let spring = |a, b| Spring { a, b };
        let mut springs: Vec<Spring> =
            (1..1_010).flat_map(|n| [spring(n, n / 3), spring(n, n / 7)]).collect();
        springs.push(spring(1_010, 1_011));
        (vec![body; 1_012], springs)
    }

    fn settled(layout: &mut Layout) -> u32 {
        let mut ticks = 0;
        while layout.step() {
            ticks += 1;
        }
        ticks
    }

    #[test]
    fn a_crowd_stands_at_once_settles_in_its_room_as_in_one_go_and_rests() {
        let (bodies, springs) = network();
        let mut layout = Layout::new(&bodies, &springs, &[], STAGE);
        let mut before = Frame::EMPTY;
        layout.positions().iter().for_each(|&point| before.take(point));
        let start = layout.positions().to_vec();
        assert_eq!(settled(&mut layout), TICKS);
        assert!(!layout.step(), "at rest");
        let mut after = Frame::EMPTY;
        layout.positions().iter().for_each(|&point| after.take(point));
        for (was, is) in [(before.low, after.low), (before.high * -1.0, after.high * -1.0)] {
            assert!(is.x > was.x - 1.0 && is.y > was.y - 1.0, "{before:?} became {after:?}");
        }
        assert_eq!(layout.positions()[1_010..], start[1_010..], "what is small keeps its place");
        assert_eq!(layout.positions(), arrange(&bodies, &springs, &[], STAGE));
        let length = |points: &[Point]| {
            let all = springs.iter().map(|spring| points[spring.a as usize] - points[spring.b as usize]);
            all.map(Point::length).sum::<f32>()
        };
        assert!(length(layout.positions()) < 0.9 * length(&start), "springs are no shorter");
    }

    #[test]
    fn what_is_placed_by_hand_stays_there() {
        let (mut bodies, springs) = network();
        bodies[3].pinned = Some(Point::new(200.0, -300.0));
        let mut layout = Layout::new(&bodies, &springs, &[], STAGE);
        settled(&mut layout);
        assert_eq!(layout.positions()[3], Point::new(200.0, -300.0));
        assert!(layout.positions().iter().all(|point| point.length() < 20_000.0));
    }

    #[test]
    fn what_is_held_meanwhile_is_held_exactly() {
        let (bodies, springs) = network();
        let mut layout = Layout::new(&bodies, &springs, &[], STAGE);
        (0..10).for_each(|_| assert!(layout.step()));
        layout.pin(5, Point::new(50.0, 60.0));
        (0..10).for_each(|_| assert!(layout.step()));
        assert_eq!(layout.positions()[5], Point::new(50.0, 60.0));
        layout.release(5);
        (0..10).for_each(|_| assert!(layout.step()));
        assert!((layout.positions()[5] - Point::new(50.0, 60.0)).length() < 60.0, "it was flung away");
    }
}
