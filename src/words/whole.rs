//! Sentences about the whole network.

use super::deals::given;
use super::{Piece, Sentence, fill, list, loop_name, table, text};
use crate::arcs::{ArcId, Arcs};
use crate::network::{Network, PartialDate};

/// What the sentences about the whole are made from.
#[derive(Clone, Debug)]
pub struct Facts<'a> {
    /// The network.
    pub network: &'a Network,
    /// Its live arcs.
    pub arcs: &'a Arcs,
    /// How many loops of two companies there are.
    pub pairs: u64,
    /// How many longer ones.
    pub longer: u64,
    /// The longest loops that were looked for, in companies.
    pub max_length: u32,
    /// Whether all loops of up to that length were found.
    pub complete: bool,
    /// The pair with the largest smallest side, if a pair has a figure.
    pub largest_pair: Option<&'a [ArcId]>,
    /// The coloured loops, in the order of their slots.
    pub coloured: Vec<&'a [ArcId]>,
    /// How many companies are shown, and how many live companies there are.
    pub companies: (usize, usize),
    /// How many arcs are shown, and how many there are.
    pub arcs_shown: usize,
    /// The part of the headline value that is shown; `None` if there is no value.
    pub share_shown: Option<f64>,
    /// To when the data reaches.
    pub as_of: Option<PartialDate>,
}

/// The sentences.
#[derive(Clone, Debug, PartialEq)]
pub struct Whole {
    /// The finding, for documents that state none.
    pub headline: Sentence,
    /// The finding with the largest pair, in a few sentences.
    pub summary: Sentence,
    /// How much of the network is shown.
    pub shown: Sentence,
    /// How loops were found and what is not counted.
    pub how: Sentence,
    /// What the figure does not claim.
    pub disclaimer: Sentence,
    /// What the picture is, for those who do not see it.
    pub alt: Sentence,
    /// How to move in it with a keyboard.
    pub instructions: Sentence,
}

/// All sentences about the whole.
pub fn whole(facts: &Facts<'_>) -> Whole {
    Whole {
        headline: headline(facts),
        summary: summary(facts),
        shown: shown(facts),
        how: how(facts),
        disclaimer: vec![text(table::DISCLAIMER)],
        alt: alt(facts),
        instructions: vec![text(table::INSTRUCTIONS)],
    }
}

fn count(number: u64) -> Sentence {
    vec![Piece::Count(number)]
}

fn headline(facts: &Facts<'_>) -> Sentence {
    match (facts.pairs, facts.longer) {
        (0, 0) => vec![text(table::HEADLINE_NONE)],
        (0, longer) => fill(table::HEADLINE_LONGER, &[count(longer)]),
        (1, _) => vec![text(table::HEADLINE_ONE)],
        (pairs, _) => fill(table::HEADLINE, &[count(pairs)]),
    }
}

fn summary(facts: &Facts<'_>) -> Sentence {
    let mut sentence = match facts.pairs {
        0 => vec![text(table::PAIRS_NONE)],
        1 => vec![text(table::PAIRS_ONE)],
        pairs => fill(table::PAIRS, &[count(pairs)]),
    };
    if let Some(&[out, back]) = facts.largest_pair {
        let sides = [out, back].map(|id| {
            let arc = facts.arcs.arc(id);
            let parts =
                [vec![Piece::Company(arc.from)], vec![Piece::Company(arc.to)], given(facts.network, arc)];
            fill(table::GIVES_WORDS, &parts)
        });
        sentence.extend(fill(table::LARGEST, &sides));
    }
    if facts.longer > 0 {
        sentence.extend(fill(table::LONGER, &[count(facts.longer)]));
    }
    if facts.share_shown.is_some() {
        sentence.push(text(table::HEADLINE_SUMS));
    }
    if let Some(date) = facts.as_of {
        sentence.extend(fill(table::AS_OF, &[vec![Piece::Date(date)]]));
    }
    fill("{0}", &[sentence])
}

fn shown(facts: &Facts<'_>) -> Sentence {
    let (companies, live) = facts.companies;
    let mut parts =
        [companies, live, facts.arcs_shown, facts.arcs.all().len()].map(|n| count(n as u64)).to_vec();
    let mut sentence = if let Some(share) = facts.share_shown {
        parts.push(vec![Piece::Share(share)]);
        fill(table::SHOWN, &parts)
    } else {
        fill(table::SHOWN_NO_VALUE, &parts)
    };
    if facts.pairs + facts.longer == 0 && companies < live {
        sentence.push(text(table::SHOWN_NO_LOOP));
    }
    sentence
}

fn how(facts: &Facts<'_>) -> Sentence {
    let counts = [u64::from(facts.max_length), facts.pairs, facts.longer, facts.coloured.len() as u64]
        .map(count)
        .to_vec();
    let mut sentence = fill(table::HOW, &counts);
    if !facts.complete {
        sentence.push(text(table::HOW_STOPPED));
    }
    let deals = facts.network.deals();
    let live: usize = facts.arcs.all().iter().map(|arc| arc.deals.len()).sum();
    if live < deals.len() {
        sentence.extend(fill(table::NOT_SHOWN, &[count((deals.len() - live) as u64)]));
    }
    let undated = facts.arcs.all().iter().flat_map(|arc| &arc.deals);
    let undated = undated.filter(|&&id| facts.network.deal(id).date.is_none()).count();
    if undated > 0 {
        sentence.extend(fill(table::UNDATED, &[count(undated as u64)]));
    }
    fill("{0}", &[sentence])
}

fn alt(facts: &Facts<'_>) -> Sentence {
    let companies = count(facts.companies.0 as u64);
    if facts.coloured.is_empty() {
        return fill(table::ALT_NONE, &[companies]);
    }
    let names: Vec<Sentence> = facts.coloured.iter().map(|cycle| loop_name(facts.arcs, cycle)).collect();
    fill(table::ALT, &[companies, count(facts.coloured.len() as u64), list(&names)])
}
