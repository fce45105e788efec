//! Deal networks: which deals run in circles, how big and how sure each loop is, according to whom.
//!
//! The core of the `<deal-network>` element and of the `deal-network` command. It reads a document of deals, finds
//! the circular loops, ranks them, chooses the few that are coloured, lays the companies out and says what is
//! drawn. It never draws, never reads the clock and never uses randomness but from a fixed seed: the same document
//! gives the same picture on every machine.
//!
//! ```
//! use deal_network::document::{Format, Limits, read};
//! use deal_network::figure::{Figure, Options};
//!
//! let csv = b"from,to,kind,amount,status
//! amazon,openai,equity_investment,50e9,announced
//! openai,amazon,cloud_contract,138e9,signed
//! ";
//! let loaded = read(csv, Format::Auto, &Limits::default()).unwrap();
//! let mut figure = Figure::new(loaded.document, Options::default());
//! while !figure.search(100_000) {}
//! let report = figure.loops().report(10);
//! assert_eq!(report.counted, 1);
//! assert_eq!(report.loops[0].id, "amazon>openai");
//! figure.fit(960.0, 640.0);
//! assert!(figure.scene().marks().len() > 4);
//! ```
//!
//! # The words
//! A **company** (any organisation or person that takes part) and a **deal** (one agreement: who gives value, to
//! whom, how much, when, how sure) make a **network**, a directed multigraph. An **arc** is an ordered pair of
//! companies with at least one deal that is *live* under a **filter**. A **cycle** is an elementary directed cycle
//! of at least two companies over arcs; what a user meets calls it a *loop*, because a self-loop is something else
//! in every graph library. A **layout** says where companies are, a **scene** what is drawn, before any pixel.
//!
//! # The flow
//! ```text
//! document (JSON, CSV) -> network -> arcs -> cycles -> rank, slots -> overview
//!                            filter -/   \         \-> layout (positions)
//!                                         \-> circularity, significance
//! positions + cycles + what the reader looks at -> scene -> canvas painter (www/paint.js) | SVG writer
//! ```
//!
//! | module | |
//! |---|---|
//! | [`document`] | the file formats, and a diagnostic for everything that is wrong with them |
//! | [`network`] | companies and deals, immutable |
//! | [`arcs`] | the live arcs under a filter |
//! | [`circularity`] | how much of the money could be arranged in loops |
//! | [`cycles`] | the search, identity, rank, and which loops are coloured |
//! | [`significance`] | whether random networks have as many loops |
//! | [`overview`] | which companies the first picture shows, and in which order it widens |
//! | [`layout`] | where companies go: bodies, springs, wheels; knows nothing of deals |
//! | [`scene`] | curves, stripes, arrowheads, badges, labels; knows nothing of deals |
//! | [`theme`], [`svg`] | roles to colours; a scene as SVG |
//! | [`words`] | plain sentences with typed slots |
//! | [`report`] | loops, filters and shares of money as plain objects |
//! | [`figure`] | all of it together: the state of one widget |
//! | [`embed`] | the files with which a figure goes to a newspaper's system |
//! | `wasm` | the only folder that knows JavaScript |
//!
//! Nothing points upward in this list but `figure`, `embed` and `wasm`, which use everything.
//!
//! # What always holds
//! * An arrow is value given. Undisclosed is not zero. Ceilings, rates and valuations are not cash.
//! * Rows in = deals loaded + rows with an error.
//! * [`network::CompanyId`]s compare as the companies' ids do, so nothing depends on the order of the file.
//! * A loop's id, colour and number belong to the loop, and its place to a company, whatever is filtered.
//! * A filtered figure has the loops, the ranking and the sums of a document with the live deals alone.
//! * A share of money in loops stands beside the share of what is signed, closed or completed.
//! * Every search is bounded, and its result says whether it was cut.
//! * Amounts are integers; geometry uses `+ - * /` and `sqrt` alone.
//!
//! # Three modules
//! Every reader of an article loads one WebAssembly module, built without any feature: the strict reader of
//! clean documents ([`document::read_strict`]), loops, layout, scene, sentences as places in a table. The other one has
//! all of the core: the full readers with their diagnostics, filters, circularity, significance, SVG. It is loaded
//! where a document is not clean, or a reader filters or asks for more. The third, with the features `large` and `study`,
//! takes the first one's place where a document has more than 250 companies; it is compiled to be quick, filters by
//! itself, and has the engine of the layout that moves ten thousand bodies. The command line is built with everything.
//!
//! # What is deliberately absent
//! Colours and pixels (the theme and the painters have them), the camera and the pointer (the shell has them),
//! an expression language (a filter is lists of names, see [`arcs::Filter::set`]), threads, and every kind of request.

pub mod arcs;
pub mod circularity;
mod cut;
pub mod cycles;
mod digits;
pub mod document;
#[cfg(feature = "embed")]
pub mod embed;
mod error;
pub mod figure;
mod frame;
pub mod layout;
pub mod network;
mod order;
pub mod overview;
mod point;
pub mod report;
pub mod scene;
pub mod significance;
#[cfg(feature = "desk")]
pub mod svg;
#[cfg(feature = "desk")]
pub mod theme;
pub mod value;
#[cfg(target_arch = "wasm32")]
mod wasm;
pub mod words;

pub use error::Error;
pub use network::{Amount, PartialDate};
pub use point::Point;
