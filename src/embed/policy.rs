//! What a page with a content security policy has to allow.

use super::PackOptions;
use super::published::{Published, site_of};
use super::readme::lines;

/// The directives, in words, for `README.txt`.
pub(super) fn allowed(published: &Published, options: &PackOptions) -> String {
    let folder = published.site().unwrap_or("the host of this folder");
    let others: Vec<&str> =
        site_of(options.script).into_iter().filter(|&site| Some(site) != published.site()).collect();
    let program = [&[folder], &*others].concat().join(" ");
    let mut out = String::from("  For snippet.html it must allow:\n");
    for (name, what) in [
        ("script-src", format!("'wasm-unsafe-eval' {program}")),
        ("connect-src", program),
        ("img-src", folder.to_owned()),
        ("style-src", folder.to_owned()),
    ] {
        out.extend([format!("    {name:<13}{what}\n")]);
    }
    out.push_str("  For iframe.html:\n");
    for (name, why) in [("frame-src", ""), ("script-src", " (for its second line)")] {
        out.extend([format!("    {name:<13}{folder}{why}\n")]);
    }
    out.push_str(&lines(
        "Where that is the article's own host, 'self' is enough. Without 'wasm-unsafe-eval' readers get the picture \
         and the table.",
        "  ",
    ));
    out
}
