//! Text in lines of a given width: SVG breaks none.

use crate::scene::text_width;

/// As many words to a line as fit at a font size; a word that is wider than a line is broken. `100 %` and
/// `$50 billion` stay together. O(n), but for words that are broken.
pub(super) fn wrapped(text: &str, most: f32, size: f32, bold: bool) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for word in units(text) {
        let longer = if line.is_empty() { word.clone() } else { [&line, " ", &word].concat() };
        if text_width(&longer, size, bold) <= most {
            line = longer;
            continue;
        }
        if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        for sign in word.chars() {
            let alone = text_width(sign.encode_utf8(&mut [0; 4]), size, bold);
            // What takes no room stands upon the letter before it.
            if !line.is_empty() && alone > 0.0 && text_width(&line, size, bold) + alone > most {
                lines.push(std::mem::take(&mut line));
            }
            line.push(sign);
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

/// The same in as many lines, of widths as equal as can be.
pub(super) fn balanced(text: &str, most: f32, size: f32, bold: bool) -> Vec<String> {
    let lines = wrapped(text, most, size, bold);
    let (mut too_narrow, mut enough) = (0.0, most);
    // Within a pixel.
    while enough - too_narrow > 1.0 {
        let middle = f32::midpoint(too_narrow, enough);
        let is_enough = wrapped(text, middle, size, bold).len() <= lines.len();
        *(if is_enough { &mut enough } else { &mut too_narrow }) = middle;
    }
    wrapped(text, enough, size, bold)
}

/// The words of a text; a number and what counts it are one.
fn units(text: &str) -> Vec<String> {
    let mut units: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        let counts = ["trillion", "billion", "million", "%"].iter().any(|unit| word.starts_with(unit));
        match units.last_mut().filter(|last| counts && last.ends_with(|sign: char| sign.is_ascii_digit())) {
            Some(last) => {
                last.push('\u{a0}');
                last.push_str(word);
            }
            None => units.push(word.to_owned()),
        }
    }
    units
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn breaks_between_words_but_not_within_sums() {
        let text = "Amazon invests up to $50 billion in OpenAI";
        let lines = wrapped(text, 150.0, 13.0, false);
        assert_eq!(lines, ["Amazon invests up to", "$50\u{a0}billion in OpenAI"]);
        assert_eq!(wrapped("  ", 150.0, 13.0, false), [""; 0]);
        // No line is so narrow that nothing fits.
        assert_eq!(wrapped("ae\u{301}o", 1.0, 13.0, true), ["a", "e\u{301}", "o"]);
    }

    #[test]
    fn no_word_is_left_alone_where_it_can_have_company() {
        let text = "Amazon and Microsoft invest in the two AI labs that rent their clouds";
        assert_eq!(wrapped(text, 912.0, 28.0, true)[1], "clouds");
        assert_eq!(
            balanced(text, 912.0, 28.0, true),
            ["Amazon and Microsoft invest in the", "two AI labs that rent their clouds"]
        );
        assert_eq!(balanced("One", 912.0, 28.0, true), ["One"]);
        assert_eq!(balanced("", 912.0, 28.0, true), [""; 0]);
    }

    proptest! {
        #[test]
        fn nothing_is_lost_and_every_line_fits(text in "[a-zé ]{0,80}", most in 20.0_f32..300.0) {
            let lines = wrapped(&text, most, 13.0, false);
            let bare = |text: &str| text.split_whitespace().collect::<String>();
            prop_assert_eq!(bare(&lines.concat()), bare(&text));
            for line in lines {
                prop_assert!(text_width(&line, 13.0, false) <= most, "{}", line);
            }
        }
    }
}
