//! What a figure shows, as the words of the element's attributes and of an address.

use crate::arcs::Filter;
use crate::digits::decimal;
use crate::figure::{Figure, Options};
use crate::network::Network;
use crate::svg::Look;
use std::fmt::Write;

/// The attributes by which the element shows what the figure shows; none where it would by itself.
pub(super) fn attributes(figure: &Figure, look: Look) -> Vec<(&'static str, String)> {
    let mut pairs = view(figure, look);
    pairs.extend(top(figure));
    pairs
}

/// How many loops are coloured, where it is not as usual.
pub(super) fn top(figure: &Figure) -> Vec<(&'static str, String)> {
    let top = figure.options().top;
    if top == Options::default().top { Vec::new() } else { vec![("top-loops", top.to_string())] }
}

/// The same as the end of an address: `?until=2025`.
pub(super) fn query(figure: &Figure, look: Look) -> String {
    let mut out = String::new();
    for (name, value) in view(figure, look) {
        let sign = if out.is_empty() { '?' } else { '&' };
        out.extend([&*sign.to_string(), name, "=", &encoded(&value)]);
    }
    out
}

fn view(figure: &Figure, look: Look) -> Vec<(&'static str, String)> {
    let (network, filter) = (figure.network(), figure.filtered());
    let until = filter.until.map_or_else(String::new, crate::PartialDate::text);
    let theme = match look {
        Look::Light => "light",
        Look::Dark => "dark",
        Look::Auto => "",
    };
    let pairs = [("filter", parts(network, filter)), ("until", until), ("theme", theme.to_owned())];
    pairs.into_iter().filter(|(_, value)| !value.is_empty()).collect()
}

/// `statuses=signed%2Cclosed&minAmount=5000000000`: what differs from the default, but for the date.
fn parts(network: &Network, filter: &Filter) -> String {
    let usual = Filter::default();
    let mut parts = Vec::new();
    let mut add = |name: &str, words: String| parts.push([name, "=", &encoded(&words)].concat());
    let listed = |names: &mut dyn Iterator<Item = &str>| {
        let names: Vec<&str> = names.collect();
        if names.is_empty() { "none".to_owned() } else { names.join(",") }
    };
    if filter.kinds != usual.kinds {
        add("kinds", listed(&mut filter.kinds.iter().map(|kind| kind.name())));
    }
    if filter.statuses != usual.statuses {
        add("statuses", listed(&mut filter.statuses.iter().map(|status| status.name())));
    }
    if filter.confidences != usual.confidences {
        add("confidences", listed(&mut filter.confidences.iter().map(|confidence| confidence.name())));
    }
    if let Some(least) = filter.min_amount {
        add("minAmount", decimal(least.0, 2));
    }
    if !filter.undisclosed {
        add("undisclosed", "no".to_owned());
    }
    let companies = filter.without_companies.iter().map(|&id| {
        let id = &network.company(id).id;
        let both = network.find_deal(id).is_some();
        if both { format!("company:{id}") } else { id.clone() }
    });
    let deals = filter.without_deals.iter().map(|&id| {
        let id = &network.deal(id).id;
        let both = network.find_company(id).is_some();
        if both { format!("deal:{id}") } else { id.clone() }
    });
    let without: Vec<String> = companies.chain(deals).collect();
    if !without.is_empty() {
        add("without", without.join(","));
    }
    parts.join("&")
}

/// A text within an address.
pub(super) fn encoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            // Writing to a text cannot fail.
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}
