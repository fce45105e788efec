//! Taking JSON apart, with the place of every value.
//!
//! A value is the slice of the text that it is, so that it knows its line and column, numbers keep their
//! digits, and of two equal keys none is lost. The usual crate can do this as well (and is the oracle of the
//! tests), but would be a tenth of the module that readers download, and its messages name no remedy.

use super::diagnostic::Diagnostic;
use super::place::Cursor;
use super::row::Value;
use super::scan::{Scan, TOO_DEEP, is_space};
use std::borrow::Cow;

/// The keys and values of an object, in the order of the file.
pub(super) type Pairs<'a> = Vec<(Cow<'a, str>, &'a str)>;

/// A JSON text that is an object, taken apart. O(n).
///
/// # Errors
/// When it is not JSON, no object, or too deep; with the place.
pub(super) fn object(text: &str) -> Result<Pairs<'_>, Diagnostic> {
    let mut scan = Scan::new(text);
    let checked = scan.value(0).and_then(|()| {
        scan.space();
        if scan.at < text.len() { Err("nothing may follow the document") } else { Ok(()) }
    });
    let pairs = checked.map(|()| pairs(text.trim_matches(is_space)));
    let (code, why) = match pairs {
        Ok(Some(pairs)) => return Ok(pairs),
        Ok(None) => {
            scan.at = 0;
            ("bad_json", "a document must be an object: { ... }")
        }
        Err(why @ TOO_DEEP) => ("too_deep", why),
        Err(why) => ("bad_json", why),
    };
    let mut cursor = Cursor::default();
    cursor.advance(text.get(..scan.at).unwrap_or(text));
    let rest: String = text.get(scan.at..).unwrap_or_default().chars().take(20).collect();
    Err(Diagnostic::refusal(code, format!("this is not a JSON document: {why}"))
        .at(cursor.place())
        .about(&rest))
}

/// The parts of a list that [`object`] has checked; `None` if it is none.
pub(super) fn list(raw: &str) -> Option<Vec<&str>> {
    let mut parts = Vec::new();
    take_apart(raw, b'[', &mut |_, value| parts.push(value)).then_some(parts)
}

/// The pairs of an object that [`object`] has checked; `None` if it is none.
pub(super) fn pairs(raw: &str) -> Option<Pairs<'_>> {
    let mut pairs = Vec::new();
    take_apart(raw, b'{', &mut |key, value| pairs.push((unescaped(key), value))).then_some(pairs)
}

/// A JSON value that [`object`] has checked, as a cell's.
pub(super) fn value(raw: &str) -> Value<'_> {
    match raw.as_bytes().first() {
        Some(b'"') => match unescaped(raw) {
            text if text.trim().is_empty() => Value::Empty,
            text => Value::Text(text),
        },
        Some(b'n') => Value::Empty,
        Some(b't') => Value::Flag(true),
        Some(b'f') => Value::Flag(false),
        Some(b'[' | b'{') | None => Value::Nested,
        Some(_) => Value::Number(raw),
    }
}

/// Hands each key and value of a checked list or object to `each`; false if it is none.
fn take_apart<'a>(raw: &'a str, open: u8, each: &mut dyn FnMut(&'a str, &'a str)) -> bool {
    let mut scan = Scan::new(raw);
    let mut skip = |scan: &mut Scan<'a>| {
        scan.skip();
        Ok(())
    };
    scan.peek() == Some(open) && scan.parts(open, &mut skip, each).is_ok()
}

/// The text of a checked string in its quotes. Halves of characters become U+FFFD.
fn unescaped(raw: &str) -> Cow<'_, str> {
    let inner = raw.get(1..raw.len().saturating_sub(1)).unwrap_or_default();
    let Some(first) = inner.find('\\') else { return Cow::Borrowed(inner) };
    let mut text = inner[..first].to_owned();
    let mut rest = &inner[first..];
    while let Some(escape) = rest.strip_prefix('\\') {
        let kind = escape.as_bytes().first().copied().unwrap_or_default();
        rest = escape.get(1..).unwrap_or_default();
        let c = match kind {
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => character(&mut rest),
            plain => char::from(plain),
        };
        text.push(c);
        let next = rest.find('\\').unwrap_or(rest.len());
        text.push_str(&rest[..next]);
        rest = &rest[next..];
    }
    Cow::Owned(text)
}

