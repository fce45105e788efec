//! What an editor pastes, and what tells them how.
#![allow(clippy::unwrap_used)]

use super::published::site_of;
use super::said::Said;
use super::tests::{ARTICLE, figure, packed, text};
use super::{LOADER, PackOptions, STYLES, WIDGET, readme};
use crate::figure::Options;

/// The instructions of a pack, in one line.
fn told(options: &PackOptions) -> String {
    let files = packed(&mut figure(ARTICLE, Options::default()), options);
    text(&files, "README.txt").split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn with_the_folders_address_everything_is_absolute() {
    for base in ["https://example.org/figures/a", "https://example.org/figures/a/"] {
        let options = PackOptions { base, script: "https://example.org/w.js?a&b", ..PackOptions::default() };
        let files = packed(&mut figure(ARTICLE, Options::default()), &options);
        let snippet = text(&files, "snippet.html");
        for expected in [
            "<link rel=\"stylesheet\" href=\"https://example.org/figures/a/deal-network.css\">",
            "src=\"https://example.org/w.js?a&amp;b\"",
            "src=\"https://example.org/figures/a/data.json\"",
            "srcset=\"https://example.org/figures/a/figure-narrow.svg\"",
        ] {
            assert!(snippet.contains(expected), "{snippet}");
        }
        let answer: serde_json::Value = serde_json::from_str(text(&files, "oembed.json")).unwrap();
        assert_eq!((&answer["version"], &answer["type"]), (&"1.0".into(), &"rich".into()));
        assert_eq!(answer["provider_url"], "https://example.org/");
        assert_eq!(answer["thumbnail_url"], "https://example.org/figures/a/figure.png");
        // The height is that of a frame of this width, the thumbnail that of figure.png.
        assert!(answer["width"] == 680 && answer["height"].as_u64().unwrap() > 900);
        assert_eq!(answer["thumbnail_width"], 960);
        assert!(
            answer["html"].as_str().unwrap().contains("src=\"https://example.org/figures/a/index.html\"")
        );
        let link = "</title>\n<link rel=\"alternate\" type=\"application/json+oembed\" \
            href=\"https://example.org/figures/a/oembed.json\"";
        assert!(text(&files, "index.html").contains(link));
        assert!(!text(&files, "README.txt").contains("was not given"));
    }
    let files = packed(&mut figure(ARTICLE, Options::default()), &PackOptions::default());
    let answer: serde_json::Value = serde_json::from_str(text(&files, "oembed.json")).unwrap();
    assert!(answer.get("provider_url").is_none() && answer.get("thumbnail_url").is_none());
    assert!(
        !text(&files, "index.html").contains("oembed")
            && text(&files, "README.txt").contains("was not given")
    );
}

#[test]
fn the_snippet_begins_with_the_sheet_and_the_program() {
    let files = packed(&mut figure(ARTICLE, Options::default()), &PackOptions::default());
    let expected = "<link rel=\"stylesheet\" href=\"deal-network.css\">\n\
        <script type=\"module\" src=\"widget/deal-network.js\"></script>\n<deal-network src=\"data.json\">\n";
    assert!(text(&files, "snippet.html").starts_with(expected), "{}", text(&files, "snippet.html"));
}

#[test]
fn one_loop_and_one_pair_are_told_as_one() {
    let made = figure("from,to,amount\na,b,1\nb,a,2\n", Options::default());
    let said = Said::of(&made);
    assert_eq!(said.alt, "Network of 2 companies. One loop is coloured and numbered: a and b.");
    let how = "Loops of up to 5 companies: one pair, 0 longer; 1 coloured.";
    assert!(said.notes.iter().any(|note| note.starts_with(how)), "{:?}", said.notes);
}

#[test]
fn what_is_not_in_a_pack_is_not_told_of() {
    let all = told(&PackOptions::default());
    for part in
        ["widget/ the program", "deal-network.css keeps", "frame-loader.js gives", "Its second line makes"]
    {
        assert!(all.contains(part), "{part}: {all}");
    }
    let none = told(&PackOptions { missing: &[LOADER, STYLES, WIDGET], ..PackOptions::default() });
    for part in [
        "loads widget/deal-network.js, which is not in this folder",
        "Leave out its first line",
        "Paste the first line of iframe.html",
    ] {
        assert!(none.contains(part), "{part}: {none}");
    }
    for part in ["widget/ the", "deal-network.css keeps", "frame-loader.js gives", "deal-network.min.js"] {
        assert!(!none.contains(part), "{part}: {none}");
    }
    let elsewhere = told(&PackOptions { script: "https://cdn.example/w.js", ..PackOptions::default() });
    assert!(
        elsewhere.contains("It loads https://cdn.example/w.js.") && !elsewhere.contains("widget"),
        "{elsewhere}"
    );
}

#[test]
fn the_frame_for_amp_keeps_the_height_of_the_figure() {
    let base = "https://example.org/a";
    let all = told(&PackOptions { base, ..PackOptions::default() });
    for part in [
        "src=\"https://cdn.ampproject.org/v0/amp-iframe-0.1.js\"",
        "<amp-iframe title=\"Amazon and Microsoft invest in the two AI labs that rent their clouds\" \
            layout=\"fixed-height\" height=\"1",
        "src=\"https://example.org/a/index.html\"> <amp-img placeholder layout=\"fill\"",
    ] {
        assert!(all.contains(part), "{part}: {all}");
    }
    assert!(!all.contains("allow-scripts allow-same-origin") && !all.contains("responsive"), "{all}");
}

#[test]
fn a_policy_names_the_hosts() {
    let options = PackOptions {
        base: "https://example.org/a",
        script: "https://cdn.example/w.js",
        ..PackOptions::default()
    };
    assert!(told(&options).contains(
        "script-src 'wasm-unsafe-eval' https://example.org https://cdn.example connect-src https://example.org \
         https://cdn.example img-src https://example.org style-src https://example.org For iframe.html: frame-src \
         https://example.org script-src https://example.org (for its second line)"
    ));
    let options = PackOptions { script: "", ..options };
    assert!(
        told(&options)
            .contains("'wasm-unsafe-eval' https://example.org connect-src https://example.org img-src")
    );
    assert!(told(&PackOptions::default()).contains("img-src the host of this folder style-src"));
    assert_eq!(site_of("https://example.org/a/b"), Some("https://example.org"));
    assert_eq!(site_of("w.js"), None);
}

#[test]
fn a_text_is_broken_into_lines() {
    let text = readme::lines(&"word ".repeat(40), "  ");
    assert!(text.lines().all(|line| line.starts_with("  word") && line.len() <= 84), "{text}");
    assert_eq!(text.split_whitespace().count(), 40);
}
