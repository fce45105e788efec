//! Drawings for tests.

use super::{Drawing, Emphasis, Link, Node, Ring, Role, View, text_width};
use crate::Point;

/// A drawing that owns its parts.
#[derive(Debug)]
pub(crate) struct Fixture {
    pub(crate) nodes: Vec<Node>,
    pub(crate) links: Vec<Link>,
    pub(crate) rings: Vec<Ring>,
    pub(crate) more: u32,
    pub(crate) texts: Vec<String>,
    pub(crate) view: View,
}

impl Fixture {
    /// Companies called A, B, C and so on, without arcs, seen at zoom 1 with (0, 0) at (100, 100).
    pub(crate) fn new(positions: &[(f32, f32)]) -> Self {
        let mut fixture = Self {
            nodes: Vec::new(),
            links: Vec::new(),
            rings: Vec::new(),
            more: 0,
            texts: Vec::new(),
            view: View { width: 960.0, height: 640.0, scale: 1.0, x: 100.0, y: 100.0, small: false },
        };
        for (index, &(x, y)) in positions.iter().enumerate() {
            fixture.node(&char::from(b'A' + (index % 26) as u8).to_string(), x, y, 14.0);
        }
        fixture
    }

    pub(crate) fn node(&mut self, label: &str, x: f32, y: f32, radius: f32) {
        self.texts.push(label.to_owned());
        self.nodes.push(Node {
            at: Point::new(x, y),
            radius,
            label: self.texts.len() as u32 - 1,
            label_width: text_width(label, 13.0, true),
            in_coloured: false,
            emphasis: Emphasis::Normal,
            selected: false,
        });
    }

    pub(crate) fn link(&mut self, from: u32, to: u32) -> &mut Link {
        self.links.push(Link {
            from,
            to,
            width: 6.0,
            firm_share: 1.0,
            in_loop: true,
            dash: 0,
            amount: None,
            amount_width: 0.0,
            emphasis: Emphasis::Normal,
        });
        let last = self.links.len() - 1;
        &mut self.links[last]
    }

    pub(crate) fn drawing(&self) -> Drawing<'_> {
        Drawing {
            nodes: &self.nodes,
            links: &self.links,
            loops: &self.rings,
            more: self.more,
            view: self.view,
        }
    }
}

/// A loop in a slot over links.
pub(crate) fn ring(slot: u8, links: &[u32]) -> Ring {
    Ring {
        role: Role::Cycle(slot),
        number: 0,
        no_figure: false,
        links: links.to_vec(),
        emphasis: Emphasis::Normal,
    }
}

/// Companies A and B with an arc each way, loops in the slots given on both.
pub(crate) fn lens(slots: u8) -> Fixture {
    let mut fixture = Fixture::new(&[(0.0, 0.0), (200.0, 0.0)]);
    fixture.link(0, 1);
    fixture.link(1, 0);
    fixture.rings = (1..=slots).map(|slot| ring(slot, &[0, 1])).collect();
    fixture
}

/// The nine companies of the first picture, placed by hand, with their 30 arcs and six loops.
pub(crate) fn overview() -> Fixture {
    let mut fixture = Fixture::new(&[]);
    fixture.view = View { width: 960.0, height: 640.0, scale: 1.0, x: 480.0, y: 318.0, small: false };
    for (label, x, y, radius) in [
        ("Amazon", -250.0, 165.0, 24.0),
        ("Anthropic", -255.0, -105.0, 24.0),
        ("Google", -410.0, 20.0, 21.0),
        ("Nvidia", 215.0, -215.0, 24.0),
        ("OpenAI", 20.0, 50.0, 28.0),
        ("Oracle", -30.0, -225.0, 21.0),
        ("CoreWeave", 385.0, -60.0, 17.0),
        ("Microsoft", 120.0, 240.0, 21.0),
        ("AMD", 330.0, 135.0, 15.0),
    ] {
        fixture.node(label, x, y, radius);
    }
    for (index, (from, to, amount, firm)) in ARCS.into_iter().enumerate() {
        let text = format!("${amount} billion");
        let class = [(100.0, 14.0), (40.0, 11.0), (10.0, 8.0), (1.0, 5.5), (0.1, 3.5)];
        let width = class.iter().find(|&&(least, _)| amount >= least).map_or(0.0, |&(_, width)| width);
        let link = fixture.link(from, to);
        (link.width, link.firm_share) = (width, if amount > 0.0 { firm / amount } else { 0.0 });
        link.amount = (amount > 0.0).then_some(9 + index as u32);
        link.amount_width = text_width(&text, 13.0, false);
        link.in_loop = !matches!((from, to), (8, 1) | (5, 8));
        fixture.texts.push(text);
    }
    for (slot, cycle) in
        [vec![0, 4], vec![1, 2], vec![0, 1], vec![3, 4, 5], vec![3, 4], vec![4, 8]].into_iter().enumerate()
    {
        let find = |at: usize| {
            let ends = (cycle[at], cycle[(at + 1) % cycle.len()]);
            ARCS.iter().position(|&(from, to, ..)| (from, to) == ends).unwrap_or_default() as u32
        };
        let mut ring = ring(slot as u8 + 1, &(0..cycle.len()).map(find).collect::<Vec<u32>>());
        fixture.texts.push((slot + 1).to_string());
        ring.number = fixture.texts.len() as u32 - 1;
        ring.no_figure = slot > 3;
        for &node in &cycle {
            fixture.nodes[node as usize].in_coloured = true;
        }
        fixture.rings.push(ring);
    }
    fixture
}

/// From, to, billions, firm billions; 0 where undisclosed.
const ARCS: [(u32, u32, f32, f32); 30] = [
    (0, 1, 33.0, 9.0),
    (0, 3, 0.0, 0.0),
    (0, 4, 50.0, 15.0),
    (8, 1, 5.0, 0.0),
    (8, 4, 0.0, 0.0),
    (1, 0, 100.0, 100.0),
    (1, 8, 0.0, 0.0),
    (1, 6, 0.0, 0.0),
    (1, 2, 200.0, 200.0),
    (1, 7, 30.0, 30.0),
    (6, 3, 0.0, 0.0),
    (6, 4, 0.35, 0.35),
    (2, 1, 43.75, 13.75),
    (2, 3, 0.0, 0.0),
    (7, 1, 5.0, 0.0),
    (7, 6, 10.0, 10.0),
    (7, 3, 0.0, 0.0),
    (7, 4, 11.0, 11.0),
    (3, 1, 10.0, 0.0),
    (3, 6, 3.65, 3.65),
    (3, 4, 30.0, 30.0),
    (4, 0, 138.0, 138.0),
    (4, 8, 0.0, 0.0),
    (4, 6, 22.4, 0.0),
    (4, 2, 0.0, 0.0),
    (4, 7, 250.0, 250.0),
    (4, 3, 0.0, 0.0),
    (4, 5, 300.0, 300.0),
    (5, 8, 0.0, 0.0),
    (5, 3, 40.0, 40.0),
];
