//! All English words. `{0}` is who gives, `{1}` who receives, `{2}` the sum.
//!
//! The page has them from `www/sentences.js`, which is made from here, so that another language is one more file and
//! the module carries none.

use crate::network::{Basis, Confidence, Kind, Status};

/// Some words, or a sentence with slots, by their place in the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words(pub(crate) u8);

macro_rules! table {
    ($($name:ident = $text:expr;)*) => {
        #[allow(non_camel_case_types, clippy::upper_case_acronyms, reason = "named as the constants are")]
        enum Place { $($name,)* KINDS }
        $(pub(super) const $name: Words = Words(Place::$name as u8);)*
        #[cfg(feature = "desk")]
        const TEXTS: &[&str] = &[$($text),*];
    };
}

/// What stands between the companies of a loop's name, which is a text in every language of the page.
pub(super) const AND_TEXT: &str = " and ";
pub(super) const TO_TEXT: &str = " to ";
pub(super) const AND_BACK_TEXT: &str = " and back";

table! {
    EMPTY = "";
    SPACE = " ";
    COMMA = ", ";
    SEMICOLON = "; ";
    STOP = ".";
    AND = AND_TEXT;
    TO = TO_TEXT;
    AND_BACK = AND_BACK_TEXT;
    UNDISCLOSED = "an undisclosed sum";
    SUM_UNDISCLOSED = "{0}, sum undisclosed";
    MONEY_OF = "{0} of {1}";
    GIVES = "{0} to {1}: {2}";
    OVER_YEARS = " over {0} years";
    OVER_ONE_YEAR = " over one year";
    STATUS = " ({0})";
    STATUS_DATE = " ({0}, {1})";
    SEVERAL = "{0} to {1}: {2} in {3} deals ({4})";
    FIRST_IN = "{0}; first deal {1}";
    GIVES_WORDS = "{0} gives {1} {2}";
    SMALLEST_SIDE = "smallest side {0}";
    SMALLEST_LEG = "smallest leg {0}";
    OTHER_SIDE_PARTLY = "; other side partly undisclosed";
    OTHER_LEGS_PARTLY = "; other legs partly undisclosed";
    UNDISCLOSED_OF = "{0} of {1} undisclosed";
    NO_FIGURE_SIDE = "no figure: {0} of {1} sides undisclosed";
    NO_FIGURE_LEG = "no figure: {0} of {1} legs undisclosed";
    FIRST_DEAL = "First deal {0}. ";
    CLOSED_BY = "A loop since {0}, by this deal: {1}.";
    CLOSED_BY_SEVERAL = "A loop since {0}, by these deals: {1}.";
    CLOSED_UNKNOWN_SIDE = "Since when it is a loop is not known: a side has no date.";
    CLOSED_UNKNOWN_LEG = "Since when it is a loop is not known: a leg has no date.";
    FOLLOWS = " Going round, the dates of its deals can follow one another; whether one led to the next is not known.";
    FOLLOWS_NOT = " Going round, the dates of its deals do not follow one another, wherever one starts.";
    FOLLOWS_UNKNOWN = " Whether the dates of its deals follow one another is not known: some have none.";
    OR = " or ";
    ONLY_STATUSES = "Counting only what is {0}.";
    ONLY_KINDS = "Counting only {0}.";
    NOT_KINDS = "Not counting {0}.";
    ONLY_CONFIDENCES = "Counting only what is known with {0} confidence.";
    AS_KNOWN_ON = "As known on {0}.";
    AS_KNOWN_IN = "As known in {0}.";
    AS_KNOWN_END = "As known at the end of {0}.";
    AT_LEAST = "Counting only deals of {0} or more, and those without a disclosed sum.";
    AT_LEAST_DISCLOSED = "Counting only deals of {0} or more.";
    ONLY_DISCLOSED = "Not counting deals without a disclosed sum.";
    WITHOUT = "Without {0}.";
    WITHOUT_DEAL = "Without this deal: {0}.";
    COUNTING_NOTHING = "Counting nothing.";
    OTHER_DEALS = "other deals";
    NOTHING = "nothing";
    SHARE = "If every announced sum were paid in full, up to {0} of the disclosed total could be arranged in closed loops; counting only signed, closed or completed deals, {1}.";
    SHARE_FIRM = "If every signed, closed or completed deal were paid in full, up to {0} of their disclosed total could be arranged in closed loops.";
    UPPER_LIMIT = " An upper limit from headline figures, not a trace of money.";
    SPLIT = "How the sum is spread over arrows is a choice: it fills the highest-ranked loops first.";
    RANDOM = "Pairs here: {0}; loops in all: {1}. Random networks in which every company gives to as many others and receives from as many as here have {2} pairs on average (standard deviation {3}; {4} of {5} networks have as many or more) and {6} loops (standard deviation {7}; {8} of {5} have as many or more).";
    RANDOM_CUT = " {0} of them have more than were counted, so that the average is too small.";
    RANDOM_LIMITS = " Chance knows nothing of amounts, dates and trades, and the comparison says nothing of intent.";
    RANDOM_STOPPED = "There are more loops than were counted: they cannot be compared with those of random networks.";
    NOT_LIVE_SELF = "a company’s deal with itself makes no loop";
    NOT_LIVE_KIND = "deals of this kind make no arrow";
    NOT_LIVE_FILTER = "not counted under the present filter";
    NOT_LIVE_LATER = "not counted: later than {0}";
    NOT_LIVE_WITHOUT = "not counted: left out here";
    NOT_LIVE_STATUS = "not counted: {0}";
    HEADLINE = "{0} pairs of companies have deals that run both ways";
    HEADLINE_ONE = "One pair of companies has deals that run both ways";
    HEADLINE_LONGER = "{0} chains of deals run in a circle";
    HEADLINE_LONGER_ONE = "One chain of deals runs in a circle";
    HEADLINE_NONE = "No deals here run in a circle";
    PAIRS = "{0} pairs of companies have deals in both directions.";
    PAIRS_ONE = "One pair of companies has deals in both directions.";
    PAIRS_NONE = "No two companies here have deals in both directions.";
    LONGER = " Longer chains that close can be formed in {0} ways; nobody is known to have arranged them.";
    LONGER_ONE = " One longer chain that closes can be formed; nobody is known to have arranged it.";
    LONGER_CUT = " Longer chains that close can be formed in at least {0} ways; nobody is known to have arranged them.";
    LARGEST = " In the largest with a figure on both sides, {0}; {1}.";
    HEADLINE_SUMS = " Headline values, often over several years; they are not cash that has moved.";
    AS_OF = " Data to {0}.";
    SHOWN = "{0} of {1} companies, {2} of {3} arrows, {4} of the headline value; totals are for all.";
    SHOWN_NO_VALUE = "{0} of {1} companies, {2} of {3} arrows; totals are for all.";
    SHOWN_NO_LOOP = " No loop was found: these are the companies with the largest sums.";
    HOW = "Loops of up to {0} companies: {1} pairs, {2} longer; {3} coloured.";
    HOW_ONE = "Loops of up to {0} companies: one pair, {2} longer; {3} coloured.";
    HOW_STOPPED = " The search was cut short: there are more loops than were counted.";
    UNDATED = " Deals without a date count at any time: {0}.";
    NOT_SHOWN = " Deals not counted: {0}, as they are in talks or cancelled, of a company with itself, or of kinds that make no arrow.";
    NOT_COUNTED = " Deals not counted: {0}, as the filter leaves them out, or they are of a company with itself, or of kinds that make no arrow.";
    DISCLAIMER = "Deals in both directions are common and lawful; this figure makes no claim about intent or accounting.";
    ALT = "Network of {0} companies. {1} loops are coloured and numbered: {2}.";
    ALT_ONE = "Network of {0} companies. One loop is coloured and numbered: {2}.";
    ALT_NO_COLOUR = "Network of {0} companies. No loop is coloured.";
    ALT_NONE = "Network of {0} companies. No loop was found.";
    INSTRUCTIONS = "Up and Down move through loops and companies. Enter opens. F follows the money to the next company, Shift and F goes back. U unrolls a loop onto a ring. Escape goes one level up, then out.";
}

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

