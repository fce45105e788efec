//! Lines and columns.

/// Counts lines and columns, from 1; columns in characters. Line breaks are `\n`, `\r\n` and `\r`.
#[derive(Clone, Debug)]
pub(super) struct Cursor {
    line: u32,
    column: u32,
    after_return: bool,
}

impl Default for Cursor {
    fn default() -> Self {
        Self { line: 1, column: 1, after_return: false }
    }
}

impl Cursor {
    /// Passes over a text. O(n).
    pub fn advance(&mut self, text: &str) {
        for &byte in text.as_bytes() {
            match byte {
                // Not the first byte of its character.
                0x80..=0xbf => {}
                b'\n' if self.after_return => {}
                b'\n' | b'\r' => (self.line, self.column) = (self.line + 1, 1),
                _ => self.column += 1,
            }
            self.after_return = byte == b'\r';
        }
    }

    /// The line and the column.
    pub const fn place(&self) -> (u32, u32) {
        (self.line, self.column)
    }
}

/// The places of slices of a text. Each call costs the distance from the slice before, or from the start if
/// that is earlier in the text: asked in the order of the text, O(n) in all.
pub(super) struct Places<'a> {
    text: &'a str,
    offset: usize,
    cursor: Cursor,
}

impl<'a> Places<'a> {
    pub fn new(text: &'a str) -> Self {
        Self { text, offset: 0, cursor: Cursor::default() }
    }

    /// Line and column of a slice of the text.
    pub fn of(&mut self, part: &str) -> (u32, u32) {
        let offset = (part.as_ptr() as usize).wrapping_sub(self.text.as_ptr() as usize);
        if offset < self.offset {
            (self.offset, self.cursor) = (0, Cursor::default());
        }
        if let Some(passed) = self.text.get(self.offset..offset) {
            self.cursor.advance(passed);
            self.offset = offset;
        }
        self.cursor.place()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_every_kind_of_line_break_once() {
        for text in ["ä\nb\nc", "ä\r\nb\r\nc", "ä\rb\rc", "ä\rb\r\nc"] {
            let mut places = Places::new(text);
            assert_eq!(places.of(&text[text.len() - 1..]), (3, 1), "{text:?}");
            assert_eq!(places.of(&text[2..]), (1, 2), "{text:?}");
        }
    }
}
