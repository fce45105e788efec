//! What the measurements call.
#![allow(missing_docs, clippy::unwrap_used)]

use deal_network::arcs::{Arcs, Filter};
use deal_network::cycles::{Bounds, Cycles, Search, Top};
use deal_network::network::{Amount, Company, CompanyId, Deal, Network};
use wasm_bindgen::prelude::*;

/// Steps between two looks at the clock, as in the widget.
const SLICE: u64 = 20_000;

#[wasm_bindgen]
pub struct Loops {
    network: Network,
    arcs: Arcs,
}

/// Length 0 is no bound.
fn bounds(max_length: u32, max_loops: u32) -> Bounds {
    Bounds { max_length: (max_length > 0).then_some(max_length), max_loops, max_steps: u64::MAX }
}

#[wasm_bindgen]
impl Loops {
    #[wasm_bindgen(constructor)]
    pub fn new(companies: u32, from: &[u32], to: &[u32], amounts: &[u32]) -> Loops {
        let all = (0..companies).map(|n| Company { id: format!("c{n:06}"), ..Company::default() }).collect();
        let deals = (0..from.len()).map(|n| Deal {
            id: format!("d{n}"),
            amount: Some(Amount(amounts[n].into())),
            ..Deal::new(CompanyId(from[n]), CompanyId(to[n]))
        });
        let network = Network::new(all, deals.collect()).unwrap();
        let arcs = Arcs::new(&network, &Filter::default());
        Loops { network, arcs }
    }

    /// How many there are, all kept at once, in order.
    pub fn all(&self, max_length: u32) -> usize {
        let mut search = Search::new(&self.arcs, bounds(max_length, u32::MAX));
        while !search.run(SLICE) {}
        search.into_cycles().len()
    }

    /// The same in pages that are forgotten.
    pub fn paged(&self, max_length: u32) -> usize {
        let mut search = Search::new(&self.arcs, bounds(max_length, u32::MAX));
        let mut page = Cycles::default();
        let mut count = 0;
        loop {
            let is_done = search.run(SLICE);
            search.take(&mut page);
            count += page.len();
            if is_done {
                return count;
            }
        }
    }

    /// With a bound on loops and the usual one on steps; how many, and what ended it.
    pub fn bounded(&self, max_length: u32, max_loops: u32) -> String {
        let bounds = Bounds { max_steps: Bounds::default().max_steps, ..bounds(max_length, max_loops) };
        let mut search = Search::new(&self.arcs, bounds);
        while !search.run(SLICE) {}
        let why = search.stopped_by().map_or("complete", deal_network::cycles::Stop::name);
        format!("{} {why}", search.cycles().len())
    }

    /// The first so many by rank; how many are certain.
    pub fn top(&self, max_length: u32, count: u32) -> usize {
        let mut top = Top::new(&self.arcs, bounds(max_length, count));
        while !top.run(&self.network, &self.arcs, SLICE) {}
        top.certain()
    }
}
