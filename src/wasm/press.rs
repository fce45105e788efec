//! The files that publishing a figure needs, as JavaScript gets them.

use super::desk::look;
use super::figure::Figure;
use super::object;
use crate::embed::{File, PackOptions};
use crate::value::Value;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
impl Figure {
    /// The text files with which a figure that has been searched goes to a newspaper's system, as a list of objects with
    /// a `name` and a `text`. Afterwards it is arranged for a small screen. An Error with a sentence for a template that
    /// is none.
    #[allow(clippy::too_many_arguments, reason = "so it crosses")]
    pub fn pack(
        &mut self,
        width: f32,
        height: f32,
        theme: &str,
        script: &str,
        base: &str,
        template: &str,
    ) -> Result<JsValue, JsError> {
        let size = (width, height);
        let options = PackOptions { size, look: look(theme), script, base, template, missing: &[] };
        let files = crate::embed::pack(&mut self.core, &options);
        let files = files.map_err(|error| JsError::new(&error.to_string()))?;
        let file = |File { name, text }| {
            Value::Object(vec![
                ("name".into(), Value::Text(name.to_owned())),
                ("text".into(), Value::Text(text)),
            ])
        };
        Ok(object(&Value::List(files.into_iter().map(file).collect())))
    }
}
