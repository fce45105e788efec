//! Python with the libraries that make networks and are compared, in an environment of its own below `target`.

use std::path::Path;

use anyhow::{Context, Result};

use crate::child::{command, run};
use crate::paths;

/// The program.
pub fn python() -> Result<String> {
    let environment = paths::target().join("python");
    let program = environment.join("bin/python").to_string_lossy().into_owned();
    if !Path::new(&program).exists() {
        run(command("python3").args(["-m", "venv"]).arg(&environment))
            .context("Python 3 with `venv` is needed for the libraries that are compared")?;
    }
    let install = ["-m", "pip", "install", "--quiet", "--requirement"];
    run(command(&program).args(install).arg(paths::tests().join("benches/requirements.txt")))?;
    Ok(program)
}
