//! What is known of a loop, a company or a deal, as plain objects for lists, tables and cards.

use super::{Figure, Target};
use crate::cycles::{CycleId, companies, id};
use crate::network::{CompanyId, DealId, PartialDate};
use crate::report::{LoopRow, Text, Units};
use crate::words::{
    Facts, Piece, Whole, arc_sentence, deal_sentence, kind_label, loop_figure, loop_name, loop_sentence,
    status_label, whole, why_not_live,
};
use serde::Serialize;

/// A company's card lists so many loops at most.
const MAX_LOOPS: usize = 100;

/// A piece of a sentence as the shell reads it: a string, or an object with one telling key.
#[derive(Clone, Debug, Serialize)]
#[serde(untagged)]
pub enum PieceRow {
    /// Words.
    Text(String),
    /// A company.
    Company {
        /// Its id.
        company: String,
        /// What it is called in sentences.
        label: String,
    },
    /// A sum.
    Money {
        /// In units.
        money: Units,
        /// The document's unit.
        unit: String,
    },
    /// A date.
    Date {
        /// As precise as known.
        date: Text<PartialDate>,
    },
    /// A whole number.
    Count {
        /// The number.
        count: u64,
    },
    /// A part of a whole.
    Share {
        /// 0 to 1.
        share: f64,
    },
}

/// Sentences about the whole.
#[derive(Clone, Debug, Serialize)]
pub struct Sentences {
    headline: Vec<PieceRow>,
    summary: Vec<PieceRow>,
    shown: Vec<PieceRow>,
    how: Vec<PieceRow>,
    disclaimer: Vec<PieceRow>,
    alt: Vec<PieceRow>,
    instructions: Vec<PieceRow>,
}

/// A loop.
#[derive(Clone, Debug, Serialize)]
pub struct LoopCard {
    row: LoopRow,
    /// Its name.
    title: Vec<PieceRow>,
    /// How big it is.
    figure: Vec<PieceRow>,
    /// What goes each way.
    sentence: Vec<PieceRow>,
    /// The editor's note.
    note: String,
    legs: Vec<Leg>,
}

/// An arc of a loop.
#[derive(Clone, Debug, Serialize)]
pub struct Leg {
    from: String,
    to: String,
    sentence: Vec<PieceRow>,
    /// Ids.
    deals: Vec<String>,
}

/// A company.
#[derive(Clone, Debug, Serialize)]
pub struct CompanyCard {
    id: String,
    name: String,
    label: String,
    category: String,
    country: String,
    ticker: String,
    homepage: String,
    note: String,
    /// Ids of the deals in which it gives.
    given: Vec<String>,
    /// Ids of the deals in which it receives.
    received: Vec<String>,
    /// Ids of its loops, by rank, at most 100.
    loops: Vec<String>,
}

/// A deal with all that is known of it, but for what is for fact-checkers only.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct DealCard {
    id: String,
    from: String,
    to: String,
    kind: &'static str,
    kind_label: &'static str,
    status: &'static str,
    status_label: &'static str,
    date: Option<Text<PartialDate>>,
    amount: Units,
    firm: Units,
    basis: &'static str,
    amount_text: String,
    term_years: Option<f64>,
    confidence: &'static str,
    superseded_by: Option<String>,
    title: String,
    note: String,
    sentence: Vec<PieceRow>,
    /// Whether it is counted.
    live: bool,
    /// Why it is not.
    why_not: Vec<PieceRow>,
    sources: Vec<SourceRow>,
}

#[derive(Clone, Debug, Serialize)]
struct SourceRow {
    title: String,
    url: String,
    date: String,
    class: String,
}

/// A class of amounts in the legend.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct LegendRow {
    /// The smallest amount of the class; null for undisclosed.
    least: Units,
    /// Width of the bed in CSS pixels.
    width: f32,
    /// Radius of a company with that value in and out, in CSS pixels.
    radius: f32,
}

impl Figure {
    /// Sentences about the whole and what is shown of it.
    pub(super) fn whole(&self) -> Whole {
        let shown = self.in_picture();
        let inside = |company: CompanyId| shown.binary_search(&company).is_ok();
        let arcs_shown = self.arcs.all().iter().filter(|arc| inside(arc.from) && inside(arc.to));
        let value: f64 = arcs_shown.clone().filter_map(|arc| arc.amount).map(crate::Amount::units).sum();
        let total = self.arcs.total().units();
        let pairs =
            self.cycles.by_length().first().map_or(0, |&(length, count)| if length == 2 { count } else { 0 });
        let is_pair = |cycle: &CycleId| self.cycles.arcs(*cycle).len() == 2;
        let largest = self.ranking.iter().copied().find(is_pair);
        let facts = Facts {
            network: self.network(),
            arcs: &self.arcs,
            pairs,
            longer: self.cycles.len() as u64 - pairs,
            max_length: self.options.bounds.max_length.unwrap_or(self.overview.order.len() as u32),
            complete: self.stopped_by.is_none(),
            largest_pair: largest
                .filter(|&cycle| self.standing(cycle).smallest.is_some())
                .map(|cycle| self.cycles.arcs(cycle)),
            coloured: self.slots.iter().map(|&cycle| self.cycles.arcs(cycle)).collect(),
            companies: (shown.len(), self.overview.order.len()),
            arcs_shown: arcs_shown.count(),
            share_shown: (total > 0.0 && self.document.meta.unit != "%").then(|| value / total),
            as_of: PartialDate::parse(&self.document.meta.as_of),
        };
        whole(&facts)
    }

    /// The same as plain objects.
    pub fn sentences(&self) -> Sentences {
        let whole = self.whole();
        Sentences {
            headline: self.pieces(&whole.headline),
            summary: self.pieces(&whole.summary),
            shown: self.pieces(&whole.shown),
            how: self.pieces(&whole.how),
            disclaimer: self.pieces(&whole.disclaimer),
            alt: self.pieces(&whole.alt),
            instructions: self.pieces(&whole.instructions),
        }
    }

