//! Writing JSON documents.

use super::decimal::Coordinate;
use super::file::{CompanyFile, DealFile, File, LoopFile};
use super::{Document, LoopEdit, Meta};

/// Writes a document as JSON, version 1, indented, with its keys always in the same order. O(n log n).
///
/// Reading it again gives the same document, if the document came from [`super::read`].
pub fn write_json(document: &Document) -> String {
    let Document { network, meta, editor } = document;
    let Meta { title, headline, description, note, as_of, unit } = meta;
    let file = File {
        schema: "",
        version: 1,
        title,
        headline,
        description,
        note,
        as_of,
        unit,
        companies: network.companies().iter().map(CompanyFile::of).collect(),
        deals: network.deals().iter().map(|deal| DealFile::of(network, deal)).collect(),
        loops: editor.loops.iter().map(loop_file).collect(),
        positions: editor
            .positions
            .iter()
            .map(|&(company, at)| {
                (network.company(company).id.as_str(), [Coordinate::of(at.x), Coordinate::of(at.y)])
            })
            .collect(),
    };
    // Texts, whole numbers and raw values that are numbers: nothing of this can fail.
    let mut text = serde_json::to_string_pretty(&file).unwrap_or_default();
    text.push('\n');
    text
}

fn loop_file(edit: &LoopEdit) -> LoopFile<'_> {
    let LoopEdit { id, name, note, pin, hide, order } = edit;
    LoopFile { id, name, note, pin: *pin, hide: *hide, order: *order }
}
