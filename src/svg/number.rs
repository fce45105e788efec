//! Numbers in an SVG: at most two decimals, no trailing zeros, without the machinery of `format!`.

/// Appends a number rounded to hundredths. What is no number is 0.
pub(super) fn push(out: &mut String, value: f32) {
    // The cast saturates, and is 0 for NaN.
    let hundredths = (f64::from(value) * 100.0).round() as i64;
    if hundredths < 0 {
        out.push('-');
    }
    let positive = hundredths.saturating_abs();
    push_integer(out, positive / 100);
    let rest = (positive % 100) as u8;
    if rest > 0 {
        out.push('.');
        out.push(char::from(b'0' + rest / 10));
        if !rest.is_multiple_of(10) {
            out.push(char::from(b'0' + rest % 10));
        }
    }
}

/// Appends a whole number that is not negative.
pub(super) fn push_integer(out: &mut String, value: i64) {
    if value >= 10 {
        push_integer(out, value / 10);
    }
    out.push(char::from(b'0' + (value % 10).unsigned_abs() as u8));
}

/// Eight letters that follow from some texts (FNV-1a): an id that is stable and hardly ever taken.
pub(super) fn hash(texts: &[&str]) -> String {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for text in texts {
        for &byte in text.as_bytes().iter().chain(&[0]) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
    (0..8).map(|at| char::from(b'a' + (hash >> (8 * at) & 0xf) as u8)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounds_to_hundredths_and_drops_zeros() {
        for (value, text) in [
            (0.0, "0"),
            (-0.001, "0"),
            (12.0, "12"),
            (0.5, "0.5"),
            (-3.456, "-3.46"),
            (9.999, "10"),
            (7.05, "7.05"),
            (123_456.0, "123456"),
            (f32::NAN, "0"),
        ] {
            let mut out = String::new();
            push(&mut out, value);
            assert_eq!(out, text);
        }
    }
}