    /// The card of a loop.
    pub fn loop_card(&self, cycle: CycleId) -> LoopCard {
        let hops = self.cycles.arcs(cycle);
        let mut row = self.loops().row(cycle);
        let edit = self.document.editor.loops.iter().find(|edit| self.find_loop(&edit.id) == Some(cycle));
        let mut title = self.pieces(&loop_name(&self.arcs, hops));
        if let Some(name) = edit.map(|edit| edit.name.clone()).filter(|name| !name.is_empty()) {
            title = vec![PieceRow::Text(name.clone())];
            row.name = name;
        }
        let legs = hops.iter().map(|&arc| self.arcs.arc(arc)).map(|arc| Leg {
            from: self.company_id(arc.from),
            to: self.company_id(arc.to),
            sentence: self.pieces(&arc_sentence(self.network(), arc)),
            deals: arc.deals.iter().map(|&deal| self.network().deal(deal).id.clone()).collect(),
        });
        LoopCard {
            title,
            figure: self.pieces(&loop_figure(&self.standing(cycle), hops.len())),
            sentence: self.pieces(&loop_sentence(self.network(), &self.arcs, hops)),
            note: edit.map(|edit| edit.note.clone()).unwrap_or_default(),
            legs: legs.collect(),
            row,
        }
    }

    /// The card of a company.
    pub fn company_card(&self, company: CompanyId) -> CompanyCard {
        let known = self.network().company(company).clone();
        let deals = |gives: bool| {
            let own = self.network().deals().iter();
            own.filter(|deal| company == if gives { deal.from } else { deal.to })
                .map(|deal| deal.id.clone())
                .collect()
        };
        let through = self.ranking.iter().filter_map(|&cycle| {
            let members = companies(&self.arcs, self.cycles.arcs(cycle));
            members.contains(&company).then(|| id(self.network(), &members))
        });
        CompanyCard {
            label: known.label().to_owned(),
            given: deals(true),
            received: deals(false),
            loops: through.take(MAX_LOOPS).collect(),
            id: known.id,
            name: known.name,
            category: known.category,
            country: known.country,
            ticker: known.ticker,
            homepage: known.homepage,
            note: known.note,
        }
    }

    /// The card of a deal.
    pub fn deal_card(&self, id: DealId) -> DealCard {
        let deal = self.network().deal(id);
        let why_not = why_not_live(deal, &self.filter);
        DealCard {
            id: deal.id.clone(),
            from: self.company_id(deal.from),
            to: self.company_id(deal.to),
            kind: deal.kind.name(),
            kind_label: kind_label(deal.kind),
            status: deal.status.name(),
            status_label: status_label(deal.status),
            date: deal.date.map(Text),
            amount: Units(deal.amount),
            firm: Units(deal.firm),
            basis: deal.basis.name(),
            amount_text: deal.amount_text.clone(),
            term_years: deal.term_years.map(|hundredths| f64::from(hundredths) / 100.0),
            confidence: deal.confidence.name(),
            superseded_by: deal.superseded_by.map(|other| self.network().deal(other).id.clone()),
            title: deal.title.clone(),
            note: deal.note.clone(),
            sentence: self.pieces(&deal_sentence(deal)),
            live: why_not.is_none(),
            why_not: why_not.map(|sentence| self.pieces(&sentence)).unwrap_or_default(),
            sources: deal
                .sources
                .iter()
                .map(|source| SourceRow {
                    title: source.title.clone(),
                    url: source.url.clone(),
                    date: source.date.clone(),
                    class: source.class.clone(),
                })
                .collect(),
        }
    }

    /// The cards of all companies.
    pub fn company_cards(&self) -> Vec<CompanyCard> {
        (0..self.network().companies().len() as u32).map(|id| self.company_card(CompanyId(id))).collect()
    }

    /// The cards of all deals.
    pub fn deal_cards(&self) -> Vec<DealCard> {
        (0..self.network().deals().len() as u32).map(|id| self.deal_card(DealId(id))).collect()
    }

    /// The classes of amounts, for a legend.
    pub fn legend(&self) -> Vec<LegendRow> {
        let rows = self.bed_classes().into_iter();
        rows.map(|(least, width, radius)| LegendRow { least: Units(least), width, radius }).collect()
    }

    /// The kind and the id of a target, as the shell names them.
    pub fn name_of(&self, target: Target) -> (&'static str, String) {
        match target {
            Target::Loop(cycle) => {
                ("loop", id(self.network(), &companies(&self.arcs, self.cycles.arcs(cycle))))
            }
            Target::Company(company) => ("company", self.company_id(company)),
            Target::Deal(deal) => ("deal", self.network().deal(deal).id.clone()),
        }
    }

    fn company_id(&self, company: CompanyId) -> String {
        self.network().company(company).id.clone()
    }

    fn pieces(&self, sentence: &[Piece]) -> Vec<PieceRow> {
        let row = |piece: &Piece| match piece {
            Piece::Text(words) => PieceRow::Text(words.clone()),
            Piece::Company(id) => PieceRow::Company {
                company: self.company_id(*id),
                label: self.network().company(*id).label().to_owned(),
            },
            Piece::Money(amount) => {
                PieceRow::Money { money: Units(Some(*amount)), unit: self.document.meta.unit.clone() }
            }
            Piece::Date(date) => PieceRow::Date { date: Text(*date) },
            Piece::Count(count) => PieceRow::Count { count: *count },
            Piece::Share(share) => PieceRow::Share { share: *share },
        };
        sentence.iter().map(row).collect()
    }
}