/// The character of the four digits at the start of `rest`, and of the `\u` and four digits after them if
/// both are halves of one; takes them.
fn character(rest: &mut &str) -> char {
    let unit = |text: &str| text.get(..4).and_then(|digits| u32::from_str_radix(digits, 16).ok());
    let first = unit(rest).unwrap_or_default();
    *rest = rest.get(4..).unwrap_or_default();
    let second = rest.strip_prefix("\\u").and_then(unit);
    if let (0xd800..=0xdbff, Some(low @ 0xdc00..=0xdfff)) = (first, second) {
        *rest = rest.get(6..).unwrap_or_default();
        return char::from_u32(0x1_0000 + ((first - 0xd800) << 10) + (low - 0xdc00)).unwrap_or('\u{fffd}');
    }
    char::from_u32(first).unwrap_or('\u{fffd}')
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use proptest::prelude::*;
    use serde_json::Value as Oracle;

    /// What a checked value is, by our own means.
    fn whole(raw: &str) -> Oracle {
        match value(raw) {
            Value::Nested => match (list(raw), pairs(raw)) {
                (Some(parts), None) => parts.into_iter().map(whole).collect(),
                (None, Some(pairs)) => Oracle::Object(
                    pairs.into_iter().map(|(key, raw)| (key.into_owned(), whole(raw))).collect(),
                ),
                both => panic!("{both:?}"),
            },
            Value::Text(text) => Oracle::String(text.into_owned()),
            Value::Number(text) => serde_json::from_str(text).unwrap(),
            Value::Flag(flag) => Oracle::Bool(flag),
            // Empty texts and null are the same to the reader.
            Value::Empty => serde_json::from_str(raw).unwrap(),
        }
    }

    fn anything() -> impl Strategy<Value = Oracle> {
        let leaf = prop_oneof![
            Just(Oracle::Null),
            any::<bool>().prop_map(Oracle::Bool),
            any::<i64>().prop_map(Oracle::from),
            any::<f64>().prop_map(Oracle::from),
            ".*".prop_map(Oracle::String),
        ];
        leaf.prop_recursive(4, 40, 5, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..5).prop_map(Oracle::Array),
                prop::collection::hash_map(".{0,4}", inner, 0..5)
                    .prop_map(|pairs| Oracle::Object(pairs.into_iter().collect())),
            ]
        })
    }

    proptest! {
        #[test]
        fn reads_what_the_usual_crate_writes(json in anything(), is_pretty: bool) {
            let json = serde_json::json!({ "": json });
            let text = if is_pretty { serde_json::to_string_pretty(&json) } else { serde_json::to_string(&json) };
            let text = text.unwrap();
            prop_assert!(object(&text).is_ok());
            prop_assert_eq!(whole(&text), serde_json::from_str::<Oracle>(&text).unwrap());
        }

        #[test]
        fn takes_and_refuses_what_the_usual_crate_does(inner in "[\\[\\]{}\":,0-9eE+. \\\\nu\n-]{0,14}|(true|nul|null|\"a\"|[,:]| ){0,4}") {
            for text in [format!("{{\"a\":{inner}}}"), format!("{{{inner}}}"), inner] {
                let is_ours = object(&text).is_ok();
                let oracle = serde_json::from_str::<std::collections::BTreeMap<String, Box<serde_json::value::RawValue>>>(&text);
                prop_assert_eq!(is_ours, oracle.is_ok(), "{} {:?}", text, oracle.err());
            }
        }
    }

    #[test]
    fn escapes() {
        for (raw, text) in [
            (r#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{c}\n\r\t"),
            (r#""\u00e9\ud83e\udd80x""#, "é🦀x"),
            (r#""\ud83ex""#, "\u{fffd}x"),
            (r#""\udd80\ud83e""#, "\u{fffd}\u{fffd}"),
            (r#""\ud83e\ud83e\udd80""#, "\u{fffd}🦀"),
        ] {
            assert_eq!(unescaped(raw), text, "{raw}");
        }
    }
}
