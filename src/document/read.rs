//! The full reader: every file, with a diagnostic for everything that is not as it should be.

use super::builder::Builder;
use super::diagnostic::Diagnostic;
use super::field::List;
use super::{Document, Limits, csv, json, place};

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
