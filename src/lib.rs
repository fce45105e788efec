//! Deal networks: which deals run in circles, how big and how sure each loop is.

pub mod arcs;
pub mod cycles;
mod digits;
pub mod document;
mod error;
pub mod figure;
mod json;
pub mod layout;
pub mod network;
mod order;
pub mod overview;
mod point;
pub mod report;
pub mod scene;
pub mod svg;
pub mod theme;
#[cfg(target_arch = "wasm32")]
mod wasm;
pub mod words;

pub use error::Error;
pub use network::{Amount, PartialDate};
pub use point::Point;
