//! The boundary to JavaScript: the only folder that knows it.
//!
//! Coarse calls; structured values cross by serde-wasm-bindgen as plain objects; one call per frame fills an array that JavaScript owns.
//! No method calls back. Types of the plain objects stand in `www/types.d.ts`.
//!
//! There are four modules. Every reader of an article loads the *reader* (`Figure`): clean documents, loops, the
//! picture. The *desk* (`Desk`, feature `desk`) is loaded where a document is not clean or no JSON, to say what is
//! wrong and hand over the clean rest, and to write a picture as a file; and where a reader asks for more than to look:
//! its figures also filter, weigh and compare. The *large* one (feature `large`) is the reader's with another engine of
//! the layout, for documents of many companies. The *press* (feature `embed`) is the desk for editors: it writes all
//! that publishing needs.

#[cfg(feature = "desk")]
mod desk;
mod figure;
#[cfg(feature = "embed")]
mod press;
#[cfg(feature = "study")]
mod study;

use crate::value::Value;
use serde::{Serialize, Serializer as SerdeSerializer};
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

/// A sixth of the standard library's allocator in size, and never slow.
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// Prints panics where a developer finds them. The released modules have none to print: they stop at once.
#[wasm_bindgen(start)]
fn start() {
    std::panic::set_hook(Box::new(|info| web_sys::console::error_1(&info.to_string().into())));
}

/// A plain object. Values are as deep as the code that makes them, whatever is in the document.
fn object(value: &Value) -> JsValue {
    Crossing(value).serialize(&Serializer::json_compatible()).unwrap_or(JsValue::NULL)
}

/// A value on its way to JavaScript, where every number is a binary fraction. Whole numbers cross as such, because
/// what checks that a large integer is one brings along all that writes a sentence about it.
struct Crossing<'a>(&'a Value);

impl Serialize for Crossing<'_> {
    fn serialize<S: SerdeSerializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Value::Null => serializer.serialize_unit(),
            Value::Flag(flag) => serializer.serialize_bool(*flag),
            Value::Whole(number) => serializer.serialize_f64(*number as f64),
            Value::Number(number) => serializer.serialize_f64(*number),
            Value::Text(text) => serializer.serialize_str(text),
            Value::List(list) => serializer.collect_seq(list.iter().map(Crossing)),
            Value::Object(pairs) => {
                serializer.collect_map(pairs.iter().map(|(key, value)| (&**key, Crossing(value))))
            }
        }
    }
}
