//! What the desk's figures can do beyond the reader's: filter, weigh, compare.

use super::figure::{Figure, STEPS, within};
use super::object;
use crate::arcs::Filter;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
impl Figure {
    /// Filters anew: words for parts of the filter, each part followed by its words; what is not named is as by
    /// default. `search` does the work. An Error with a sentence for a word that is not understood.
    #[allow(clippy::needless_pass_by_value, reason = "so it crosses")]
    pub fn filter(&mut self, parts: Vec<String>) -> Result<(), JsError> {
        let mut filter = Filter::default();
        for pair in parts.chunks_exact(2) {
            let set = filter.set(self.core.network(), &pair[0], &pair[1]);
            set.map_err(|error| JsError::new(&error.to_string()))?;
        }
        self.core.filter(filter);
        Ok(())
    }

    /// What a reader can filter by.
    pub fn choices(&self) -> JsValue {
        object(&self.core.choices())
    }

    /// Weighs for at most so many milliseconds what could be arranged in loops; true when done.
    pub fn weigh(&mut self, budget: f64) -> bool {
        within(budget, &mut || self.core.weigh(STEPS))
    }

    /// What was weighed, or null.
    pub fn weighed(&self) -> JsValue {
        object(&self.core.weighed())
    }

    /// Compares for at most so many milliseconds with so many random networks; true when done.
    pub fn compare(&mut self, samples: u32, budget: f64) -> bool {
        within(budget, &mut || self.core.compare(samples, STEPS))
    }

    /// What was compared, or null.
    pub fn compared(&self) -> JsValue {
        object(&self.core.compared())
    }
}
