//! Reading tables: which column is which field, and which records are rows.

use super::builder::Builder;
use super::diagnostic::{Diagnostic, Severity};
use super::field::{Field, List};
use super::records::{Fault, Record, Records};
use super::row::{Cell, Row};
use super::tree::Value;
use std::borrow::Cow;

const SEPARATORS: [char; 3] = [',', ';', '\t'];

/// The separator with which the first line names the most columns; a comma if none does better.
fn separator(text: &str, list: List) -> char {
    let known = |separator: char| {
        let record = Records::new(text, separator).next();
        record.map_or(0, |record| {
            record.pieces.iter().filter(|piece| list.column(&piece.text).is_some()).count()
        })
    };
    let mut best = SEPARATORS[0];
    for separator in SEPARATORS {
        if known(separator) > known(best) {
            best = separator;
        }
    }
    best
}

/// Reads a table of deals or of companies.
///
/// # Errors
/// When the first line does not name the columns, or past a limit.
pub(super) fn read(builder: &mut Builder, text: &str, list: List) -> Result<(), Box<Diagnostic>> {
    let mut records = Records::new(text, separator(text, list));
    let Some(header) = records.next() else { return Ok(()) };
    let columns = columns(builder, &header, list)?;
    if list == List::Deals && columns.contains(&Some(Field::AmountUsd)) {
        builder.unit.get_or_insert_with(|| "USD".to_owned());
    }
    for (index, record) in records.enumerate() {
        let row = Row {
            list,
            index: index as u32,
            is_json: false,
            text: record.text,
            place: (record.line, 1),
            cells: cells(&record, &columns, &header),
        };
        if let Some((cell, message)) = uneven_sources(&row) {
            builder.report.push(row.diagnostic(Some(cell), Severity::Warning, "uneven_sources", message));
        }
        let fault = fault(&record, header.pieces.len())
            .map(|(code, message, place)| row.diagnostic(None, Severity::Error, code, message).at(place));
        match (fault, list) {
            (Some(diagnostic), List::Deals) => builder.bad_deal(diagnostic)?,
            (Some(diagnostic), _) => builder.report.push(diagnostic),
            (None, List::Deals) => builder.deal(&row)?,
            (None, _) => builder.company(&row)?,
        }
    }
    Ok(())
}

/// The field of each column of the header.
fn columns(
    builder: &mut Builder,
    header: &Record,
    list: List,
) -> Result<Vec<Option<Field>>, Box<Diagnostic>> {
    let mut columns: Vec<Option<Field>> = Vec::with_capacity(header.pieces.len());
    for piece in &header.pieces {
        let name = piece.text.trim();
        let found = list.column(name);
        let problem = match found {
            Some(field) if columns.contains(&Some(field)) => {
                Some(("duplicate_column", "stands there twice; the first one counts"))
            }
            None if !name.is_empty() => Some(("unknown_column", "is not known and was not read")),
            _ => None,
        };
        if let Some((code, what)) = problem {
            let message = format!("the column `{}` {what}", name.chars().take(200).collect::<String>());
            let diagnostic = Diagnostic::new(Severity::Warning, code, message);
            builder.report.push(diagnostic.at(piece.place).about(name));
        }
        columns.push(found.filter(|_| problem.is_none()));
    }
    let needed: &[(Field, &str)] = match list {
        List::Deals => &[(Field::From, "from"), (Field::To, "to")],
        _ => &[(Field::Id, "id")],
    };
    match needed.iter().find(|(field, _)| !columns.contains(&Some(*field))) {
        None if header.fault.is_none() => Ok(columns),
        missing => {
            let what = missing.map_or_else(
                || "its quotes are not closed".to_owned(),
                |(_, name)| format!("there is no column `{name}`"),
            );
            let message = format!("the first line must name the columns of the {}, but {what}", list.name());
            Err(Diagnostic::refusal("bad_header", message).at((header.line, 1)).about(header.text))
        }
    }
}

/// Why a record cannot be a row, and where.
fn fault(record: &Record, columns: usize) -> Option<(&'static str, String, (u32, u32))> {
    match record.fault {
        Some(Fault::Open(line, column)) => {
            let message = "the quote that opens here is never closed; nothing from this row on was read";
            return Some(("open_quote", message.to_owned(), (line, column)));
        }
        Some(Fault::After(line, column)) => {
            let message = "text follows a closing quote; write a quote inside a cell as two quotes";
            return Some(("text_after_quote", message.to_owned(), (line, column)));
        }
        None => {}
    }
    // Most likely a separator in a cell without quotes: what follows stands in the wrong columns.
    let extra = record.pieces.iter().skip(columns).find(|piece| !piece.text.trim().is_empty())?;
    let message = format!(
        "the row has {} cells, but there are {columns} columns; put cells that hold the separator in quotes",
        record.pieces.len()
    );
    Some(("extra_cells", message, extra.place))
}

/// The cells of a record that have a known column. Cells that are not there are empty.
fn cells<'r>(record: &'r Record, columns: &[Option<Field>], header: &'r Record) -> Vec<Cell<'r>> {
    let mut cells = Vec::with_capacity(columns.len());
    let mut sources = Vec::new();
    for ((piece, column), head) in record.pieces.iter().zip(columns).zip(&header.pieces) {
        let Some(field) = *column else { continue };
        let text = piece.text.trim();
        let is_source = List::Sources.has(field);
        let value = if text.is_empty() { Value::Empty } else { Value::Text(Cow::Borrowed(text)) };
        let cell = Cell { field, nth: 0, name: head.text.trim(), value, text, place: piece.place };
        if is_source { &mut sources } else { &mut cells }.push(cell);
    }
    // Titles of web pages hold ` | ` themselves: with one address (or none) they are one source.
    let addresses = sources.iter().find(|cell| cell.field == Field::SourceUrl);
    let several = addresses.is_some_and(|cell| next_source(cell.text).is_some());
    for cell in sources {
        if !several {
            cells.push(cell);
            continue;
        }
        let (mut rest, mut nth) = (Some(cell.text), 0);
        while let Some(text) = rest {
            let (part, after) = next_source(text).map_or((text, None), |(part, after)| (part, Some(after)));
            cells.push(Cell { nth, value: Value::Text(Cow::Borrowed(part)), text: part, ..cell });
            (rest, nth) = (after, nth + 1);
        }
    }
    cells
}

/// Titles, dates or classes without an address of their own, where the addresses are separated.
fn uneven_sources<'r, 'a>(row: &'r Row<'a>) -> Option<(&'r Cell<'a>, String)> {
    let addresses = row.cells.iter().filter(|cell| cell.field == Field::SourceUrl).count() as u32;
    let cell = row.cells.iter().find(|cell| addresses > 0 && cell.nth >= addresses)?;
    Some((cell, format!("`{}` has more parts than there are addresses ({addresses})", cell.name)))
}

/// What stands before and after the first ` | `, which is between several sources in one cell.
fn next_source(text: &str) -> Option<(&str, &str)> {
    let at = text.as_bytes().windows(3).position(|bytes| bytes == b" | ")?;
    Some((text.get(..at)?, text.get(at + 3..)?))
}
