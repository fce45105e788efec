//! The state of one widget, as JavaScript sees it.

use super::object;
use crate::Point;
use crate::cycles::Bounds;
use crate::document::{Limits, read_strict};
use crate::figure::{Figure as Core, Options};
use crate::scene::View;
use crate::value::Maker;
use wasm_bindgen::prelude::*;
use web_sys::Performance;

#[wasm_bindgen]
extern "C" {
    /// The page's clock; there is none in a bare engine, where a slice is one round.
    #[wasm_bindgen(thread_local_v2, js_name = performance)]
    static CLOCK: Option<Performance>;

    pub type Float32Array;
    #[wasm_bindgen(method, getter)]
    fn length(this: &Float32Array) -> usize;
    #[wasm_bindgen(method)]
    fn set(this: &Float32Array, numbers: &[f32]);
}

/// Steps of the search between two looks at the clock: well under a millisecond.
pub(super) const STEPS: u64 = 20_000;

/// The state of one widget.
#[wasm_bindgen]
pub struct Figure {
    // In a box, so that a pointer is moved and not hundreds of fields.
    pub(super) core: Box<Core>,
}

#[wasm_bindgen]
impl Figure {
    /// Reads a JSON document of which there is nothing to say, or (`checked`) one that the desk has written;
    /// nothing for any other. It may be so many times as large as is usual. Options as plain parameters: reading an
    /// object would bring a deserializer along.
    pub fn open(
        bytes: &[u8],
        checked: bool,
        times: usize,
        max_length: u32,
        max_loops: u32,
        top: usize,
        small: bool,
    ) -> Option<Figure> {
        // No loop is of no company: then there is no bound.
        let max_length = (max_length > 0).then_some(max_length);
        let bounds = Bounds { max_length, max_loops, ..Bounds::default() };
        let document = read_strict(bytes, checked, &Limits::default().times(times))?;
        Some(Self { core: Box::new(Core::new(document, Options { bounds, top, small })) })
    }

    /// Searches for at most so many milliseconds; true when done.
    pub fn search(&mut self, budget: f64) -> bool {
        within(budget, &mut || self.core.search(STEPS))
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

    /// The card of a loop, a company or a deal, or null.
    pub fn card(&self, kind: &str, id: &str) -> JsValue {
        object(&self.core.card(self.core.target(kind, id)))
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

    /// How many there are: companies and deals of the document; companies that are shown, that are live, and that the first
    /// picture shows; texts.
    pub fn counts(&self) -> JsValue {
        let core = &self.core;
        let (shown, live) = core.counts();
        let mut made = Maker::default();
        made.object();
        made.count("companies", core.network().companies().len());
        made.count("deals", core.network().deals().len());
        made.count("shown", shown);
        made.count("live", live);
        made.count("first", core.first());
        made.count("texts", core.texts().len());
        made.close();
        object(&made.finish())
    }

    /// The ids of the companies in the picture.
    pub fn picture(&self) -> JsValue {
        texts(&self.core.picture())
    }

    /// Shows so many companies.
    pub fn widen(&mut self, count: usize) {
        self.core.widen(count);
    }

    /// Arranges the companies in the picture for a stage of so many CSS pixels; `step` moves them there, if they were
    /// on this stage before.
    pub fn arrange(&mut self, width: f32, height: f32) {
        self.core.arrange(width, height);
    }

    /// One tick of live physics; true while something moves.
    pub fn step(&mut self) -> bool {
        self.core.step()
    }

    /// Holds a company at a place, in layout units; lets go of it without one. No company brings back all that were
    /// moved: an export of its own would cost more.
    pub fn pin(&mut self, company: &str, x: Option<f32>, y: Option<f32>) {
        let Some(company) = self.core.network().find_company(company) else { return self.core.restore() };
        match x.zip(y) {
            Some((x, y)) => self.core.pin(company, Point::new(x, y)),
            None => self.core.release(company),
        }
    }

    /// Moves the chosen loop onto a ring of its own, or everything back to where it was.
    pub fn unroll(&mut self, unrolled: bool) {
        self.core.unroll(unrolled);
    }

    /// The box around the picture, in layout units: left, top, right, bottom.
    pub fn bounds(&self) -> JsValue {
        let mut made = Maker::default();
        made.list();
        for bound in self.core.bounds() {
            made.number(bound.into());
        }
        made.close();
        object(&made.finish())
    }

    /// What the reader looks at, in passing or `chosen`; an unknown kind or id clears. True if the picture has
    /// changed by a choice and is to be arranged anew.
    pub fn look(&mut self, kind: &str, id: &str, chosen: bool) -> bool {
        let target = self.core.target(kind, id);
        if chosen {
            return self.core.select(target);
        }
        self.core.focus(target);
        false
    }

    /// Makes the scene for this view and copies it to the start of `out`; returns how many floats it takes. An
    /// array that is shorter stays as it is.
    #[allow(clippy::too_many_arguments, reason = "so it crosses")]
    pub fn scene(
        &mut self,
        width: f32,
        height: f32,
        scale: f32,
        x: f32,
        y: f32,
        small: bool,
        out: &Float32Array,
    ) -> usize {
        self.core.draw(View { width, height, scale, x, y, small });
        let numbers = self.core.scene().numbers();
        if out.length() >= numbers.len() {
            out.set(numbers);
        }
        numbers.len()
    }

    /// All texts that scenes refer to.
    pub fn texts(&self) -> JsValue {
        texts(self.core.texts())
    }

    /// What is at a point of the last scene, or null.
    pub fn pick(&self, x: f32, y: f32, slop: f32) -> JsValue {
        object(&self.core.name_of(self.core.pick(Point::new(x, y), slop)))
    }
}
/// Works until it is done or so many milliseconds are over; whether it is done.
pub(super) fn within(budget: f64, work: &mut dyn FnMut() -> bool) -> bool {
    let now = || CLOCK.with(|clock| clock.as_ref().map_or(f64::MAX, Performance::now));
    let end = now() + budget;
    loop {
        if work() {
            return true;
        }
        if now() >= end {
            return false;
        }
    }
}

/// A list of texts.
fn texts(texts: &[String]) -> JsValue {
    let mut made = Maker::default();
    made.list();
    for text in texts {
        made.text(text);
    }
    made.close();
    object(&made.finish())
}
