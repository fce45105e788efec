//! How much of the money could be arranged in loops under a figure's filter, and how many loops chance would make.

use super::Figure;
use crate::cycles::Bounds;
use crate::report::Weighing;
use crate::significance::{Options, Significance};
use crate::value::{Maker, Value};
use crate::words::{significance_sentence, split_sentence};

/// How many of the highest-ranked loops the circular part is split over.
const MOST_FILLED: usize = 1_000;

impl Figure {
    /// Goes on for about so many steps with what could be arranged in loops under the filter of what is shown; true
    /// when that is known. Nothing to do where the unit is no money, and before the first search is over.
    pub fn weigh(&mut self, steps: u64) -> bool {
        if self.document.meta.unit == "%" {
            return true;
        }
        let mut weighing =
            self.weighing.take().unwrap_or_else(|| Weighing::new(self.network(), &self.filter, &self.arcs));
        let is_done = weighing.run(steps);
        self.weighing = Some(weighing);
        is_done
    }

    /// What could be arranged in loops, as far as [`Figure::weigh`] has come; `None` where the unit is no money and
    /// after each new filter.
    pub const fn weighing(&self) -> Option<&Weighing> {
        self.weighing.as_ref()
    }

    /// What was weighed, as JSON: the sums, how the circular part fills the highest-ranked loops, and the sentences
    /// that must stand beside them; `null` before [`Figure::weigh`] is done.
    pub fn weighed(&self) -> Value {
        let Some(weighing) = &self.weighing else { return Value::Null };
        let mut made = Maker::default();
        made.object();
        made.key("circularity");
        made.value(weighing.value(self.network()));
        made.key("split");
        made.value(weighing.split_value(&self.loops(), MOST_FILLED));
        self.sentence(&mut made, "sentence", &weighing.sentence());
        self.sentence(&mut made, "splitSentence", &split_sentence());
        made.close();
        made.finish()
    }

    /// Goes on for about so many steps with the comparison of this network with so many random ones in which every
    /// company gives to as many others and receives from as many; true when there is no more to do.
    pub fn compare(&mut self, samples: u32, steps: u64) -> bool {
        let usual = Options::default();
        let max_loops = self.options.bounds.max_loops.min(usual.bounds.max_loops);
        let bounds = Bounds { max_loops, ..self.options.bounds };
        let chance = self.chance.take();
        let mut chance =
            chance.unwrap_or_else(|| Significance::new(&self.arcs, Options { bounds, samples, ..usual }));
        let is_done = chance.run(steps);
        self.chance = Some(chance);
        is_done
    }

    /// The comparison, as far as [`Figure::compare`] has come.
    pub const fn chance(&self) -> Option<&Significance> {
        self.chance.as_ref()
    }

    /// What the comparison has found, as JSON with its sentence; `null` before [`Figure::compare`] has begun.
    pub fn compared(&self) -> Value {
        let Some(chance) = &self.chance else { return Value::Null };
        let mut made = Maker::default();
        made.object();
        made.key("significance");
        made.value(chance.value());
        self.sentence(&mut made, "sentence", &significance_sentence(chance));
        made.close();
        made.finish()
    }
}
