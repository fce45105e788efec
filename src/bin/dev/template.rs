//! Pages that are made of other pages: marks in a text, and what stands in their place.

use anyhow::{Context, Result, bail};

/// What stands before, between and after two marks, the first of which must be there once.
fn between<'a>(text: &'a str, open: &str, close: &str) -> Result<(&'a str, &'a str, &'a str)> {
    if text.matches(open).count() != 1 {
        bail!("`{open}` does not stand once in the page");
    }
    let (before, rest) = text.split_once(open).unwrap_or_default();
    let (inside, after) =
        rest.split_once(close).with_context(|| format!("`{close}` is missing in the page"))?;
    Ok((before, inside, after))
}

/// The text with something else between two marks.
pub fn within(text: &str, open: &str, close: &str, value: &str) -> Result<String> {
    let (before, _, after) = between(text, open, close)?;
    Ok(format!("{before}{open}{value}{close}{after}"))
}

/// The text with something else in the place of a mark.
pub fn put(text: &str, mark: &str, value: &str) -> Result<String> {
    let (before, _, after) = between(text, mark, "")?;
    Ok(format!("{before}{value}{after}"))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn marks_must_stand_once() {
        assert_eq!(within("<a>b</a>", "<a>", "</a>", "c").unwrap(), "<a>c</a>");
        assert_eq!(put("a|b", "|", "+").unwrap(), "a+b");
        for text in ["", "<a>", "<a></a><a></a>"] {
            assert!(between(text, "<a>", "</a>").is_err(), "{text}");
        }
    }
}
