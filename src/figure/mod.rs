//! The state of one widget: a document on its way from bytes to a picture.
//!
//! ```text
//! new -> search, in slices -> arrange -> scene, once a frame
//!          ^                  step, widen, pin, release, unroll, focus, select in between
//!          '--- filter ------------------'
//! ```
//! Pure Rust: the browser reaches it through `wasm.rs`, the command line directly.

mod cards;
mod choices;
mod draw;
#[cfg(feature = "desk")]
mod picture;
mod refilter;
mod stage;
mod weigh;
mod whole;

use crate::arcs::{Arcs, Filter};
use crate::cycles::{Bounds, CycleId, Cycles, Standing, Stop, companies, parse_id};
use crate::document::{Document, LoopEdit};
use crate::network::{CompanyId, DealId, Network};
use crate::order;
use crate::overview::Overview;
use crate::report::{Loops, Weighing};
use crate::scene::Scene;
use crate::significance::Significance;
use refilter::{Home, Pending};
pub use stage::Input;
use stage::Placed;

/// How a figure is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// How far loops are searched.
    pub bounds: Bounds,
    /// How many loops are coloured, 8 at most.
    pub top: usize,
    /// Whether the screen is small: a smaller first picture, smaller strokes and texts.
    pub small: bool,
}

impl Default for Options {
    /// Loops of up to 5 companies, ten thousand at most; six are coloured.
    fn default() -> Self {
        Self { bounds: Bounds { max_loops: 10_000, ..Bounds::default() }, top: 6, small: false }
    }
}

/// What a reader looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// A loop.
    Loop(CycleId),
    /// A company.
    Company(CompanyId),
    /// A deal, and so its arc.
    Deal(DealId),
}

/// One widget.
pub struct Figure {
    document: Document,
    options: Options,
    filter: Filter,
    arcs: Arcs,
    pending: Option<Pending>,
    /// The filter that is asked for while the first search is going on.
    wanted: Option<Filter>,
    home: Home,
    cycles: Cycles,
    stopped_by: Option<Stop>,
    ranking: Vec<CycleId>,
    /// The coloured loops, by slot; empty where the filter has taken the loop away.
    slots: Vec<Option<CycleId>>,
    /// What the editor says of loops that are there.
    edits: Vec<(CycleId, LoopEdit)>,
    overview: Overview,
    /// How many companies of the overview's order are shown, without those shown for a selected loop.
    shown: usize,
    placed: Placed,
    focus: Option<Target>,
    selected: Option<Target>,
    /// Whether each arc is in a loop, and how big each company's circle is.
    in_loop: Vec<bool>,
    radii: Vec<f32>,
    texts: Vec<String>,
    weighing: Option<Weighing>,
    chance: Option<Significance>,
    scene: Scene,
    /// What the nodes and links of the scene are.
    drawn: draw::Drawn,
}

impl Figure {
    /// The figure of a document. Nothing is searched yet.
    pub fn new(document: Document, options: Options) -> Self {
        let mut figure = Self {
            options,
            filter: Filter::default(),
            arcs: Arcs::default(),
            pending: None,
            wanted: None,
            home: Home::default(),
            cycles: Cycles::default(),
            stopped_by: None,
            ranking: Vec::new(),
            slots: Vec::new(),
            edits: Vec::new(),
            overview: Overview::default(),
            shown: 0,
            placed: Placed::new(document.network.companies().len()),
            focus: None,
            selected: None,
            in_loop: Vec::new(),
            radii: Vec::new(),
            texts: Vec::new(),
            weighing: None,
            chance: None,
            scene: Scene::default(),
            drawn: draw::Drawn::default(),
            document,
        };
        figure.pending = Some(Pending::new(&figure, Filter::default(), true));
        figure
    }

    /// The loop with this id. O(cycles).
    pub fn find_loop(&self, id: &str) -> Option<CycleId> {
        self.loop_of(&parse_id(self.network(), id)?)
    }

