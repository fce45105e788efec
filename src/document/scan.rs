//! Checking JSON, and finding where its values begin and end.

/// How deep lists and objects may stand in each other.
const DEEPEST: u32 = 128;

pub(super) const TOO_DEEP: &str = "lists and objects stand in each other more than 128 deep";

/// A sentence that only the desk has anybody to say to.
const fn why(sentence: &'static str) -> &'static str {
    if cfg!(feature = "desk") { sentence } else { "" }
}

/// A value, or the key of one: where it begins and ends in the text, and the place of the next node that is
/// not inside.
pub(super) struct Node {
    pub start: usize,
    pub end: usize,
    pub next: usize,
}

/// A place in a JSON text, and the nodes before it. After an error it is the place of the error.
pub(super) struct Scan<'a> {
    bytes: &'a [u8],
    pub at: usize,
    pub nodes: Vec<Node>,
}

impl<'a> Scan<'a> {
    pub const fn new(text: &'a str) -> Self {
        Self { bytes: text.as_bytes(), at: 0, nodes: Vec::new() }
    }

    /// Passes over the text, which must be one value. O(n).
    pub fn whole(&mut self) -> Result<(), &'static str> {
        self.space();
        self.value(0)?;
        self.space();
        if self.at < self.bytes.len() { Err(why("nothing may follow the document")) } else { Ok(()) }
    }

    fn rest(&self) -> &'a [u8] {
        self.bytes.get(self.at..).unwrap_or_default()
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn take(&mut self, byte: u8) -> bool {
        let is_there = self.peek() == Some(byte);
        self.at += usize::from(is_there);
        is_there
    }

    fn space(&mut self) {
        while let Some(b' ' | b'\t' | b'\n' | b'\r') = self.peek() {
            self.at += 1;
        }
    }

    /// Passes over a value inside `depth` lists and objects. Recursion is bounded by [`DEEPEST`].
    fn value(&mut self, depth: u32) -> Result<(), &'static str> {
        let place = self.nodes.len();
        self.nodes.push(Node { start: self.at, end: 0, next: 0 });
        match self.peek() {
            Some(b'[' | b'{') if depth == DEEPEST => return Err(TOO_DEEP),
            Some(b'[') => self.parts(b']', depth + 1)?,
            Some(b'{') => self.parts(b'}', depth + 1)?,
            Some(b'"') => self.string()?,
            Some(b'-' | b'0'..=b'9') => self.number()?,
            _ => self.word()?,
        }
        let next = self.nodes.len();
        if let Some(node) = self.nodes.get_mut(place) {
            (node.end, node.next) = (self.at, next);
        }
        Ok(())
    }

    /// Passes over a list or an object.
    fn parts(&mut self, close: u8, depth: u32) -> Result<(), &'static str> {
        self.at += 1;
        self.space();
        if self.take(close) {
            return Ok(());
        }
        loop {
            self.space();
            if close == b'}' {
                if self.peek() != Some(b'"') {
                    return Err(why("here must be a key in double quotes"));
                }
                self.value(depth)?;
                self.space();
                if !self.take(b':') {
                    return Err(why("a colon is missing after a key"));
                }
                self.space();
            }
            self.value(depth)?;
            self.space();
            if self.take(close) {
                return Ok(());
            }
            if !self.take(b',') {
                return Err(if close == b'}' {
                    "a comma or a closing brace is missing"
                } else {
                    "a comma or a closing bracket is missing"
                });
            }
        }
    }

    fn word(&mut self) -> Result<(), &'static str> {
        for word in ["true", "false", "null"] {
            if self.rest().starts_with(word.as_bytes()) {
                self.at += word.len();
                return Ok(());
            }
        }
        Err(why("here must be a value: a text in quotes, a number, a list or an object"))
    }

    fn string(&mut self) -> Result<(), &'static str> {
        self.at += 1;
        loop {
            let rest = self.rest();
            let plain = rest.iter().position(|&byte| byte < b' ' || byte == b'"' || byte == b'\\');
            let Some(plain) = plain else {
                self.at += rest.len();
                return Err(why("the quotes of a text are not closed"));
            };
            self.at += plain;
            self.at += match self.rest() {
                [b'"', ..] => {
                    self.at += 1;
                    return Ok(());
                }
                [b'\\', b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't', ..] => 2,
                [b'\\', b'u', digits @ ..]
                    if digits.len() >= 4 && digits.iter().take(4).all(u8::is_ascii_hexdigit) =>
                {
                    6
                }
                [b'\\', ..] => {
                    return Err(why(
                        "after a backslash must come one of \" \\ / b f n r t, or u and four digits",
                    ));
                }
                _ => return Err(why("a text must not have a line break or tab in it; write \\n or \\t")),
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
            Err(why("a number must be plain, such as 5000000000, 12.5 or 5e9"))
        }
    }

    fn digits(&mut self) -> bool {
        let start = self.at;
        while self.peek().is_some_and(|byte| byte.is_ascii_digit()) {
            self.at += 1;
        }
        self.at > start
    }
}
