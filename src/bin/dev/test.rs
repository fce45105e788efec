//! Everything that must hold, part by part, stopping at the first that does not.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use anyhow::{Context, Result, bail};
use clap::{Args, ValueEnum};

use crate::browser::Engine;
use crate::child::{cargo, run as run_child};
use crate::{node, paths, release, serve, twice, wasm};

#[derive(Args)]
pub struct Options {
    /// Which parts to run, in this order (all of them if none is named)
    parts: Vec<Part>,
    /// Leave out, with a sentence, what needs a program that is not installed
    #[arg(long)]
    allow_missing: bool,
    /// The engine of the part `browser`
    #[arg(long, default_value = "chromium")]
    engine: Engine,
}

/// In the order in which they run: what is quick to check and quick to mend comes first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, ValueEnum)]
enum Part {
    /// rustfmt
    Fmt,
    /// clippy for this machine, every feature and target
    Clippy,
    /// clippy for the module
    ClippyWasm,
    /// Tests of the library, the command line and the tasks
    Native,
    /// The examples in the documentation, and its links
    Doc,
    /// npm's tools
    Npm,
    /// The types of the shell and of the tests
    Tsc,
    /// The format of JavaScript, styles and pages
    Prettier,
    /// Unit tests of the shell
    Shell,
    /// The built module in Node
    Wasm,
    /// The budget of the release
    Size,
    /// The package and the single file as they are used: packed, installed, bundled, opened in a browser
    Packages,
    /// The page in a real browser
    Browser,
    /// What holds on any page, in the other browsers
    Embedding,
}

/// Where the page as a whole is tested in one browser, what embeds it must hold in these as well.
const OTHERS: [Engine; 2] = [Engine::Firefox, Engine::Webkit];

pub fn run(options: &Options) -> Result<()> {
    let mut parts =
        if options.parts.is_empty() { Part::value_variants().to_vec() } else { options.parts.clone() };
    parts.sort_unstable();
    parts.dedup();
    for part in parts {
        let name = part.to_possible_value().map(|value| value.get_name().to_owned()).unwrap_or_default();
        if let Err(reason) = available(part, options) {
            if !options.allow_missing {
                return Err(reason).with_context(|| format!("The part `{name}` cannot run"));
            }
            println!("-- {name}: left out. {reason:#}.");
            continue;
        }
        println!("-- {name}");
        check(part, options).with_context(|| format!("The part `{name}` failed"))?;
    }
    Ok(())
}

/// Formats everything that `fmt` and `prettier` check.
pub fn format() -> Result<()> {
    run_child(cargo().arg("fmt"))?;
    run_child(prettier()?.arg("--write"))
}

/// Whether the programs that a part needs are there, or can be had.
fn available(part: Part, options: &Options) -> Result<()> {
    match part {
        Part::Fmt | Part::Clippy | Part::Native | Part::Doc => Ok(()),
        Part::ClippyWasm => wasm::ensure_target(),
        Part::Packages => node::node().and_then(|_| Engine::Chromium.program()).map(drop),
        Part::Browser => node::node().and_then(|_| options.engine.program()).map(drop),
        Part::Embedding => {
            node::node()?;
            OTHERS.into_iter().try_for_each(|engine| engine.program().map(drop))
        }
        _ => node::node().map(drop),
    }
}

fn check(part: Part, options: &Options) -> Result<()> {
    match part {
        Part::Fmt => run_child(cargo().args(["fmt", "--check"])),
        Part::Clippy => {
            run_child(cargo().args(["clippy", "--all-features", "--all-targets", "--", "-D", "warnings"]))
        }
        Part::ClippyWasm => {
            for module in wasm::MODULES {
                let mut clippy = cargo();
                clippy.args(["clippy", "--lib", "--target", wasm::TARGET]).args(module.features);
                if module.simd {
                    clippy.args(["--config", &wasm::rustflags(&[wasm::SIMD])]);
                }
                run_child(clippy.args(["--", "-D", "warnings"]))?;
            }
            Ok(())
        }
        Part::Native => run_child(cargo().args(["test", "--all-features", "--lib", "--bins", "--tests"])),
        Part::Doc => {
            run_child(cargo().args(["doc", "--lib", "--no-deps"]).env("RUSTDOCFLAGS", "-D warnings"))?;
            run_child(cargo().args(["test", "--all-features", "--doc"]))
        }
        Part::Npm => node::install(),
        Part::Tsc => types(),
        Part::Prettier => run_child(prettier()?.arg("--check")),
        Part::Shell => run_child(&mut node_tests("shell")?),
        Part::Wasm => {
            wasm::build(wasm::Library::Installed)?;
            run_child(&mut node_tests("wasm")?)
        }
        Part::Size => release::weigh(&paths::dist(), released()?),
        Part::Packages => {
            released()?;
            twice::bundle()?;
            run_child(&mut with_projects(node_tests("packages")?)?)
        }
        Part::Browser => run_child(&mut in_browser(node_tests("browser")?, options.engine)?),
        Part::Embedding => OTHERS.into_iter().try_for_each(|engine| {
            println!("-- embedding, {}", engine.name());
            run_child(&mut in_browser(node_tests("browser/embed")?, engine)?)
        }),
    }
}

