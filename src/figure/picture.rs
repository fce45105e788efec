//! The picture as a file.

use super::Figure;
use crate::svg::{Look, SvgOptions, svg};
use crate::words::{Piece, english, loop_sentence};

impl Figure {
    /// The last scene as SVG, with the sentences that say what it shows.
    pub fn svg(&self, theme: Look, font: &str) -> String {
        let meta = &self.document.meta;
        let whole = self.whole();
        let text = |sentence: &[Piece]| english(self.network(), &meta.unit, sentence);
        let title = if meta.headline.is_empty() { text(&whole.headline) } else { meta.headline.clone() };
        let loops: Vec<String> = self
            .slots
            .iter()
            .map(|&cycle| text(&loop_sentence(self.network(), &self.arcs, self.cycles.arcs(cycle))))
            .collect();
        let description = text(&whole.alt);
        let size = (self.scene.width, self.scene.height);
        let options =
            SvgOptions { size, theme, title: &title, description: &description, loops: &loops, font };
        svg(&self.scene.marks, &self.texts, &options)
    }
}
