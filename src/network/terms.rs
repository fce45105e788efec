//! The closed vocabularies of a deal: kind, status, confidence.

/// What is given.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Money for shares.
    EquityInvestment,
    /// Shares or warrants issued to the other side.
    Stake,
    /// A loan.
    Debt,
    /// Payment for computing capacity; some are data-centre leases.
    CloudContract,
    /// Payment for chips.
    ChipPurchase,
    /// Payment for other goods or software.
    Purchase,
    /// Rent.
    Lease,
    /// Payment for a licence.
    License,
    /// A share of revenue.
    RevenueShare,
    /// A gift or subsidy.
    Grant,
    /// Goods for which no payment is known.
    Supply,
    /// Somebody's shares in somebody; `from` is the owner.
    Shareholding,
    /// Anything else.
    #[default]
    Other,
    /// The money goes to the sellers of the company: makes no arc.
    Acquisition,
    /// Contingent: makes no arc.
    Guarantee,
    /// No value named: makes no arc.
    Partnership,
    /// A fact, not a deal: makes no arc.
    Holding,
}

impl Kind {
    /// Every kind with its name in files, in the order of the enum.
    pub const ALL: [(Self, &'static str); 17] = [
        (Self::EquityInvestment, "equity_investment"),
        (Self::Stake, "stake"),
        (Self::Debt, "debt"),
        (Self::CloudContract, "cloud_contract"),
        (Self::ChipPurchase, "chip_purchase"),
        (Self::Purchase, "purchase"),
        (Self::Lease, "lease"),
        (Self::License, "license"),
        (Self::RevenueShare, "revenue_share"),
        (Self::Grant, "grant"),
        (Self::Supply, "supply"),
        (Self::Shareholding, "shareholding"),
        (Self::Other, "other"),
        (Self::Acquisition, "acquisition"),
        (Self::Guarantee, "guarantee"),
        (Self::Partnership, "partnership"),
        (Self::Holding, "holding"),
    ];

    /// The name in files.
    pub const fn name(self) -> &'static str {
        Self::ALL[self as usize].1
    }

    /// Whether deals of this kind make arcs, and so loops.
    pub const fn makes_arc(self) -> bool {
        (self as u8) < Self::Acquisition as u8
    }
}

/// How far a deal has come, from weakest to firmest.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// Called off.
    Cancelled,
    /// Talked about.
    InTalks,
    /// Reported by somebody, confirmed by nobody; also what a deal without a status counts as.
    #[default]
    Reported,
    /// Announced by a party.
    Announced,
    /// Signed.
    Signed,
    /// Closed.
    Closed,
    /// Carried out.
    Completed,
}

impl Status {
    /// Every status with its name in files, from weakest to firmest.
    pub const ALL: [(Self, &'static str); 7] = [
        (Self::Cancelled, "cancelled"),
        (Self::InTalks, "in_talks"),
        (Self::Reported, "reported"),
        (Self::Announced, "announced"),
        (Self::Signed, "signed"),
        (Self::Closed, "closed"),
        (Self::Completed, "completed"),
    ];

    /// The name in files.
    pub const fn name(self) -> &'static str {
        Self::ALL[self as usize].1
    }

    /// Signed, closed or completed.
    pub const fn is_firm(self) -> bool {
        matches!(self, Self::Signed | Self::Closed | Self::Completed)
    }
}

/// How sure the researcher is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Confidence {
    /// Thin evidence; also what a missing value counts as.
    #[default]
    Low,
    /// Some evidence.
    Medium,
    /// Good evidence.
    High,
}

impl Confidence {
    /// Every confidence with its name in files, from lowest to highest.
    pub const ALL: [(Self, &'static str); 3] =
        [(Self::Low, "low"), (Self::Medium, "medium"), (Self::High, "high")];

    /// The name in files.
    pub const fn name(self) -> &'static str {
        Self::ALL[self as usize].1
    }
}
