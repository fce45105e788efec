//! The full reader of documents and the writer of pictures, as JavaScript sees them.

use super::object;
use crate::document::{Format, Limits, Loaded, diagnosis, read, write_json};
use crate::scene::decode;
use crate::svg::{Look, SvgOptions};
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
    pub fn json(&self) -> Vec<u8> {
        write_json(&self.loaded.document).into_bytes()
    }
}

/// An encoded scene as SVG: as wide and high as it was drawn, with the texts that it refers to. `loops` are the
/// sentences of the coloured loops, which follow the description. Empty if it is no scene.
#[wasm_bindgen]
#[allow(clippy::needless_pass_by_value, clippy::too_many_arguments, reason = "so it crosses")]
pub fn svg(
    scene: &[f32],
    width: f32,
    height: f32,
    texts: Vec<String>,
    theme: &str,
    title: &str,
    description: &str,
    loops: Vec<String>,
    font: &str,
) -> String {
    let theme = look(theme);
    let options = SvgOptions { size: (width, height), theme, title, description, loops: &loops, font };
    decode(scene).map_or_else(String::new, |marks| crate::svg::svg(&marks, &texts, &options))
}

/// A theme by its name; what is none is as the reader's system is.
pub(super) fn look(theme: &str) -> Look {
    match theme {
        "light" => Look::Light,
        "dark" => Look::Dark,
        _ => Look::Auto,
    }
}
