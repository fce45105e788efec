//! What a scene is made of: strokes, shapes and texts, each with a role and an opacity.

use crate::Point;

/// What a mark is, never which colour it has: the theme maps roles to colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// The stroke of an arc in some loop that has no colour: mid grey.
    Bed,
    /// The two edges of a bed, along its whole length.
    BedOutline,
    /// An arc in no loop: lighter, still 3:1 on the ground.
    Plain,
    /// The ground, used for casings and halos.
    Ground,
    /// The circle of a company.
    Company,
    /// The outline of a company.
    CompanyEdge,
    /// The outline of a selected company.
    Selected,
    /// Text of labels.
    Label,
    /// Text of amounts.
    Amount,
    /// A loop that has no slot, lent an accent while it is chosen.
    Accent,
    /// The text on the filled badge of slot 1..=8, dark or light as the colour needs; 0: on the accent.
    BadgeText(u8),
    /// The colour of slot 1..=8.
    Cycle(u8),
    /// The filling of a bed: the firm share. Pale, as its edges carry the contrast.
    BedFill,
}

impl Role {
    /// How many roles there are: the length of the shell's theme table.
    pub const COUNT: usize = 28;

    /// The number of the role in an encoded scene and in the shell's theme table.
    pub const fn code(self) -> u8 {
        match self {
            Self::Bed => 0,
            Self::BedOutline => 1,
            Self::Plain => 2,
            Self::Ground => 3,
            Self::Company => 4,
            Self::CompanyEdge => 5,
            Self::Selected => 6,
            Self::Label => 7,
            Self::Amount => 8,
            Self::Accent => 9,
            Self::Cycle(slot @ 1..=8) => 10 + slot,
            Self::BadgeText(slot @ 1..=8) => 18 + slot,
            // There is no such slot.
            Self::Cycle(_) => Self::Accent.code(),
            Self::BadgeText(_) => 10,
            Self::BedFill => 27,
        }
    }

    /// The role with a number, or `None` for a number that is none.
    pub const fn from_code(code: u8) -> Option<Self> {
        Some(match code {
            0 => Self::Bed,
            1 => Self::BedOutline,
            2 => Self::Plain,
            3 => Self::Ground,
            4 => Self::Company,
            5 => Self::CompanyEdge,
            6 => Self::Selected,
            7 => Self::Label,
            8 => Self::Amount,
            9 => Self::Accent,
            10 => Self::BadgeText(0),
            11..=18 => Self::Cycle(code - 10),
            19..=26 => Self::BadgeText(code - 18),
            27 => Self::BedFill,
            _ => return None,
        })
    }
}

/// One thing to paint.
#[derive(Clone, Debug, PartialEq)]
pub enum Mark {
    /// A stroked cubic Bezier curve with butt caps.
    Curve {
        /// Start, two control points, end.
        points: [Point; 4],
        /// Stroke width.
        width: f32,
        /// Dash pattern: 0 solid, 1 long dashes (announced or reported), 2 dots (in talks).
        dash: u8,
    },
    /// A filled triangle: an arrowhead or a chevron.
    Triangle {
        /// Its corners.
        points: [Point; 3],
    },
    /// A circle: filled, or stroked where `width` is above 0.
    Circle {
        /// Its centre.
        centre: Point,
        /// Its radius.
        radius: f32,
        /// Stroke width, or 0 for a filled circle.
        width: f32,
    },
    /// One line of text, drawn over a halo of the ground's colour where `halo`.
    Text {
        /// The middle of the text (horizontally), its alphabetic baseline (vertically).
        at: Point,
        /// Font size.
        size: f32,
        /// Bold or regular.
        bold: bool,
        /// Whether it has a halo.
        halo: bool,
        /// The text's place in the caller's list of texts.
        text: u32,
    },
}

/// A mark with its role and opacity.
#[derive(Clone, Debug, PartialEq)]
pub struct Painted {
    /// What it is.
    pub role: Role,
    /// 1, or less where it is faded behind what the reader looks at.
    pub opacity: f32,
    /// What to paint.
    pub mark: Mark,
}
