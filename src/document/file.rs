//! The shape of a JSON document: what is written, and (feature `dev`) the schema of it.

use super::decimal::{Coordinate, Decimal};
#[cfg(feature = "dev")]
use super::schema;
use crate::network::{Basis, Company, Deal, Network, Source};
use serde::Serialize;
use std::collections::BTreeMap;

/// Companies, the deals between them, and what an editor has decided about the picture: a document of
/// `<deal-network>`.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(
    feature = "dev",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields, title = "Deal network")
)]
pub(super) struct File<'a> {
    /// Where this schema is, for programs that edit documents. Read, never written.
    #[serde(rename = "$schema", skip_serializing_if = "str::is_empty", default)]
    pub schema: &'a str,
    /// The version of the format. A later version is refused by programs that know only this one.
    #[cfg_attr(feature = "dev", schemars(schema_with = "schema::version"))]
    pub version: u32,
    /// The name of the data set.
    #[serde(skip_serializing_if = "str::is_empty", default)]
    pub title: &'a str,
    /// What the figure shows, in one sentence.
    #[serde(skip_serializing_if = "str::is_empty", default)]
    pub headline: &'a str,
    /// What the data are.
    #[serde(skip_serializing_if = "str::is_empty", default)]
    pub description: &'a str,
    /// Licence, corrections, warnings.
    #[serde(skip_serializing_if = "str::is_empty", default)]
    pub note: &'a str,
    /// The state of knowledge: a year, a month or a day.
    #[serde(skip_serializing_if = "str::is_empty", default)]
    #[cfg_attr(feature = "dev", schemars(schema_with = "schema::date"))]
    pub as_of: &'a str,
    /// Of all amounts: a currency code such as USD, or % for shareholdings. Nothing is converted.
    #[serde(default)]
    #[cfg_attr(feature = "dev", schemars(schema_with = "schema::unit"))]
    pub unit: &'a str,
    /// Whoever takes part. If it is left out, companies are made from the deals.
    #[serde(default)]
    pub companies: Vec<CompanyFile<'a>>,
    /// One agreement each.
    pub deals: Vec<DealFile<'a>>,
    /// What an editor has decided about loops.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub loops: Vec<LoopFile<'a>>,
    /// Where companies stand: their ids, each with x (to the right) and y (downwards) in layout units.
    #[serde(skip_serializing_if = "BTreeMap::is_empty", default)]
    pub positions: BTreeMap<&'a str, [Coordinate; 2]>,
}

/// A company, or any other organisation or person that takes part.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "dev", derive(schemars::JsonSchema), schemars(deny_unknown_fields, rename = "Company"))]
pub(super) struct CompanyFile<'a> {
    /// Unique and stable; what `from` and `to` of the deals say.
    #[cfg_attr(feature = "dev", schemars(schema_with = "schema::id"))]
    id: &'a str,
    /// For readers. The id, if it is left out.
    #[serde(default)]
    name: &'a str,
    /// What it is, in your own words: `chip_maker`, `ai_lab`.
    #[serde(rename = "type", skip_serializing_if = "str::is_empty", default)]
    category: &'a str,
    /// Where it is.
    #[serde(skip_serializing_if = "str::is_empty", default)]
    country: &'a str,
    /// On the stock exchange.
    #[serde(skip_serializing_if = "str::is_empty", default)]
    ticker: &'a str,
    /// Its address on the web.
    #[serde(skip_serializing_if = "str::is_empty", default)]
    homepage: &'a str,
    /// For readers.
    #[serde(skip_serializing_if = "str::is_empty", default)]
    note: &'a str,
}

