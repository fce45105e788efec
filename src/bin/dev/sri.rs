//! `sri.json`: what goes into the attribute `integrity` of scripts that come from somewhere else.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use sha2::{Digest, Sha384};

use crate::release::{files, is};

/// Writes the hashes of those scripts and modules of a folder that are chosen, by their paths.
pub fn write(folder: &Path, chosen: impl Fn(&Path) -> bool) -> Result<()> {
    let mut hashes = BTreeMap::new();
    for path in files(folder)? {
        let relative = path.strip_prefix(folder)?;
        if !(is(relative, "js") || is(relative, "wasm")) || !chosen(relative) {
            continue;
        }
        let name = relative.to_str().context("a file with a name that is no text")?.replace('\\', "/");
        hashes.insert(name, hash(&fs::read(&path)?));
    }
    Ok(fs::write(folder.join("sri.json"), serde_json::to_string_pretty(&hashes)? + "\n")?)
}

fn hash(bytes: &[u8]) -> String {
    format!("sha384-{}", BASE64.encode(Sha384::digest(bytes)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_is_named_by_its_hash() {
        // As in the specification of subresource integrity.
        assert_eq!(
            hash(b"alert('Hello, world.');"),
            "sha384-H8BRh8j48O9oYatfu5AZzq6A9RINhZO5H16dQZngK7T62em8MUt1FLm52t+eX6xO"
        );
    }
}
