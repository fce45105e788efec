//! Taking texts apart at a byte.

/// What stands before and after the first byte of a kind, which is an ASCII character. The standard library's `split`
/// and `split_once` bring three searchers along, a kilobyte of the module that readers load.
///
/// ```text
/// cut("a>b>c", |byte| byte == b'>') = Some(("a", "b>c"))
/// ```
pub(crate) fn cut(text: &str, is_mark: fn(u8) -> bool) -> Option<(&str, &str)> {
    for (place, &byte) in text.as_bytes().iter().enumerate() {
        if is_mark(byte) {
            return text.get(..place).zip(text.get(place + 1..));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cuts_at_the_first_as_the_standard_library_does() {
        for text in ["", ">", "a", "a>", ">b", "a>b>c", "ä>ö", "äö"] {
            assert_eq!(cut(text, |byte| byte == b'>'), text.split_once('>'), "{text}");
        }
    }
}
