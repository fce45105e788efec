//! How much of the disclosed money could be arranged in loops.

mod flow;

use crate::arcs::{ArcId, Arcs};
use crate::network::{Amount, CompanyId};
use flow::Flow;

/// The largest part of the arcs' amounts that could run in loops, and a split of it over arcs and loops.
///
/// What each company has received less what it has given is its *net position*. The cheapest flow with the same net
/// positions is what need not run in loops; the rest, the *circular* part, is a circulation: at most an arc's amount
/// on each arc, and as much into each company as out of it. Its sum over the arcs is unique. It is an upper limit
/// from headline figures and no trace of money: say the filter with it.
///
/// Undisclosed arcs count 0 and are counted apart. Everything is in whole hundredths of the unit, and exact for
/// arcs of up to `u64::MAX`; only [`Circularity::total`] and [`Circularity::circular`] saturate there, as
/// [`Arcs::total`] does.
///
/// # The split
/// Which arcs the circular part runs on is not unique. [`Circularity::fill`] gives a loop as much as the largest sum
/// and the loops filled before leave possible, so filling in the order of rank yields the one list of amounts that
/// is first in lexicographic order. What is left runs in loops that were not filled (longer ones, mostly).
///
/// Exactly: the [potentials](Circularity::potentials) fix every arc that is full, or empty, in *all* largest
/// circulations, and any circulation between bounds that agrees with them is a largest one. So to give a loop `x` is
/// to raise the lower bounds of its arcs by `x`, and whether that can be is a question of a maximum flow among the
/// arcs that are not fixed. If not, a full cut says how much too large `x` is (Newton's method); the number of the
/// loop's arcs over the cut falls each time, so there are at most as many flows as the loop has arcs. An arc of
/// the loop that the last cut leaves no room can have no more in any later loop either, so such loops are
/// known at once, and with whole numbers of any size few loops need a flow: about one for each arc.
///
/// # Complexity
/// Successive cheapest ways (primal-dual): every way from an excess to a deficit that loses the same is used in one
/// maximum flow (Dinitz), then the levels rise. A way loses at most one unit for each company, so there are at most
/// n maximum flows of O(n² m) for n companies and m arcs, whatever the amounts. In practice there are few, of some
/// rounds over all arcs each: 16 rounds in all for 68 companies with 152 arcs, 150 for 10,000 with 50,000 arcs and
/// even amounts, 1,000 with amounts from 1 to 2^60, 20,000 for a network made to be the worst (excesses at every
/// distance up to 10,000). A filled loop of l arcs takes at most l + 1 flows. Memory O(n + m). No recursion.
///
/// # Source
/// Homs-Dones, MacKay, Sansom & Zhou, *Circular directional flow decomposition of networks* (2025), arXiv
/// 2506.12546, for the measure. Ford & Fulkerson, *Flows in Networks* (1962), for the primal-dual method; Dinitz,
/// *Algorithm for solution of a problem of maximum flow* (1970), for its maximum flows.
///
/// # Example
/// ```text
///          100
///   nvidia ---> openai      40 can go round nvidia, openai and oracle, on three arcs;
///      ^      /   ^ |       10 can go round openai and amd, on two: 140 of 235.
///   40 |   60/  10| |25
///      |    v     | v
///     oracle      amd
/// ```
/// ```
/// # use deal_network::{arcs::{Arcs, Filter}, document::{self, Format, Limits}};
/// # use deal_network::{Amount, circularity::Circularity, cycles::{self, Bounds, Search}};
/// let csv = b"from,to,amount
/// nvidia,openai,100
/// openai,oracle,60
/// oracle,nvidia,40
/// openai,amd,25
/// amd,openai,10
/// ";
/// let network = document::read(csv, Format::Csv, &Limits::default()).unwrap().document.network;
/// let arcs = Arcs::new(&network, &Filter::default());
/// let mut circularity = Circularity::of(&arcs);
/// assert_eq!((circularity.total(), circularity.circular()), (Amount::whole(235), Amount::whole(140)));
/// let nvidia = network.find_company("nvidia").unwrap();
/// assert_eq!(circularity.net(nvidia), -60_00);
///
/// let mut search = Search::new(&arcs, Bounds::default());
/// while !search.run(1_000) {}
/// let cycles = search.into_cycles();
/// let filled: Vec<Amount> = cycles::rank(&network, &arcs, &cycles)
///     .into_iter()
///     .map(|cycle| circularity.fill(cycles.arcs(cycle)))
///     .collect();
/// assert_eq!(filled, [Amount::whole(40), Amount::whole(10)]);
/// ```
#[derive(Clone, Debug)]
pub struct Circularity {
    flow: Flow,
    net: Vec<i128>,
    undisclosed: usize,
    /// Arcs that can have no more than what filled loops have.
    stuck: Vec<bool>,
    done: bool,
}

impl Circularity {
    /// A calculation that has not begun: everything runs everywhere.
    pub fn new(arcs: &Arcs) -> Self {
        let flow = Flow::new(arcs);
        Self {
            net: flow.excess.clone(),
            undisclosed: arcs.all().iter().filter(|arc| arc.amount.is_none()).count(),
            stuck: vec![false; arcs.all().len()],
            done: false,
            flow,
        }
    }

