//! The numbers that a file may have: the one table of what is accepted, for CSV and JSON alike.
//!
//! | text | is |
//! |---|---|
//! | `5000000000`, `007`, `12.5`, `0.05`, `12.50` | that number |
//! | `5e9`, `5E9`, `5e+9`, `1.5e9`, `25e-1` | that number, in powers of ten |
//! | `12.345`, `1e-3` | rounded to hundredths (half upwards), with a warning |
//! | `0`, `0.00`, `0e9` | zero |
//! | more than the maximum, such as `1e400` | an error: too large |
//! | `-5`, `-0` | an error: negative |
//! | `$5bn`, `1,234`, `12,5`, `1 000`, `1_000`, `5%`, `+5`, `.5`, `5.`, `0x10`, `NaN`, `inf`, `five` | an error: no plain number |
//!
//! Numbers are read as integers of hundredths and never pass through binary fractions, so every machine
//! reads the same.

use crate::cut::cut;

/// A number in hundredths.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Hundredths {
    pub value: u64,
    /// Whether decimals were cut off.
    pub is_rounded: bool,
}

/// Why a text is no number here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NotNumber {
    Unreadable,
    Negative,
    TooLarge,
}

/// More digits than any number here has.
const MANY: i64 = 1 << 40;

/// Reads a number of at most `max` hundredths. O(n).
pub(crate) fn hundredths(text: &str, max: u64) -> Result<Hundredths, NotNumber> {
    if let Some(rest) = text.strip_prefix('-') {
        return Err(match hundredths(rest, max) {
            Err(NotNumber::Unreadable | NotNumber::Negative) => NotNumber::Unreadable,
            _ => NotNumber::Negative,
        });
    }
    let (mantissa, exponent) = match cut(text, |byte| byte == b'e' || byte == b'E') {
        Some((mantissa, exponent)) => (mantissa, power(exponent)?),
        None => (text, 0),
    };
    let (whole, fraction) = match cut(mantissa, |byte| byte == b'.') {
        Some((_, "")) => return Err(NotNumber::Unreadable),
        Some(parts) => parts,
        None => (mantissa, ""),
    };
    let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || !is_digits(whole) || !is_digits(fraction) {
        return Err(NotNumber::Unreadable);
    }
    // How many digits are still to come that count as hundredths or more.
    let mut left = i64::try_from(whole.len()).unwrap_or(MANY) + exponent + 2;
    let mut value: u64 = 0;
    let mut is_rounded = false;
    for byte in mantissa.bytes().filter(|&byte| byte != b'.') {
        let digit = u64::from(byte - b'0');
        let next = if left > 0 {
            value.checked_mul(10).and_then(|value| value.checked_add(digit))
        } else {
            is_rounded |= digit > 0;
            value.checked_add(u64::from(left == 0 && digit >= 5))
        };
        value = next.ok_or(NotNumber::TooLarge)?;
        left -= 1;
    }
    if value > 0 {
        for _ in 0..left {
            value = value.checked_mul(10).ok_or(NotNumber::TooLarge)?;
        }
    }
    if value > max { Err(NotNumber::TooLarge) } else { Ok(Hundredths { value, is_rounded }) }
}

/// An exponent, clamped to a range beyond which it no longer matters.
fn power(text: &str) -> Result<i64, NotNumber> {
    let (sign, digits) = match text.as_bytes().first() {
        Some(b'-') => (-1, text.get(1..).unwrap_or_default()),
        Some(b'+') => (1, text.get(1..).unwrap_or_default()),
        _ => (1, text),
    };
    if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return Err(NotNumber::Unreadable);
    }
    let size = digits.bytes().fold(0, |sum: i64, b| (sum * 10 + i64::from(b - b'0')).min(MANY));
    Ok(sign * size)
}

/// A number of hundredths with a sign, as a plain decimal: `-12.5`.
#[cfg(feature = "desk")]
pub(super) fn decimal(hundredths: i64) -> String {
    let sign = if hundredths < 0 { "-" } else { "" };
    format!("{sign}{}", crate::digits::decimal(hundredths.unsigned_abs(), 2))
}

#[cfg(test)]
mod tests {
    use super::*;

    const MAX: u64 = 100_000_000_000_000_000;

    #[test]
    fn the_table_of_accepted_numbers() {
        for (text, value) in [
            ("5000000000", 500_000_000_000),
            ("007", 700),
            ("12.5", 1_250),
            ("0.05", 5),
            ("12.50", 1_250),
            ("5e9", 500_000_000_000),
            ("5E9", 500_000_000_000),
            ("5e+9", 500_000_000_000),
            ("1.5e9", 150_000_000_000),
            ("25e-1", 250),
            ("0", 0),
            ("0.00", 0),
            ("0e9", 0),
            ("0e999999999999999999999", 0),
            ("1000000000000000", MAX),
            ("100e-2", 100),
        ] {
            assert_eq!(hundredths(text, MAX), Ok(Hundredths { value, is_rounded: false }), "{text}");
        }
    }

    #[test]
    fn more_than_two_decimals_are_rounded() {
        for (text, value) in
            [("12.345", 1_235), ("12.344", 1_234), ("1e-3", 0), ("5e-3", 1), ("0.999", 100), ("1e-99999", 0)]
        {
            assert_eq!(hundredths(text, MAX), Ok(Hundredths { value, is_rounded: true }), "{text}");
        }
        assert_eq!(hundredths("12.340", MAX), Ok(Hundredths { value: 1_234, is_rounded: false }));
    }

    #[test]
    fn the_table_of_refused_numbers() {
        for text in [
            "", " ", "$5bn", "1,234", "12,5", "1 000", "1_000", "5%", "+5", ".5", "5.", "5.e9", "0x10",
            "NaN", "nan", "inf", "-inf", "Infinity", "five", "5e", "5e+", "e9", "5e1.5", "1.2.3", "--5", "-",
            "٣",
        ] {
            assert_eq!(hundredths(text, MAX), Err(NotNumber::Unreadable), "{text}");
        }
        for text in ["-5", "-0", "-1e400", "-0.001"] {
            assert_eq!(hundredths(text, MAX), Err(NotNumber::Negative), "{text}");
        }
        for text in ["1e400", "1000000000000000.01", "999999999999999999999999", "1e99999999999999999999"] {
            assert_eq!(hundredths(text, MAX), Err(NotNumber::TooLarge), "{text}");
        }
    }

    #[cfg(feature = "desk")]
    #[test]
    fn decimals_are_plain() {
        for (value, text) in [(0, "0"), (-50, "-0.5"), (1_205, "12.05"), (100, "1"), (-1, "-0.01")] {
            assert_eq!(decimal(value), text);
        }
    }
}