/// One agreement: who gives value to whom, how much, when, how sure.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "dev", derive(schemars::JsonSchema), schemars(deny_unknown_fields, rename = "Deal"))]
pub(super) struct DealFile<'a> {
    /// Unique and stable. `from>to#n`, if it is left out.
    #[serde(skip_serializing_if = "str::is_empty", default)]
    id: &'a str,
    /// When, as precisely as known: 2025, 2025-09 or 2025-09-22.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "dev", schemars(schema_with = "schema::date"))]
    date: Option<String>,
    /// The id of the company that gives value: pays, invests, lends, issues shares.
    #[cfg_attr(feature = "dev", schemars(schema_with = "schema::id"))]
    from: &'a str,
    /// The id of the company that receives it.
    #[cfg_attr(feature = "dev", schemars(schema_with = "schema::id"))]
    to: &'a str,
    /// What is given.
    #[serde(default)]
    #[cfg_attr(feature = "dev", schemars(schema_with = "schema::kind"))]
    kind: &'static str,
    /// The headline amount in the document's unit. Left out, it is undisclosed, which is not zero.
    #[serde(skip_serializing_if = "Option::is_none")]
    amount: Option<Decimal>,
    /// The amount in US dollars. Wins over `amount` where the unit is USD. Read, never written.
    #[serde(skip_serializing_if = "Option::is_none")]
    amount_usd: Option<Decimal>,
    /// The currency of `amount`. Another than the document's unit is an error. Read, never written.
    #[serde(skip_serializing_if = "str::is_empty", default)]
    #[cfg_attr(feature = "dev", schemars(schema_with = "schema::unit"))]
    currency: &'a str,
    /// The part of a ceiling that is unconditional, where known.
    #[serde(skip_serializing_if = "Option::is_none")]
    firm: Option<Decimal>,
    /// What the amount means. Yearly rates and valuations are never summed.
    #[serde(skip_serializing_if = "str::is_empty", default)]
    #[cfg_attr(feature = "dev", schemars(schema_with = "schema::basis"))]
    basis: &'static str,
    /// How a person would say the amount.
    #[serde(skip_serializing_if = "str::is_empty", default)]
    amount_text: &'a str,
    /// Over how many years, where known.
    #[serde(skip_serializing_if = "Option::is_none")]
    term_years: Option<Decimal>,
    /// How far it has come. `reported`, if it is left out.
    #[serde(default)]
    #[cfg_attr(feature = "dev", schemars(schema_with = "schema::status"))]
    status: &'static str,
    /// How sure the researcher is. `low`, if it is left out.
    #[serde(default)]
    #[cfg_attr(feature = "dev", schemars(schema_with = "schema::confidence"))]
    confidence: &'static str,
    /// The id of another deal that replaces this one's amount: this one is shown, not summed.
    #[serde(skip_serializing_if = "str::is_empty", default)]
    superseded_by: &'a str,
    /// For readers.
    #[serde(skip_serializing_if = "str::is_empty", default)]
    title: &'a str,
    /// For readers.
    #[serde(skip_serializing_if = "str::is_empty", default)]
    note: &'a str,
    /// For fact-checkers.
    #[serde(skip_serializing_if = "str::is_empty", default)]
    evidence: &'a str,
    /// For fact-checkers.
    #[serde(skip_serializing_if = "str::is_empty", default)]
    research_note: &'a str,
    /// Where it stands.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    sources: Vec<SourceFile<'a>>,
}

/// Where a deal stands.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "dev", derive(schemars::JsonSchema), schemars(deny_unknown_fields, rename = "Source"))]
pub(super) struct SourceFile<'a> {
    /// Of the article, release or filing.
    #[serde(skip_serializing_if = "str::is_empty", default)]
    title: &'a str,
    /// Its address. Only http and https addresses become links.
    #[serde(skip_serializing_if = "str::is_empty", default)]
    url: &'a str,
    /// When it was published.
    #[serde(skip_serializing_if = "str::is_empty", default)]
    date: &'a str,
    /// `primary` (company, filing), `press` or `secondary`.
    #[serde(skip_serializing_if = "str::is_empty", default)]
    class: &'a str,
}

/// What an editor has decided about a loop.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "dev", derive(schemars::JsonSchema), schemars(deny_unknown_fields, rename = "Loop"))]
pub(super) struct LoopFile<'a> {
    /// Its company ids from the smallest on, joined by `>` (`%` and `>` in ids are `%25` and `%3E`).
    pub id: &'a str,
    /// Instead of its own name.
    #[serde(skip_serializing_if = "str::is_empty", default)]
    pub name: &'a str,
    /// For readers.
    #[serde(skip_serializing_if = "str::is_empty", default)]
    pub note: &'a str,
    /// Always coloured.
    #[serde(skip_serializing_if = "is_false", default)]
    pub pin: bool,
    /// Never coloured.
    #[serde(skip_serializing_if = "is_false", default)]
    pub hide: bool,
    /// Its place among the coloured loops, smallest first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub order: Option<u32>,
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
const fn is_false(flag: &bool) -> bool {
    !*flag
}

impl<'a> CompanyFile<'a> {
    pub fn of(company: &'a Company) -> Self {
        Self {
            id: &company.id,
            name: &company.name,
            category: &company.category,
            country: &company.country,
            ticker: &company.ticker,
            homepage: &company.homepage,
            note: &company.note,
        }
    }
}

impl<'a> DealFile<'a> {
    pub fn of(network: &'a Network, deal: &'a Deal) -> Self {
        let is_plain = deal.amount.is_none() && deal.basis == Basis::Committed;
        Self {
            id: &deal.id,
            date: deal.date.map(|date| date.to_string()),
            from: &network.company(deal.from).id,
            to: &network.company(deal.to).id,
            kind: deal.kind.name(),
            amount: deal.amount.map(Decimal::of),
            amount_usd: None,
            currency: "",
            firm: deal.firm.map(Decimal::of),
            basis: if is_plain { "" } else { deal.basis.name() },
            amount_text: &deal.amount_text,
            term_years: deal.term_years.map(|years| Decimal(i64::from(years))),
            status: deal.status.name(),
            confidence: deal.confidence.name(),
            superseded_by: deal.superseded_by.map_or("", |id| &network.deal(id).id),
            title: &deal.title,
            note: &deal.note,
            evidence: &deal.evidence,
            research_note: &deal.research_note,
            sources: deal.sources.iter().map(SourceFile::of).collect(),
        }
    }
}

impl<'a> SourceFile<'a> {
    fn of(source: &'a Source) -> Self {
        Self { title: &source.title, url: &source.url, date: &source.date, class: &source.class }
    }
}
