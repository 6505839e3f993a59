//! The assets are part of the program: it is built again when one changes.

fn main() {
    println!("cargo::rerun-if-changed=assets");
}
