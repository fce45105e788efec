//! What is known of a loop, a company or a deal, as JSON for lists, tables and cards.

use super::{Figure, Target};
use crate::cycles::{CycleId, companies, id};
use crate::json::Json;
use crate::network::{CompanyId, Deal, DealId};
use crate::words::{
    Piece, arc_sentence, deal_sentence, kind_label, loop_figure, loop_name, loop_sentence, status_label,
    why_not_live,
};

/// A company's card lists so many loops at most.
const MAX_LOOPS: usize = 100;

impl Figure {
    /// The card of a loop, a company or a deal; `null` for nothing.
    pub fn card(&self, target: Option<Target>) -> String {
        let mut json = Json::default();
        match target {
            Some(Target::Loop(cycle)) => self.loop_card(&mut json, cycle),
            Some(Target::Company(company)) => self.company_card(&mut json, company),
            Some(Target::Deal(deal)) => self.deal_card(&mut json, self.network().deal(deal)),
            None => json.null(),
        }
        json.finish()
    }

    /// The cards of all companies, as a list. O(companies x (deals + loops)).
    pub fn company_cards(&self) -> String {
        let mut json = Json::default();
        json.open(b'[');
        for company in 0..self.network().companies().len() as u32 {
            self.company_card(&mut json, CompanyId(company));
        }
        json.close(b']');
        json.finish()
    }

    /// The cards of all deals, as a list.
    pub fn deal_cards(&self) -> String {
        let mut json = Json::default();
        json.open(b'[');
        for deal in self.network().deals() {
            self.deal_card(&mut json, deal);
        }
        json.close(b']');
        json.finish()
    }

    /// The kind and the id of a target, as the shell names them; `null` for nothing.
    pub fn name_of(&self, target: Option<Target>) -> String {
        let mut json = Json::default();
        let (kind, id) = match target {
            Some(Target::Loop(cycle)) => {
                ("loop", &*id(self.network(), &companies(&self.arcs, self.cycles.arcs(cycle))))
            }
            Some(Target::Company(company)) => ("company", self.company_id(company)),
            Some(Target::Deal(deal)) => ("deal", self.deal_id(deal)),
            None => return "null".to_owned(),
        };
        json.open(b'{');
        json.pair("kind", kind);
        json.pair("id", id);
        json.close(b'}');
        json.finish()
    }

    fn loop_card(&self, json: &mut Json, cycle: CycleId) {
        let hops = self.cycles.arcs(cycle);
        let edit = self.document.editor.loops.iter().find(|edit| self.find_loop(&edit.id) == Some(cycle));
        let mut row = self.loops().row(cycle);
        let mut title = loop_name(&self.arcs, hops);
        if let Some(edit) = edit.filter(|edit| !edit.name.is_empty()) {
            title = vec![Piece::Text(edit.name.clone())];
            row.name.clone_from(&edit.name);
        }
        json.open(b'{');
        json.key("row");
        row.write(json);
        self.sentence(json, "title", &title);
        self.sentence(json, "figure", &loop_figure(&self.standing(cycle), hops.len()));
        self.sentence(json, "sentence", &loop_sentence(self.network(), &self.arcs, hops));
        json.pair("note", edit.map_or("", |edit| &edit.note));
        json.key("legs");
        json.open(b'[');
        for &arc in hops {
            let arc = self.arcs.arc(arc);
            json.open(b'{');
            json.pair("from", self.company_id(arc.from));
            json.pair("to", self.company_id(arc.to));
            self.sentence(json, "sentence", &arc_sentence(self.network(), arc));
            json.texts("deals", &mut arc.deals.iter().map(|&deal| self.deal_id(deal)));
            json.close(b'}');
        }
        json.close(b']');
        json.close(b'}');
    }

