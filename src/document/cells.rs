//! The values of a JSON object, for a reader that only asks whether there is anything to say about them.

use super::field::{Field, List};
use super::number::hundredths;
use super::text::{LINE, Shape, is_shown, is_web_address};
use super::tree::{Part, Value};
use crate::PartialDate;
use std::borrow::Cow;
use std::cell::Cell;

/// Whether there is anything to say about a document. A mark instead of early returns: what has been read is
/// dropped in one place then, which is half of the code.
#[derive(Default)]
pub(super) struct Remark(Cell<bool>);

impl Remark {
    /// There is, if this does not hold.
    pub fn unless(&self, holds: bool) {
        self.0.set(self.0.get() || !holds);
    }

    pub fn is_made(&self) -> bool {
        self.0.get()
    }
}

/// The values of an object, by its fields.
pub(super) struct Cells<'a> {
    list: List,
    parts: Vec<Option<Part<'a>>>,
    pub remark: &'a Remark,
}

impl<'a> Cells<'a> {
    /// Of an object whose keys are all known, each there once.
    pub fn of(object: Part<'a>, list: List, remark: &'a Remark) -> Self {
        let mut parts = vec![None; list.entries().len()];
        remark.unless(object.is(b'{'));
        let mut pairs = object.parts();
        while let Some((key, part)) = pairs.pair() {
            let place = list.entries().iter().position(|entry| entry.1 == key);
            let cell = place.and_then(|place| parts.get_mut(place));
            remark.unless(cell.is_some_and(|cell| cell.replace(part).is_none()));
        }
        Self { list, parts, remark }
    }

    pub fn part(&self, field: Field) -> Option<Part<'a>> {
        let place = self.list.entries().iter().position(|entry| entry.0 == field)?;
        self.parts[place]
    }

    pub fn value(&self, field: Field) -> Value<'a> {
        self.part(field).map_or(Value::Empty, Part::value)
    }

    /// The objects of a list, as cells of their kind; none where it is missing.
    pub fn list(&self, field: Field, list: List) -> impl Iterator<Item = Self> + use<'a> {
        let remark = self.remark;
        let part = self.part(field).filter(|part| part.raw() != "null");
        remark.unless(part.is_none_or(|part| part.is(b'[')));
        let mut parts = part.map(Part::parts);
        // A flattened iterator of an option would be half a kilobyte more.
        std::iter::from_fn(move || Some(Self::of(parts.as_mut()?.next()?, list, remark)))
    }

    pub fn text(&self, field: Field, shape: Shape) -> String {
        match self.value(field) {
            Value::Empty => String::new(),
            Value::Text(text) => {
                self.remark.unless(is_shown(&text, shape));
                text.into_owned()
            }
            _ => {
                self.remark.unless(false);
                String::new()
            }
        }
    }

    /// A text as it stands there, without escapes; empty where there is none.
    pub fn word(&self, field: Field) -> &'a str {
        match self.value(field) {
            Value::Text(Cow::Borrowed(text)) => text,
            value => {
                self.remark.unless(matches!(value, Value::Empty));
                ""
            }
        }
    }

    /// A word of a closed vocabulary; its default where there is none.
    pub fn term<T: Copy + Default>(&self, field: Field, all: &[(T, &'static str)]) -> T {
        let word = self.word(field);
        let found = all.iter().find(|(_, name)| *name == word);
        self.remark.unless(found.is_some() || word.is_empty());
        found.map_or_else(T::default, |&(term, _)| term)
    }

    pub fn date(&self, field: Field) -> Option<PartialDate> {
        let word = self.word(field);
        let date = PartialDate::parse(word);
        self.remark.unless(date.is_some() || word.is_empty());
        date
    }

    /// A number in hundredths.
    pub fn number(&self, field: Field, max: u64) -> Option<u64> {
        let number = match self.value(field) {
            Value::Empty => return None,
            Value::Number(text) => hundredths(text, max).ok().filter(|number| !number.is_rounded),
            _ => None,
        };
        self.remark.unless(number.is_some());
        number.map(|number| number.value)
    }

    pub fn whole(&self, field: Field) -> Option<u32> {
        let number = self.number(field, u64::from(u32::MAX) * 100)?;
        let raw = self.part(field).map_or("", Part::raw);
        self.remark.unless(raw.bytes().all(|byte| byte.is_ascii_digit()));
        Some((number / 100) as u32)
    }

    pub fn flag(&self, field: Field) -> bool {
        let value = self.value(field);
        self.remark.unless(matches!(value, Value::Empty | Value::Flag(_)));
        matches!(value, Value::Flag(true))
    }

    /// An address; one that could not become a link only if the reader was told of it.
    pub fn address(&self, field: Field, is_checked: bool) -> String {
        let text = self.text(field, LINE);
        self.remark.unless(is_checked || text.is_empty() || is_web_address(&text));
        text
    }
}
