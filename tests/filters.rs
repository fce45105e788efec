//! Filters: what is live against the rules said plainly, and filters from words.
#![allow(missing_docs, clippy::unwrap_used)]

mod common;

use common::document;
use common::random::{filter, network};
use deal_network::arcs::Filter;
use deal_network::document::Document;
use deal_network::network::{Confidence, Deal, DealId, Kind, Status};
use proptest::prelude::*;

/// The rules of a live deal, one a line.
fn is_live(filter: &Filter, id: DealId, deal: &Deal) -> bool {
    let mut rules = vec![
        deal.from != deal.to,
        !["acquisition", "guarantee", "partnership", "holding"].contains(&deal.kind.name()),
        filter.kinds.contains(&deal.kind),
        filter.statuses.contains(&deal.status),
        filter.confidences.contains(&deal.confidence),
        deal.amount.is_some() || filter.undisclosed,
        filter.without_deals.iter().all(|&other| other != id),
        filter.without_companies.iter().all(|&company| company != deal.from && company != deal.to),
    ];
    if let (Some(least), Some(amount)) = (filter.min_amount, deal.amount) {
        rules.push(amount >= least);
    }
    if let (Some(until), Some(date)) = (filter.until, deal.date) {
        // As texts: a month and a day that are not known count as the first, and at the end as the last.
        let first = (date.to_string() + "-01-01")[..10].to_owned();
        let last = match until.to_string() {
            year if year.len() == 4 => year + "-12-31",
            month if month.len() == 7 => month + "-31",
            day => day,
        };
        rules.push(first <= last);
    }
    rules.into_iter().all(|rule| rule)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn what_is_live_follows_the_rules(network in network(), filter in filter()) {
        let live = filter.live(&network);
        for (place, deal) in network.deals().iter().enumerate() {
            let id = DealId(place as u32);
            let expected = is_live(&filter, id, deal);
            prop_assert_eq!(live[place], expected);
            prop_assert_eq!(filter.passes(&network, id), expected);
        }
    }

    /// A choice's number is how many deals would count if it were the only one of its list.
    #[test]
    fn counts_are_what_each_choice_alone_would_give(network in network(), filter in filter()) {
        let counts = filter.counts(&network);
        let count = |filter: Filter| filter.live(&network).into_iter().filter(|live| *live).count() as u32;
        for (place, &(kind, _)) in Kind::ALL.iter().enumerate() {
            prop_assert_eq!(counts.kinds[place], count(Filter { kinds: vec![kind], ..filter.clone() }));
        }
        for (place, &(status, _)) in Status::ALL.iter().enumerate() {
            prop_assert_eq!(counts.statuses[place], count(Filter { statuses: vec![status], ..filter.clone() }));
        }
        for (place, &(confidence, _)) in Confidence::ALL.iter().enumerate() {
            let alone = Filter { confidences: vec![confidence], ..filter.clone() };
            prop_assert_eq!(counts.confidences[place], count(alone));
        }
    }

    /// What a filter says of itself reads back as the same filter.
    #[test]
    fn a_filter_reads_back_from_its_own_words(network in network(), filter in filter()) {
        let mut filter = filter;
        filter.kinds.retain(|kind| kind.makes_arc());
        filter.without_companies.retain(|id| id.index() < network.companies().len());
        filter.without_deals.retain(|id| id.index() < network.deals().len());
        filter.without_companies.dedup();
        let mut seen = Vec::new();
        filter.without_deals.retain(|id| !seen.contains(id) && { seen.push(*id); true });
        let said = serde_json::to_value(filter.value(&network)).unwrap();
        let list = |key: &str| {
            let words: Vec<&str> = said[key].as_array().unwrap().iter().map(|word| word.as_str().unwrap()).collect();
            if words.is_empty() { "none".to_owned() } else { words.join(",") }
        };
        let mut read = Filter::default();
        let mut set = |part: &str, words: &str| read.set(&network, part, words).unwrap();
        for part in ["kinds", "statuses", "confidences"] {
            set(part, &list(part));
        }
        set("until", said["until"].as_str().unwrap_or_default());
        set("minAmount", &said["minAmount"].as_u64().map_or(String::new(), |amount| amount.to_string()));
        set("undisclosed", if said["undisclosed"] == true { "yes" } else { "no" });
        let without = [list("withoutCompanies"), list("withoutDeals")].join(",").replace("none", "");
        set("without", &without);
        prop_assert_eq!(read, filter);
    }
}

