//! Taking JSON apart, with the place of every value.
//!
//! `serde_json` checks the whole text once; the values are kept as the slices of it that they are, so that
//! each knows its line and column, numbers keep their digits, and of two equal keys none is lost.

use super::diagnostic::Diagnostic;
use super::place::Cursor;
use super::row::Value;
use serde::de::{Deserialize, Deserializer, Error, MapAccess, Visitor};
use serde_json::value::RawValue;
use std::borrow::Cow;
use std::fmt;

/// How deep lists and objects may stand in each other.
const DEEPEST: usize = 128;

/// A text, as bytes because JSON can write halves of characters; those become U+FFFD.
struct Text<'a>(Cow<'a, str>);

impl<'de: 'a, 'a> Deserialize<'de> for Text<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Bytes;
        impl<'de> Visitor<'de> for Bytes {
            type Value = Text<'de>;
            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str("a text")
            }
            fn visit_borrowed_bytes<E: Error>(self, bytes: &'de [u8]) -> Result<Text<'de>, E> {
                Ok(Text(String::from_utf8_lossy(bytes)))
            }
            fn visit_bytes<E: Error>(self, bytes: &[u8]) -> Result<Text<'de>, E> {
                Ok(Text(Cow::Owned(String::from_utf8_lossy(bytes).into_owned())))
            }
        }
        deserializer.deserialize_bytes(Bytes)
    }
}

/// The pairs of an object, in the order of the file.
pub(super) struct Pairs<'a>(pub Vec<(Cow<'a, str>, &'a RawValue)>);

impl<'de: 'a, 'a> Deserialize<'de> for Pairs<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Object;
        impl<'de> Visitor<'de> for Object {
            type Value = Pairs<'de>;
            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str("an object")
            }
            fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Pairs<'de>, M::Error> {
                let mut pairs = Vec::new();
                while let Some((Text(key), value)) = map.next_entry()? {
                    pairs.push((key, value));
                }
                Ok(Pairs(pairs))
            }
        }
        deserializer.deserialize_map(Object)
    }
}

/// A JSON text that is an object, taken apart.
///
/// # Errors
/// When it is not JSON, no object, or too deep; with the place.
pub(super) fn object(text: &str) -> Result<Pairs<'_>, Diagnostic> {
    let place = |offset: usize| {
        let mut cursor = Cursor::default();
        cursor.advance(text.get(..offset).unwrap_or(text));
        cursor.place()
    };
    if let Some(offset) = too_deep(text) {
        let message = format!("lists and objects stand in each other more than {DEEPEST} deep");
        return Err(Diagnostic::refusal("too_deep", message).at(place(offset)));
    }
    serde_json::from_str(text).map_err(|error| {
        let line_start =
            text.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum::<usize>();
        let why = error.to_string();
        // The crate counts columns in bytes and says the place itself; here it stands in front.
        let why = why.split(" at line ").next().unwrap_or_default();
        let at =
            place(text.floor_char_boundary((line_start + error.column().saturating_sub(1)).min(text.len())));
        Diagnostic::refusal("bad_json", format!("this is not a JSON document of deals: {why}")).at(at)
    })
}

/// The parts of a JSON list; `None` if it is none.
pub(super) fn list(raw: &RawValue) -> Option<Vec<&RawValue>> {
    serde_json::from_str(raw.get()).ok()
}

/// The pairs of a JSON object; `None` if it is none.
pub(super) fn pairs(raw: &RawValue) -> Option<Pairs<'_>> {
    serde_json::from_str(raw.get()).ok()
}

/// A JSON value as a cell's.
pub(super) fn value(raw: &RawValue) -> Value<'_> {
    let text = raw.get();
    match text.as_bytes().first() {
        Some(b'"') => match serde_json::from_str(text) {
            Ok(Text(text)) if text.trim().is_empty() => Value::Empty,
            Ok(Text(text)) => Value::Text(text),
            Err(_) => Value::Nested,
        },
        Some(b'n') => Value::Empty,
        Some(b't') => Value::Flag(true),
        Some(b'f') => Value::Flag(false),
        Some(b'[' | b'{') | None => Value::Nested,
        Some(_) => Value::Number(text),
    }
}

/// Where the nesting passes the limit. `serde_json` skips without recursion, so the stack is safe anyway; this
/// keeps the promise that other readers of the format can rely on.
fn too_deep(text: &str) -> Option<usize> {
    let (mut depth, mut in_text, mut bytes) = (0, false, text.bytes().enumerate());
    while let Some((offset, byte)) = bytes.next() {
        match byte {
            b'"' => in_text = !in_text,
            b'\\' if in_text => _ = bytes.next(),
            b'[' | b'{' if !in_text => {
                depth += 1;
                if depth > DEEPEST {
                    return Some(offset);
                }
            }
            b']' | b'}' if !in_text => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    None
}
