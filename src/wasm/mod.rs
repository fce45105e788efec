//! The boundary to JavaScript: the only folder that knows it.
//!
//! Coarse calls; structured values cross as plain objects; one call per frame fills an array that JavaScript owns.
//! No method calls back. Types of the plain objects stand in `www/types.d.ts`.
//!
//! There are two modules. Every reader of an article loads the *reader* (`Figure`): clean documents, loops, the
//! picture. The *desk* (`Desk`, feature `desk`) is loaded where a document is not clean or no JSON, to say what is
//! wrong and hand over the clean rest, and to write a picture as a file.

#[cfg(feature = "desk")]
mod desk;
#[cfg(not(feature = "desk"))]
mod figure;

use crate::value::Value;
use wasm_bindgen::prelude::*;

/// A sixth of the standard library's allocator in size, and never slow.
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// The little of JavaScript that is used. The crates that know all of it bring some of it along, 3 kB.
#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = console, js_name = error)]
    fn complain(message: &str);

    type Array;
    #[wasm_bindgen(constructor)]
    fn new() -> Array;
    #[wasm_bindgen(method)]
    fn push(this: &Array, item: JsValue);

    type Object;
    #[wasm_bindgen(constructor)]
    fn new() -> Object;
    #[wasm_bindgen(method, indexing_setter)]
    fn set(this: &Object, key: &str, value: JsValue);
}

/// Prints panics where a developer finds them. The released modules have none to print: they stop at once.
#[wasm_bindgen(start)]
fn start() {
    std::panic::set_hook(Box::new(|info| complain(&info.to_string())));
}

/// A plain object. Values are as deep as the code that makes them, whatever is in the document.
fn object(value: &Value) -> JsValue {
    match value {
        Value::Null => JsValue::NULL,
        Value::Flag(flag) => (*flag).into(),
        Value::Whole(number) => (*number as f64).into(),
        Value::Number(number) => (*number).into(),
        Value::Text(text) => text.into(),
        Value::List(list) => {
            let array = Array::new();
            for value in list {
                array.push(object(value));
            }
            array.into()
        }
        Value::Object(pairs) => {
            let made = Object::new();
            for (key, value) in pairs {
                made.set(key, object(value));
            }
            made.into()
        }
    }
}