    fn company_card(&self, json: &mut Json, company: CompanyId) {
        let known = self.network().company(company);
        json.open(b'{');
        json.pair("id", &known.id);
        json.pair("name", &known.name);
        json.pair("label", known.label());
        json.pair("category", &known.category);
        json.pair("country", &known.country);
        json.pair("ticker", &known.ticker);
        json.pair("homepage", &known.homepage);
        json.pair("note", &known.note);
        for (key, gives) in [("given", true), ("received", false)] {
            let deals = self.network().deals().iter();
            let own = deals.filter(|deal| company == if gives { deal.from } else { deal.to });
            json.texts(key, &mut own.map(|deal| deal.id.as_str()));
        }
        json.key("loops");
        json.open(b'[');
        let mut listed = 0;
        for &cycle in &self.ranking {
            let hops = self.cycles.arcs(cycle);
            if listed < MAX_LOOPS && hops.iter().any(|&arc| self.arcs.arc(arc).from == company) {
                json.text(&id(self.network(), &companies(&self.arcs, hops)));
                listed += 1;
            }
        }
        json.close(b']');
        json.close(b'}');
    }

    /// All that is known of a deal, but for what is for fact-checkers only.
    fn deal_card(&self, json: &mut Json, deal: &Deal) {
        let why_not = why_not_live(deal, &self.filter);
        json.open(b'{');
        json.pair("id", &deal.id);
        json.pair("from", self.company_id(deal.from));
        json.pair("to", self.company_id(deal.to));
        json.pair("kind", deal.kind.name());
        json.pair("kindLabel", kind_label(deal.kind));
        json.pair("status", deal.status.name());
        json.pair("statusLabel", status_label(deal.status));
        json.key("date");
        json.date(deal.date);
        json.key("amount");
        json.amount(deal.amount);
        json.key("firm");
        json.amount(deal.firm);
        json.pair("basis", deal.basis.name());
        json.pair("amountText", &deal.amount_text);
        json.key("termYears");
        match deal.term_years {
            Some(hundredths) => json.decimal(u64::from(hundredths), 2),
            None => json.null(),
        }
        json.pair("confidence", deal.confidence.name());
        json.key("supersededBy");
        json.maybe(deal.superseded_by.map(|other| self.deal_id(other)));
        json.pair("title", &deal.title);
        json.pair("note", &deal.note);
        self.sentence(json, "sentence", &deal_sentence(deal));
        json.key("live");
        json.flag(why_not.is_none());
        self.sentence(json, "whyNot", &why_not.unwrap_or_default());
        json.key("sources");
        json.open(b'[');
        for source in &deal.sources {
            json.open(b'{');
            json.pair("title", &source.title);
            json.pair("url", &source.url);
            json.pair("date", &source.date);
            json.pair("class", &source.class);
            json.close(b'}');
        }
        json.close(b']');
        json.close(b'}');
    }

    /// A sentence as the shell reads it: each piece a string, or an object with one telling key.
    pub(super) fn sentence(&self, json: &mut Json, key: &str, sentence: &[Piece]) {
        json.key(key);
        json.open(b'[');
        for piece in sentence {
            if let Piece::Text(words) = piece {
                json.text(words);
                continue;
            }
            json.open(b'{');
            match piece {
                Piece::Text(_) => {}
                Piece::Company(company) => {
                    json.pair("company", self.company_id(*company));
                    json.pair("label", self.network().company(*company).label());
                }
                Piece::Money(amount) => {
                    json.key("money");
                    json.amount(Some(*amount));
                    json.pair("unit", &self.document.meta.unit);
                }
                Piece::Date(date) => {
                    json.key("date");
                    json.date(Some(*date));
                }
                Piece::Count(count) => {
                    json.key("count");
                    json.whole(*count);
                }
                Piece::Share(share) => {
                    json.key("share");
                    json.fraction(*share);
                }
            }
            json.close(b'}');
        }
        json.close(b']');
    }

    fn company_id(&self, company: CompanyId) -> &str {
        &self.network().company(company).id
    }

    fn deal_id(&self, deal: DealId) -> &str {
        &self.network().deal(deal).id
    }
}
