//! What is known of a loop, a company or a deal, as JSON for lists, tables and cards.

use super::{Figure, Target};
use crate::cycles::{CycleId, companies, id};
use crate::network::{CompanyId, DealId};
use crate::value::{Maker, Value};
use crate::words::{
    Piece, arc_sentence, deal_sentence, deal_sum, kind_label, loop_figure, loop_sentence, loop_time, said,
    status_label, why_not_live,
};

/// A company's card lists so many loops at most.
const MAX_LOOPS: usize = 100;

impl Figure {
    /// The card of a loop, a company or a deal; `null` for nothing.
    pub fn card(&self, target: Option<Target>) -> Value {
        let mut made = Maker::default();
        match target {
            Some(Target::Loop(cycle)) => self.loop_card(&mut made, cycle),
            Some(Target::Company(company)) => self.company_card(&mut made, company),
            Some(Target::Deal(deal)) => self.deal_card(&mut made, deal),
            None => made.null(),
        }
        made.finish()
    }

    /// The cards of all companies, as a list. O(companies x (deals + loops)).
    pub fn company_cards(&self) -> Value {
        let mut made = Maker::default();
        made.list();
        for company in 0..self.network().companies().len() as u32 {
            self.company_card(&mut made, CompanyId(company));
        }
        made.close();
        made.finish()
    }

    /// The cards of all deals, as a list.
    pub fn deal_cards(&self) -> Value {
        let mut made = Maker::default();
        made.list();
        for deal in 0..self.network().deals().len() as u32 {
            self.deal_card(&mut made, DealId(deal));
        }
        made.close();
        made.finish()
    }

    /// The kind and the id of a target, as the shell names them; `null` for nothing.
    pub fn name_of(&self, target: Option<Target>) -> Value {
        let mut made = Maker::default();
        let (kind, id) = match target {
            Some(Target::Loop(cycle)) => {
                ("loop", &*id(self.network(), &companies(&self.arcs, self.cycles.arcs(cycle))))
            }
            Some(Target::Company(company)) => ("company", self.company_id(company)),
            Some(Target::Deal(deal)) => ("deal", self.deal_id(deal)),
            None => return Value::Null,
        };
        made.object();
        made.pair("kind", kind);
        made.pair("id", id);
        made.close();
        made.finish()
    }

    fn loop_card(&self, made: &mut Maker, cycle: CycleId) {
        let hops = self.cycles.arcs(cycle);
        let loops = self.loops();
        made.object();
        made.key("row");
        loops.row(cycle).write(made);
        self.sentence(made, "figure", &loop_figure(&self.standing(cycle), hops.len()));
        self.sentence(made, "sentence", &loop_sentence(self.network(), &self.arcs, hops));
        self.sentence(made, "time", &loop_time(self.network(), &self.arcs, hops));
        made.pair("note", loops.edit(cycle).map_or("", |edit| &edit.note));
        made.key("legs");
        made.list();
        for &arc in hops {
            let arc = self.arcs.arc(arc);
            made.object();
            made.pair("from", self.company_id(arc.from));
            made.pair("to", self.company_id(arc.to));
            self.sentence(made, "sentence", &arc_sentence(self.network(), arc));
            made.texts("deals", &mut arc.deals.iter().map(|&deal| self.deal_id(deal)));
            made.close();
        }
        made.close();
        made.close();
    }

    fn company_card(&self, made: &mut Maker, company: CompanyId) {
        let known = self.network().company(company);
        made.object();
        made.pair("id", &known.id);
        made.pair("name", &known.name);
        made.pair("label", self.network().label(company));
        made.pair("category", &known.category);
        made.pair("country", &known.country);
        made.pair("ticker", &known.ticker);
        made.pair("homepage", &known.homepage);
        made.pair("note", &known.note);
        for (key, gives) in [("given", true), ("received", false)] {
            let deals = self.network().deals().iter();
            let own = deals.filter(|deal| company == if gives { deal.from } else { deal.to });
            made.texts(key, &mut own.map(|deal| deal.id.as_str()));
        }
        made.key("loops");
        made.list();
        let mut listed = 0;
        for &cycle in &self.ranking {
            let hops = self.cycles.arcs(cycle);
            if listed < MAX_LOOPS && hops.iter().any(|&arc| self.arcs.arc(arc).from == company) {
                made.text(&id(self.network(), &companies(&self.arcs, hops)));
                listed += 1;
            }
        }
        made.close();
        made.close();
    }

