//! One count in a network beside the same count in random ones.

/// A count in the given network, and what it is in the random networks.
///
/// A random network that was not searched to the end, and has not more than was observed *so far*, is in none of
/// `fewer`, `equal` and `more`: they may add up to less than `samples`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Comparison {
    /// What the given network has.
    pub observed: u64,
    /// How many random networks were counted.
    pub samples: u32,
    /// How many of them have fewer.
    pub fewer: u32,
    /// How many have as many.
    pub equal: u32,
    /// How many have more.
    pub more: u32,
    sum: u128,
    squares: u128,
}

impl Comparison {
    /// The mean over the random networks; 0 without any.
    ///
    /// Sums are whole numbers, so that no digit depends on the machine.
    pub fn mean(&self) -> f64 {
        if self.samples == 0 { 0.0 } else { self.sum as f64 / f64::from(self.samples) }
    }

    /// The standard deviation of the random networks' counts; 0 with fewer than two.
    pub fn spread(&self) -> f64 {
        if self.samples < 2 {
            return 0.0;
        }
        let samples = u128::from(self.samples);
        let squares = samples * self.squares - self.sum * self.sum;
        (squares as f64 / (samples * (samples - 1)) as f64).sqrt()
    }

    /// The probability that a random network has at least as many, from above: the given network is counted as one
    /// of them, so it is never 0 (Davison & Hinkley, *Bootstrap Methods and their Application*, 1997).
    pub fn at_least(&self) -> f64 {
        f64::from(self.samples - self.fewer + 1) / f64::from(self.samples + 1)
    }

    /// The probability that a random network has at most as many, likewise from above.
    pub fn at_most(&self) -> f64 {
        f64::from(self.samples - self.more + 1) / f64::from(self.samples + 1)
    }

    /// Takes in one random network, which may have more if it was cut.
    pub(super) fn add(&mut self, count: u64, is_cut: bool) {
        self.samples += 1;
        self.sum += u128::from(count);
        self.squares += u128::from(count) * u128::from(count);
        if count > self.observed {
            self.more += 1;
        } else if !is_cut {
            let place = if count == self.observed { &mut self.equal } else { &mut self.fewer };
            *place += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Comparison;

    fn of(observed: u64, counts: &[(u64, bool)]) -> Comparison {
        let mut comparison = Comparison { observed, ..Comparison::default() };
        for &(count, is_cut) in counts {
            comparison.add(count, is_cut);
        }
        comparison
    }

    #[test]
    fn mean_and_spread_are_those_of_the_counts() {
        let whole = |count| (count, false);
        let comparison = of(6, &[2, 4, 4, 4, 5, 5, 7, 9].map(whole));
        assert_eq!((comparison.mean(), comparison.spread()), (5.0, (32.0_f64 / 7.0).sqrt()));
        assert_eq!((comparison.fewer, comparison.equal, comparison.more), (6, 0, 2));
        assert_eq!((comparison.at_least(), comparison.at_most()), (3.0 / 9.0, 7.0 / 9.0));
        let none = of(6, &[]);
        assert_eq!((none.mean(), none.spread(), none.at_least(), none.at_most()), (0.0, 0.0, 1.0, 1.0));
        assert_eq!((of(6, &[whole(3)]).mean(), of(6, &[whole(3)]).spread()), (3.0, 0.0));
        // As large as counts can be.
        let most = u64::from(u32::MAX);
        assert_eq!(of(0, &[whole(most); 50]).spread(), 0.0);
    }

    #[test]
    fn a_cut_count_is_more_or_unknown() {
        let comparison = of(3, &[(3, true), (2, true), (4, true), (3, false), (2, false)]);
        assert_eq!((comparison.samples, comparison.fewer, comparison.equal, comparison.more), (5, 1, 1, 1));
        // What is unknown counts against either claim.
        assert_eq!((comparison.at_least(), comparison.at_most()), (5.0 / 6.0, 5.0 / 6.0));
    }
}
