//! Places by name.

use crate::order;

/// A map from texts to places or counts.
///
/// The standard library's maps are 4 kB of the module each; this is a tenth of that. The entries stand in the
/// order in which they came. Their places stand in sorted runs, whose lengths are the powers of two that make
/// up their number: 13 entries are runs of 8, 4 and 1. A new entry is a run of 1, and runs of one length are
/// merged into one. So no file can make it slow: O((log n)²) to find, the same on average to insert.
#[derive(Default)]
pub(super) struct Names {
    entries: Vec<(String, u32)>,
    order: Vec<u32>,
}

impl Names {
    /// What is kept for a name.
    pub fn get(&self, name: &str) -> Option<u32> {
        let mut rest = self.order.as_slice();
        while !rest.is_empty() {
            let (run, others) = rest.split_at_checked(1 << rest.len().ilog2())?;
            if let Ok(found) = run.binary_search_by(|&place| self.name(place).cmp(name)) {
                return run
                    .get(found)
                    .and_then(|&place| self.entries.get(place as usize))
                    .map(|entry| entry.1);
            }
            rest = others;
        }
        None
    }

    /// Keeps something for a new name; false, and nothing is kept, if there is something already.
    pub fn insert(&mut self, name: &str, value: u32) -> bool {
        if self.get(name).is_some() {
            return false;
        }
        self.order.push(self.entries.len() as u32);
        self.entries.push((name.to_owned(), value));
        let count = self.order.len();
        let mut order = std::mem::take(&mut self.order);
        if let Some(run) = order.get_mut(count - (1 << count.trailing_zeros())..) {
            order::sort_by(run, |&a, &b| self.name(a).cmp(self.name(b)));
        }
        self.order = order;
        true
    }

    fn name(&self, place: u32) -> &str {
        self.entries.get(place as usize).map_or("", |entry| &entry.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    proptest! {
        #[test]
        fn keeps_what_the_standard_library_does(names in prop::collection::vec("[ab]{0,4}", 0..70)) {
            let (mut ours, mut theirs) = (Names::default(), BTreeMap::new());
            for (value, name) in (0_u32..).zip(&names) {
                prop_assert_eq!(ours.get(name), theirs.get(name).copied());
                let is_new = !theirs.contains_key(name);
                theirs.entry(name.clone()).or_insert(value);
                prop_assert_eq!(ours.insert(name, value), is_new);
            }
            for (name, value) in theirs {
                prop_assert_eq!(ours.get(&name), Some(value));
            }
            prop_assert_eq!(ours.get("c"), None);
        }
    }
}
