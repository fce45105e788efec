//! The boundary to JavaScript: the only folder that knows it.
//!
//! Coarse calls; structured values cross by serde-wasm-bindgen as plain objects; one call per frame fills an
//! array that JavaScript owns. No method calls back. Types of the plain objects stand in `www/types.d.ts`.
//!
//! There are two modules. Every reader of an article loads the *reader* (`Figure`): clean documents, loops, the
//! picture. The *desk* (`Desk`, feature `desk`) is loaded where a document is not clean or no JSON, to say what is
//! wrong and hand over the clean rest, and to write a picture as a file.

#[cfg(feature = "desk")]
mod desk;
#[cfg(not(feature = "desk"))]
mod figure;

use crate::value::Value;
use serde::Serialize;
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

/// A plain object. Nothing in a value fails to cross.
fn object(value: &Value) -> JsValue {
    value.serialize(&Serializer::json_compatible()).unwrap_or(JsValue::NULL)
}
