//! The scene of a figure, and what is at a point of it.

use super::{Figure, Target, stage::NONE};
use crate::arcs::{Arc, ArcId, Arcs};
use crate::cycles::CycleId;
use crate::digits::decimal;
use crate::network::{Amount, CompanyId, Network};
#[cfg(feature = "large")]
use crate::scene::{CROWD, crowd};
use crate::scene::{Drawing, Emphasis, Hit, Link, Node, Ring, Role, Scene, View, scene, text_width};
use crate::words::short_sum;

/// Font size of labels, in CSS pixels.
pub(super) const LABEL_SIZE: f32 = 13.0;
/// Widths of beds by class of amount, largest first, and of undisclosed arcs.
const BED_WIDTHS: [f32; 4] = [13.0, 9.0, 6.0, 4.0];
const UNDISCLOSED_WIDTH: f32 = 2.5;
/// Radii of companies by class of disclosed value in and out, largest first.
const RADII: [f32; 4] = [21.0, 16.0, 12.0, 9.0];
/// Badge texts "1" to "8" and "+1" to "+9".
const NUMBERS: u32 = 8;
const MORE: u32 = 9;

/// What the nodes, links and loops of the scene are.
#[derive(Clone, Debug, Default)]
pub(super) struct Drawn {
    arcs: Vec<ArcId>,
    loops: Vec<CycleId>,
}

/// Sets all texts that a scene can refer to: the labels of all companies, badge numbers, "+n", which are there
/// for good, and amounts of all arcs.
pub(super) fn set_texts(texts: &mut Vec<String>, network: &Network, arcs: &Arcs, unit: &str) {
    if texts.is_empty() {
        for company in 0..network.companies().len() as u32 {
            texts.push(network.label(CompanyId(company)).to_owned());
        }
        for (sign, count) in [("", NUMBERS), ("+", MORE)] {
            for number in 0..count {
                texts.push(sign.to_owned() + &decimal(u64::from(number + 1), 0));
            }
        }
    }
    texts.truncate(network.companies().len() + (NUMBERS + MORE) as usize);
    for arc in arcs.all() {
        texts.push(short_sum(arc, unit));
    }
}

/// The smallest amount of each class, largest first; the last is zero. A class is a power of ten, so that a
/// legend can say it: "$100 billion or more".
pub(super) fn classes(arcs: &Arcs) -> [Amount; 4] {
    let largest = arcs.all().iter().filter_map(|arc| arc.amount).max().unwrap_or_default();
    let mut top = 1;
    while largest.0 / 10 >= top {
        top *= 10;
    }
    [Amount(top), Amount(top / 10), Amount(top / 100), Amount(0)]
}

fn class(classes: &[Amount; 4], amount: Amount) -> usize {
    classes.iter().position(|&least| amount >= least).unwrap_or(3)
}

/// Radii of all companies' circles: the classes of their disclosed value in and out.
pub(super) fn radii(companies: usize, arcs: &Arcs, classes: &[Amount; 4]) -> Vec<f32> {
    let mut radii = Vec::new();
    for value in arcs.values(companies) {
        radii.push(RADII[class(classes, value)]);
    }
    radii
}

impl Figure {
    /// Makes the scene for a view.
    pub fn draw(&mut self, view: View) {
        let looking = self.focus.or(self.selected);
        let accent = match looking {
            Some(Target::Loop(cycle)) if !self.slots.contains(&Some(cycle)) => Some(cycle),
            _ => None,
        };
        let accent_text = accent.map_or(0, |cycle| self.rank_text(cycle));
        let at_rest = if looking.is_some() { Emphasis::Faded } else { Emphasis::Normal };
        let places = self.placed.places(self.network().companies().len());
        let mut nodes = Vec::with_capacity(self.placed.companies.len());
        for (&company, &at) in self.placed.companies.iter().zip(self.placed.positions()) {
            let is_asked = looking == Some(Target::Company(company));
            nodes.push(Node {
                at,
                radius: self.radii[company.index()],
                label: company.0,
                label_width: self.label_width(company),
                in_coloured: false,
                emphasis: if is_asked { Emphasis::Strong } else { at_rest },
                selected: self.selected == Some(Target::Company(company)),
            });
        }
        let mut drawn = Drawn::default();
        let mut links = Vec::new();
        for (place, arc) in self.arcs.all().iter().enumerate() {
            let id = ArcId(place as u32);
            let (from, to) = (places[arc.from.index()], places[arc.to.index()]);
            if from == NONE || to == NONE {
                continue;
            }
            let mut link = self.link(id, arc, at_rest);
            (link.from, link.to) = (from, to);
            if looking.is_some_and(|target| self.is_of(id, arc, target)) {
                link.emphasis = Emphasis::Strong;
                // Dashes on a loop that is looked at only: long where nothing is signed.
                link.dash = u8::from(matches!(looking, Some(Target::Loop(_))) && !arc.status.is_firm());
                nodes[from as usize].emphasis = Emphasis::Strong;
                nodes[to as usize].emphasis = Emphasis::Strong;
            }
            links.push(link);
            drawn.arcs.push(id);
        }
        let mut loops = Vec::new();
        for slot in 0..=self.slots.len() {
            // After the slots, what has none and is lent the accent.
            let (cycle, role, number) = match self.slots.get(slot) {
                Some(&cycle) => (cycle, Role::Cycle(slot as u8 + 1), self.number(slot as u32)),
                None => (accent, Role::Accent, accent_text),
            };
            let Some(cycle) = cycle else { continue };
            let mut places = Vec::new();
            for arc in self.cycles.arcs(cycle) {
                if let Ok(place) = drawn.arcs.binary_search(arc) {
                    places.push(place as u32);
                }
            }
            if places.len() < self.cycles.arcs(cycle).len() {
                continue;
            }
            for &place in &places {
                // Each company of a loop gives on one of its links.
                nodes[links[place as usize].from as usize].in_coloured = true;
            }
            let emphasis = match looking {
                None => Emphasis::Normal,
                Some(Target::Loop(chosen)) if chosen == cycle => Emphasis::Strong,
                // The loops of a chosen company or deal stay: they are what is asked for.
                Some(target) if self.passes(cycle, target) => Emphasis::Normal,
                Some(_) => Emphasis::Faded,
            };
            let no_figure = self.standing(cycle).smallest.is_none();
            loops.push(Ring { role, number, no_figure, links: places, emphasis });
            drawn.loops.push(cycle);
        }
        let more = self.number(NUMBERS);
        let drawing = Drawing { nodes: &nodes, links: &links, loops: &loops, more, view };
        #[cfg(feature = "large")]
        let scene = if self.placed.moves() && links.len() > CROWD { crowd } else { scene };
        self.scene = scene(&drawing);
        self.drawn = drawn;
    }

