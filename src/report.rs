//! Loops as plain objects: the JSON of the command line and of the element's `loops` property.

use crate::arcs::{ArcId, Arcs};
use crate::cycles::{CycleId, Cycles, Standing, Stop, companies, id};
use crate::json::Json;
use crate::network::{Amount, Network, PartialDate};
use crate::words::{english, loop_name};

/// All that a search found, with the highest-ranked loops.
#[derive(Clone, Debug)]
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
    pub by_length: Vec<(u32, u64)>,
    /// The highest-ranked loops, in the order of their rank.
    pub loops: Vec<LoopRow>,
}

/// One loop.
#[derive(Clone, Debug)]
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
    pub smallest_arc: Option<Amount>,
    /// Whether the figure is exact; otherwise it is "at least".
    pub exact: bool,
    /// The sum of the disclosed sums; null if there is none.
    pub total: Option<Amount>,
    /// How many arcs are undisclosed.
    pub undisclosed_arcs: u32,
    /// The weakest arc's status.
    pub status: &'static str,
    /// The date of its earliest deal.
    pub first: Option<PartialDate>,
    /// Since when each of its arcs has had a deal; null if one has no date.
    pub complete_since: Option<PartialDate>,
    /// Its colour, 1 to 8; null if it is not coloured.
    pub slot: Option<u8>,
    /// Its arcs, in its direction.
    pub arcs: Vec<ArcRow>,
}

/// One arc of a loop.
#[derive(Clone, Debug)]
pub struct ArcRow {
    /// Who gives value.
    pub from: String,
    /// Who receives it.
    pub to: String,
    /// The sum; null if undisclosed.
    pub amount: Option<Amount>,
    /// `full`, `partly` or `undisclosed`.
    pub state: &'static str,
    /// Whether a ceiling is in the sum.
    pub ceiling: bool,
    /// The strongest deal's status.
    pub status: &'static str,
    /// The ids of its live deals.
    pub deals: Vec<String>,
}

impl LoopReport {
    /// As JSON. O(n).
    pub fn json(&self) -> String {
        let mut json = Json::default();
        json.open(b'{');
        json.key("complete");
        json.flag(self.complete);
        json.key("stoppedBy");
        json.maybe(self.stopped_by);
        json.key("maxLength");
        match self.max_length {
            Some(length) => json.whole(u64::from(length)),
            None => json.null(),
        }
        json.key("counted");
        json.whole(self.counted);
        json.key("byLength");
        json.open(b'{');
        for &(length, count) in &self.by_length {
            json.key(&length.to_string());
            json.whole(count);
        }
        json.close(b'}');
        json.key("loops");
        json.open(b'[');
        for row in &self.loops {
            row.write(&mut json);
        }
        json.close(b']');
        json.close(b'}');
        json.finish()
    }
}

impl LoopRow {
    /// As JSON. O(n).
    pub(crate) fn write(&self, json: &mut Json) {
        json.open(b'{');
        json.pair("id", &self.id);
        json.pair("name", &self.name);
        json.texts("companies", &mut self.companies.iter().map(String::as_str));
        json.key("length");
        json.whole(u64::from(self.length));
        json.key("smallestArc");
        json.amount(self.smallest_arc);
        json.key("exact");
        json.flag(self.exact);
        json.key("total");
        json.amount(self.total);
        json.key("undisclosedArcs");
        json.whole(u64::from(self.undisclosed_arcs));
        json.pair("status", self.status);
        json.key("first");
        json.date(self.first);
        json.key("completeSince");
        json.date(self.complete_since);
        json.key("slot");
        match self.slot {
            Some(slot) => json.whole(u64::from(slot)),
            None => json.null(),
        }
        json.key("arcs");
        json.open(b'[');
        for arc in &self.arcs {
            arc.write(json);
        }
        json.close(b']');
        json.close(b'}');
    }
}

impl ArcRow {
    fn write(&self, json: &mut Json) {
        json.open(b'{');
        json.pair("from", &self.from);
        json.pair("to", &self.to);
        json.key("amount");
        json.amount(self.amount);
        json.pair("state", self.state);
        json.key("ceiling");
        json.flag(self.ceiling);
        json.pair("status", self.status);
        json.texts("deals", &mut self.deals.iter().map(String::as_str));
        json.close(b'}');
    }
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
            smallest_arc: standing.smallest,
            exact: standing.exact,
            total: standing.total,
            undisclosed_arcs: standing.undisclosed,
            status: standing.status.name(),
            first: standing.first,
            complete_since: standing.complete_since,
            slot: self.slots.iter().position(|&slot| slot == cycle).map(|place| place as u8 + 1),
            arcs: hops.iter().map(|&arc| self.arc_row(arc)).collect(),
        }
    }

    fn arc_row(&self, id: ArcId) -> ArcRow {
        let arc = self.arcs.arc(id);
        ArcRow {
            from: self.network.company(arc.from).id.clone(),
            to: self.network.company(arc.to).id.clone(),
            amount: arc.amount,
            state: arc.disclosure.name(),
            ceiling: arc.ceiling,
            status: arc.status.name(),
            deals: arc.deals.iter().map(|&deal| self.network.deal(deal).id.clone()).collect(),
        }
    }
}
