//! In which order a loop's deals came.

use crate::arcs::{ArcId, Arcs};
use crate::network::{Deal, DealId, Network, PartialDate};

/// The deals by which a loop became complete: of each arc whose earliest date is the loop's
/// [`complete_since`](super::Standing::complete_since), the deals of that date. Several where more came on the
/// same day; none where an arc has no date. Dates are compared by their earliest days. O(deals of the loop).
pub fn closing_deals(network: &Network, arcs: &Arcs, cycle: &[ArcId]) -> Vec<DealId> {
    let mut latest = 0;
    for &arc in cycle {
        let Some(first) = arcs.arc(arc).first else { return Vec::new() };
        latest = latest.max(first.earliest());
    }
    let mut closing = Vec::new();
    for arc in cycle.iter().map(|&arc| arcs.arc(arc)) {
        if arc.first.is_some_and(|first| first.earliest() == latest) {
            let day = |deal: DealId| network.deal(deal).date.map(PartialDate::earliest);
            closing.extend(arc.deals.iter().copied().filter(|&deal| day(deal) == Some(latest)));
        }
    }
    closing
}

/// Whether the dates of a loop's deals allow value to be passed on round it, once, from one company to the next.
///
/// They do if there is an arc to start with and one live deal for each arc such that, going round once from that
/// arc, each deal's day is the same as the one before it or later. A date that is known to the month or the year
/// may be any day of it. `Some(true)`: dated deals alone allow it. `Some(false)`: nothing allows it, even if deals
/// without a date were made on whatever day suits. `None`: it depends on deals without a date.
///
/// Two companies with a dated deal each way always do: start with the earlier. It is about dates alone: nobody is
/// known to have passed anything on.
///
/// ```text
///   a --2024--> b --2025--> c --2023--> a      yes: start with c
///   a --2025--> b --2024--> c --2023--> a      no: two steps back in time, wherever one starts
/// ```
///
/// # Complexity
/// From a start it is best to take each arc as early as possible, for a later day allows no more; O(deals of the
/// loop). Starting later in the loop never gets stuck earlier, so a start that got stuck rules out all after the
/// place from which it would have come round: two or three starts in practice, as many as arcs at worst.
pub fn time_respecting(network: &Network, arcs: &Arcs, cycle: &[ArcId]) -> Option<bool> {
    let goes_round = |is_strict: bool| {
        let length = cycle.len();
        let mut start = length.saturating_sub(1);
        loop {
            let mut day = 0;
            let stuck = (start..start + length).find(|place| {
                let deals = arcs.arc(cycle[place % length]).deals.iter().map(|&deal| network.deal(deal));
                match deals.filter_map(|deal| next_day(deal, day, is_strict)).min() {
                    Some(next) => day = next,
                    None => return true,
                }
                false
            });
            match stuck {
                None => return true,
                Some(place) if place < length => return false,
                Some(place) => start = place - length,
            }
        }
    };
    if goes_round(true) {
        Some(true)
    } else if goes_round(false) {
        None
    } else {
        Some(false)
    }
}

/// The earliest day not before `day` on which a deal may have been made, as `yyyymmdd`.
fn next_day(deal: &Deal, day: u32, is_strict: bool) -> Option<u32> {
    match deal.date {
        Some(date) if date.latest() >= day => Some(date.earliest().max(day)),
        None if !is_strict => Some(day),
        _ => None,
    }
}
