//! The times of loops against brute force, and the orders in which loops are listed.
#![allow(missing_docs, clippy::unwrap_used)]

mod common;

use common::document;
use common::random::{filter, network, network_of};
use deal_network::arcs::{ArcId, Arcs, Filter};
use deal_network::cycles::{
    Bounds, CycleId, Cycles, OrderBy, Search, Standing, closing_deals, order_by, rank, time_respecting,
};
use deal_network::network::{Amount, CompanyId, Deal, DealId, Network, PartialDate};
use proptest::prelude::*;

fn loops(arcs: &Arcs) -> Cycles {
    let mut search = Search::new(arcs, Bounds::default());
    while !search.run(10_000) {}
    search.into_cycles()
}

/// Every day that matters: the first and the last of each date.
const DAYS: [u32; 16] = [
    20_230_101, 20_231_231, 20_240_101, 20_240_201, 20_240_229, 20_240_301, 20_240_331, 20_241_231,
    20_250_101, 20_250_601, 20_250_630, 20_251_231, 20_230_601, 20_240_601, 20_240_215, 20_250_301,
];

/// Whether the deals can be made on days that do not decrease, by trying every day for each.
fn some_days(deals: &[&Deal], from: u32) -> bool {
    let Some((deal, rest)) = deals.split_first() else { return true };
    DAYS.iter().any(|&day| {
        let inside = deal.date.is_none_or(|date| date.earliest() <= day && day <= date.latest());
        inside && day >= from && some_days(rest, day)
    })
}

/// By trying every start, every choice of deals and all their days.
fn goes_round(network: &Network, arcs: &Arcs, cycle: &[ArcId], is_strict: bool) -> bool {
    (0..cycle.len()).any(|start| {
        let mut choices: Vec<Vec<&Deal>> = vec![Vec::new()];
        for place in start..start + cycle.len() {
            let deals = arcs.arc(cycle[place % cycle.len()]).deals.iter().map(|&id| network.deal(id));
            let deals: Vec<&Deal> = deals.filter(|deal| !is_strict || deal.date.is_some()).collect();
            choices = choices
                .into_iter()
                .flat_map(|choice| deals.iter().map(move |deal| [choice.clone(), vec![*deal]].concat()))
                .collect();
        }
        choices.iter().any(|choice| some_days(choice, 0))
    })
}

