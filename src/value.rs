//! Plain values: what crosses to the page, and what the command line prints as JSON.
//!
//! One tree with one serializer for all of them. A derived serializer is written out again for every type:
//! 25 kB of the module that readers download, for what is a few here.

use crate::digits::decimal;
use crate::network::{Amount, PartialDate};
use serde::ser::{Serialize, Serializer};
use std::borrow::Cow;

/// A plain value.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Nothing.
    Null,
    /// Yes or no.
    Flag(bool),
    /// A whole number.
    Whole(u64),
    /// Any other number.
    Number(f64),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Value>),
    /// An object, its keys in order.
    Object(Vec<(Cow<'static, str>, Value)>),
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Flag(flag) => serializer.serialize_bool(*flag),
            Self::Whole(number) => serializer.serialize_u64(*number),
            Self::Number(number) => serializer.serialize_f64(*number),
            Self::Text(text) => serializer.serialize_str(text),
            Self::List(list) => serializer.collect_seq(list),
            Self::Object(pairs) => serializer.collect_map(pairs.iter().map(|(key, value)| (key, value))),
        }
    }
}

/// A value in the making, from left to right: `open`, then values (in an object a `key` before each), `close`.
#[derive(Debug, Default)]
pub struct Maker {
    /// What is open, outermost first.
    open: Vec<Value>,
    /// The keys of the open objects whose value is to come.
    keys: Vec<Cow<'static, str>>,
    made: Option<Value>,
}

impl Maker {
    /// Begins a list.
    pub fn list(&mut self) {
        self.open.push(Value::List(Vec::new()));
    }

    /// Begins an object.
    pub fn object(&mut self) {
        self.open.push(Value::Object(Vec::new()));
    }

    /// Ends the list or the object that was begun last.
    pub fn close(&mut self) {
        if let Some(value) = self.open.pop() {
            self.value(value);
        }
    }

    /// The key of what comes next.
    pub fn key(&mut self, key: &'static str) {
        self.keys.push(Cow::Borrowed(key));
    }

    /// A number as the key of what comes next.
    pub fn number_key(&mut self, key: u32) {
        self.keys.push(Cow::Owned(decimal(u64::from(key), 0)));
    }

    /// A key and its text.
    pub fn pair(&mut self, key: &'static str, text: &str) {
        self.key(key);
        self.text(text);
    }

    /// A key and its count.
    pub fn count(&mut self, key: &'static str, count: usize) {
        self.key(key);
        self.whole(count as u64);
    }

    /// A key and its list of texts.
    pub fn texts(&mut self, key: &'static str, texts: &mut dyn Iterator<Item = &str>) {
        self.key(key);
        self.list();
        for text in texts {
            self.text(text);
        }
        self.close();
    }

    /// A text.
    pub fn text(&mut self, text: &str) {
        self.value(Value::Text(text.to_owned()));
    }

    /// A whole number.
    pub fn whole(&mut self, number: u64) {
        self.value(Value::Whole(number));
    }

    /// Any number.
    pub fn number(&mut self, number: f64) {
        self.value(Value::Number(number));
    }

    /// An amount in units, whole where it is; null where it is undisclosed.
    pub fn amount(&mut self, amount: Option<Amount>) {
        self.value(match amount {
            Some(amount) if amount.0.is_multiple_of(100) => Value::Whole(amount.0 / 100),
            Some(amount) => Value::Number(amount.units()),
            None => Value::Null,
        });
    }

    /// A date; null where it is not known.
    pub fn date(&mut self, date: Option<PartialDate>) {
        self.value(date.map_or(Value::Null, |date| Value::Text(date.text())));
    }

    /// A text; null where there is none.
    pub fn maybe(&mut self, text: Option<&str>) {
        self.value(text.map_or(Value::Null, |text| Value::Text(text.to_owned())));
    }

    /// Yes or no.
    pub fn flag(&mut self, flag: bool) {
        self.value(Value::Flag(flag));
    }

    /// Nothing.
    pub fn null(&mut self) {
        self.value(Value::Null);
    }

    /// The value; null if nothing was made.
    pub fn finish(self) -> Value {
        self.made.unwrap_or(Value::Null)
    }

    /// Any value.
    pub fn value(&mut self, value: Value) {
        match self.open.last_mut() {
            Some(Value::List(list)) => list.push(value),
            Some(Value::Object(pairs)) => pairs.extend(self.keys.pop().map(|key| (key, value))),
            _ => self.made = Some(value),
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn what_is_made_is_what_json_says() {
        let mut maker = Maker::default();
        maker.object();
        maker.pair("a", "{\"");
        maker.key("b");
        maker.list();
        maker.null();
        maker.object();
        maker.key("x");
        maker.list();
        maker.close();
        maker.close();
        maker.flag(true);
        maker.close();
        maker.texts("c", &mut ["x", "y"].into_iter());
        maker.key("d");
        maker.amount(Some(Amount(1_250)));
        maker.number_key(7);
        maker.amount(Some(Amount::whole(5)));
        maker.key("e");
        maker.date(PartialDate::parse("2025-09"));
        maker.close();
        let text = serde_json::to_string(&maker.finish()).unwrap();
        assert_eq!(
            text,
            r#"{"a":"{\"","b":[null,{"x":[]},true],"c":["x","y"],"d":12.5,"7":5,"e":"2025-09"}"#
        );
    }
}
