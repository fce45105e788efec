//! Reading a JSON document.

use super::builder::Builder;
use super::diagnostic::{Diagnostic, Report, Severity};
use super::field::{Field, List};
use super::names::Names;
use super::place::{Cursor, Places};
use super::row::{Cell, Reader, Row};
use super::scan::TOO_DEEP;
use super::text::{LINE, TEXT};
use super::tree::{Part, Parts, Tree, Value};
use super::{Limits, Loaded, Meta, editor};

/// Reads a document.
///
/// # Errors
/// When it is not JSON, of a later version, past a limit, or its companies or deals are no lists.
pub(super) fn read(text: &str, limits: &Limits) -> Result<Loaded, Box<Diagnostic>> {
    let mut builder = Builder::new(*limits);
    let tree = Tree::new(text).map_err(|(why, at)| broken(text, why, at))?;
    let all = tree.root();
    let mut rows = Rows { places: Places::new(text), unknown: Names::default() };
    let root = rows.row(List::Root, 0, all, &mut builder.report);
    version(&root, &mut builder.report)?;
    let (meta, unit) = meta(&root, &mut builder.report)?;
    builder.unit = unit;
    for (index, part) in rows.items(all, List::Companies)?.into_iter().flatten().enumerate() {
        match rows.object(List::Companies, index, part, &mut builder.report) {
            Ok(row) => builder.company(&row)?,
            Err(diagnostic) => builder.report.push(diagnostic),
        }
    }
    for (index, part) in rows.items(all, List::Deals)?.into_iter().flatten().enumerate() {
        match rows.object(List::Deals, index, part, &mut builder.report) {
            Ok(row) => builder.deal(&row)?,
            Err(diagnostic) => builder.bad_deal(diagnostic)?,
        }
    }
    let (mut loaded, mut report) = builder.finish()?;
    let document = &mut loaded.document;
    document.meta = Meta { unit: std::mem::take(&mut document.meta.unit), ..meta };
    // Without these the document can be read as well.
    let loops = rows.items(all, List::Loops).unwrap_or_else(|refusal| {
        let Diagnostic { code, message, .. } = *refusal;
        report.push(root.diagnostic(root.cell(Field::Loops), Severity::Warning, code, message));
        None
    });
    let mut seen = Names::default();
    for (index, part) in loops.into_iter().flatten().enumerate() {
        match rows.object(List::Loops, index, part, &mut report) {
            Ok(row) => editor::add_loop(document, &mut seen, &row, &mut report),
            Err(mut diagnostic) => {
                diagnostic.severity = Severity::Warning;
                report.push(diagnostic);
            }
        }
    }
    if let Some(part) = all.last("positions") {
        let place = rows.places.of(part.raw());
        editor::add_positions(document, part, place, &mut report);
    }
    loaded.diagnostics = report.finish();
    Ok(loaded)
}

/// Why a text is no document.
fn broken(text: &str, why: &str, at: usize) -> Box<Diagnostic> {
    let mut cursor = Cursor::default();
    cursor.advance(text.get(..at).unwrap_or(text));
    let rest: String = text.get(at..).unwrap_or_default().chars().take(20).collect();
    let code = if why == TOO_DEEP { "too_deep" } else { "bad_json" };
    Diagnostic::refusal(code, format!("this is not a JSON document: {why}")).at(cursor.place()).about(&rest)
}

