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

#[cfg(feature = "desk")]
mod builder;
mod cells;
mod circles;
mod contents;
#[cfg(feature = "desk")]
mod csv;
#[cfg(feature = "dev")]
mod data_sets;
#[cfg(feature = "desk")]
mod deal;
#[cfg(feature = "desk")]
mod decimal;
#[cfg(feature = "desk")]
mod diagnostic;
#[cfg(feature = "desk")]
mod editor;
mod field;
#[cfg(feature = "desk")]
mod file;
#[cfg(feature = "desk")]
mod json;
mod looks;
mod names;
mod naming;
pub(crate) mod number;
#[cfg(feature = "desk")]
mod place;
mod point;
#[cfg(feature = "desk")]
mod read;
#[cfg(feature = "desk")]
mod records;
#[cfg(feature = "desk")]
mod row;
mod scan;
#[cfg(feature = "dev")]
mod schema;
mod strict;
#[cfg(feature = "desk")]
mod succession;
mod text;
mod tree;
#[cfg(feature = "desk")]
mod write;

pub use contents::{Document, Editor, Limits, LoopEdit, Meta};
#[cfg(feature = "dev")]
pub use data_sets::data_sets;
#[cfg(feature = "desk")]
pub use diagnostic::{Diagnostic, Severity, diagnosis};
#[cfg(feature = "desk")]
pub use read::{Format, Loaded, read, read_csv};
#[cfg(feature = "dev")]
pub use schema::schema;
pub use strict::read_strict;
pub use text::is_web_address;
#[cfg(feature = "desk")]
pub use write::write_json;

/// A thousand years, in hundredths: no term is longer.
const LONGEST_TERM: u64 = 100_000;

/// A unit in its one spelling; `None` if it is no currency code and not `%`.
fn unit(text: &str) -> Option<String> {
    let is_code = text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_alphabetic());
    (is_code || text == "%").then(|| text.to_ascii_uppercase())
}
