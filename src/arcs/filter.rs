//! Which deals are live.

use crate::network::{Amount, CompanyId, Confidence, Deal, DealId, Kind, Network, PartialDate, Status};

/// Which deals are live.
#[derive(Clone, Debug, PartialEq)]
pub struct Filter {
    /// Kinds that count. Kinds that make no arc never do.
    pub kinds: Vec<Kind>,
    /// Statuses that count.
    pub statuses: Vec<Status>,
    /// Confidences that count.
    pub confidences: Vec<Confidence>,
    /// Only deals whose earliest day is not after the latest day of this date. Undated deals always count.
    pub until: Option<PartialDate>,
    /// Only deals of at least this amount; undisclosed ones pass.
    pub min_amount: Option<Amount>,
    /// Whether undisclosed deals count.
    pub undisclosed: bool,
    /// Companies that are left out with all their deals.
    pub without_companies: Vec<CompanyId>,
    /// Deals that are left out.
    pub without_deals: Vec<DealId>,
}

impl Default for Filter {
    /// Reported or firmer, every kind that makes an arc, any date, confidence and amount.
    fn default() -> Self {
        Self {
            kinds: terms(&Kind::ALL[..Kind::Acquisition as usize]),
            statuses: terms(&Status::ALL[Status::Reported as usize..]),
            confidences: terms(&Confidence::ALL),
            until: None,
            min_amount: None,
            undisclosed: true,
            without_companies: Vec::new(),
            without_deals: Vec::new(),
        }
    }
}

fn terms<T: Copy>(all: &[(T, &str)]) -> Vec<T> {
    all.iter().map(|&(term, _)| term).collect()
}

impl Filter {
    /// The strictest reading beside which any share of money stands: what is signed, closed or completed of what
    /// this filter takes.
    pub fn strictest(&self) -> Self {
        let mut strictest = self.clone();
        strictest.statuses.retain(|status| status.is_firm());
        strictest
    }

    /// Whether a deal is live. A deal of a company with itself is listed and never live.
    ///
    /// O(what is left out); for all deals at once see [`Filter::live`].
    pub fn passes(&self, network: &Network, id: DealId) -> bool {
        let deal = network.deal(id);
        self.takes(deal)
            && self.is_chosen(deal)
            && !self.without_deals.contains(&id)
            && !self.without_companies.contains(&deal.from)
            && !self.without_companies.contains(&deal.to)
    }

    /// Of each deal whether it is live, in file order. O(deals + what is left out).
    pub fn live(&self, network: &Network) -> Vec<bool> {
        let mut live = self.within(network);
        for (live, deal) in live.iter_mut().zip(network.deals()) {
            *live &= self.is_chosen(deal);
        }
        live
    }

    /// How many deals each kind, status and confidence has, for the choices of a reader: those that the rest of
    /// the filter takes, so that a number says what choosing it as well would add. O(deals).
    pub fn counts(&self, network: &Network) -> Counts {
        let mut counts = Counts::default();
        for (deal, within) in network.deals().iter().zip(self.within(network)) {
            if !within {
                continue;
            }
            let kind = self.kinds.contains(&deal.kind);
            let status = self.statuses.contains(&deal.status);
            let confidence = self.confidences.contains(&deal.confidence);
            counts.kinds[deal.kind as usize] += u32::from(status && confidence);
            counts.statuses[deal.status as usize] += u32::from(kind && confidence);
            counts.confidences[deal.confidence as usize] += u32::from(kind && status);
        }
        counts
    }

    /// Of each deal whether it passes all but the three lists.
    fn within(&self, network: &Network) -> Vec<bool> {
        let mut left_out = vec![false; network.companies().len()];
        for company in &self.without_companies {
            if let Some(left_out) = left_out.get_mut(company.index()) {
                *left_out = true;
            }
        }
        let stays = |deal: &Deal| !left_out[deal.from.index()] && !left_out[deal.to.index()];
        let mut within: Vec<bool> =
            network.deals().iter().map(|deal| self.takes(deal) && stays(deal)).collect();
        for deal in &self.without_deals {
            if let Some(within) = within.get_mut(deal.index()) {
                *within = false;
            }
        }
        within
    }

    /// Whether kind, status and confidence are among those that count.
    fn is_chosen(&self, deal: &Deal) -> bool {
        self.kinds.contains(&deal.kind)
            && self.statuses.contains(&deal.status)
            && self.confidences.contains(&deal.confidence)
    }

    /// Whether a deal makes an arc and its date and amount pass.
    fn takes(&self, deal: &Deal) -> bool {
        deal.from != deal.to
            && deal.kind.makes_arc()
            && match (self.until, deal.date) {
                (Some(until), Some(date)) => date.earliest() <= until.latest(),
                _ => true,
            }
            && match deal.amount {
                Some(amount) => self.min_amount.is_none_or(|least| amount >= least),
                None => self.undisclosed,
            }
    }
}

/// How many deals each choice has, by the place of the choice in [`Kind::ALL`], [`Status::ALL`] and
/// [`Confidence::ALL`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// By kind; kinds that make no arc have none.
    pub kinds: [u32; Kind::ALL.len()],
    /// By status.
    pub statuses: [u32; Status::ALL.len()],
    /// By confidence.
    pub confidences: [u32; Confidence::ALL.len()],
}