const HEAD: &str = "id,from,to,kind,amount,status,date\n";

fn deals(rows: &str) -> Document {
    document(&format!("{HEAD}{rows}"))
}

fn parts(words: &[(&str, &str)]) -> Result<Filter, String> {
    let network = deals("1,a,b,debt,5,signed,\nb,b,c,debt,5,signed,\n").network;
    let mut filter = Filter::default();
    for (part, words) in words {
        filter.set(&network, part, words).map_err(|error| error.to_string())?;
    }
    Ok(filter)
}

#[test]
fn every_part_can_be_set_from_words_and_back() {
    assert_eq!(parts(&[]).unwrap(), Filter::default());
    let set = parts(&[
        ("kinds", "lease, debt"),
        ("statuses", "signed,completed"),
        ("minConfidence", "medium"),
        ("until", "2025"),
        ("minAmount", "5e9"),
        ("undisclosed", "no"),
        ("without", "a, 1"),
    ])
    .unwrap();
    assert_eq!(
        (set.kinds, set.statuses),
        (vec![Kind::Debt, Kind::Lease], vec![Status::Signed, Status::Completed])
    );
    assert_eq!(set.confidences, [Confidence::Medium, Confidence::High]);
    assert_eq!((set.until.unwrap().latest(), set.min_amount.unwrap().units()), (20_251_231, 5e9));
    assert_eq!((set.undisclosed, set.without_companies.len(), set.without_deals.len()), (false, 1, 1));
    // No words set a part back.
    let words = [("kinds", "debt"), ("statuses", "signed"), ("minConfidence", "high"), ("until", "2024")];
    let more = [("minAmount", "5"), ("undisclosed", "no"), ("without", "a")];
    let all = words.iter().chain(&more);
    let empty = all.clone().map(|&(part, _)| (part, " "));
    let back: Vec<_> = all.copied().chain(empty).collect();
    assert_eq!(parts(&back).unwrap(), Filter::default());
    assert_eq!(parts(&[("kinds", "none")]).unwrap().kinds, []);
    assert_eq!(parts(&[("statuses", "all")]).unwrap().statuses.len(), Status::ALL.len());
}

#[test]
fn a_word_that_is_not_known_is_named_with_what_is() {
    for (part, words, sentence) in [
        (
            "statuses",
            "signed,done",
            "`done` is not a status: cancelled, in_talks, reported, announced, signed, closed, completed",
        ),
        ("confidences", "sure", "`sure` is not a confidence: low, medium, high"),
        ("minConfidence", "5", "`5` is not a confidence: low, medium, high"),
        ("until", "2025-13", "`2025-13` is not a date: 2025, 2025-09 or 2025-09-22"),
        ("minAmount", "$5bn", "`$5bn` is not an amount: a plain number such as 5000000000 or 5e9"),
        ("undisclosed", "maybe", "`maybe` is not yes or no"),
        ("without", "a,zz", "`zz` is not the id of a company or a deal"),
        ("without", "b", "`b` is not the id of one thing: write `company:` or `deal:` before it"),
        ("colour", "red", "`colour` is not a part of a filter"),
    ] {
        assert_eq!(parts(&[(part, words)]).unwrap_err(), sentence);
    }
    let network = deals("1,a,b,debt,5,signed,\n").network;
    let mut filter = Filter::default();
    filter.set(&network, "without", "a").unwrap();
    let before = filter.clone();
    assert!(filter.set(&network, "without", "b,zz").is_err());
    assert_eq!(filter, before);
    // A kind that makes no arc would make none: it is no choice.
    let error = parts(&[("kinds", "debt,partnership")]).unwrap_err();
    assert!(
        error
            .starts_with("`partnership` is not a kind of deal that makes an arrow: equity_investment, stake")
    );
    let told = parts(&[("without", "company:b,deal:b")]).unwrap();
    assert_eq!((told.without_companies.len(), told.without_deals.len()), (1, 1));
}
