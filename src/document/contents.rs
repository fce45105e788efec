//! What is kept in a file.

use crate::Point;
use crate::network::{CompanyId, Network};

/// A figure as it is kept in a file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Document {
    /// The companies and deals.
    pub network: Network,
    /// What the document says about itself.
    pub meta: Meta,
    /// What an editor has decided about the picture.
    pub editor: Editor,
}

/// What a document says about itself. Empty texts mean "not given".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meta {
    /// The name of the data set.
    pub title: String,
    /// What the figure shows, in one sentence.
    pub headline: String,
    /// What the data are.
    pub description: String,
    /// Licence, corrections, warnings.
    pub note: String,
    /// The state of knowledge: a year, a month or a day.
    pub as_of: String,
    /// Of all amounts: an ISO 4217 code in capitals, or `%`.
    pub unit: String,
}

impl Default for Meta {
    /// No texts, in dollars.
    fn default() -> Self {
        let empty = String::new;
        Self {
            title: empty(),
            headline: empty(),
            description: empty(),
            note: empty(),
            as_of: empty(),
            unit: "USD".to_owned(),
        }
    }
}

/// What an editor has decided about the picture.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Editor {
    /// About loops, in the order of the file; at most one entry for each.
    pub loops: Vec<LoopEdit>,
    /// Where companies stand, in layout units to a hundredth; at most one entry for each, ordered by company.
    pub positions: Vec<(CompanyId, Point)>,
}

/// What an editor has decided about a loop.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LoopEdit {
    /// The loop's id: its company ids from the smallest on, joined by `>`, `%` and `>` in them as `%25` and
    /// `%3E`. All of them are companies of the document, and none stands there twice.
    pub id: String,
    /// Instead of its own name; empty for that.
    pub name: String,
    /// For readers.
    pub note: String,
    /// Always coloured.
    pub pin: bool,
    /// Never coloured.
    pub hide: bool,
    /// Its place among the coloured loops, smallest first.
    pub order: Option<u32>,
}

/// How large a document may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of a file.
    pub bytes: usize,
    /// Companies, listed or made from deals.
    pub companies: usize,
    /// Deals, readable or not.
    pub deals: usize,
}

impl Limits {
    /// No limits: for files of one's own.
    pub const NONE: Self = Self { bytes: usize::MAX, companies: usize::MAX, deals: usize::MAX };

    /// So many times as large.
    #[must_use]
    pub const fn times(self, times: usize) -> Self {
        Self {
            bytes: self.bytes.saturating_mul(times),
            companies: self.companies.saturating_mul(times),
            deals: self.deals.saturating_mul(times),
        }
    }
}

impl Default for Limits {
    /// 10 MiB, 10,000 companies, 50,000 deals.
    fn default() -> Self {
        Self { bytes: 10 << 20, companies: 10_000, deals: 50_000 }
    }
}
