//! Small closed lists of words that the rules of names turn on.

/// What an English name of a thing ends with.
pub(super) fn is_english_head(word: &str) -> bool {
    const HEADS: [&str; 14] = [
        "House",
        "Centre",
        "Center",
        "School",
        "Hospital",
        "Foundation",
        "Trust",
        "Shelter",
        "Hostel",
        "Street",
        "Square",
        "Club",
        "Network",
        "Project",
    ];
    HEADS.contains(&word)
}

/// An adjective between the head of a school and its name.
pub(super) fn is_kind_of_school(word: &str) -> bool {
    const KINDS: [&str; 14] = [
        "technique",
        "professionnel",
        "communal",
        "communale",
        "royal",
        "royale",
        "provincial",
        "provinciale",
        "libre",
        "supérieur",
        "spécialisé",
        "technisch",
        "koninklijk",
        "secondaire",
    ];
    KINDS.contains(&word)
}

/// People of the past whom schools, hospitals and stations are called after: `een leerling van Don Bosco`.
pub(super) fn is_namesake(first: &str, last: &str) -> bool {
    const NAMESAKES: [(&str, &str); 38] = [
        ("Albert", "Schweitzer"),
        ("Anne", "Frank"),
        ("Albert", "Camus"),
        ("Antoine", "Depage"),
        ("Antonin", "Artaud"),
        ("Cardinal", "Mercier"),
        ("Charles", "Rogier"),
        ("Don", "Bosco"),
        ("Edith", "Cavell"),
        ("Emile", "Bockstael"),
        ("Ernest", "Solvay"),
        ("Fernand", "Cocq"),
        ("Frida", "Kahlo"),
        ("Georges", "Brassens"),
        ("Henri", "Michaux"),
        ("Henri", "Storck"),
        ("Jan", "Yperman"),
        ("Jacques", "Brel"),
        ("Jean", "Monnet"),
        ("Jean", "Titeca"),
        ("Joseph", "Bracops"),
        ("Joseph", "Lemaire"),
        ("Jules", "Bordet"),
        ("Maria", "Montessori"),
        ("Marie", "Curie"),
        ("Marguerite", "Yourcenar"),
        ("Martin", "Luther"),
        ("Maurice", "Carême"),
        ("Nelson", "Mandela"),
        ("Norman", "Bethune"),
        ("Patrice", "Lumumba"),
        ("Paul", "Brien"),
        ("Paul", "Delvaux"),
        ("Robert", "Schuman"),
        ("Rosa", "Parks"),
        ("Simone", "Veil"),
        ("Victor", "Horta"),
        ("Victor", "Hugo"),
    ];
    NAMESAKES.contains(&(first, last))
}

/// A title that is written with a full stop.
pub(super) fn is_abbreviation(word: &str) -> bool {
    const TITLES: [&str; 17] = [
        "dhr", "dr", "fam", "me", "mevr", "mgr", "mlle", "mm", "mme", "mr", "mrs", "ms", "mvr", "mvw", "mw",
        "prof", "st",
    ];
    word.len() <= 4 && TITLES.iter().any(|title| title.eq_ignore_ascii_case(word))
}

/// A word after which a capital may belong to a thing: `la Région`, `onze Kelder`.
pub(super) fn is_article(word: &str) -> bool {
    const ARTICLES: [&str; 40] = [
        "a", "an", "au", "aux", "ce", "ces", "cet", "cette", "d", "de", "den", "der", "des", "deux", "deze",
        "die", "dit", "du", "each", "een", "elke", "every", "het", "hun", "l", "la", "le", "les", "leur",
        "leurs", "nos", "notre", "ons", "onze", "our", "t", "the", "their", "un", "une",
    ];
    word.len() <= 5 && ARTICLES.iter().any(|article| article.eq_ignore_ascii_case(word))
}