/// Refuses documents of a later version.
fn version(root: &Row, report: &mut Report) -> Result<(), Box<Diagnostic>> {
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
fn meta(root: &Row, report: &mut Report) -> Result<(Meta, Option<String>), Box<Diagnostic>> {
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
    /// The parts of a list of the document; an error if it is none.
    fn items(&mut self, root: Part<'a>, list: List) -> Result<Option<Parts<'a>>, Box<Diagnostic>> {
        match root.last(list.name()) {
            Some(part) if part.is(b'[') => Ok(Some(part.parts())),
            Some(part) if part.raw() != "null" => {
                let message = format!("`{}` must be a list: [ ... ]", list.name());
                let place = self.places.of(part.raw());
                Err(Diagnostic::refusal("no_list", message).at(place).about(part.raw()))
            }
            _ => Ok(None),
        }
    }

    /// The row of a part of a list.
    fn object(
        &mut self,
        list: List,
        index: usize,
        part: Part<'a>,
        report: &mut Report,
    ) -> Result<Row<'a>, Box<Diagnostic>> {
        let row = self.row(list, index, part, report);
        if part.is(b'{') {
            return Ok(row);
        }
        let message = format!("every part of `{}` must be an object: {{ ... }}", list.name());
        Err(row.diagnostic(None, Severity::Error, "no_object", message))
    }

    /// The row of an object; without cells for anything else.
    fn row(&mut self, list: List, index: usize, part: Part<'a>, report: &mut Report) -> Row<'a> {
        let (text, place) = (part.raw(), self.places.of(part.raw()));
        let mut row = Row { list, index: index as u32, is_json: true, text, place, cells: Vec::new() };
        if part.is(b'{') {
            self.cells(&mut row, list, 0, part, report);
        }
        row
    }

    /// Adds the cells of an object: a row's own, or those of its source `nth`. Warns of keys that are not known.
    fn cells(&mut self, row: &mut Row<'a>, list: List, nth: u32, object: Part<'a>, report: &mut Report) {
        // From the end, so that a great many cells cost no more than one pass for each field.
        let own = row.cells.len();
        let mut parts = object.parts();
        while let Some((key, part)) = parts.pair() {
            let (text, place) = (part.raw(), self.places.of(part.raw()));
            let Some(entry) = list.key(&key) else {
                self.unknown_key(
                    row,
                    &Cell { field: Field::Schema, nth, name: &key, value: Value::Empty, text, place },
                    list,
                    report,
                );
                continue;
            };
            let cell = Cell { field: entry.0, nth, name: entry.1, value: part.value(), text, place };
            if row.cells.iter().skip(own).rev().any(|other| other.field == cell.field) {
                let message = format!("the key `{key}` stands there twice; the last one counts");
                report.push(row.diagnostic(Some(&cell), Severity::Warning, "duplicate_key", message));
            }
            if cell.field == Field::Sources && part.is(b'[') {
                self.sources(row, &cell, part, report);
            } else {
                row.cells.push(cell);
            }
        }
    }

    /// Adds the cells of the sources of a deal.
    fn sources(&mut self, row: &mut Row<'a>, cell: &Cell<'a>, list: Part<'a>, report: &mut Report) {
        // A second `sources` replaces the first. An empty cell remembers that there was one.
        row.cells.retain(|cell| !List::Sources.has(cell.field));
        row.cells.push(Cell { value: Value::Empty, ..*cell });
        for (nth, part) in list.parts().enumerate() {
            if part.is(b'{') {
                self.cells(row, List::Sources, nth as u32, part, report);
            } else {
                // What is left of `sources` is no list of objects, which the reader of deals reports.
                let (text, place) = (part.raw(), self.places.of(part.raw()));
                row.cells.push(Cell { text, place, value: Value::Nested, ..*cell });
            }
        }
    }

    /// Warns of a key that is not known, once.
    fn unknown_key(&mut self, row: &Row, cell: &Cell, list: List, report: &mut Report) {
        let name: String = cell.name.chars().take(200).collect();
        if self.unknown.insert(&format!("{}.{name}", list.name()), 0) {
            let meant = list.meant(cell.name).map_or_else(String::new, |key| format!("; write `{key}`"));
            let message = format!("the key `{name}` is not known and was not read{meant}");
            let cell = Cell { field: list.entries()[0].0, name: &name, value: Value::Empty, ..*cell };
            report.push(row.diagnostic(Some(&cell), Severity::Warning, "unknown_key", message));
        }
    }
}