    /// The last scene.
    pub const fn scene(&self) -> &Scene {
        &self.scene
    }

    /// The texts that scenes refer to.
    pub fn texts(&self) -> &[String] {
        &self.texts
    }

    /// What is at a point of the last scene, in CSS pixels, within `slop` pixels.
    pub fn pick(&self, at: crate::Point, slop: f32) -> Option<Target> {
        Some(match self.scene.pick(at, slop)? {
            Hit::Node(node) => Target::Company(*self.placed.companies.get(node as usize)?),
            Hit::Ring(ring) => Target::Loop(*self.drawn.loops.get(ring as usize)?),
            Hit::Link(link) => {
                let arc = self.arcs.arc(*self.drawn.arcs.get(link as usize)?);
                Target::Deal(*arc.deals.iter().max_by_key(|&&deal| self.network().deal(deal).amount)?)
            }
        })
    }

    /// Widths of beds with the smallest amount of each, for a legend; the last is of undisclosed arcs.
    pub(crate) fn bed_classes(&self) -> Vec<(Option<Amount>, f32, f32)> {
        let mut classes = Vec::new();
        for (class, &least) in self.home.classes.iter().enumerate() {
            classes.push((Some(least), BED_WIDTHS[class], RADII[class]));
        }
        classes.push((None, UNDISCLOSED_WIDTH, RADII[3]));
        classes
    }

    /// An arc between two companies of the picture, whose places are still to be set.
    fn link(&self, id: ArcId, arc: &Arc, emphasis: Emphasis) -> Link {
        let text = self.number(NUMBERS + MORE) + id.0;
        let mut link = Link {
            from: 0,
            to: 0,
            width: UNDISCLOSED_WIDTH,
            firm_share: 0.0,
            in_loop: self.in_loop[id.index()],
            dash: 0,
            amount: None,
            amount_width: 0.0,
            emphasis,
        };
        if let Some(amount) = arc.amount {
            link.width = BED_WIDTHS[class(&self.home.classes, amount)];
            link.firm_share = (arc.firm.units() / amount.units().max(0.01)) as f32;
            link.amount = Some(text);
            link.amount_width = text_width(&self.texts[text as usize], LABEL_SIZE, false);
        }
        link
    }

    /// Whether a loop goes through a company or a deal.
    fn passes(&self, cycle: CycleId, target: Target) -> bool {
        self.cycles.arcs(cycle).iter().map(|&arc| self.arcs.arc(arc)).any(|arc| match target {
            Target::Company(company) => arc.from == company,
            Target::Deal(deal) => arc.deals.contains(&deal),
            Target::Loop(_) => false,
        })
    }

    /// Whether an arc is of what the reader looks at.
    fn is_of(&self, id: ArcId, arc: &Arc, target: Target) -> bool {
        match target {
            Target::Loop(cycle) => self.cycles.arcs(cycle).contains(&id),
            Target::Company(company) => arc.from == company || arc.to == company,
            Target::Deal(deal) => {
                let deal = self.network().deal(deal);
                arc.from == deal.from && arc.to == deal.to
            }
        }
    }

    /// The text index of a fixed text: badge numbers, then "+n", then amounts.
    fn number(&self, place: u32) -> u32 {
        self.network().companies().len() as u32 + place
    }

    /// The text index of a loop's place in the list, which is its badge while it is lent an accent: the coloured
    /// loops come first, so that no number is that of two loops.
    fn rank_text(&mut self, cycle: CycleId) -> u32 {
        let others = self.ranking.iter().filter(|&&other| !self.slots.contains(&Some(other)));
        let place = others.take_while(|&&other| other != cycle).count();
        let rank = decimal((self.slots.len() + place + 1) as u64, 0);
        let found = self.texts.iter().position(|text| *text == rank);
        found.unwrap_or_else(|| {
            self.texts.push(rank);
            self.texts.len() - 1
        }) as u32
    }
}
