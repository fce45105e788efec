//! What a loop is called: the same in every file, link and language.

use crate::arcs::{ArcId, Arcs};
use crate::cut::cut;
use crate::network::{CompanyId, Network};

/// The companies of a cycle, from the one with the smallest id on.
pub fn companies(arcs: &Arcs, cycle: &[ArcId]) -> Vec<CompanyId> {
    cycle.iter().map(|&arc| arcs.arc(arc).from).collect()
}

/// The loop's id: its companies' ids from the smallest on, joined by `>`, with `%` and `>` percent-encoded.
pub fn id(network: &Network, companies: &[CompanyId]) -> String {
    let mut text = String::new();
    for (place, &company) in companies.iter().enumerate() {
        if place > 0 {
            text.push('>');
        }
        for letter in network.company(company).id.chars() {
            match letter {
                '%' => text.push_str("%25"),
                '>' => text.push_str("%3E"),
                _ => text.push(letter),
            }
        }
    }
    text
}

/// A company's id out of a loop's id.
pub fn decoded(part: &str) -> String {
    let (mut id, mut rest) = (String::new(), part);
    while let Some((plain, after)) = cut(rest, |byte| byte == b'%') {
        id.push_str(plain);
        let letter = match after.as_bytes() {
            [b'2', b'5', ..] => Some('%'),
            [b'3', b'E' | b'e', ..] => Some('>'),
            _ => None,
        };
        id.push(letter.unwrap_or('%'));
        rest = if letter.is_some() { after.get(2..).unwrap_or_default() } else { after };
    }
    id.push_str(rest);
    id
}

/// The companies of a loop's id, rotated so that the smallest id is first; `None` if one is unknown or named
/// twice, or if there are fewer than two.
pub fn parse_id(network: &Network, text: &str) -> Option<Vec<CompanyId>> {
    let (mut companies, mut rest) = (Vec::new(), text);
    while let Some((part, after)) = cut(rest, |byte| byte == b'>') {
        companies.push(network.find_company(&decoded(part))?);
        rest = after;
    }
    companies.push(network.find_company(&decoded(rest))?);
    let mut smallest = 0;
    for (place, company) in companies.iter().enumerate() {
        if companies[..place].contains(company) {
            return None;
        }
        if *company < companies[smallest] {
            smallest = place;
        }
    }
    if companies.len() < 2 {
        return None;
    }
    companies.rotate_left(smallest);
    Some(companies)
}
