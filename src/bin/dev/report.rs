//! Tables that tasks write into `tests/benches/README.md`, and the machine they were made on.

use std::fs;

use anyhow::{Context, Result, bail};

use crate::child::{command, output};
use crate::paths;

/// Replaces what stands between `<!-- name -->` and `<!-- /name -->`.
pub fn write(name: &str, table: &str) -> Result<()> {
    let path = paths::tests().join("benches/README.md");
    let text = fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))?;
    fs::write(&path, replaced(&text, name, table)?)?;
    println!("{table}");
    Ok(())
}

fn replaced(text: &str, name: &str, table: &str) -> Result<String> {
    let (start, end) = (format!("<!-- {name} -->\n"), format!("<!-- /{name} -->\n"));
    let Some((before, rest)) = text.split_once(&start) else {
        bail!("tests/benches/README.md has no line `{}`", start.trim());
    };
    let Some((_, after)) = rest.split_once(&end) else {
        bail!("tests/benches/README.md has no line `{}`", end.trim());
    };
    Ok(format!("{before}{start}\n{}\n\n{end}{after}", table.trim()))
}

/// What a measurement depends on: processor, cores, compiler. No names of machines or people.
pub fn machine() -> Result<String> {
    let model = fs::read_to_string("/proc/cpuinfo").ok().and_then(|text| {
        let line = text.lines().find(|line| line.starts_with("model name"))?;
        line.split_once(':').map(|(_, model)| model.trim().to_owned())
    });
    let cores = std::thread::available_parallelism()?;
    let compiler = output(command("rustc").arg("--version"))?;
    let compiler = compiler.split(" (").next().unwrap_or_default();
    Ok(format!("{cores} cores of {}, {compiler}", model.as_deref().unwrap_or("a processor without a name")))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn replaces_between_the_markers_and_nothing_else() {
        let text = "a\n<!-- x -->\nold\n<!-- /x -->\nb\n";
        let once = replaced(text, "x", "| new |\n").unwrap();
        assert_eq!(once, "a\n<!-- x -->\n\n| new |\n\n<!-- /x -->\nb\n");
        assert_eq!(replaced(&once, "x", "| new |").unwrap(), once);
        assert!(replaced(text, "y", "").is_err());
    }
}
