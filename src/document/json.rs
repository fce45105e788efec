//! Reading a JSON document.

use super::builder::{Builder, Names};
use super::diagnostic::{Diagnostic, Report, Severity};
use super::field::{Field, List};
use super::place::Places;
use super::row::{Cell, Reader, Row, Value};
use super::text::{LINE, TEXT};
use super::tree::{self, Pairs};
use super::{Limits, Loaded, Meta, editor};

/// Reads a document.
///
/// # Errors
/// When it is not JSON, of a later version, past a limit, or its companies or deals are no lists.
pub(super) fn read(text: &str, limits: &Limits) -> Result<Loaded, Diagnostic> {
    let mut builder = Builder::new(*limits);
    let mut rows = Rows { places: Places::new(text), unknown: Names::new() };
    let pairs = tree::object(text)?;
    let part = |name: &str| pairs.iter().rev().find(|(key, _)| key == name).map(|&(_, raw)| raw);
    let root = rows.row(List::Root, 0, text, &pairs, &mut builder.report);
    version(&root, &mut builder.report)?;
    let (meta, unit) = meta(&root, &mut builder.report)?;
    builder.unit = unit;
    for (index, raw) in rows.items(part("companies"), "companies")?.into_iter().enumerate() {
        match rows.object(List::Companies, index, raw, &mut builder.report) {
            Ok(row) => builder.company(&row)?,
            Err(diagnostic) => builder.report.push(diagnostic),
        }
    }
    for (index, raw) in rows.items(part("deals"), "deals")?.into_iter().enumerate() {
        match rows.object(List::Deals, index, raw, &mut builder.report) {
            Ok(row) => builder.deal(&row)?,
            Err(diagnostic) => builder.bad_deal(diagnostic)?,
        }
    }
    let (mut loaded, mut report) = builder.finish()?;
    let document = &mut loaded.document;
    document.meta = Meta { unit: std::mem::take(&mut document.meta.unit), ..meta };
    let mut seen = Names::new();
    for (index, raw) in rows.entries(&root, Field::Loops, part("loops"), &mut report).into_iter().enumerate()
    {
        match rows.object(List::Loops, index, raw, &mut report) {
            Ok(row) => editor::add_loop(document, &mut seen, &row, &mut report),
            Err(diagnostic) => report.push(Diagnostic { severity: Severity::Warning, ..diagnostic }),
        }
    }
    if let Some(raw) = part("positions") {
        let place = rows.places.of(raw);
        editor::add_positions(document, raw, place, &mut report);
    }
    loaded.diagnostics = report.finish();
    Ok(loaded)
}

/// Refuses documents of a later version.
fn version(root: &Row, report: &mut Report) -> Result<(), Diagnostic> {
    let cell = root.cell(Field::Version);
    match cell.map(|cell| &cell.value) {
        Some(Value::Number("1")) => Ok(()),
        None | Some(Value::Empty) => {
            let message = "the document has no `version`; it is read as version 1".to_owned();
            report.push(root.diagnostic(cell, Severity::Warning, "no_version", message).about(""));
            Ok(())
        }
        Some(_) => {
            let text = cell.map_or("", |cell| cell.text);
            let text: String = text.chars().take(50).collect();
            let message = format!("the document is of version {text}; only version 1 can be read here");
            Err(root.diagnostic(cell, Severity::Error, "unknown_version", message))
        }
    }
}

/// What the document says about itself, and its unit if it names one.
fn meta(root: &Row, report: &mut Report) -> Result<(Meta, Option<String>), Diagnostic> {
    let mut reader = Reader::new(root, report);
    let meta = Meta {
        title: reader.text(Field::Title, LINE),
        headline: reader.text(Field::Headline, LINE),
        description: reader.text(Field::Description, TEXT),
        note: reader.text(Field::Note, TEXT),
        as_of: reader.date(Field::AsOf).map_or_else(String::new, |date| date.to_string()),
        unit: String::new(),
    };
    let Some(cell) = root.filled(Field::Unit) else { return Ok((meta, None)) };
    let unit = reader.content(cell).and_then(super::unit);
    if unit.is_none() {
        let message = "`unit` must be a currency code such as USD or EUR, or %".to_owned();
        return Err(root.diagnostic(Some(cell), Severity::Error, "bad_unit", message));
    }
    Ok((meta, unit))
}

/// Makes rows of JSON objects.
struct Rows<'a> {
    places: Places<'a>,
    /// The unknown keys that were warned of.
    unknown: Names,
}

