//! Random networks and filters for properties.

use deal_network::arcs::Filter;
use deal_network::network::{
    Amount, Basis, Company, CompanyId, Confidence, Deal, DealId, Kind, Network, PartialDate, Status,
};
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

/// Days, months and years that overlap, so that their order is often open.
const DATES: [&str; 9] =
    ["2023", "2024", "2024-02", "2024-02-29", "2024-03", "2024-12-31", "2025", "2025-01-01", "2025-06"];

/// Any date of a few, or none.
pub fn date() -> impl Strategy<Value = Option<PartialDate>> {
    prop::option::weighted(0.8, select(&DATES[..]).prop_map(|text| PartialDate::parse(text).unwrap()))
}

fn deal(companies: u32, deals: u32) -> impl Strategy<Value = Deal> {
    let ends = (0..companies, 0..companies);
    let terms = (select(&Kind::ALL[..]), select(&Status::ALL[..]), select(&Confidence::ALL[..]), date());
    let basis = select(vec![Basis::Committed, Basis::Committed, Basis::UpTo, Basis::About, Basis::PerYear]);
    let sums = (prop::option::weighted(0.7, 0_u64..6), basis, prop::option::weighted(0.1, 0..deals));
    (ends, terms, sums).prop_map(|((from, to), (kind, status, confidence, date), (amount, basis, after))| {
        Deal {
            kind: kind.0,
            status: status.0,
            confidence: confidence.0,
            date,
            amount: amount.map(Amount::whole),
            basis,
            superseded_by: after.map(DealId),
            ..Deal::new(CompanyId(from), CompanyId(to))
        }
    })
}

/// A network of these deals; ids are `a`, `b`, ... and `d0`, `d1`, ....
pub fn network_of(companies: u32, deals: Vec<Deal>) -> Network {
    let letter = |n: u32| char::from(b'a' + n as u8).to_string();
    let all = (0..companies).map(|n| Company { id: letter(n), name: letter(n), ..Company::default() });
    let deals = deals.into_iter().enumerate().map(|(n, deal)| Deal { id: format!("d{n}"), ..deal });
    Network::new(all.collect(), deals.collect()).unwrap()
}

/// Up to six companies and forty deals of every kind, with self deals and successors.
pub fn network() -> impl Strategy<Value = Network> {
    (2_u32..7, 1_u32..40).prop_flat_map(|(companies, deals)| {
        prop::collection::vec(deal(companies, deals), deals as usize)
            .prop_map(move |deals| network_of(companies, deals))
    })
}

/// Any filter for networks such as [`network`]; some of what is left out may not be there.
pub fn filter() -> impl Strategy<Value = Filter> {
    let some = |count: usize| {
        prop::bool::weighted(0.5).prop_flat_map(move |all| {
            if all {
                subsequence((0..count).collect::<Vec<_>>(), count)
            } else {
                subsequence((0..count).collect::<Vec<_>>(), 0..=count)
            }
        })
    };
    let lists = (some(Kind::ALL.len()), some(Status::ALL.len()), some(Confidence::ALL.len()));
    let amounts = (prop::option::weighted(0.3, (0_u64..6).prop_map(Amount::whole)), any::<bool>());
    let without = (prop::collection::vec(0_u32..8, 0..2), prop::collection::vec(0_u32..50, 0..4));
    (lists, prop::option::of(date()), amounts, without).prop_map(
        |((kinds, statuses, confidences), until, (min_amount, undisclosed), (companies, deals))| Filter {
            kinds: kinds.into_iter().map(|n| Kind::ALL[n].0).collect(),
            statuses: statuses.into_iter().map(|n| Status::ALL[n].0).collect(),
            confidences: confidences.into_iter().map(|n| Confidence::ALL[n].0).collect(),
            until: until.flatten(),
            min_amount,
            undisclosed,
            without_companies: companies.into_iter().map(CompanyId).collect(),
            without_deals: deals.into_iter().map(DealId).collect(),
        },
    )
}

/// The network of the same companies with the live deals alone.
pub fn only_live(network: &Network, filter: &Filter) -> Network {
    let live = filter.live(network);
    let mut place = 0;
    let places: Vec<Option<DealId>> = live
        .iter()
        .map(|&live| {
            place += u32::from(live);
            live.then(|| DealId(place - 1))
        })
        .collect();
    let kept = network.deals().iter().zip(&live).filter(|(_, live)| **live).map(|(deal, _)| Deal {
        superseded_by: deal.superseded_by.and_then(|id| places[id.index()]),
        ..deal.clone()
    });
    Network::new(network.companies().to_vec(), kept.collect()).unwrap()
}
