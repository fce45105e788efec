//! The project's own tasks, run as `cargo dev <task>`: nothing on the path but cargo, and Node where npm's
//! tools or a browser are needed.
//!
//! One task, one file; `child` runs other programs, `node` and `browser` find theirs, `paths` knows where
//! things are. Errors are sentences that say what to do.

mod bench;
mod bench_arrange;
mod bench_frames;
mod bench_layout;
mod bench_loops;
mod bench_ticks;
mod browser;
mod child;
mod data;
mod figures;
mod frame;
mod glue;
mod ledger;
mod licence;
mod node;
mod notices;
mod npm;
mod packages;
mod paths;
mod pictures;
mod python;
mod release;
mod report;
mod serve;
mod single;
mod size;
mod sri;
mod template;
mod test;
mod twice;
mod wasm;

use std::process::ExitCode;

use anyhow::Result;
use clap::{CommandFactory, Parser, Subcommand};

/// The project's own tasks.
#[derive(Parser)]
#[command(name = "cargo dev", bin_name = "cargo dev", disable_help_subcommand = true)]
struct Arguments {
    #[command(subcommand)]
    task: Option<Task>,
}

#[derive(Subcommand)]
enum Task {
    /// Build, then show the page on 127.0.0.1
    Serve(serve::Options),
    /// Check everything, or the parts that are named
    Test(test::Options),
    /// Build the module and its JavaScript side into www/pkg
    Build {
        /// Also optimise, minify and write dist, and hold it to its budget
        #[arg(long)]
        release: bool,
        /// Do so twice, the second time from nothing, and compare the bytes: several minutes
        #[arg(long, requires = "release")]
        twice: bool,
    },
    /// Format Rust, JavaScript, styles and pages in place
    Format,
    /// Make the data sets of the page, www/data/*.json
    Data,
    /// Make the schema of the JSON format, www/deal-network.schema.json
    Schema,
    /// Make the sentences of the page from the core's table of words, www/sentences.js
    Words,
    /// Write the licences of what is inside the module into THIRD-PARTY-NOTICES.md
    Notices,
    /// Write the ledger of the module's bytes into tests/benches/README.md
    Size,
    /// Measure, and write the tables into tests/benches/README.md
    Bench {
        /// Which parts (all of them if none is named)
        parts: Vec<bench::Part>,
        /// Of layouts, only judge ours, beside what is known of the others: seconds, and no table is written
        #[arg(long)]
        ours: bool,
    },
    /// Take the pictures of the README
    Pictures,
}

fn main() -> ExitCode {
    let outcome = match Arguments::parse().task {
        Some(task) => run(task),
        None => Arguments::command().print_help().map_err(Into::into),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("cargo dev: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(task: Task) -> Result<()> {
    match task {
        Task::Serve(options) => serve::run(&options),
        Task::Test(options) => test::run(&options),
        Task::Build { release: false, .. } => wasm::build(wasm::Library::Installed),
        Task::Build { twice: false, .. } => release::build(),
        Task::Build { twice: true, .. } => release::build().and_then(|()| twice::build()),
        Task::Format => test::format(),
        Task::Data => data::write_data().and_then(|()| figures::write()),
        Task::Schema => data::write_schema(),
        Task::Words => data::write_sentences(),
        Task::Notices => notices::write(),
        Task::Size => ledger::write(),
        Task::Bench { parts, ours } => bench::run(&parts, ours),
        Task::Pictures => pictures::take(),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::fs;

    use super::*;

    /// The lines of a Markdown text that stand in code blocks and call `cargo dev`.
    fn commands(text: &str) -> Vec<String> {
        let mut inside = false;
        let mut found = Vec::new();
        for line in text.lines() {
            if line.trim_start().starts_with("```") {
                inside = !inside;
            } else if inside && line.trim_start().starts_with("cargo dev") {
                let line = line.split('#').next().unwrap_or(line);
                found.push(line.trim().to_owned());
            }
        }
        found
    }

    #[test]
    fn finds_commands_in_code_blocks_only() {
        let text = "cargo dev no\n```sh\n$ ls\ncargo dev serve # the page\n```\ncargo dev no";
        assert_eq!(commands(text), ["cargo dev serve"]);
    }

    #[test]
    fn every_command_in_the_documents_is_a_task() {
        let mut found = 0;
        for folder in [".", "www", "tests/benches"] {
            for entry in fs::read_dir(paths::root().join(folder)).unwrap() {
                let path = entry.unwrap().path();
                if path.extension().is_none_or(|extension| extension != "md") {
                    continue;
                }
                for command in commands(&fs::read_to_string(&path).unwrap()) {
                    // clap takes the first word as the name of the program.
                    let words = command.split_whitespace().skip(1);
                    if let Err(error) = Arguments::try_parse_from(words) {
                        panic!("`{command}` in {} is no task: {error}", path.display());
                    }
                    found += 1;
                }
            }
        }
        assert!(found > 0, "no document names a task");
    }
}
