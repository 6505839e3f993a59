//! Which colours there are, and how well each can be told from another.

/// A colour of the one palette: `report-templates/style/palette.json` holds the same, as the tests prove.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Colour {
    /// Running text.
    Ink,
    /// The darkest step.
    Deep,
    /// Headings, and what rises.
    Petrol,
    /// Bars.
    Mid,
    /// A light step.
    Soft,
    /// The lightest step, and the ground of boxes.
    Wash,
    /// What asks for attention, and what falls.
    Brick,
    /// On dark ground only.
    Ochre,
    /// A warm ground.
    Sand,
    /// Small print.
    Muted,
    /// Thin lines that carry no meaning.
    Rule,
    /// Paper.
    White,
}

impl Colour {
    /// Every colour.
    pub const ALL: [Self; 12] = [
        Self::Ink,
        Self::Deep,
        Self::Petrol,
        Self::Mid,
        Self::Soft,
        Self::Wash,
        Self::Brick,
        Self::Ochre,
        Self::Sand,
        Self::Muted,
        Self::Rule,
        Self::White,
    ];

    /// The name in the palette's file.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Ink => "ink",
            Self::Deep => "deep",
            Self::Petrol => "petrol",
            Self::Mid => "mid",
            Self::Soft => "soft",
            Self::Wash => "wash",
            Self::Brick => "brick",
            Self::Ochre => "ochre",
            Self::Sand => "sand",
            Self::Muted => "muted",
            Self::Rule => "rule",
            Self::White => "white",
        }
    }

    /// The value as `#rrggbb`.
    pub const fn hex(self) -> &'static str {
        match self {
            Self::Ink => "#17252b",
            Self::Deep => "#0a3541",
            Self::Petrol => "#0f4c5c",
            Self::Mid => "#2f7d8c",
            Self::Soft => "#a9cbd1",
            Self::Wash => "#e8f0f1",
            Self::Brick => "#a63d1c",
            Self::Ochre => "#e0a458",
            Self::Sand => "#f7f1e8",
            Self::Muted => "#4f6067",
            Self::Rule => "#c3ced1",
            Self::White => "#ffffff",
        }
    }

    /// The contrast ratio to another colour, 1 to 21 (WCAG 2.2, "contrast ratio").
    pub fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// Relative luminance, 0 to 1 (WCAG 2.2, "relative luminance").
    fn luminance(self) -> f64 {
        let channel = |at: usize| {
            let byte = self.hex().get(at..at + 2).and_then(|pair| u8::from_str_radix(pair, 16).ok());
            let part = f64::from(byte.unwrap_or_default()) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
    }
}

/// The steps of a shaded map from few to many, each with the colour of the text on it.
pub const STEPS: [(Colour, Colour); 5] = [
    (Colour::Wash, Colour::Ink),
    (Colour::Soft, Colour::Deep),
    (Colour::Mid, Colour::White),
    (Colour::Petrol, Colour::White),
    (Colour::Deep, Colour::White),
];

/// What text must reach on its ground (WCAG 2.2, 1.4.3).
pub const TEXT_CONTRAST: f64 = 4.5;

/// What a mark that carries meaning must reach on what lies beside it (WCAG 2.2, 1.4.11).
pub const GRAPHIC_CONTRAST: f64 = 3.0;

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    const PALETTE: &str = include_str!("../../../report-templates/style/palette.json");
    const PAIRS: &str = include_str!("../../../report-templates/style/contrast.json");

    #[test]
    fn the_colours_are_those_of_the_templates() {
        let file: BTreeMap<String, String> = serde_json::from_str(PALETTE).unwrap();
        let here: BTreeMap<String, String> =
            Colour::ALL.iter().map(|colour| (colour.name().to_owned(), colour.hex().to_owned())).collect();
        assert_eq!(here, file);
    }

    #[test]
    fn contrast_is_measured_as_the_standard_says() {
        assert!((Colour::White.contrast(Colour::White) - 1.0).abs() < 1e-9);
        // By hand: #a63d1c has the relative luminance 0.2126 × 0.3813 + 0.7152 × 0.0467 + 0.0722 × 0.0116 = 0.1153.
        assert!((Colour::White.contrast(Colour::Brick) - 1.05 / (0.1153 + 0.05)).abs() < 0.01);
        assert_eq!(Colour::Brick.contrast(Colour::Wash), Colour::Wash.contrast(Colour::Brick));
    }

    #[test]
    fn every_pair_that_the_templates_use_has_enough_contrast() {
        let pairs: BTreeMap<String, Vec<[String; 2]>> = serde_json::from_str(PAIRS).unwrap();
        let colour = |name: &str| *Colour::ALL.iter().find(|colour| colour.name() == name).unwrap();
        for (kind, least) in [("text", TEXT_CONTRAST), ("graphic", GRAPHIC_CONTRAST)] {
            assert!(!pairs[kind].is_empty());
            for [front, ground] in &pairs[kind] {
                let ratio = colour(front).contrast(colour(ground));
                assert!(ratio >= least, "{kind}: {front} on {ground} has only {ratio:.2}");
            }
        }
    }

    #[test]
    fn text_is_readable_on_every_step_and_each_step_is_darker_than_the_one_before() {
        for (ground, ink) in STEPS {
            assert!(ink.contrast(ground) >= TEXT_CONTRAST, "{ink:?} on {ground:?}");
        }
        for pair in STEPS.windows(2) {
            assert!(pair[0].0.luminance() > pair[1].0.luminance());
        }
    }
}
