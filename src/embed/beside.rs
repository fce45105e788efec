//! What a release adds to a pack: files that are not made of a figure, but go with it.

/// What a page around a frame loads.
pub const LOADER: &str = "frame-loader.js";
/// What a page around the element loads, so that nothing moves.
pub const STYLES: &str = "deal-network.css";
/// The folder with the program.
pub const WIDGET: &str = "widget";
/// What is in it, as it lies in a release: the script that defines the element with the reader's module, which readers load
/// at once, and what is loaded when it is asked for. `www/workbench/pack.js` has the same.
pub const WIDGET_FILES: [&str; 7] = [
    SCRIPT,
    "desk.js",
    "large.js",
    "tools.js",
    "pkg/deal_network_bg.wasm",
    "pkg/deal_network_desk_bg.wasm",
    "pkg/deal_network_large_bg.wasm",
];
/// The script that defines the element.
const SCRIPT: &str = "deal-network.js";

/// Where a file of the widget is in a pack.
pub fn in_widget(file: &str) -> String {
    [WIDGET, "/", file].concat()
}

/// Where the script that defines the element is in a pack.
pub(super) fn script() -> String {
    in_widget(SCRIPT)
}
