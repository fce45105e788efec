//! The one sort of the module that readers download.
//!
//! The standard library's sorts are written out again for every type and comparison: a few kilobytes each,
//! which came to a fifth of the module. This one is written out once.

use std::cmp::Ordering;

/// The places `0..count` in ascending order; equals keep their order. O(n log n) comparisons.
///
/// Merges runs of doubling length.
pub(crate) fn sorted(count: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<usize> {
    let mut runs: Vec<usize> = (0..count).collect();
    let mut merged = runs.clone();
    let mut length = 1;
    while length < count {
        for start in (0..count).step_by(2 * length) {
            let middle = (start + length).min(count);
            let end = (middle + length).min(count);
            let (mut left, mut right) = (start, middle);
            for place in &mut merged[start..end] {
                let is_left =
                    left < middle && (right == end || compare(runs[left], runs[right]) != Ordering::Greater);
                let next = if is_left { &mut left } else { &mut right };
                *place = runs[*next];
                *next += 1;
            }
        }
        std::mem::swap(&mut runs, &mut merged);
        length *= 2;
    }
    runs
}

/// Puts a list in the order of a comparison; equals keep their order.
pub(crate) fn sort<T>(list: &mut Vec<T>, compare: impl Fn(&T, &T) -> Ordering) {
    let order = sorted(list.len(), &mut |a, b| compare(&list[a], &list[b]));
    let mut taken: Vec<Option<T>> = list.drain(..).map(Some).collect();
    list.extend(order.into_iter().filter_map(|place| taken[place].take()));
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn sorts_as_the_standard_library_does(mut list in prop::collection::vec((0..9_u8, any::<u8>()), 0..70)) {
            let mut expected = list.clone();
            expected.sort_by_key(|pair| pair.0);
            sort(&mut list, |a, b| a.0.cmp(&b.0));
            prop_assert_eq!(list, expected);
        }
    }
}
