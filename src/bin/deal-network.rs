//! The command line: check a file of deals, list its loops, write its figure.

use clap::{Parser, Subcommand, ValueEnum};
use deal_network::cycles::{Bounds, CycleId, Standing};
use deal_network::document::{self, Diagnostic, Format, Limits, Loaded, Severity};
use deal_network::figure::{Figure, Options};
use deal_network::svg::Look;
use deal_network::words::{english, loop_figure, loop_name, status_label};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Which deals run in circles, how big and how sure each loop is.
#[derive(Parser)]
#[command(name = "deal-network", version)]
struct Cli {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Say what is wrong with a file, row by row.
    Check {
        #[command(flatten)]
        input: Input,
    },
    /// List the loops, the highest-ranked first.
    Loops {
        #[command(flatten)]
        input: Input,
        /// The longest loops to look for, in companies.
        #[arg(long, default_value_t = 5, value_parser = clap::value_parser!(u32).range(2..))]
        max_length: u32,
        /// Stop counting at so many loops.
        #[arg(long, default_value_t = 1_000_000)]
        max_loops: u32,
        /// Stop searching after so many steps (arrows looked at).
        #[arg(long, default_value_t = 200_000_000)]
        max_steps: u64,
        /// List so many loops; all are counted. By default 20 as text, 1,000 as JSON.
        #[arg(long)]
        top: Option<usize>,
        /// How to print them.
        #[arg(long, value_enum, default_value_t = Output::Text)]
        format: Output,
    },
    /// Write the figure as SVG.
    Figure {
        #[command(flatten)]
        input: Input,
        /// The file to write; `-` for standard output.
        #[arg(short, long)]
        output: PathBuf,
        /// Width in pixels.
        #[arg(long, default_value_t = 960, value_parser = clap::value_parser!(u16).range(120..=8000))]
        width: u16,
        /// Height in pixels.
        #[arg(long, default_value_t = 640, value_parser = clap::value_parser!(u16).range(120..=8000))]
        height: u16,
        /// Colours for a light or a dark page, or both, as the reader's system says.
        #[arg(long, value_enum, default_value_t = ThemeName::Auto)]
        theme: ThemeName,
        /// Colour so many loops, 8 at most.
        #[arg(long, default_value_t = 6, value_parser = clap::value_parser!(u8).range(0..=8))]
        loops: u8,
    },
}

#[derive(clap::Args)]
struct Input {
    /// Deals as JSON or CSV.
    file: PathBuf,
    /// Companies as CSV, beside deals as CSV.
    #[arg(long)]
    companies: Option<PathBuf>,
}

#[derive(Clone, Copy, PartialEq, ValueEnum)]
enum Output {
    Text,
    Json,
}

#[derive(Clone, Copy, ValueEnum)]
enum ThemeName {
    Light,
    Dark,
    Auto,
}

/// The font of pictures: what the reader's system uses for its own texts.
const FONT: &str = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";

/// What went wrong, in a sentence.
type Failure = String;

fn main() -> ExitCode {
    match run(Cli::parse().task) {
        Ok(clean) => ExitCode::from(u8::from(!clean)),
        Err(sentence) => {
            eprintln!("deal-network: {sentence}");
            ExitCode::from(1)
        }
    }
}

