//! Loops as plain objects: the JSON of the command line and of the element's `loops` property.

mod filter;
mod rows;
mod significance;
mod weighing;

pub use rows::{ArcRow, LoopRow};
pub use weighing::Weighing;

use crate::arcs::{ArcId, Arcs};
use crate::cycles::{CycleId, Cycles, Standing, Stop, closing_deals, companies, id, time_respecting};
use crate::document::LoopEdit;
use crate::network::{DealId, Network};
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
    /// The coloured ones, by slot; a slot whose loop the filter takes away is empty.
    pub slots: &'a [Option<CycleId>],
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
        for &cycle in self.ranking.iter().skip(top).filter(|cycle| self.slots.contains(&Some(**cycle))) {
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
            partly: standing.partly,
            ceiling: standing.ceiling,
            approximate: standing.approximate,
            firm: standing.smallest.map(|_| standing.firm),
            total: standing.total,
            total_ceiling: standing.total_ceiling,
            total_approximate: standing.total_approximate,
            total_firm: standing.total.map(|_| standing.total_firm),
            undisclosed_arcs: standing.undisclosed,
            status: standing.status.name(),
            confidence: standing.confidence.name(),
            first: standing.first,
            complete_since: standing.complete_since,
            closed_by: self.deal_ids(&closing_deals(self.network, self.arcs, hops)),
            time_respecting: time_respecting(self.network, self.arcs, hops),
            slot: self.slots.iter().position(|&slot| slot == Some(cycle)).map(|place| place as u8 + 1),
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
            approximate: arc.approximate,
            firm: arc.amount.map(|_| arc.firm),
            status: arc.status.name(),
            confidence: arc.confidence.name(),
            deals: self.deal_ids(&arc.deals),
        }
    }

    fn deal_ids(&self, deals: &[DealId]) -> Vec<String> {
        deals.iter().map(|&deal| self.network.deal(deal).id.clone()).collect()
    }
}
