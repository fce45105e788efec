//! A filter from words: the same words on the command line, as attributes of the element and in links.

use super::Filter;
use crate::Error;
use crate::document::number::hundredths;
use crate::network::{Amount, Confidence, Kind, Network, PartialDate, Status};
use std::mem::take;

impl Filter {
    /// Sets one part of the filter from words. No words set it as it is by default.
    ///
    /// | part | words |
    /// |---|---|
    /// | `kinds`, `statuses`, `confidences` | names as in files, with commas between them; `all`; `none` |
    /// | `minConfidence` | the lowest confidence that counts |
    /// | `until` | `2025`, `2025-09` or `2025-09-22`: to the end of that year, month or day |
    /// | `minAmount` | a plain number in the document's unit: `5000000000`, `5e9` |
    /// | `undisclosed` | `yes` or `no` |
    /// | `without` | ids of companies and deals, with commas between them; [`Filter::leave_out`] takes one |
    ///
    /// ```
    /// # use deal_network::{arcs::Filter, document::{read, Format, Limits}, network::Status};
    /// # let csv = b"from,to\namd,openai\nopenai,amd\n";
    /// # let network = read(csv, Format::Csv, &Limits::default()).unwrap().document.network;
    /// let mut filter = Filter::default();
    /// filter.set(&network, "statuses", "signed, closed").unwrap();
    /// assert_eq!(filter.statuses, [Status::Signed, Status::Closed]);
    /// let error = filter.set(&network, "until", "May 2025").unwrap_err();
    /// assert_eq!(error.to_string(), "`May 2025` is not a date: 2025, 2025-09 or 2025-09-22");
    /// ```
    ///
    /// # Errors
    /// When a word or the part is unknown; the filter is then as before.
    pub fn set(&mut self, network: &Network, part: &str, words: &str) -> Result<(), Error> {
        let words = match (part, words.trim()) {
            ("kinds" | "confidences" | "minConfidence", "") => "all",
            ("statuses", "") => "reported,announced,signed,closed,completed",
            (_, words) => words,
        };
        match part {
            "kinds" => {
                let names = Kind::ALL.iter().filter(|(kind, _)| kind.makes_arc()).map(|kind| kind.1);
                self.kinds = kept(
                    &Kind::ALL,
                    &chosen(words, &names.collect::<Vec<_>>(), "a kind of deal that makes an arrow: ")?,
                );
            }
            "statuses" => {
                let names = Status::ALL.iter().map(|status| status.1);
                self.statuses = kept(&Status::ALL, &chosen(words, &names.collect::<Vec<_>>(), "a status: ")?);
            }
            "confidences" | "minConfidence" => {
                let names = Confidence::ALL.iter().map(|confidence| confidence.1);
                let mut chosen = chosen(words, &names.collect::<Vec<_>>(), "a confidence: ")?;
                if part == "minConfidence" {
                    let lowest = chosen.iter().position(|&chosen| chosen).unwrap_or(0);
                    chosen.iter_mut().skip(lowest).for_each(|chosen| *chosen = true);
                }
                self.confidences = kept(&Confidence::ALL, &chosen);
            }
            "until" => {
                let date = PartialDate::parse(words);
                if date.is_none() && !words.is_empty() {
                    return Err(not(words, "a date: 2025, 2025-09 or 2025-09-22"));
                }
                self.until = date;
            }
            "minAmount" => {
                let amount = hundredths(words, Amount::MAX.0).ok().map(|number| Amount(number.value));
                if amount.is_none() && !words.is_empty() {
                    return Err(not(words, "an amount: a plain number such as 5000000000 or 5e9"));
                }
                self.min_amount = amount;
            }
            "undisclosed" => {
                self.undisclosed = match words {
                    "" | "yes" => true,
                    "no" => false,
                    _ => return Err(not(words, "yes or no")),
                }
            }
            "without" => {
                let before = (take(&mut self.without_companies), take(&mut self.without_deals));
                for word in listed(words) {
                    if let Err(error) = self.leave_out(network, word) {
                        (self.without_companies, self.without_deals) = before;
                        return Err(error);
                    }
                }
            }
            _ => return Err(not(part, "a part of a filter")),
        }
        Ok(())
    }

    /// Leaves out the company or the deal with this id as well; `company:` or `deal:` before it tells which where
    /// both have it.
    ///
    /// # Errors
    /// When neither has it, or both.
    pub fn leave_out(&mut self, network: &Network, id: &str) -> Result<(), Error> {
        let (mut company, mut deal) = (network.find_company(id), network.find_deal(id));
        if company.is_some() && deal.is_some() {
            return Err(not(id, "the id of one thing: write `company:` or `deal:` before it"));
        }
        if let Some(id) = id.strip_prefix("company:").filter(|_| deal.is_none()) {
            company = company.or(network.find_company(id));
        }
        if let Some(id) = id.strip_prefix("deal:").filter(|_| company.is_none()) {
            deal = deal.or(network.find_deal(id));
        }
        match (company, deal) {
            (Some(company), _) if !self.without_companies.contains(&company) => {
                self.without_companies.push(company);
            }
            (None, Some(deal)) if !self.without_deals.contains(&deal) => self.without_deals.push(deal),
            (None, None) => return Err(not(id, "the id of a company or a deal")),
            _ => {}
        }
        Ok(())
    }
}

fn not(word: &str, expected: &str) -> Error {
    Error::NotExpected { word: word.to_owned(), expected: expected.to_owned() }
}

fn listed(words: &str) -> impl Iterator<Item = &str> {
    words.split(',').map(str::trim).filter(|word| !word.is_empty())
}

/// Of each name whether it is among the words.
fn chosen(words: &str, names: &[&str], expected: &str) -> Result<Vec<bool>, Error> {
    let mut chosen = vec![words == "all"; names.len()];
    if matches!(words, "all" | "none") {
        return Ok(chosen);
    }
    for word in listed(words) {
        let Some(place) = names.iter().position(|&name| name == word) else {
            return Err(not(word, &(expected.to_owned() + &names.join(", "))));
        };
        chosen[place] = true;
    }
    Ok(chosen)
}

/// The terms that are chosen, in the order of the vocabulary.
fn kept<T: Copy>(all: &[(T, &str)], chosen: &[bool]) -> Vec<T> {
    all.iter().zip(chosen).filter(|(_, chosen)| **chosen).map(|((term, _), _)| *term).collect()
}
