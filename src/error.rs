//! What can go wrong, in the user's terms.

use std::fmt;

/// A mistake in the input. Messages are lower case and without a full stop, the value in backticks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Error {
    /// Two companies share an id.
    DuplicateCompany(String),
    /// Two deals share an id.
    DuplicateDeal(String),
    /// The deal with this id names a company that is not there.
    UnknownCompany(String),
    /// The deal with this id is superseded by a deal that is not there.
    UnknownDeal(String),
    /// A word is none of those that are expected.
    NotExpected {
        /// The word.
        word: String,
        /// What is expected, with the words that there are.
        expected: String,
    },
    /// The document as a whole cannot be read; the sentence says where and why.
    Unreadable(String),
    /// The template of a page does not hold what is to be filled in exactly once.
    #[cfg(feature = "embed")]
    Template {
        /// What is to be filled in.
        placeholder: &'static str,
    },
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::DuplicateCompany(id) => write!(f, "two companies have the id `{id}`"),
            Self::DuplicateDeal(id) => write!(f, "two deals have the id `{id}`"),
            Self::UnknownCompany(id) => write!(f, "the deal `{id}` names a company that is not there"),
            Self::UnknownDeal(id) => write!(f, "the deal `{id}` is superseded by a deal that is not there"),
            Self::NotExpected { word, expected } => write!(f, "`{word}` is not {expected}"),
            Self::Unreadable(sentence) => f.write_str(sentence),
            #[cfg(feature = "embed")]
            Self::Template { placeholder } => {
                write!(f, "the template of the iframe page must hold `{placeholder}` exactly once")
            }
        }
    }
}

impl std::error::Error for Error {}
