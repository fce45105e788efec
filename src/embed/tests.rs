//! Packs as parsers and readers find them.
#![allow(clippy::unwrap_used)]

use super::{File, PackOptions, complete, pack};
use crate::arcs::Filter;
use crate::document::{Format, Limits, read};
use crate::figure::{Figure, Options};
use crate::svg::Look;
use roxmltree::{Document, Node};

const TEMPLATE: &str = "<!doctype html>\n<html lang=\"{{language}}\"><head><title>{{title}}</title></head><body>\
    <deal-network>{{fallback}}</deal-network><script type=\"application/json\" id=\"deals\">{{data}}</script>\
    </body></html>\n";
pub(super) const ARTICLE: &str = include_str!("../../www/data/openai-amazon.json");
const HOSTILE: &str = "from,to,amount,status\n\
    </script><script>alert(1)</script>,\"\"\"><img src=x onerror=alert(1)>\",5e9,signed\n\
    \"\"\"><img src=x onerror=alert(1)>\",</script><script>alert(1)</script>,6e9,signed\n\
    =cmd|'/C calc'!A0,{{title}},1e9,signed\n{{title}},=cmd|'/C calc'!A0,{{data}},signed\n\
    {{title}},=cmd|'/C calc'!A0,,signed\n\
    Nvi\u{202e}dia,{{fallback}}&amp;,2e9,signed\n{{fallback}}&amp;,Nvi\u{202e}dia,2e9,signed\n";

pub(super) fn figure(document: &str, options: Options) -> Figure {
    let loaded = read(document.as_bytes(), Format::Auto, &Limits::default()).unwrap();
    let mut figure = Figure::new(loaded.document, options);
    while !figure.search(100_000) {}
    figure
}

pub(super) fn packed(figure: &mut Figure, options: &PackOptions) -> Vec<File> {
    pack(figure, &PackOptions { template: TEMPLATE, ..*options }).unwrap()
}

pub(super) fn text<'a>(files: &'a [File], name: &str) -> &'a str {
    &files.iter().find(|file| file.name == name).unwrap().text
}

/// The document inside a page: a text that nothing decodes.
fn data(page: &str) -> &str {
    page.split_once("id=\"deals\">")
        .and_then(|(_, rest)| rest.split_once("</script>"))
        .map_or("", |(data, _)| data)
}

/// What is not XML in HTML as we write it: attributes without a value, tags that are never closed, and scripts.
fn parsed(html: &str) -> String {
    let mut xml = html.replace("<!doctype html>", "").replace(" async>", " async=\"\">");
    xml = xml.replace(data(html), "");
    xml = xml.replace("<iframe data-deal-network ", "<iframe data-deal-network=\"\" ");
    for tag in ["<img ", "<source ", "<link "] {
        let mut closed = String::new();
        for (place, part) in xml.split(tag).enumerate() {
            if place == 0 {
                closed.push_str(part);
            } else {
                let (inside, after) = part.split_once('>').unwrap();
                closed.extend([tag, inside, "/>", after]);
            }
        }
        xml = closed;
    }
    format!("<all>{xml}</all>")
}

#[test]
fn every_file_is_well_formed_whatever_the_data_say() {
    for document in [ARTICLE, HOSTILE, "from,to\na,b\n", "from,to\n"] {
        let files = packed(&mut figure(document, Options::default()), &PackOptions::default());
        for File { name, text } in &files {
            let kind = name.rsplit_once('.').unwrap().1;
            let trees = match kind {
                "svg" => vec![text.clone()],
                "html" => vec![parsed(text)],
                _ => Vec::new(),
            };
            for tree in trees {
                let tree =
                    Document::parse(&tree).map_err(|error| format!("{name}: {error}\n{tree}")).unwrap();
                for node in tree.descendants().filter(Node::is_element) {
                    let element = node.tag_name().name();
                    for attribute in node.attributes() {
                        let is_quiet = !attribute.name().starts_with("on") && attribute.name() != "style";
                        assert!(is_quiet, "{name}: {} of {element}", attribute.name());
                    }
                }
                let count = |tag: &str| tree.descendants().filter(|node| node.has_tag_name(tag)).count();
                // Of data no script is made and no picture but our own.
                let scripts = usize::from(matches!(*name, "index.html" | "snippet.html" | "iframe.html"));
                let pictures = usize::from(matches!(*name, "index.html" | "snippet.html"));
                assert_eq!((count("script"), count("img")), (scripts, pictures), "{name}");
            }
            if kind == "json" {
                serde_json::from_str::<serde_json::Value>(text).unwrap();
            }
        }
    }
}

