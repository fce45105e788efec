//! HTML for pages whose policy is not known: elements and attributes, no styles and no scripts of data.

use super::said::{Said, Told, told};
use super::words;
use crate::figure::Figure;
use crate::svg::escape;

/// A fallback lists so many loops.
const ROWS: usize = 20;

/// A text for HTML, also within quotes.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    escape(&mut out, text);
    out
}

/// The loops as a table: the coloured by their numbers, then others by rank, numbered on, as the widget lists them. It is
/// closed at first: the picture has the coloured ones in words, and the page shall not jump when the widget comes.
pub(super) fn table(figure: &Figure, said: &Said) -> String {
    let loops = figure.loops();
    let others = loops.ranking.iter().filter(|&&cycle| !loops.slots.contains(&Some(cycle)));
    let room = ROWS.saturating_sub(said.loops.len());
    let mut rows: Vec<(usize, Told)> =
        said.loops.iter().map(|told| (told.slot.unwrap_or_default().into(), told.clone())).collect();
    for (place, &cycle) in others.take(room).enumerate() {
        rows.push((loops.slots.len() + place + 1, told(figure, cycle)));
    }
    if rows.is_empty() {
        return String::new();
    }
    let mut out = format!(
        "<details>\n<summary>{}</summary>\n<table>\n<thead>\n<tr>",
        words::listed(rows.len(), loops.ranking.len())
    );
    for column in words::COLUMNS {
        out.extend(["<th scope=\"col\">", column, "</th>"]);
    }
    out.push_str("</tr>\n</thead>\n<tbody>\n");
    for (number, told) in rows {
        let [name, sentence, figure, sureness] =
            [&told.name, &told.sentence, &told.figure, &told.sureness].map(|text| escaped(text));
        let number = number.to_string();
        out.extend(["<tr><td>", &number, "</td><th scope=\"row\"><bdi>", &name, "</bdi></th>"]);
        for cell in [sentence, figure, sureness] {
            out.extend(["<td>", &cell, "</td>"]);
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</tbody>\n</table>\n</details>\n");
    out
}

/// A picture, in another one where there is little room. The addresses may be data themselves.
pub(super) fn picture(wide: (&str, [u32; 2]), narrow: (&str, [u32; 2]), alt: &str) -> String {
    let (address, [width, height]) = wide;
    let (small, [small_width, small_height]) = narrow;
    format!(
        "<picture>\n\
         <source media=\"(max-width: 639px)\" srcset=\"{}\" width=\"{small_width}\" height=\"{small_height}\">\n\
         <img src=\"{}\" width=\"{width}\" height=\"{height}\" alt=\"{}\">\n\
         </picture>\n",
        escaped(small),
        escaped(address),
        escaped(alt)
    )
}

/// A picture inside its own address.
pub(super) fn data_address(svg: &str) -> String {
    ["data:image/svg+xml,", &super::asked::encoded(svg)].concat()
}