impl<'a> Rows<'a> {
    /// The parts of a list that must be one.
    fn items(&mut self, raw: Option<&'a str>, name: &str) -> Result<Vec<&'a str>, Diagnostic> {
        match raw {
            Some(raw) if raw != "null" => tree::list(raw).ok_or_else(|| {
                let message = format!("`{name}` must be a list: [ ... ]");
                Diagnostic::refusal("no_list", message).at(self.places.of(raw)).about(raw)
            }),
            _ => Ok(Vec::new()),
        }
    }

    /// The parts of a list without which the document can be read as well.
    fn entries(
        &mut self,
        root: &Row,
        field: Field,
        raw: Option<&'a str>,
        report: &mut Report,
    ) -> Vec<&'a str> {
        self.items(raw, "loops").unwrap_or_else(|Diagnostic { code, message, .. }| {
            report.push(root.diagnostic(root.cell(field), Severity::Warning, code, message));
            Vec::new()
        })
    }

    /// The row of a part of a list.
    fn object(
        &mut self,
        list: List,
        index: usize,
        raw: &'a str,
        report: &mut Report,
    ) -> Result<Row<'a>, Diagnostic> {
        if let Some(pairs) = tree::pairs(raw) {
            return Ok(self.row(list, index, raw, &pairs, report));
        }
        let place = self.places.of(raw);
        let row = Row { list, index: index as u32, is_json: true, text: raw, place, cells: Vec::new() };
        let message = format!("every part of `{}` must be an object: {{ ... }}", list.name());
        Err(row.diagnostic(None, Severity::Error, "no_object", message))
    }

    /// The row of an object.
    fn row(
        &mut self,
        list: List,
        index: usize,
        text: &'a str,
        pairs: &Pairs<'a>,
        report: &mut Report,
    ) -> Row<'a> {
        let mut row = Row {
            list,
            index: index as u32,
            is_json: true,
            text,
            place: self.places.of(text),
            cells: Vec::with_capacity(pairs.len()),
        };
        for (key, raw) in pairs {
            let Some(cell) = self.cell(&row, list, 0, key, raw, report) else { continue };
            let parts = if cell.field == Field::Sources { tree::list(raw) } else { None };
            let Some(parts) = parts else {
                row.cells.push(cell);
                continue;
            };
            // A second `sources` replaces the first. An empty cell remembers that there was one.
            row.cells.retain(|cell| List::Sources.entries().iter().all(|entry| entry.0 != cell.field));
            row.cells.push(Cell { value: Value::Empty, ..cell });
            for (nth, part) in parts.into_iter().enumerate() {
                match tree::pairs(part) {
                    Some(pairs) => {
                        for (key, raw) in &pairs {
                            let cell = self.cell(&row, List::Sources, nth as u32, key, raw, report);
                            row.cells.extend(cell);
                        }
                    }
                    // What is left of `sources` is no list of objects, which the reader of deals reports.
                    None => row.cells.push(Cell {
                        text: part,
                        place: self.places.of(part),
                        value: Value::Nested,
                        ..cell
                    }),
                }
            }
        }
        row
    }

    /// The cell of a pair; a warning and `None` if its key is not known.
    fn cell(
        &mut self,
        row: &Row<'a>,
        list: List,
        nth: u32,
        key: &str,
        raw: &'a str,
        report: &mut Report,
    ) -> Option<Cell<'a>> {
        let place = self.places.of(raw);
        let Some(entry) = list.key(key) else {
            let short: String = key.chars().take(200).collect();
            if self.unknown.insert(format!("{}.{short}", list.name()), 0).is_none() {
                let meant = list.meant(key).map_or_else(String::new, |key| format!("; write `{key}`"));
                let message = format!("the key `{short}` is not known and was not read{meant}");
                let text = raw;
                let cell =
                    Cell { field: list.entries()[0].0, nth, name: &short, value: Value::Empty, text, place };
                report.push(row.diagnostic(Some(&cell), Severity::Warning, "unknown_key", message));
            }
            return None;
        };
        let cell = Cell { field: entry.0, nth, name: entry.1, value: tree::value(raw), text: raw, place };
        // Only back to the source before: a deal may have a great many.
        let mut others = row.cells.iter().rev().take_while(|other| list != List::Sources || other.nth == nth);
        if others.any(|other| other.field == cell.field) {
            let message = format!("the key `{key}` stands there twice; the last one counts");
            report.push(row.diagnostic(Some(&cell), Severity::Warning, "duplicate_key", message));
        }
        Some(cell)
    }
}