/// The shell is checked apart from the tests, so that it cannot name what only Node has.
fn types() -> Result<()> {
    wasm::build(wasm::Library::Installed)?;
    for project in ["tests/tsconfig.www.json", "tests/tsconfig.json"] {
        run_child(node::tool("tsc")?.args(["--project", project]))?;
    }
    Ok(())
}

fn prettier() -> Result<Command> {
    let mut prettier = node::tool("prettier")?;
    prettier.args(["--config", "tests/.prettierrc.json", "--no-error-on-unmatched-pattern"]);
    prettier.args(["www/**/*.{js,css,html}", "tests/**/*.js", "tests/*.json"]);
    Ok(prettier)
}

/// Node's runner over every `*.test.js` of a folder below `tests`, and of `embed` in it.
fn node_tests(folder: &str) -> Result<Command> {
    node::ensure_installed()?;
    let folders = [paths::tests().join(folder), paths::tests().join(folder).join("embed")];
    let mut files = Vec::new();
    for folder in folders.iter().filter(|folder| folder.exists()) {
        files.extend(test_files(folder)?);
    }
    if files.is_empty() {
        bail!("There is no `*.test.js` in tests/{folder}");
    }
    let mut node = node::node()?;
    node.args(["--test", "--test-reporter=spec"]);
    // One browser at a time: two would disturb each other's timings on two cores.
    if folder.starts_with("browser") || folder == "packages" {
        node.arg("--test-concurrency=1");
    }
    node.args(files);
    Ok(node)
}

fn test_files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| format!("{} cannot be read", folder.display()))? {
        let path = entry?.path();
        if path.to_string_lossy().ends_with(".test.js") {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// Serves the page twice, plainly and under the strict policy, and says where to a test program.
pub fn with_page(program: Command) -> Result<Command> {
    wasm::build(wasm::Library::Installed)?;
    with_pages(program, &paths::www())
}

/// The same for the pages of any folder.
pub fn with_pages(mut program: Command, folder: &Path) -> Result<Command> {
    program.env(Engine::Chromium.variable(), Engine::Chromium.program()?);
    program.env("DEAL_NETWORK_URL", serve::background(folder.to_owned(), false)?);
    program.env("DEAL_NETWORK_CSP_URL", serve::background(folder.to_owned(), true)?);
    Ok(program)
}

/// The release, written once for all parts; returns the scripts and styles that only pages name.
fn released() -> Result<&'static BTreeSet<String>> {
    static RELEASED: OnceLock<BTreeSet<String>> = OnceLock::new();
    match RELEASED.get() {
        Some(page) => Ok(page),
        None => release::write().map(|page| RELEASED.get_or_init(|| page)),
    }
}

/// Says where the release is and where projects that use it may be made, and serves both, from two addresses.
fn with_projects(program: Command) -> Result<Command> {
    let folder = paths::target().join("projects");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    let mut program = with_pages(program, &folder)?;
    program.env("DEAL_NETWORK_RELEASE_URL", serve::background(paths::dist(), false)?);
    program.env("DEAL_NETWORK_DIST", fs::canonicalize(paths::dist())?);
    program.env("DEAL_NETWORK_PROJECTS", fs::canonicalize(folder)?);
    Ok(program)
}

fn in_browser(mut program: Command, engine: Engine) -> Result<Command> {
    // The release goes first: it writes `www/pkg` as well.
    released()?;
    wasm::build(wasm::Library::Installed)?;
    program.env(engine.variable(), engine.program()?);
    program.env("DEAL_NETWORK_ENGINE", engine.name());
    program.env("DEAL_NETWORK_URL", serve::background(paths::www(), false)?);
    program.env("DEAL_NETWORK_CSP_URL", serve::background(paths::www(), true)?);
    program.env("DEAL_NETWORK_RELEASE_URL", serve::background(paths::dist(), true)?);
    Ok(program)
}
