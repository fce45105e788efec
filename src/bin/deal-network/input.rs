//! The file of deals that a task is about.

use crate::Failure;
use crate::filter::FilterWords;
use crate::progress::Progress;
use deal_network::document::{Diagnostic, Format, Limits, Loaded, Severity, read, read_csv};
use deal_network::figure::{Figure, Options};
use std::path::{Path, PathBuf};

/// Steps of long work between two looks at the clock: a few hundredths of a second.
pub const STEPS: u64 = 2_000_000;

#[derive(clap::Args)]
pub struct Input {
    /// Deals as JSON or CSV.
    file: PathBuf,
    /// Companies as CSV, beside deals as CSV.
    #[arg(long)]
    companies: Option<PathBuf>,
}

impl Input {
    /// Reads the file.
    pub fn load(&self) -> Result<Loaded, Failure> {
        let deals = bytes(&self.file)?;
        let loaded = match &self.companies {
            Some(companies) => read_csv(&deals, Some(&bytes(companies)?), &Limits::NONE),
            None => read(&deals, Format::Auto, &Limits::NONE),
        };
        Ok(loaded.map_err(|diagnostic| format!("{}: {diagnostic}", self.file.display()))?)
    }

    /// The figure with all its loops found, and whether the file had no errors; they go to standard error, for the
    /// result is another's.
    pub fn figure(&self, options: Options, words: &FilterWords) -> Result<(Figure, bool), Failure> {
        let loaded = self.load()?;
        let filter = words.filter(&loaded.document.network)?;
        let errors = loaded.diagnostics.iter().filter(|diagnostic| diagnostic.severity == Severity::Error);
        for diagnostic in errors {
            eprintln!("{}", sentence(diagnostic));
        }
        let is_clean = is_clean(&loaded.diagnostics);
        let mut figure = Figure::new(loaded.document, options);
        if let Some(filter) = filter {
            figure.filter(filter);
        }
        let mut progress = Progress::default();
        while !figure.search(STEPS) {
            progress.say(&|| format!("{} loops so far", figure.found()));
        }
        Ok((figure, is_clean))
    }
}

/// Whether there is no error.
pub fn is_clean(diagnostics: &[Diagnostic]) -> bool {
    diagnostics.iter().all(|diagnostic| diagnostic.severity != Severity::Error)
}

/// A diagnostic with how bad it is and the offending text.
pub fn sentence(diagnostic: &Diagnostic) -> String {
    // Control characters would act on the terminal.
    let shown = |letter: char| if letter.is_control() { ' ' } else { letter };
    let text: String = diagnostic.text.chars().take(80).map(shown).collect();
    let text = if text.is_empty() { text } else { format!(" (here: `{text}`)") };
    format!("{}: {diagnostic}{text}", diagnostic.severity.name())
}

fn bytes(path: &Path) -> Result<Vec<u8>, Failure> {
    Ok(std::fs::read(path).map_err(|error| format!("cannot read `{}`: {error}", path.display()))?)
}
