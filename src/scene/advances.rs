//! How wide a text is, from a fixed table: the same answer natively, in the browser and in a static figure,
//! whatever font the reader has.
//!
//! The advances are those of Liberation Sans (the metrics of Arial and Helvetica) plus 5 %: system fonts are a
//! little wider or narrower, and a label that is thought too wide is better than one that overlaps.

/// Advances of U+0020 to U+007E in hundredths of an em, regular.
const REGULAR: [u8; 95] = [
    30, 30, 38, 59, 59, 94, 71, 21, 35, 35, 41, 62, 30, 35, 30, 30, 59, 59, 59, 59, 59, 59, 59, 59, 59, 59,
    30, 30, 62, 62, 62, 59, 107, 71, 71, 76, 76, 71, 65, 82, 76, 30, 53, 71, 59, 88, 76, 82, 71, 82, 76, 71,
    65, 76, 71, 100, 71, 71, 65, 30, 30, 30, 50, 59, 35, 59, 59, 53, 59, 59, 30, 59, 59, 24, 24, 53, 24, 88,
    59, 59, 59, 59, 35, 53, 30, 59, 53, 76, 53, 53, 53, 36, 28, 36, 62,
];

/// The same, bold.
const BOLD: [u8; 95] = [
    30, 35, 50, 59, 59, 94, 76, 25, 35, 35, 41, 62, 30, 35, 30, 30, 59, 59, 59, 59, 59, 59, 59, 59, 59, 59,
    35, 35, 62, 62, 62, 65, 103, 76, 76, 76, 76, 71, 65, 82, 76, 30, 59, 76, 65, 88, 76, 82, 71, 82, 76, 71,
    65, 76, 71, 100, 71, 71, 65, 35, 30, 35, 62, 59, 35, 59, 65, 59, 65, 59, 35, 65, 65, 30, 30, 59, 30, 94,
    65, 65, 65, 65, 41, 59, 35, 65, 59, 82, 59, 59, 53, 41, 30, 41, 62,
];

/// For U+00A0 to U+017F, the ASCII character that is the narrowest of those not narrower.
const LATIN: &[u8; 224] = b"I(aaaa|a(G*a+'Gaza(((+aI((*a%%%FAAAAAA@CEEEEIIIICCGGGGG+GCCCCEEF\
     aaaaaa%JaaaaIIIILLLLLLLaFLLLLJLJAaAaAaCJCJCJCJCACLEaEaEaEaEaGLGL\
     GLGLCLCLIIIIIIIiIIM^JiAJJLiLiLrLzLiCLCLCLAGLGLGLGL@WCrCrCrEJEJEJ\
     EJFfFzFfCLCLCLCLCLCLWwEJEFzFzFzi";

/// For U+0370 to U+045F (Greek, Cyrillic), the same.
const GREEK: &[u8; 240] = b"E+%EIIGE**zaaaf(****(zAfmWz*M*WmiAALCEFCGIACMCEGCE*EFEME%MIEEzLi\
     LEFJLzzLaiLJEJzLwEJAzLALwmiLLLmEEEC%CE%EMEEF+zEE%EW%GEMECFGECEFa\
     EEaIMEEFEC%EECCCEA%LCEIIJ@@%FCECAAALCEWECCFAMCGCECFEmEGA@@m@AC@C\
     aEEzEaCzEEzEwLLLLJzJmJELMmwmEamLaaLzaJifi@WLzEJL";

/// The width of a text in CSS pixels at a font size, rather too wide than too narrow. O(length).
///
/// ```
/// use deal_network::scene::text_width;
/// let width = text_width("OpenAI", 13.0, false);
/// assert!((41.0..48.0).contains(&width), "{width}");
/// ```
pub fn text_width(text: &str, size: f32, bold: bool) -> f32 {
    let hundredths: u32 = text.chars().map(|character| u32::from(advance(character, bold))).sum();
    hundredths as f32 * size / 100.0
}

/// The advance of one character in hundredths of an em.
fn advance(character: char, bold: bool) -> u8 {
    let table = if bold { &BOLD } else { &REGULAR };
    let ascii = |byte: u8| table[usize::from(byte - b' ')];
    match u32::from(character) {
        code @ 0x20..0x7f => ascii(code as u8),
        code @ 0xa0..0x180 => ascii(LATIN[(code - 0xa0) as usize]),
        // Control characters, combining marks, joiners, direction marks and variation selectors.
        0..0x20
        | 0x7f..0xa0
        | 0x300..0x370
        | 0x200b..0x2010
        | 0x202a..0x202f
        | 0x2060..0x2070
        | 0xfe00..0xfe10 => 0,
        code @ 0x370..0x460 => ascii(GREEK[(code - 0x370) as usize]),
        0x180..0x300 | 0x460..0x590 => 95,
        // Hebrew and Arabic, joined or not.
        0x590..0x780 => 75,
        // Dashes, quotation marks and bullets, but for the em dash, the horizontal bar and the ellipsis.
        0x2010..0x2014 | 0x2016..0x2025 => 62,
        // Emoji are wider than their em on most systems.
        0x1_f000..=0x1_ffff => 125,
        _ => 105,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Measured in Chromium at 1000 px: text, Liberation Sans, the same bold.
    const MEASURED: &[(&str, f32, f32)] = &[
        ("OpenAI", 3391.1, 3555.7),
        ("CoreWeave", 5261.7, 5428.7),
        ("Amazon", 3668.5, 3889.2),
        ("Anthropic", 4224.6, 4721.7),
        ("Microsoft", 4056.2, 4500.0),
        ("AMD", 2222.2, 2277.3),
        ("Oracle", 2945.3, 3113.3),
        ("Nvidia", 2778.8, 3001.0),
        ("$300 billion", 5059.6, 5446.3),
        ("$43.75 billion", 5893.6, 6280.3),
        ("up to $50bn", 5282.7, 5611.3),
        ("AWAY Toyota, Ltd.", 8244.1, 8722.7),
        ("Société Générale", 7727.1, 8115.2),
        ("Škoda Auto a.s.", 7060.1, 7501.5),
        ("Ørsted", 3001.0, 3223.1),
        ("Łódź Gdańsk", 5892.6, 6278.3),
        ("Газпром", 3830.1, 4171.4),
        ("Яндекс", 3362.8, 3557.1),
        ("Ελλάδα ΔΕΗ", 5699.7, 5988.8),
        ("illicit filling", 4445.3, 5222.2),
        ("WWW Mammoth & Co.", 10333.5, 10720.2),
        ("xAI (Memphis) – 10 %", 9836.4, 10225.1),
        ("1234567890", 5561.5, 5561.5),
        ("Straße “Größe”…", 7778.8, 8335.0),
    ];

    #[test]
    fn never_narrower_than_arial_and_hardly_wider() {
        for &(text, regular, bold) in MEASURED {
            for (measured, is_bold) in [(regular, false), (bold, true)] {
                let width = text_width(text, 1000.0, is_bold);
                assert!(width >= measured, "{text}: {width} < {measured}");
                assert!(width <= 1.15 * measured, "{text}: {width} > 1.15 * {measured}");
            }
        }
    }

    #[test]
    fn other_scripts_have_room_and_marks_take_none() {
        assert!(text_width("\u{6771}\u{4eac}", 10.0, false) >= 20.0);
        assert!(text_width("\u{1f600}", 10.0, false) >= 12.0);
        assert_eq!(text_width("e\u{301}\u{200d}\u{7}", 10.0, false), text_width("e", 10.0, false));
        assert_eq!(text_width("", 13.0, true), 0.0);
    }
}