    /// All that is known of a deal, but for what is for fact-checkers only.
    fn deal_card(&self, made: &mut Maker, id: DealId) {
        let deal = self.network().deal(id);
        let why_not = why_not_live(self.network(), id, &self.filter);
        made.object();
        made.pair("id", &deal.id);
        made.pair("from", self.company_id(deal.from));
        made.pair("to", self.company_id(deal.to));
        made.pair("kind", deal.kind.name());
        self.sentence(made, "kindLabel", &said(kind_label(deal.kind)));
        made.pair("status", deal.status.name());
        self.sentence(made, "statusLabel", &said(status_label(deal.status)));
        made.key("date");
        made.date(deal.date);
        made.key("amount");
        made.amount(deal.amount);
        made.key("firm");
        made.amount(deal.firm);
        made.pair("basis", deal.basis.name());
        made.pair("amountText", &deal.amount_text);
        made.key("termYears");
        match deal.term_years {
            Some(hundredths) => made.number(f64::from(hundredths) / 100.0),
            None => made.null(),
        }
        made.pair("confidence", deal.confidence.name());
        made.key("supersededBy");
        made.maybe(deal.superseded_by.map(|other| self.deal_id(other)));
        made.pair("title", &deal.title);
        made.pair("note", &deal.note);
        made.key("replaced");
        made.flag(deal.superseded_by.is_some_and(|other| self.filter.passes(self.network(), other)));
        self.sentence(made, "sum", &deal_sum(deal));
        self.sentence(made, "sentence", &deal_sentence(deal));
        made.key("live");
        made.flag(why_not.is_none());
        self.sentence(made, "whyNot", &why_not.unwrap_or_default());
        made.key("sources");
        made.list();
        for source in &deal.sources {
            made.object();
            made.pair("title", &source.title);
            made.pair("url", &source.url);
            made.pair("date", &source.date);
            made.pair("class", &source.class);
            made.close();
        }
        made.close();
        made.close();
    }

    /// A sentence as the shell reads it: a list of texts, and of objects with one telling key.
    pub(super) fn sentence(&self, made: &mut Maker, key: &'static str, sentence: &[Piece]) {
        made.key(key);
        made.list();
        for piece in sentence {
            match piece {
                Piece::Text(text) => made.text(text),
                Piece::Say(words) => {
                    made.object();
                    made.key("say");
                    made.whole(u64::from(words.0));
                    made.key("parts");
                    made.list();
                    made.list();
                }
                Piece::Next => {
                    made.close();
                    made.list();
                }
                // After the last part a further one was begun.
                Piece::End => (0..3).for_each(|_| made.close()),
                Piece::Company(company) => {
                    made.object();
                    made.pair("company", self.company_id(*company));
                    made.pair("label", self.network().label(*company));
                    made.close();
                }
                Piece::Money(amount) => {
                    made.object();
                    made.key("money");
                    made.amount(Some(*amount));
                    made.pair("unit", &self.document.meta.unit);
                    made.close();
                }
                Piece::Date(date) => {
                    made.object();
                    made.key("date");
                    made.date(Some(*date));
                    made.close();
                }
                Piece::Count(count) => {
                    made.object();
                    made.key("count");
                    made.whole(*count);
                    made.close();
                }
                Piece::Share(share) => {
                    made.object();
                    made.key("share");
                    made.number(*share);
                    made.close();
                }
            }
        }
        made.close();
    }

    fn company_id(&self, company: CompanyId) -> &str {
        &self.network().company(company).id
    }

    fn deal_id(&self, deal: DealId) -> &str {
        &self.network().deal(deal).id
    }
}
