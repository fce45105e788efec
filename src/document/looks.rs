//! Ids that look the same and are not.

use crate::network::Company;
use crate::order;

/// Groups of companies whose ids look the same, by their places. O(n log n).
pub(super) fn look_alikes(companies: &[Company]) -> Vec<Vec<usize>> {
    let looks: Vec<String> = companies.iter().map(|company| look(&company.id)).collect();
    let order = order::places(looks.len(), &|a, b| looks[a].cmp(&looks[b]));
    let groups = order.chunk_by(|&a, &b| looks[a] == looks[b]);
    groups.filter(|group| group.len() > 1).map(<[usize]>::to_vec).collect()
}

/// What an id looks like: two ids that look alike have the same.
///
/// Without case, spaces, hyphens, underscores and joiners, with Cyrillic and Greek letters replaced by the
/// Latin ones that look the same.
fn look(id: &str) -> String {
    let shown =
        id.chars().filter(|c| !c.is_whitespace() && !matches!(c, '_' | '-' | '\u{200c}'..='\u{200f}'));
    shown.map(|c| latin(lower(c))).collect()
}

/// Lower case for ASCII, Latin-1, Greek and Cyrillic. The standard library's needs tables that would weigh
/// more in the module than the rest of this file.
const fn lower(c: char) -> char {
    let shifted = match c {
        'À'..='Ö' | 'Ø'..='Þ' | 'Α'..='Ω' | 'А'..='Я' => c as u32 + 32,
        '\u{400}'..='\u{40f}' => c as u32 + 80,
        _ => return c.to_ascii_lowercase(),
    };
    match char::from_u32(shifted) {
        Some(c) => c,
        None => c,
    }
}

fn latin(c: char) -> char {
    const ALIKE: &str = "аaеeкkоoрpсcтtуyхxіiјjѕsԁdһhԛqԝwκkοoνvτtυuρpχxιiαa";
    if c.is_ascii() {
        return c;
    }
    let mut pairs = ALIKE.chars();
    while let (Some(from), Some(to)) = (pairs.next(), pairs.next()) {
        if from == c {
            return to;
        }
    }
    c
}

#[cfg(test)]
mod tests {
    use super::look;

    #[test]
    fn ids_that_look_alike_have_the_same_look() {
        for id in ["OpenAI", "open_ai", "Open AI", "open-ai", "оpenai", "ΟpenAI"] {
            assert_eq!(look(id), "openai", "{id}");
        }
        assert_ne!(look("xai"), look("zai"));
    }
}
