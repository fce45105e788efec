//! What the weights of the score trade for each other: stress, roundness and crossings on all networks, for settings
//! around the one that is chosen.

use std::fmt::Write;

use anyhow::{Result, ensure};
use deal_network::layout::tried::{Factors, USUAL, with};

use crate::case::Case;
use crate::measures::{ANY_SIZE, CROSSINGS, Measures, OWN_SIZE, ROUNDNESS, STRESS, median};
use crate::peers::Peers;
use crate::{STARTS, plain};

/// What each weight is multiplied with, in every combination.
const TRIED: [f32; 3] = [0.5, 1.0, 2.0];

/// The layout whose crossings count as 1.
const PEER: &str = "d3-force";

/// What a picture of the page's data is meant to have: of plain stress and of the peer's crossings at most, and roundness.
const MOST_STRESS: f64 = 1.2;
const LEAST_ROUND: f64 = 0.85;

/// What a network is held to.
struct Held {
    case: Case,
    stress: f64,
    crossings: f64,
    /// Whether it is of the page's data.
    is_page: bool,
}

/// One setting and what it makes: means over the networks.
struct Setting {
    factors: Factors,
    /// Over that of plain stress.
    stress: f64,
    round: f64,
    /// Over the peer's.
    crossings: f64,
    /// Pictures of the page's data that are as they are meant to be.
    held: usize,
}

/// The table. The first of `cases` are `pages` of the page's data.
pub fn table(cases: Vec<Case>, pages: usize, peers: &Peers) -> Result<String> {
    let mut all = Vec::new();
    for (place, case) in cases.into_iter().enumerate() {
        let Some(peer) = peers.of(&case).find(|peer| peer.layout == PEER) else { continue };
        let starts: Vec<Measures> =
            peer.starts.iter().map(|points| Measures::of(&case, points, ANY_SIZE)).collect();
        let plain: Vec<Measures> =
            (1..=STARTS).map(|seed| Measures::of(&case, &plain::arrange(&case, seed), ANY_SIZE)).collect();
        let (crossings, stress) = (median(&starts).0[CROSSINGS], median(&plain).0[STRESS]);
        all.push(Held { case, stress, crossings, is_page: place < pages });
    }
    ensure!(!all.is_empty(), "`cargo dev bench layout` has not been run: there is nobody to compare with");
    let mut settings = Vec::new();
    for strain in TRIED {
        for crossing in TRIED {
            for wheel in TRIED {
                settings.push(tried(&all, Factors { strain, crossing, wheel, ..USUAL }));
            }
        }
    }
    Ok(written(&settings, pages))
}

fn tried(all: &[Held], factors: Factors) -> Setting {
    let (mut stress, mut round, mut crossings, mut held) = (Vec::new(), Vec::new(), Vec::new(), 0);
    for one in all {
        let points = with(factors, || one.case.arrange());
        let found = Measures::of(&one.case, &points, OWN_SIZE).0;
        stress.push(found[STRESS] / one.stress);
        // There may be no loop, and nothing that crosses.
        if !found[ROUNDNESS].is_nan() {
            round.push(found[ROUNDNESS]);
        }
        if one.crossings > 0.0 {
            crossings.push(found[CROSSINGS] / one.crossings);
        }
        held += usize::from(
            one.is_page
                && found[STRESS] <= MOST_STRESS * one.stress
                && found[ROUNDNESS] >= LEAST_ROUND
                && found[CROSSINGS] <= one.crossings,
        );
    }
    let mean = |values: &[f64]| values.iter().sum::<f64>() / values.len() as f64;
    Setting { factors, stress: mean(&stress), round: mean(&round), crossings: mean(&crossings), held }
}

/// Whether another setting is as good in everything and better in something.
fn is_dominated(one: &Setting, all: &[Setting]) -> bool {
    all.iter().any(|other| {
        other.stress <= one.stress
            && other.round >= one.round
            && other.crossings <= one.crossings
            && (other.stress < one.stress || other.round > one.round || other.crossings < one.crossings)
    })
}

fn written(settings: &[Setting], pages: usize) -> String {
    let mut table = String::from(
        "| distances | crossings | wheels | stress over plain | roundness | crossings over d3-force | as they should be | |\n\
         | --: | --: | --: | --: | --: | --: | --: | --- |\n",
    );
    for one in settings {
        let Factors { strain, crossing, wheel, .. } = one.factors;
        let frontier = if is_dominated(one, settings) { "" } else { "frontier" };
        let chosen = if one.factors == USUAL { "**chosen** " } else { "" };
        let _ = writeln!(
            table,
            "| {strain} | {crossing} | {wheel} | {:+.1} % | {:.3} | {:.3} | {} of {pages} | {chosen}{frontier} |",
            (one.stress - 1.0) * 100.0,
            one.round,
            one.crossings,
            one.held
        );
    }
    table
}
