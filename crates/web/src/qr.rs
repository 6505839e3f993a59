//! A QR code as an SVG picture.

use qrcode::render::svg;
use qrcode::{EcLevel, QrCode};

use crate::failure::Failure;

/// The SVG of a QR code that says `text`: dark on light, with its quiet zone, without a size of its own.
pub fn svg(text: &str) -> Result<String, Failure> {
    let code = QrCode::with_error_correction_level(text, EcLevel::M)
        .map_err(|_| Failure::Broken("a text too long for a QR code".to_owned()))?;
    Ok(code
        .render::<svg::Color<'_>>()
        .min_dimensions(240, 240)
        .dark_color(svg::Color("#000000"))
        .light_color(svg::Color("#ffffff"))
        .build())
}

/// The same, to stand inside a page: without the declaration of a file.
pub fn svg_inside(text: &str) -> Result<String, Failure> {
    let svg = svg(text)?;
    Ok(svg.find("<svg").map_or(String::new(), |at| svg[at..].to_owned()))
}
