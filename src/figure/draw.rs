//! The scene of a figure, and what is at a point of it.

use super::{Figure, Target};
use crate::arcs::{Arc, ArcId, Arcs};
use crate::cycles::CycleId;
use crate::network::{Amount, CompanyId, Network};
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

/// All texts that a scene can refer to: the labels of all companies, badge numbers, "+n", amounts of all arcs.
pub(super) fn texts(network: &Network, arcs: &Arcs, unit: &str) -> Vec<String> {
    let mut texts = Vec::new();
    for company in 0..network.companies().len() as u32 {
        texts.push(network.label(CompanyId(company)).to_owned());
    }
    for number in 1..=NUMBERS {
        texts.push(number.to_string());
    }
    for number in 1..=MORE {
        texts.push("+".to_owned() + &number.to_string());
    }
    for arc in arcs.all() {
        texts.push(short_sum(arc, unit));
    }
    texts
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
pub(super) fn radii(companies: usize, arcs: &Arcs) -> Vec<f32> {
    let classes = classes(arcs);
    arcs.values(companies).into_iter().map(|value| RADII[class(&classes, value)]).collect()
}

impl Figure {
    /// Makes the scene for a view.
    pub fn draw(&mut self, view: View) {
        let looking = self.focus.or(self.selected);
        let accent = match looking {
            Some(Target::Loop(cycle)) if !self.slots.contains(&cycle) => Some(cycle),
            _ => None,
        };
        let accent_text = accent.map(|cycle| self.rank_text(cycle));
        let companies = &self.placed.companies;
        let place = |company: CompanyId| companies.binary_search(&company).ok().map(|place| place as u32);
        let classes = classes(&self.arcs);
        let mut nodes: Vec<Node> = companies
            .iter()
            .zip(self.placed.positions())
            .map(|(&company, &at)| self.node(company, at, looking.is_some()))
            .collect();
        let mut drawn = Drawn::default();
        let mut links = Vec::new();
        for (id, arc) in self.arcs.all().iter().enumerate() {
            if let (Some(from), Some(to)) = (place(arc.from), place(arc.to)) {
                links.push(self.link(ArcId(id as u32), arc, [from, to], &classes, looking.is_some()));
                drawn.arcs.push(ArcId(id as u32));
            }
        }
        let mut loops = Vec::new();
        for (slot, cycle) in self.slots.iter().copied().chain(accent).enumerate() {
            let hops = self.cycles.arcs(cycle);
            let places = hops.iter().map(|arc| drawn.arcs.binary_search(arc).ok().map(|place| place as u32));
            let Some(places) = places.collect::<Option<Vec<u32>>>() else { continue };
            let emphasis = match looking {
                None => Emphasis::Normal,
                Some(Target::Loop(chosen)) if chosen == cycle => Emphasis::Strong,
                // The loops of a chosen company or deal stay: they are what is asked for.
                Some(target) if self.passes(cycle, target) => Emphasis::Normal,
                Some(_) => Emphasis::Faded,
            };
            for &link in &places {
                for end in [links[link as usize].from, links[link as usize].to] {
                    nodes[end as usize].in_coloured = true;
                }
            }
            let accent_text = accent_text.filter(|_| accent == Some(cycle));
            loops.push(Ring {
                role: if accent_text.is_some() { Role::Accent } else { Role::Cycle(slot as u8 + 1) },
                number: accent_text.unwrap_or_else(|| self.number(slot as u32)),
                no_figure: self.standing(cycle).smallest.is_none(),
                links: places,
                emphasis,
            });
            drawn.loops.push(cycle);
        }
        if let Some(target) = looking {
            self.emphasise(target, &mut nodes, &mut links, &drawn);
        }
        let more: Vec<u32> = (0..MORE).map(|number| self.number(NUMBERS + number)).collect();
        let drawing = Drawing { nodes: &nodes, links: &links, loops: &loops, more: &more, view };
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
    pub(super) fn bed_classes(&self) -> Vec<(Option<Amount>, f32, f32)> {
        let [first, second, third, fourth] = classes(&self.arcs).map(Some);
        let least = [first, second, third, fourth, None];
        let widths = [BED_WIDTHS[0], BED_WIDTHS[1], BED_WIDTHS[2], BED_WIDTHS[3], UNDISCLOSED_WIDTH];
        (0..5).map(|class| (least[class], widths[class], RADII[class.min(3)])).collect()
    }

    fn node(&self, company: CompanyId, at: crate::Point, looking: bool) -> Node {
        let label = self.network().label(company);
        Node {
            at,
            radius: self.radii[company.index()],
            label: company.0,
            label_width: text_width(label, LABEL_SIZE, true),
            in_coloured: false,
            emphasis: if looking { Emphasis::Faded } else { Emphasis::Normal },
            selected: self.selected == Some(Target::Company(company)),
        }
    }

    fn link(&self, id: ArcId, arc: &Arc, ends: [u32; 2], classes: &[Amount; 4], looking: bool) -> Link {
        let text = self.number(NUMBERS + MORE) + id.0;
        Link {
            from: ends[0],
            to: ends[1],
            width: arc.amount.map_or(UNDISCLOSED_WIDTH, |amount| BED_WIDTHS[class(classes, amount)]),
            firm_share: arc.amount.map_or(0.0, |amount| (arc.firm.units() / amount.units().max(0.01)) as f32),
            in_loop: self.in_loop[id.index()],
            dash: 0,
            amount: arc.amount.map(|_| text),
            amount_width: text_width(&self.texts[text as usize], LABEL_SIZE, false),
            emphasis: if looking { Emphasis::Faded } else { Emphasis::Normal },
        }
    }

    /// Whether a loop goes through a company or a deal.
    fn passes(&self, cycle: CycleId, target: Target) -> bool {
        self.cycles.arcs(cycle).iter().map(|&arc| self.arcs.arc(arc)).any(|arc| match target {
            Target::Company(company) => arc.from == company,
            Target::Deal(deal) => arc.deals.contains(&deal),
            Target::Loop(_) => false,
        })
    }

    fn emphasise(&self, target: Target, nodes: &mut [Node], links: &mut [Link], drawn: &Drawn) {
        for (link, &id) in links.iter_mut().zip(&drawn.arcs) {
            let arc = self.arcs.arc(id);
            let strong = match target {
                Target::Loop(cycle) => self.cycles.arcs(cycle).contains(&id),
                Target::Company(company) => arc.from == company || arc.to == company,
                Target::Deal(deal) => {
                    let deal = self.network().deal(deal);
                    arc.from == deal.from && arc.to == deal.to
                }
            };
            if strong {
                link.emphasis = Emphasis::Strong;
                // Dashes on a loop that is looked at only: long where nothing is signed.
                link.dash = u8::from(matches!(target, Target::Loop(_)) && !arc.status.is_firm());
                for end in [link.from, link.to] {
                    nodes[end as usize].emphasis = Emphasis::Strong;
                }
            }
        }
        let alone = match target {
            Target::Company(company) => self.placed.companies.binary_search(&company).ok(),
            _ => None,
        };
        if let Some(node) = alone {
            nodes[node].emphasis = Emphasis::Strong;
        }
    }

    /// The text index of a fixed text: badge numbers, then "+n", then amounts.
    fn number(&self, place: u32) -> u32 {
        self.network().companies().len() as u32 + place
    }

    /// The text index of a loop's place in the list, which is its badge while it is lent an accent: the coloured
    /// loops come first, so that no number is that of two loops.
    fn rank_text(&mut self, cycle: CycleId) -> u32 {
        let others = self.ranking.iter().filter(|other| !self.slots.contains(other));
        let place = others.take_while(|&&other| other != cycle).count();
        let rank = (self.slots.len() + place + 1).to_string();
        let found = self.texts.iter().position(|text| *text == rank);
        found.unwrap_or_else(|| {
            self.texts.push(rank);
            self.texts.len() - 1
        }) as u32
    }
}
