//! How much of the money could be arranged in loops, never without the filter's strictest reading beside it.

use super::Loops;
use crate::arcs::{Arcs, Filter};
use crate::circularity::Circularity;
use crate::cycles::{CycleId, Standing, companies, id};
use crate::network::{Amount, CompanyId, Network};
use crate::value::{Maker, Value};
use crate::words::{Sentence, share_sentence};

/// A calculation of what could be arranged in loops: under a filter, and of what is signed, closed or completed
/// alone.
#[derive(Clone, Debug)]
pub struct Weighing {
    whole: Circularity,
    strictest: Circularity,
    is_strictest: bool,
}

impl Weighing {
    /// A calculation that has not begun, for the arcs of a filter.
    pub fn new(network: &Network, filter: &Filter, arcs: &Arcs) -> Self {
        let strictest = filter.strictest();
        Self {
            whole: Circularity::new(arcs),
            is_strictest: strictest == *filter,
            strictest: Circularity::new(&Arcs::new(network, &strictest)),
        }
    }

    /// Goes on for about so many steps; true when there is no more to do.
    pub fn run(&mut self, steps: u64) -> bool {
        self.whole.run(steps) && self.strictest.run(steps)
    }

    /// What could be arranged under the filter.
    pub const fn whole(&self) -> &Circularity {
        &self.whole
    }

    /// What could be arranged of what is signed, closed or completed.
    pub const fn strictest(&self) -> &Circularity {
        &self.strictest
    }

    /// The share in words; empty where no amount is disclosed.
    pub fn sentence(&self) -> Sentence {
        if self.whole.total() == Amount(0) {
            return Sentence::new();
        }
        let strictest = (self.strictest.total() > Amount(0)).then(|| self.strictest.share());
        share_sentence(self.whole.share(), strictest, self.is_strictest)
    }

    /// How much each loop has if the highest-ranked ones are filled first, for the loops with a figure among the
    /// first `most`; one split of many. Each takes some flows through the network.
    pub fn split(&self, loops: &Loops<'_>, most: usize) -> Vec<(CycleId, Amount)> {
        let mut whole = self.whole.clone();
        let has_figure =
            |cycle: &&CycleId| Standing::of(loops.arcs, loops.cycles.arcs(**cycle)).smallest.is_some();
        let ranked = loops.ranking.iter().take(most).filter(has_figure);
        let filled = ranked.map(|&cycle| (cycle, whole.fill(loops.cycles.arcs(cycle))));
        filled.filter(|(_, amount)| *amount > Amount(0)).collect()
    }

    /// The split as a plain value: each loop's id and amount, in the order of `loops`. See [`Weighing::split`].
    pub fn split_value(&self, loops: &Loops<'_>, most: usize) -> Value {
        let mut made = Maker::default();
        made.list();
        for (cycle, amount) in self.split(loops, most) {
            made.object();
            made.pair("loop", &id(loops.network, &companies(loops.arcs, loops.cycles.arcs(cycle))));
            made.key("amount");
            made.amount(Some(amount));
            made.close();
        }
        made.close();
        made.finish()
    }

    /// As a plain value: sums, share, the strictest reading, and what each company receives less what it gives, where
    /// that is not even. O(companies).
    pub fn value(&self, network: &Network) -> Value {
        let mut made = Maker::default();
        made.object();
        share(&mut made, &self.whole);
        made.key("strictest");
        made.object();
        share(&mut made, &self.strictest);
        made.close();
        made.key("net");
        made.list();
        for (place, company) in network.companies().iter().enumerate() {
            let net = self.whole.net(CompanyId(place as u32));
            if net != 0 {
                made.object();
                made.pair("company", &company.id);
                made.key("net");
                made.number(net as f64 / 100.0);
                made.close();
            }
        }
        made.close();
        made.close();
        made.finish()
    }
}

/// Total, circular part and share, the last to a millionth.
fn share(made: &mut Maker, circularity: &Circularity) {
    made.key("total");
    made.amount(Some(circularity.total()));
    made.key("circular");
    made.amount(Some(circularity.circular()));
    made.key("share");
    made.number((circularity.share() * 1e6 + 0.5).floor() / 1e6);
    made.key("undisclosedArcs");
    made.whole(circularity.undisclosed() as u64);
}
