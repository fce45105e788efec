//! Companies and deals: a directed multigraph that never changes once made.

mod amount;
mod date;
mod deal;
mod terms;

pub use amount::{Amount, Basis};
pub use date::PartialDate;
pub use deal::{Deal, Source};
pub use terms::{Confidence, Kind, Status};

use crate::{Error, order};

/// A company's place in [`Network::companies`]. Companies are kept in the order of their ids' UTF-8 bytes,
/// so comparing two `CompanyId`s compares the ids.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CompanyId(pub u32);

/// A deal's place in [`Network::deals`], in file order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DealId(pub u32);

impl CompanyId {
    /// As an index.
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

impl DealId {
    /// As an index.
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// Any organisation or person that takes part. Empty texts mean "not given".
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Company {
    /// Unique and stable.
    pub id: String,
    /// For readers.
    pub name: String,
    /// What it is, in the file's own words (`chip_maker`, `ai_lab`).
    pub category: String,
    /// Where it is.
    pub country: String,
    /// On the stock exchange.
    pub ticker: String,
    /// Its address on the web; unchecked text until the shell makes a link of it.
    pub homepage: String,
    /// For readers.
    pub note: String,
}

impl Company {
    /// The name without a closing remark in brackets.
    fn short(&self) -> &str {
        let remark = self.name.as_bytes().windows(2).position(|pair| pair == b" (");
        match remark.and_then(|at| self.name.get(..at)) {
            Some(short) if !short.trim_ascii().is_empty() && self.name.ends_with(')') => {
                short.trim_ascii_end()
            }
            _ => &self.name,
        }
    }
}

/// Companies and the deals between them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Network {
    companies: Vec<Company>,
    /// Whether each company's name may be shortened: no other's is shortened to the same.
    shortened: Vec<bool>,
    deals: Vec<Deal>,
}

impl Network {
    /// Makes a network.
    ///
    /// `companies` may come in any order; `from` and `to` of each deal are places in `companies` *as given*,
    /// and are renumbered. Deals keep their order. O(n log n).
    ///
    /// # Errors
    /// When two companies or two deals share an id, or a deal names a place that is not there.
    pub fn new(companies: Vec<Company>, mut deals: Vec<Deal>) -> Result<Self, Error> {
        let order = order::places(companies.len(), &|a, b| companies[a].id.cmp(&companies[b].id));
        let id = |place: usize| &companies[place].id;
        if let Some(pair) = order.windows(2).find(|pair| id(pair[0]) == id(pair[1])) {
            return Err(Error::DuplicateCompany(id(pair[0]).clone()));
        }
        let mut place = vec![CompanyId(0); companies.len()];
        for (new, &old) in order.iter().enumerate() {
            place[old] = CompanyId(new as u32);
        }
        let renumber = |id: CompanyId| place.get(id.index()).copied();
        let count = deals.len();
        for deal in &mut deals {
            let (Some(from), Some(to)) = (renumber(deal.from), renumber(deal.to)) else {
                return Err(Error::UnknownCompany(deal.id.clone()));
            };
            (deal.from, deal.to) = (from, to);
            if deal.superseded_by.is_some_and(|id| id.index() >= count) {
                return Err(Error::UnknownDeal(deal.id.clone()));
            }
        }
        let mut ids: Vec<&str> = deals.iter().map(|deal| deal.id.as_str()).collect();
        order::sort(&mut ids);
        if let Some(pair) = ids.windows(2).find(|pair| pair[0] == pair[1]) {
            return Err(Error::DuplicateDeal(pair[0].to_owned()));
        }
        let mut companies: Vec<Option<Company>> = companies.into_iter().map(Some).collect();
        let companies: Vec<Company> = order.iter().filter_map(|&old| companies[old].take()).collect();
        let short = |place: usize| companies[place].short();
        let by_short = order::places(companies.len(), &|a, b| short(a).cmp(short(b)));
        let mut shortened = vec![true; companies.len()];
        for pair in by_short.windows(2).filter(|pair| short(pair[0]) == short(pair[1])) {
            shortened[pair[0]] = false;
            shortened[pair[1]] = false;
        }
        Ok(Self { companies, shortened, deals })
    }

    /// All companies, ordered by id.
    pub fn companies(&self) -> &[Company] {
        &self.companies
    }

    /// All deals, in file order.
    pub fn deals(&self) -> &[Deal] {
        &self.deals
    }

    /// One company.
    pub fn company(&self, id: CompanyId) -> &Company {
        &self.companies[id.index()]
    }

    /// What a company is called on the picture and in sentences: `Google (Alphabet)` is `Google`, unless another
    /// company would be called the same.
    pub fn label(&self, id: CompanyId) -> &str {
        let company = self.company(id);
        if self.shortened[id.index()] { company.short() } else { &company.name }
    }

    /// One deal.
    pub fn deal(&self, id: DealId) -> &Deal {
        &self.deals[id.index()]
    }

    /// The company with this id. O(log n).
    pub fn find_company(&self, id: &str) -> Option<CompanyId> {
        let found = self.companies.binary_search_by(|company| company.id.as_str().cmp(id)).ok()?;
        Some(CompanyId(found as u32))
    }

    /// The deal with this id. O(m).
    pub fn find_deal(&self, id: &str) -> Option<DealId> {
        let found = self.deals.iter().position(|deal| deal.id == id)?;
        Some(DealId(found as u32))
    }
}