    /// The target of a kind (`loop`, `company`, `deal`) and an id, if it is there.
    pub fn target(&self, kind: &str, id: &str) -> Option<Target> {
        match kind {
            "loop" => self.find_loop(id).map(Target::Loop),
            "company" => self.network().find_company(id).map(Target::Company),
            "deal" => self.network().find_deal(id).map(Target::Deal),
            _ => None,
        }
    }

    /// What the reader looks at in passing: the rest fades.
    pub fn focus(&mut self, target: Option<Target>) {
        self.focus = target;
    }

    /// What the reader has chosen. Companies of a chosen loop that are not in the picture join it until the next
    /// choice: true if the arrangement has changed. A loop that is unrolled is rolled up.
    pub fn select(&mut self, target: Option<Target>) -> bool {
        if self.selected != target {
            self.unroll(false);
        }
        let before = self.in_picture();
        self.selected = target;
        before != self.in_picture()
    }

    /// What the reader has chosen; nothing if a filter has taken it away.
    pub const fn selected(&self) -> Option<Target> {
        self.selected
    }

    /// The document.
    pub const fn document(&self) -> &Document {
        &self.document
    }

    /// The network.
    pub const fn network(&self) -> &Network {
        &self.document.network
    }

    /// How many companies of the overview are shown, and how many live ones there are.
    pub fn counts(&self) -> (usize, usize) {
        (self.shown, self.overview.order.len())
    }

    /// How many companies the first picture shows.
    pub const fn first(&self) -> usize {
        if self.options.small { self.overview.first_small } else { self.overview.first }
    }

    /// Shows so many companies, in the order of the overview; at least those of the first picture.
    pub fn widen(&mut self, count: usize) {
        self.shown = count.clamp(self.first(), self.overview.order.len());
    }

    /// How it was made.
    #[cfg(feature = "desk")]
    pub const fn options(&self) -> Options {
        self.options
    }

    /// From now on the picture is for a small screen, or for a large one; its companies are those of the first picture
    /// there. Numbers and colours stay.
    #[cfg(feature = "desk")]
    pub fn set_small(&mut self, small: bool) {
        self.options.small = small;
        self.shown = self.first();
    }

    /// The loops, ready to be reported.
    pub fn loops(&self) -> Loops<'_> {
        Loops {
            network: self.network(),
            arcs: &self.arcs,
            cycles: &self.cycles,
            ranking: &self.ranking,
            slots: &self.slots,
            edits: &self.edits,
            max_length: self.options.bounds.max_length,
            stopped_by: self.stopped_by,
        }
    }

    fn standing(&self, cycle: CycleId) -> Standing {
        Standing::of(&self.arcs, self.cycles.arcs(cycle))
    }

    /// The ids of the companies in the picture, in the order in which the overview widens.
    pub fn picture(&self) -> Vec<String> {
        let shown = self.in_picture();
        let inside = self.overview.order.iter().filter(|&company| shown.binary_search(company).is_ok());
        inside.map(|&company| self.network().company(company).id.clone()).collect()
    }

    /// The companies in the picture, by id: those of the overview, the coloured loops and a chosen loop.
    fn in_picture(&self) -> Vec<CompanyId> {
        let mut shown: Vec<CompanyId> = self.overview.order.iter().take(self.shown).copied().collect();
        // Also those whose loop the filter has taken away: the picture keeps its shape.
        for members in &self.home.slots {
            shown.extend_from_slice(members);
        }
        match self.selected {
            Some(Target::Loop(cycle)) => shown.extend(companies(&self.arcs, self.cycles.arcs(cycle))),
            Some(Target::Company(company)) => shown.push(company),
            Some(Target::Deal(deal)) => {
                shown.extend([self.network().deal(deal).from, self.network().deal(deal).to]);
            }
            _ => {}
        }
        order::sort(&mut shown);
        shown.dedup();
        shown
    }
}