#[test]
fn light_and_dark_hold_no_style_and_one_follows_the_reader() {
    let files = packed(&mut figure(ARTICLE, Options::default()), &PackOptions::default());
    for name in ["figure-light.svg", "figure-dark.svg"] {
        assert!(!text(&files, name).contains("style") && !text(&files, name).contains("class="), "{name}");
    }
    assert_ne!(text(&files, "figure-light.svg"), text(&files, "figure-dark.svg"));
    for name in ["figure.svg", "figure-narrow.svg"] {
        assert!(text(&files, name).contains("@media (prefers-color-scheme: dark)"), "{name}");
    }
    assert!(text(&files, "index.html").matches("<style").count() == 0);
    let options = PackOptions { look: Look::Dark, ..PackOptions::default() };
    let dark = packed(&mut figure(ARTICLE, Options::default()), &options);
    assert_eq!(text(&dark, "figure.svg"), text(&files, "figure-dark.svg"));
    assert!(text(&dark, "snippet.html").contains("<deal-network src=\"data.json\" theme=\"dark\">"));
    assert!(text(&dark, "iframe.html").contains("src=\"index.html?theme=dark\""));
}

#[test]
fn the_figure_says_all_that_it_needs() {
    let files = packed(&mut figure(ARTICLE, Options::default()), &PackOptions::default());
    for name in ["figure-light.svg", "figure-narrow.svg"] {
        let tree = Document::parse(text(&files, name)).unwrap();
        let words: Vec<&str> = tree
            .descendants()
            .filter(|node| node.has_tag_name("text"))
            .filter_map(|node| node.text())
            .collect();
        let words = words.join(" ").replace('\u{a0}', " ");
        for expected in [
            "Amazon and Microsoft invest in the two AI labs that rent their clouds",
            "8 pairs of companies have deals in both directions.",
            "Amazon and OpenAI smallest side $38 billion least sure: Amazon to OpenAI, only announced Amazon to OpenAI: up to \
             $50 billion of investment; OpenAI to Amazon: $38 billion of computing contracts.",
            "AMD and OpenAI no figure: 2 of 2 sides undisclosed all announced",
            "value given: from giver to receiver",
            "in no numbered loop",
            "a side is undisclosed: no figure",
            "$100 billion or more",
            "filled: signed or otherwise firm",
            "8 of 8 companies",
            "Deals in both directions are common and lawful",
            "Source: Amazon, OpenAI and their partners. Data to October 2026.",
        ] {
            assert!(words.contains(expected), "{name}: {expected}\n{words}");
        }
        let root = tree.root_element();
        let named = |tag: &str| tree.descendants().find(|node| node.has_tag_name(tag)).unwrap();
        assert_eq!(named("title").attribute("id"), root.attribute("aria-labelledby"));
        assert!(named("title").text().unwrap().starts_with("Amazon and Microsoft"));
        let description = named("desc").text().unwrap();
        assert!(
            description
                .contains("\n1. Amazon and OpenAI, smallest side $38 billion. Amazon to OpenAI: up to")
        );
        // Nothing is cut off at the right or at the bottom.
        let side = |name: &str| root.attribute(name).unwrap().parse::<f32>().unwrap();
        for node in tree.descendants().filter(|node| node.attribute("text-anchor").is_none()) {
            let (Some(x), Some(y), Some(size)) =
                (node.attribute("x"), node.attribute("y"), node.attribute("font-size"))
            else {
                continue;
            };
            if node.parent().unwrap().attribute("text-anchor").is_some() {
                continue;
            }
            let bold = node.attribute("font-weight").is_some();
            let width = crate::scene::text_width(node.text().unwrap(), size.parse().unwrap(), bold);
            assert!(x.parse::<f32>().unwrap() + width <= side("width"), "{:?}", node.text());
            assert!(y.parse::<f32>().unwrap() + 4.0 < side("height"), "{:?}", node.text());
        }
    }
}

