//! The rules of live deals and arc amounts, a table each.
#![allow(missing_docs, clippy::unwrap_used)]

mod common;

use common::document;
use deal_network::arcs::{Arc, Arcs, Disclosure, Filter};
use deal_network::network::{Amount, Confidence, DealId, Kind, Network, PartialDate, Status};

const HEAD: &str = "id,from,to,kind,amount,amount_firm,amount_basis,status,date,confidence,superseded_by\n";

fn network(rows: &[&str]) -> Network {
    document(&format!("{HEAD}{}\n", rows.join("\n"))).network
}

/// The arc from `a` to `b` under the default filter.
fn arc(rows: &[&str]) -> Option<Arc> {
    let network = network(rows);
    let arcs = Arcs::new(&network, &Filter::default());
    let (a, b) = (network.find_company("a")?, network.find_company("b")?);
    arcs.find(a, b).map(|id| arcs.arc(id).clone())
}

#[test]
fn the_sum_counts_what_may_be_counted() {
    use Disclosure::{Full, Partly, Undisclosed};
    for (rows, amount, disclosure, ceiling, approximate) in [
        (&["1,a,b,debt,5,,,signed,,,"][..], Some(5), Full, false, false),
        (&["1,a,b,debt,5,,,signed,,,", "2,a,b,lease,7,,up_to,signed,,,"], Some(12), Full, true, false),
        (&["1,a,b,debt,5,,about,signed,,,", "2,a,b,lease,,,,signed,,,"], Some(5), Partly, false, true),
        (&["1,a,b,debt,,,,signed,,,"], None, Undisclosed, false, false),
        // Rates and valuations are shown, never summed.
        (&["1,a,b,debt,5,,per_year,signed,,,"], None, Undisclosed, false, false),
        (&["1,a,b,debt,5,,valuation,signed,,,", "2,a,b,debt,3,,,signed,,,"], Some(3), Partly, false, false),
        // What a live deal supersedes is neither summed nor missed.
        (&["1,a,b,debt,5,,,signed,,,2", "2,a,b,debt,9,,,signed,,,"], Some(9), Full, false, false),
        (&["1,a,b,debt,,,,signed,,,2", "2,a,b,debt,9,,,signed,,,"], Some(9), Full, false, false),
        // A superseding deal that is not live replaces nothing.
        (&["1,a,b,debt,5,,,signed,,,2", "2,a,b,debt,9,,,cancelled,,,"], Some(5), Full, false, false),
    ] {
        let arc = arc(rows).unwrap();
        assert_eq!(arc.amount, amount.map(Amount::whole), "{rows:?}");
        assert_eq!(
            (arc.disclosure, arc.ceiling, arc.approximate),
            (disclosure, ceiling, approximate),
            "{rows:?}"
        );
    }
}

#[test]
fn the_firm_part_is_signed_and_no_ceiling_or_said_to_be_unconditional() {
    for (row, firm) in [
        ("1,a,b,debt,50,,,signed,,,", 50),
        ("1,a,b,debt,50,,,announced,,,", 0),
        ("1,a,b,debt,50,,up_to,completed,,,", 0),
        ("1,a,b,debt,50,15,up_to,announced,,,", 15),
        ("1,a,b,debt,50,,about,closed,,,", 50),
    ] {
        assert_eq!(arc(&[row]).unwrap().firm, Amount::whole(firm), "{row}");
    }
}

#[test]
fn the_default_filter_takes_reported_or_firmer_deals_of_kinds_that_make_arcs() {
    for &(status, name) in &Status::ALL {
        let row = format!("1,a,b,debt,5,,,{name},,,");
        assert_eq!(arc(&[&row]).is_some(), status >= Status::Reported, "{name}");
    }
    for &(kind, name) in &Kind::ALL {
        let row = format!("1,a,b,{name},5,,,signed,,,");
        let none = [Kind::Acquisition, Kind::Guarantee, Kind::Partnership, Kind::Holding].contains(&kind);
        assert_eq!(arc(&[&row]).is_none(), none, "{name}");
    }
}

#[test]
fn an_arc_has_its_strongest_status_and_its_earliest_date() {
    let arc = arc(&[
        "1,a,b,debt,5,,,reported,2025,,",
        "2,a,b,debt,5,,,closed,2025-03-01,,",
        "3,a,b,debt,5,,,announced,,,",
    ]);
    let arc = arc.unwrap();
    assert_eq!((arc.status, arc.deals.len()), (Status::Closed, 3));
    // A partial date counts as its earliest day and is kept as given.
    assert_eq!(arc.first.unwrap().to_string(), "2025");
}

#[test]
fn filters_pass_what_they_say() {
    let network = network(&[
        "1,a,b,debt,5,,,signed,2025,high,",
        "2,a,b,lease,50,,,reported,2025-12-31,low,",
        "3,a,b,stake,,,,closed,,medium,",
        "4,a,b,grant,500,,,completed,2026-01,,",
    ]);
    let base = Filter::default;
    let until = |text| Filter { until: PartialDate::parse(text), ..base() };
    for (filter, expected) in [
        (base(), &[1, 2, 3, 4][..]),
        // `until 2025` is the end of 2025; a deal without a date is always live.
        (until("2025"), &[1, 2, 3]),
        (until("2025-12-30"), &[1, 3]),
        (until("2024"), &[3]),
        (until("2026-01-01"), &[1, 2, 3, 4]),
        // Undisclosed deals pass a minimum amount unless switched off.
        (Filter { min_amount: Some(Amount::whole(50)), ..base() }, &[2, 3, 4]),
        (Filter { min_amount: Some(Amount::whole(50)), undisclosed: false, ..base() }, &[2, 4]),
        (Filter { statuses: vec![Status::Closed, Status::Completed], ..base() }, &[3, 4]),
        // A missing confidence is low.
        (Filter { confidences: vec![Confidence::Low], ..base() }, &[2, 4]),
        (Filter { kinds: vec![Kind::Debt, Kind::Grant], ..base() }, &[1, 4]),
    ] {
        let live: Vec<usize> = (0..network.deals().len())
            .filter(|&n| filter.passes(&network, DealId(n as u32)))
            .map(|n| n + 1)
            .collect();
        assert_eq!(live, expected, "{filter:?}");
    }
}

#[test]
fn both_directions_are_two_arcs_and_parallel_deals_are_one() {
    let network =
        network(&["1,a,b,debt,5,,,signed,,,", "2,b,a,debt,5,,,signed,,,", "3,a,b,lease,7,,,signed,,,"]);
    let arcs = Arcs::new(&network, &Filter::default());
    let amounts: Vec<_> =
        arcs.all().iter().map(|arc| (arc.from.0, arc.to.0, arc.amount.unwrap().units())).collect();
    assert_eq!(amounts, [(0, 1, 12.0), (1, 0, 5.0)]);
    assert_eq!(arcs.total(), Amount::whole(17));
}
