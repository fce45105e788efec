//! Taking JSON apart, with the place of every value.
//!
//! A value is the slice of the text that it is, so that it knows its line and column, numbers keep their
//! digits, and of two equal keys none is lost. The usual crate can do this as well (and is the oracle of the
//! tests), but would be a tenth of the module that readers download, and its messages name no remedy.

use super::scan::{Node, Scan};
use crate::cut::cut;
use std::borrow::Cow;

/// What a value, or a cell of a table, says.
#[derive(Debug)]
pub(super) enum Value<'a> {
    Empty,
    Text(Cow<'a, str>),
    /// A JSON number, as it is written.
    Number(&'a str),
    Flag(bool),
    /// A JSON list or object.
    Nested,
}

/// A JSON text that is an object, taken apart in one pass.
pub(super) struct Tree<'a> {
    text: &'a str,
    nodes: Vec<Node>,
}

/// A value of a tree, or the key of one.
#[derive(Clone, Copy)]
pub(super) struct Part<'a> {
    tree: &'a Tree<'a>,
    place: usize,
}

/// The values of a list; the keys and values of an object, in the order of the file; nothing for the rest.
pub(super) struct Parts<'a> {
    next: Part<'a>,
    end: usize,
}

impl<'a> Tree<'a> {
    /// Takes a text apart. O(n).
    ///
    /// # Errors
    /// When it is not JSON, no object, or too deep: why, and the byte where.
    pub fn new(text: &'a str) -> Result<Self, (&'static str, usize)> {
        let mut scan = Scan::new(text);
        if let Err(why) = scan.whole() {
            return Err((why, scan.at));
        }
        let tree = Self { text, nodes: scan.nodes };
        if tree.root().is(b'{') { Ok(tree) } else { Err(("a document must be an object: { ... }", 0)) }
    }

    /// The whole.
    pub const fn root(&self) -> Part<'_> {
        Part { tree: self, place: 0 }
    }
}

impl<'a> Part<'a> {
    /// As it stands in the text.
    pub fn raw(self) -> &'a str {
        let node = self.tree.nodes.get(self.place);
        node.and_then(|node| self.tree.text.get(node.start..node.end)).unwrap_or_default()
    }

    /// Whether it begins with this bracket.
    pub fn is(self, bracket: u8) -> bool {
        self.raw().as_bytes().first() == Some(&bracket)
    }

    fn after(self) -> usize {
        self.tree.nodes.get(self.place).map_or(0, |node| node.next)
    }

    /// What is inside.
    pub fn parts(self) -> Parts<'a> {
        Parts { end: self.after(), next: Part { place: self.place + 1, ..self } }
    }

    /// The last value of this key.
    #[cfg(feature = "desk")]
    pub fn last(self, key: &str) -> Option<Self> {
        let mut parts = self.parts();
        let mut last = None;
        while let Some((found, value)) = parts.pair() {
            if found == key {
                last = Some(value);
            }
        }
        last
    }

    /// As a cell's value.
    pub fn value(self) -> Value<'a> {
        let raw = self.raw();
        match raw.as_bytes().first() {
            Some(b'"') => match unescaped(raw) {
                text if text.chars().all(char::is_whitespace) => Value::Empty,
                text => Value::Text(text),
            },
            Some(b'n') => Value::Empty,
            Some(b't') => Value::Flag(true),
            Some(b'f') => Value::Flag(false),
            Some(b'[' | b'{') | None => Value::Nested,
            Some(_) => Value::Number(raw),
        }
    }
}

impl<'a> Parts<'a> {
    /// The next key and value of an object.
    pub fn pair(&mut self) -> Option<(Cow<'a, str>, Part<'a>)> {
        let key = self.next()?;
        Some((unescaped(key.raw()), self.next()?))
    }
}

impl<'a> Iterator for Parts<'a> {
    type Item = Part<'a>;

    fn next(&mut self) -> Option<Part<'a>> {
        let next = self.next;
        self.next.place = next.after();
        (next.place < self.end).then_some(next)
    }
}

/// The text of a string in its quotes. Halves of characters become U+FFFD.
fn unescaped(raw: &str) -> Cow<'_, str> {
    let mut rest = raw.get(1..raw.len().saturating_sub(1)).unwrap_or_default();
    let is_escape = |byte| byte == b'\\';
    if cut(rest, is_escape).is_none() {
        return Cow::Borrowed(rest);
    }
    let mut text = String::new();
    while let Some((plain, escape)) = cut(rest, is_escape) {
        text.push_str(plain);
        rest = escape.get(1..).unwrap_or_default();
        text.push(match escape.as_bytes().first().copied().unwrap_or_default() {
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => character(&mut rest),
            plain => char::from(plain),
        });
    }
    text.push_str(rest);
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
    fn whole(part: Part) -> Oracle {
        match part.value() {
            Value::Nested if part.is(b'[') => part.parts().map(whole).collect(),
            Value::Nested => {
                assert!(part.is(b'{'));
                let mut parts = part.parts();
                let pairs = std::iter::from_fn(|| parts.pair());
                Oracle::Object(pairs.map(|(key, value)| (key.into_owned(), whole(value))).collect())
            }
            Value::Text(text) => Oracle::String(text.into_owned()),
            Value::Number(text) => serde_json::from_str(text).unwrap(),
            Value::Flag(flag) => Oracle::Bool(flag),
            // Empty texts and null are the same to the reader.
            Value::Empty => serde_json::from_str(part.raw()).unwrap(),
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
            let tree = Tree::new(&text);
            prop_assert!(tree.is_ok());
            prop_assert_eq!(whole(tree.ok().unwrap().root()), serde_json::from_str::<Oracle>(&text).unwrap());
        }

        #[test]
        fn takes_and_refuses_what_the_usual_crate_does(inner in "[\\[\\]{}\":,0-9eE+. \\\\nu\n-]{0,14}|(true|nul|null|\"a\"|[,:]| ){0,4}") {
            for text in [format!("{{\"a\":{inner}}}"), format!("{{{inner}}}"), inner] {
                let is_ours = Tree::new(&text).is_ok();
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
