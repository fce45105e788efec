//! `deal-network embed`, from a file of deals to a folder that can be published.

use super::{file, run, text};
use deal_network::embed::{LOADER, STYLES, WIDGET_FILES};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

const TEMPLATE: &str = "<!doctype html><html lang=\"{{language}}\"><title>{{title}}</title><deal-network>{{fallback}}\
    </deal-network><script type=\"application/json\" id=\"deals\">{{data}}</script></html>";
const ARTICLE: &str = "www/data/openai-amazon.json";

/// An empty folder of this test's own, not there yet.
fn folder(name: &str) -> PathBuf {
    let path = std::env::temp_dir().join(format!("deal-network-{}-{name}", std::process::id()));
    let _ = std::fs::remove_dir_all(&path);
    path
}

/// A release as far as `embed` needs one.
fn release(name: &str) -> PathBuf {
    let folder = folder(name);
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("frame.html"), TEMPLATE).unwrap();
    std::fs::write(folder.join("frame-large.html"), TEMPLATE.replace("<html", "<html class=\"large\""))
        .unwrap();
    std::fs::create_dir_all(folder.join("pkg")).unwrap();
    for file in [LOADER, STYLES].into_iter().chain(WIDGET_FILES) {
        std::fs::write(folder.join(file), format!("// {file}\n")).unwrap();
    }
    folder
}

fn embed(deals: &str, template: &Path, output: &Path, more: &[&str]) -> (Option<i32>, String) {
    let (template, output) = (template.to_str().unwrap(), output.to_str().unwrap());
    let done = run(&[&["embed", deals, "-o", output, "--template", template], more].concat());
    (done.status.code(), text(&done.stderr))
}

/// Embeds with the usual options; the exit code.
pub fn published(deals: &str, name: &str) -> Option<i32> {
    embed(deals, &release(&format!("{name}-release")), &folder(name), &[]).0
}

/// What is in a folder and below it, by its path.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let name = entry.file_name().into_string().unwrap();
        if entry.path().is_dir() {
            let below = files(&entry.path());
            found.extend(below.into_iter().map(|(path, content)| (format!("{name}/{path}"), content)));
        } else {
            found.insert(name, std::fs::read(entry.path()).unwrap());
        }
    }
    found
}

#[test]
fn a_folder_holds_everything_that_its_files_name() {
    let (release, output) = (release("release"), folder("pack").join("deep"));
    assert_eq!(embed(ARTICLE, &release, &output, &[]), (Some(0), String::new()));
    let files = files(&output);
    let expected = [
        "README.txt",
        "alt.txt",
        "data.json",
        "deal-network.css",
        "figure-dark.svg",
        "figure-light.svg",
        "figure-narrow.svg",
        "figure.png",
        "figure.svg",
        "figure@2x.png",
        "frame-loader.js",
        "iframe.html",
        "index.html",
        "loops.csv",
        "oembed.json",
        "snippet.html",
        "widget/deal-network.js",
        "widget/desk.js",
        "widget/large.js",
        "widget/pkg/deal_network_bg.wasm",
        "widget/pkg/deal_network_desk_bg.wasm",
        "widget/pkg/deal_network_large_bg.wasm",
        "widget/tools.js",
    ];
    assert_eq!(files.keys().map(String::as_str).collect::<Vec<_>>(), expected);
    let readme = text(&files["README.txt"]);
    for name in expected.iter().filter(|name| **name != "README.txt") {
        assert!(readme.contains(name.split_once('/').map_or(*name, |_| "widget/")), "{name}: {readme}");
    }
    assert_eq!(files["widget/pkg/deal_network_bg.wasm"], b"// pkg/deal_network_bg.wasm\n");
    let mut named = 0;
    for page in ["snippet.html", "iframe.html", "index.html"] {
        for part in text(&files[page]).split([' ', '\n']).filter(|part| !part.contains("data:")) {
            let Some(name) = ["src=\"", "srcset=\"", "href=\""].iter().find_map(|key| part.strip_prefix(key))
            else {
                continue;
            };
            let name = name.split_once('"').unwrap().0;
            assert!(files.contains_key(name), "{page} names {name}");
            named += 1;
        }
    }
    assert_eq!(named, 7);
    // What is published is clean, and the same as `check` writes.
    let clean = file("published.json", "");
    assert_eq!(run(&["check", ARTICLE, "--write", &clean]).status.code(), Some(0));
    assert_eq!(files["data.json"], std::fs::read(clean).unwrap());
}

#[test]
fn the_same_file_gives_the_same_bytes_and_what_was_there_is_replaced() {
    let (release, output) = (release("again-release"), folder("again"));
    embed(ARTICLE, &release, &output, &["--theme", "dark"]);
    let dark = files(&output);
    embed(ARTICLE, &release, &output, &[]);
    let first = files(&output);
    assert_ne!(dark["figure.png"], first["figure.png"]);
    embed(ARTICLE, &release, &output, &[]);
    assert_eq!(files(&output), first);
}

