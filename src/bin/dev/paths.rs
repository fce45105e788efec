//! Where things are.

use std::env;
use std::path::PathBuf;

/// The root of the repository: where cargo runs this program from, or else the current folder.
pub fn root() -> PathBuf {
    env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| PathBuf::from("."), PathBuf::from)
}

/// The page and the shell.
pub fn www() -> PathBuf {
    root().join("www")
}

/// What the binding step writes.
pub fn pkg() -> PathBuf {
    www().join("pkg")
}

/// What the release build writes.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// The tests, and npm's tools.
pub fn tests() -> PathBuf {
    root().join("tests")
}

/// Where cargo puts what it builds.
pub fn target() -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), |folder| root().join(folder))
}
