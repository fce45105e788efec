//! What is said of times, of filtered views and of shares of money.
#![allow(missing_docs, clippy::unwrap_used)]

mod common;

use common::{ai_deals, document};
use deal_network::arcs::{Arcs, Filter};
use deal_network::cycles::{Bounds, Search};
use deal_network::document::Document;
use deal_network::words::{english, filter_sentences, loop_time, share_sentence};

const HEAD: &str = "id,from,to,kind,amount,amount_firm,amount_basis,status,date,term_years\n";

fn deals(rows: &[&str]) -> Document {
    document(&format!("{HEAD}{}\n", rows.join("\n")))
}

#[test]
fn a_loops_time_is_told_with_the_deal_that_closed_it() {
    let told = |rows: &[&str]| {
        let document = deals(rows);
        let arcs = Arcs::new(&document.network, &Filter::default());
        let mut search = Search::new(&arcs, Bounds::default());
        while !search.run(1_000) {}
        let cycles = search.into_cycles();
        let time = loop_time(&document.network, &arcs, cycles.arcs(cycles.ids().next().unwrap()));
        english(&document.network, "USD", &time)
    };
    let [debt, lease] = ["1,a,b,debt,5e9,,,signed,2025-03,", "2,b,a,lease,1e9,,up_to,announced,2026-02-27,"];
    assert_eq!(
        told(&[debt, lease]),
        "First deal March 2025. A loop since 27 February 2026, by this deal: b rents from a for up to $1 billion."
    );
    assert_eq!(
        told(&[debt, "2,b,a,lease,,,,announced,,"]),
        "First deal March 2025. Since when it is a loop is not known: a side has no date."
    );
    let ring = |last: &str, date: &str| {
        told(&[
            "1,a,b,debt,5,,,signed,2025,",
            &format!("2,b,c,debt,5,,,signed,{date},"),
            &format!("3,c,a,grant,5,,,signed,{last},"),
        ])
    };
    assert_eq!(
        ring("2024", "2025"),
        "First deal 2024. A loop since 2025, by these deals: a lends $5 to b; b lends $5 to c. \
         Going round, the dates of its deals can follow one another; whether one led to the next is not known."
    );
    assert!(ring("2023", "2024").ends_with("do not follow one another, wherever one starts."));
    assert_eq!(
        ring("", "2024"),
        "First deal 2024. Since when it is a loop is not known: a leg has no date. \
         Whether the dates of its deals follow one another is not known: some have none."
    );
}

#[test]
fn a_filtered_view_says_what_it_counts() {
    let document =
        deals(&["1,Alpha,Beta,debt,5e9,,,signed,2025-03,", "2,Beta,Gamma,lease,1e9,,up_to,announced,,"]);
    for (words, told) in [
        (&[][..], ""),
        (&[("statuses", "signed,closed,completed")], "Counting only what is signed, closed or completed."),
        (&[("statuses", "none")], "Counting nothing."),
        (&[("until", "2026-10")], "As known in October 2026."),
        (&[("until", "2026-02-27")], "As known on 27 February 2026."),
        (&[("until", "2026"), ("without", "Alpha")], "As known at the end of 2026. Without Alpha."),
        (
            &[("without", "Alpha,Gamma,2")],
            "Without Alpha and Gamma. Without this deal: Beta rents from Gamma for up to $1 billion (announced).",
        ),
        (&[("kinds", "debt,lease")], "Counting only loans and leases."),
        (
            &[(
                "kinds",
                "equity_investment,stake,debt,cloud_contract,chip_purchase,purchase,lease,license,revenue_share,grant",
            )],
            "Not counting supplies, shares held and other deals.",
        ),
        (&[("minConfidence", "high")], "Counting only what is known with high confidence."),
        (&[("minConfidence", "medium")], "Counting only what is known with medium or high confidence."),
        (
            &[("minAmount", "1e9")],
            "Counting only deals of $1 billion or more, and those without a disclosed sum.",
        ),
        (&[("minAmount", "1e9"), ("undisclosed", "no")], "Counting only deals of $1 billion or more."),
        (&[("undisclosed", "no")], "Not counting deals without a disclosed sum."),
    ] {
        let mut filter = Filter::default();
        for (part, words) in words {
            filter.set(&document.network, part, words).unwrap();
        }
        assert_eq!(english(&document.network, "USD", &filter_sentences(&document.network, &filter)), told);
    }
}

#[test]
fn a_share_stands_beside_its_strictest_reading() {
    let told = |share, strictest, is_strictest| {
        english(&ai_deals(), "USD", &share_sentence(share, strictest, is_strictest))
    };
    assert_eq!(
        told(0.210_089, Some(0.006), false),
        "If every announced sum were paid in full, up to 21 % of the disclosed total could be arranged in closed \
         loops; counting only signed, closed or completed deals, 0.6 %. An upper limit from headline figures, not a \
         trace of money."
    );
    assert!(told(0.3, None, false).contains("completed deals, nothing."));
    assert!(
        told(0.006, Some(0.006), true)
            .starts_with("If every signed, closed or completed deal were paid in full")
    );
}
