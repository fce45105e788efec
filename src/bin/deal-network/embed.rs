//! `deal-network embed`.

use crate::Failure;
use crate::figure::ThemeName;
use crate::filter::FilterWords;
use crate::input::Input;
use crate::png::Drawing;
use deal_network::cycles::Bounds;
use deal_network::document::is_web_address;
use deal_network::embed::{LOADER, PackOptions, STYLES, WIDGET, WIDGET_FILES, in_widget, pack};
use deal_network::figure::Options;
use std::path::{Path, PathBuf};

/// What the release calls the page for iframes, and that with the engine for large networks.
const TEMPLATE: &str = "frame.html";
const LARGE_TEMPLATE: &str = "frame-large.html";
/// Above so many companies the latter is needed.
const LARGE: usize = 250;

#[derive(clap::Args)]
pub struct Embed {
    #[command(flatten)]
    input: Input,
    #[command(flatten)]
    filter: FilterWords,
    /// The folder to write into; made where it is missing.
    #[arg(short, long, value_name = "DIR")]
    output: PathBuf,
    /// Where the folder will be published, such as `https://example.org/figures/deals/`.
    #[arg(long, value_name = "URL", value_parser = web_address)]
    base: Option<String>,
    /// The address of the widget's script, in the element to paste; by default that in the
    /// folder, which then holds the widget.
    #[arg(long, value_name = "URL")]
    script: Option<String>,
    /// The page for iframes, or the folder of the release that holds it; by default `dist` here, or beside this program.
    #[arg(long, value_name = "PATH")]
    template: Option<PathBuf>,
    /// Width of the drawing in pixels: that of the column it is for. Phones get a narrower one.
    #[arg(long, default_value_t = 960, value_parser = clap::value_parser!(u16).range(480..=2400))]
    width: u16,
    /// Height of the drawing in pixels.
    #[arg(long, default_value_t = 640, value_parser = clap::value_parser!(u16).range(240..=2400))]
    height: u16,
    /// Colours for a light or a dark page, or both, as the reader's system says.
    #[arg(long, value_enum, default_value_t = ThemeName::Auto)]
    theme: ThemeName,
    /// Colour so many loops, 8 at most.
    #[arg(long, default_value_t = 6, value_parser = clap::value_parser!(u8).range(0..=8))]
    loops: u8,
}

/// What goes into the folder besides: where it is and what it is called there, and what is not to be had.
struct Beside {
    found: Vec<(PathBuf, String)>,
    missing: Vec<&'static str>,
}

impl Embed {
    /// Writes the files; whether the file had no errors.
    pub fn run(&self) -> Result<bool, Failure> {
        let bounds = Bounds { max_loops: 10_000, ..Bounds::default() };
        let options = Options { bounds, top: usize::from(self.loops), small: false };
        let (mut figure, is_clean) = self.input.figure(options, &self.filter)?;
        let is_large = figure.network().companies().len() > LARGE;
        let path = self.template(if is_large { LARGE_TEMPLATE } else { TEMPLATE })?;
        let template = std::fs::read_to_string(&path)
            .map_err(|error| format!("cannot read `{}`: {error}", path.display()))?;
        let beside = self.beside(&path);
        let options = PackOptions {
            size: (f32::from(self.width), f32::from(self.height)),
            look: self.theme.look(),
            script: self.script.as_deref().unwrap_or_default(),
            base: self.base.as_deref().unwrap_or_default(),
            template: &template,
            missing: &beside.missing,
        };
        let files = pack(&mut figure, &options).map_err(|error| format!("{}: {error}", path.display()))?;
        std::fs::create_dir_all(&self.output)
            .map_err(|error| format!("cannot make `{}`: {error}", self.output.display()))?;
        for file in &files {
            self.write(file.name, file.text.as_bytes())?;
        }
        let pictured = if self.theme == ThemeName::Dark { "figure-dark.svg" } else { "figure-light.svg" };
        let svg = files.iter().find(|file| file.name == pictured).map_or("", |file| &file.text);
        let drawing = Drawing::new(svg).map_err(|error| format!("cannot draw {pictured}: {error}"))?;
        if !drawing.missing.is_empty() {
            eprintln!("figure.png: no font on this machine has these letters: {}", drawing.missing);
        }
        for (name, ratio) in [("figure.png", 1.0), ("figure@2x.png", 2.0)] {
            let picture = drawing.png(ratio).map_err(|error| format!("cannot draw {name}: {error}"))?;
            self.write(name, &picture)?;
        }
        for (source, name) in &beside.found {
            let content = std::fs::read(source)
                .map_err(|error| format!("cannot read `{}`: {error}", source.display()))?;
            self.write(name, &content)?;
        }
        Ok(is_clean)
    }

    /// Looks for what a release has beside the template; says what is not there, and what that means.
    fn beside(&self, template: &Path) -> Beside {
        let mut parts = vec![
            (LOADER, vec![(LOADER, LOADER.to_owned())], "the frame does not get the height of the figure"),
            (STYLES, vec![(STYLES, STYLES.to_owned())], "the article jumps when the figure comes"),
        ];
        if self.script.is_none() {
            let files = WIDGET_FILES.iter().map(|&file| (file, in_widget(file))).collect();
            parts.push((
                WIDGET,
                files,
                "readers of snippet.html get the picture alone, unless --script names a program elsewhere",
            ));
        }
        let mut beside = Beside { found: Vec::new(), missing: Vec::new() };
        for (part, files, meaning) in parts {
            let found = files.iter().map(|(file, name)| (template.with_file_name(file), name.clone()));
            let found: Vec<(PathBuf, String)> = found.collect();
            match found.iter().find(|(path, _)| !path.is_file()) {
                None => beside.found.extend(found),
                Some((path, _)) => {
                    eprintln!(
                        "{part} is not in the folder, for `{}` is not there: {meaning}",
                        path.display()
                    );
                    beside.missing.push(part);
                }
            }
        }
        beside
    }

    fn write(&self, name: &str, content: &[u8]) -> Result<(), Failure> {
        let path = self.output.join(name);
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder)
                .map_err(|error| format!("cannot make `{}`: {error}", folder.display()))?;
        }
        Ok(std::fs::write(&path, content)
            .map_err(|error| format!("cannot write `{}`: {error}", path.display()))?)
    }

    /// Where the template is: this file, or the one of this name in that folder.
    fn template(&self, name: &str) -> Result<PathBuf, Failure> {
        let program = std::env::current_exe().ok();
        let beside = program.as_deref().and_then(Path::parent).map(|folder| folder.join(name));
        let places: Vec<PathBuf> = match &self.template {
            Some(path) if path.is_file() => return Ok(path.clone()),
            Some(folder) => vec![folder.join(name)],
            None => [Some(Path::new("dist").join(name)), beside].into_iter().flatten().collect(),
        };
        places.iter().find(|path| path.is_file()).cloned().ok_or_else(|| {
            let places: Vec<String> = places.iter().map(|path| format!("`{}`", path.display())).collect();
            Failure::from(format!(
                "the page for iframes is not there (looked for {}): `cargo dev build --release` writes it into `dist`, \
                 and --template says where it is",
                places.join(" and ")
            ))
        })
    }
}

/// An address on the web, to which names of files can be added.
fn web_address(text: &str) -> Result<String, &'static str> {
    let is_folder =
        is_web_address(text) && !text.contains(['?', '#', ' ']) && !text.contains(char::is_control);
    if is_folder {
        Ok(text.to_owned())
    } else {
        Err("write the full address of a folder: https://example.org/deals/")
    }
}
