//! The file formats: JSON documents and CSV tables become a network, with a diagnostic for everything that
//! is not as it should be.
//!
//! ```
//! use deal_network::document::{Format, Limits, read};
//!
//! let table = b"from,to,amount_usd\nNvidia,OpenAI,30e9\nOpenAI,Nvidia,$5bn\n";
//! let loaded = read(table, Format::Auto, &Limits::default()).unwrap();
//! assert_eq!(loaded.rows, 2);
//! assert_eq!(loaded.document.network.deals().len(), 1);
//! assert!(loaded.diagnostics[0].to_string().starts_with("line 3, column 15: `amount_usd` must be a plain number"));
//! ```
//!
//! # What holds for every file
//! * **Rows in = deals + rows with at least one error.** A row that has an error is left out; a row that
//!   has warnings is loaded. Past a thousand diagnostics each further bad row keeps one error, and the rest
//!   are counted in a last warning.
//! * Texts are UTF-8, with or without a byte order mark, with any line breaks. They are trimmed; characters
//!   that cannot be shown (controls, zero-width spaces, overrides of the reading direction) are taken out
//!   with a warning; names are cut at 200 characters and other texts at 10,000, with a warning.
//! * Only `from` and `to` are needed. A deal without a kind is `other`, without a status `reported`, without
//!   a confidence `low`, without a basis `committed`; without an id it is `from>to#n`, n counting the deals
//!   of that pair without an id. An unknown kind is `other` and an unknown confidence `low`, with a warning;
//!   an unknown status or basis is an error, because a guess could make a deal firmer or larger than it is.
//!   Words may be in any case, with spaces, hyphens or underscores.
//! * An empty amount is undisclosed. `src/document/number.rs` has the table of accepted numbers.
//! * Without a list of companies, companies are made from what stands in `from` and `to`; with one, unknown
//!   companies are made with a warning.
//! * One unit per document: a currency code or `%`. Nothing is ever converted. `amount_usd` (in JSON
//!   `amountUsd`) wins over `amount` where the unit is USD. Where nothing names the unit, the first amount
//!   decides: the `currency` beside it, or USD; a table with a column `amount_usd` is in USD.
//!
//! # CSV
//! One deal a row, the columns named in the first line in any order and case. Cells are separated by commas,
//! semicolons or tabs, whichever names the most columns. A row of empty cells is blank and no row. Cells
//! that are missing at the end of a row are empty; one too many that is not empty is an error, because what
//! follows an unquoted separator stands in the wrong columns. A quote that is never closed rejects
//! everything from its row on; text after a closing quote rejects its row. Several sources stand in one cell
//! separated by ` | `, if there are as many addresses.
//!
//! # JSON and its versions
//! `www/deal-network.schema.json` describes version 1. Keys that are not known are left out with a warning,
//! once per key; of two equal keys the last counts, with a warning. **A later version is refused** with a
//! sentence: what it means by a key cannot be known here. So a change that old readers may ignore adds a key
//! to version 1, and one that they must not ignore makes version 2. A document without a version is read as
//! version 1, with a warning. An entry of `loops` or `positions` that fits nothing in the document is left
//! out with a warning. Lists and objects stand in each other at most 128 deep.

mod builder;
mod csv;
#[cfg(feature = "dev")]
mod data_sets;
mod deal;
#[cfg(feature = "cli")]
mod decimal;
mod diagnostic;
mod editor;
mod field;
#[cfg(feature = "cli")]
mod file;
mod json;
mod names;
pub(crate) mod number;
mod place;
mod records;
mod row;
mod scan;
#[cfg(feature = "dev")]
mod schema;
mod succession;
mod text;
mod tree;
#[cfg(feature = "cli")]
mod write;

#[cfg(feature = "dev")]
pub use data_sets::data_sets;
pub use diagnostic::{Diagnostic, Severity};
#[cfg(feature = "dev")]
pub use schema::schema;
pub use text::is_web_address;
#[cfg(feature = "cli")]
pub use write::write_json;