/// Rings with one to three deals a leg, dated or not.
fn ring() -> impl Strategy<Value = Network> {
    (2_u32..6).prop_flat_map(|size| {
        let leg = prop::collection::vec(common::random::date(), 1..4);
        prop::collection::vec(leg, size as usize).prop_map(move |legs| {
            let mut deals = Vec::new();
            for (from, dates) in (0..).zip(legs) {
                for date in dates {
                    deals.push(Deal { date, ..Deal::new(CompanyId(from), CompanyId((from + 1) % size)) });
                }
            }
            network_of(size, deals)
        })
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn a_loop_respects_time_if_any_start_and_choice_of_deals_does(network in ring()) {
        let arcs = Arcs::new(&network, &Filter::default());
        let cycles = loops(&arcs);
        prop_assert_eq!(cycles.len(), 1);
        let cycle = cycles.arcs(CycleId(0));
        let expected = match (goes_round(&network, &arcs, cycle, true), goes_round(&network, &arcs, cycle, false)) {
            (true, _) => Some(true),
            (false, true) => None,
            (false, false) => Some(false),
        };
        prop_assert_eq!(time_respecting(&network, &arcs, cycle), expected);
    }

    /// Without its closing deals and all that came later or has no date, a loop is not there; with them it is.
    #[test]
    fn the_closing_deals_complete_the_loop(network in network()) {
        let arcs = Arcs::new(&network, &Filter::default());
        let cycles = loops(&arcs);
        for cycle in cycles.ids() {
            let hops = cycles.arcs(cycle);
            let closing = closing_deals(&network, &arcs, hops);
            let Some(since) = Standing::of(&arcs, hops).complete_since else {
                prop_assert!(closing.is_empty());
                continue;
            };
            let day = since.earliest();
            let till = |deal: DealId| network.deal(deal).date.is_some_and(|date| date.earliest() <= day);
            let deals = |hop: &ArcId| arcs.arc(*hop).deals.clone();
            prop_assert!(hops.iter().all(|hop| deals(hop).into_iter().any(till)));
            let others = |deal: DealId| till(deal) && !closing.contains(&deal);
            prop_assert!(!hops.iter().all(|hop| deals(hop).into_iter().any(others)));
            for &deal in &closing {
                prop_assert_eq!(network.deal(deal).date.unwrap().earliest(), day);
            }
        }
    }

    /// Each order is total, keeps the rank where its key says nothing, and puts what has no key last.
    #[test]
    fn orders_are_stable_and_total(network in network(), filter in filter()) {
        let arcs = Arcs::new(&network, &filter);
        let cycles = loops(&arcs);
        let ranking = rank(&network, &arcs, &cycles);
        for (by, name) in OrderBy::ALL {
            prop_assert_eq!(OrderBy::parse(name), Some(by));
            let mut expected = ranking.clone();
            let standing = |cycle: &CycleId| Standing::of(&arcs, cycles.arcs(*cycle));
            let day = |date: Option<PartialDate>| date.map_or(u32::MAX, PartialDate::earliest);
            let late = |amount: Option<Amount>| amount.map_or(i128::MAX, |amount| -i128::from(amount.0));
            expected.sort_by(|a, b| {
                let (x, y) = (standing(a), standing(b));
                match by {
                    OrderBy::Rank => std::cmp::Ordering::Equal,
                    OrderBy::Total => late(x.total).cmp(&late(y.total)),
                    OrderBy::Status => y.status.cmp(&x.status),
                    OrderBy::Undisclosed => x.undisclosed.cmp(&y.undisclosed),
                    OrderBy::Confidence => y.confidence.cmp(&x.confidence),
                    OrderBy::Length => cycles.arcs(*a).len().cmp(&cycles.arcs(*b).len()),
                    OrderBy::First => day(x.first).cmp(&day(y.first)),
                    OrderBy::CompleteSince => day(x.complete_since).cmp(&day(y.complete_since)),
                }
            });
            prop_assert_eq!(order_by(&arcs, &cycles, &ranking, by), expected);
        }
    }

    /// Marks through sums and comparisons, said anew from the arcs.
    #[test]
    fn marks_stay_through_sums_and_comparisons(network in network(), filter in filter()) {
        let arcs = Arcs::new(&network, &filter);
        let cycles = loops(&arcs);
        for cycle in cycles.ids() {
            let standing = Standing::of(&arcs, cycles.arcs(cycle));
            let hops: Vec<_> = cycles.arcs(cycle).iter().map(|&hop| arcs.arc(hop)).collect();
            let priced: Vec<_> = hops.iter().filter(|arc| arc.amount.is_some()).collect();
            prop_assert_eq!(standing.total_ceiling, priced.iter().any(|arc| arc.ceiling));
            prop_assert_eq!(standing.total_approximate, priced.iter().any(|arc| arc.approximate));
            prop_assert_eq!(standing.total_firm.0, priced.iter().map(|arc| arc.firm.0).sum::<u64>());
            prop_assert!(standing.total_firm <= standing.total.unwrap_or_default());
            prop_assert_eq!(standing.confidence, hops.iter().map(|arc| arc.confidence).min().unwrap());
            prop_assert_eq!(standing.status, hops.iter().map(|arc| arc.status).min().unwrap());
            if priced.len() < hops.len() {
                let none = (standing.smallest, standing.partly, standing.ceiling, standing.approximate);
                prop_assert_eq!(none, (None, false, false, false));
                continue;
            }
            let least = hops.iter().filter_map(|arc| arc.amount).min();
            let smallest: Vec<_> = hops.iter().filter(|arc| arc.amount == least).collect();
            prop_assert_eq!(standing.smallest, least);
            prop_assert_eq!(standing.ceiling, smallest.iter().any(|arc| arc.ceiling));
            prop_assert_eq!(standing.approximate, smallest.iter().any(|arc| arc.approximate));
            prop_assert_eq!(
                standing.partly,
                smallest.iter().all(|arc| arc.disclosure == deal_network::arcs::Disclosure::Partly)
            );
            prop_assert_eq!(Some(standing.firm), smallest.iter().map(|arc| arc.firm).min());
        }
    }
}

/// Starts that cannot work are skipped.
#[test]
fn long_loops_are_told_at_once() {
    let size = 3_000_u32;
    let told = |day: &dyn Fn(u32) -> u32| {
        let deals = (0..size).map(|from| Deal {
            date: PartialDate::parse(&format!("{:04}", 1000 + day(from))),
            ..Deal::new(CompanyId(from), CompanyId((from + 1) % size))
        });
        let all =
            (0..size).map(|n| deal_network::network::Company { id: format!("{n:05}"), ..Default::default() });
        let deals = deals.enumerate().map(|(n, deal)| Deal { id: n.to_string(), ..deal });
        let network = Network::new(all.collect(), deals.collect()).unwrap();
        let arcs = Arcs::new(&network, &Filter::default());
        let cycle: Vec<ArcId> = (0..size).map(ArcId).collect();
        time_respecting(&network, &arcs, &cycle)
    };
    assert_eq!(told(&|n| n), Some(true));
    assert_eq!(told(&|n| (n + 1_234) % size), Some(true));
    assert_eq!(told(&|n| size - n), Some(false));
    assert_eq!(told(&|n| n % 1_500), Some(false));
}

#[test]
fn several_deals_of_a_day_close_a_loop_together() {
    let rows =
        "id,from,to,date\nd1,a,b,2025-03-01\nd2,b,a,2025-03-01\nd3,b,a,2025-03-01\nd4,b,a,2025-03-02\n";
    let network = document(rows).network;
    let arcs = Arcs::new(&network, &Filter::default());
    assert_eq!(closing_deals(&network, &arcs, &[ArcId(0), ArcId(1)]), [DealId(0), DealId(1), DealId(2)]);
}
