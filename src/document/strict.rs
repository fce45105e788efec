//! The widget's reader: takes documents of which there is nothing to say, and no others.
//!
//! It knows the same format as the full reader, in a fifth of the code: what it takes, the full reader takes
//! without a diagnostic, and makes the same of it. Whatever it does not take is for the full reader, which
//! says what is wrong, and where, and can write the rest as a document that is taken here.

use super::cells::{Cells, Remark};
use super::circles::in_circles;
use super::field::{Field, List};
use super::looks::look_alikes;
use super::names::Names;
use super::naming::{Draft, name_deals};
use super::point::point;
use super::text::{LINE, NAME, TEXT};
use super::tree::{Part, Tree, Value};
use super::{Document, Limits, LoopEdit, Meta};
use crate::cycles::{self, parse_id};
use crate::network::{
    Amount, Basis, Company, CompanyId, Confidence, Deal, DealId, Kind, Network, Source, Status,
};
use crate::order;

/// Reads a JSON document of which there is nothing to say; `None` for every other. O(n log n).
///
/// `is_checked`: the full reader has written it and has said what there is to say (sums of zero, deals of a
/// company with itself, addresses that are none, ids that look alike), so such things are taken.
pub fn read_strict(bytes: &[u8], is_checked: bool, limits: &Limits) -> Option<Document> {
    if bytes.len() > limits.bytes {
        return None;
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let tree = Tree::new(std::str::from_utf8(bytes).ok()?).ok()?;
    let remark = Remark::default();
    let document = Strict { is_checked, ..Strict::default() }.read(tree.root(), &remark, limits);
    document.filter(|_| !remark.is_made())
}

/// What has been read.
#[derive(Default)]
struct Strict {
    is_checked: bool,
    /// Whether the document lists its companies.
    is_listed: bool,
    companies: Vec<Company>,
    by_id: Names,
    drafts: Vec<Draft>,
    given: Names,
}

impl Strict {
    /// The document; not to be used where a remark was made.
    fn read(mut self, root: Part, remark: &Remark, limits: &Limits) -> Option<Document> {
        let root = Cells::of(root, List::Root, remark);
        remark.unless(matches!(root.value(Field::Version), Value::Number("1")));
        for cells in root.list(Field::Companies, List::Companies) {
            self.company(&cells);
        }
        self.is_listed = !self.companies.is_empty();
        for cells in root.list(Field::Deals, List::Deals) {
            self.deal(&cells);
        }
        remark.unless(self.companies.len() <= limits.companies && self.drafts.len() <= limits.deals);
        let is_usual = || !self.drafts.is_empty() && look_alikes(&self.companies).is_empty();
        remark.unless(self.is_checked || is_usual());
        root.date(Field::AsOf);
        let mut meta = Meta {
            title: root.text(Field::Title, LINE),
            headline: root.text(Field::Headline, LINE),
            description: root.text(Field::Description, TEXT),
            note: root.text(Field::Note, TEXT),
            as_of: root.word(Field::AsOf).to_owned(),
            unit: root.text(Field::Unit, NAME),
        };
        if meta.unit.is_empty() {
            meta.unit.push_str("USD");
        }
        remark.unless(super::unit(&meta.unit).as_ref() == Some(&meta.unit));
        let mut document = Document { meta, network: self.network(remark)?, ..Document::default() };
        for cells in root.list(Field::Loops, List::Loops) {
            add_loop(&cells, &mut document);
        }
        if let Some(part) = root.part(Field::Positions).filter(|part| part.raw() != "null") {
            add_positions(part, remark, &mut document);
        }
        Some(document)
    }

    fn company(&mut self, cells: &Cells) {
        let mut company = Company {
            id: cells.text(Field::Id, NAME),
            name: cells.text(Field::Name, NAME),
            category: cells.text(Field::Category, NAME),
            country: cells.text(Field::Country, NAME),
            ticker: cells.text(Field::Ticker, NAME),
            homepage: cells.address(Field::Homepage, self.is_checked),
            note: cells.text(Field::Note, TEXT),
        };
        if company.name.is_empty() {
            company.name.clone_from(&company.id);
        }
        cells.remark.unless(self.by_id.get(&company.id).is_none());
        self.add(company, cells.remark);
    }

    fn add(&mut self, company: Company, remark: &Remark) -> CompanyId {
        let place = self.companies.len() as u32;
        remark.unless(!company.id.is_empty());
        self.by_id.insert(&company.id, place);
        self.companies.push(company);
        CompanyId(place)
    }

    /// A deal's company: of the list, where there is one.
    fn find(&mut self, id: &str, remark: &Remark) -> CompanyId {
        if let Some(place) = self.by_id.get(id) {
            return CompanyId(place);
        }
        remark.unless(!self.is_listed);
        self.add(Company { id: id.to_owned(), name: id.to_owned(), ..Company::default() }, remark)
    }

    fn deal(&mut self, cells: &Cells) {
        let (remark, is_checked) = (cells.remark, self.is_checked);
        let (from, to) = (cells.text(Field::From, NAME), cells.text(Field::To, NAME));
        let amount = cells.number(Field::Amount, Amount::MAX.0).map(Amount);
        let firm = cells.number(Field::Firm, Amount::MAX.0).map(Amount);
        remark.unless(is_checked || from != to && amount != Some(Amount(0)));
        remark.unless(amount.is_none_or(|amount| firm <= Some(amount)));
        // Their meaning depends on each other and on the document's unit.
        remark.unless(cells.part(Field::AmountUsd).or(cells.part(Field::Currency)).is_none());
        let deal = Deal {
            id: cells.text(Field::Id, NAME),
            from: self.find(&from, remark),
            to: self.find(&to, remark),
            date: cells.date(Field::Date),
            kind: cells.term(Field::Kind, &Kind::ALL),
            status: cells.term(Field::Status, &Status::ALL),
            confidence: cells.term(Field::Confidence, &Confidence::ALL),
            amount,
            firm,
            basis: cells.term(Field::Basis, &Basis::ALL),
            amount_text: cells.text(Field::AmountText, LINE),
            term_years: cells.number(Field::TermYears, super::LONGEST_TERM).map(|years| years as u32),
            superseded_by: None,
            title: cells.text(Field::Title, LINE),
            note: cells.text(Field::Note, TEXT),
            evidence: cells.text(Field::Evidence, TEXT),
            research_note: cells.text(Field::ResearchNote, TEXT),
            sources: sources(cells, is_checked),
        };
        let place = self.drafts.len() as u32;
        remark.unless(deal.id.is_empty() || self.given.insert(&deal.id, place));
        self.drafts.push(Draft { deal, from, to, superseded_by: cells.text(Field::SupersededBy, NAME) });
    }

    fn network(mut self, remark: &Remark) -> Option<Network> {
        name_deals(&mut self.drafts, &mut self.given);
        let mut next = vec![None; self.drafts.len()];
        for (draft, next) in self.drafts.iter_mut().zip(&mut next) {
            let successor = self.given.get(&draft.superseded_by);
            remark.unless(successor.is_some() || draft.superseded_by.is_empty());
            *next = successor.map(|place| place as usize);
            draft.deal.superseded_by = successor.map(DealId);
        }
        remark.unless(in_circles(&next).is_empty());
        let deals = self.drafts.into_iter().map(|draft| draft.deal).collect();
        Network::new(self.companies, deals).ok()
    }
}

fn sources(cells: &Cells, is_checked: bool) -> Vec<Source> {
    let sources = cells.list(Field::Sources, List::Sources).map(|cells| Source {
        title: cells.text(Field::SourceTitle, LINE),
        url: cells.address(Field::SourceUrl, is_checked),
        date: cells.text(Field::SourceDate, NAME),
        class: cells.text(Field::SourceClass, NAME),
    });
    sources.filter(|source| *source != Source::default()).collect()
}

fn add_loop(cells: &Cells, document: &mut Document) {
    let edit = LoopEdit {
        id: cells.text(Field::Id, LINE),
        name: cells.text(Field::Name, LINE),
        note: cells.text(Field::Note, TEXT),
        pin: cells.flag(Field::Pin),
        hide: cells.flag(Field::Hide),
        order: cells.whole(Field::Order),
    };
    let is_seen = document.editor.loops.iter().any(|other| other.id == edit.id);
    let companies = parse_id(&document.network, &edit.id);
    let is_loop = companies.is_some_and(|companies| cycles::id(&document.network, &companies) == edit.id);
    cells.remark.unless(is_loop && !is_seen);
    document.editor.loops.push(edit);
}

fn add_positions(part: Part, remark: &Remark, document: &mut Document) {
    remark.unless(part.is(b'{'));
    let positions = &mut document.editor.positions;
    let mut parts = part.parts();
    while let Some((id, part)) = parts.pair() {
        let position = document.network.find_company(&id).zip(point(part));
        remark.unless(position.is_some());
        positions.extend(position);
    }
    order::sort_by(positions, |a, b| a.0.cmp(&b.0));
    remark.unless(positions.windows(2).all(|pair| pair[0].0 != pair[1].0));
}