#[test]
fn pictures_are_as_large_as_they_say_and_show_text() {
    let (release, output) = (release("png-release"), folder("png"));
    embed(ARTICLE, &release, &output, &["--width", "720", "--height", "500"]);
    let files = files(&output);
    let svg = text(&files["figure-light.svg"]);
    let svg = roxmltree::Document::parse(&svg).unwrap();
    let side = |name: &str| svg.root_element().attribute(name).unwrap().parse::<u32>().unwrap();
    assert_eq!(side("width"), 720);
    // The size stands in the first block of a PNG.
    let size = |png: &[u8]| [16, 20].map(|at| u32::from_be_bytes(png[at..at + 4].try_into().unwrap()));
    assert!(files["figure.png"].starts_with(b"\x89PNG\r\n\x1a\n"));
    assert_eq!(size(&files["figure.png"]), [side("width"), side("height")]);
    assert_eq!(size(&files["figure@2x.png"]), [2 * side("width"), 2 * side("height")]);
    // Names are in it: with others it is another picture.
    let other = std::fs::read_to_string(ARTICLE).unwrap().replace("\"Broadcom\"", "\"Broadcoms\"");
    let other = file("renamed.json", &other);
    let pictures = folder("renamed");
    embed(&other, &release, &pictures, &["--width", "720", "--height", "500"]);
    assert_ne!(std::fs::read(pictures.join("figure.png")).unwrap(), files["figure.png"]);
}

#[test]
fn the_figure_of_an_article_is_light() {
    let (release, output) = (release("size-release"), folder("size"));
    embed(ARTICLE, &release, &output, &[]);
    for name in ["figure.svg", "figure-narrow.svg", "figure-light.svg", "figure-dark.svg"] {
        let file = std::fs::File::open(output.join(name)).unwrap();
        let size = flate2::read::GzEncoder::new(file, flate2::Compression::best());
        let size = std::io::Read::bytes(size).count();
        assert!(size <= 40_000, "{name} is {size} bytes compressed");
    }
}

#[test]
fn rows_with_mistakes_are_reported_and_the_rest_is_drawn() {
    let deals =
        file("embed-mixed.csv", "from,to,amount,status\na,b,5,signed\nb,a,\"1,234\",signed\nb,a,7,closed\n");
    let (release, output) = (release("mixed-release"), folder("mixed"));
    let (code, said) = embed(&deals, &release, &output, &[]);
    assert!(code == Some(1) && said.contains("line 3") && said.contains("1,234"), "{said}");
    assert!(text(&files(&output)["alt.txt"]).contains("a and b"));
}

#[test]
fn large_networks_get_the_page_with_the_engine_for_them() {
    let rows: Vec<String> = (0..251).map(|place| format!("c{place},c{},1\n", (place + 1) % 251)).collect();
    let (release, output) = (release("large-release"), folder("large"));
    for (rows, is_large) in
        [(format!("from,to,amount\n{}", rows.concat()), true), ("from,to\na,b\nb,a\n".to_owned(), false)]
    {
        embed(&file("embed-many.csv", &rows), &release, &output, &[]);
        assert_eq!(text(&files(&output)["index.html"]).contains("class=\"large\""), is_large);
    }
}

#[test]
fn what_cannot_be_embedded_is_said() {
    let (empty, output) = (folder("no-release"), folder("none"));
    std::fs::create_dir_all(&empty).unwrap();
    let (code, said) = embed(ARTICLE, &empty, &output, &[]);
    assert!(code == Some(1) && said.contains("`cargo dev build --release` writes it"), "{said}");
    assert_eq!(said.lines().count(), 1, "{said}");
    assert!(!output.exists());
    let broken = file("broken-frame.html", "<deal-network>{{fallback}}</deal-network>");
    let (code, said) = embed(ARTICLE, Path::new(&broken), &output, &[]);
    assert!(code == Some(1) && said.contains("must hold `{{language}}` exactly once"), "{said}");
    let release = release("said-release");
    for base in ["javascript:alert(1)", "example.org/a", "https://example.org/?a", "https://example.org/#a"] {
        let (code, said) = embed(ARTICLE, &release, &output, &["--base", base]);
        assert!(code == Some(2) && said.contains("full address of a folder"), "{base}: {said}");
    }
    let (code, said) = embed(ARTICLE, &release, Path::new(&broken), &[]);
    assert!(code == Some(1) && said.contains("cannot make"), "{said}");
}

#[test]
fn what_a_release_does_not_have_is_said_and_left_out() {
    let (release, output) = (release("poor-release"), folder("poor"));
    std::fs::remove_file(release.join("pkg/deal_network_desk_bg.wasm")).unwrap();
    let (code, said) = embed(ARTICLE, &release, &output, &[]);
    assert_eq!((code, said.lines().count()), (Some(0), 1), "{said}");
    assert!(
        said.starts_with("widget is not in the folder, for `") && said.contains("desk_bg.wasm"),
        "{said}"
    );
    assert!(said.contains("--script"), "{said}");
    assert!(!output.join("widget").exists());
    // With a script from elsewhere it is not needed.
    assert_eq!(embed(ARTICLE, &release, &output, &["--script", "https://cdn.example/w.js"]).1, "");
    assert!(!output.join("widget").exists());
    let alone = file("alone.html", TEMPLATE);
    let (code, said) = embed(ARTICLE, Path::new(&alone), &folder("alone"), &[]);
    assert_eq!((code, said.lines().count()), (Some(0), 3), "{said}");
    for (line, name) in said.lines().zip(["frame-loader.js", "deal-network.css", "widget"]) {
        assert!(line.starts_with(name), "{line}");
    }
}
