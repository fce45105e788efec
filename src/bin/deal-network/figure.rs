//! `deal-network figure`.

use crate::filter::FilterWords;
use crate::input::Input;
use crate::{Failure, say};
use clap::ValueEnum;
use deal_network::cycles::Bounds;
use deal_network::embed::complete;
use deal_network::figure::Options;
use deal_network::svg::Look;
use std::path::{Path, PathBuf};

/// The font of pictures: what the reader's system uses for its own texts.
const FONT: &str = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";

#[derive(clap::Args)]
pub struct Draw {
    #[command(flatten)]
    input: Input,
    #[command(flatten)]
    filter: FilterWords,
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
    /// With everything that it needs to stand alone: heading, loops in words, key, source and date around the drawing.
    #[arg(long)]
    complete: bool,
}

/// Colours, as options name them.
#[derive(Clone, Copy, PartialEq, ValueEnum)]
pub enum ThemeName {
    Light,
    Dark,
    Auto,
}

impl ThemeName {
    pub const fn look(self) -> Look {
        match self {
            Self::Light => Look::Light,
            Self::Dark => Look::Dark,
            Self::Auto => Look::Auto,
        }
    }
}

impl Draw {
    /// Writes the figure; whether the file had no errors.
    pub fn run(&self) -> Result<bool, Failure> {
        let bounds = Bounds { max_loops: 10_000, ..Bounds::default() };
        let options = Options { bounds, top: usize::from(self.loops), small: self.width < 480 };
        let (mut figure, is_clean) = self.input.figure(options, &self.filter)?;
        figure.fit(f32::from(self.width), f32::from(self.height));
        let look = self.theme.look();
        let svg = if self.complete { complete(&figure, look) } else { figure.svg(look, FONT) };
        if self.output == Path::new("-") {
            say(svg.trim_end());
        } else {
            std::fs::write(&self.output, svg)
                .map_err(|error| format!("cannot write `{}`: {error}", self.output.display()))?;
        }
        Ok(is_clean)
    }
}
