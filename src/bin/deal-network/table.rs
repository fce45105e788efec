//! A table fit for a terminal: aligned, and no wider than it.

use std::io::{IsTerminal, stdout};
use terminal_size::{Width, terminal_size_of};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Between two columns.
const GAP: &str = "  ";
/// The last column is cut to no less while another one is wider.
const LEAST: usize = 16;

/// The lines of a table, the first row its head. The first column stands right, the others left. Where standard
/// output is a terminal, the last column is cut to its width and, if that is not enough, the widest other one.
pub fn table(rows: &[Vec<String>]) -> Vec<String> {
    let room = if stdout().is_terminal() { terminal_size_of(stdout()) } else { None };
    aligned(rows, room.map(|(Width(width), _)| usize::from(width)))
}

fn aligned(rows: &[Vec<String>], room: Option<usize>) -> Vec<String> {
    let columns = rows.first().map_or(0, Vec::len);
    let width = |column: usize| rows.iter().map(|row| row[column].width()).max().unwrap_or(0);
    let mut widths: Vec<usize> = (0..columns).map(width).collect();
    let whole = widths.iter().map(|width| width + GAP.len()).sum::<usize>().saturating_sub(GAP.len());
    let mut over = room.map_or(0, |room| whole.saturating_sub(room));
    if let Some(last) = widths.last_mut() {
        let given = over.min(last.saturating_sub(LEAST));
        *last -= given;
        over -= given;
    }
    for _ in 0..over {
        if let Some(widest) = widths.iter_mut().max().filter(|widest| **widest > 1) {
            *widest -= 1;
        }
    }
    let line = |row: &Vec<String>| {
        let mut line = String::new();
        for (column, (text, &width)) in row.iter().zip(&widths).enumerate() {
            let text = cut(text, width);
            let blank = " ".repeat(width - text.width());
            match column {
                0 => line.extend([&*blank, &text]),
                _ if column + 1 == columns => line.extend([GAP, &text]),
                _ => line.extend([GAP, &text, &blank]),
            }
        }
        line
    };
    rows.iter().map(line).collect()
}

/// The text in so many columns, its end replaced by `…` where it is longer.
fn cut(text: &str, room: usize) -> String {
    if text.width() <= room {
        return text.to_owned();
    }
    let mut used = 1;
    let fits = |letter: &char| {
        used += letter.width().unwrap_or(0);
        used <= room
    };
    text.chars().take_while(fits).chain(['…']).collect()
}

#[cfg(test)]
mod tests {
    use super::aligned;
    use unicode_width::UnicodeWidthStr;

    fn row(a: &str, b: &str, c: &str) -> Vec<String> {
        vec![a.to_owned(), b.to_owned(), c.to_owned()]
    }

    #[test]
    fn columns_stand_below_each_other_however_wide_letters_are() {
        let rows = [row("#", "b", "name"), row("1", "日本", "x"), row("10", "ab", "a long name of a loop")];
        assert_eq!(
            aligned(&rows, None),
            [" #  b     name", " 1  日本  x", "10  ab    a long name of a loop"]
        );
    }

    #[test]
    fn the_last_column_is_cut_to_the_width_and_then_the_widest() {
        let name = "日本日本日本日本日本 and back";
        let rows = [row("1", "four", name), row("2", "up to five and more", "short")];
        let lines = |room| aligned(&rows, Some(room));
        assert_eq!(lines(80)[0], format!("1  four                 {name}"));
        assert_eq!(lines(41), ["1  four                 日本日本日本日本…", "2  up to five and more  short"]);
        assert_eq!(lines(35), ["1  four             日本日本日本日…", "2  up to five and…  short"]);
        for room in 9..60 {
            assert!(lines(room).iter().all(|line| line.width() <= room), "{room}");
        }
    }
}
