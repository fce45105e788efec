//! The AI deals against answers made independently with `NetworkX` (`tests/data/ai_deals.*.json`).
#![allow(missing_docs, clippy::unwrap_used)]

mod common;

use common::ai_deals;
use deal_network::arcs::{Arcs, Disclosure, Filter};
use deal_network::circularity::Circularity;
use deal_network::cycles::{self, Bounds, Cycles, Edit, Search, Standing, companies, id};
use deal_network::network::{Amount, Confidence, Kind, Network, Status};
use deal_network::overview::Overview;
use serde_json::Value;
use std::collections::BTreeMap;

struct Answer {
    network: Network,
    arcs: Arcs,
    cycles: Cycles,
}

fn answer(filter: &Filter, max_length: u32) -> Answer {
    let network = ai_deals();
    let arcs = Arcs::new(&network, filter);
    let mut search = Search::new(&arcs, Bounds { max_length: Some(max_length), ..Bounds::default() });
    // Slices of any size must not matter.
    while !search.run(97) {}
    assert_eq!(search.stopped_by(), None);
    Answer { network, arcs, cycles: search.into_cycles() }
}

impl Answer {
    fn id(&self, cycle: cycles::CycleId) -> String {
        id(&self.network, &companies(&self.arcs, self.cycles.arcs(cycle)))
    }
}

fn reference(name: &str) -> Value {
    serde_json::from_str(&std::fs::read_to_string(format!("tests/data/ai_deals.{name}.json")).unwrap())
        .unwrap()
}

fn texts(value: &Value) -> Vec<&str> {
    value.as_array().unwrap().iter().map(|text| text.as_str().unwrap()).collect()
}

fn counts(value: &Value) -> Vec<(u32, u64)> {
    let counts: BTreeMap<u32, u64> =
        value.as_object().unwrap().iter().map(|(k, v)| (k.parse().unwrap(), v.as_u64().unwrap())).collect();
    counts.into_iter().collect()
}

#[test]
fn the_loops_are_those_of_the_reference() {
    let reference = reference("loops");
    let answer = answer(&Filter::default(), 5);
    assert_eq!(answer.cycles.by_length(), counts(&reference["byLength"]));
    let found: Vec<String> = answer.cycles.ids().map(|cycle| answer.id(cycle)).collect();
    assert_eq!(found, texts(&reference["loops"]));
}

#[test]
fn the_ranking_and_the_figures_are_those_of_the_reference() {
    let answer = answer(&Filter::default(), 5);
    let ranking = cycles::rank(&answer.network, &answer.arcs, &answer.cycles);
    let priced = reference("loops")["priced"].clone();
    let priced = priced.as_array().unwrap();
    assert_eq!(priced.len(), 19);
    for (cycle, expected) in ranking.iter().zip(priced) {
        let standing = Standing::of(&answer.arcs, answer.cycles.arcs(*cycle));
        assert_eq!(answer.id(*cycle), expected["loop"].as_str().unwrap());
        assert_eq!(standing.smallest.unwrap().units(), expected["smallestArc"].as_f64().unwrap());
        assert_eq!(standing.exact, expected["exact"].as_bool().unwrap());
    }
    let next = Standing::of(&answer.arcs, answer.cycles.arcs(ranking[priced.len()]));
    assert_eq!((next.smallest, next.undisclosed), (None, 1));
}

#[test]
fn the_slots_and_the_overview_are_those_of_the_reference() {
    let reference = reference("overview");
    let answer = answer(&Filter::default(), 5);
    let ranking = cycles::rank(&answer.network, &answer.arcs, &answer.cycles);
    let edit = Edit::default();
    let leaders = cycles::leaders(&answer.arcs, &answer.cycles, &ranking, &edit);
    let ids: Vec<String> = leaders.iter().map(|&cycle| answer.id(cycle)).collect();
    assert_eq!(ids, texts(&reference["slotsWithFigure"]));
    let overview = Overview::new(&answer.arcs, &answer.cycles, &leaders);
    let shown = &overview.order[..overview.first];
    let names: Vec<&str> = shown.iter().map(|&company| answer.network.company(company).id.as_str()).collect();
    assert_eq!(names, texts(&reference["overview"]));
    let inside = |arc: &&deal_network::arcs::Arc| shown.contains(&arc.from) && shown.contains(&arc.to);
    assert_eq!(
        answer.arcs.all().iter().filter(inside).count() as u64,
        reference["arcsShown"].as_u64().unwrap()
    );
    assert_eq!((overview.order.len(), overview.first_small), (68, 8));
    let slots = cycles::slots(&answer.arcs, &answer.cycles, &ranking, &edit, &leaders, shown);
    let ids: Vec<String> = slots.iter().map(|&cycle| answer.id(cycle)).collect();
    assert_eq!(ids[4..], ["coreweave>nvidia", "amd>anthropic", "microsoft>openai", "anthropic>microsoft"]);
    assert_eq!(slots[..4], leaders[..]);
    for &pair in &slots[4..6] {
        let hops = answer.cycles.arcs(pair);
        assert_eq!((hops.len(), Standing::of(&answer.arcs, hops).smallest), (2, None));
    }
}

