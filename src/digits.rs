//! Numbers as digits.

/// A number in powers of a tenth as a decimal number without closing zeros: 750 with 2 decimals is `7.5`.
///
/// Digit by digit, because binary fractions would not hold every cent of large amounts.
pub fn decimal(number: u64, decimals: usize) -> String {
    let (mut scale, mut place) = (1, 0);
    while number / scale >= 10 || place < decimals {
        (scale, place) = (scale * 10, place + 1);
    }
    let mut text = String::new();
    loop {
        if place + 1 == decimals {
            text.push('.');
        }
        text.push(char::from(b'0' + (number / scale % 10) as u8));
        if place == 0 || place <= decimals && number.is_multiple_of(scale) {
            return text;
        }
        (scale, place) = (scale / 10, place - 1);
    }
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
