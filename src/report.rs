//! Loops as plain objects: the JSON of the command line and of the element's `loops` property.

use crate::arcs::{ArcId, Arcs};
use crate::cycles::{CycleId, Cycles, Standing, Stop, companies, id};
use crate::network::{Amount, Network, PartialDate};
use crate::words::{english, loop_name};
use serde::{Serialize, Serializer};

/// All that a search found, with the highest-ranked loops.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct LoopReport {
    /// Whether every loop within the length was counted.
    pub complete: bool,
    /// Which bound ended the search: `loops`, `steps`, `cancelled`.
    pub stopped_by: Option<&'static str>,
    /// The longest loops that were looked for, in companies; null for no bound.
    pub max_length: Option<u32>,
    /// How many loops were found.
    pub counted: u64,
    /// How many of each length.
    #[serde(serialize_with = "text_keys")]
    pub by_length: Vec<(u32, u64)>,
    /// The highest-ranked loops, in the order of their rank.
    pub loops: Vec<LoopRow>,
}

/// One loop.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct LoopRow {
    /// Its companies' ids from the smallest on, joined by `>`.
    pub id: String,
    /// For readers, in English.
    pub name: String,
    /// Its companies' ids in its direction.
    pub companies: Vec<String>,
    /// How many companies.
    pub length: u32,
    /// The smallest of its arcs' sums; null (no figure) if one is undisclosed.
    pub smallest_arc: Units,
    /// Whether the figure is exact; otherwise it is "at least".
    pub exact: bool,
    /// The sum of the disclosed sums; null if there is none.
    pub total: Units,
    /// How many arcs are undisclosed.
    pub undisclosed_arcs: u32,
    /// The weakest arc's status.
    pub status: &'static str,
    /// The date of its earliest deal.
    pub first: Option<Text<PartialDate>>,
    /// Since when each of its arcs has had a deal; null if one has no date.
    pub complete_since: Option<Text<PartialDate>>,
    /// Its colour, 1 to 8; null if it is not coloured.
    pub slot: Option<u8>,
    /// Its arcs, in its direction.
    pub arcs: Vec<ArcRow>,
}

/// One arc of a loop.
#[derive(Clone, Debug, Serialize)]
pub struct ArcRow {
    /// Who gives value.
    pub from: String,
    /// Who receives it.
    pub to: String,
    /// The sum; null if undisclosed.
    pub amount: Units,
    /// `full`, `partly` or `undisclosed`.
    pub state: &'static str,
    /// Whether a ceiling is in the sum.
    pub ceiling: bool,
    /// The strongest deal's status.
    pub status: &'static str,
    /// The ids of its live deals.
    pub deals: Vec<String>,
}

/// An amount in units: a whole number where it is one, null where it is undisclosed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Units(pub Option<Amount>);

impl Serialize for Units {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            None => serializer.serialize_none(),
            Some(amount) if amount.0.is_multiple_of(100) => serializer.serialize_u64(amount.0 / 100),
            Some(amount) => serializer.serialize_f64(amount.units()),
        }
    }
}

/// A value written as text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Text<T>(pub T);

impl<T: std::fmt::Display> Serialize for Text<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

/// Numbers as keys of an object are text in JavaScript.
fn text_keys<S: Serializer>(counts: &[(u32, u64)], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(counts.iter().map(|(length, count)| (length.to_string(), count)))
}

/// The loops of a network, ready to be reported.
#[derive(Clone, Copy, Debug)]
pub struct Loops<'a> {
    /// The network.
    pub network: &'a Network,
    /// Its live arcs.
    pub arcs: &'a Arcs,
    /// The loops found.
    pub cycles: &'a Cycles,
    /// Their order.
    pub ranking: &'a [CycleId],
    /// The coloured ones, by slot.
    pub slots: &'a [CycleId],
    /// The length that was searched to.
    pub max_length: Option<u32>,
    /// What ended the search early.
    pub stopped_by: Option<Stop>,
}

impl Loops<'_> {
    /// The report with the first `top` loops. O(cycles + top x length).
    pub fn report(&self, top: usize) -> LoopReport {
        LoopReport {
            complete: self.stopped_by.is_none(),
            stopped_by: self.stopped_by.map(Stop::name),
            max_length: self.max_length,
            counted: self.cycles.len() as u64,
            by_length: self.cycles.by_length(),
            loops: self.ranking.iter().take(top).map(|&cycle| self.row(cycle)).collect(),
        }
    }

    /// One loop.
    pub fn row(&self, cycle: CycleId) -> LoopRow {
        let hops = self.cycles.arcs(cycle);
        let standing = Standing::of(self.arcs, hops);
        let members = companies(self.arcs, hops);
        LoopRow {
            id: id(self.network, &members),
            name: english(self.network, "", &loop_name(self.arcs, hops)),
            companies: members.iter().map(|&member| self.network.company(member).id.clone()).collect(),
            length: hops.len() as u32,
            smallest_arc: Units(standing.smallest),
            exact: standing.exact,
            total: Units(standing.total),
            undisclosed_arcs: standing.undisclosed,
            status: standing.status.name(),
            first: standing.first.map(Text),
            complete_since: standing.complete_since.map(Text),
            slot: self.slots.iter().position(|&slot| slot == cycle).map(|place| place as u8 + 1),
            arcs: hops.iter().map(|&arc| self.arc_row(arc)).collect(),
        }
    }

    fn arc_row(&self, id: ArcId) -> ArcRow {
        let arc = self.arcs.arc(id);
        ArcRow {
            from: self.network.company(arc.from).id.clone(),
            to: self.network.company(arc.to).id.clone(),
            amount: Units(arc.amount),
            state: arc.disclosure.name(),
            ceiling: arc.ceiling,
            status: arc.status.name(),
            deals: arc.deals.iter().map(|&deal| self.network.deal(deal).id.clone()).collect(),
        }
    }
}
