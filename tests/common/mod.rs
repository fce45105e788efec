use deal_network::network::*;
pub fn ai_deals() -> Network {
    let mut companies = vec![];
    for r in csv::Reader::from_path("www/data/ai-companies.csv").unwrap().records() {
        let r = r.unwrap();
        companies.push(Company { id: r[0].into(), name: r[1].into(), ..Default::default() });
    }
    let mut rd = csv::Reader::from_path("www/data/ai-deals.csv").unwrap();
    let h: Vec<String> = rd.headers().unwrap().iter().map(String::from).collect();
    let rows: Vec<std::collections::BTreeMap<String, String>> =
        rd.records().map(|r| h.iter().cloned().zip(r.unwrap().iter().map(String::from)).collect()).collect();
    let pos = |id: &str| CompanyId(companies.iter().position(|c: &Company| c.id == id).unwrap() as u32);
    let dpos = |id: &str| rows.iter().position(|c| c["id"] == id).map(|p| DealId(p as u32));
    let deals = rows
        .iter()
        .map(|r| Deal {
            id: r["id"].clone(),
            from: pos(&r["from"]),
            to: pos(&r["to"]),
            date: PartialDate::parse(&r["date"]),
            kind: Kind::ALL.iter().find(|k| k.1 == r["kind"]).unwrap().0,
            status: Status::ALL.iter().find(|k| k.1 == r["status"]).unwrap().0,
            confidence: Confidence::ALL.iter().find(|k| k.1 == r["confidence"]).unwrap().0,
            amount: r["amount_usd"].parse::<u64>().ok().map(Amount::whole),
            firm: r["amount_firm"].parse::<u64>().ok().map(Amount::whole),
            basis: Basis::ALL.iter().find(|k| k.1 == r["amount_basis"]).map(|k| k.0).unwrap_or_default(),
            amount_text: r["amount_text"].clone(),
            term_years: None,
            superseded_by: dpos(&r["superseded_by"]),
            title: r["title"].clone(),
            note: String::new(),
            evidence: String::new(),
            research_note: String::new(),
            sources: vec![],
        })
        .collect();
    Network::new(companies, deals).unwrap()
}
