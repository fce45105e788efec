//! The one sort of the module that readers download.
//!
//! The standard library's sorts are written out again for every type and comparison, several kilobytes each:
//! a quarter of the module (measured: 135 kB of 520). This one is written out once.

use std::cmp::Ordering;

/// The places `0..count` in the order of `compare`; equal ones stay in order. O(n log n).
///
/// Merges runs of doubling length.
pub fn places(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut runs: Vec<usize> = (0..count).collect();
    let mut merged = runs.clone();
    let mut length = 1;
    while length < count {
        let mut start = 0;
        while start < count {
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
            start = end;
        }
        std::mem::swap(&mut runs, &mut merged);
        length *= 2;
    }
    runs
}

/// The places `0..count` in the order of a key; those with equal keys stay in order. O(n log n).
pub fn by_key(count: usize, key: &dyn Fn(usize) -> u64) -> Vec<usize> {
    places(count, &|a, b| key(a).cmp(&key(b)))
}

/// The places of numbers from the least to the largest; equal ones stay in order. O(n log n).
pub fn ascending(values: &[f32]) -> Vec<usize> {
    places(values.len(), &|a, b| values[a].total_cmp(&values[b]))
}

/// Sorts by `compare`; equal items stay in order. O(n log n).
pub fn sort_by<T>(items: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    let order = places(items.len(), &|a, b| compare(&items[a], &items[b]));
    follow(order, &mut |a, b| items.swap(a, b));
}

/// Sorts. O(n log n).
pub fn sort<T: Ord>(items: &mut [T]) {
    sort_by(items, T::cmp);
}

/// Swaps until at each place is what was at `order[place]`. O(n).
fn follow(mut order: Vec<usize>, swap: &mut dyn FnMut(usize, usize)) {
    for first in 0..order.len() {
        // Round one cycle of the permutation, marking each place as done by pointing it at itself.
        let mut place = first;
        loop {
            let next = std::mem::replace(&mut order[place], place);
            if next == first {
                break;
            }
            swap(place, next);
            place = next;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn sorts_as_the_standard_library_does(items in prop::collection::vec((0_u8..9, 0_u32..), 0..60)) {
            let (mut ours, mut theirs) = (items.clone(), items);
            sort_by(&mut ours, |a, b| a.0.cmp(&b.0));
            theirs.sort_by_key(|item| item.0);
            prop_assert_eq!(&ours, &theirs);
            sort(&mut ours);
            theirs.sort_unstable();
            prop_assert_eq!(ours, theirs);
        }
    }
}
