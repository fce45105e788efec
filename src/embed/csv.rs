//! Rows as CSV (RFC 4180) that no spreadsheet takes for formulas, as `www/tools/csv.js` writes them.

/// Rows of cells; each row ends with CR LF. First comes the mark by which spreadsheets know the encoding.
pub(super) fn csv<'a>(rows: impl IntoIterator<Item = &'a Vec<String>>) -> String {
    let mut out = String::from("\u{feff}");
    for row in rows {
        for (place, text) in row.iter().enumerate() {
            if place > 0 {
                out.push(',');
            }
            cell(&mut out, text);
        }
        out.push_str("\r\n");
    }
    out
}

fn cell(out: &mut String, text: &str) {
    let is_formula = text.starts_with(['=', '+', '-', '@', '\t', '\r']) && !is_number(text);
    let is_quoted = text.contains(['"', ',', ';', '\t', '\r', '\n'])
        || text.starts_with(char::is_whitespace)
        || text.ends_with(char::is_whitespace);
    if is_quoted {
        out.push('"');
    }
    if is_formula {
        // An apostrophe says that what follows is text.
        out.push('\'');
    }
    out.push_str(&text.replace('"', "\"\""));
    if is_quoted {
        out.push('"');
    }
}

/// A plain number: digits with a sign, a fraction, an exponent.
fn is_number(text: &str) -> bool {
    let rest = text.strip_prefix(['+', '-']).unwrap_or(text);
    let (rest, exponent) = rest.split_once(['e', 'E']).unwrap_or((rest, "0"));
    let (whole, fraction) = rest.split_once('.').unwrap_or((rest, "0"));
    let exponent = exponent.strip_prefix(['+', '-']).unwrap_or(exponent);
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    is_digits(whole) && is_digits(fraction) && is_digits(exponent)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula_and_plain_numbers_stay() {
        for (text, cell) in [
            ("Amazon", "Amazon"),
            ("=1+1", "'=1+1"),
            ("+49", "+49"),
            ("-3.5e9", "-3.5e9"),
            ("-", "'-"),
            ("-inf", "'-inf"),
            ("+1-1", "'+1-1"),
            ("-1e", "'-1e"),
            ("-.5", "'-.5"),
            ("+1.e5", "'+1.e5"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\t=1", "\"'\t=1\""),
            ("\r=1", "\"'\r=1\""),
            ("a,b", "\"a,b\""),
            ("say \"a\"", "\"say \"\"a\"\"\""),
            ("a;b", "\"a;b\""),
            (" a", "\" a\""),
            ("", ""),
        ] {
            assert_eq!(csv([&vec![text.to_owned()]]), format!("\u{feff}{cell}\r\n"));
        }
    }
}