    /// The finished calculation.
    pub fn of(arcs: &Arcs) -> Self {
        let mut circularity = Self::new(arcs);
        circularity.run(u64::MAX);
        circularity
    }

    /// Goes on for about so many steps (companies and arcs looked at), at least for one round over all of them.
    /// True when there is no more to do.
    pub fn run(&mut self, steps: u64) -> bool {
        let mut taken = 0;
        while !self.done {
            if !self.flow.route() {
                self.done = !self.flow.raise();
            }
            taken += self.flow.size() + 1;
            if taken >= steps {
                break;
            }
        }
        self.done
    }

    /// The sum of all arcs' amounts: the headline value.
    pub fn total(&self) -> Amount {
        saturated(sum(&self.flow.upper))
    }

    /// The part of it that could be arranged in loops.
    pub fn circular(&self) -> Amount {
        saturated(sum(&self.flow.value))
    }

    /// That part as a share, from 0 to 1; 0 when no amount is disclosed.
    pub fn share(&self) -> f64 {
        let total = sum(&self.flow.upper);
        if total == 0 { 0.0 } else { sum(&self.flow.value) as f64 / total as f64 }
    }

    /// How many arcs have no disclosed amount.
    pub const fn undisclosed(&self) -> usize {
        self.undisclosed
    }

    /// What a company received less what it gave, in hundredths.
    pub fn net(&self, company: CompanyId) -> i128 {
        self.net.get(company.index()).copied().unwrap_or_default()
    }

    /// What runs in loops on an arc, by one of the splits.
    pub fn on(&self, arc: ArcId) -> Amount {
        Amount(self.flow.value[arc.index()])
    }

    /// What the loops filled so far have on an arc.
    pub fn filled(&self, arc: ArcId) -> Amount {
        Amount(self.flow.lower[arc.index()])
    }

    /// A whole number for each company (in the order of their ids), which together prove that no circulation has a
    /// larger sum. With `gain = 1 + potential[to] - potential[from]` of each arc, the circular part is the sum of
    /// `amount * gain` over the arcs of positive gain; the value of any circulation is at most that.
    pub fn potentials(&self) -> &[i32] {
        &self.flow.level
    }

    /// Gives a loop as much as the largest sum and the loops filled before leave possible, in whole hundredths,
    /// and keeps it there. Finishes the calculation if it has not been.
    ///
    /// The same loop a second time gets nothing. What is no loop (arcs that do not close) has no meaning.
    pub fn fill(&mut self, cycle: &[ArcId]) -> Amount {
        self.run(u64::MAX);
        let room = |arc: &ArcId| {
            let arc = arc.index();
            let is_open = !self.stuck[arc] && self.flow.gain(arc) >= 0;
            if is_open { self.flow.upper[arc] - self.flow.lower[arc] } else { 0 }
        };
        let mut amount = cycle.iter().map(room).min().unwrap_or_default();
        let mut full: Vec<ArcId> = Vec::new();
        while amount > 0 {
            let Some((too_much, over)) = self.excess_of(cycle, amount) else { break };
            // Each hundredth less on the loop is one less on each of its arcs over the cut.
            let crossings = over.len().max(1) as u64;
            amount = amount.saturating_sub(too_much.div_ceil(crossings));
            let is_even = too_much % crossings == 0 && too_much < u64::MAX;
            full = if is_even { over } else { Vec::new() };
        }
        for arc in full {
            self.stuck[arc.index()] = true;
        }
        Amount(amount)
    }

    /// Gives a loop so much if that is possible; else changes nothing, and says by how much the loop's arcs over a
    /// full cut, which come with it, are too much (`u64::MAX` if by more than that: one more flow is cheaper in
    /// bytes than divisions of 128 bits).
    fn excess_of(&mut self, cycle: &[ArcId], amount: u64) -> Option<(u64, Vec<ArcId>)> {
        let before = self.flow.value.clone();
        for arc in cycle.iter().map(|arc| arc.index()) {
            self.flow.lower[arc] += amount;
            self.flow.lift(arc);
        }
        while self.flow.route() {}
        let too_much: u128 = self.flow.excess.iter().map(|excess| excess.max(&0).unsigned_abs()).sum();
        let too_much = saturated(too_much).0;
        if too_much == 0 {
            return None;
        }
        let over = |arc: &&ArcId| self.flow.gain(arc.index()) == 0 && self.flow.enters_reached(arc.index());
        let over = cycle.iter().filter(over).copied().collect();
        for arc in cycle {
            self.flow.lower[arc.index()] -= amount;
        }
        self.flow.value = before;
        self.flow.excess.fill(0);
        Some((too_much, over))
    }
}

fn sum(amounts: &[u64]) -> u128 {
    amounts.iter().map(|&amount| u128::from(amount)).sum()
}

fn saturated(sum: u128) -> Amount {
    Amount(sum.min(u128::from(u64::MAX)) as u64)
}
