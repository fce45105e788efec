//! English text of a sentence, for the command line and for SVG descriptions.

use super::deals::sum_basis;
use super::{Piece, table};
use crate::arcs::{Arc, Disclosure};
use crate::digits::decimal;
use crate::network::{Amount, Network, PartialDate};

/// The sentence as English text; money in `unit` (a currency code or `%`).
pub fn english(network: &Network, unit: &str, sentence: &[Piece]) -> String {
    let mut out = String::new();
    for piece in sentence {
        match piece {
            Piece::Text(words) => out.push_str(words),
            Piece::Company(id) => out.push_str(network.label(*id)),
            Piece::Money(amount) => out.push_str(&self::amount(*amount, unit)),
            Piece::Date(date) => out.push_str(&long_date(*date)),
            Piece::Count(count) => out.push_str(&grouped(*count)),
            Piece::Share(share) => out.push_str(&percent(*share)),
        }
    }
    out
}

/// "$43.8 billion", "€674 million", "12.5 %": three digits at most, rounded half up.
pub fn amount(sum: Amount, unit: &str) -> String {
    scaled(sum, unit, [" trillion", " billion", " million"])
}

/// The same with these words for 10¹², 10⁹ and 10⁶.
fn scaled(sum: Amount, unit: &str, words: [&str; 3]) -> String {
    let hundredths = sum.0;
    if unit == "%" {
        return decimal(hundredths, 2) + " %";
    }
    // A hundredth of 10¹², 10⁹ and 10⁶, in hundredths.
    let scales = [1_000_000_000_000, 1_000_000_000, 1_000_000];
    let number = match scales.iter().zip(words).find(|&(scale, _)| (hundredths + scale / 20) / 100 >= *scale)
    {
        Some((scale, word)) => {
            // Three digits: two decimals below ten, one below a hundred, else none; rounded once.
            let rounded = |step: u64| (hundredths + scale * step / 2) / (scale * step);
            let step = if rounded(1) < 1000 {
                1
            } else if rounded(10) < 1000 {
                10
            } else {
                100
            };
            decimal(rounded(step) * step, 2) + word
        }
        None => grouped((hundredths + 50) / 100),
    };
    match unit {
        "USD" => format!("${number}"),
        "EUR" => format!("€{number}"),
        "GBP" => format!("£{number}"),
        _ => format!("{unit} {number}"),
    }
}

/// An arc's sum as it is written on the picture: "up to $50bn", "at least $2m"; empty if undisclosed.
pub fn short_sum(arc: &Arc, unit: &str) -> String {
    let Some(sum) = arc.amount else { return String::new() };
    let basis = sum_basis(arc.ceiling, arc.approximate);
    let template = table::sum_template(basis, arc.disclosure == Disclosure::Partly);
    let (before, after) = template.split_once('{').unwrap_or((template, ""));
    let after = after.split_once('}').map_or("", |(_, after)| after);
    format!("{before}{}{after}", scaled(sum, unit, ["tn", "bn", "m"]))
}

fn long_date(date: PartialDate) -> String {
    let (year, month, day) = date.parts();
    match (month, day) {
        (0, _) => year.to_string(),
        (_, 0) => format!("{} {year}", table::MONTHS[usize::from(month) - 1]),
        _ => format!("{day} {} {year}", table::MONTHS[usize::from(month) - 1]),
    }
}

/// "1,234,567".
fn grouped(number: u64) -> String {
    let digits = decimal(number, 0);
    let mut out = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

fn percent(share: f64) -> String {
    let tenths = (share * 1000.0 + 0.5) as u32;
    if tenths >= 100 {
        format!("{} %", (tenths + 5) / 10)
    } else {
        format!("{}.{} %", tenths / 10, tenths % 10)
    }
}
