//! The file formats.