/// After the named ones: three for each kind, then statuses, confidences, and what sums mean.
const KINDS: u8 = Place::KINDS as u8;
const STATUSES: u8 = KINDS + 3 * Kind::ALL.len() as u8;
const CONFIDENCES: u8 = STATUSES + Status::ALL.len() as u8;
const SUMS: u8 = CONFIDENCES + Confidence::ALL.len() as u8;

/// A kind as a reader would say it, as a plural after "$5 billion of", and in the sentence of a deal; in the order of
/// [`Kind::ALL`].
#[cfg(feature = "desk")]
const KIND_TEXTS: [[&str; 3]; Kind::ALL.len()] = [
    ["investment", "investment", "{0} invests {2} in {1}"],
    ["shares or warrants", "shares or warrants", "{0} issues shares or warrants to {1} for {2}"],
    ["loan", "loans", "{0} lends {2} to {1}"],
    ["computing contract", "computing contracts", "{0} contracts computing capacity from {1} for {2}"],
    ["chip purchase", "chip purchases", "{0} buys chips from {1} for {2}"],
    ["purchase", "purchases", "{0} buys from {1} for {2}"],
    ["lease", "leases", "{0} rents from {1} for {2}"],
    ["licence", "licence fees", "{0} pays {1} {2} for a licence"],
    ["share of revenue", "shared revenue", "{0} shares revenue with {1}: {2}"],
    ["grant", "grants", "{0} grants {2} to {1}"],
    ["supply", "supplies", "{0} supplies goods to {1} for {2}"],
    ["shareholding", "shares held", "{0} holds {2} of {1}"],
    ["deal", "deals", "{0} gives {2} to {1}"],
    ["acquisition", "acquisitions", "{0} acquires {1} for {2}"],
    ["guarantee", "guarantees", "{0} guarantees {2} for {1}"],
    ["partnership", "partnerships", "{0} and {1} are partners ({2})"],
    ["holding", "holdings", "{0} holds shares of {1} worth {2}"],
];

