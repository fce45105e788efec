//! The layouts of a network side by side, as SVG.

use std::fmt::Write;

use deal_network::Point;
use deal_network::scene::Role;
use deal_network::theme::Theme;

use crate::case::Case;
use crate::measures::overlaps::{GAP, on_stage};

/// A layout to be drawn.
pub struct Tile {
    pub caption: String,
    pub points: Vec<Point>,
    /// How much it may be enlarged.
    pub size: f32,
}

/// Pixels of a picture for one of the layout's.
const SCALE: f32 = 0.3;
/// A phone's stage is as high, so that it can be smaller.
const COLUMNS: usize = 4;
/// Between tiles, and above each for its caption.
const AIR: f32 = 8.0;
const CAPTION: f32 = 20.0;

/// The drawing. Straight lines; coloured loops in their colours; circles and the boxes of labels in their own size on
/// the stage, which is the frame.
pub fn svg(case: &Case, tiles: &[Tile]) -> String {
    let (width, height) = (case.stage.width * SCALE, case.stage.height * SCALE);
    let columns = COLUMNS.min(tiles.len());
    let rows = tiles.len().div_ceil(columns);
    let all = (columns as f32 * (width + AIR) + AIR, rows as f32 * (height + CAPTION + AIR) + AIR);
    let ground = Theme::Light.colour(Role::Ground);
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{0:.0}\" height=\"{1:.0}\" viewBox=\"0 0 {0:.0} {1:.0}\" \
         font-family=\"Liberation Sans, sans-serif\" font-size=\"13\"><rect width=\"100%\" height=\"100%\" \
         fill=\"{ground}\"/>\n",
        all.0.ceil(),
        all.1.ceil()
    );
    for (place, tile) in tiles.iter().enumerate() {
        let x = AIR + (place % columns) as f32 * (width + AIR);
        let y = AIR + (place / columns) as f32 * (height + CAPTION + AIR);
        let _ = write!(svg, "<text x=\"{x}\" y=\"{}\">{}</text>", y + 14.0, tile.caption);
        let _ = writeln!(svg, "<g transform=\"translate({x} {}) scale({SCALE})\">", y + CAPTION);
        draw(&mut svg, case, tile);
        svg.push_str("</g>\n");
    }
    svg + "</svg>\n"
}

fn draw(svg: &mut String, case: &Case, tile: &Tile) {
    let theme = Theme::Light;
    let points = centred(case, &on_stage(case, &tile.points, tile.size));
    let edge = theme.colour(Role::Plain);
    let _ = writeln!(
        svg,
        "<rect width=\"{}\" height=\"{}\" fill=\"none\" stroke=\"{edge}\" stroke-width=\"3\"/>",
        case.stage.width, case.stage.height
    );
    let mut path = String::new();
    for &[a, b] in &case.links {
        let _ = write!(path, "M{} L{}", at(points[a]), at(points[b]));
    }
    let plain = theme.colour(Role::Plain);
    let _ = writeln!(svg, "<path d=\"{path}\" fill=\"none\" stroke=\"{plain}\" stroke-width=\"2\"/>");
    // The first above the others, as in a figure.
    for (slot, wheel) in case.wheels.iter().enumerate().rev() {
        let corners: Vec<String> = wheel.bodies.iter().map(|&body| at(points[body as usize])).collect();
        let colour = theme.colour(Role::Cycle(slot as u8 + 1));
        let _ = writeln!(
            svg,
            "<path d=\"M{} Z\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"6\" stroke-linejoin=\"round\"/>",
            corners.join(" L")
        );
    }
    let (fill, line) = (theme.colour(Role::Company), theme.colour(Role::CompanyEdge));
    for (body, &Point { x, y }) in case.bodies.iter().zip(&points) {
        let (left, top) = (x - body.label_width / 2.0, y + body.radius + GAP);
        let _ = writeln!(
            svg,
            "<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"{}\" fill=\"{fill}\" stroke=\"{line}\" stroke-width=\"2.5\"/>\
             <rect x=\"{left:.1}\" y=\"{top:.1}\" width=\"{}\" height=\"{}\" fill=\"{line}\" fill-opacity=\"0.35\"/>",
            body.radius, body.label_width, body.label_height
        );
    }
}

/// In the middle of the stage, whose corner is (0, 0).
fn centred(case: &Case, points: &[Point]) -> Vec<Point> {
    let [mut left, mut top] = [f32::INFINITY; 2];
    let [mut right, mut bottom] = [f32::NEG_INFINITY; 2];
    for (body, at) in case.bodies.iter().zip(points) {
        let half = body.radius.max(body.label_width / 2.0);
        (left, right) = (left.min(at.x - half), right.max(at.x + half));
        (top, bottom) =
            (top.min(at.y - body.radius), bottom.max(at.y + body.radius + GAP + body.label_height));
    }
    let middle = Point::new(left.midpoint(right), top.midpoint(bottom));
    let shift = Point::new(case.stage.width / 2.0, case.stage.height / 2.0) - middle;
    points.iter().map(|&at| at + shift).collect()
}

fn at(point: Point) -> String {
    format!("{:.1} {:.1}", point.x, point.y)
}
