//! Rows of companies and deals become a network.

use super::deal;
use super::diagnostic::{Diagnostic, Report, Severity};
use super::field::Field;
use super::looks::look_alikes;
use super::names::Names;
use super::naming::{Draft, name_deals};
use super::row::{Reader, Row};
use super::text::{NAME, TEXT};
use super::{Limits, Loaded, succession};
use crate::network::{Company, CompanyId, Network};

/// Gathers a network row by row. Every row is either kept or has an error in the report.
pub(super) struct Builder {
    limits: Limits,
    pub report: Report,
    pub loaded: Loaded,
    /// The unit of the amounts, as soon as it is known.
    pub unit: Option<String>,
    companies: Vec<Company>,
    by_id: Names,
    /// Whether the file lists its companies.
    has_list: bool,
    drafts: Vec<Draft>,
    /// The line and row of each draft.
    places: Vec<((u32, u32), u32)>,
    /// The draft of each id that the file gives; of every id, once the deals are named.
    given: Names,
}

impl Builder {
    pub fn new(limits: Limits) -> Self {
        Self {
            limits,
            report: Report::default(),
            loaded: Loaded::default(),
            unit: None,
            companies: Vec::new(),
            by_id: Names::default(),
            has_list: false,
            drafts: Vec::new(),
            places: Vec::new(),
            given: Names::default(),
        }
    }

    /// Adds a row of the list of companies.
    ///
    /// # Errors
    /// Past the limit.
    pub fn company(&mut self, row: &Row) -> Result<(), Box<Diagnostic>> {
        self.has_list = true;
        if row.index as usize >= self.limits.companies {
            return Err(self.too_many_companies());
        }
        let mut reader = Reader::new(row, &mut self.report);
        let mut company = Company {
            id: reader.text(Field::Id, NAME),
            name: reader.text(Field::Name, NAME),
            category: reader.text(Field::Category, NAME),
            country: reader.text(Field::Country, NAME),
            ticker: reader.text(Field::Ticker, NAME),
            homepage: row.cell(Field::Homepage).map_or_else(String::new, |cell| reader.address(cell)),
            note: reader.text(Field::Note, TEXT),
        };
        if company.id.is_empty() && !reader.is_bad {
            reader.fail(row.cell(Field::Id), "no_id", "a company of the list has no `id`".to_owned());
        } else if self.by_id.get(&company.id).is_some() {
            let message =
                format!("the company `{}` is already in the list; the first one counts", company.id);
            reader.fail(row.cell(Field::Id), "duplicate_company", message);
        }
        if company.name.is_empty() {
            company.name.clone_from(&company.id);
        }
        if !reader.is_bad {
            self.add(company);
        }
        Ok(())
    }

    /// Adds a row of the deals.
    ///
    /// # Errors
    /// Past the limit.
    pub fn deal(&mut self, row: &Row) -> Result<(), Box<Diagnostic>> {
        self.count_row()?;
        let mut reader = Reader::new(row, &mut self.report);
        let Some(mut draft) = deal::read(&mut reader, &mut self.unit) else { return Ok(()) };
        let id = &draft.deal.id;
        if let Some(first) = self.given.get(id) {
            let ((line, _), first) = self.places[first as usize];
            let message = format!("the id `{id}` is already the id of deal {first} (line {line})");
            reader.fail(row.cell(Field::Id), "duplicate_deal", message);
            return Ok(());
        }
        if draft.from == draft.to {
            let message = "a deal of a company with itself is listed and makes no loop".to_owned();
            reader.warn(row.cell(Field::To), "self_deal", message);
        }
        draft.deal.from = self.find_or_add(row, Field::From, &draft.from);
        draft.deal.to = self.find_or_add(row, Field::To, &draft.to);
        if !draft.deal.id.is_empty() {
            self.given.insert(&draft.deal.id, self.drafts.len() as u32);
        }
        self.places.push((row.place, row.index + 1));
        self.drafts.push(draft);
        Ok(())
    }

    /// A row that is no row: counted, and left out with this error.
    ///
    /// # Errors
    /// Past the limit.
    pub fn bad_deal(&mut self, diagnostic: Box<Diagnostic>) -> Result<(), Box<Diagnostic>> {
        self.count_row()?;
        self.report.push(diagnostic);
        Ok(())
    }

    fn count_row(&mut self) -> Result<(), Box<Diagnostic>> {
        if self.loaded.rows >= self.limits.deals {
            let message = format!("the document has more than {} deals", self.limits.deals);
            return Err(Diagnostic::refusal("too_many_deals", message));
        }
        self.loaded.rows += 1;
        Ok(())
    }

    fn add(&mut self, company: Company) -> CompanyId {
        let place = self.companies.len() as u32;
        self.by_id.insert(&company.id, place);
        self.companies.push(company);
        CompanyId(place)
    }

    fn find_or_add(&mut self, row: &Row, field: Field, id: &str) -> CompanyId {
        if let Some(place) = self.by_id.get(id) {
            return CompanyId(place);
        }
        if self.has_list {
            let message = format!("the company `{id}` is not in the list of companies; its id is its name");
            let warning = row.diagnostic(row.cell(field), Severity::Warning, "unknown_company", message);
            self.report.push(warning);
        }
        self.add(Company { id: id.to_owned(), name: id.to_owned(), ..Company::default() })
    }

    fn too_many_companies(&self) -> Box<Diagnostic> {
        let message = format!("the document has more than {} companies", self.limits.companies);
        Diagnostic::refusal("too_many_companies", message)
    }

    /// Makes the network.
    ///
    /// # Errors
    /// When there are too many companies.
    pub fn finish(mut self) -> Result<(Loaded, Report), Box<Diagnostic>> {
        if self.companies.len() > self.limits.companies {
            return Err(self.too_many_companies());
        }
        if self.drafts.is_empty() {
            let message = if self.loaded.rows == 0 {
                "the document has no deals".to_owned()
            } else {
                format!("none of the {} deals could be read", self.loaded.rows)
            };
            self.report.warn("no_deals", message);
        }
        self.warn_of_look_alikes();
        name_deals(&mut self.drafts, &mut self.given);
        succession::resolve(&mut self.drafts, &self.given, &self.places, &mut self.report);
        let deals = self.drafts.into_iter().map(|draft| draft.deal).collect();
        self.loaded.document.network = Network::new(self.companies, deals)
            .map_err(|error| Diagnostic::refusal("unreadable", error.to_string()))?;
        self.loaded.document.meta.unit = self.unit.unwrap_or_else(|| "USD".to_owned());
        Ok((self.loaded, self.report))
    }

    /// One warning for each group of ids that look the same.
    fn warn_of_look_alikes(&mut self) {
        for group in look_alikes(&self.companies) {
            let ids: Vec<String> =
                group.iter().take(5).map(|&place| format!("`{}`", self.companies[place].id)).collect();
            let message = format!("{} look alike; they are read as different companies", ids.join(" and "));
            self.report.warn("look_alikes", message);
        }
    }
}
