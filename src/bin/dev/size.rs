//! Sizes as a reader pays for them.

use std::fs;
use std::io::Write;
use std::path::Path;

use anyhow::{Context, Result};
use flate2::Compression;
use flate2::write::GzEncoder;

/// How many bytes a server sends for these, compressed as hard as gzip can.
pub fn gzip(bytes: &[u8]) -> Result<usize> {
    Ok(compress(bytes)?.len())
}

/// These, compressed as hard as gzip can.
pub fn compress(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?)
}

/// The same for a file.
pub fn gzip_file(path: &Path) -> Result<usize> {
    gzip(&fs::read(path).with_context(|| format!("{} cannot be read", path.display()))?)
}

/// Bytes as kilobytes of 1,000 bytes.
pub fn kilobytes(bytes: usize) -> String {
    format!("{:.1} kB", bytes as f64 / 1000.0)
}
