//! `deal-network loops`.

use super::{AI, file, report, run, text};
use serde_json::{Value, json};

#[test]
fn loops_as_json_are_in_the_documented_shape() {
    let report = report(&["loops", AI, "--format", "json"]);
    let byte_length = json!({"2": 27, "3": 23, "4": 64, "5": 126});
    assert_eq!(
        (
            &report["complete"],
            &report["stoppedBy"],
            &report["maxLength"],
            &report["counted"],
            &report["byLength"]
        ),
        (&json!(true), &Value::Null, &json!(5), &json!(240), &byte_length)
    );
    assert_eq!(
        report["loops"][0],
        json!({
            "id": "amazon>openai", "name": "Amazon and OpenAI", "companies": ["amazon", "openai"], "length": 2,
            "smallestArc": 50_000_000_000_u64, "exact": true, "partly": false, "ceiling": true,
            "approximate": false, "firm": 15_000_000_000_u64, "total": 188_000_000_000_u64, "totalCeiling": true,
            "totalApproximate": false, "totalFirm": 53_000_000_000_u64, "undisclosedArcs": 0,
            "status": "announced", "confidence": "high", "first": "2025-11-03", "completeSince": "2026-02-27",
            "closedBy": ["amazon-openai-equity-2026-02"], "timeRespecting": true, "slot": 1,
            "arcs": [
                {"from": "amazon", "to": "openai", "amount": 50_000_000_000_u64, "state": "full", "ceiling": true,
                 "approximate": false, "firm": 15_000_000_000_u64, "status": "announced", "confidence": "high",
                 "deals": ["amazon-openai-equity-2026-02"]},
                {"from": "openai", "to": "amazon", "amount": 138_000_000_000_u64, "state": "full", "ceiling": false,
                 "approximate": false, "firm": 38_000_000_000_u64, "status": "signed", "confidence": "high",
                 "deals": ["openai-amazon-cloud-2025-11", "openai-amazon-cloud-2026-02"]},
            ],
        })
    );
    let slots: Vec<&str> = report["loops"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|row| !row["slot"].is_null())
        .map(|row| row["id"].as_str().unwrap())
        .collect();
    assert_eq!(slots.len(), 6);
}

