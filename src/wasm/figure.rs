//! The state of one widget, as JavaScript sees it.

use super::object;
use crate::Point;
use crate::cycles::Bounds;
use crate::document::{Limits, read_strict};
use crate::figure::{Figure as Core, Options};
use crate::scene::View;
use wasm_bindgen::prelude::*;
use web_sys::Performance;

/// Steps of the search between two looks at the clock: well under a millisecond.
const STEPS: u64 = 20_000;

/// The state of one widget.
#[wasm_bindgen]
pub struct Figure {
    core: Core,
    encoded: Vec<f32>,
}

#[wasm_bindgen]
impl Figure {
    /// Reads a JSON document of which there is nothing to say, or (`checked`) one that the desk has written;
    /// nothing for any other. Options as plain parameters: reading an object would bring a deserializer along.
    pub fn open(
        bytes: &[u8],
        checked: bool,
        max_length: u32,
        max_loops: u32,
        top: usize,
        small: bool,
    ) -> Option<Figure> {
        let bounds = Bounds { max_length: Some(max_length), max_loops, ..Bounds::default() };
        let document = read_strict(bytes, checked, &Limits::default())?;
        Some(Self { core: Core::new(document, Options { bounds, top, small }), encoded: Vec::new() })
    }

    /// Searches for at most so many milliseconds; true when done.
    pub fn search(&mut self, budget: f64) -> bool {
        let clock = clock();
        let now = || clock.as_ref().map_or(f64::MAX, Performance::now);
        let end = now() + budget;
        loop {
            if self.core.search(STEPS) {
                return true;
            }
            if now() >= end {
                return false;
            }
        }
    }

    /// The loops found, the first `top` of them and the coloured ones in full.
    pub fn report(&self, top: usize) -> JsValue {
        object(&self.core.loops().listed(top).value())
    }

    /// Title, headline and so on, as the document gives them.
    pub fn meta(&self) -> JsValue {
        object(&self.core.meta())
    }

    /// Sentences about the whole.
    pub fn summary(&self) -> JsValue {
        object(&self.core.sentences())
    }

    /// The card of a loop, or null.
    #[wasm_bindgen(js_name = loopCard)]
    pub fn loop_card(&self, id: &str) -> JsValue {
        object(&self.core.card(self.core.target("loop", id)))
    }

    /// The card of a company, or null.
    #[wasm_bindgen(js_name = companyCard)]
    pub fn company_card(&self, id: &str) -> JsValue {
        object(&self.core.card(self.core.target("company", id)))
    }

    /// The card of a deal, or null.
    #[wasm_bindgen(js_name = dealCard)]
    pub fn deal_card(&self, id: &str) -> JsValue {
        object(&self.core.card(self.core.target("deal", id)))
    }

    /// The cards of all companies.
    pub fn companies(&self) -> JsValue {
        object(&self.core.company_cards())
    }

    /// The cards of all deals.
    pub fn deals(&self) -> JsValue {
        object(&self.core.deal_cards())
    }

    /// The classes of amounts.
    pub fn legend(&self) -> JsValue {
        object(&self.core.legend())
    }

    /// How many deals the document has.
    #[wasm_bindgen(js_name = dealCount)]
    pub fn deal_count(&self) -> usize {
        self.core.network().deals().len()
    }

    /// The ids of the companies in the picture.
    pub fn picture(&self) -> Vec<String> {
        self.core.picture()
    }

    /// How many companies are shown.
    #[wasm_bindgen(js_name = shownCompanies)]
    pub fn shown_companies(&self) -> usize {
        self.core.counts().0
    }

    /// How many live companies there are.
    #[wasm_bindgen(js_name = liveCompanies)]
    pub fn live_companies(&self) -> usize {
        self.core.counts().1
    }

    /// How many companies the first picture shows.
    #[wasm_bindgen(js_name = firstCompanies)]
    pub fn first_companies(&self) -> usize {
        self.core.first()
    }

    /// Shows so many companies.
    pub fn widen(&mut self, count: usize) {
        self.core.widen(count);
    }

    /// Arranges the companies in the picture for a stage of so many CSS pixels.
    pub fn arrange(&mut self, width: f32, height: f32) {
        self.core.arrange(width, height);
    }

    /// One tick of live physics; true while something moves.
    pub fn step(&mut self) -> bool {
        self.core.step()
    }

    /// Holds a company at a place, in layout units.
    pub fn pin(&mut self, company: &str, x: f32, y: f32) {
        if let Some(company) = self.core.network().find_company(company) {
            self.core.pin(company, Point::new(x, y));
        }
    }

    /// Lets go of a company.
    pub fn release(&mut self, company: &str) {
        if let Some(company) = self.core.network().find_company(company) {
            self.core.release(company);
        }
    }

    /// The box around the picture, in layout units: left, top, right, bottom.
    pub fn bounds(&self) -> Vec<f32> {
        self.core.bounds().to_vec()
    }

    /// What the reader looks at in passing; an unknown kind or id clears. True if there is such a thing.
    pub fn focus(&mut self, kind: &str, id: &str) -> bool {
        let target = self.core.target(kind, id);
        self.core.focus(target);
        target.is_some()
    }

    /// What the reader has chosen. True if the picture has changed and is to be arranged anew.
    pub fn select(&mut self, kind: &str, id: &str) -> bool {
        let target = self.core.target(kind, id);
        self.core.select(target)
    }

    /// Makes the scene for this view; returns how many floats it takes.
    pub fn scene(&mut self, width: f32, height: f32, scale: f32, x: f32, y: f32, small: bool) -> usize {
        self.core.draw(View { width, height, scale, x, y, small });
        self.encoded.clear();
        self.core.scene().encode(&mut self.encoded);
        self.encoded.len()
    }

    /// Copies the encoded scene to the start of an array that is at least as long.
    #[wasm_bindgen(js_name = copyScene)]
    pub fn copy_scene(&self, out: &js_sys::Float32Array) {
        let length = self.encoded.len() as u32;
        if out.length() >= length {
            out.subarray(0, length).copy_from(&self.encoded);
        }
    }

    /// How many texts there are.
    #[wasm_bindgen(js_name = textCount)]
    pub fn text_count(&self) -> usize {
        self.core.texts().len()
    }

    /// All texts that scenes refer to.
    pub fn texts(&self) -> Vec<String> {
        self.core.texts().to_vec()
    }

    /// What is at a point of the last scene, or null.
    pub fn pick(&self, x: f32, y: f32, slop: f32) -> JsValue {
        object(&self.core.name_of(self.core.pick(Point::new(x, y), slop)))
    }
}
/// The page's clock; there is none in a bare engine, where a slice is one round.
fn clock() -> Option<Performance> {
    js_sys::Reflect::get(&js_sys::global(), &"performance".into()).ok()?.dyn_into().ok()
}
