//! Prints the table of characters that the embedded fonts can print (`just coverage`).
#![expect(clippy::print_stdout, reason = "a recipe reads what it prints")]

fn main() {
    println!(
        "// Made by `just coverage` from the embedded fonts; a test of `typeset` compares it with them."
    );
    println!("const RANGES: &[(u32, u32)] = &[");
    for (first, last) in typeset::covered_ranges() {
        println!("    (0x{first:X}, 0x{last:X}),");
    }
    println!("];");
}
