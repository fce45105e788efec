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
pub(super) struct Entry(pub Field, pub &'static str, pub &'static [&'static str]);

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
    pub fn has(self, field: Field) -> bool {
        self.entries().iter().any(|entry| entry.0 == field)
    }

    /// The key of the list in JSON.
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
    pub fn key(self, key: &str) -> Option<&'static Entry> {
        self.entries().iter().find(|entry| entry.1 == key)
    }

    /// The field of a CSV column. Sources stand in the row of their deal.
    pub fn column(self, header: &str) -> Option<Field> {
        let find = |entries: &[Entry]| {
            let is_header = |entry: &&Entry| entry.2.iter().any(|column| is_alike(column, header));
            entries.iter().find(is_header).map(|entry| entry.0)
        };
        find(self.entries()).or_else(|| if self == Self::Deals { find(SOURCE) } else { None })
    }

    /// The JSON key that somebody who wrote `key` probably meant.
    pub fn meant(self, key: &str) -> Option<&'static str> {
        let is_meant =
            |entry: &&Entry| is_alike(entry.1, key) || entry.2.iter().any(|column| is_alike(column, key));
        self.entries().iter().find(is_meant).map(|entry| entry.1)
    }
}

/// Whether two headers or terms are the same but for case, spaces, hyphens and underscores.
pub(super) fn is_alike(a: &str, b: &str) -> bool {
    a == b || folded(a).eq(folded(b))
}

fn folded(text: &str) -> impl Iterator<Item = char> {
    let kept = text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '_' | '-'));
    kept.map(|c| c.to_ascii_lowercase())
}

const ROOT: &[Entry] = &[
    Entry(Field::Schema, "$schema", &[]),
    Entry(Field::Version, "version", &[]),
    Entry(Field::Title, "title", &[]),
    Entry(Field::Headline, "headline", &[]),
    Entry(Field::Description, "description", &[]),
    Entry(Field::Note, "note", &[]),
    Entry(Field::AsOf, "asOf", &[]),
    Entry(Field::Unit, "unit", &[]),
    Entry(Field::Companies, "companies", &[]),
    Entry(Field::Deals, "deals", &[]),
    Entry(Field::Loops, "loops", &[]),
    Entry(Field::Positions, "positions", &[]),
];

const COMPANY: &[Entry] = &[
    Entry(Field::Id, "id", &["id"]),
    Entry(Field::Name, "name", &["name"]),
    Entry(Field::Category, "type", &["type", "category"]),
    Entry(Field::Country, "country", &["country"]),
    Entry(Field::Ticker, "ticker", &["ticker"]),
    Entry(Field::Homepage, "homepage", &["homepage"]),
    Entry(Field::Note, "note", &["note"]),
];

const DEAL: &[Entry] = &[
    Entry(Field::Id, "id", &["id"]),
    Entry(Field::Date, "date", &["date"]),
    Entry(Field::From, "from", &["from"]),
    Entry(Field::To, "to", &["to"]),
    Entry(Field::Kind, "kind", &["kind"]),
    Entry(Field::Amount, "amount", &["amount"]),
    Entry(Field::AmountUsd, "amountUsd", &["amountusd"]),
    Entry(Field::Currency, "currency", &["currency", "unit"]),
    Entry(Field::Firm, "firm", &["amountfirm", "firm"]),
    Entry(Field::Basis, "basis", &["amountbasis", "basis"]),
    Entry(Field::AmountText, "amountText", &["amounttext"]),
    Entry(Field::TermYears, "termYears", &["termyears"]),
    Entry(Field::Status, "status", &["status"]),
    Entry(Field::Confidence, "confidence", &["confidence"]),
    Entry(Field::SupersededBy, "supersededBy", &["supersededby"]),
    Entry(Field::Title, "title", &["title"]),
    Entry(Field::Note, "note", &["note"]),
    Entry(Field::Evidence, "evidence", &["evidence"]),
    Entry(Field::ResearchNote, "researchNote", &["researchnote"]),
    Entry(Field::Sources, "sources", &[]),
];

const SOURCE: &[Entry] = &[
    Entry(Field::SourceTitle, "title", &["sourcetitle"]),
    Entry(Field::SourceUrl, "url", &["sourceurl"]),
    Entry(Field::SourceDate, "date", &["sourcedate"]),
    Entry(Field::SourceClass, "class", &["sourceclass"]),
];

const LOOP: &[Entry] = &[
    Entry(Field::Id, "id", &[]),
    Entry(Field::Name, "name", &[]),
    Entry(Field::Note, "note", &[]),
    Entry(Field::Pin, "pin", &[]),
    Entry(Field::Hide, "hide", &[]),
    Entry(Field::Order, "order", &[]),
];
