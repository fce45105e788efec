//! The search of a figure's loops: first under the default filter, which decides what is coloured and where
//! things are, then under any other.

use super::{Figure, Target, draw};
use crate::arcs::{Arcs, Filter};
use crate::cycles::{self, CycleId, Edit, Search, companies, leaders, slots};
use crate::network::{Amount, CompanyId};
use crate::order;
use crate::overview::Overview;

/// A search on its way. What the figure showed before stays until it is over.
pub(super) struct Pending {
    filter: Filter,
    arcs: Arcs,
    search: Search,
    /// Whether it is the search under the default filter.
    is_first: bool,
}

/// What the default filter of the whole document decides for good: a filter empties slots and never refills them,
/// and companies keep their places.
#[derive(Default)]
pub(super) struct Home {
    /// The companies of the coloured loops, by slot.
    pub(super) slots: Vec<Vec<CompanyId>>,
    /// The ends of all arcs.
    pub(super) lines: Vec<(CompanyId, CompanyId)>,
    /// The classes of amounts.
    pub(super) classes: [Amount; 4],
    /// How big each company's circle is.
    pub(super) radii: Vec<f32>,
    /// Which companies are live, and how many.
    live: Vec<bool>,
    count: usize,
}

impl Pending {
    pub(super) fn new(figure: &Figure, filter: Filter, is_first: bool) -> Self {
        let arcs = Arcs::new(figure.network(), &filter);
        let search = Search::new(&arcs, figure.options.bounds);
        Self { filter, arcs, search, is_first }
    }
}

impl Figure {
    /// Filters anew: from the end of the next search on, arcs, loops and ranking are those of this filter, as if
    /// it had been the figure's from the beginning. What is coloured, in which slot, where companies are and how
    /// wide a sum is drawn stay as the default filter decided; a slot whose loop is filtered away is empty until
    /// it comes back. Until [`Figure::search`] is true the figure shows what it showed. What was looked at or chosen
    /// stays so if it is still there.
    ///
    /// O(deals log deals) here, the rest in the slices of the search.
    pub fn filter(&mut self, filter: Filter) {
        if self.pending.as_ref().is_some_and(|pending| pending.is_first) {
            self.wanted = Some(filter);
        } else {
            self.pending = Some(Pending::new(self, filter, false));
        }
    }

    /// The filter of what is shown.
    pub const fn filtered(&self) -> &Filter {
        &self.filter
    }

    /// Searches for about so many steps; true when all is found and chosen.
    pub fn search(&mut self, steps: u64) -> bool {
        if !self.pending.as_mut().is_none_or(|pending| pending.search.run(steps)) {
            return false;
        }
        if let Some(pending) = self.pending.take() {
            self.settle(pending);
        }
        match self.wanted.take() {
            Some(filter) => {
                self.filter(filter);
                false
            }
            None => true,
        }
    }

    /// How many loops the search that is going on has found, or the last one had.
    pub fn found(&self) -> u64 {
        self.pending.as_ref().map_or(&self.cycles, |pending| pending.search.cycles()).len() as u64
    }

    /// Takes over what a search has found.
    fn settle(&mut self, pending: Pending) {
        let before = [self.focus, self.selected].map(|target| self.members(target));
        self.stopped_by = pending.search.stopped_by();
        self.filter = pending.filter;
        self.arcs = pending.arcs;
        (self.weighing, self.chance) = (None, None);
        self.cycles = pending.search.into_cycles();
        self.ranking = cycles::rank(&self.document.network, &self.arcs, &self.cycles);
        let edits = self.document.editor.loops.iter();
        self.edits = edits.filter_map(|edit| Some((self.find_loop(&edit.id)?, edit.clone()))).collect();
        if pending.is_first {
            self.choose();
        }
        self.slots = self.home.slots.iter().map(|members| self.loop_of(members)).collect();
        let [focus, selected] = before;
        self.focus = self.still(self.focus, &focus);
        self.selected = self.still(self.selected, &selected);
        self.unroll(self.placed.unrolled);
        self.widening();
        self.in_loop = vec![false; self.arcs.all().len()];
        for cycle in self.cycles.ids() {
            for arc in self.cycles.arcs(cycle) {
                self.in_loop[arc.index()] = true;
            }
        }
        let network = &self.document.network;
        self.radii = draw::radii(network.companies().len(), &self.arcs, &self.home.classes);
        draw::set_texts(&mut self.texts, network, &self.arcs, &self.document.meta.unit);
    }

    /// Chooses what is coloured and shown, for good.
    fn choose(&mut self) {
        let (network, arcs, cycles) = (&self.document.network, &self.arcs, &self.cycles);
        let edit = self.edit();
        let leading = leaders(arcs, cycles, &self.ranking, &edit);
        self.overview = Overview::new(arcs, cycles, &leading);
        let core = &self.overview.order[..self.overview.first];
        let mut slots = slots(arcs, cycles, &self.ranking, &edit, &leading, core);
        slots.truncate(self.options.top);
        let mut live = vec![false; network.companies().len()];
        for company in &self.overview.order {
            live[company.index()] = true;
        }
        let classes = draw::classes(arcs);
        self.home = Home {
            slots: slots.into_iter().map(|cycle| companies(arcs, cycles.arcs(cycle))).collect(),
            lines: arcs.all().iter().map(|arc| (arc.from, arc.to)).collect(),
            classes,
            radii: draw::radii(network.companies().len(), arcs, &classes),
            live,
            count: self.overview.order.len(),
        };
        self.shown = self.first();
    }

    /// The editor's pins and hides.
    fn edit(&self) -> Edit {
        let key = |place: usize| u64::from(self.edits[place].1.order.unwrap_or(u32::MAX));
        let mut chosen = Edit::default();
        for place in order::by_key(self.edits.len(), &key) {
            let (cycle, edit) = &self.edits[place];
            match (edit.hide, edit.pin) {
                (true, _) => chosen.hides.push(*cycle),
                (false, true) => chosen.pins.push(*cycle),
                _ => {}
            }
        }
        chosen
    }

    /// Lets the picture widen to companies as well that only this filter makes live, after all others.
    fn widening(&mut self) {
        self.overview.order.truncate(self.home.count);
        let is_new = |company: &CompanyId| !self.home.live[company.index()];
        self.overview.order.extend(self.arcs.companies().into_iter().filter(is_new));
        self.shown = self.shown.min(self.overview.order.len());
    }

    /// Whether the default filter makes a company live.
    pub(super) fn is_home(&self, company: CompanyId) -> bool {
        self.home.live[company.index()]
    }

    /// The loop of these companies, from the one with the smallest id on. O(cycles).
    pub(super) fn loop_of(&self, members: &[CompanyId]) -> Option<CycleId> {
        self.cycles.ids().find(|&cycle| {
            let hops = self.cycles.arcs(cycle);
            hops.len() == members.len()
                && hops.iter().zip(members).all(|(&hop, &member)| self.arcs.arc(hop).from == member)
        })
    }

    /// The companies of a loop that is looked at.
    pub(super) fn members(&self, target: Option<Target>) -> Vec<CompanyId> {
        match target {
            Some(Target::Loop(cycle)) => companies(&self.arcs, self.cycles.arcs(cycle)),
            _ => Vec::new(),
        }
    }

    /// What was looked at, if it is still there; a loop by its companies.
    fn still(&self, target: Option<Target>, members: &[CompanyId]) -> Option<Target> {
        match target {
            Some(Target::Loop(_)) => self.loop_of(members).map(Target::Loop),
            _ => target,
        }
    }
}
