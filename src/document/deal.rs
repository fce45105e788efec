//! Reading a deal from its row, the same for CSV and JSON.

use super::field::{Field, List};
use super::naming::Draft;
use super::row::{Cell, Reader};
use super::text::{LINE, NAME, TEXT};
use crate::network::{Amount, Basis, CompanyId, Confidence, Deal, Kind, Source, Status};

/// Reads one deal. `None` if the row must be left out; then it has at least one error.
///
/// `unit` is the document's unit, set by the first row with an amount where it is not known yet.
pub(super) fn read(reader: &mut Reader, unit: &mut Option<String>) -> Option<Draft> {
    let from = company(reader, Field::From, "from", "gives");
    let to = company(reader, Field::To, "to", "receives");
    let kind = reader.term(Field::Kind, &Kind::ALL, Some(("unknown_kind", "; it is loaded as other")));
    // A status that is not understood must never be drawn as firm, and a basis could be a yearly rate.
    let status = reader.term(Field::Status, &Status::ALL, None);
    let basis = reader.term(Field::Basis, &Basis::ALL, None);
    let otherwise = ("unknown_confidence", "; it is loaded as low");
    let confidence = reader.term(Field::Confidence, &Confidence::ALL, Some(otherwise));
    let amount = amount(reader, unit);
    let deal = Deal {
        id: reader.text(Field::Id, NAME),
        from: CompanyId(0),
        to: CompanyId(0),
        date: reader.date(Field::Date),
        kind: kind.unwrap_or_default(),
        status: status.unwrap_or_default(),
        confidence: confidence.unwrap_or_default(),
        amount,
        firm: firm(reader, amount),
        basis: basis.unwrap_or_default(),
        amount_text: reader.text(Field::AmountText, LINE),
        term_years: number(reader, Field::TermYears, super::LONGEST_TERM).map(|years| years as u32),
        superseded_by: None,
        title: reader.text(Field::Title, LINE),
        note: reader.text(Field::Note, TEXT),
        evidence: reader.text(Field::Evidence, TEXT),
        research_note: reader.text(Field::ResearchNote, TEXT),
        sources: sources(reader),
    };
    let superseded_by = reader.text(Field::SupersededBy, NAME);
    (!reader.is_bad).then_some(Draft { deal, from, to, superseded_by })
}

fn company(reader: &mut Reader, field: Field, name: &str, does: &str) -> String {
    let was_bad = reader.is_bad;
    let id = reader.text(field, NAME);
    if id.is_empty() && reader.is_bad == was_bad {
        let row = reader.row;
        reader.fail(row.cell(field), "no_company", format!("`{name}` is missing: the company that {does}"));
    }
    id
}

fn number(reader: &mut Reader, field: Field, max: u64) -> Option<u64> {
    let row = reader.row;
    reader.number(row.cell(field)?, max)
}

/// The amount in the document's unit.
fn amount(reader: &mut Reader, unit: &mut Option<String>) -> Option<Amount> {
    let row = reader.row;
    let plain = row.filled(Field::Amount);
    let cell = match row.filled(Field::AmountUsd) {
        Some(usd) if unit.get_or_insert_with(|| "USD".to_owned()) == "USD" => usd,
        Some(usd) if plain.is_none() => {
            let unit = unit.as_deref().unwrap_or_default();
            let message = format!(
                "`{}` is in dollars, but the amounts of this document are in {unit}; give the `amount` in {unit}",
                usd.name
            );
            reader.fail(Some(usd), "foreign_currency", message);
            return None;
        }
        _ => {
            let cell = plain?;
            currency(reader, unit);
            cell
        }
    };
    let amount = Amount(reader.number(cell, Amount::MAX.0)?);
    if amount == Amount(0) {
        let message = format!(
            "`{}` is 0, which means that nothing was given; leave it empty if it is not disclosed",
            cell.name
        );
        reader.warn(Some(cell), "zero_amount", message);
    }
    Some(amount)
}

/// Holds the currency of an `amount` against the document's unit.
fn currency(reader: &mut Reader, unit: &mut Option<String>) {
    let row = reader.row;
    let given = row.filled(Field::Currency);
    let Some(cell) = given else {
        unit.get_or_insert_with(|| "USD".to_owned());
        return;
    };
    let Some(code) = reader.content(cell).map(str::to_owned) else { return };
    let Some(code) = super::unit(&code) else {
        let message = format!("`{}` must be a currency code such as USD or EUR, or %", cell.name);
        return reader.fail(Some(cell), "bad_currency", message);
    };
    let unit = unit.get_or_insert_with(|| code.clone());
    if *unit != code {
        let message = format!(
            "the amount is in {code}, but the amounts of this document are in {unit} and are never converted; \
             give it in {unit}"
        );
        reader.fail(Some(cell), "foreign_currency", message);
    }
}

/// The firm part of an amount.
fn firm(reader: &mut Reader, amount: Option<Amount>) -> Option<Amount> {
    let firm = Amount(number(reader, Field::Firm, Amount::MAX.0)?);
    if amount.is_some_and(|amount| firm > amount) {
        let row = reader.row;
        let message = "the firm part is larger than the amount and was left out".to_owned();
        reader.warn(row.cell(Field::Firm), "large_firm_part", message);
        return None;
    }
    Some(firm)
}

/// The sources, in the order of the file, without empty ones.
fn sources(reader: &mut Reader) -> Vec<Source> {
    let row = reader.row;
    if let Some(cell) = row.filled(Field::Sources) {
        reader.fail(Some(cell), "wrong_type", "`sources` must be a list of objects: [{ ... }]".to_owned());
    }
    let is_source = |cell: &&Cell| List::Sources.has(cell.field);
    let mut sources: Vec<Source> = Vec::new();
    for cell in row.cells.iter().filter(is_source) {
        let nth = cell.nth as usize;
        if sources.len() <= nth {
            sources.resize_with(nth + 1, Source::default);
        }
        let Some(source) = sources.get_mut(nth) else { continue };
        let (kept, text) = match cell.field {
            Field::SourceTitle => (&mut source.title, reader.cell_text(cell, LINE)),
            Field::SourceUrl => (&mut source.url, reader.address(cell)),
            Field::SourceDate => (&mut source.date, reader.cell_text(cell, NAME)),
            _ => (&mut source.class, reader.cell_text(cell, NAME)),
        };
        *kept = text;
    }
    sources.retain(|source| *source != Source::default());
    sources
}
