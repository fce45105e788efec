//! Texts from files: what is stripped, where they are cut, and what counts as a web address.

/// How long a text may be, in characters, and whether it may have several lines.
#[derive(Clone, Copy)]
pub(super) struct Shape {
    pub max: usize,
    has_lines: bool,
}

/// Ids, names, tickers: what is drawn and compared.
pub(super) const NAME: Shape = Shape { max: 200, has_lines: false };
/// Titles, addresses.
pub(super) const LINE: Shape = Shape { max: 10_000, has_lines: false };
/// Notes.
pub(super) const TEXT: Shape = Shape { max: 10_000, has_lines: true };

/// A text as it is kept.
#[cfg(feature = "desk")]
pub(super) struct Clean {
    pub text: String,
    /// Characters were stripped that cannot be shown or that turn the text around.
    pub is_stripped: bool,
    /// It was cut at the maximum.
    pub is_cut: bool,
}

/// Strips what cannot be shown, trims, and cuts. What is clean stays as it is. O(n).
///
/// Line breaks and tabs in a one-line text become spaces. Joiners (U+200C, U+200D) and direction marks
/// (U+200E, U+200F, U+061C) stay: Persian, emoji and Arabic need them, and they turn nothing around.
#[cfg(feature = "desk")]
pub(super) fn clean(text: &str, shape: Shape) -> Clean {
    let text = text.trim();
    // Nearly all texts: seen at a glance to be clean.
    if text.len() <= shape.max && text.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        return Clean { text: text.to_owned(), is_stripped: false, is_cut: false };
    }
    let mut kept = String::with_capacity(text.len().min(shape.max));
    let (mut is_stripped, mut is_cut, mut count) = (false, false, 0);
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let c = match c {
            '\r' if chars.peek() == Some(&'\n') => continue,
            '\n' | '\r' if shape.has_lines => '\n',
            '\t' if shape.has_lines => c,
            '\n' | '\r' | '\t' => ' ',
            c if is_unseen(c) => {
                is_stripped = true;
                continue;
            }
            c => c,
        };
        if count == shape.max {
            is_cut = true;
            // A letter without its accent would be another letter: leave out the whole.
            if joins_the_one_before(c) {
                while kept.pop().is_some_and(joins_the_one_before) {}
            }
            break;
        }
        kept.push(c);
        count += 1;
    }
    let text = match kept.trim() {
        trimmed if trimmed.len() == kept.len() => kept,
        trimmed => trimmed.to_owned(),
    };
    Clean { text, is_stripped, is_cut }
}

/// Whether a text stays as it is when it is cleaned. O(n).
pub(super) fn is_shown(text: &str, shape: Shape) -> bool {
    let (mut count, mut last) = (0, None);
    for c in text.chars() {
        let is_shown = !is_unseen(c) || shape.has_lines && matches!(c, '\n' | '\t');
        if !is_shown || count == 0 && c.is_whitespace() {
            return false;
        }
        (count, last) = (count + 1, Some(c));
    }
    count <= shape.max && !last.is_some_and(char::is_whitespace)
}

/// Controls, zero-width spaces, overrides of the reading direction, the sign for broken characters.
fn is_unseen(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{ad}' | '\u{200b}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffd}')
}

#[cfg(feature = "desk")]
const fn joins_the_one_before(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{200d}' | '\u{20d0}'..='\u{20ff}' | '\u{fe00}'..='\u{fe0f}' | '\u{1f3fb}'..='\u{1f3ff}')
}

/// Whether a text is an address that may become a link: `http:` or `https:`, in any case, with a host.
///
/// Browsers ignore spaces and controls around an address and line breaks and tabs inside, so they are
/// ignored here as well.
///
/// ```
/// use deal_network::document::is_web_address;
/// assert!(is_web_address(" HTTPS://example.org/a"));
/// assert!(!is_web_address("java\nscript:alert(1)"));
/// assert!(!is_web_address("www.example.org"));
/// ```
pub fn is_web_address(text: &str) -> bool {
    let mut expected = b"http://".iter().peekable();
    let mut is_secure = false;
    for c in text.chars().filter(|c| !c.is_control() && *c != ' ') {
        let Some(&&next) = expected.peek() else { return !matches!(c, '/' | '\\' | '?' | '#') };
        if next == b':' && c.eq_ignore_ascii_case(&'s') && !is_secure {
            is_secure = true;
            continue;
        }
        if !c.eq_ignore_ascii_case(&char::from(next)) {
            return false;
        }
        expected.next();
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strips_what_cannot_be_shown_and_says_so() {
        for (text, kept, is_stripped) in [
            ("Nvidia", "Nvidia", false),
            ("  Nvidia\u{a0}", "Nvidia", false),
            ("Nvi\u{202e}dia", "Nvidia", true),
            ("Nvi\u{200b}dia\0", "Nvidia", true),
            ("a\r\nb\tc", "a b c", false),
            ("Zoë 👩\u{200d}💻", "Zoë 👩\u{200d}💻", false),
            ("\u{2066}\u{2069}", "", true),
        ] {
            let clean = clean(text, NAME);
            assert_eq!((clean.text.as_str(), clean.is_stripped, clean.is_cut), (kept, is_stripped, false));
        }
        assert_eq!(clean("a\r\nb\tc", TEXT).text, "a\nb\tc");
    }

    #[test]
    fn cuts_between_letters_and_not_before_their_accents() {
        let exact = "x".repeat(200);
        assert!(!clean(&exact, NAME).is_cut);
        let cut = clean(&"ß".repeat(1_000_000), NAME);
        assert!(cut.is_cut);
        assert_eq!(cut.text.chars().count(), 200);
        let accent = clean(&format!("{}e\u{301}", "x".repeat(199)), NAME);
        assert_eq!(accent.text, "x".repeat(199));
    }

    #[test]
    fn only_http_is_a_web_address() {
        for text in ["http://a", "https://example.org", " HtTpS://example.org", "ht\ttps://example.org"] {
            assert!(is_web_address(text), "{text}");
        }
        for text in [
            "",
            "https:",
            "https://",
            "https:///x",
            "https:example.org",
            "https:\\\\example.org",
            "javascript:alert(1)",
            "JaVaScRiPt://x",
            "java\nscript:alert(1)",
            "\u{1}javascript:alert(1)",
            "data:text/html,x",
            "ftp://example.org",
            "//example.org",
            "example.org",
            "httpss://example.org",
        ] {
            assert!(!is_web_address(text), "{text}");
        }
    }
}
