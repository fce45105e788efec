//! Passing over JSON values, and checking them on the way.

/// How deep lists and objects may stand in each other.
const DEEPEST: u32 = 128;

pub(super) const TOO_DEEP: &str = "lists and objects stand in each other more than 128 deep";

pub(super) const fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r')
}

/// A place in a JSON text. After an error it is the place of the error.
pub(super) struct Scan<'a> {
    text: &'a str,
    pub at: usize,
}

impl<'a> Scan<'a> {
    pub const fn new(text: &'a str) -> Self {
        Self { text, at: 0 }
    }

    pub fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn take(&mut self, byte: u8) -> bool {
        let is_there = self.peek() == Some(byte);
        self.at += usize::from(is_there);
        is_there
    }

    pub fn space(&mut self) {
        while self.peek().is_some_and(|byte| is_space(char::from(byte))) {
            self.at += 1;
        }
    }

    /// Passes over a value inside `depth` lists and objects. Recursion is bounded by [`DEEPEST`].
    pub fn value(&mut self, depth: u32) -> Result<(), &'static str> {
        self.space();
        match self.peek() {
            Some(open @ (b'[' | b'{')) if depth < DEEPEST => {
                self.parts(open, &mut |scan| scan.value(depth + 1), &mut |_, _| {})
            }
            Some(b'[' | b'{') => Err(TOO_DEEP),
            Some(b'"') => self.string(),
            Some(b'-' | b'0'..=b'9') => self.number(),
            _ => {
                let word =
                    ["true", "false", "null"].iter().find(|word| self.text[self.at..].starts_with(**word));
                self.at += word.map_or(0, |word| word.len());
                word.map(|_| ())
                    .ok_or("here must be a value: a text in quotes, a number, a list or an object")
            }
        }
    }

    /// Passes over a list or an object and hands each key (empty in lists) and value to `each`.
    pub fn parts(
        &mut self,
        open: u8,
        value: &mut dyn FnMut(&mut Self) -> Result<(), &'static str>,
        each: &mut dyn FnMut(&'a str, &'a str),
    ) -> Result<(), &'static str> {
        let (is_object, close) = if open == b'{' { (true, b'}') } else { (false, b']') };
        self.at += 1;
        self.space();
        if self.take(close) {
            return Ok(());
        }
        loop {
            self.space();
            let key = self.at;
            if is_object {
                if self.peek() != Some(b'"') {
                    return Err("here must be a key in double quotes");
                }
                self.string()?;
            }
            let key = &self.text[key..self.at];
            self.space();
            if is_object && !self.take(b':') {
                return Err("a colon is missing after a key");
            }
            self.space();
            let start = self.at;
            value(self)?;
            each(key, &self.text[start..self.at]);
            self.space();
            if self.take(close) {
                return Ok(());
            }
            if !self.take(b',') {
                return Err(if is_object {
                    "a comma or a closing brace is missing"
                } else {
                    "a comma or a closing bracket is missing"
                });
            }
        }
    }

    fn string(&mut self) -> Result<(), &'static str> {
        self.at += 1;
        loop {
            match self.peek() {
                Some(b'"') => {
                    self.at += 1;
                    return Ok(());
                }
                Some(b'\\') => {
                    let escape = &self.text.as_bytes()[self.at + 1..];
                    self.at += match escape {
                        [b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't', ..] => 2,
                        [b'u', a, b, c, d, ..]
                            if [a, b, c, d].iter().all(|digit| digit.is_ascii_hexdigit()) =>
                        {
                            6
                        }
                        _ => {
                            return Err(
                                "after a backslash must come one of \" \\ / b f n r t, or u and four digits",
                            );
                        }
                    };
                }
                Some(0..=31) => {
                    return Err("a text must not have a line break or tab in it; write \\n or \\t");
                }
                Some(_) => self.at += 1,
                None => return Err("the quotes of a text are not closed"),
            }
        }
    }

    fn number(&mut self) -> Result<(), &'static str> {
        self.take(b'-');
        let is_fine = (self.take(b'0') || self.digits())
            && (!self.take(b'.') || self.digits())
            && (!(self.take(b'e') || self.take(b'E')) || {
                let _ = self.take(b'+') || self.take(b'-');
                self.digits()
            });
        let follows = self
            .peek()
            .is_some_and(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'+' | b'-'));
        if is_fine && !follows {
            Ok(())
        } else {
            Err("a number must be plain, such as 5000000000, 12.5 or 5e9")
        }
    }

    fn digits(&mut self) -> bool {
        let start = self.at;
        while self.peek().is_some_and(|byte| byte.is_ascii_digit()) {
            self.at += 1;
        }
        self.at > start
    }

    /// Passes over a value that was checked before: to the end of its quotes or brackets.
    pub fn skip(&mut self) {
        let mut depth = 0_u32;
        while let Some(byte) = self.peek() {
            match byte {
                b'"' => {
                    // Checked before, so it ends.
                    let _ = self.string();
                    if depth == 0 {
                        return;
                    }
                    continue;
                }
                b',' | b']' | b'}' | b' ' | b'\t' | b'\n' | b'\r' if depth == 0 => return,
                b'[' | b'{' => depth += 1,
                b']' | b'}' => {
                    depth -= 1;
                    if depth == 0 {
                        self.at += 1;
                        return;
                    }
                }
                _ => {}
            }
            self.at += 1;
        }
    }
}
