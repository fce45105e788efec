//! The command line as a user runs it.
#![allow(missing_docs, clippy::unwrap_used)]

mod embed;
mod loops;

use serde_json::Value;
use std::process::{Command, Output};

fn run(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_deal-network")).args(arguments).output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

/// A file of this test's own.
fn file(name: &str, content: &str) -> String {
    let path = std::env::temp_dir().join(format!("deal-network-{}-{name}", std::process::id()));
    std::fs::write(&path, content).unwrap();
    path.to_str().unwrap().to_owned()
}

fn report(arguments: &[&str]) -> Value {
    let output = run(arguments);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

const AI: &str = "www/data/ai-deals.json";

#[test]
fn check_writes_what_could_be_read_as_a_document_without_remarks() {
    let deals =
        file("mixed.csv", "from,to,amount,status\na,b,5,signed\nb,a,\"1,234\",signed\nb,a,7,closed\n");
    let clean = file("clean.json", "");
    assert_eq!(run(&["check", &deals, "--write", &clean]).status.code(), Some(1));
    let output = run(&["check", &clean]);
    assert_eq!(text(&output.stdout), "2 rows: 2 loaded, 0 rejected; 2 companies\n");
    let (before, after) =
        (run(&["loops", &deals, "--format", "json"]), run(&["loops", &clean, "--format", "json"]));
    assert_eq!(text(&before.stdout), text(&after.stdout));
}

#[test]
fn check_names_every_bad_row_and_exits_with_1() {
    let bad = file("bad.csv", "from,to,amount,status\na,b,5,signed\nb,a,\"1,234\",signed\na,c,7,maybe\n");
    let output = run(&["check", &bad]);
    let lines = text(&output.stdout);
    assert_eq!(output.status.code(), Some(1), "{lines}");
    assert!(lines.contains("line 3") && lines.contains("1,234"), "{lines}");
    assert!(lines.contains("line 4") && lines.contains("maybe"), "{lines}");
    assert!(lines.ends_with("3 rows: 1 loaded, 2 rejected; 2 companies\n"), "{lines}");
    // The good rows are still there for the other tasks, which say the same by their exit code.
    assert_eq!(run(&["loops", &bad]).status.code(), Some(1));
    let good = file("good.csv", "from,to,amount,status\na,b,5,signed\nb,a,7,signed\n");
    assert_eq!(run(&["check", &good]).status.code(), Some(0));
    let loops = text(&run(&["loops", &good]).stdout);
    assert!(loops.contains("1 loop of up to 5 companies: 1 of 2\n") && loops.contains("a and b"), "{loops}");
}

#[test]
fn figure_writes_an_svg_that_says_what_it_shows() {
    let out = file("figure.svg", "");
    let output = run(&[
        "figure", AI, "-o", &out, "--width", "640", "--height", "480", "--theme", "dark", "--loops", "3",
    ]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let svg = std::fs::read_to_string(&out).unwrap();
    assert!(svg.starts_with("<svg") && svg.contains("<title") && svg.contains("Amazon to OpenAI"), "{svg}");
    let again = file("again.svg", "");
    run(&[
        "figure", AI, "-o", &again, "--width", "640", "--height", "480", "--theme", "dark", "--loops", "3",
    ]);
    assert_eq!(svg, std::fs::read_to_string(again).unwrap());
    // Complete, it says so where everyone sees it.
    let complete = text(&run(&["figure", AI, "-o", "-", "--complete"]).stdout);
    assert!(complete.contains(">Source: Deals between AI companies. Data to October 2026.<"), "{complete}");
    assert!(!svg.contains("Source:"));
    // A filter is said, and moves nothing.
    let without = text(&run(&["figure", AI, "-o", "-", "--without", "openai", "--until", "2025"]).stdout);
    assert!(without.contains("As known at the end of 2025. Without OpenAI."), "{without}");
    assert!(without.contains("Amazon to Anthropic") && !without.contains("Amazon to OpenAI"), "{without}");
}

#[test]
fn what_cannot_be_done_is_said() {
    for (arguments, code, words) in [
        (&["loops"][..], 2, "Usage"),
        (&["loops", AI, "--max-length", "1"], 2, "--max-length"),
        (&["loops", AI, "--format", "xml"], 2, "xml"),
        (&["loops", AI, "--max-length", "0"], 2, "none"),
        (&["loops", AI, "--rank", "size"], 2, "complete-since"),
        (&["loops", AI, "--statuses", "signed,done"], 2, "--statuses: `done` is not a status: cancelled"),
        (&["loops", AI, "--without", "nvidia,nobody"], 2, "--without: `nobody` is not the id"),
        (&["figure", AI, "-o", "-", "--until", "soon"], 2, "--until: `soon` is not a date"),
        (&["check", "www/data/not-there.json"], 1, "not-there.json"),
    ] {
        let output = run(arguments);
        assert_eq!(output.status.code(), Some(code), "{arguments:?}");
        assert!(text(&output.stderr).contains(words), "{arguments:?}: {}", text(&output.stderr));
    }
    let broken = file("broken.json", "{\"version\": 1, \"deals\": [}");
    let output = run(&["check", &broken]);
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).contains("line 1"), "{}", text(&output.stderr));
}

/// The README's own example, as a new user would try it.
#[test]
fn the_example_of_the_readme_works_as_written() {
    let readme = std::fs::read_to_string("README.md").unwrap();
    let (_, after) = readme.split_once("```csv\n").unwrap();
    let (example, _) = after.split_once("```").unwrap();
    let deals = file("deals.csv", example);
    for task in ["check", "loops", "figure", "embed"] {
        assert!(
            readme.contains(&format!("cargo run --release --features cli -- {task} deals.csv")),
            "{task}"
        );
    }
    assert_eq!(run(&["check", &deals]).status.code(), Some(0));
    let loops = text(&run(&["loops", &deals]).stdout);
    assert!(loops.contains("$38 billion") && loops.contains("Amazon and OpenAI"), "{loops}");
    let filtered = "loops deals.csv --until 2025 --statuses signed,closed,completed --rank total";
    assert!(readme.contains(&format!("cargo run --release --features cli -- {filtered}\n")));
    let words: Vec<&str> =
        filtered.split(' ').map(|word| if word == "deals.csv" { &*deals } else { word }).collect();
    let filtered = text(&run(&words).stdout);
    assert!(
        filtered.starts_with("0 loops of up to 5 companies: none\nAs known at the end of 2025."),
        "{filtered}"
    );
    assert!(readme.contains("-- embed deals.csv -o figures "));
    assert_eq!(embed::published(&deals, "readme"), Some(0));
    let figure = run(&["figure", &deals, "-o", "-"]);
    assert_eq!(figure.status.code(), Some(0));
    assert!(text(&figure.stdout).starts_with("<svg"));
}

#[test]
fn every_file_that_the_readme_names_is_there() {
    let readme = std::fs::read_to_string("README.md").unwrap();
    let targets: Vec<&str> =
        readme.split("](").skip(1).filter_map(|rest| rest.split_once(')')).map(|(to, _)| to).collect();
    assert!(targets.len() > 6);
    for target in targets.into_iter().filter(|target| !target.starts_with("https://")) {
        let (path, section) = target.split_once('#').unwrap_or((target, ""));
        let path = if path.is_empty() { "README.md" } else { path };
        assert!(std::path::Path::new(path).exists(), "{target}");
        if !section.is_empty() {
            let page = std::fs::read_to_string(path).unwrap();
            let mut headings = page.lines().filter(|line| line.starts_with('#'));
            let address = |line: &str| line.trim_start_matches('#').trim().to_lowercase().replace(' ', "-");
            assert!(headings.any(|line| address(line) == section), "{target}");
        }
    }
}
