//! How much of the money could be arranged in loops under a figure's filter.

use super::Figure;
use crate::report::Weighing;

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
}
