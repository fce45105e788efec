//! The project's own tasks, run as `cargo dev <task>`: nothing on the path but cargo, and Node where npm's
//! tools or a browser are needed.

mod child;
mod paths;
mod serve;
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
    /// Build the wasm module and its JavaScript side into www/pkg
    Build,
    /// Build, then show the page on 127.0.0.1
    Serve(serve::Options),
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
        Task::Build => wasm::build(),
        Task::Serve(options) => serve::run(&options),
    }
}