/// Carries out a task; whether the file had no errors.
fn run(task: Task) -> Result<bool, Failure> {
    match task {
        Task::Check { input } => {
            let loaded = load(&input)?;
            for diagnostic in &loaded.diagnostics {
                say(&sentence(diagnostic));
            }
            let network = &loaded.document.network;
            let (deals, companies) = (network.deals().len(), network.companies().len());
            let rejected = loaded.rows - deals;
            say(&format!("{} rows: {deals} loaded, {rejected} rejected; {companies} companies", loaded.rows));
            Ok(clean(&loaded.diagnostics))
        }
        Task::Loops { input, max_length, max_loops, max_steps, top, format } => {
            let bounds = Bounds { max_length: Some(max_length), max_loops, max_steps };
            let (figure, is_clean) = search(&input, Options { bounds, ..Options::default() })?;
            let top = top.unwrap_or(if format == Output::Json { 1_000 } else { 20 });
            if format == Output::Json {
                let report = figure.loops().report(top);
                say(&serde_json::to_string(&report.value()).map_err(|error| error.to_string())?);
            } else {
                print_loops(&figure, top);
            }
            Ok(is_clean)
        }
        Task::Figure { input, output, width, height, theme, loops } => {
            let bounds = Bounds { max_loops: 10_000, ..Bounds::default() };
            let small = width < 480;
            let (mut figure, is_clean) = search(&input, Options { bounds, top: usize::from(loops), small })?;
            figure.fit(f32::from(width), f32::from(height));
            let look = match theme {
                ThemeName::Light => Look::Light,
                ThemeName::Dark => Look::Dark,
                ThemeName::Auto => Look::Auto,
            };
            let svg = figure.svg(look, FONT);
            if output == Path::new("-") {
                say(svg.trim_end());
            } else {
                std::fs::write(&output, svg)
                    .map_err(|error| format!("cannot write `{}`: {error}", output.display()))?;
            }
            Ok(is_clean)
        }
    }
}

/// Prints a line. A reader who has seen enough and closed the pipe (`| head`) is no mistake of anybody's.
fn say(line: &str) {
    let _ = writeln!(std::io::stdout(), "{line}");
}

fn clean(diagnostics: &[Diagnostic]) -> bool {
    diagnostics.iter().all(|diagnostic| diagnostic.severity != Severity::Error)
}

/// A diagnostic with how bad it is and the offending text.
fn sentence(diagnostic: &Diagnostic) -> String {
    // Control characters would act on the terminal.
    let shown = |letter: char| if letter.is_control() { ' ' } else { letter };
    let text: String = diagnostic.text.chars().take(80).map(shown).collect();
    let text = if text.is_empty() { text } else { format!(" (here: `{text}`)") };
    format!("{}: {diagnostic}{text}", diagnostic.severity.name())
}

fn bytes(path: &Path) -> Result<Vec<u8>, Failure> {
    std::fs::read(path).map_err(|error| format!("cannot read `{}`: {error}", path.display()))
}

fn load(input: &Input) -> Result<Loaded, Failure> {
    let deals = bytes(&input.file)?;
    let loaded = match &input.companies {
        Some(companies) => document::read_csv(&deals, Some(&bytes(companies)?), &Limits::NONE),
        None => document::read(&deals, Format::Auto, &Limits::NONE),
    };
    loaded.map_err(|diagnostic| format!("{}: {diagnostic}", input.file.display()))
}

/// The figure with all its loops found, and whether the file had no errors; they go to standard error, for the
/// result is another's.
fn search(input: &Input, options: Options) -> Result<(Figure, bool), Failure> {
    let loaded = load(input)?;
    for diagnostic in loaded.diagnostics.iter().filter(|diagnostic| diagnostic.severity == Severity::Error) {
        eprintln!("{}", sentence(diagnostic));
    }
    let is_clean = clean(&loaded.diagnostics);
    let mut figure = Figure::new(loaded.document, options);
    while !figure.search(u64::MAX) {}
    Ok((figure, is_clean))
}

fn print_loops(figure: &Figure, top: usize) {
    let loops = figure.loops();
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
    let rows: Vec<[String; 3]> = loops.ranking.iter().take(top).map(|&cycle| row(figure, cycle)).collect();
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
    let (sizes, states) = (width(0), width(1));
    for (place, [size, state, name]) in rows.iter().enumerate() {
        say(&format!("{:>4}  {size:<sizes$}  {state:<states$}  {name}", place + 1));
    }
}

/// How big a loop is, how sure, and its name.
fn row(figure: &Figure, cycle: CycleId) -> [String; 3] {
    let (network, unit) = (figure.network(), &figure.document().meta.unit);
    let loops = figure.loops();
    let hops = loops.cycles.arcs(cycle);
    let standing = Standing::of(loops.arcs, hops);
    [
        english(network, unit, &loop_figure(&standing, hops.len())),
        status_label(standing.status).to_owned(),
        english(network, unit, &loop_name(loops.arcs, hops)),
    ]
}
