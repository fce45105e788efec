//! Sums as English text.

use super::deals::sum_basis;
use super::table;
use crate::arcs::{Arc, Disclosure};
use crate::cut::cut;
use crate::digits::decimal;
use crate::network::Amount;

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
    let sign = match unit {
        "USD" => "$",
        "EUR" => "€",
        "GBP" => "£",
        _ => return [unit, " ", &number].concat(),
    };
    [sign, &number].concat()
}

/// An arc's sum as it is written on the picture: "up to $50bn", "at least $2m"; empty if undisclosed.
pub fn short_sum(arc: &Arc, unit: &str) -> String {
    let Some(sum) = arc.amount else { return String::new() };
    let basis = sum_basis(arc.ceiling, arc.approximate);
    let template = table::sum_text(basis, arc.disclosure == Disclosure::Partly);
    let (before, after) = cut(template, |byte| byte == b'{').unwrap_or((template, ""));
    let after = cut(after, |byte| byte == b'}').map_or("", |(_, after)| after);
    [before, &scaled(sum, unit, ["tn", "bn", "m"]), after].concat()
}

/// "1,234,567".
pub(super) fn grouped(number: u64) -> String {
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
