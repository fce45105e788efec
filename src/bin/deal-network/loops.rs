//! `deal-network loops`.

use crate::filter::FilterWords;
use crate::input::{Input, STEPS};
use crate::progress::Progress;
use crate::table::table;
use crate::{Failure, say};
use clap::ValueEnum;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use deal_network::PartialDate;
use deal_network::cycles::{Bounds, OrderBy, Standing, order_by};
use deal_network::figure::{Figure, Options};
use deal_network::report::{Loops, Weighing};
use deal_network::significance::Significance;
use deal_network::value::Value;
use deal_network::words::{
    Sentence, confidence_label, english, filter_sentences, loop_name, loop_size, loop_total,
    significance_sentence, status_label,
};
use std::str::FromStr;

#[derive(clap::Args)]
pub struct List {
    #[command(flatten)]
    input: Input,
    #[command(flatten)]
    filter: FilterWords,
    /// The longest loops to look for, in companies; `none` for no bound.
    #[arg(long, default_value = "5", value_name = "LENGTH")]
    max_length: Length,
    /// Stop counting at so many loops.
    #[arg(long, default_value_t = 1_000_000)]
    max_loops: u32,
    /// Stop searching after so many steps (arrows looked at).
    #[arg(long, default_value_t = 200_000_000)]
    max_steps: u64,
    /// List them by this, and those that are equal in it by rank.
    #[arg(long, default_value = "rank", value_parser = orders())]
    rank: OrderBy,
    /// Compare with so many random networks in which every company has as many arrows out and in; 200 if no number is
    /// given.
    #[arg(long, value_name = "SAMPLES", num_args = 0..=1, default_missing_value = "200")]
    significance: Option<u32>,
    /// List so many loops; all are counted. By default 20 as text, 1,000 as JSON.
    #[arg(long)]
    top: Option<usize>,
    /// How to print them.
    #[arg(long, value_enum, default_value_t = Output::Text)]
    format: Output,
}

/// In a table, for what is not known.
const UNKNOWN: &str = "not known";

/// A bound on the length of loops.
#[derive(Clone, Copy)]
struct Length(Option<u32>);

impl FromStr for Length {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text.parse() {
            Ok(length) if length >= 2 => Ok(Self(Some(length))),
            _ if text == "none" => Ok(Self(None)),
            _ => Err("a loop has 2 companies or more; `none` for no bound"),
        }
    }
}

#[derive(Clone, Copy, PartialEq, ValueEnum)]
enum Output {
    Text,
    Json,
}

/// The orders by name; of two words as options have them.
fn orders() -> impl TypedValueParser<Value = OrderBy> {
    let name = |name: &'static str| if name == "completeSince" { "complete-since" } else { name };
    let names: Vec<&'static str> = OrderBy::ALL.iter().map(|order| name(order.1)).collect();
    PossibleValuesParser::new(names).map(move |chosen| {
        OrderBy::ALL
            .iter()
            .find(|order| name(order.1) == chosen)
            .map_or_else(OrderBy::default, |order| order.0)
    })
}

impl List {
    /// Lists the loops; whether the file had no errors.
    pub fn run(&self) -> Result<bool, Failure> {
        let bounds =
            Bounds { max_length: self.max_length.0, max_loops: self.max_loops, max_steps: self.max_steps };
        let (mut figure, is_clean) =
            self.input.figure(Options { bounds, ..Options::default() }, &self.filter)?;
        let mut progress = Progress::default();
        while !figure.weigh(STEPS) {
            progress.say(&|| "weighing what could be arranged in loops".to_owned());
        }
        while let Some(samples) = self.significance
            && !figure.compare(samples, STEPS)
        {
            let done = figure.chance().map_or(0, |chance| chance.loops().samples);
            progress.say(&|| format!("{done} of {samples} random networks"));
        }
        drop(progress);
        let loops = figure.loops();
        let chance = figure.chance();
        let ranking = order_by(loops.arcs, loops.cycles, loops.ranking, self.rank);
        let loops = Loops { ranking: &ranking, ..loops };
        match self.format {
            Output::Json => {
                let top = self.top.unwrap_or(1_000);
                print_json(&figure, &loops, chance, top)?;
            }
            Output::Text => {
                print_text(&figure, &loops, chance);
                print_table(&figure, &loops, self.rank, self.top.unwrap_or(20));
            }
        }
        Ok(is_clean)
    }
}

