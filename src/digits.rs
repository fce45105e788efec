//! Numbers as digits.

/// A number in powers of a tenth as a decimal number without closing zeros: 750 with 2 decimals is `7.5`.
///
/// Digit by digit, because binary fractions would not hold every cent of large amounts.
pub fn decimal(number: u64, decimals: usize) -> String {
    let mut reversed = String::new();
    let (mut rest, mut place) = (number, 0);
    while rest > 0 || place <= decimals {
        let digit = (rest % 10) as u8;
        if digit > 0 || place >= decimals || !reversed.is_empty() {
            reversed.push(char::from(b'0' + digit));
        }
        rest /= 10;
        place += 1;
        if place == decimals && !reversed.is_empty() {
            reversed.push('.');
        }
    }
    reversed.chars().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::decimal;

    #[test]
    fn decimals_are_plain() {
        for (number, decimals, text) in [
            (0, 0, "0"),
            (0, 2, "0"),
            (5, 2, "0.05"),
            (50, 2, "0.5"),
            (100, 2, "1"),
            (1_205, 2, "12.05"),
            (1_250, 2, "12.5"),
            (10, 0, "10"),
            (123_456, 6, "0.123456"),
            (u64::MAX, 0, "18446744073709551615"),
        ] {
            assert_eq!(decimal(number, decimals), text);
        }
    }
}
