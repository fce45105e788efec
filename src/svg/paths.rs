//! Runs of marks of equal style, each as one `<path>`.

use super::{attribute, number};
use crate::Point;
use crate::scene::{Mark, Painted, Role};
use crate::theme::Theme;

/// The style that consecutive marks share.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Run {
    kind: u8,
    role: Role,
    opacity: f32,
    /// Stroke width; 0 where the marks are filled.
    width: f32,
    dash: u8,
}

impl Run {
    /// The style of a mark; `None` for text, which is not batched.
    pub(super) const fn of(painted: &Painted) -> Option<Self> {
        let (kind, width, dash) = match painted.mark {
            Mark::Curve { width, dash, .. } => (0, width, dash),
            Mark::Triangle { .. } => (1, 0.0, 0),
            Mark::Circle { width, .. } => (2, width, 0),
            Mark::Text { .. } => return None,
        };
        Some(Self { kind, role: painted.role, opacity: painted.opacity, width, dash })
    }

    /// Writes all marks of the run.
    pub(super) fn write(self, out: &mut String, marks: &[Painted], theme: Theme, auto: bool) {
        out.push_str("<path");
        if self.width > 0.0 {
            out.push_str(" fill=\"none\"");
            colours(out, None, Some(self.role), theme, auto);
            attribute(out, "stroke-width", self.width);
        } else {
            colours(out, Some(self.role), None, theme, auto);
        }
        match self.dash {
            0 => {}
            1 => out.push_str(" stroke-dasharray=\"9 5\""),
            _ => out.push_str(" stroke-dasharray=\"2 4\""),
        }
        if self.opacity < 1.0 {
            attribute(out, "opacity", self.opacity);
        }
        out.push_str(" d=\"");
        for painted in marks {
            shape(out, &painted.mark);
        }
        out.push_str("\"/>\n");
    }
}

fn shape(out: &mut String, mark: &Mark) {
    match mark {
        Mark::Curve { points: [a, b, c, d], .. } => {
            command(out, 'M', &[*a]);
            command(out, 'C', &[*b, *c, *d]);
        }
        Mark::Triangle { points: [a, b, c] } => {
            command(out, 'M', &[*a]);
            command(out, 'L', &[*b, *c]);
            out.push('Z');
        }
        Mark::Circle { centre, radius, .. } => {
            command(out, 'M', &[Point::new(centre.x + radius, centre.y)]);
            // Two half circles, clockwise.
            for side in [-2.0, 2.0] {
                out.push('a');
                number::push(out, *radius);
                out.push(' ');
                number::push(out, *radius);
                out.push_str(" 0 0 1 ");
                number::push(out, side * radius);
                out.push_str(" 0");
            }
            out.push('Z');
        }
        Mark::Text { .. } => {}
    }
}

fn command(out: &mut String, letter: char, points: &[Point]) {
    out.push(letter);
    for (at, point) in points.iter().enumerate() {
        if at > 0 {
            out.push(' ');
        }
        number::push(out, point.x);
        out.push(' ');
        number::push(out, point.y);
    }
}

/// Fill and stroke as attributes, and as classes for the dark where `auto`.
pub(super) fn colours(out: &mut String, fill: Option<Role>, stroke: Option<Role>, theme: Theme, auto: bool) {
    let both = [("fill", 'f', fill), ("stroke", 's', stroke)];
    for (name, _, role) in both {
        if let Some(role) = role {
            out.push(' ');
            out.push_str(name);
            out.push_str("=\"");
            out.push_str(theme.colour(role));
            out.push('"');
        }
    }
    if auto {
        out.push_str(" class=\"");
        for (_, letter, role) in both {
            if let Some(role) = role {
                if !out.ends_with('"') {
                    out.push(' ');
                }
                out.push_str("dn-");
                out.push(letter);
                number::push_integer(out, i64::from(role.code()));
            }
        }
        out.push('"');
    }
}
