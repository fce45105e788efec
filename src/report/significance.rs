//! A comparison with random networks as a plain object.

use crate::cycles::Stop;
use crate::significance::{Comparison, Significance};
use crate::value::{Maker, Value};

impl Significance {
    /// As a plain value: how many loops, and how many pairs among them, random networks have.
    pub fn value(&self) -> Value {
        let mut made = Maker::default();
        made.object();
        made.key("samples");
        made.whole(u64::from(self.loops().samples));
        made.key("stoppedBy");
        made.maybe(self.stopped_by().map(Stop::name));
        made.key("cut");
        made.whole(u64::from(self.cut()));
        made.key("loops");
        comparison(&mut made, self.loops());
        made.key("pairs");
        comparison(&mut made, self.pairs());
        made.close();
        made.finish()
    }
}

fn comparison(made: &mut Maker, comparison: &Comparison) {
    made.object();
    made.key("observed");
    made.whole(comparison.observed);
    made.key("mean");
    made.number(comparison.mean());
    made.key("spread");
    made.number(comparison.spread());
    for (key, count) in [("fewer", comparison.fewer), ("equal", comparison.equal), ("more", comparison.more)]
    {
        made.key(key);
        made.whole(u64::from(count));
    }
    made.key("atLeast");
    made.number(comparison.at_least());
    made.close();
}