#[test]
fn hostile_names_are_texts_everywhere() {
    let files = packed(&mut figure(HOSTILE, Options::default()), &PackOptions::default());
    let page = text(&files, "index.html");
    assert_eq!(page.matches("</script>").count(), 1);
    assert_eq!(page.matches("{{language}}").count(), 0);
    let tree = parsed(page);
    let tree = Document::parse(&tree).unwrap();
    let rows: Vec<_> =
        tree.descendants().filter(|node| node.has_tag_name("bdi")).map(|node| node.text()).collect();
    assert!(
        rows.contains(&Some("\"><img src=x onerror=alert(1)> and </script><script>alert(1)</script>")),
        "{rows:?}"
    );
    // What turns texts around never comes through the reader.
    assert!(files.iter().all(|file| !file.text.contains('\u{202e}')));
    let data: serde_json::Value = serde_json::from_str(data(page)).unwrap();
    assert_eq!(data, serde_json::from_str::<serde_json::Value>(text(&files, "data.json")).unwrap());
    let mut rows =
        csv::Reader::from_reader(text(&files, "loops.csv").trim_start_matches('\u{feff}').as_bytes());
    let formulas = ['=', '+', '-', '@', '\t', '\r'];
    let mut seen = 0;
    for cell in rows.records().flat_map(|row| row.unwrap().iter().map(str::to_owned).collect::<Vec<_>>()) {
        assert!(!cell.starts_with(formulas), "{cell}");
        seen += usize::from(cell.starts_with("'=cmd"));
    }
    assert!(seen >= 2, "there was something to make safe");
}

#[test]
fn names_from_right_to_left_keep_their_sums_apart() {
    let csv = "from,to,amount\nOpenAI,\u{5d0}\u{5d1},5e9\n\u{5d0}\u{5d1},OpenAI,6e9\n";
    let files = packed(&mut figure(csv, Options::default()), &PackOptions::default());
    assert!(
        text(&files, "snippet.html")
            .contains("OpenAI to \u{2068}\u{5d0}\u{5d1}\u{2069}: $5 billion of deals")
    );
}

#[test]
fn a_filter_and_a_number_of_loops_are_asked_for_wherever_the_figure_is() {
    let mut filtered = figure(ARTICLE, Options { top: 4, ..Options::default() });
    let mut filter = Filter::default();
    for (part, words) in [
        ("statuses", "signed,closed"),
        ("kinds", "equity_investment,cloud_contract"),
        ("minConfidence", "medium"),
        ("minAmount", "1e9"),
        ("undisclosed", "no"),
        ("without", "amd"),
        ("until", "2026-02"),
    ] {
        filter.set(filtered.network(), part, words).unwrap();
    }
    filtered.filter(filter.clone());
    while !filtered.search(100_000) {}
    let files = packed(&mut filtered, &PackOptions::default());
    let snippet = text(&files, "snippet.html");
    let (_, after) = snippet.split_once(" filter=\"").unwrap();
    let (words, after) = after.split_once('"').unwrap();
    assert!(after.starts_with(" until=\"2026-02\" top-loops=\"4\">"), "{after}");
    // Read as the element does, it is the same filter.
    let mut again = Filter::default();
    for part in words.replace("&amp;", "&").split('&') {
        let (name, words) = part.split_once('=').unwrap();
        again.set(filtered.network(), name, &words.replace("%2C", ",")).unwrap();
    }
    again.until = filter.until;
    assert_eq!(again, filter);
    let address = format!(
        "index.html?filter={}&amp;until=2026-02",
        super::asked::encoded(&words.replace("&amp;", "&"))
    );
    assert!(text(&files, "iframe.html").contains(&format!("src=\"{address}\"")), "{address}");
    assert!(text(&files, "index.html").contains("<deal-network top-loops=\"4\"><picture>"));
    assert!(text(&files, "figure-light.svg").contains("Counting only what is signed or closed."));
}

#[test]
fn the_same_figure_gives_the_same_files() {
    let mut first = figure(ARTICLE, Options::default());
    let files = packed(&mut first, &PackOptions::default());
    assert_eq!(packed(&mut first, &PackOptions::default()), files);
    assert_eq!(packed(&mut figure(ARTICLE, Options::default()), &PackOptions::default()), files);
    let mut other = figure(ARTICLE, Options::default());
    other.fit(960.0, 640.0);
    assert_eq!(complete(&other, Look::Light), text(&files, "figure-light.svg"));
}
