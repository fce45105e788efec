//! One row of either format, and reading its cells with diagnostics.

use super::diagnostic::{Diagnostic, Report, Severity};
use super::field::{Field, List, is_alike};
use super::number::{NotNumber, hundredths};
use super::text::{Shape, clean};
use super::tree::Value;
use crate::PartialDate;
use std::fmt::Write;

/// One cell: a field of a CSV row or of a JSON object.
pub(super) struct Cell<'a> {
    pub field: Field,
    /// Which of the deal's sources it belongs to; 0 elsewhere.
    pub nth: u32,
    /// What the file calls it.
    pub name: &'a str,
    pub value: Value<'a>,
    /// As it stands in the file.
    pub text: &'a str,
    /// Line and column.
    pub place: (u32, u32),
}

/// One row: a deal, a company, a loop, or the JSON document itself.
pub(super) struct Row<'a> {
    pub list: List,
    /// Its place in the list, from 0.
    pub index: u32,
    pub is_json: bool,
    pub text: &'a str,
    pub place: (u32, u32),
    pub cells: Vec<Cell<'a>>,
}

impl<'a> Row<'a> {
    /// The cell of a field. Of two JSON keys of the same name the last one counts, as everywhere.
    pub fn cell(&self, field: Field) -> Option<&Cell<'a>> {
        self.cells.iter().rev().find(|cell| cell.field == field)
    }

    /// The cell of a field, unless it is empty.
    pub fn filled(&self, field: Field) -> Option<&Cell<'a>> {
        self.cell(field).filter(|cell| !matches!(cell.value, Value::Empty))
    }

    /// A diagnostic about the row, or about one of its cells.
    pub fn diagnostic(
        &self,
        cell: Option<&Cell>,
        severity: Severity,
        code: &'static str,
        message: String,
    ) -> Box<Diagnostic> {
        let (place, text) = cell.map_or((self.place, self.text), |cell| (cell.place, cell.text));
        let mut diagnostic = Diagnostic::new(severity, code, message).at(place).about(text);
        diagnostic.row = (self.list == List::Deals).then_some(self.index + 1);
        diagnostic.field = cell.map(|cell| cell.name.to_owned());
        diagnostic.path = self.path(cell);
        diagnostic
    }

    /// `deals[3].sources[0].url`, or `companies[3]` in CSV.
    fn path(&self, cell: Option<&Cell>) -> Option<String> {
        let mut path = match self.list {
            List::Root => String::new(),
            List::Deals if !self.is_json => return None,
            list => format!("{}[{}]", list.name(), self.index),
        };
        if let (true, Some(cell)) = (self.is_json, cell) {
            if !path.is_empty() {
                path.push('.');
            }
            if List::Sources.has(cell.field) {
                let _ = write!(path, "sources[{}].", cell.nth);
            }
            path.push_str(cell.name);
        }
        Some(path)
    }
}

/// Reads the cells of one row; remembers whether something was wrong that rejects it.
pub(super) struct Reader<'r, 'a> {
    pub row: &'r Row<'a>,
    pub report: &'r mut Report,
    /// Whether an error-level mistake was found: the row must be left out.
    pub is_bad: bool,
}

impl<'r, 'a> Reader<'r, 'a> {
    pub fn new(row: &'r Row<'a>, report: &'r mut Report) -> Self {
        Self { row, report, is_bad: false }
    }

    /// Something that rejects a deal or a company. The document's own texts and the editor's entries are
    /// never worth losing the figure over, so there it is a warning.
    pub fn fail(&mut self, cell: Option<&Cell>, code: &'static str, message: String) {
        let rejects = matches!(self.row.list, List::Deals | List::Companies);
        let severity = if rejects { Severity::Error } else { Severity::Warning };
        self.is_bad = true;
        self.report.push(self.row.diagnostic(cell, severity, code, message));
    }

    /// Something that is loaded nevertheless.
    pub fn warn(&mut self, cell: Option<&Cell>, code: &'static str, message: String) {
        self.report.push(self.row.diagnostic(cell, Severity::Warning, code, message));
    }

    /// The trimmed text of a cell; `None` where it is empty or no text.
    pub fn content<'c>(&mut self, cell: &'c Cell<'a>) -> Option<&'c str> {
        match &cell.value {
            Value::Empty => None,
            Value::Text(text) => Some(text.trim()).filter(|text| !text.is_empty()),
            Value::Number(text) => Some(text),
            Value::Flag(_) | Value::Nested => {
                let message = format!("`{}` must be a text or a number", cell.name);
                self.fail(Some(cell), "wrong_type", message);
                None
            }
        }
    }

