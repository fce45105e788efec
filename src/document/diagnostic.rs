//! What is wrong with a document, where, and what would be right.

use crate::order;
use crate::value::{Maker, Value};
use std::fmt;

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Severity {
    /// The row (or, when reading failed, the document) was left out.
    Error,
    /// It was loaded; one of its details was left out or looks wrong.
    Warning,
}

impl Severity {
    /// The name in JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

/// One thing that is wrong, said to the person who made the file.
///
/// An error with a `row` means that this row was left out; each row that was left out has at least one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// How bad it is.
    pub severity: Severity,
    /// A stable word for programs: `bad_amount`, `duplicate_deal`.
    pub code: &'static str,
    /// The line of the file, from 1.
    pub line: Option<u32>,
    /// Where in that line the cell begins, in characters from 1.
    pub column: Option<u32>,
    /// Which deal of the file, from 1; `None` for everything that is not a deal.
    pub row: Option<u32>,
    /// The place in a JSON document: `deals[3].sources[0].url` (from 0, as programs count). In a list of
    /// companies in CSV, `companies[3]`.
    pub path: Option<String>,
    /// The column or key, as the file calls it.
    pub field: Option<String>,
    /// One sentence, without the place.
    pub message: String,
    /// The offending text, at most 200 characters of it; empty where something is missing.
    pub text: String,
}

impl Diagnostic {
    /// A diagnostic without a place. Boxed while it is under way, because a pointer is moved in a fraction of
    /// the code.
    pub(super) fn new(severity: Severity, code: &'static str, message: String) -> Box<Self> {
        Box::new(Self {
            severity,
            code,
            line: None,
            column: None,
            row: None,
            path: None,
            field: None,
            message,
            text: String::new(),
        })
    }

    /// Why a document as a whole cannot be read.
    pub(super) fn refusal(code: &'static str, message: String) -> Box<Self> {
        Self::new(Severity::Error, code, message)
    }

    /// The same at a place of the file.
    pub(super) fn at(mut self: Box<Self>, (line, column): (u32, u32)) -> Box<Self> {
        (self.line, self.column) = (Some(line), Some(column));
        self
    }

    /// As an object of a plain value.
    fn write(&self, made: &mut Maker) {
        made.object();
        made.pair("severity", self.severity.name());
        made.pair("code", self.code);
        for (key, number) in [("line", self.line), ("column", self.column), ("row", self.row)] {
            made.key(key);
            match number {
                Some(number) => made.whole(u64::from(number)),
                None => made.null(),
            }
        }
        made.key("path");
        made.maybe(self.path.as_deref());
        made.key("field");
        made.maybe(self.field.as_deref());
        made.pair("message", &self.message);
        made.pair("text", &self.text);
        made.close();
    }

    /// The same about this text.
    pub(super) fn about(mut self: Box<Self>, text: &str) -> Box<Self> {
        self.text = text.chars().take(200).collect();
        self
    }
}

/// Diagnostics as a plain value. O(n).
pub fn diagnosis(diagnostics: &[Diagnostic]) -> Value {
    let mut made = Maker::default();
    made.list();
    for diagnostic in diagnostics {
        diagnostic.write(&mut made);
    }
    made.close();
    made.finish()
}

impl fmt::Display for Diagnostic {
    /// `line 3, column 5: ` and the sentence.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(line) = self.line {
            write!(f, "line {line}")?;
            if let Some(column) = self.column {
                write!(f, ", column {column}")?;
            }
            f.write_str(": ")?;
        }
        f.write_str(&self.message)
    }
}

/// How many diagnostics are listed before only one error per row is kept: a hostile file of 10 MiB could
/// otherwise ask for millions.
const LISTED: usize = 1_000;

/// The diagnostics of one reading.
#[derive(Default)]
pub(super) struct Report {
    list: Vec<Diagnostic>,
    unlisted: usize,
    last_error_row: Option<u32>,
    sorted: usize,
}

impl Report {
    #[allow(clippy::boxed_local, reason = "diagnostics are boxed until they are listed")]
    pub fn push(&mut self, diagnostic: Box<Diagnostic>) {
        let is_error = diagnostic.severity == Severity::Error;
        let is_first_of_row = is_error && diagnostic.row.is_some() && diagnostic.row != self.last_error_row;
        if self.list.len() >= LISTED && !is_first_of_row {
            self.unlisted += 1;
            return;
        }
        if is_error {
            self.last_error_row = diagnostic.row;
        }
        self.list.push(*diagnostic);
    }

    pub fn warn(&mut self, code: &'static str, message: String) {
        self.push(Diagnostic::new(Severity::Warning, code, message));
    }

    /// Everything so far is about another file than what follows, so it stays in front.
    pub fn next_file(&mut self) {
        self.sort();
        self.sorted = self.list.len();
    }

    fn sort(&mut self) {
        let place = |nth: usize| self.list.get(self.sorted + nth).map(|one| (one.line, one.column));
        let order = order::places(self.list.len() - self.sorted, &|a, b| place(a).cmp(&place(b)));
        let mut new: Vec<_> = self.list.drain(self.sorted..).map(Some).collect();
        self.list.extend(order.into_iter().filter_map(|nth| new.get_mut(nth)?.take()));
    }

    /// The diagnostics in the order of the file, what is about the whole first.
    pub fn finish(mut self) -> Vec<Diagnostic> {
        self.sort();
        if self.unlisted > 0 {
            let message = format!("{} more warnings and errors are not listed", self.unlisted);
            self.list.push(*Diagnostic::new(Severity::Warning, "more", message));
        }
        self.list
    }
}
