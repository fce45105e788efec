//! Documents that mean no good.

use crate::{assert_rows_in, codes, ids, load, refusal};
use deal_network::document::{Format, Limits, read};

#[test]
fn names_of_other_worlds_are_just_ids() {
    let loaded = load("id,from,to\n__proto__,constructor,__proto__\ntoString,hasOwnProperty,constructor\n");
    assert_eq!((ids(&loaded), loaded.diagnostics.len()), (vec!["__proto__", "toString"], 0));
    assert!(loaded.document.network.find_company("__proto__").is_some());
    let json =
        load(r#"{"version":1,"deals":[{"from":"__proto__","to":"b"}],"positions":{"__proto__":[1,1]}}"#);
    assert_eq!((json.document.editor.positions.len(), json.diagnostics.len()), (1, 0));
}

#[test]
fn characters_that_cannot_be_shown_are_taken_out() {
    let loaded = load("from,to,title,note\nNvi\u{200b}dia,Open\u{202e}AI,a\0b,c\u{2066}d\n");
    let deal = &loaded.document.network.deals()[0];
    assert_eq!((deal.id.as_str(), deal.title.as_str(), deal.note.as_str()), ("Nvidia>OpenAI#1", "ab", "cd"));
    assert_eq!(codes(&loaded), ["bad_characters"; 4]);
    let json = load(r#"{"version":1,"deals":[{"from":"a\ud800","to":"\u202eb"}]}"#);
    assert_eq!((ids(&json), codes(&json)), (vec!["a>b#1"], vec!["bad_characters"; 2]));
    // A company of nothing else is no company.
    assert_eq!(codes(&load("from,to\n\u{200b},b\n")), ["no_deals", "bad_characters", "no_company"]);
}

#[test]
fn megabyte_labels_are_cut() {
    let long = "ß".repeat(1_000_000);
    let loaded = load(&format!("from,to,title,note\n{long},b,{long},{long}\n"));
    let deal = &loaded.document.network.deals()[0];
    assert_eq!(loaded.document.network.company(deal.from).id.chars().count(), 200);
    assert_eq!((deal.title.chars().count(), deal.note.chars().count()), (10_000, 10_000));
    assert_eq!(codes(&loaded), ["long_text"; 3]);
    assert!(loaded.diagnostics.iter().all(|one| one.text.chars().count() <= 200));
}

#[test]
fn markup_and_formulas_stay_what_they_are() {
    let loaded = load("from,to,title\n<b>,=1+1,\"<img src=x onerror=alert(1)>\"\n");
    assert_eq!(loaded.document.network.deals()[0].title, "<img src=x onerror=alert(1)>");
    assert_eq!((ids(&loaded), loaded.diagnostics.len()), (vec!["<b>>=1+1#1"], 0));
}

#[test]
fn deep_nesting_is_refused_with_a_sentence() {
    let nest = |depth: usize| {
        format!("{{\"version\":1,\"x\":{}\"[\\\"[\"{}}}", "[".repeat(depth), "]".repeat(depth))
    };
    assert_eq!(codes(&load(&nest(127))), ["no_deals", "unknown_key"]);
    for depth in [128, 1_000_000] {
        let refusal = refusal(&nest(depth));
        assert_eq!((refusal.code, refusal.column), ("too_deep", Some(145)));
    }
}

#[test]
fn documents_past_the_limits_are_refused_with_a_sentence() {
    let table = format!("from,to\n{}", "a,b\n".repeat(3));
    let json = format!("{{\"version\":1,\"deals\":[{}]}}", ["{\"from\":\"a\",\"to\":\"b\"}"; 3].join(","));
    for text in [&table, &json] {
        let limited = |limits| read(text.as_bytes(), Format::Auto, &limits);
        let none = Limits::NONE;
        let code = |limits| limited(limits).unwrap_err().code;
        assert_eq!(code(Limits { bytes: text.len() - 1, ..none }), "too_large");
        assert_eq!(code(Limits { deals: 2, ..none }), "too_many_deals");
        assert_eq!(code(Limits { companies: 1, ..none }), "too_many_companies");
        let exact = Limits { bytes: text.len(), deals: 3, companies: 2 };
        assert_eq!(limited(exact).unwrap().rows, 3);
    }
    let listed = format!("{{\"version\":1,\"companies\":[{}]}}", ["{\"id\":\"a\"}"; 3].join(","));
    let limits = Limits { companies: 2, ..Limits::NONE };
    assert_eq!(read(listed.as_bytes(), Format::Auto, &limits).unwrap_err().code, "too_many_companies");
}

/// As many mistakes as fit: each still costs little, and the answer stays short.
#[test]
fn masses_of_mistakes_are_counted_and_every_bad_row_keeps_one() {
    let loaded = load(&format!("from,to,kind,date,amount\n{}", "a,a,?,?,?\n".repeat(10_000)));
    assert_eq!((loaded.rows, loaded.document.network.deals().len()), (10_000, 0));
    assert_rows_in(&loaded);
    assert!(loaded.diagnostics.len() < 11_100);
    assert_eq!(loaded.diagnostics.last().unwrap().code, "more");
    let keys = (0..100_000).map(|n| format!(",\"k{n}\":{n}")).collect::<Vec<_>>().concat();
    let loaded = load(&format!("{{\"version\":1,\"deals\":[{{\"from\":\"a\",\"to\":\"b\"{keys}}}]}}"));
    assert_eq!((loaded.rows, loaded.diagnostics.len()), (1, 1_001));
    let sources = vec!["{\"url\":\"x\"}"; 100_000].join(",");
    let loaded = load(&format!(
        "{{\"version\":1,\"deals\":[{{\"from\":\"a\",\"to\":\"b\",\"sources\":[{sources}]}}]}}"
    ));
    assert_eq!(loaded.document.network.deals()[0].sources.len(), 100_000);
    let loops: Vec<String> = (0..50_000).map(|n| format!("{{\"id\":\"a>b>{n}\"}}")).collect();
    let text = format!(
        "{{\"version\":1,\"deals\":[{{\"from\":\"a\",\"to\":\"b\"}}],\"loops\":[{}]}}",
        loops.join(",")
    );
    assert_eq!(load(&text).document.editor.loops, []);
}