#[test]
fn the_share_of_money_stands_beside_its_filter_and_its_strictest_reading() {
    let whole = report(&["loops", AI, "--format", "json", "--top", "1"]);
    let reference = std::fs::read_to_string("tests/data/ai_deals.figures.json").unwrap();
    let reference: Value = serde_json::from_str(&reference).unwrap();
    let expected = |name: &str| reference[name]["circularity"].clone();
    let found = &whole["circularity"];
    for (found, expected) in
        [(found, expected("default")), (&found["strictest"], expected("signed, closed or completed"))]
    {
        for (key, name) in [("total", "total"), ("circular", "circular"), ("share", "index")] {
            assert_eq!(found[key].as_f64(), expected[name].as_f64(), "{key}");
        }
    }
    let net = reference["default"]["net"].as_object().unwrap();
    let found = found["net"].as_array().unwrap();
    assert_eq!(found.len(), net.len());
    for row in found {
        assert_eq!(row["net"].as_f64(), net[row["company"].as_str().unwrap()].as_f64(), "{row}");
    }
    // The highest-ranked loops are filled first, by as much as the largest sum leaves possible.
    let split = whole["circularity"]["split"].as_array().unwrap();
    assert_eq!(split[..], [json!({"loop": "amazon>openai", "amount": 50_000_000_000_u64})]);
    let lines = text(&run(&["loops", AI]).stdout);
    assert!(lines.contains("up to 21 % of the disclosed total could be arranged in closed loops"), "{lines}");
    assert!(lines.contains("only signed, closed or completed deals, 0.6 %. An upper limit"), "{lines}");
    let strict = text(&run(&["loops", AI, "--statuses", "signed,closed,completed"]).stdout);
    assert!(
        strict.contains("If every signed, closed or completed deal were paid in full, up to 0.6 %"),
        "{strict}"
    );
    let holdings =
        file("holdings.json", r#"{"version":1,"unit":"%","deals":[{"from":"a","to":"b","amount":5}]}"#);
    assert_eq!(report(&["loops", &holdings, "--format", "json"]).get("circularity"), None);
}

#[test]
fn loops_are_compared_with_those_of_chance_if_asked() {
    let compared = report(&["loops", AI, "--format", "json", "--significance", "20"]);
    let found = &compared["significance"];
    assert_eq!(
        (&found["samples"], &found["cut"], &found["stoppedBy"]),
        (&json!(20), &json!(0), &Value::Null)
    );
    assert_eq!((&found["loops"]["observed"], &found["pairs"]["observed"]), (&json!(240), &json!(27)));
    let lines = text(&run(&["loops", AI, "--significance", "20"]).stdout);
    assert!(lines.contains("Pairs here: 27; loops in all: 240. Random networks in which every"), "{lines}");
    assert!(lines.contains("of 20 networks have as many or more"), "{lines}");
    let cut = text(&run(&["loops", AI, "--significance", "20", "--max-loops", "100"]).stdout);
    assert!(cut.contains("they cannot be compared with those of random networks"), "{cut}");
    assert_eq!(report(&["loops", AI, "--format", "json"]).get("significance"), None);
}

/// The loops that a reader of articles looks for.
#[test]
fn the_loops_in_the_news_are_there_by_name() {
    let report = report(&["loops", AI, "--format", "json"]);
    let names: Vec<&str> =
        report["loops"].as_array().unwrap().iter().map(|row| row["name"].as_str().unwrap()).collect();
    for name in [
        "Amazon and OpenAI",
        "Amazon and Anthropic",
        "Microsoft and OpenAI",
        "Anthropic and Microsoft",
        "Nvidia and OpenAI",
        "AMD and OpenAI",
        "CoreWeave and OpenAI",
        "CoreWeave and Nvidia",
        "CoreWeave to Nvidia to OpenAI and back",
        "Nvidia to OpenAI to Oracle and back",
        "Anthropic and Google",
    ] {
        assert!(names.contains(&name), "{name}");
    }
}

#[test]
fn bounds_are_taken_and_named() {
    let bounded = report(&["loops", AI, "--format", "json", "--max-loops", "7", "--top", "2"]);
    assert_eq!((&bounded["complete"], &bounded["stoppedBy"]), (&json!(false), &json!("loops")));
    assert_eq!((bounded["counted"].as_u64(), bounded["loops"].as_array().unwrap().len()), (Some(7), 2));
    let stepped = report(&["loops", AI, "--format", "json", "--max-steps", "500"]);
    assert_eq!(stepped["stoppedBy"], json!("steps"));
    let pairs = report(&["loops", AI, "--format", "json", "--max-length", "2"]);
    assert_eq!((&pairs["maxLength"], &pairs["byLength"]), (&json!(2), &json!({"2": 27})));
    let all = report(&["loops", AI, "--format", "json", "--max-length", "none", "--top", "1"]);
    assert_eq!(
        (&all["maxLength"], &all["complete"], &all["counted"]),
        (&Value::Null, &json!(true), &json!(3_263))
    );
}

#[test]
fn loops_as_text_mark_ceilings_and_missing_figures() {
    let output = run(&["loops", AI]);
    let lines = text(&output.stdout);
    assert!(
        lines.starts_with("240 loops of up to 5 companies: 27 of 2, 23 of 3, 64 of 4, 126 of 5\n"),
        "{lines}"
    );
    let lines: Vec<&str> = lines.lines().collect();
    assert_eq!(lines.len(), 24, "{lines:#?}");
    assert_eq!(lines[3], " #  smallest side or leg                   status     since       loop");
    assert_eq!(
        lines[4],
        " 1  up to $50 billion                      announced  2026-02-27  Amazon and OpenAI"
    );
    assert!(lines[23].starts_with("20  1 of 5 undisclosed"), "{lines:#?}");
}

#[test]
fn other_orders_show_what_they_go_by() {
    for (order, head, first) in [
        ("total", "total", "up to $500 billion and more undisclosed"),
        ("length", "length", "2"),
        ("first", "first deal", "2019-07-22"),
        ("confidence", "confidence", "high"),
        ("undisclosed", "undisclosed", "0"),
        ("status", "status", "completed"),
        ("complete-since", "since", "20"),
    ] {
        let output = run(&["loops", AI, "--rank", order, "--top", "1"]);
        let lines = text(&output.stdout);
        let lines: Vec<&str> = lines.lines().collect();
        assert!(lines[3].contains(head) && lines[4].contains(first), "{order}: {lines:#?}");
    }
    let ids = |order: &str| -> Vec<String> {
        let report = report(&["loops", AI, "--format", "json", "--rank", order]);
        report["loops"].as_array().unwrap().iter().map(|row| row["id"].as_str().unwrap().to_owned()).collect()
    };
    let (mut ranked, mut dated) = (ids("rank"), ids("complete-since"));
    assert_ne!(ranked, dated);
    ranked.sort();
    dated.sort();
    assert_eq!(ranked, dated);
}

#[test]
fn filters_are_taken_as_words_and_said() {
    let strict = report(&[
        "loops",
        AI,
        "--format",
        "json",
        "--statuses",
        "signed,closed,completed",
        "--until",
        "2026-03",
        "--without",
        "nvidia",
        "--without",
        "openai-amazon-cloud-2025-11,oracle",
        "--min-amount",
        "1e6",
        "--min-confidence",
        "medium",
        "--undisclosed",
        "no",
        "--kinds",
        "debt,cloud_contract,equity_investment",
    ]);
    assert_eq!(
        strict["filter"],
        json!({
            "kinds": ["equity_investment", "debt", "cloud_contract"], "statuses": ["signed", "closed", "completed"],
            "confidences": ["medium", "high"], "until": "2026-03", "minAmount": 1_000_000, "undisclosed": false,
            "withoutCompanies": ["nvidia", "oracle"], "withoutDeals": ["openai-amazon-cloud-2025-11"],
        })
    );
    let companies = |report: &Value| report["loops"].to_string();
    assert!(!companies(&strict).contains("\"nvidia\""));
    assert!(strict["counted"].as_u64() < report(&["loops", AI, "--format", "json"])["counted"].as_u64());
    let lines = text(&run(&["loops", AI, "--until", "2025", "--without", "nvidia"]).stdout);
    assert!(lines.contains("\nAs known at the end of 2025. Without Nvidia.\n"), "{lines}");
    // Colours stay with the loops that have them.
    let slot = |report: &Value, id: &str| {
        let rows = report["loops"].as_array().unwrap();
        rows.iter().find(|row| row["id"] == id).map(|row| row["slot"].clone())
    };
    let earlier = report(&["loops", AI, "--format", "json", "--until", "2025-11"]);
    let whole = report(&["loops", AI, "--format", "json"]);
    assert_eq!(slot(&earlier, "amazon>anthropic"), slot(&whole, "amazon>anthropic"));
    assert_eq!(slot(&earlier, "amazon>openai"), None);
}
