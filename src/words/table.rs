//! All English words. `{0}` is who gives, `{1}` who receives, `{2}` the sum.

use crate::network::{Basis, Kind, Status};

pub(super) const AND: &str = " and ";
pub(super) const TO: &str = " to ";
pub(super) const AND_BACK: &str = " and back";
pub(super) const UNDISCLOSED: &str = "an undisclosed sum";
pub(super) const SUM_UNDISCLOSED: &str = "{0}, sum undisclosed";
pub(super) const MONEY_OF: &str = "{0} of {1}";
pub(super) const GIVES: &str = "{0} to {1}: {2}";
pub(super) const OVER_YEARS: &str = " over {0} years";
pub(super) const OVER_ONE_YEAR: &str = " over one year";
pub(super) const STATUS: &str = " ({0})";
pub(super) const STATUS_DATE: &str = " ({0}, {1})";
pub(super) const SEVERAL: &str = "{0} to {1}: {2} in {3} deals ({4})";
pub(super) const FIRST_IN: &str = "{0}; first deal {1}";

pub(super) const GIVES_WORDS: &str = "{0} gives {1} {2}";
#[cfg(feature = "desk")]
pub(super) const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

pub(super) const SMALLEST_SIDE: &str = "smallest side {0}";
pub(super) const SMALLEST_LEG: &str = "smallest leg {0}";
pub(super) const OTHER_SIDE_PARTLY: &str = "; other side partly undisclosed";
pub(super) const OTHER_LEGS_PARTLY: &str = "; other legs partly undisclosed";
pub(super) const NO_FIGURE_SIDE: &str = "no figure: {0} of {1} sides undisclosed";
pub(super) const NO_FIGURE_LEG: &str = "no figure: {0} of {1} legs undisclosed";

pub(super) const NOT_LIVE_SELF: &str = "a company’s deal with itself makes no loop";
pub(super) const NOT_LIVE_KIND: &str = "deals of this kind make no arrow";
pub(super) const NOT_LIVE_FILTER: &str = "not counted under the present filter";
pub(super) const NOT_LIVE_STATUS: &str = "not counted: {0}";

pub(super) const HEADLINE: &str = "{0} pairs of companies have deals that run both ways";
pub(super) const HEADLINE_ONE: &str = "One pair of companies has deals that run both ways";
pub(super) const HEADLINE_LONGER: &str = "{0} chains of deals run in a circle";
pub(super) const HEADLINE_LONGER_ONE: &str = "One chain of deals runs in a circle";
pub(super) const HEADLINE_NONE: &str = "No deals here run in a circle";
pub(super) const PAIRS: &str = "{0} pairs of companies have deals in both directions.";
pub(super) const PAIRS_ONE: &str = "One pair of companies has deals in both directions.";
pub(super) const PAIRS_NONE: &str = "No two companies here have deals in both directions.";
pub(super) const LONGER: &str =
    " Longer chains that close can be formed in {0} ways; nobody is known to have arranged them.";
pub(super) const LONGER_ONE: &str =
    " One longer chain that closes can be formed; nobody is known to have arranged it.";
pub(super) const LONGER_CUT: &str =
    " Longer chains that close can be formed in at least {0} ways; nobody is known to have arranged them.";
pub(super) const LARGEST: &str = " In the largest with a figure on both sides, {0}; {1}.";
pub(super) const HEADLINE_SUMS: &str =
    " Headline values, often over several years; they are not cash that has moved.";
pub(super) const AS_OF: &str = " Data to {0}.";
pub(super) const SHOWN: &str =
    "{0} of {1} companies, {2} of {3} arrows, {4} of the headline value; totals are for all.";
pub(super) const SHOWN_NO_VALUE: &str = "{0} of {1} companies, {2} of {3} arrows; totals are for all.";
pub(super) const SHOWN_NO_LOOP: &str = " No loop was found: these are the companies with the largest sums.";
pub(super) const HOW: &str = "Loops of up to {0} companies: {1} pairs, {2} longer; {3} coloured.";
pub(super) const HOW_STOPPED: &str = " The search was cut short: there are more loops than were counted.";
pub(super) const UNDATED: &str = " Deals without a date count at any time: {0}.";
pub(super) const NOT_SHOWN: &str = " Not counted: {0} deals that are in talks or cancelled, of a company with itself, or of kinds that make no arrow.";
pub(super) const DISCLAIMER: &str =
    "Deals in both directions are common and lawful; this figure makes no claim about intent or accounting.";
