//! Pictures of points, from our own SVG.

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::fontdb::{Database, FaceInfo, Family, ID, Query, Stretch, Style, Weight};
use resvg::usvg::{FontResolver, Options, Tree};
use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, PoisonError};

/// The font of pictures: as wide as the core's table of widths has it. See `font/README.md`.
const REGULAR: &[u8] = include_bytes!("font/Arimo-Regular.ttf");
const BOLD: &[u8] = include_bytes!("font/Arimo-Bold.ttf");
const FAMILY: &str = "Arimo";

/// A drawing on its way to points.
pub struct Drawing {
    tree: Tree,
    /// Letters that no font here has.
    pub missing: String,
}

impl Drawing {
    /// Reads an SVG. Its texts are set in our own font; only for letters that this one lacks are the system's looked for,
    /// so that the same picture comes out everywhere where it can.
    pub fn new(svg: &str) -> Result<Self, String> {
        let mut fonts = Database::new();
        fonts.load_font_data(REGULAR.to_vec());
        fonts.load_font_data(BOLD.to_vec());
        let own = fonts.len();
        let missing = Mutex::new(BTreeSet::new());
        let options = Options {
            font_family: FAMILY.to_owned(),
            font_resolver: FontResolver {
                select_font: Box::new(|asked, fonts| ours(fonts, asked.weight())),
                select_fallback: Box::new(|letter, used, fonts| {
                    if fonts.len() == own {
                        Arc::make_mut(fonts).load_system_fonts();
                    }
                    let found = others(letter, used, fonts);
                    if found.is_none() {
                        missing.lock().unwrap_or_else(PoisonError::into_inner).insert(letter);
                    }
                    found
                }),
            },
            fontdb: Arc::new(fonts),
            ..Options::default()
        };
        let tree = Tree::from_str(svg, &options).map_err(|error| error.to_string())?;
        drop(options);
        let missing = missing.into_inner().unwrap_or_else(PoisonError::into_inner).into_iter().collect();
        Ok(Self { tree, missing })
    }

    /// The picture as PNG, with so many points a pixel of the drawing.
    pub fn png(&self, ratio: f32) -> Result<Vec<u8>, String> {
        let size = self.tree.size();
        let points = |side: f32| (side * ratio).round() as u32;
        let mut picture =
            Pixmap::new(points(size.width()), points(size.height())).ok_or("the picture is too large")?;
        resvg::render(&self.tree, Transform::from_scale(ratio, ratio), &mut picture.as_mut());
        picture.encode_png().map_err(|error| error.to_string())
    }
}

/// Our own font, whatever is asked for: it is the one of which the widths are known.
fn ours(fonts: &Database, weight: u16) -> Option<ID> {
    let families = &[Family::Name(FAMILY)];
    fonts.query(&Query { families, weight: Weight(weight), style: Style::Normal, ..Query::default() })
}

/// A font of the system that has a letter: one as upright and as bold as the first that was used, if there is any.
fn others(letter: char, used: &[ID], fonts: &mut Arc<Database>) -> Option<ID> {
    let find = FontResolver::default_fallback_selector();
    let weight = fonts.face(*used.first()?)?.weight;
    let mut tried = used.to_vec();
    let mut first = None;
    while let Some(found) = find(letter, &tried, fonts) {
        first = first.or(Some(found));
        let is_alike = |face: &FaceInfo| {
            face.weight == weight && face.style == Style::Normal && face.stretch == Stretch::Normal
        };
        if fonts.face(found).is_some_and(is_alike) {
            return Some(found);
        }
        tried.push(found);
    }
    first
}
