//! Splitting CSV into records, with the place of every cell.
//!
//! The usual crate swallows the rest of a file after a quote that is never closed, without a word, and
//! does not tell where a cell stands. This is small, and tested against that crate.

use super::place::Cursor;
use std::borrow::Cow;

/// What is wrong with the quotes of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// The quote at this place is never closed.
    Open(u32, u32),
    /// At this place something follows a closed quote.
    After(u32, u32),
}

#[derive(Debug)]
pub(super) struct Piece<'a> {
    pub text: Cow<'a, str>,
    pub place: (u32, u32),
}

#[derive(Debug)]
pub(super) struct Record<'a> {
    pub text: &'a str,
    pub line: u32,
    pub pieces: Vec<Piece<'a>>,
    pub fault: Option<Fault>,
}

/// The records of a text that are not blank: that have a cell that is not. O(n).
pub(super) struct Records<'a> {
    rest: &'a str,
    separator: char,
    cursor: Cursor,
}

impl<'a> Records<'a> {
    pub fn new(text: &'a str, separator: char) -> Self {
        Self { rest: text, separator, cursor: Cursor::default() }
    }

    /// Takes so many bytes.
    fn take(&mut self, bytes: usize) -> &'a str {
        let (taken, rest) = self.rest.split_at_checked(bytes).unwrap_or((self.rest, ""));
        self.cursor.advance(taken);
        self.rest = rest;
        taken
    }

    /// Takes what stands before the next separator or line break.
    fn take_plain(&mut self) -> &'a str {
        let end = self.rest.find([self.separator, '\n', '\r']).unwrap_or(self.rest.len());
        self.take(end)
    }

    /// Takes a cell that begins with a quote.
    fn take_quoted(&mut self, fault: &mut Option<Fault>) -> Cow<'a, str> {
        let open = self.cursor.place();
        self.take(1);
        let mut text = String::new();
        loop {
            let Some(end) = self.rest.find('"') else {
                *fault = Some(Fault::Open(open.0, open.1));
                text.push_str(self.take(self.rest.len()));
                return Cow::Owned(text);
            };
            text.push_str(self.take(end));
            self.take(1);
            if self.rest.starts_with('"') {
                text.push_str(self.take(1));
                continue;
            }
            let place = self.cursor.place();
            let after = self.take_plain();
            if !after.trim().is_empty() && fault.is_none() {
                *fault = Some(Fault::After(place.0, place.1));
            }
            text.push_str(after);
            return Cow::Owned(text);
        }
    }

    fn record(&mut self) -> Record<'a> {
        let (whole, (line, _)) = (self.rest, self.cursor.place());
        let (mut pieces, mut fault) = (Vec::new(), None);
        loop {
            let place = self.cursor.place();
            let text = if self.rest.starts_with('"') {
                self.take_quoted(&mut fault)
            } else {
                Cow::Borrowed(self.take_plain())
            };
            pieces.push(Piece { text, place });
            if !self.rest.starts_with(self.separator) {
                break;
            }
            self.take(1);
        }
        let text = whole.get(..whole.len() - self.rest.len()).unwrap_or_default();
        let line_break = if self.rest.starts_with("\r\n") { 2 } else { usize::from(!self.rest.is_empty()) };
        self.take(line_break);
        Record { text, line, pieces, fault }
    }
}

impl<'a> Iterator for Records<'a> {
    type Item = Record<'a>;

    fn next(&mut self) -> Option<Record<'a>> {
        while !self.rest.is_empty() {
            let record = self.record();
            if record.fault.is_some() || record.pieces.iter().any(|piece| !piece.text.trim().is_empty()) {
                return Some(record);
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use proptest::prelude::*;

    fn split(text: &str) -> Vec<Record<'_>> {
        Records::new(text, ',').collect()
    }

    /// The same by the usual crate; blank records left out.
    fn oracle(text: &str) -> Vec<Vec<String>> {
        let mut reader =
            csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
        let records = reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect());
        records.filter(|cells: &Vec<String>| cells.iter().any(|cell| !cell.trim().is_empty())).collect()
    }

    #[test]
    fn places_count_characters_and_lines_in_quotes() {
        let records = split("a,b\r\n\r\n\"x\ny\",\u{1f980}\u{e9},z\r\rlast");
        let places: Vec<_> =
            records.iter().flat_map(|record| &record.pieces).map(|piece| piece.place).collect();
        assert_eq!(places, [(1, 1), (1, 3), (3, 1), (4, 4), (4, 7), (6, 1)]);
        assert_eq!(records.iter().map(|record| record.line).collect::<Vec<_>>(), [1, 3, 6]);
    }

    #[test]
    fn faults_of_quotes_have_their_place() {
        let open = split("a,b\nc,\"d\ne,f\n").pop().unwrap();
        assert_eq!((open.fault, open.pieces.len()), (Some(Fault::Open(2, 3)), 2));
        let after = split("\"a\"b,c\nd").remove(0);
        assert_eq!(after.fault, Some(Fault::After(1, 4)));
        for fine in ["\"a\" ,b", "\"a \"\"b\"\"\"", "5\" disk", " \"a\"", "\"\""] {
            assert!(split(fine).iter().all(|record| record.fault.is_none()), "{fine}");
        }
    }

    proptest! {
            #[test]
            fn splits_as_the_usual_crate_does(text in "[ab,\"\n\r ]{0,60}") {
                let ours: Vec<Vec<String>> = split(&text)
                    .iter()
                    .map(|record| record.pieces.iter().map(|piece| piece.text.to_string()).collect())
                    .filter(|cells: &Vec<String>| cells.iter().any(|cell| !cell.trim().is_empty()))
                    .collect();
                prop_assert_eq!(ours, oracle(&text));
            }

            #[test]
            fn what_was_quoted_comes_back(rows in prop::collection::vec(prop::collection::vec(".*", 1..4), 0..5)) {
                let mut text = Vec::new();
                let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(&mut text);
                for row in &rows {
    writer.write_record(row).unwrap();
    }
                drop(writer);
                let text = String::from_utf8(text).unwrap();
                let kept: Vec<_> = rows.iter().filter(|row| row.iter().any(|cell| !cell.trim().is_empty())).collect();
                let records = split(&text);
                prop_assert_eq!(records.len(), kept.len());
                for (record, row) in records.iter().zip(kept) {
                    prop_assert!(record.fault.is_none());
                    prop_assert!(record.pieces.iter().map(|piece| &piece.text).eq(row));
                }
            }
        }
}
