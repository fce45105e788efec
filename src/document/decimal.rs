//! Hundredths as JSON numbers, digit by digit.

use super::number::decimal;
use crate::network::Amount;
use serde::ser::Error;
use serde::{Serialize, Serializer};
use serde_json::value::RawValue;

/// A number of hundredths that is not negative.
pub(super) struct Decimal(pub i64);

/// A coordinate in hundredths of a layout unit.
pub(super) struct Coordinate(pub i64);

impl Decimal {
    pub fn of(amount: Amount) -> Self {
        Self(i64::try_from(amount.0).unwrap_or(i64::MAX))
    }
}

impl Coordinate {
    pub fn of(units: f32) -> Self {
        Self((f64::from(units) * 100.0).round() as i64)
    }
}

/// As a raw value: binary fractions would not hold every cent of large amounts.
fn write<S: Serializer>(hundredths: i64, serializer: S) -> Result<S::Ok, S::Error> {
    RawValue::from_string(decimal(hundredths)).map_err(S::Error::custom)?.serialize(serializer)
}

impl Serialize for Decimal {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        write(self.0, serializer)
    }
}

impl Serialize for Coordinate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        write(self.0, serializer)
    }
}
