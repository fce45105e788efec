//! From the library crate to the three modules in `www/pkg`: compile for wasm32, then bind.

use std::path::{Path, PathBuf};
use std::{env, fs};

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;

use crate::child::{cargo, command, output, run};
use crate::{glue, paths};

/// What the module is compiled for.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// One of the modules that a page may load.
pub struct Module {
    /// What its files are called.
    pub name: &'static str,
    /// What cargo is asked for.
    pub features: &'static [&'static str],
    /// Compiled to be quick instead of small.
    pub quick: bool,
    /// With the instructions that compute four numbers at a time.
    pub simd: bool,
}

/// What every reader of an article loads.
pub const READER: Module =
    Module { name: "deal_network", features: &["--no-default-features"], quick: false, simd: false };

/// What is loaded where there is something to say about a document, or a picture to be written.
pub const DESK: Module = Module {
    name: "deal_network_desk",
    features: &["--no-default-features", "--features=desk"],
    quick: false,
    simd: false,
};

/// What is loaded instead of the reader's where a network is large.
pub const LARGE: Module = Module {
    name: "deal_network_large",
    features: &["--no-default-features", "--features=large,study"],
    quick: true,
    simd: true,
};

/// What is loaded where an editor asks for all that publishing needs.
pub const PRESS: Module = Module {
    name: "deal_network_press",
    features: &["--no-default-features", "--features=embed"],
    quick: false,
    simd: false,
};

/// What the others have together: for the single file, which has no second one to load.
pub const ALL: Module = Module {
    name: "deal_network_all",
    features: &["--no-default-features", "--features=desk,large"],
    quick: false,
    simd: true,
};

/// What the widget may load.
pub const WIDGET: [Module; 3] = [READER, DESK, LARGE];

/// All that lie beside a page.
pub const MODULES: [Module; 4] = [READER, DESK, LARGE, PRESS];

/// What a quick module is compiled with, instead of what `profile.wasm` says.
pub const QUICK: [&str; 2] = ["--config", "profile.wasm.opt-level=3"];

/// And with fewer copies of what is called: a tenth less to send, and as quick.
pub const SPARING: &str = "-Cllvm-args=-inline-threshold=100";

/// All that runs wasm with four numbers at a time: Chrome 91, Firefox 89, Safari 16.4. The reader's module does without:
/// it arranged a third faster so, but `WebKitGTK` 2.50 trips over its own compiler that works beside the page. Of
/// figures opened and arranged one after another, about one in 130 trapped with these instructions and one in 500
/// without; none of 450 where that compiler did not work beside the page.
pub const SIMD: &str = "-Ctarget-feature=+simd128";

/// Which standard library a module is built with.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Library {
    /// The one that is installed: quick, and panics say what has happened.
    Installed,
    /// One that is compiled for size, and stops at a panic without a word: a tenth less to send.
    Small,
}

impl Module {
    /// The module's own file.
    pub fn file(&self) -> String {
        format!("{}_bg.wasm", self.name)
    }
}

/// Compiles all modules and writes them with their JavaScript sides and their types into `www/pkg`.
pub fn build(library: Library) -> Result<()> {
    for module in MODULES {
        bind(module.name, &compile(&module, library)?, &paths::pkg(), false)?;
        glue::wrap(module.name, &paths::pkg())?;
    }
    Ok(())
}

/// Writes the JavaScript side of a module, its types, and the module without what only this step reads.
pub fn bind(name: &str, compiled: &Path, folder: &Path, names: bool) -> Result<()> {
    Bindgen::new()
        .input_path(compiled)
        .out_name(name)
        .web(true)?
        .typescript(true)
        // The address of a module stands once, as a literal in `www`, where bundlers see it.
        .omit_default_module_path(true)
        .remove_name_section(!names)
        .remove_producers_section(true)
        .generate(folder)
        .context("The module was compiled but could not be bound to JavaScript")
}

/// Compiles the library as `profile.wasm` says; returns where the module is until the next one is compiled.
pub fn compile(module: &Module, library: Library) -> Result<PathBuf> {
    ensure_target()?;
    let mut cargo = cargo();
    // As a cdylib alone: cargo leaves link-time optimisation out where an rlib is made beside it.
    cargo.args(["rustc", "--lib", "--crate-type", "cdylib", "--target", TARGET, "--profile", "wasm"]);
    cargo.args(module.features);
    let mut flags = remapped();
    if module.quick {
        cargo.args(QUICK);
        flags.push(SPARING.into());
    }
    if module.simd {
        flags.push(SIMD.into());
    }
    if library == Library::Small {
        ensure_source()?;
        // Rebuilding the standard library is not stable yet; the pinned compiler is asked for it all the same.
        cargo.env("RUSTC_BOOTSTRAP", "1");
        cargo.args(["-Zbuild-std=std,panic_abort", "-Zbuild-std-features=optimize_for_size"]);
        flags.extend(["-Zunstable-options".into(), "-Cpanic=immediate-abort".into()]);
    }
    run(cargo.args(["--config".into(), rustflags(&flags)]))?;
    Ok(paths::target().join(TARGET).join("wasm/deal_network.wasm"))
}

/// What cargo is configured with for these flags of the compiler.
pub fn rustflags(flags: &[impl std::fmt::Display]) -> String {
    let flags: Vec<String> = flags.iter().map(|flag| format!("\"{flag}\"")).collect();
    format!("target.{TARGET}.rustflags=[{}]", flags.join(","))
}

/// Panic messages carry the path of their source file: name it as it is called inside its own crate, so that
/// the bytes are the same on every machine (and fewer).
fn remapped() -> Vec<String> {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| env::home_dir().map(|home| home.join(".cargo"))).unwrap_or_default();
    // Where crates come from somewhere else, there is nothing to rename.
    let registries = fs::read_dir(home.join("registry/src")).into_iter().flatten().flatten();
    let mut flags: Vec<_> =
        registries.map(|folder| format!("--remap-path-prefix={}/=", folder.path().display())).collect();
    flags.sort();
    flags
}

fn sysroot() -> Result<PathBuf> {
    Ok(PathBuf::from(output(command("rustc").args(["--print", "sysroot"]))?.trim()))
}

/// Adds the sources of the standard library to the toolchain where they are missing.
fn ensure_source() -> Result<()> {
    if sysroot()?.join("lib/rustlib/src/rust/library").exists() {
        return Ok(());
    }
    eprintln!("Adding the sources of the standard library to the Rust toolchain, once.");
    run(command("rustup").args(["component", "add", "rust-src"])).context(
        "The sources of the standard library are missing and could not be added; install them, for instance with `rustup component add rust-src`",
    )
}

/// Adds the wasm32 target to the toolchain where it is missing.
pub fn ensure_target() -> Result<()> {
    if sysroot()?.join("lib/rustlib").join(TARGET).exists() {
        return Ok(());
    }
    eprintln!("Adding the {TARGET} target to the Rust toolchain, once.");
    run(command("rustup").args(["target", "add", TARGET])).with_context(|| {
        format!("The {TARGET} target is missing and could not be added; install it, for instance with `rustup target add {TARGET}`")
    })
}