use crate::Point;
use crate::network::{CompanyId, Network};
use builder::Builder;
use field::List;

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
}

impl Default for Limits {
    /// 10 MiB, 10,000 companies, 50,000 deals.
    fn default() -> Self {
        Self { bytes: 10 << 20, companies: 10_000, deals: 50_000 }
    }
}

/// A document that was read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Loaded {
    /// The document, without what was left out.
    pub document: Document,
    /// Everything that was not as it should be, in the order of the file.
    pub diagnostics: Vec<Diagnostic>,
    /// How many deals stand in the file, readable or not.
    pub rows: usize,
}

/// What a file is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// A JSON document.
    Json,
    /// A table of deals.
    Csv,
    /// JSON if it begins with `{` or `[`, else CSV.
    #[default]
    Auto,
}

/// Reads a document. O(n log n).
///
/// # Errors
/// When it cannot be read as a whole: not UTF-8, not JSON, a table without `from` and `to`, an unknown unit,
/// a later version, larger than the limits. The diagnostic says where and why.
pub fn read(bytes: &[u8], format: Format, limits: &Limits) -> Result<Loaded, Diagnostic> {
    let read = decode(bytes, limits).and_then(|text| {
        let begins = text.trim_start();
        let is_json = match format {
            Format::Json => !begins.is_empty(),
            Format::Csv => false,
            Format::Auto => begins.starts_with(['{', '[']),
        };
        if is_json { json::read(text, limits) } else { tables(text, None, limits) }
    });
    read.map_err(|refusal| *refusal)
}

/// Reads a table of deals and, where there is one, a table of their companies. O(n log n).
///
/// Diagnostics about the companies come first, have no row, and their path begins with `companies`.
///
/// # Errors
/// As [`read`].
pub fn read_csv(deals: &[u8], companies: Option<&[u8]>, limits: &Limits) -> Result<Loaded, Diagnostic> {
    let read = || {
        let companies = companies.map(|bytes| decode(bytes, limits)).transpose()?;
        tables(decode(deals, limits)?, companies, limits)
    };
    read().map_err(|refusal: Box<Diagnostic>| *refusal)
}

fn tables(deals: &str, companies: Option<&str>, limits: &Limits) -> Result<Loaded, Box<Diagnostic>> {
    let mut builder = Builder::new(*limits);
    if let Some(text) = companies {
        csv::read(&mut builder, text, List::Companies)?;
        builder.report.next_file();
    }
    csv::read(&mut builder, deals, List::Deals)?;
    let (mut loaded, report) = builder.finish()?;
    loaded.diagnostics = report.finish();
    Ok(loaded)
}

/// The text of a file, without the byte order mark.
fn decode<'a>(bytes: &'a [u8], limits: &Limits) -> Result<&'a str, Box<Diagnostic>> {
    if bytes.len() > limits.bytes {
        let message = format!("the file is larger than {} bytes", limits.bytes);
        return Err(Diagnostic::refusal("too_large", message));
    }
    if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") {
        let message = "the file is in UTF-16; save it as UTF-8 (in Excel: CSV UTF-8)".to_owned();
        return Err(Diagnostic::refusal("not_utf8", message));
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    std::str::from_utf8(bytes).map_err(|error| {
        let mut cursor = place::Cursor::default();
        cursor.advance(std::str::from_utf8(&bytes[..error.valid_up_to()]).unwrap_or_default());
        let message = "the file is not in UTF-8; save it as UTF-8 (in Excel: CSV UTF-8)".to_owned();
        Diagnostic::refusal("not_utf8", message).at(cursor.place())
    })
}

/// A unit in its one spelling; `None` if it is no currency code and not `%`.
fn unit(text: &str) -> Option<String> {
    let text = text.trim();
    let is_code = text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_alphabetic());
    (is_code || text == "%").then(|| text.to_ascii_uppercase())
}
