//! A line that says how far long work has come, for those who watch.

use std::io::{IsTerminal, Write, stderr};
use std::time::{Duration, Instant};

/// Work shorter than this says nothing.
const PATIENCE: Duration = Duration::from_millis(500);
const PAUSE: Duration = Duration::from_millis(100);

pub struct Progress {
    next: Instant,
    is_watched: bool,
    is_shown: bool,
}

impl Default for Progress {
    fn default() -> Self {
        Self { next: Instant::now() + PATIENCE, is_watched: stderr().is_terminal(), is_shown: false }
    }
}

impl Progress {
    /// Says it, on a terminal, now and then.
    pub fn say(&mut self, line: &dyn Fn() -> String) {
        if self.is_watched && Instant::now() >= self.next {
            let _ = write!(stderr(), "\r\x1b[2K{}", line());
            self.next = Instant::now() + PAUSE;
            self.is_shown = true;
        }
    }
}

impl Drop for Progress {
    /// Leaves no trace.
    fn drop(&mut self) {
        if self.is_shown {
            let _ = write!(stderr(), "\r\x1b[2K");
        }
    }
}
