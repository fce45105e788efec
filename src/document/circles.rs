//! What leads back to itself.

/// The places that lie on a circle, in ascending order. O(n).
pub(super) fn in_circles(next: &[Option<usize>]) -> Vec<usize> {
    let mut befores = vec![0_usize; next.len()];
    for &after in next.iter().flatten() {
        if let Some(count) = befores.get_mut(after) {
            *count += 1;
        }
    }
    let mut left: Vec<bool> = next.iter().map(|_| true).collect();
    // Whoever nobody leads to is on no circle; without him, perhaps nobody leads to the next.
    for start in 0..next.len() {
        let mut at = Some(start);
        while let Some(place) = at.take() {
            match (befores.get(place), left.get_mut(place)) {
                (Some(0), Some(is_left)) if *is_left => *is_left = false,
                _ => break,
            }
            at = next.get(place).copied().flatten();
            if let Some(count) = at.and_then(|after| befores.get_mut(after)) {
                *count -= 1;
            }
        }
    }
    left.iter().enumerate().filter(|&(_, &is_left)| is_left).map(|(place, _)| place).collect()
}

#[cfg(test)]
mod tests {
    use super::in_circles;

    /// 0 -> 1 -> 2 -> 1, 3 -> 4, 5 -> 5, 6 -> 0
    #[test]
    fn finds_what_lies_on_a_circle_and_not_what_leads_to_one() {
        let next = [Some(1), Some(2), Some(1), Some(4), None, Some(5), Some(0)];
        assert_eq!(in_circles(&next), [1, 2, 5]);
        assert!(in_circles(&[]).is_empty());
    }
}
