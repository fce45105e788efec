//! Which colour a role has on a light and on a dark ground.
//!
//! The eight loop colours were searched for three things at once, and a test holds them to it: 3:1 on the
//! ground, far enough apart for everyone's eyes, and no red at the front, which would judge. Every
//! prefix is at least as well apart as the whole, so the order is free: it is the order of looks.

use crate::scene::Role;

/// A set of colours for all roles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// Dark on white.
    Light,
    /// Light on near black.
    Dark,
}

/// Colours of the slots 1 to 8.
const LIGHT: [&str; 8] =
    ["#0d14ee", "#ed6233", "#379e83", "#7201a6", "#105318", "#d457ff", "#846db7", "#ae055f"];
const DARK: [&str; 8] =
    ["#8cf2fe", "#ffa49f", "#0fc600", "#b187ff", "#e9ea4d", "#fd36a7", "#0f8000", "#8f00ff"];

impl Theme {
    /// The colour of a role, `#rrggbb`.
    pub const fn colour(self, role: Role) -> &'static str {
        match (self, role) {
            (Self::Light, Role::Cycle(slot)) => LIGHT[place(slot)],
            (Self::Dark, Role::Cycle(slot)) => DARK[place(slot)],
            (Self::Light, role) => light(role),
            (Self::Dark, role) => dark(role),
        }
    }
}

/// The place of a slot in a table; slots count from 1.
const fn place(slot: u8) -> usize {
    if slot == 0 || slot > 8 { 0 } else { slot as usize - 1 }
}

const fn light(role: Role) -> &'static str {
    match role {
        Role::Bed => "#7d848c",
        Role::BedOutline => "#868d95",
        Role::Plain => "#8f959c",
        Role::BedFill => "#d9dde2",
        Role::Company => "#eef0f3",
        Role::CompanyEdge | Role::Amount => "#3f464e",
        Role::Selected | Role::Label | Role::Accent => "#14181d",
        Role::BadgeText(2 | 3 | 6 | 7) => "#000000",
        Role::Ground | Role::BadgeText(_) | Role::Cycle(_) => "#ffffff",
    }
}