pub(super) const ALT: &str = "Network of {0} companies. {1} loops are coloured and numbered: {2}.";
pub(super) const ALT_NO_COLOUR: &str = "Network of {0} companies. No loop is coloured.";
pub(super) const ALT_NONE: &str = "Network of {0} companies. No loop was found.";
pub(super) const INSTRUCTIONS: &str = "Up and Down move through loops and companies. Enter opens. F follows the money to the next company, Shift and F goes back. Escape goes one level up, then out.";

/// A kind as a reader would say it.
pub const fn kind_label(kind: Kind) -> &'static str {
    words(kind).0
}

/// A kind as a plural after "$5 billion of".
pub(super) const fn kind_plural(kind: Kind) -> &'static str {
    words(kind).1
}

/// The sentence of a deal of this kind.
pub(super) const fn kind_template(kind: Kind) -> &'static str {
    words(kind).2
}

const fn words(kind: Kind) -> (&'static str, &'static str, &'static str) {
    match kind {
        Kind::EquityInvestment => ("investment", "investment", "{0} invests {2} in {1}"),
        Kind::Stake => {
            ("shares or warrants", "shares or warrants", "{0} issues shares or warrants to {1} for {2}")
        }
        Kind::Debt => ("loan", "loans", "{0} lends {2} to {1}"),
        Kind::CloudContract => {
            ("computing contract", "computing contracts", "{0} contracts computing capacity from {1} for {2}")
        }
        Kind::ChipPurchase => ("chip purchase", "chip purchases", "{0} buys chips from {1} for {2}"),
        Kind::Purchase => ("purchase", "purchases", "{0} buys from {1} for {2}"),
        Kind::Lease => ("lease", "leases", "{0} rents from {1} for {2}"),
        Kind::License => ("licence", "licence fees", "{0} pays {1} {2} for a licence"),
        Kind::RevenueShare => ("share of revenue", "shared revenue", "{0} shares revenue with {1}: {2}"),
        Kind::Grant => ("grant", "grants", "{0} grants {2} to {1}"),
        Kind::Supply => ("supply", "supplies", "{0} supplies goods to {1} for {2}"),
        Kind::Shareholding => ("shareholding", "shares held", "{0} holds {2} of {1}"),
        Kind::Other => ("deal", "deals", "{0} gives {2} to {1}"),
        Kind::Acquisition => ("acquisition", "acquisitions", "{0} acquires {1} for {2}"),
        Kind::Guarantee => ("guarantee", "guarantees", "{0} guarantees {2} for {1}"),
        Kind::Partnership => ("partnership", "partnerships", "{0} and {1} are partners ({2})"),
        Kind::Holding => ("holding", "holdings", "{0} holds shares of {1} worth {2}"),
    }
}

/// A status as a reader would say it.
pub const fn status_label(status: Status) -> &'static str {
    match status {
        Status::Cancelled => "cancelled",
        Status::InTalks => "in talks",
        Status::Reported => "reported",
        Status::Announced => "announced",
        Status::Signed => "signed",
        Status::Closed => "closed",
        Status::Completed => "completed",
    }
}

/// What a sum means, around the sum.
pub(super) const fn sum_template(basis: Basis, at_least: bool) -> &'static str {
    match (basis, at_least) {
        (Basis::UpTo, false) => "up to {0}",
        (Basis::UpTo, true) => "up to {0} and more undisclosed",
        (Basis::About | Basis::Estimate, true) => "at least about {0}",
        (_, true) => "at least {0}",
        (Basis::About, _) => "about {0}",
        (Basis::Estimate, _) => "an estimated {0}",
        (Basis::PerYear, _) => "{0} a year",
        (Basis::Valuation, _) => "an undisclosed sum at a valuation of {0}",
        (Basis::Committed, _) => "{0}",
    }
}
