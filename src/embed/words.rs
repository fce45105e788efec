//! The English words around figures that stand alone, and of the files with which they go. Those about deals and loops
//! are the core's (`src/words`).

/// What an arrow and its width mean.
pub(super) const GIVEN: &str = "value given: from giver to receiver";
pub(super) const OTHER: &str = "in no numbered loop";
pub(super) const UNDISCLOSED: &str = "sum undisclosed";
pub(super) const FIRM: &str = "filled: signed or otherwise firm";
pub(super) const NOT_FIRM: &str = "empty: announced, reported or a ceiling";
pub(super) const HOLLOW: &str = "a side is undisclosed: no figure";

pub(super) fn or_more(sum: &str) -> String {
    format!("{sum} or more")
}

pub(super) fn less(sum: &str) -> String {
    format!("less than {sum}")
}

/// How sure a loop is.
pub(super) fn alike(status: &str) -> String {
    format!("all {status}")
}

pub(super) fn least_sure(from: &str, to: &str, why: &str) -> String {
    format!("least sure: {from} to {to}, {why}")
}

pub(super) fn only(status: &str) -> String {
    format!("only {status}")
}

/// Of legs with the same status: the least sure is the one of which the least is known.
pub(super) fn unsure(status: &str, rank: usize) -> String {
    let why = [", sum undisclosed", ", a ceiling", ", about so much"].get(rank).copied().unwrap_or_default();
    format!("{status}{why}")
}

/// Where the figure is from and how far it reaches; empty where nothing is known of either.
pub(super) fn source(title: &str, date: &str) -> String {
    let title = title.trim_end_matches('.');
    match (title, date) {
        ("", "") => String::new(),
        ("", date) => format!("Data to {date}."),
        (title, "") => format!("Source: {title}."),
        (title, date) => format!("Source: {title}. Data to {date}."),
    }
}

/// Over the columns of a table of loops, and what opens it.
pub(super) const COLUMNS: [&str; 5] =
    ["Number", "Loop", "Who gives what", "Smallest side or leg", "How sure"];

pub(super) fn listed(shown: usize, all: usize) -> String {
    match (shown, all) {
        (1, 1) => "The loop as a table".to_owned(),
        _ if shown == all => format!("All {all} loops as a table"),
        _ => format!("{shown} of {all} loops as a table, the numbered ones first"),
    }
}
