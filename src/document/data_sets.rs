//! The data sets of the page, made from the researched tables.

use super::{Document, Limits, Loaded, Meta, read_csv, write_json};
use crate::network::{Company, CompanyId, Deal, DealId, Network};
use std::path::Path;

/// The latest day on which a source of the table was published, as a month.
const AS_OF: &str = "2026-10";

const NOTE: &str = "Facts from public reporting, company announcements and filings, compiled in November 2026, \
in words of our own; to be used under CC BY 4.0. Amounts are headline figures, often ceilings and often over \
several years, and not cash that has moved. Most addresses of sources were seen with their title; not all \
pages were opened. Corrections are welcome: please open an issue in the project's repository on GitHub, with \
the id of the deal and a source.";

/// Makes the JSON documents of the page: their file names and texts.
///
/// `folder` has `ai-deals.csv`, `ai-companies.csv` and `openai-amazon.txt`, a list of deal ids; the documents
/// belong beside them.
///
/// # Errors
/// A sentence, when a file cannot be read or a table is not free of errors and warnings.
pub fn data_sets(folder: &Path) -> Result<Vec<(&'static str, String)>, String> {
    let file = |name: &str| std::fs::read(folder.join(name)).map_err(|error| format!("{name}: {error}"));
    let (deals, companies) = (file("ai-deals.csv")?, file("ai-companies.csv")?);
    let loaded = read_csv(&deals, Some(&companies), &Limits::default());
    let Loaded { document: mut all, diagnostics, .. } = loaded.map_err(|error| error.to_string())?;
    if let Some(first) = diagnostics.first() {
        return Err(format!("ai-deals.csv: {first}"));
    }
    let ids = String::from_utf8(file("openai-amazon.txt")?).map_err(|error| error.to_string())?;
    let network = part(&all.network, &ids.lines().map(str::trim).collect::<Vec<_>>())?;
    all.meta = ai_deals(&all.network);
    let article = Document { meta: openai_amazon(&network), network, ..Document::default() };
    Ok(vec![("ai-deals.json", write_json(&all)), ("openai-amazon.json", write_json(&article))])
}

fn ai_deals(network: &Network) -> Meta {
    Meta {
        title: "Deals between AI companies".to_owned(),
        headline:
            "At the centre of the AI boom, a handful of companies are each other’s investors, suppliers and \
                   customers"
                .to_owned(),
        description: format!(
            "{} deals between {} companies from 2019 to September 2026: investments, loans, shares and \
             warrants, contracts for computing capacity, chips and power.",
            network.deals().len(),
            network.companies().len()
        ),
        note: NOTE.to_owned(),
        as_of: AS_OF.to_owned(),
        ..Meta::default()
    }
}

fn openai_amazon(network: &Network) -> Meta {
    Meta {
        title: "Amazon, OpenAI and their partners".to_owned(),
        headline: "Amazon and Microsoft invest in the two AI labs that rent their clouds".to_owned(),
        description: format!(
            "{} deals between {} companies around Amazon's investment in OpenAI: who invests in whom, and who \
             buys chips and computing capacity from whom. A part of the larger collection of deals between AI \
             companies.",
            network.deals().len(),
            network.companies().len()
        ),
        note: NOTE.to_owned(),
        as_of: AS_OF.to_owned(),
        ..Meta::default()
    }
}

/// The network of these deals and their companies. A successor that is not among them is forgotten.
fn part(network: &Network, ids: &[&str]) -> Result<Network, String> {
    let missing = ids.iter().find(|id| network.find_deal(id).is_none());
    if let Some(id) = missing {
        return Err(format!("openai-amazon.txt: there is no deal `{id}`"));
    }
    let kept: Vec<&Deal> = network.deals().iter().filter(|deal| ids.contains(&deal.id.as_str())).collect();
    let mut used: Vec<CompanyId> = kept.iter().flat_map(|deal| [deal.from, deal.to]).collect();
    used.sort_unstable();
    used.dedup();
    let place = |company: CompanyId| CompanyId(used.partition_point(|&other| other < company) as u32);
    let successor = |deal: &Deal| {
        let id = &network.deal(deal.superseded_by?).id;
        kept.iter().position(|other| other.id == *id).map(|place| DealId(place as u32))
    };
    let deals = kept.iter().map(|deal| Deal {
        from: place(deal.from),
        to: place(deal.to),
        superseded_by: successor(deal),
        ..Deal::clone(deal)
    });
    let companies: Vec<Company> = used.iter().map(|&company| network.company(company).clone()).collect();
    Network::new(companies, deals.collect()).map_err(|error| error.to_string())
}
