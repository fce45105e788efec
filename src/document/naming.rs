//! Ids for the deals that have none.

use super::names::Names;
use crate::digits::decimal;
use crate::network::Deal;

/// A deal whose companies and successor are still names.
pub(super) struct Draft {
    /// `from` and `to` are 0.
    pub deal: Deal,
    pub from: String,
    pub to: String,
    pub superseded_by: String,
}

/// Gives `from>to#n` to the deals without an id, in file order, passing over ids that are given. O(n log n).
///
/// `given` has the place of every id that the file gives; afterwards, of every id.
pub(super) fn name_deals(drafts: &mut [Draft], given: &mut Names) {
    // Where the pair's numbers stand in `counts`. Ids may hold `>` themselves: two pairs that are written
    // alike are counted together.
    let (mut pairs, mut counts) = (Names::default(), Vec::<u64>::new());
    for (place, draft) in drafts.iter_mut().enumerate() {
        if !draft.deal.id.is_empty() {
            continue;
        }
        let mut pair = draft.from.clone();
        pair.push('>');
        pair.push_str(&draft.to);
        if pairs.insert(&pair, counts.len() as u32) {
            counts.push(0);
        }
        let count = pairs.get(&pair).and_then(|place| counts.get_mut(place as usize));
        let Some(count) = count else { continue };
        draft.deal.id = loop {
            *count += 1;
            let mut id = pair.clone();
            id.push('#');
            id.push_str(&decimal(*count, 0));
            if given.insert(&id, place as u32) {
                break id;
            }
        };
    }
}
