//! The JSON schema of documents, from the types that are written.

use super::decimal::{Coordinate, Decimal};
use super::file::File;
use super::text;
use crate::network::{Amount, Basis, Confidence, Kind, Status};
use schemars::generate::SchemaSettings;
use schemars::transform::{RecursiveTransform, Transform};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use std::borrow::Cow;

/// The JSON schema of version 1 (draft 2020-12), as `www/deal-network.schema.json` has it.
pub fn schema() -> String {
    let mut schema = SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<File>();
    // What serde fills in for texts that are left out is empty; what it means stands in the descriptions.
    RecursiveTransform(|schema: &mut Schema| _ = schema.remove("default")).transform(&mut schema);
    let mut text = serde_json::to_string_pretty(&schema).unwrap_or_default();
    text.push('\n');
    text
}

pub(super) fn version(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "const": 1 })
}

pub(super) fn date(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "string", "pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$" })
}

pub(super) fn unit(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "string", "pattern": "^([A-Za-z]{3}|%)$" })
}

pub(super) fn id(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "string", "minLength": 1, "maxLength": text::NAME.max })
}

pub(super) fn kind(_: &mut SchemaGenerator) -> Schema {
    names(&Kind::ALL)
}

pub(super) fn basis(_: &mut SchemaGenerator) -> Schema {
    names(&Basis::ALL)
}

pub(super) fn status(_: &mut SchemaGenerator) -> Schema {
    names(&Status::ALL)
}

pub(super) fn confidence(_: &mut SchemaGenerator) -> Schema {
    names(&Confidence::ALL)
}

fn names<T>(all: &[(T, &str)]) -> Schema {
    let names: Vec<&str> = all.iter().map(|&(_, name)| name).collect();
    json_schema!({ "type": "string", "enum": names })
}

impl JsonSchema for Decimal {
    fn schema_name() -> Cow<'static, str> {
        "Number".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "Not negative, kept to two decimals; a number, or the same as a text.",
            "anyOf": [
                { "type": "number", "minimum": 0, "maximum": Amount::MAX.0 / 100 },
                { "type": "string", "pattern": "^[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?$" }
            ]
        })
    }
}

impl JsonSchema for Coordinate {
    fn schema_name() -> Cow<'static, str> {
        "Coordinate".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "description": "In layout units, kept to two decimals.", "type": "number" })
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use crate::document::field::List;
    use serde_json::Value;
    use std::collections::BTreeSet;

    #[test]
    fn the_schema_has_exactly_the_keys_that_are_read() {
        let schema: Value = serde_json::from_str(&super::schema()).unwrap();
        for (list, place) in [
            (List::Root, "/properties"),
            (List::Companies, "/$defs/Company/properties"),
            (List::Deals, "/$defs/Deal/properties"),
            (List::Sources, "/$defs/Source/properties"),
            (List::Loops, "/$defs/Loop/properties"),
        ] {
            let written: BTreeSet<&str> =
                schema.pointer(place).unwrap().as_object().unwrap().keys().map(String::as_str).collect();
            let read: BTreeSet<&str> = list.entries().iter().map(|entry| entry.1).collect();
            assert_eq!(written, read, "{place}");
        }
    }

    #[test]
    fn every_property_is_described() {
        let schema: Value = serde_json::from_str(&super::schema()).unwrap();
        let types = schema["$defs"].as_object().unwrap().values().chain([&schema]);
        for properties in types.filter_map(|one| one["properties"].as_object()) {
            for (name, property) in properties {
                assert!(property["description"].as_str().is_some_and(|text| text.len() > 10), "{name}");
            }
        }
    }
}
