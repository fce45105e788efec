//! What an editor has decided about the picture.

use super::diagnostic::{Diagnostic, Report, Severity};
use super::field::Field;
use super::names::Names;
use super::point::point;
use super::row::{Cell, Reader, Row};
use super::text::{LINE, TEXT};
use super::tree::{Part, Value};
use super::{Document, LoopEdit};
use crate::cycles::{self, decoded};
use crate::order;

/// Adds an entry of `loops`, unless it cannot be a loop of the document or is among those `seen`.
pub(super) fn add_loop(document: &mut Document, seen: &mut Names, row: &Row, report: &mut Report) {
    let mut reader = Reader::new(row, report);
    let id = reader.text(Field::Id, LINE);
    let edit = LoopEdit {
        name: reader.text(Field::Name, LINE),
        note: reader.text(Field::Note, TEXT),
        pin: flag(&mut reader, Field::Pin),
        hide: flag(&mut reader, Field::Hide),
        order: order(&mut reader),
        id,
    };
    let wrong = if edit.id.is_empty() {
        Some("an entry of `loops` has no `id`".to_owned())
    } else if seen.get(&edit.id).is_some() {
        Some(format!("the loop `{}` has an entry already; the first one counts", edit.id))
    } else {
        wrong_id(document, &edit.id)
    };
    if let Some(message) = wrong {
        reader.warn(row.cell(Field::Id), "bad_loop", message);
    } else {
        seen.insert(&edit.id, 0);
        document.editor.loops.push(edit);
    }
}

/// Why an id cannot be that of a loop: its companies from the smallest id on, joined by `>`.
fn wrong_id(document: &Document, id: &str) -> Option<String> {
    let mut seen = Names::default();
    let (mut companies, mut missing, mut is_twice) = (Vec::new(), None, false);
    for part in id.split('>').map(decoded) {
        is_twice |= !seen.insert(&part, 0);
        match document.network.find_company(&part) {
            Some(company) => companies.push(company),
            None => missing = missing.or(Some(part)),
        }
    }
    if is_twice || !id.contains('>') {
        return Some(format!(
            "`{id}` is no loop; write the ids of two or more different companies, joined by >"
        ));
    }
    if let Some(id) = missing {
        return Some(format!("an entry of `loops` names the company `{id}`, which is not in the document"));
    }
    // Companies compare as their ids do.
    let least =
        companies.iter().min().and_then(|least| companies.iter().position(|company| company == least));
    companies.rotate_left(least.unwrap_or_default());
    let right = cycles::id(&document.network, &companies);
    (right != id).then(|| format!("the loop `{id}` begins with its smallest id: write `{right}`"))
}

fn flag(reader: &mut Reader, field: Field) -> bool {
    let row = reader.row;
    match row.filled(field).map(|cell| (cell, &cell.value)) {
        None => false,
        Some((_, Value::Flag(flag))) => *flag,
        Some((cell, _)) => {
            let message = format!("`{}` must be true or false", cell.name);
            reader.fail(Some(cell), "wrong_type", message);
            false
        }
    }
}

fn order(reader: &mut Reader) -> Option<u32> {
    let row = reader.row;
    let cell: &Cell = row.filled(Field::Order)?;
    let order = reader.content(cell)?.parse().ok();
    if order.is_none() {
        reader.fail(Some(cell), "bad_number", "`order` must be a whole number such as 1".to_owned());
    }
    order
}

/// Adds the entries of `positions` that name a company and a point.
pub(super) fn add_positions(document: &mut Document, all: Part, place: (u32, u32), report: &mut Report) {
    let mut warn = |path: String, text: &str, message: String| {
        let mut warning = Diagnostic::new(Severity::Warning, "bad_position", message).at(place).about(text);
        warning.path = Some(path);
        report.push(warning);
    };
    if !all.is(b'{') {
        if all.raw() != "null" {
            let message = "`positions` must be an object of company ids and points: { \"openai\": [0, 0] }";
            warn("positions".to_owned(), all.raw(), message.to_owned());
        }
        return;
    }
    let positions = &mut document.editor.positions;
    let mut parts = all.parts();
    while let Some((id, part)) = parts.pair() {
        let short: String = id.chars().take(200).collect();
        let path = format!("positions.{short}");
        let Some(company) = document.network.find_company(id.trim()) else {
            warn(path, part.raw(), format!("the company `{short}` of `positions` is not in the document"));
            continue;
        };
        let Some(point) = point(part) else {
            warn(path, part.raw(), format!("the position of `{short}` must be two numbers: [0, 0]"));
            continue;
        };
        positions.push((company, point));
    }
    // The last of several counts, and the order of the file means nothing.
    positions.reverse();
    order::sort_by(positions, |a, b| a.0.cmp(&b.0));
    positions.dedup_by_key(|&mut (company, _)| company);
}
