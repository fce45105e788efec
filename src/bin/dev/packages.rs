//! Programs from the system's packages.

use anyhow::{Result, bail};

use crate::child::{command, exists, output, run};

/// Installs packages, but only where it needs no question: as root, on a system with apt.
pub fn install(packages: &[&str]) -> Result<()> {
    if !exists("apt-get") {
        bail!("apt-get is not here to install one");
    }
    if output(command("id").arg("-u"))?.trim() != "0" {
        bail!("only root may install one");
    }
    eprintln!("Installing {} from the system's packages, once.", packages.join(", "));
    let apt = || {
        let mut apt = command("apt-get");
        apt.env("DEBIAN_FRONTEND", "noninteractive").arg("-q");
        apt
    };
    run(apt().arg("update"))?;
    run(apt().args(["install", "-y", "--no-install-recommends"]).args(packages))
}
