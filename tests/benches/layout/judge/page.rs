//! What a reader sees of the page's data sets, on stages from a small phone's to a wide screen's: counted in the scene,
//! with its zoom, its stripes and the labels that it shows.

use std::fmt::Write;

use anyhow::Result;
use deal_network::Point;
use deal_network::figure::Figure;
use deal_network::layout::Stage;
use deal_network::scene::{Mark, Role, text_width};
use serde_json::json;

use crate::deals::{NETWORKS, searched};

/// Widths and heights.
const STAGES: [(f32, f32); 12] = [
    (320.0, 400.0),
    (360.0, 640.0),
    (390.0, 600.0),
    (480.0, 480.0),
    (600.0, 400.0),
    (640.0, 640.0),
    (768.0, 900.0),
    (800.0, 540.0),
    (960.0, 640.0),
    (1100.0, 700.0),
    (1280.0, 800.0),
    (1400.0, 900.0),
];

/// How many companies more than those of the first picture are shown.
const WIDENED: [(&str, usize); 3] = [("overview", 0), ("5 more", 5), ("all", usize::MAX)];

/// Above and below the baseline of a text, in its size.
const ASCENT: f32 = 0.78;
const DESCENT: f32 = 0.22;

/// Points of a stripe that are looked at, and how far it must reach into a circle, in pixels: at its ends it touches two.
const STEPS: u16 = 64;
const INTO: f32 = 0.5;

/// What there is in one picture.
#[derive(Default)]
pub struct Seen {
    /// Coloured stripes that run below the circle of a company they do not belong to.
    pub under: usize,
    /// Pairs of circles that overlap.
    circles: usize,
    /// Pairs of shown labels that overlap.
    labels: usize,
    /// Labels shown, and companies.
    shown: usize,
    companies: usize,
}

impl Seen {
    fn of(figure: &Figure) -> Self {
        let names = figure.network().companies().len();
        let (mut stripes, mut circles, mut labels) = (Vec::new(), Vec::new(), Vec::new());
        for painted in figure.scene().marks() {
            match (painted.role, painted.mark) {
                (Role::Cycle(_), Mark::Curve { points, .. }) => stripes.push(points),
                // A small one is a dot in the colour of edges.
                (Role::Company | Role::CompanyEdge, Mark::Circle { centre, radius, width: 0.0 }) => {
                    circles.push((centre, radius));
                }
                (Role::Label, Mark::Text { at, size, bold, text, .. }) if (text as usize) < names => {
                    let half = text_width(&figure.texts()[text as usize], size, bold) / 2.0;
                    labels.push([at.x - half, at.y - ASCENT * size, at.x + half, at.y + DESCENT * size]);
                }
                _ => {}
            }
        }
        let covers = |stripe: &[Point; 4], &(centre, radius): &(Point, f32)| {
            (0..=STEPS).any(|step| {
                (at(stripe, f32::from(step) / f32::from(STEPS)) - centre).length() < radius - INTO
            })
        };
        Self {
            under: stripes.iter().map(|one| circles.iter().filter(|other| covers(one, other)).count()).sum(),
            circles: pairs(&circles, &|a, b| (a.0 - b.0).length() < a.1 + b.1),
            labels: pairs(&labels, &|a, b| a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]),
            shown: labels.len(),
            companies: circles.len(),
        }
    }

    fn share(&self) -> f64 {
        self.shown as f64 / self.companies.max(1) as f64
    }
}

/// A table of all pictures of each data set, the stages with a stripe below a circle named, and lines of JSON.
pub fn judge() -> Result<(String, Vec<String>)> {
    let mut table = String::from(
        "| the page, 12 stages | stripes under circles | circles | labels | labels shown at 960x640 | on the worst stage |\n\
         | --- | --: | --: | --: | --: | --: |\n",
    );
    let mut lines = Vec::new();
    for network in NETWORKS {
        for (what, more) in WIDENED {
            let mut sum = Seen::default();
            let (mut usual, mut worst, mut places) = (0.0, 1.0_f64, String::new());
            for (width, height) in STAGES {
                let seen = picture(network, Stage { width, height }, more)?;
                lines.push(
                    json!({ "page": network, "shown": what, "stage": [width, height], "under": seen.under,
                        "circles": seen.circles, "labels": seen.labels, "labelled": seen.share() })
                    .to_string(),
                );
                if seen.under > 0 {
                    let _ = write!(places, " {width}x{height}");
                }
                if (width, height) == (960.0, 640.0) {
                    usual = seen.share();
                }
                worst = worst.min(seen.share());
                sum.under += seen.under;
                sum.circles += seen.circles;
                sum.labels += seen.labels;
            }
            let places = if places.is_empty() { places } else { format!(":{places}") };
            let _ = writeln!(
                table,
                "| {network}, {what} | {}{places} | {} | {} | {:.0} % | {:.0} % |",
                sum.under,
                sum.circles,
                sum.labels,
                usual * 100.0,
                worst * 100.0
            );
        }
    }
    Ok((table, lines))
}

fn picture(network: &str, stage: Stage, more: usize) -> Result<Seen> {
    let mut figure = searched(network, stage)?;
    figure.widen(figure.first().saturating_add(more));
    figure.fit(stage.width, stage.height);
    Ok(Seen::of(&figure))
}

/// The point of a cubic at a share of it.
fn at(stripe: &[Point; 4], t: f32) -> Point {
    let u = 1.0 - t;
    let [a, b, c, d] = *stripe;
    a * (u * u * u) + b * (3.0 * u * u * t) + c * (3.0 * u * t * t) + d * (t * t * t)
}

fn pairs<T>(all: &[T], overlap: &dyn Fn(&T, &T) -> bool) -> usize {
    all.iter().enumerate().map(|(place, a)| all[place + 1..].iter().filter(|b| overlap(a, b)).count()).sum()
}
