//! Sentences about the whole network.

use super::deals::given;
#[cfg(feature = "study")]
use super::filter_sentences;
use super::{Part, Sentence, fill, filled, loop_name, push, table};
use crate::arcs::{ArcId, Arcs, Filter};
use crate::network::{Network, PartialDate};

/// What the sentences about the whole are made from.
#[derive(Clone, Debug)]
pub struct Facts<'a> {
    /// The network.
    pub network: &'a Network,
    /// What counts.
    pub filter: &'a Filter,
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
    /// What the filter counts; empty under the default filter.
    pub filtered: Sentence,
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
    // Only figures at the desk can be filtered.
    #[cfg(feature = "study")]
    let filtered = filter_sentences(facts.network, facts.filter);
    #[cfg(not(feature = "study"))]
    let filtered = Sentence::new();
    let mut alt = alt(facts);
    if !filtered.is_empty() {
        push(&mut alt, Part::Words(table::SPACE));
        push(&mut alt, Part::Sentence(&filtered));
    }
    Whole {
        headline: headline(facts),
        summary: summary(facts),
        shown: shown(facts),
        how: how(facts, !filtered.is_empty()),
        filtered,
        disclaimer: filled(table::DISCLAIMER, &[]),
        alt,
        instructions: filled(table::INSTRUCTIONS, &[]),
    }
}

fn count(number: usize) -> Part<'static> {
    Part::Count(number as u64)
}

fn headline(facts: &Facts<'_>) -> Sentence {
    let (template, number) = match (facts.pairs, facts.longer) {
        (0, 0) => (table::HEADLINE_NONE, 0),
        (0, 1) => (table::HEADLINE_LONGER_ONE, 1),
        (0, longer) => (table::HEADLINE_LONGER, longer),
        (1, _) => (table::HEADLINE_ONE, 1),
        (pairs, _) => (table::HEADLINE, pairs),
    };
    filled(template, &[Part::Count(number)])
}

fn summary(facts: &Facts<'_>) -> Sentence {
    let template = match facts.pairs {
        0 => table::PAIRS_NONE,
        1 => table::PAIRS_ONE,
        _ => table::PAIRS,
    };
    let mut sentence = filled(template, &[Part::Count(facts.pairs)]);
    if let Some(&[out, back]) = facts.largest_pair {
        let sides = [out, back].map(|id| {
            let arc = facts.arcs.arc(id);
            let given = given(facts.network, arc);
            let parts = [Part::Company(arc.from), Part::Company(arc.to), Part::Sentence(&given)];
            filled(table::GIVES_WORDS, &parts)
        });
        let [out, back] = &sides;
        fill(&mut sentence, table::LARGEST, &[Part::Sentence(out), Part::Sentence(back)]);
    }
    let longer = match facts.longer {
        _ if !facts.complete => table::LONGER_CUT,
        1 => table::LONGER_ONE,
        _ => table::LONGER,
    };
    if facts.longer > 0 {
        fill(&mut sentence, longer, &[Part::Count(facts.longer)]);
    }
    if facts.share_shown.is_some() {
        push(&mut sentence, Part::Words(table::HEADLINE_SUMS));
    }
    if let Some(date) = facts.as_of {
        fill(&mut sentence, table::AS_OF, &[Part::Date(date)]);
    }
    sentence
}

fn shown(facts: &Facts<'_>) -> Sentence {
    let (companies, live) = facts.companies;
    let (template, share) = match facts.share_shown {
        Some(share) => (table::SHOWN, share),
        None => (table::SHOWN_NO_VALUE, 0.0),
    };
    let (arcs, all) = (count(facts.arcs_shown), count(facts.arcs.all().len()));
    let mut sentence = filled(template, &[count(companies), count(live), arcs, all, Part::Share(share)]);
    if facts.pairs + facts.longer == 0 && companies < live {
        push(&mut sentence, Part::Words(table::SHOWN_NO_LOOP));
    }
    sentence
}

fn how(facts: &Facts<'_>, is_filtered: bool) -> Sentence {
    let (pairs, longer) = (Part::Count(facts.pairs), Part::Count(facts.longer));
    let length = Part::Count(u64::from(facts.max_length));
    let template = if facts.pairs == 1 { table::HOW_ONE } else { table::HOW };
    let mut sentence = filled(template, &[length, pairs, longer, count(facts.coloured.len())]);
    if !facts.complete {
        push(&mut sentence, Part::Words(table::HOW_STOPPED));
    }
    let (mut live, mut undated) = (0, 0);
    for arc in facts.arcs.all() {
        for &deal in &arc.deals {
            live += 1;
            undated += usize::from(facts.network.deal(deal).date.is_none());
        }
    }
    let deals = facts.network.deals().len();
    if live < deals {
        let template = if is_filtered { table::NOT_COUNTED } else { table::NOT_SHOWN };
        fill(&mut sentence, template, &[count(deals - live)]);
    }
    if undated > 0 {
        fill(&mut sentence, table::UNDATED, &[count(undated)]);
    }
    sentence
}

fn alt(facts: &Facts<'_>) -> Sentence {
    let companies = count(facts.companies.0);
    if facts.coloured.is_empty() {
        let none = facts.pairs + facts.longer == 0;
        return filled(if none { table::ALT_NONE } else { table::ALT_NO_COLOUR }, &[companies]);
    }
    // Names hold "and": only a semicolon keeps them apart.
    let mut names = Sentence::new();
    for (place, cycle) in facts.coloured.iter().enumerate() {
        push(&mut names, Part::Words(if place > 0 { table::SEMICOLON } else { table::EMPTY }));
        push(&mut names, Part::Sentence(&loop_name(facts.arcs, cycle)));
    }
    let coloured = facts.coloured.len();
    let template = if coloured == 1 { table::ALT_ONE } else { table::ALT };
    filled(template, &[companies, count(coloured), Part::Sentence(&names)])
}
