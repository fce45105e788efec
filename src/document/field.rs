//! The names of what can stand in a file: one table for the reader of both formats, checked against the
//! schema.

/// What a cell says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Field {
    Schema,
    Version,
    Headline,
    Description,
    AsOf,
    Unit,
    Companies,
    Deals,
    Loops,
    Positions,
    Id,
    Name,
    Category,
    Country,
    Ticker,
    Homepage,
    Note,
    Date,
    From,
    To,
    Kind,
    Amount,
    AmountUsd,
    Currency,
    Firm,
    Basis,
    AmountText,
    TermYears,
    Status,
    Confidence,
    SupersededBy,
    Title,
    Evidence,
    ResearchNote,
    Sources,
    SourceTitle,
    SourceUrl,
    SourceDate,
    SourceClass,
    Pin,
    Hide,
    Order,
}

/// One line of a table: the field, its key in JSON, its columns in CSV (as [`is_alike`] compares them).
pub(super) struct Entry(pub Field, pub &'static str, #[cfg(feature = "desk")] pub &'static [&'static str]);

/// Only the desk reads tables.
const fn entry(field: Field, key: &'static str, columns: &'static [&'static str]) -> Entry {
    #[cfg(not(feature = "desk"))]
    let _ = columns;
    Entry(
        field,
        key,
        #[cfg(feature = "desk")]
        columns,
    )
}

/// Which kind of object a row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum List {
    Root,
    Companies,
    Deals,
    Sources,
    Loops,
}

impl List {
    /// All fields that such an object can have.
    pub const fn entries(self) -> &'static [Entry] {
        match self {
            Self::Root => ROOT,
            Self::Companies => COMPANY,
            Self::Deals => DEAL,
            Self::Sources => SOURCE,
            Self::Loops => LOOP,
        }
    }

    /// Whether such an object can have the field.
    #[cfg(feature = "desk")]
    pub fn has(self, field: Field) -> bool {
        self.entries().iter().any(|entry| entry.0 == field)
    }

    /// The key of the list in JSON.
    #[cfg(feature = "desk")]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Root => "",
            Self::Companies => "companies",
            Self::Deals => "deals",
            Self::Sources => "sources",
            Self::Loops => "loops",
        }
    }

    /// The field of a JSON key.
    #[cfg(feature = "desk")]
    pub fn key(self, key: &str) -> Option<&'static Entry> {
        self.entries().iter().find(|entry| entry.1 == key)
    }

    /// The field of a CSV column. Sources stand in the row of their deal.
    #[cfg(feature = "desk")]
    pub fn column(self, header: &str) -> Option<Field> {
        let find = |entries: &[Entry]| {
            let is_header = |entry: &&Entry| entry.2.iter().any(|column| is_alike(column, header));
            entries.iter().find(is_header).map(|entry| entry.0)
        };
        find(self.entries()).or_else(|| if self == Self::Deals { find(SOURCE) } else { None })
    }

    /// The JSON key that somebody who wrote `key` probably meant.
    #[cfg(feature = "desk")]
    pub fn meant(self, key: &str) -> Option<&'static str> {
        let is_meant =
            |entry: &&Entry| is_alike(entry.1, key) || entry.2.iter().any(|column| is_alike(column, key));
        self.entries().iter().find(is_meant).map(|entry| entry.1)
    }
}

/// Whether two headers or terms are the same but for case, spaces, hyphens and underscores.
#[cfg(feature = "desk")]
pub(super) fn is_alike(a: &str, b: &str) -> bool {
    a == b || folded(a).eq(folded(b))
}

#[cfg(feature = "desk")]
fn folded(text: &str) -> impl Iterator<Item = char> {
    let kept = text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '_' | '-'));
    kept.map(|c| c.to_ascii_lowercase())
}

const ROOT: &[Entry] = &[
    entry(Field::Schema, "$schema", &[]),
    entry(Field::Version, "version", &[]),
    entry(Field::Title, "title", &[]),
    entry(Field::Headline, "headline", &[]),
    entry(Field::Description, "description", &[]),
    entry(Field::Note, "note", &[]),
    entry(Field::AsOf, "asOf", &[]),
    entry(Field::Unit, "unit", &[]),
    entry(Field::Companies, "companies", &[]),
    entry(Field::Deals, "deals", &[]),
    entry(Field::Loops, "loops", &[]),
    entry(Field::Positions, "positions", &[]),
];

const COMPANY: &[Entry] = &[
    entry(Field::Id, "id", &["id"]),
    entry(Field::Name, "name", &["name"]),
    entry(Field::Category, "type", &["type", "category"]),
    entry(Field::Country, "country", &["country"]),
    entry(Field::Ticker, "ticker", &["ticker"]),
    entry(Field::Homepage, "homepage", &["homepage"]),
    entry(Field::Note, "note", &["note"]),
];

const DEAL: &[Entry] = &[
    entry(Field::Id, "id", &["id"]),
    entry(Field::Date, "date", &["date"]),
    entry(Field::From, "from", &["from"]),
    entry(Field::To, "to", &["to"]),
    entry(Field::Kind, "kind", &["kind"]),
    entry(Field::Amount, "amount", &["amount"]),
    entry(Field::AmountUsd, "amountUsd", &["amountusd"]),
    entry(Field::Currency, "currency", &["currency", "unit"]),
    entry(Field::Firm, "firm", &["amountfirm", "firm"]),
    entry(Field::Basis, "basis", &["amountbasis", "basis"]),
    entry(Field::AmountText, "amountText", &["amounttext"]),
    entry(Field::TermYears, "termYears", &["termyears"]),
    entry(Field::Status, "status", &["status"]),
    entry(Field::Confidence, "confidence", &["confidence"]),
    entry(Field::SupersededBy, "supersededBy", &["supersededby"]),
    entry(Field::Title, "title", &["title"]),
    entry(Field::Note, "note", &["note"]),
    entry(Field::Evidence, "evidence", &["evidence"]),
    entry(Field::ResearchNote, "researchNote", &["researchnote"]),
    entry(Field::Sources, "sources", &[]),
];

const SOURCE: &[Entry] = &[
    entry(Field::SourceTitle, "title", &["sourcetitle"]),
    entry(Field::SourceUrl, "url", &["sourceurl"]),
    entry(Field::SourceDate, "date", &["sourcedate"]),
    entry(Field::SourceClass, "class", &["sourceclass"]),
];

const LOOP: &[Entry] = &[
    entry(Field::Id, "id", &[]),
    entry(Field::Name, "name", &[]),
    entry(Field::Note, "note", &[]),
    entry(Field::Pin, "pin", &[]),
    entry(Field::Hide, "hide", &[]),
    entry(Field::Order, "order", &[]),
];
