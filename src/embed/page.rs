//! The page for an iframe, out of a template.

use crate::Error;
use crate::order;

/// What is filled in, each once.
#[derive(Clone, Copy, Debug)]
pub(super) struct Filled<'a> {
    /// What the language of the page is.
    pub language: &'a str,
    /// What stands in its title, escaped.
    pub title: &'a str,
    /// What stands in its head besides.
    pub head: &'a str,
    /// Attributes of the element: ` top-loops="4"`.
    pub attributes: &'a str,
    /// What readers see without scripts.
    pub fallback: &'a str,
    /// The document, as JSON.
    pub data: &'a str,
}

const TAG: &str = "<deal-network";

/// The template with everything filled in, in one pass: nothing that is filled in is looked at again.
pub(super) fn filled(template: &str, with: Filled) -> Result<String, Error> {
    let data = with.data.trim_end().replace('<', "\\u003c");
    let values = [
        ("{{language}}", with.language),
        ("{{title}}", with.title),
        ("{{fallback}}", with.fallback),
        ("{{data}}", &data),
    ];
    let mut places = Vec::new();
    for (name, value) in values {
        let mut found = template.match_indices(name);
        match (found.next(), found.next()) {
            (Some((place, _)), None) => places.push((place, name, value)),
            _ => return Err(Error::Template { placeholder: name }),
        }
    }
    order::sort(&mut places);
    let mut out = String::with_capacity(template.len() + data.len() + with.fallback.len());
    let mut from = 0;
    for (place, name, value) in places {
        let mut before = &template[from..place];
        from = place + name.len();
        // What the element is asked for stands in its tag, which is closed right before the fallback.
        let open = before.strip_suffix('>').filter(|open| name == "{{fallback}}" && open.ends_with(TAG));
        if let Some(open) = open {
            out.extend([open, with.attributes]);
            before = ">";
        }
        out.extend([before, value]);
        if name == "{{title}}" && template[from..].starts_with("</title>") {
            from += "</title>".len();
            out.extend(["</title>", with.head]);
        }
    }
    out.push_str(&template[from..]);
    Ok(out)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    const TEMPLATE: &str = "<html lang=\"{{language}}\"><title>{{title}}</title><deal-network>{{fallback}}\
        </deal-network><script type=\"application/json\" id=\"deals\">{{data}}</script>";

    const WITH: Filled =
        Filled { language: "en", title: "T", head: "", attributes: "", fallback: "F", data: "{}" };

    #[test]
    fn what_is_filled_in_is_not_looked_at_again() {
        let with = Filled {
            title: "{{fallback}}",
            fallback: "{{data}}{{title}}",
            data: "{\"a\": \"{{title}}</script><!--\"}\n",
            ..WITH
        };
        let page = filled(TEMPLATE, with).unwrap();
        assert_eq!(
            page,
            "<html lang=\"en\"><title>{{fallback}}</title><deal-network>{{data}}{{title}}</deal-network>\
             <script type=\"application/json\" id=\"deals\">{\"a\": \"{{title}}\\u003c/script>\\u003c!--\"}</script>"
        );
    }

    #[test]
    fn the_head_and_the_tag_take_more() {
        let with = Filled { head: "<link>", attributes: " top-loops=\"4\"", ..WITH };
        let page = filled(TEMPLATE, with).unwrap();
        assert!(
            page.contains("<title>T</title><link><deal-network top-loops=\"4\">F</deal-network>"),
            "{page}"
        );
    }

    #[test]
    fn every_placeholder_must_stand_once() {
        for name in ["{{language}}", "{{title}}", "{{fallback}}", "{{data}}"] {
            for other in ["", &name.repeat(2)] {
                let template = TEMPLATE.replace(name, other);
                assert_eq!(filled(&template, WITH), Err(Error::Template { placeholder: name }));
            }
        }
    }
}