fn print_json(
    figure: &Figure,
    loops: &Loops<'_>,
    chance: Option<&Significance>,
    top: usize,
) -> Result<(), Failure> {
    let mut value = loops.report(top).value();
    if let Value::Object(pairs) = &mut value {
        let mut more = vec![("filter".into(), figure.filtered().value(figure.network()))];
        if let Some(weighing) = figure.weighing() {
            let mut found = weighing.value(figure.network());
            if let Value::Object(pairs) = &mut found {
                pairs.push(("split".into(), weighing.split_value(&figure.loops(), top)));
            }
            more.push(("circularity".into(), found));
        }
        more.extend(chance.map(|found| ("significance".into(), found.value())));
        // Before the loops, which are long.
        let last = pairs.len().saturating_sub(1);
        pairs.splice(last..last, more);
    }
    say(&serde_json::to_string(&value).map_err(|error| error.to_string())?);
    Ok(())
}

fn print_text(figure: &Figure, loops: &Loops<'_>, chance: Option<&Significance>) {
    let report = loops.report(0);
    let length = report.max_length.map_or(String::new(), |length| format!(" of up to {length} companies"));
    let mut counts: Vec<String> =
        report.by_length.iter().map(|(length, n)| format!("{n} of {length}")).collect();
    if counts.is_empty() {
        counts.push("none".to_owned());
    }
    let noun = if report.counted == 1 { "loop" } else { "loops" };
    say(&format!("{} {noun}{length}: {}", report.counted, counts.join(", ")));
    if let Some(bound) = report.stopped_by {
        say(&format!("the search was cut short by the bound on {bound}: there are more"));
    }
    let mut sentences = vec![filter_sentences(figure.network(), figure.filtered())];
    sentences.extend(figure.weighing().map(Weighing::sentence));
    sentences.extend(chance.map(significance_sentence));
    for sentence in sentences.iter().filter(|sentence| !sentence.is_empty()) {
        say(&english(figure.network(), &figure.document().meta.unit, sentence));
    }
}

fn print_table(figure: &Figure, loops: &Loops<'_>, by: OrderBy, top: usize) {
    let text = |sentence: Sentence| english(figure.network(), &figure.document().meta.unit, &sentence);
    let mut rows = vec![row(["#", "smallest side or leg", extra_head(by), "status", "since", "loop"])];
    for (place, &cycle) in loops.ranking.iter().take(top).enumerate() {
        let hops = loops.cycles.arcs(cycle);
        let standing = Standing::of(loops.arcs, hops);
        rows.push(row([
            &(place + 1).to_string(),
            &text(loop_size(&standing, hops.len())),
            &extra(by, &standing, hops.len(), &text),
            status_label(standing.status).english(),
            &date(standing.complete_since),
            &text(loop_name(loops.arcs, hops)),
        ]));
    }
    if rows.len() > 1 {
        say("");
        for line in table(&rows) {
            say(&line);
        }
    }
}

/// A row without its empty cells.
fn row(cells: [&str; 6]) -> Vec<String> {
    cells.into_iter().filter(|cell| !cell.is_empty()).map(str::to_owned).collect()
}

/// The head of the column of what loops are listed by, where no other column shows it.
fn extra_head(by: OrderBy) -> &'static str {
    match by {
        OrderBy::Total => "total",
        OrderBy::Undisclosed => "undisclosed",
        OrderBy::Confidence => "confidence",
        OrderBy::Length => "length",
        OrderBy::First => "first deal",
        OrderBy::Rank | OrderBy::Status | OrderBy::CompleteSince => "",
    }
}

fn extra(by: OrderBy, standing: &Standing, length: usize, text: &dyn Fn(Sentence) -> String) -> String {
    match by {
        OrderBy::Total if standing.total.is_none() => UNKNOWN.to_owned(),
        OrderBy::Total => text(loop_total(standing)),
        OrderBy::Undisclosed => standing.undisclosed.to_string(),
        OrderBy::Confidence => confidence_label(standing.confidence).english().to_owned(),
        OrderBy::Length => length.to_string(),
        OrderBy::First => date(standing.first),
        OrderBy::Rank | OrderBy::Status | OrderBy::CompleteSince => String::new(),
    }
}

fn date(date: Option<PartialDate>) -> String {
    date.map_or_else(|| UNKNOWN.to_owned(), |date| date.to_string())
}
