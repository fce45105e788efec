//! Random networks with the same degrees: known means, the same whatever the slices, and networks without freedom.
#![allow(missing_docs, clippy::unwrap_used)]

mod common;

use common::{ai_deals, document};
use deal_network::arcs::{Arcs, Filter};
use deal_network::cycles::{Bounds, Stop};
use deal_network::significance::{Options, Significance};

fn arcs(pairs: &[(u32, u32)]) -> Arcs {
    if pairs.is_empty() {
        return Arcs::default();
    }
    let rows: Vec<String> = pairs.iter().map(|(from, to)| format!("c{from},c{to}\n")).collect();
    Arcs::new(&document(&format!("from,to\n{}", rows.concat())).network, &Filter::default())
}

fn compare(arcs: &Arcs, options: Options, slice: u64) -> Significance {
    let mut significance = Significance::new(arcs, options);
    while !significance.run(slice) {}
    significance
}

fn complete(size: u32) -> Vec<(u32, u32)> {
    (0..size).flat_map(|a| (0..size).map(move |b| (a, b))).filter(|(a, b)| a != b).collect()
}

// Of the 44 ways to give one company after another of five to one that is not itself, 20 are a pair and a triangle,
// 24 a ring of five.
#[test]
fn means_and_spreads_are_the_known_ones() {
    let arcs = arcs(&[(0, 1), (1, 2), (2, 3), (3, 4), (4, 0)]);
    let significance = compare(&arcs, Options { samples: 5_000, ..Options::default() }, u64::MAX);
    let (loops, pairs) = (significance.loops(), significance.pairs());
    assert_eq!((loops.observed, pairs.observed), (1, 0));
    let share = 20.0_f64 / 44.0;
    let spread = (share * (1.0 - share)).sqrt();
    let error = 4.0 * spread / 5_000.0_f64.sqrt();
    for (comparison, mean) in [(loops, 1.0 + share), (pairs, share)] {
        assert!((comparison.mean() - mean).abs() < error, "{}", comparison.mean());
        assert!((comparison.spread() - spread).abs() < 0.01, "{}", comparison.spread());
        assert!((comparison.at_most() - (1.0 - share)).abs() < error);
        assert_eq!((comparison.fewer, comparison.at_least()), (0, 1.0));
    }
}

#[test]
fn networks_that_cannot_be_otherwise_are_as_they_are() {
    for (pairs, loops, twos) in [
        (&[][..], 0, 0),
        (&[(0, 1)], 0, 0),
        (&[(0, 1), (1, 0)], 1, 1),
        // A star: the middle gives to all and receives from all.
        (&[(0, 1), (0, 2), (0, 3), (1, 0), (2, 0), (3, 0)], 3, 3),
        (&complete(5), 84, 10),
    ] {
        let significance = compare(&arcs(pairs), Options::default(), 1_000);
        for (comparison, observed) in [(significance.loops(), loops), (significance.pairs(), twos)] {
            assert_eq!((comparison.observed, comparison.samples, comparison.equal), (observed, 200, 200));
            assert_eq!((comparison.mean(), comparison.spread()), (observed as f64, 0.0), "{pairs:?}");
            assert_eq!((comparison.at_least(), comparison.at_most()), (1.0, 1.0));
        }
        assert_eq!((significance.cut(), significance.stopped_by()), (0, None));
    }
}

#[test]
fn only_the_seed_decides() {
    let arcs = Arcs::new(&ai_deals(), &Filter::default());
    let options = Options { samples: 20, ..Options::default() };
    let whole = compare(&arcs, options, u64::MAX);
    for slice in [1, 7, 5_000] {
        let sliced = compare(&arcs, options, slice);
        assert_eq!((sliced.loops(), sliced.pairs()), (whole.loops(), whole.pairs()), "{slice}");
    }
    let other = compare(&arcs, Options { seed: 2, ..options }, u64::MAX);
    assert_ne!(other.loops(), whole.loops());
}

/// What the story may say: twice as many pairs as chance makes, and not more loops of up to five companies.
#[test]
fn the_ai_deals_have_more_pairs_than_chance_and_not_more_loops() {
    let arcs = Arcs::new(&ai_deals(), &Filter::default());
    let significance = compare(&arcs, Options::default(), u64::MAX);
    let (loops, pairs) = (significance.loops(), significance.pairs());
    assert_eq!((loops.observed, pairs.observed, loops.samples, significance.cut()), (240, 27, 200, 0));
    assert_eq!((pairs.fewer, pairs.at_least()), (200, 1.0 / 201.0));
    // 20,000 samples: 13.61 ± 2.32 pairs, 306.5 ± 62.0 loops.
    assert!((pairs.mean() - 13.61).abs() < 4.0 * 2.32 / 200.0_f64.sqrt(), "{}", pairs.mean());
    assert!((loops.mean() - 306.5).abs() < 4.0 * 62.0 / 200.0_f64.sqrt(), "{}", loops.mean());
    assert!(loops.more > 100 && loops.fewer > 10);
}

/// The counts of one random network say nothing of the next: the attempts between them are enough.
#[test]
fn samples_do_not_depend_on_the_one_before() {
    let arcs = Arcs::new(&ai_deals(), &Filter::default());
    let bounds = Bounds { max_length: Some(4), ..Bounds::default() };
    let mut significance = Significance::new(&arcs, Options { bounds, samples: 1_000, seed: 1 });
    let mut sums = vec![0.0];
    // Fewer steps than lie between two samples.
    while !significance.run(1_000) {
        let loops = significance.loops();
        if loops.samples as usize == sums.len() {
            sums.push(loops.mean() * f64::from(loops.samples));
        }
    }
    let loops = significance.loops();
    let off: Vec<f64> = sums.windows(2).map(|pair| pair[1] - pair[0] - loops.mean()).collect();
    assert_eq!(off.len(), 999);
    let correlation =
        off.windows(2).map(|pair| pair[0] * pair[1]).sum::<f64>() / (loops.spread().powi(2) * 998.0);
    assert!(correlation.abs() < 0.1, "{correlation}");
}

#[test]
fn bounds_are_kept_and_told() {
    let arcs = Arcs::new(&ai_deals(), &Filter::default());
    let options = |bounds| Options { bounds, samples: 20, seed: 1 };
    let few = Bounds { max_loops: 250, ..Bounds::default() };
    let significance = compare(&arcs, options(few), u64::MAX);
    let (loops, cut) = (significance.loops(), significance.cut());
    // The given network is complete; the random networks that are not have more for certain.
    assert_eq!((loops.observed, significance.stopped_by()), (240, None));
    assert!(cut > 0 && cut <= loops.more && loops.mean() <= 250.0, "{cut}");
    let short = Bounds { max_steps: 2_000, ..Bounds::default() };
    let significance = compare(&arcs, options(short), u64::MAX);
    let loops = significance.loops();
    assert_eq!((significance.stopped_by(), significance.cut(), loops.samples), (Some(Stop::Steps), 20, 20));
    assert_eq!((loops.fewer, loops.equal), (0, 0));
    let none = compare(&arcs, Options { samples: 0, ..Options::default() }, 1_000);
    assert_eq!((none.loops().observed, none.loops().samples), (240, 0));
}