    /// The cleaned text of a field; empty where there is none.
    pub fn text(&mut self, field: Field, shape: Shape) -> String {
        let row = self.row;
        row.cell(field).map_or_else(String::new, |cell| self.cell_text(cell, shape))
    }

    /// The cleaned text of a cell.
    pub fn cell_text(&mut self, cell: &Cell<'a>, shape: Shape) -> String {
        let Some(text) = self.content(cell) else { return String::new() };
        let clean = clean(text, shape);
        let name = cell.name;
        if clean.is_stripped {
            let message = format!("`{name}` has characters that cannot be shown; they were taken out");
            self.warn(Some(cell), "bad_characters", message);
        }
        if clean.is_cut {
            let message = format!("`{name}` is longer than {} characters and was cut there", shape.max);
            self.warn(Some(cell), "long_text", message);
        }
        clean.text
    }

    /// A word of a closed vocabulary, in any case, with spaces, hyphens or underscores. `None` where it is
    /// empty or not in the vocabulary; the latter is an error, or what `otherwise` says: a warning with this
    /// code and this end of its sentence.
    pub fn term<T: Copy>(
        &mut self,
        field: Field,
        all: &[(T, &'static str)],
        otherwise: Option<(&'static str, &str)>,
    ) -> Option<T> {
        let place = self.word(field, &|place| all.get(place).map(|&(_, name)| name), otherwise)?;
        all.get(place).map(|&(term, _)| term)
    }

    /// The same for the names of any vocabulary, by their places.
    fn word(
        &mut self,
        field: Field,
        name: &dyn Fn(usize) -> Option<&'static str>,
        otherwise: Option<(&'static str, &str)>,
    ) -> Option<usize> {
        let row = self.row;
        let cell = row.cell(field)?;
        let text = self.content(cell)?;
        let mut message = format!("the {} must be one of ", cell.name);
        let mut place = 0;
        while let Some(name) = name(place) {
            if is_alike(name, text) {
                return Some(place);
            }
            message.push_str(if place > 0 { ", " } else { "" });
            message.push_str(name);
            place += 1;
        }
        match otherwise {
            None => self.fail(Some(cell), "unknown_word", message),
            Some((code, end)) => self.warn(Some(cell), code, message + end),
        }
        None
    }

    /// A number in hundredths, at most `max` of them; `None` where it is empty or (then an error) no number.
    pub fn number(&mut self, cell: &Cell<'a>, max: u64) -> Option<u64> {
        let text = self.content(cell)?;
        let name = cell.name;
        let (code, message) = match hundredths(text, max) {
            Ok(number) => {
                if number.is_rounded {
                    let message = format!("`{name}` has more than two decimals and was rounded");
                    self.warn(Some(cell), "rounded", message);
                }
                return Some(number.value);
            }
            Err(NotNumber::Unreadable) => (
                "bad_number",
                format!(
                    "`{name}` must be a plain number such as 5000000000 or 5e9, without currency signs, \
                     thousands separators or words; leave it empty if it is not disclosed"
                ),
            ),
            Err(NotNumber::Negative) => (
                "negative_number",
                format!(
                    "`{name}` must not be negative; swap `from` and `to` if the value goes the other way"
                ),
            ),
            Err(NotNumber::TooLarge) => {
                ("large_number", format!("`{name}` must not be more than {}", max / 100))
            }
        };
        self.fail(Some(cell), code, message);
        None
    }

    /// A date; `None` where it is empty or (then an error) no date.
    pub fn date(&mut self, field: Field) -> Option<PartialDate> {
        let row = self.row;
        let cell = row.cell(field)?;
        let date = PartialDate::parse(self.content(cell)?);
        if date.is_none() {
            let message = format!(
                "`{}` must be a year, a month or a day that exists, such as 2025, 2025-09 or 2025-09-22",
                cell.name
            );
            self.fail(Some(cell), "bad_date", message);
        }
        date
    }

    /// An address, which is kept as a text in any case.
    pub fn address(&mut self, cell: &Cell<'a>) -> String {
        let text = self.cell_text(cell, super::text::LINE);
        if !text.is_empty() && !super::is_web_address(&text) {
            let message = format!(
                "`{}` is shown as a text and not as a link, because it does not begin with https:// or http://",
                cell.name
            );
            self.warn(Some(cell), "no_web_address", message);
        }
        text
    }
}
