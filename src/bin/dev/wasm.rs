//! From the library crate to `www/pkg`: compile for wasm32, then bind.

use std::path::{Path, PathBuf};
use std::{env, fs};

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;

use crate::child::{cargo, command, output, run};
use crate::paths;

/// What the module is compiled for.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// Compiles the module and writes it with its JavaScript side and its types into `www/pkg`.
pub fn build() -> Result<()> {
    bind(&compile()?, &paths::pkg(), false)
}

/// Writes the JavaScript side of a module, its types, and the module without what only this step reads.
pub fn bind(module: &Path, folder: &Path, names: bool) -> Result<()> {
    Bindgen::new()
        .input_path(module)
        .out_name("deal_network")
        .web(true)?
        .typescript(true)
        // The address of the module stands once, as a literal in `www/engine.js`, where bundlers see it.
        .omit_default_module_path(true)
        .remove_name_section(!names)
        .remove_producers_section(true)
        .generate(folder)
        .context("The module was compiled but could not be bound to JavaScript")
}

/// Compiles the library as `profile.wasm` says; returns where the module is.
pub fn compile() -> Result<PathBuf> {
    ensure_target()?;
    // As a cdylib alone: cargo leaves link-time optimisation out where an rlib is made beside it.
    let library = ["rustc", "--lib", "--crate-type", "cdylib", "--target", TARGET, "--profile", "wasm"];
    run(cargo().args(library).args(flags()))?;
    Ok(paths::target().join(TARGET).join("wasm/deal_network.wasm"))
}

/// Panic messages carry the path of their source file: name it as it is called inside its own crate, so that
/// the bytes are the same on every machine (and fewer).
fn flags() -> [String; 2] {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| env::home_dir().map(|home| home.join(".cargo"))).unwrap_or_default();
    // Where crates come from somewhere else, there is nothing to rename.
    let registries = fs::read_dir(home.join("registry/src")).into_iter().flatten().flatten();
    let mut flags: Vec<_> =
        registries.map(|folder| format!("\"--remap-path-prefix={}/=\"", folder.path().display())).collect();
    flags.sort();
    ["--config".into(), format!("target.{TARGET}.rustflags=[{}]", flags.join(","))]
}

/// Adds the wasm32 target to the toolchain where it is missing.
pub fn ensure_target() -> Result<()> {
    let sysroot = output(command("rustc").args(["--print", "sysroot"]))?;
    if PathBuf::from(sysroot.trim()).join("lib/rustlib").join(TARGET).exists() {
        return Ok(());
    }
    eprintln!("Adding the {TARGET} target to the Rust toolchain, once.");
    run(command("rustup").args(["target", "add", TARGET])).with_context(|| {
        format!("The {TARGET} target is missing and could not be added; install it, for instance with `rustup target add {TARGET}`")
    })
}
