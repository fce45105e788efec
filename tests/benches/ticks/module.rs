//! The engine for large networks as a module of its own for `cargo dev bench`, compiled as the module for large
//! networks is, which has no such exports.

#[cfg(target_arch = "wasm32")]
mod exports;

const fn main() {}
