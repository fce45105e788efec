//! Dates as precise as they are known.

use std::fmt;

/// A year, a month or a day: `2025`, `2025-09`, `2025-09-22`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct PartialDate {
    year: u16,
    month: u8,
    day: u8,
}

impl PartialDate {
    /// Reads `2025`, `2025-09` or `2025-09-22`; `None` for anything else and for days that do not exist.
    ///
    /// ```
    /// use deal_network::PartialDate;
    /// assert!(PartialDate::parse("2024-02-29").is_some());
    /// assert!(PartialDate::parse("2025-02-29").is_none());
    /// assert_eq!(PartialDate::parse("2025-09").unwrap().to_string(), "2025-09");
    /// ```
    pub fn parse(text: &str) -> Option<Self> {
        let bytes = text.as_bytes();
        let length = bytes.len();
        if (length > 4 && bytes[4] != b'-') || (length > 7 && bytes[7] != b'-') {
            return None;
        }
        let year = digits(text.get(..4)?, 4)?;
        let (mut month, mut day) = (0, 0);
        if length >= 7 {
            month = digits(text.get(5..7)?, 2)? as u8;
            if !(1..=12).contains(&month) {
                return None;
            }
        }
        if length >= 10 {
            day = digits(text.get(8..10)?, 2)? as u8;
            if day == 0 || day > days_in(year, month) {
                return None;
            }
        }
        (matches!(length, 4 | 7 | 10) && year > 0).then_some(Self { year, month, day })
    }

    /// The earliest day it may mean, as a number `yyyymmdd`; this is how dates are ordered.
    pub const fn earliest(self) -> u32 {
        let month = if self.month == 0 { 1 } else { self.month };
        let day = if self.day == 0 { 1 } else { self.day };
        self.year as u32 * 10_000 + month as u32 * 100 + day as u32
    }

    /// The latest day it may mean, as a number `yyyymmdd`: `until 2025` is the end of 2025.
    pub const fn latest(self) -> u32 {
        let month = if self.month == 0 { 12 } else { self.month };
        let day = if self.day == 0 { 31 } else { self.day };
        self.year as u32 * 10_000 + month as u32 * 100 + day as u32
    }

    /// Year, month (0 where unknown) and day (0 where unknown).
    pub const fn parts(self) -> (u16, u8, u8) {
        (self.year, self.month, self.day)
    }

    /// The text of which it was read.
    pub fn text(self) -> String {
        let mut text = String::new();
        push(&mut text, self.year, 1000);
        for part in [self.month, self.day] {
            if part > 0 {
                text.push('-');
                push(&mut text, u16::from(part), 10);
            }
        }
        text
    }
}

/// Appends the digits of a number from that of `power`, a power of ten, on.
fn push(text: &mut String, number: u16, mut power: u16) {
    while power > 0 {
        text.push(char::from(b'0' + (number / power % 10) as u8));
        power /= 10;
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text())
    }
}

fn digits(text: &str, length: usize) -> Option<u16> {
    (text.len() == length && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok())?
}

const fn days_in(year: u16, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        _ => 31,
    }
}
