//! The search as a module of its own for `cargo dev bench`: the released module has no such exports.
#![allow(missing_docs, clippy::unwrap_used)]

fn main() {}

use deal_network::arcs::{Arcs, Filter};
use deal_network::cycles::{Bounds, Cycles, Search, Top};
use deal_network::network::{Amount, Company, CompanyId, Deal, Network};
use wasm_bindgen::prelude::*;

const SLICE: u64 = 20_000;

#[wasm_bindgen]
pub struct Loops {
    network: Network,
    arcs: Arcs,
}

fn bounds(max_length: u32) -> Bounds {
    let max_length = (max_length > 0).then_some(max_length);
    Bounds { max_length, max_loops: u32::MAX, max_steps: u64::MAX }
}

#[wasm_bindgen]
impl Loops {
    #[wasm_bindgen(constructor)]
    pub fn new(companies: u32, from: &[u32], to: &[u32], amounts: &[u64]) -> Loops {
        let all = (0..companies).map(|n| Company { id: format!("c{n:06}"), ..Company::default() }).collect();
        let deals = from.iter().zip(to).enumerate().map(|(n, (&from, &to))| Deal {
            id: format!("d{n}"),
            amount: Some(Amount(amounts[n])),
            ..Deal::new(CompanyId(from), CompanyId(to))
        });
        let network = Network::new(all, deals.collect()).unwrap();
        let arcs = Arcs::new(&network, &Filter::default());
        Loops { network, arcs }
    }

    pub fn all(&self, max_length: u32) -> usize {
        let mut search = Search::new(&self.arcs, bounds(max_length));
        while !search.run(SLICE) {}
        search.into_cycles().len()
    }

    pub fn top(&self, max_length: u32) -> usize {
        let mut top = Top::new(&self.arcs, Bounds { max_loops: 100, ..bounds(max_length) });
        while !top.run(&self.network, &self.arcs, SLICE) {}
        top.certain()
    }

    pub fn top_steps(&self, max_length: u32) -> f64 {
        let mut top = Top::new(&self.arcs, Bounds { max_loops: 100, ..bounds(max_length) });
        while !top.run(&self.network, &self.arcs, SLICE) {}
        top.steps() as f64
    }

    pub fn top_create(&self, max_length: u32) -> f64 {
        let top = Top::new(&self.arcs, Bounds { max_loops: 100, ..bounds(max_length) });
        top.steps() as f64
    }

    pub fn steps(&self, max_length: u32) -> f64 {
        let mut search = Search::new(&self.arcs, bounds(max_length));
        let mut page = Cycles::default();
        while !search.run(SLICE) { search.take(&mut page);}
        search.steps() as f64
    }

    pub fn create(&self, max_length: u32) -> f64 {
        let search = Search::new(&self.arcs, bounds(max_length));
        search.steps() as f64
    }

    pub fn bounded(&self, max_length: u32, max_loops: u32) -> String {
        let mut search = Search::new(&self.arcs, Bounds { max_loops, max_steps: 200_000_000, ..bounds(max_length) });
        while !search.run(SLICE) {}
        format!("{} {:?} {:?}", search.cycles().len(), search.stopped_by(), search.cycles().by_length())
    }

    pub fn pages(&self, max_length: u32) -> usize {
        let mut search = Search::new(&self.arcs, bounds(max_length));
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
}
