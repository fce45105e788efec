//! Ids: of deals, of companies, and of one deal within another.

use crate::{codes, ids, load, load_both, places};

#[test]
fn deals_without_an_id_are_named_without_clashing() {
    let loaded = load("id,from,to\n,a,b\n,b,a\n,a,b\na>b#2,a,b\n,a,b\n");
    assert_eq!(ids(&loaded), ["a>b#1", "b>a#1", "a>b#3", "a>b#2", "a>b#4"]);
    // The pairs `a>b`, `c` and `a`, `b>c` would be named alike.
    assert_eq!(ids(&load("from,to\na>b,c\na,b>c\n")), ["a>b>c#1", "a>b>c#2"]);
}

#[test]
fn the_second_of_two_equal_ids_is_rejected() {
    let loaded = load("id,from,to\nx,a,b\ny,a,b\nx,b,a\n");
    assert_eq!(ids(&loaded), ["x", "y"]);
    assert_eq!(places(&loaded), [('E', "duplicate_deal", 4, 1, 3)]);
    assert_eq!(
        loaded.diagnostics[0].to_string(),
        "line 4, column 1: the id `x` is already the id of deal 1 (line 2)"
    );
}

#[test]
fn a_deal_needs_both_companies() {
    let loaded = load("from,to,title\na,,x\n,b,y\n,,z\n");
    let expected = [
        ('W', "no_deals", 0, 0, 0),
        ('E', "no_company", 2, 3, 1),
        ('E', "no_company", 3, 1, 2),
        ('E', "no_company", 4, 1, 3),
        ('E', "no_company", 4, 2, 3),
    ];
    assert_eq!(places(&loaded), expected);
}

#[test]
fn a_deal_of_a_company_with_itself_is_loaded_with_a_warning() {
    let loaded = load("from,to\na,a\n");
    assert_eq!((ids(&loaded), places(&loaded)), (vec!["a>a#1"], vec![('W', "self_deal", 2, 3, 1)]));
}

#[test]
fn companies_that_are_not_in_the_list() {
    let loaded = load_both("from,to\nopenai,nvidia\nnvidia,openai\n", "id,name,type\nopenai,OpenAI,ai_lab\n");
    let companies = loaded.document.network.companies();
    let seen: Vec<_> = companies.iter().map(|one| (&*one.id, &*one.name, &*one.category)).collect();
    assert_eq!(seen, [("nvidia", "nvidia", ""), ("openai", "OpenAI", "ai_lab")]);
    assert_eq!(places(&loaded), [('W', "unknown_company", 2, 8, 1)]);
}

#[test]
fn the_list_of_companies() {
    let loaded = load_both(
        "from,to\na,b\n",
        "id;name;homepage\na;A;www.a.org\nb;;https://b.org\na;Again;\n;Nobody;\n",
    );
    let names: Vec<_> = loaded.document.network.companies().iter().map(|one| one.name.as_str()).collect();
    assert_eq!(names, ["A", "b"]);
    let expected =
        [('W', "no_web_address", 2, 5, 0), ('E', "duplicate_company", 4, 1, 0), ('E', "no_id", 5, 1, 0)];
    assert_eq!(places(&loaded), expected);
    assert_eq!(loaded.diagnostics[1].path.as_deref(), Some("companies[2]"));
}

#[test]
fn ids_that_look_alike_are_reported_once() {
    let loaded = load("from,to\nOpenAI,open ai\nopen_ai,OPEN-AI\nx,y\n");
    assert_eq!(codes(&loaded), ["look_alikes"]);
    assert_eq!(loaded.document.network.companies().len(), 6);
    for id in ["OpenAI", "open ai", "open_ai", "OPEN-AI"] {
        assert!(loaded.diagnostics[0].message.contains(&format!("`{id}`")));
    }
}

/// a -> b is kept; c -> itself, d -> nowhere, e -> f -> e are not; g -> e is.
#[test]
fn deals_that_supersede() {
    let loaded = load(
        "id,from,to,superseded_by\na,x,y,b\nb,x,y,\nc,x,y,c\nd,x,y,nowhere\ne,x,y,f\nf,x,y,e\ng,x,y,e\n",
    );
    let network = &loaded.document.network;
    let next = |id: &str| {
        let deal = network.deal(network.find_deal(id).unwrap());
        deal.superseded_by.map(|id| network.deal(id).id.as_str())
    };
    assert_eq!(
        ["a", "b", "c", "d", "e", "f", "g"].map(next),
        [Some("b"), None, None, None, None, None, Some("e")]
    );
    assert_eq!(
        places(&loaded),
        [
            ('W', "bad_successor", 4, 1, 3),
            ('W', "bad_successor", 5, 1, 4),
            ('W', "bad_successor", 6, 1, 5),
            ('W', "bad_successor", 7, 1, 6)
        ]
    );
}
