//! The JavaScript side of a module as a function: every call makes an instance with a memory of its own.
//!
//! wasm-bindgen writes one instance per page for the lifetime of the page. After a panic an instance cannot be trusted
//! any more, and another has to take its place while objects of the old one are still being let go of. So what it writes
//! is put into a function, without its loader: the shell hands over a module that is compiled already.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

/// What begins the loader, which ends the file.
const LOADER: &str = "\nlet wasmModule, wasmInstance, wasm;";
/// What begins its types, which end theirs.
const LOADER_TYPES: &str = "\nexport type InitInput";

/// Rewrites what was written for a module in a folder.
pub fn wrap(name: &str, folder: &Path) -> Result<()> {
    for (file, wrapped) in [
        (format!("{name}.js"), function as fn(&str) -> Option<String>),
        (format!("{name}.d.ts"), types as fn(&str) -> Option<String>),
    ] {
        let path = folder.join(file);
        let text = wrapped(&fs::read_to_string(&path)?)
            .with_context(|| format!("wasm-bindgen writes {} otherwise than it did", path.display()))?;
        fs::write(path, text)?;
    }
    // They describe the exports of the module, which nobody uses directly.
    Ok(fs::remove_file(folder.join(format!("{name}_bg.wasm.d.ts")))?)
}

/// The script; `None` if it is not as expected.
fn function(script: &str) -> Option<String> {
    let (body, _) = script.split_once(LOADER)?;
    let names = exported(body).collect::<Vec<_>>().join(", ");
    let body = body.replace("\nexport ", "\n");
    Some(format!(
        "/** An instance of a compiled module. */\nexport default async function (module) {{\n{body}\n\
         const wasm = (await WebAssembly.instantiate(module, __wbg_get_imports())).exports;\n\
         wasm.__wbindgen_start();\nreturn {{ {names} }};\n}}\n"
    ))
}

/// Its types.
fn types(types: &str) -> Option<String> {
    let (body, _) = types.split_once(LOADER_TYPES)?;
    let names = exported(body).map(|name| format!("{name}: typeof {name}")).collect::<Vec<_>>().join("; ");
    // The shell marks the class of an instance that a panic has broken.
    let body = body.replace("export class Figure {\n", "export class Figure {\n  static broken?: boolean;\n");
    Some(format!(
        "{body}\n/** An instance of a compiled module. */\n\
         export default function (module: WebAssembly.Module): Promise<{{ {names} }}>;\n"
    ))
}

/// The names of the classes and functions that a text exports; what runs at the start is none of them.
fn exported(text: &str) -> impl Iterator<Item = &str> {
    let items = text.lines().filter_map(|line| {
        line.strip_prefix("export class ").or_else(|| line.strip_prefix("export function "))
    });
    let names = items.filter_map(|item| item.split([' ', '(']).next());
    names.filter(|name| *name != "start")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_becomes_a_function() {
        let script = "\nexport class Figure {\n}\nexport function start() {\n}\nexport function svg(a, b) {\n}\n\
                      function __wbg_get_imports() {}\nlet wasmModule, wasmInstance, wasm;\nexport { a as default };\n";
        let made = function(script).unwrap_or_default();
        assert!(made.contains("\nclass Figure {"), "{made}");
        assert!(made.contains("return { Figure, svg };"), "{made}");
        assert!(!made.contains("as default"), "{made}");
        assert_eq!(function("something else"), None);
    }

    #[test]
    fn its_types_follow() {
        let text =
            "export class Figure {\n}\n\nexport function start(): void;\n\nexport type InitInput = 1;\n";
        let made = types(text).unwrap_or_default();
        assert!(
            made.ends_with("(module: WebAssembly.Module): Promise<{ Figure: typeof Figure }>;\n"),
            "{made}"
        );
        assert!(!made.contains("InitInput"), "{made}");
    }
}
