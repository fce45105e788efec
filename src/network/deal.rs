//! One agreement.

use super::{Amount, Basis, CompanyId, Confidence, DealId, Kind, PartialDate, Status};

/// One agreement: who gives value, to whom, how much, when, how sure. Empty texts mean "not given".
#[derive(Clone, Debug, PartialEq)]
pub struct Deal {
    /// Unique and stable; `from>to#n` in file order where the file gives none.
    pub id: String,
    /// Who gives value: pays, invests, lends, issues shares.
    pub from: CompanyId,
    /// Who receives it.
    pub to: CompanyId,
    /// When; a deal without a date is always live.
    pub date: Option<PartialDate>,
    /// What is given.
    pub kind: Kind,
    /// How far it has come.
    pub status: Status,
    /// How sure the researcher is.
    pub confidence: Confidence,
    /// The headline amount; `None` is undisclosed, never zero.
    pub amount: Option<Amount>,
    /// The unconditional part of a ceiling, where known.
    pub firm: Option<Amount>,
    /// What the amount means.
    pub basis: Basis,
    /// How a person would say the amount.
    pub amount_text: String,
    /// Over how many years, in hundredths of a year, where known.
    pub term_years: Option<u32>,
    /// Another deal that replaces this one's amount: this one is shown, not summed, while that one is live.
    pub superseded_by: Option<DealId>,
    /// For readers.
    pub title: String,
    /// For readers.
    pub note: String,
    /// For fact-checkers.
    pub evidence: String,
    /// For fact-checkers.
    pub research_note: String,
    /// Where it stands.
    pub sources: Vec<Source>,
}

impl Deal {
    /// A deal of which nothing is known but who and to whom; its id is empty.
    pub fn new(from: CompanyId, to: CompanyId) -> Self {
        Self {
            id: String::new(),
            from,
            to,
            date: None,
            kind: Kind::default(),
            status: Status::default(),
            confidence: Confidence::default(),
            amount: None,
            firm: None,
            basis: Basis::default(),
            amount_text: String::new(),
            term_years: None,
            superseded_by: None,
            title: String::new(),
            note: String::new(),
            evidence: String::new(),
            research_note: String::new(),
            sources: Vec::new(),
        }
    }

    /// The amount, if it is disclosed and may be added up.
    pub fn countable(&self) -> Option<Amount> {
        self.amount.filter(|_| self.basis.is_countable())
    }
}

/// Where a deal stands.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Source {
    /// The title of the article, release or filing.
    pub title: String,
    /// Its address; unchecked text until the shell makes a link of it.
    pub url: String,
    /// When it was published, as given.
    pub date: String,
    /// `primary`, `press` or `secondary`, or the file's own word.
    pub class: String,
}
