//! What a table may look like.

use crate::{codes, ids, load, places, refusal};
use deal_network::document::{Format, Limits, read};

#[test]
fn headers_in_any_case_and_order() {
    for header in
        ["from,to,amount_usd", "FROM,To,Amount USD", " From , TO ,amount-usd", "\"from\",to,amountUsd"]
    {
        let loaded = load(&format!("{header}\na,b,5\n"));
        assert_eq!((codes(&loaded), loaded.rows), (vec![], 1), "{header}");
        assert_eq!(loaded.document.network.deals()[0].amount.unwrap().units(), 5.0);
    }
}

#[test]
fn separators_and_line_breaks() {
    for (text, what) in [
        ("from,to,note\na,b,x\n", "comma"),
        ("from;to;note\na;b;x\n", "semicolon"),
        ("from\tto\tnote\na\tb\tx\n", "tab"),
        ("\u{feff}from,to,note\r\na,b,x\r\n", "mark and CRLF"),
        ("from,to,note\ra,b,x", "CR, no line break at the end"),
        ("\n \n,,\nfrom,to,note\n\na,b,x\n,,\n\n", "blank lines"),
        ("from;to;a,b,c,d;note\na;b;,,,;x\n", "commas in a header"),
    ] {
        let loaded = load(text);
        assert_eq!((ids(&loaded), loaded.rows), (vec!["a>b#1"], 1), "{what}");
        assert_eq!(loaded.document.network.deals()[0].note, "x", "{what}");
    }
}

#[test]
fn line_breaks_in_quotes() {
    let loaded = load("from,to,note\na,b,\"one\r\ntwo, \"\"three\"\"\"\nc,d,$\ne,,\n");
    assert_eq!(loaded.document.network.deals()[0].note, "one\ntwo, \"three\"");
    // The row after it still has its right line.
    assert_eq!(places(&loaded), [('E', "no_company", 5, 3, 3)]);
}

#[test]
fn a_quote_that_is_never_closed_rejects_from_its_row_on() {
    let loaded = load("from,to,note\na,b,fine\nc,d,\"open\ne,f,x\ng,h,y\n");
    assert_eq!((ids(&loaded), loaded.rows), (vec!["a>b#1"], 2));
    assert_eq!(places(&loaded), [('E', "open_quote", 3, 5, 2)]);
    assert!(loaded.diagnostics[0].text.starts_with("c,d,\"open"));
}

#[test]
fn text_after_a_closing_quote_rejects_the_row() {
    // Two stray quotes swallow the rows between them, which must not go unseen.
    let loaded = load("from,to,note\na,b,\"stray\nc,d,x\ne,f,\"stray\ng,h,y\n");
    assert_eq!((ids(&loaded), loaded.rows), (vec!["g>h#1"], 2));
    assert_eq!(places(&loaded), [('E', "text_after_quote", 4, 6, 1)]);
}

#[test]
fn rows_of_other_lengths() {
    let loaded = load("from,to,note,title\na,b\nc,d,x,y,,\ne,f,1,234,x\n");
    assert_eq!(ids(&loaded), ["a>b#1", "c>d#1"]);
    assert_eq!(places(&loaded), [('E', "extra_cells", 4, 11, 3)]);
}

#[test]
fn unknown_and_doubled_columns_are_said_once() {
    let loaded = load("from,colour,to,basis,Amount_Basis,\na,red,b,about,valuation,\na,blue,b,about,,\n");
    assert_eq!(places(&loaded), [('W', "unknown_column", 1, 6, 0), ('W', "duplicate_column", 1, 22, 0)]);
    assert_eq!(loaded.document.network.deals()[0].basis.name(), "about");
}

#[test]
fn a_table_must_name_its_columns() {
    for text in ["Nvidia,OpenAI,5\n", "from,recipient\na,b\n", "from,to,\"note\na,b,c\n", "<!doctype html>\n"]
    {
        let refusal = refusal(text);
        assert_eq!((refusal.code, refusal.line), ("bad_header", Some(1)), "{text}");
    }
    assert_eq!(
        refusal("from,recipient\na,b\n").to_string(),
        "line 1, column 1: the first line must name the columns of the deals, but there is no column `to`"
    );
}

#[test]
fn nothing_in_it() {
    for text in [
        "",
        "\u{feff}",
        " \n\n",
        "from,to\n",
        "from,to\n\n,\n",
        "{\"version\":1,\"deals\":[]}",
        "{\"version\":1}",
    ] {
        for format in [Format::Auto, Format::Csv, Format::Json] {
            let is_json = text.starts_with('{');
            if !text.trim().trim_matches('\u{feff}').is_empty()
                && (format == Format::Json) != is_json
                && format != Format::Auto
            {
                continue;
            }
            let loaded = read(text.as_bytes(), format, &Limits::default()).unwrap();
            assert_eq!((codes(&loaded), loaded.rows), (vec!["no_deals"], 0), "{text:?}");
        }
    }
}

#[test]
fn other_encodings_are_refused() {
    for (bytes, place) in [
        (&b"\xff\xfef\0r\0o\0m\0"[..], None),
        (b"\xfe\xff\0f\0r", None),
        (b"from,to\na,b\nZo\xeb,x\n", Some((3, 3))),
    ] {
        let refusal = read(bytes, Format::Auto, &Limits::default()).unwrap_err();
        assert_eq!((refusal.code, refusal.line.zip(refusal.column)), ("not_utf8", place));
        assert!(refusal.message.contains("save it as UTF-8"));
    }
}
