//! The live arcs of a network under a filter.

mod filter;
mod parse;

pub use filter::{Counts, Filter};

use crate::network::{Amount, Basis, CompanyId, Confidence, DealId, Network, PartialDate, Status};
use crate::order;

/// How much of an arc is disclosed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Disclosure {
    /// Every deal that counts has an amount: the sum is the size.
    Full,
    /// Some have: the sum is "at least".
    Partly,
    /// None has: there is no figure.
    Undisclosed,
}

impl Disclosure {
    /// The name in JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Partly => "partly",
            Self::Undisclosed => "undisclosed",
        }
    }
}

/// An arc's place in [`Arcs::all`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ArcId(pub u32);

impl ArcId {
    /// As an index.
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// An ordered pair of companies with at least one live deal.
#[derive(Clone, Debug, PartialEq)]
pub struct Arc {
    /// Who gives value.
    pub from: CompanyId,
    /// Who receives it.
    pub to: CompanyId,
    /// The live deals, in file order.
    pub deals: Vec<DealId>,
    /// The sum of the countable amounts; `None` if there is none.
    pub amount: Option<Amount>,
    /// The part of the amount that is sure: what is signed, closed or completed and no ceiling, and the stated
    /// unconditional parts of the rest.
    pub firm: Amount,
    /// How much is disclosed.
    pub disclosure: Disclosure,
    /// Whether a ceiling ("up to") is in the sum.
    pub ceiling: bool,
    /// Whether an approximate amount is in the sum.
    pub approximate: bool,
    /// The strongest live deal's status.
    pub status: Status,
    /// The surest live deal's confidence.
    pub confidence: Confidence,
    /// The earliest dated live deal's date.
    pub first: Option<PartialDate>,
}

/// The live arcs, ordered by `from`, then `to`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Arcs {
    all: Vec<Arc>,
    /// `all[starts[c]..starts[c + 1]]` are the arcs out of company `c`.
    starts: Vec<u32>,
}

impl Arcs {
    /// The arcs of the deals that pass the filter. O(m log m) for m deals.
    ///
    /// A deal superseded by another live deal is on its arc, but its amount is neither added nor missed.
    pub fn new(network: &Network, filter: &Filter) -> Self {
        let live = filter.live(network);
        let ids: Vec<DealId> = (0..live.len() as u32).map(DealId).filter(|id| live[id.index()]).collect();
        let key = |place: usize| {
            let deal = network.deal(ids[place]);
            u64::from(deal.from.0) << 32 | u64::from(deal.to.0)
        };
        let order: Vec<DealId> = order::by_key(ids.len(), &key).into_iter().map(|place| ids[place]).collect();
        let mut all: Vec<Arc> = Vec::new();
        for group in order.chunk_by(|&a, &b| {
            let (a, b) = (network.deal(a), network.deal(b));
            (a.from, a.to) == (b.from, b.to)
        }) {
            all.push(Arc::of(network, group, &live));
        }
        let mut starts = vec![0; network.companies().len() + 1];
        for arc in &all {
            starts[arc.from.index() + 1] += 1;
        }
        for company in 1..starts.len() {
            starts[company] += starts[company - 1];
        }
        Self { all, starts }
    }

    /// The same number of arcs out of each company, to others and without deals: `heads` says where each arc leads,
    /// those of one company all to different ones.
    pub(crate) fn rewired(&self, heads: &[CompanyId]) -> Self {
        let mut heads = heads.to_vec();
        for range in self.starts.windows(2) {
            order::sort(&mut heads[range[0] as usize..range[1] as usize]);
        }
        let bare = |(arc, to): (&Arc, CompanyId)| Arc::bare(arc.from, to);
        Self { all: self.all.iter().zip(heads).map(bare).collect(), starts: self.starts.clone() }
    }

    /// All arcs.
    pub fn all(&self) -> &[Arc] {
        &self.all
    }

    /// One arc.
    pub fn arc(&self, id: ArcId) -> &Arc {
        &self.all[id.index()]
    }

    /// The arc between two companies. O(log d) for d arcs out of `from`.
    pub fn find(&self, from: CompanyId, to: CompanyId) -> Option<ArcId> {
        let start = *self.starts.get(from.index())? as usize;
        let end = *self.starts.get(from.index() + 1)? as usize;
        let found = self.all[start..end].binary_search_by_key(&to, |arc| arc.to).ok()?;
        Some(ArcId((start + found) as u32))
    }

    /// The companies that have an arc, in the order of their ids.
    pub fn companies(&self) -> Vec<CompanyId> {
        let mut present = vec![false; self.starts.len()];
        for arc in &self.all {
            present[arc.from.index()] = true;
            present[arc.to.index()] = true;
        }
        (0..present.len() as u32).map(CompanyId).filter(|company| present[company.index()]).collect()
    }

    /// The headline value in and out of each of the first `companies` companies. All arcs are between these.
    pub fn values(&self, companies: usize) -> Vec<Amount> {
        let mut values = vec![Amount(0); companies];
        for arc in &self.all {
            for end in [arc.from, arc.to] {
                values[end.index()] = values[end.index()].plus(arc.amount.unwrap_or_default());
            }
        }
        values
    }

    /// The sum of all arcs' amounts: the headline value.
    pub fn total(&self) -> Amount {
        self.all.iter().filter_map(|arc| arc.amount).fold(Amount(0), Amount::plus)
    }
}

impl Arc {
    /// Without a deal.
    const fn bare(from: CompanyId, to: CompanyId) -> Self {
        Self {
            from,
            to,
            deals: Vec::new(),
            amount: None,
            firm: Amount(0),
            disclosure: Disclosure::Undisclosed,
            ceiling: false,
            approximate: false,
            status: Status::Cancelled,
            confidence: Confidence::Low,
            first: None,
        }
    }

    fn of(network: &Network, deals: &[DealId], live: &[bool]) -> Self {
        let first = network.deal(deals[0]);
        let mut arc = Self { deals: deals.to_vec(), ..Self::bare(first.from, first.to) };
        let mut unpriced = false;
        for deal in deals.iter().map(|&id| network.deal(id)) {
            arc.status = arc.status.max(deal.status);
            arc.confidence = arc.confidence.max(deal.confidence);
            if let Some(date) = deal.date {
                arc.first = Some(arc.first.map_or(date, |first| earlier(first, date)));
            }
            if deal.superseded_by.is_some_and(|id| live[id.index()]) {
                continue;
            }
            let Some(amount) = deal.countable() else {
                unpriced = true;
                continue;
            };
            arc.amount = Some(arc.amount.unwrap_or_default().plus(amount));
            let is_ceiling = deal.basis == Basis::UpTo;
            let signed = if deal.status.is_firm() && !is_ceiling { amount } else { Amount(0) };
            arc.firm = arc.firm.plus(deal.firm.unwrap_or(signed).min(amount));
            arc.ceiling |= is_ceiling;
            arc.approximate |= deal.basis.is_approximate();
        }
        arc.disclosure = match (arc.amount, unpriced) {
            (Some(_), false) => Disclosure::Full,
            (Some(_), true) => Disclosure::Partly,
            (None, _) => Disclosure::Undisclosed,
        };
        arc
    }
}

const fn earlier(a: PartialDate, b: PartialDate) -> PartialDate {
    if b.earliest() < a.earliest() { b } else { a }
}
