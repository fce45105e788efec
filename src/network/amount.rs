//! Sums of money (or of whatever the document's unit is) as integers.

/// A sum in hundredths of the document's unit (cents of a dollar; hundredths of a per cent).
///
/// Integers, so that sums do not depend on their order and circularity is exact. At most [`Amount::MAX`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Amount(pub u64);

impl Amount {
    /// The largest amount a single deal may have: a quadrillion units. 184 of them still fit a sum.
    pub const MAX: Self = Self(100_000_000_000_000_000);

    /// The amount of so many whole units.
    ///
    /// ```
    /// assert_eq!(deal_network::Amount::whole(5).units(), 5.0);
    /// ```
    pub const fn whole(units: u64) -> Self {
        Self(units.saturating_mul(100))
    }

    /// In units, for display and for JSON. Exact up to 90 trillion units.
    pub fn units(self) -> f64 {
        self.0 as f64 / 100.0
    }

    /// The sum; saturates, which no document within the limits reaches.
    #[must_use]
    pub const fn plus(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

/// What a disclosed amount means.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Basis {
    /// Agreed in full.
    #[default]
    Committed,
    /// A ceiling ("up to").
    UpTo,
    /// Approximate.
    About,
    /// A yearly rate: shown, never summed.
    PerYear,
    /// A valuation of the company: shown, never summed.
    Valuation,
    /// Somebody's estimate.
    Estimate,
}

impl Basis {
    /// Every basis with its name in files.
    pub const ALL: [(Self, &'static str); 6] = [
        (Self::Committed, "committed"),
        (Self::UpTo, "up_to"),
        (Self::About, "about"),
        (Self::PerYear, "per_year"),
        (Self::Valuation, "valuation"),
        (Self::Estimate, "estimate"),
    ];

    /// The name in files.
    pub const fn name(self) -> &'static str {
        Self::ALL[self as usize].1
    }

    /// Whether amounts on this basis may be added up.
    pub const fn is_countable(self) -> bool {
        !matches!(self, Self::PerYear | Self::Valuation)
    }

    /// Whether amounts on this basis are approximate.
    pub const fn is_approximate(self) -> bool {
        matches!(self, Self::About | Self::Estimate)
    }
}
