//! The command line: check a file of deals, list its loops, write its figure, alone or with all that publishing
//! needs.

mod check;
mod embed;
mod figure;
mod filter;
mod input;
mod loops;
mod png;
mod progress;
mod table;

use clap::{Parser, Subcommand};
use std::io::Write;
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
    Check(check::Check),
    /// List the loops, the highest-ranked first.
    Loops(loops::List),
    /// Write the figure as SVG.
    Figure(figure::Draw),
    /// Write everything that a newspaper's system may want of a figure into a folder.
    Embed(embed::Embed),
}

/// What went wrong, in a sentence.
struct Failure {
    /// 2 where the command is at fault, as clap has it; else 1.
    code: u8,
    sentence: String,
}

impl From<String> for Failure {
    fn from(sentence: String) -> Self {
        Self { code: 1, sentence }
    }
}

fn main() -> ExitCode {
    let done = match Cli::parse().task {
        Task::Check(task) => task.run(),
        Task::Loops(task) => task.run(),
        Task::Figure(task) => task.run(),
        Task::Embed(task) => task.run(),
    };
    match done {
        Ok(is_clean) => ExitCode::from(u8::from(!is_clean)),
        Err(Failure { code, sentence }) => {
            eprintln!("deal-network: {sentence}");
            ExitCode::from(code)
        }
    }
}

/// Prints a line. A reader who has seen enough and closed the pipe (`| head`) is no mistake of anybody's.
fn say(line: &str) {
    let _ = writeln!(std::io::stdout(), "{line}");
}
