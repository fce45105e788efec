//! Rust libraries on the same networks: `loops-peers GRAPHS`.
//!
//! Prints one line of JSON per measurement: what, graph, length (0 is no bound), loops, ms (median of three).

use std::error::Error;
use std::time::Instant;

use graph_cycles::Cycles;
use petgraph::graph::DiGraph;
use rustworkx_core::connectivity::johnson_simple_cycles;
use serde_json::{Value, json};

const RUNS: usize = 3;

fn numbers(value: &Value) -> impl Iterator<Item = u32> {
    value.as_array().into_iter().flatten().filter_map(|number| Some(number.as_u64()? as u32))
}

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args().nth(1).ok_or("the folder of the graphs is missing")?;
    let content: Value = serde_json::from_str(&std::fs::read_to_string(format!("{folder}/deal50.json"))?)?;
    let graph = DiGraph::<(), ()>::from_edges(numbers(&content["from"]).zip(numbers(&content["to"])));
    let with_rustworkx = || {
        let mut cycles = johnson_simple_cycles(&graph, None);
        std::iter::from_fn(|| cycles.next(&graph)).count()
    };
    print("rustworkx-core", with_rustworkx);
    print("graph-cycles", || graph.cycles().len());
    Ok(())
}

fn print(what: &str, run: impl Fn() -> usize) {
    let mut times = [0.0; RUNS];
    let mut loops = 0;
    for time in &mut times {
        let start = Instant::now();
        loops = run();
        *time = start.elapsed().as_secs_f64() * 1000.0;
    }
    times.sort_by(f64::total_cmp);
    println!("{}", json!({ "what": what, "graph": "deal50", "length": 0, "loops": loops, "ms": times[RUNS / 2] }));
}
