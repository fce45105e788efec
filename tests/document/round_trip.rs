//! What is written is read again as it was.

use deal_network::Point;
use deal_network::document::{Document, Format, Limits, LoopEdit, Meta, read, read_strict, write_json};
use proptest::prelude::*;

/// Reads a table of anything, so that the document has everything that a reader can let through.
fn document() -> impl Strategy<Value = Document> {
    let word = |words: &[&'static str]| {
        let words: Vec<String> = words.iter().map(|&word| word.to_owned()).collect();
        prop::sample::select(words).boxed()
    };
    let row = (
        (word(&["a", "b", "C%>", "é"]), word(&["a", "b", "ü\u{200d}", "x y"]), ".{0,6}"),
        word(&["", "2025", "2024-02", "2024-02-29"]),
        word(&["", "debt", "stake", "holding"]),
        prop_oneof![
            Just(String::new()),
            (0..100_000_000_000_000_000_u64).prop_map(|n| format!("{}.{:02}", n / 100, n % 100))
        ],
        word(&["", "up_to", "per_year", "committed", "valuation"]),
        word(&["", "signed", "cancelled", "completed"]),
        word(&["", "1", "0.5", "7.25"]),
        (".{0,20}", "[a-z\\n\\t \"\\\\]{0,20}", ".{0,9}", word(&["", "https://a.org", "x:y"]), ".{0,4}"),
    );
    let table = prop::collection::vec(row, 0..10).prop_map(|rows| {
        let mut text = Vec::new();
        let mut writer = csv::Writer::from_writer(&mut text);
        let header = "from,to,id,date,kind,amount,amount_basis,status,term_years,title,note,source_title,source_url,superseded_by,amount_firm";
        writer.write_record(header.split(',')).unwrap();
        for ((from, to, id), date, kind, amount, basis, status, term, (title, note, source, url, next)) in rows {
            let firm = amount.clone();
            writer.write_record([from, to, id, date, kind, amount, basis, status, term, title, note, source, url, next, firm]).unwrap();
        }
        drop(writer);
        read(&text, Format::Csv, &Limits::default()).unwrap().document
    });
    let texts = prop::array::uniform4("[a-zA-Zß\"\\\\<>]{0,10}");
    let positions = prop::collection::vec((-1_000_000..1_000_000_i32, -1_000_000..1_000_000_i32), 4);
    (table, texts, positions, any::<bool>(), prop::option::of(any::<u32>())).prop_map(
        |(mut document, [title, headline, description, note], positions, pin, order)| {
            document.meta = Meta {
                title,
                headline,
                description,
                note: note.clone(),
                as_of: "2026-10".into(),
                unit: "EUR".into(),
            };
            let place = |n: i32| (f64::from(n) / 100.0) as f32;
            let ids = 0..document.network.companies().len() as u32;
            document.editor.positions = ids
                .zip(positions)
                .map(|(id, (x, y))| (deal_network::network::CompanyId(id), Point::new(place(x), place(y))))
                .collect();
            if document.network.find_company("a").is_some() && document.network.find_company("b").is_some() {
                let edit =
                    LoopEdit { id: "a>b".into(), name: note, note: String::new(), pin, hide: !pin, order };
                document.editor.loops.push(edit);
            }
            document
        },
    )
}

proptest! {
    #[test]
    fn reading_what_was_written_gives_the_same(document in document()) {
        let text = write_json(&document);
        let loaded = read(text.as_bytes(), Format::Json, &Limits::default()).unwrap();
        prop_assert_eq!(&loaded.document, &document);
        prop_assert_eq!(read_strict(text.as_bytes(), true, &Limits::default()), Some(document));
        prop_assert_eq!(write_json(&loaded.document), text);
        let lost = ["unknown_key", "duplicate_key", "bad_characters", "long_text", "rounded", "bad_position", "bad_loop"];
        prop_assert!(loaded.diagnostics.iter().all(|one| !lost.contains(&one.code)), "{:?}", loaded.diagnostics);
    }
}
