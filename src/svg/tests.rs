//! The SVG as an XML parser reads it, and as it looks in the light and in the dark.
#![allow(clippy::unwrap_used)]

use super::{Look, SvgOptions, svg};
use crate::scene::fixture::{lens, overview};
use crate::scene::{Mark, Role, scene};
use crate::theme::Theme;
use proptest::prelude::*;
use roxmltree::{Document, Node};

const PLAIN: SvgOptions = SvgOptions {
    size: (960.0, 640.0),
    theme: Look::Light,
    title: "Title",
    description: "",
    loops: &[],
    font: "sans-serif",
};

fn named<'a>(document: &'a Document, name: &'a str) -> impl Iterator<Item = Node<'a, 'a>> {
    document.descendants().filter(move |node| node.has_tag_name(name))
}

#[test]
fn has_a_title_a_description_and_the_loops_as_text() {
    let fixture = overview();
    let loops = ["Amazon and OpenAI".to_owned(), "Nvidia & co.".to_owned()];
    let options = SvgOptions { title: "<Nine>", description: "A \"figure\"", loops: &loops, ..PLAIN };
    let text = svg(&scene(&fixture.drawing()).marks, &fixture.texts, &options);
    let document = Document::parse(&text).unwrap();
    let root = document.root_element();
    assert_eq!(root.attribute("role"), Some("img"));
    assert_eq!((root.attribute("width"), root.attribute("viewBox")), (Some("960"), Some("0 0 960 640")));
    for (name, label, content) in [
        ("title", "aria-labelledby", "<Nine>"),
        ("desc", "aria-describedby", "A \"figure\"\nAmazon and OpenAI\nNvidia & co."),
    ] {
        let node = named(&document, name).next().unwrap();
        assert_eq!(node.text(), Some(content));
        assert_eq!(node.attribute("id"), root.attribute(label));
    }
    assert!(!text.contains("style"), "nothing that a policy could switch off");
}

#[test]
fn shows_every_mark_of_the_scene() {
    let fixture = overview();
    let scene = scene(&fixture.drawing());
    let text = svg(&scene.marks, &fixture.texts, &PLAIN);
    let document = Document::parse(&text).unwrap();
    let count =
        |matching: fn(&Mark) -> bool| scene.marks.iter().filter(|painted| matching(&painted.mark)).count();
    let commands = |letter: char| -> usize {
        named(&document, "path").map(|path| path.attribute("d").unwrap().matches(letter).count()).sum()
    };
    assert_eq!(named(&document, "text").count(), count(|mark| matches!(mark, Mark::Text { .. })));
    assert_eq!(commands('C'), count(|mark| matches!(mark, Mark::Curve { .. })));
    assert_eq!(commands('L'), count(|mark| matches!(mark, Mark::Triangle { .. })));
    assert_eq!(commands('a'), 2 * count(|mark| matches!(mark, Mark::Circle { .. })));
    assert!(named(&document, "path").count() < scene.marks.len(), "equal marks share a path");
}

#[test]
fn light_dark_and_auto() {
    let fixture = overview();
    let scene = scene(&fixture.drawing());
    let of = |theme| svg(&scene.marks, &fixture.texts, &SvgOptions { theme, ..PLAIN });
    let (light, dark, auto) = (of(Look::Light), of(Look::Dark), of(Look::Auto));
    let one = |theme: Theme| theme.colour(Role::Cycle(1));
    assert!(light.contains(one(Theme::Light)) && !light.contains(one(Theme::Dark)));
    assert!(dark.contains(one(Theme::Dark)) && !dark.contains(one(Theme::Light)));
    // Light where styles are blocked, dark where the reader prefers it.
    let document = Document::parse(&auto).unwrap();
    let styles: Vec<&str> = named(&document, "style").filter_map(|node| node.text()).collect();
    assert!(styles.len() == 1 && styles[0].contains("prefers-color-scheme: dark"));
    for node in
        document.descendants().filter(|node| ["path", "text", "rect"].contains(&node.tag_name().name()))
    {
        for (property, letter) in [("fill", "dn-f"), ("stroke", "dn-s")] {
            let colour = node.attribute(property).filter(|&colour| colour != "none");
            let class = node.attribute("class").unwrap().split(' ').find(|class| class.starts_with(letter));
            assert_eq!(colour.is_some(), class.is_some(), "{node:?}");
            if let (Some(colour), Some(class)) = (colour, class) {
                let role = Role::from_code(class[4..].parse().unwrap()).unwrap();
                assert_eq!(colour, Theme::Light.colour(role));
                assert!(styles[0].contains(&format!("{class}{{{property}:{}}}", Theme::Dark.colour(role))));
            }
        }
    }
    assert_eq!(auto, of(Look::Auto), "the same every time");
}

#[test]
fn pictures_that_say_different_things_can_share_a_page() {
    let id = |title: &str| {
        let text = svg(&[], &[], &SvgOptions { title, ..PLAIN });
        Document::parse(&text).unwrap().root_element().attribute("aria-labelledby").unwrap().to_owned()
    };
    assert_ne!(id("One"), id("Two"));
}

proptest! {
    #[test]
    fn any_text_survives(label in any::<String>(), title in any::<String>(), font in any::<String>()) {
        let mut fixture = lens(1);
        fixture.texts[0].clone_from(&label);
        let text = svg(
            &scene(&fixture.drawing()).marks,
            &fixture.texts,
            &SvgOptions { title: &title, description: &label, font: &font, ..PLAIN },
        );
        let document = Document::parse(&text).map_err(|error| TestCaseError::fail(error.to_string()))?;
        // What XML forbids is dropped; nothing else is changed.
        let kept = |text: &str| -> String {
            let is_kept = |&c: &char| matches!(c, '\n' | '\t') || !c.is_control() && !matches!(c, '\u{fffe}' | '\u{ffff}');
            text.chars().filter(is_kept).collect()
        };
        prop_assert_eq!(named(&document, "text").filter(|node| node.text().unwrap_or("") == kept(&label)).count() > 0, true);
        prop_assert_eq!(named(&document, "title").next().unwrap().text().unwrap_or(""), kept(&title));
        let group = named(&document, "g").next().unwrap();
        // White space of attributes is normalised by the parser.
        let spaced = kept(&font).replace(['\n', '\t'], " ");
        prop_assert_eq!(group.attribute("font-family").unwrap(), spaced);
    }
}
