//! What is pasted into other people's pages: the element with its fallback, the frame, and its description as oEmbed.

use super::Published;
use super::beside::{LOADER, STYLES};
use super::html::{escaped, picture, table};
use super::published::COLUMN;
use super::said::Said;
use crate::figure::Figure;

/// What a frame may do: run its script, open links in pages of their own, hand files to the reader.
pub(super) const SANDBOX: &str = "allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads";

/// The element with a fallback for readers without scripts.
pub(super) fn snippet(figure: &Figure, said: &Said, published: &Published) -> String {
    let pictures = picture(
        (&published.address("figure.svg"), published.size),
        (&published.address("figure-narrow.svg"), published.narrow),
        &said.alt,
    );
    format!(
        "<link rel=\"stylesheet\" href=\"{}\">\n\
         <script type=\"module\" src=\"{}\"></script>\n\
         <deal-network src=\"{}\"{}>\n{pictures}{}</deal-network>\n",
        escaped(&published.address(STYLES)),
        escaped(&published.script),
        escaped(&published.address("data.json")),
        published.attributes,
        table(figure, said)
    )
}

/// The frame, with a title for those who do not see it.
pub(super) fn frame(said: &Said, published: &Published) -> String {
    format!(
        "<iframe data-deal-network title=\"{}\" src=\"{}\" loading=\"lazy\" width=\"100%\" height=\"{}\" \
         frameborder=\"0\" sandbox=\"{SANDBOX}\"></iframe>",
        escaped(&said.heading),
        escaped(&published.page()),
        published.height
    )
}

/// The frame with the script that gives it the height of its content.
pub(super) fn framed(said: &Said, published: &Published) -> String {
    let loader = published.address(LOADER);
    format!("{}\n<script src=\"{}\" async></script>\n", frame(said, published), escaped(&loader))
}

/// An answer as in oEmbed 1.0 (<https://oembed.com>), for systems that make frames of addresses.
pub(super) fn oembed(said: &Said, published: &Published) -> String {
    let mut pairs = vec![
        ("version", text("1.0")),
        ("type", text("rich")),
        ("title", text(&said.heading)),
        ("html", text(&frame(said, published))),
        ("width", COLUMN.to_string()),
        ("height", published.height.to_string()),
    ];
    // Addresses must be complete here.
    if let Some(site) = published.site() {
        let [width, height] = published.size;
        let name = site.split_once("://").map_or(site, |(_, name)| name);
        pairs.extend([
            ("provider_name", text(name)),
            ("provider_url", text(&[site, "/"].concat())),
            ("thumbnail_url", text(&published.address("figure.png"))),
            ("thumbnail_width", width.to_string()),
            ("thumbnail_height", height.to_string()),
        ]);
    }
    let lines: Vec<String> = pairs.iter().map(|(key, value)| format!("  \"{key}\": {value}")).collect();
    format!("{{\n{}\n}}\n", lines.join(",\n"))
}

/// A text as JSON, which has no text that it cannot hold.
fn text(text: &str) -> String {
    serde_json::to_string(text).unwrap_or_default()
}

/// The link by which such systems find it.
pub(super) fn discovery(said: &Said, published: &Published) -> String {
    if published.site().is_none() {
        return String::new();
    }
    format!(
        "\n<link rel=\"alternate\" type=\"application/json+oembed\" href=\"{}\" title=\"{}\">",
        escaped(&published.address("oembed.json")),
        escaped(&said.heading)
    )
}
