//! The pictures of the README, taken of the real page.

use anyhow::Result;

use crate::child::run;
use crate::{node, test};

/// Takes them with `tests/browser/pictures.js`.
pub fn take() -> Result<()> {
    node::ensure_installed()?;
    let mut program = node::node()?;
    program.arg("tests/browser/pictures.js");
    run(&mut test::with_page(program)?)
}
