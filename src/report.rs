//! Loops as plain objects: the JSON of the command line and of the element's `loops` property.

use crate::arcs::{ArcId, Arcs};
use crate::cycles::{CycleId, Cycles, Standing, Stop, companies, id};
use crate::document::LoopEdit;
use crate::network::{Amount, Network, PartialDate};
use crate::value::{Maker, Value};
use crate::words::{loop_name, plain};

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
    /// As a plain value. O(n).
    pub fn value(&self) -> Value {
        let mut made = Maker::default();
        made.object();
        made.key("complete");
        made.flag(self.complete);
        made.key("stoppedBy");
        made.maybe(self.stopped_by);
        made.key("maxLength");
        match self.max_length {
            Some(length) => made.whole(u64::from(length)),
            None => made.null(),
        }
        made.key("counted");
        made.whole(self.counted);
        made.key("byLength");
        made.object();
        for &(length, count) in &self.by_length {
            made.number_key(length);
            made.whole(count);
        }
        made.close();
        made.key("loops");
        made.list();
        for row in &self.loops {
            row.write(&mut made);
        }
        made.close();
        made.close();
        made.finish()
    }
}

impl LoopRow {
    /// Into a plain value. O(n).
    pub(crate) fn write(&self, made: &mut Maker) {
        made.object();
        made.pair("id", &self.id);
        made.pair("name", &self.name);
        made.texts("companies", &mut self.companies.iter().map(String::as_str));
        made.key("length");
        made.whole(u64::from(self.length));
        made.key("smallestArc");
        made.amount(self.smallest_arc);
        made.key("exact");
        made.flag(self.exact);
        made.key("total");
        made.amount(self.total);
        made.key("undisclosedArcs");
        made.whole(u64::from(self.undisclosed_arcs));
        made.pair("status", self.status);
        made.key("first");
        made.date(self.first);
        made.key("completeSince");
        made.date(self.complete_since);
        made.key("slot");
        match self.slot {
            Some(slot) => made.whole(u64::from(slot)),
            None => made.null(),
        }
        made.key("arcs");
        made.list();
        for arc in &self.arcs {
            arc.write(made);
        }
        made.close();
        made.close();
    }
}

impl ArcRow {
    fn write(&self, made: &mut Maker) {
        made.object();
        made.pair("from", &self.from);
        made.pair("to", &self.to);
        made.key("amount");
        made.amount(self.amount);
        made.pair("state", self.state);
        made.key("ceiling");
        made.flag(self.ceiling);
        made.pair("status", self.status);
        made.texts("deals", &mut self.deals.iter().map(String::as_str));
        made.close();
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
    /// What an editor says of them.
    pub edits: &'a [(CycleId, LoopEdit)],
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

    /// The same with the coloured loops that come later: a list never lacks one that the picture shows.
    pub fn listed(&self, top: usize) -> LoopReport {
        let mut report = self.report(top);
        for &cycle in self.ranking.iter().skip(top).filter(|cycle| self.slots.contains(cycle)) {
            report.loops.push(self.row(cycle));
        }
        report
    }

    /// One loop.
    pub fn row(&self, cycle: CycleId) -> LoopRow {
        let hops = self.cycles.arcs(cycle);
        let standing = Standing::of(self.arcs, hops);
        let members = companies(self.arcs, hops);
        LoopRow {
            id: id(self.network, &members),
            name: match self.edit(cycle) {
                Some(edit) if !edit.name.is_empty() => edit.name.clone(),
                _ => plain(self.network, &loop_name(self.arcs, hops)),
            },
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

    /// What an editor says of a loop: of several entries the first.
    pub fn edit(&self, cycle: CycleId) -> Option<&LoopEdit> {
        self.edits.iter().find(|(edited, _)| *edited == cycle).map(|(_, edit)| edit)
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
