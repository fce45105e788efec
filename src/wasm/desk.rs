//! The full reader of documents, as JavaScript sees it.

use super::object;
use crate::document::{Format, Limits, Loaded, diagnosis, read, write_json};
use wasm_bindgen::prelude::*;

/// A document that was read, and what was wrong with it.
#[wasm_bindgen]
pub struct Desk {
    loaded: Loaded,
}

#[wasm_bindgen]
impl Desk {
    /// Reads a document: `json`, `csv`, or what it looks like (`auto`).
    #[wasm_bindgen(constructor)]
    pub fn new(bytes: &[u8], format: &str) -> Result<Desk, JsError> {
        let format = match format {
            "json" => Format::Json,
            "csv" => Format::Csv,
            _ => Format::Auto,
        };
        let loaded = read(bytes, format, &Limits::default());
        let loaded = loaded.map_err(|diagnostic| JsError::new(&diagnostic.to_string()))?;
        Ok(Self { loaded })
    }

    /// What was wrong with rows and fields.
    pub fn diagnostics(&self) -> JsValue {
        object(&diagnosis(&self.loaded.diagnostics))
    }

    /// What could be read, as a clean JSON document.
    pub fn json(&self) -> String {
        write_json(&self.loaded.document)
    }
}
