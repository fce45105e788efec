//! Writing JSON: what crosses to the page, and what the command line prints.
//!
//! By hand, because a derived serializer is written out again for every type: 25 kB of the module that readers
//! download, for what is 4 kB here. It is also faster: one text is handed over and parsed at once, where an
//! object built from outside costs a call for every field.

use crate::digits::decimal;
use crate::network::{Amount, PartialDate};

/// A JSON text in the making. Commas come by themselves; brackets and keys are the caller's.
#[derive(Debug, Default)]
pub struct Json {
    bytes: Vec<u8>,
}

impl Json {
    /// Begins a list or an object, with its bracket.
    pub fn open(&mut self, bracket: u8) {
        self.comma();
        self.bytes.push(bracket);
    }

    /// Ends a list or an object, with its bracket.
    pub fn close(&mut self, bracket: u8) {
        self.bytes.push(bracket);
    }

    /// The key of what comes next.
    pub fn key(&mut self, key: &str) {
        self.text(key);
        self.bytes.push(b':');
    }

    /// A key and its text.
    pub fn pair(&mut self, key: &str, text: &str) {
        self.key(key);
        self.text(text);
    }

    /// A key and its list of texts.
    pub fn texts(&mut self, key: &str, texts: &mut dyn Iterator<Item = &str>) {
        self.key(key);
        self.open(b'[');
        for text in texts {
            self.text(text);
        }
        self.close(b']');
    }

    /// A text. O(n).
    pub fn text(&mut self, text: &str) {
        self.comma();
        self.bytes.push(b'"');
        for run in text.as_bytes().split_inclusive(|&byte| is_special(byte)) {
            match run.split_last() {
                Some((&last, plain)) if is_special(last) => {
                    self.bytes.extend_from_slice(plain);
                    self.escape(last);
                }
                _ => self.bytes.extend_from_slice(run),
            }
        }
        self.bytes.push(b'"');
    }

    /// A whole number.
    pub fn whole(&mut self, number: u64) {
        self.decimal(number, 0);
    }

    /// A number in powers of a tenth: 750 with 2 decimals is `7.5`.
    pub fn decimal(&mut self, number: u64, decimals: usize) {
        self.raw(&decimal(number, decimals));
    }

    /// A number that is not negative, to six decimals: more than any reader sees of a share or a width.
    pub fn fraction(&mut self, number: f64) {
        self.decimal((number * 1e6 + 0.5) as u64, 6);
    }

    /// An amount in units; null where it is undisclosed.
    pub fn amount(&mut self, amount: Option<Amount>) {
        match amount {
            Some(Amount(hundredths)) => self.decimal(hundredths, 2),
            None => self.null(),
        }
    }

    /// A date; null where it is not known.
    pub fn date(&mut self, date: Option<PartialDate>) {
        match date {
            Some(date) => self.text(&date.to_string()),
            None => self.null(),
        }
    }

    /// A text; null where there is none.
    pub fn maybe(&mut self, text: Option<&str>) {
        match text {
            Some(text) => self.text(text),
            None => self.null(),
        }
    }

    /// Yes or no.
    pub fn flag(&mut self, flag: bool) {
        self.raw(if flag { "true" } else { "false" });
    }

    /// Nothing.
    pub fn null(&mut self) {
        self.raw("null");
    }

    /// The text.
    pub fn finish(self) -> String {
        // Whole texts and ASCII went in.
        String::from_utf8(self.bytes).unwrap_or_default()
    }

    fn raw(&mut self, text: &str) {
        self.comma();
        self.bytes.extend_from_slice(text.as_bytes());
    }

    fn comma(&mut self) {
        if !matches!(self.bytes.last(), None | Some(b'{' | b'[' | b':')) {
            self.bytes.push(b',');
        }
    }

    fn escape(&mut self, byte: u8) {
        self.bytes.push(b'\\');
        match byte {
            b'\n' => self.bytes.push(b'n'),
            b' '.. => self.bytes.push(byte),
            _ => {
                self.bytes.extend_from_slice(if byte < 16 { b"u000" } else { b"u001" });
                let low = byte % 16;
                self.bytes.push(if low < 10 { b'0' + low } else { b'a' - 10 + low });
            }
        }
    }
}

/// What cannot stand in a text as it is.
const fn is_special(byte: u8) -> bool {
    byte < b' ' || byte == b'"' || byte == b'\\'
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use proptest::prelude::*;
    use serde_json::{Value, json};

    #[test]
    fn commas_stand_between_and_nowhere_else() {
        let mut json = Json::default();
        json.open(b'{');
        json.pair("a", "{");
        json.key("b");
        json.open(b'[');
        json.null();
        json.open(b'[');
        json.close(b']');
        json.flag(true);
        json.close(b']');
        json.texts("c", &mut ["x", "y"].into_iter());
        json.key("d");
        json.amount(Some(Amount(1_250)));
        json.key("e");
        json.fraction(0.25);
        json.close(b'}');
        let text = json.finish();
        assert_eq!(text, r#"{"a":"{","b":[null,[],true],"c":["x","y"],"d":12.5,"e":0.25}"#);
    }

    proptest! {
        #[test]
        fn texts_come_back(text in "(.|[\u{0}-\u{1f}\"\\\\]){0,20}", number: u64) {
            let mut json = Json::default();
            json.open(b'[');
            json.text(&text);
            json.whole(number);
            json.close(b']');
            prop_assert_eq!(serde_json::from_str::<Value>(&json.finish()).unwrap(), json!([text, number]));
        }
    }
}