#[cfg(feature = "desk")]
const STATUS_TEXTS: [&str; Status::ALL.len()] =
    ["cancelled", "in talks", "reported", "announced", "signed", "closed", "completed"];

#[cfg(feature = "desk")]
const CONFIDENCE_TEXTS: [&str; Confidence::ALL.len()] = ["low", "medium", "high"];

/// What a sum means, around the sum. The pictures have these as texts.
const SUM_TEXTS: [&str; 9] = [
    "{0}",
    "up to {0}",
    "up to {0} and more undisclosed",
    "at least about {0}",
    "at least {0}",
    "about {0}",
    "an estimated {0}",
    "{0} a year",
    "an undisclosed sum at a valuation of {0}",
];

/// A kind as a reader would say it.
pub const fn kind_label(kind: Kind) -> Words {
    Words(KINDS + 3 * kind as u8)
}

/// A kind as a plural after "$5 billion of".
pub(super) const fn kind_plural(kind: Kind) -> Words {
    Words(KINDS + 3 * kind as u8 + 1)
}

/// The sentence of a deal of this kind.
pub(super) const fn kind_template(kind: Kind) -> Words {
    Words(KINDS + 3 * kind as u8 + 2)
}

/// A status as a reader would say it.
pub const fn status_label(status: Status) -> Words {
    Words(STATUSES + status as u8)
}

/// A confidence as a reader would say it.
pub const fn confidence_label(confidence: Confidence) -> Words {
    Words(CONFIDENCES + confidence as u8)
}

/// What a sum means.
pub(super) const fn sum_template(basis: Basis, at_least: bool) -> Words {
    Words(SUMS + sum_place(basis, at_least))
}

/// The same as a text.
pub(super) const fn sum_text(basis: Basis, at_least: bool) -> &'static str {
    SUM_TEXTS[sum_place(basis, at_least) as usize]
}

const fn sum_place(basis: Basis, at_least: bool) -> u8 {
    match (basis, at_least) {
        (Basis::Committed, false) => 0,
        (Basis::UpTo, false) => 1,
        (Basis::UpTo, true) => 2,
        (Basis::About | Basis::Estimate, true) => 3,
        (_, true) => 4,
        (Basis::About, _) => 5,
        (Basis::Estimate, _) => 6,
        (Basis::PerYear, _) => 7,
        (Basis::Valuation, _) => 8,
    }
}

/// Which places of the table only figures that filter, weigh and compare have words of: readers who only look need not
/// load them.
#[cfg(feature = "desk")]
pub const STUDY: std::ops::RangeInclusive<u8> = ONLY_STATUSES.0..=RANDOM_STOPPED.0;

/// The whole table, by place.
#[cfg(feature = "desk")]
pub fn texts() -> Vec<&'static str> {
    [TEXTS, KIND_TEXTS.as_flattened(), &STATUS_TEXTS, &CONFIDENCE_TEXTS, &SUM_TEXTS].concat()
}

#[cfg(feature = "desk")]
impl Words {
    /// In English.
    pub fn english(self) -> &'static str {
        let mut place = usize::from(self.0);
        for part in [TEXTS, KIND_TEXTS.as_flattened(), &STATUS_TEXTS, &CONFIDENCE_TEXTS, &SUM_TEXTS] {
            match part.get(place) {
                Some(text) => return text,
                None => place -= part.len(),
            }
        }
        ""
    }
}
