//! What matters how much where the looks of an arrangement are judged, relative to each other.

use super::draft::FEW;

/// What the rest is weighed against.
#[derive(Clone, Copy)]
pub(super) struct Weights {
    /// The mean square by which a body's distances are off.
    pub strain: f32,
    /// A crossing of two plain arcs, of a coloured arc with a plain one, of two coloured arcs.
    pub crossing: [f32; 3],
    /// A wheel that is a line.
    pub wheel: f32,
}

/// Of a few bodies and of more. `cargo dev bench frontier` says what other weights do: with these the pictures of the
/// page's data have as few crossings and as little stress as they should. Of a few bodies, coloured arcs stand out.
const OF_A_FEW: Weights = Weights { strain: 3800.0, crossing: [40.0, 6.0, 40.0], wheel: 60.0 };
const OF_MORE: Weights = Weights { strain: 4600.0, crossing: [40.0, 6.0, 12.0], wheel: 60.0 };

/// Those for so many bodies.
pub(super) fn of(count: usize) -> Weights {
    let weights = if count <= FEW { OF_A_FEW } else { OF_MORE };
    #[cfg(feature = "bench")]
    let weights = tried::times(weights);
    weights
}

/// Other weights and starts, for whoever measures what they do.
#[cfg(feature = "bench")]
pub mod tried {
    use std::cell::Cell;
    use std::ops::Range;

    use super::Weights;

    /// By how much more each matters than usual, and which starts are made.
    #[derive(Clone, Copy, Debug, PartialEq)]
    pub struct Factors {
        /// Distances.
        pub strain: f32,
        /// Crossings of every kind.
        pub crossing: f32,
        /// Round wheels.
        pub wheel: f32,
        /// Others for each number but 0.
        pub starts: u64,
    }

    /// As usual.
    pub const USUAL: Factors = Factors { strain: 1.0, crossing: 1.0, wheel: 1.0, starts: 0 };

    thread_local! {
        static TRIED: Cell<Factors> = const { Cell::new(USUAL) };
    }

    /// What is arranged in `work` is judged by these.
    pub fn with<T>(factors: Factors, work: impl FnOnce() -> T) -> T {
        let before = TRIED.replace(factors);
        let done = work();
        TRIED.set(before);
        done
    }

    pub(in crate::layout) fn seeds(usual: &Range<u64>) -> Range<u64> {
        let others = 1_000 * TRIED.get().starts;
        usual.start + others..usual.end + others
    }

    pub(super) fn times(weights: Weights) -> Weights {
        let Factors { strain, crossing, wheel, .. } = TRIED.get();
        Weights {
            strain: weights.strain * strain,
            crossing: weights.crossing.map(|weight| weight * crossing),
            wheel: weights.wheel * wheel,
        }
    }
}