const fn dark(role: Role) -> &'static str {
    match role {
        Role::Bed => "#7e868f",
        Role::BedOutline => "#767e87",
        Role::Plain => "#666d75",
        Role::BedFill => "#3a4047",
        Role::Company => "#2a2f35",
        Role::CompanyEdge | Role::Amount => "#c3c9d0",
        Role::Selected | Role::Label | Role::Accent => "#f2f4f6",
        Role::BadgeText(7 | 8) => "#ffffff",
        Role::Ground | Role::BadgeText(_) | Role::Cycle(_) => "#15171a",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Linear red, green and blue, 0 to 1.
    fn linear(colour: &str) -> [f64; 3] {
        [1, 3, 5].map(|at| {
            let value = f64::from(u8::from_str_radix(&colour[at..at + 2], 16).unwrap_or_default()) / 255.0;
            if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        })
    }

    /// Contrast as WCAG 2 defines it.
    fn contrast(a: &str, b: &str) -> f64 {
        let luminance = |colour| {
            let [r, g, b] = linear(colour);
            0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05
        };
        let (a, b) = (luminance(a), luminance(b));
        a.max(b) / a.min(b)
    }

    fn through(matrix: &[[f64; 3]; 3], v: [f64; 3]) -> [f64; 3] {
        matrix.map(|row| row[0] * v[0] + row[1] * v[1] + row[2] * v[2])
    }

    /// Ottosson 2020.
    fn oklab(linear: [f64; 3]) -> [f64; 3] {
        const LMS: [[f64; 3]; 3] = [
            [0.412_221_470_8, 0.536_332_536_3, 0.051_445_992_9],
            [0.211_903_498_2, 0.680_699_545_1, 0.107_396_956_6],
            [0.088_302_461_9, 0.281_718_837_6, 0.629_978_700_5],
        ];
        const LAB: [[f64; 3]; 3] = [
            [0.210_454_255_3, 0.793_617_785_0, -0.004_072_046_8],
            [1.977_998_495_1, -2.428_592_205_0, 0.450_593_709_9],
            [0.025_904_037_1, 0.782_771_766_2, -0.808_675_766_0],
        ];
        through(&LAB, through(&LMS, linear).map(f64::cbrt))
    }

    /// Machado, Oliveira & Fernandes 2009 at full severity: nobody, deuteranopia, protanopia, tritanopia.
    const EYES: [([[f64; 3]; 3], f64); 4] = [
        ([[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]], 15.0),
        (
            [
                [0.367_322, 0.860_646, -0.227_968],
                [0.280_085, 0.672_501, 0.047_413],
                [-0.011_820, 0.042_940, 0.968_881],
            ],
            9.0,
        ),
        (
            [
                [0.152_286, 1.052_583, -0.204_868],
                [0.114_503, 0.786_281, 0.099_216],
                [-0.003_882, -0.048_116, 1.051_998],
            ],
            9.0,
        ),
        (
            [
                [1.255_528, -0.076_749, -0.178_779],
                [-0.078_411, 0.930_809, 0.147_602],
                [0.004_733, 0.691_367, 0.303_900],
            ],
            9.0,
        ),
    ];

    #[test]
    fn loop_colours_are_far_apart_for_everyone() {
        for colours in [LIGHT, DARK] {
            for (matrix, least) in EYES {
                let seen = colours
                    .map(|colour| oklab(through(&matrix, linear(colour)).map(|value| value.clamp(0.0, 1.0))));
                for (at, a) in seen.iter().enumerate() {
                    for (other, b) in seen.iter().enumerate().take(at) {
                        let squares = (0..3).map(|axis| (a[axis] - b[axis]).powi(2));
                        let distance = 100.0 * squares.sum::<f64>().sqrt();
                        assert!(
                            distance >= least,
                            "{} and {} are {distance:.1} apart",
                            colours[at],
                            colours[other]
                        );
                    }
                }
            }
        }
    }

    #[test]
    fn strokes_have_3_to_1_and_texts_4_5_to_1() {
        for theme in [Theme::Light, Theme::Dark] {
            let ground = theme.colour(Role::Ground);
            let mut strokes = vec![
                Role::Bed,
                Role::BedOutline,
                Role::Plain,
                Role::CompanyEdge,
                Role::Selected,
                Role::Accent,
            ];
            strokes.extend((1..=8).map(Role::Cycle));
            for role in strokes {
                let contrast = contrast(theme.colour(role), ground);
                assert!(contrast >= 3.0, "{theme:?} {role:?} {contrast:.2}");
            }
            for slot in 0..=8 {
                let disc = if slot == 0 { Role::Accent } else { Role::Cycle(slot) };
                let contrast = contrast(theme.colour(Role::BadgeText(slot)), theme.colour(disc));
                assert!(contrast >= 4.5, "{theme:?} badge {slot} {contrast:.2}");
            }
            // Also while faded to three quarters, mixed as the browser mixes: in sRGB.
            for role in [Role::Label, Role::Amount] {
                let mixed: String = [1, 3, 5]
                    .map(|at| {
                        let value = |colour: &str| {
                            f64::from(u8::from_str_radix(&colour[at..at + 2], 16).unwrap_or_default())
                        };
                        let mixed = 0.75 * value(theme.colour(role)) + 0.25 * value(ground);
                        format!("{:02x}", mixed as u8)
                    })
                    .concat();
                let contrast = contrast(&format!("#{mixed}"), ground);
                assert!(contrast >= 4.5, "{theme:?} faded {role:?} {contrast:.2}");
            }
        }
    }

    #[test]
    fn uncoloured_arcs_are_in_two_tiers() {
        for theme in [Theme::Light, Theme::Dark] {
            let of = |role| contrast(theme.colour(role), theme.colour(Role::Ground));
            assert!(of(Role::Bed) > of(Role::Plain) + 0.5);
        }
    }
}