#[test]
fn every_filter_gives_the_figures_of_the_reference() {
    let until = |date| Filter { until: deal_network::PartialDate::parse(date), ..Filter::default() };
    let firm = Status::ALL.iter().map(|s| s.0).filter(|status| status.is_firm()).collect();
    let not_money = [Kind::Stake, Kind::Supply, Kind::Shareholding, Kind::Other];
    let money = Filter::default().kinds.into_iter().filter(|kind| !not_money.contains(kind)).collect();
    let filters = [
        ("default", Filter::default()),
        ("signed, closed or completed", Filter { statuses: firm, ..Filter::default() }),
        ("money only", Filter { kinds: money, ..Filter::default() }),
        ("high confidence", Filter { confidences: vec![Confidence::High], ..Filter::default() }),
        ("until 2024-12-31", until("2024-12-31")),
        ("until 2025-09-30", until("2025-09")),
        ("until 2025-12-31", until("2025")),
    ];
    let reference = reference("figures");
    for (name, filter) in filters {
        let expected = &reference[name];
        let answer = answer(&filter, 8);
        assert_eq!(answer.cycles.by_length(), counts(&expected["loops_by_length"]), "{name}");
        assert_eq!(answer.arcs.companies().len() as u64, expected["companies"].as_u64().unwrap(), "{name}");
        assert_eq!(answer.arcs.all().len() as u64, expected["arcs"].as_u64().unwrap(), "{name}");
        let states = counts_by_state(&answer.arcs);
        for (state, count) in expected["arcs_by_state"].as_object().unwrap() {
            assert_eq!(states[state.as_str()], count.as_u64().unwrap(), "{name}: {state}");
        }
        let circularity = Circularity::of(&answer.arcs);
        let sums = [answer.arcs.total(), circularity.total(), circularity.circular()].map(Amount::units);
        let [total, circular] =
            ["total", "circular"].map(|key| expected["circularity"][key].as_f64().unwrap());
        assert_eq!(sums, [total, total, circular], "{name}");
        let index = expected["circularity"]["index"].as_f64().unwrap();
        assert_eq!((circularity.share() * 1e6).round() / 1e6, index, "{name}");
        let undisclosed = expected["arcs_by_state"]["undisclosed"].as_u64().unwrap();
        assert_eq!(circularity.undisclosed() as u64, undisclosed, "{name}");
    }
}

#[test]
fn the_net_positions_are_those_of_the_reference() {
    let answer = answer(&Filter::default(), 2);
    let circularity = Circularity::of(&answer.arcs);
    let reference = reference("figures");
    let expected = reference["default"]["net"].as_object().unwrap();
    assert_eq!(expected.len(), 57);
    for company in answer.arcs.companies() {
        // Those that are even are not in the reference.
        let id = &answer.network.company(company).id;
        let net = expected.get(id).map_or(0.0, |net| net.as_f64().unwrap());
        assert_eq!(circularity.net(company) as f64 / 100.0, net, "{id}");
    }
}

fn counts_by_state(arcs: &Arcs) -> BTreeMap<&'static str, u64> {
    let mut counts = BTreeMap::new();
    for state in [Disclosure::Full, Disclosure::Partly, Disclosure::Undisclosed] {
        counts.insert(state.name(), arcs.all().iter().filter(|arc| arc.disclosure == state).count() as u64);
    }
    counts
}
