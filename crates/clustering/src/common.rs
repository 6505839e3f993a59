//! The commonest words of the three languages: articles, pronouns, prepositions, conjunctions, auxiliaries; folded.

pub const COMMON_NL: &[&str] = &[
    "aan", "al", "alle", "alleen", "als", "altijd", "andere", "anders", "ben", "bij", "dan", "dat", "de",
    "den", "der", "deze", "die", "dit", "doen", "doet", "door", "dus", "echt", "een", "eens", "elk", "elke",
    "en", "er", "ergens", "etc", "gaan", "gaat", "geen", "haar", "had", "hadden", "hebben", "heeft", "hem",
    "hen", "het", "hier", "hij", "hoe", "hun", "iets", "ik", "in", "is", "ja", "je", "kan", "komen", "komt",
    "krijgen", "krijgt", "kunnen", "maar", "me", "meer", "men", "met", "mij", "moet", "moeten", "na", "naar",
    "niet", "niets", "nog", "nu", "of", "om", "omdat", "onder", "ons", "onze", "ook", "op", "over", "per",
    "soms", "steeds", "te", "tegen", "terwijl", "toch", "tot", "uit", "vaak", "van", "veel", "voor", "waar",
    "wanneer", "want", "was", "wat", "we", "weer", "wel", "werd", "wie", "wij", "wil", "willen", "worden",
    "wordt", "ze", "zelf", "zich", "zien", "ziet", "zij", "zijn", "zo", "zonder", "zou", "zouden",
];
pub const COMMON_FR: &[&str] = &[
    "au", "aussi", "autre", "autres", "aux", "avant", "avec", "avoir", "avons", "ca", "car", "ce", "cela",
    "ces", "cet", "cette", "ceux", "chaque", "chez", "comme", "dans", "de", "depuis", "des", "donc", "du",
    "elle", "elles", "en", "encore", "est", "et", "etait", "ete", "etre", "eux", "faire", "fait", "faut",
    "il", "ils", "je", "la", "le", "les", "leur", "leurs", "lors", "lui", "ma", "mais", "meme", "mes",
    "moins", "mon", "ne", "ni", "nos", "notre", "nous", "on", "ont", "ou", "par", "parce", "parfois", "pas",
    "peu", "peut", "peuvent", "plus", "pour", "puis", "quand", "que", "quelque", "qui", "quoi", "rien", "sa",
    "sans", "se", "ses", "si", "son", "sont", "souvent", "sur", "ta", "tous", "tout", "toute", "toutes",
    "tres", "trop", "un", "une", "va", "vers", "voit", "vont", "vos", "votre", "vous", "y",
];
pub const COMMON_EN: &[&str] = &[
    "about", "after", "all", "also", "an", "and", "any", "are", "as", "at", "be", "because", "been",
    "before", "being", "but", "by", "can", "cannot", "come", "do", "does", "even", "every", "for", "from",
    "get", "gets", "go", "had", "has", "have", "he", "her", "him", "his", "how", "if", "in", "into", "is",
    "it", "its", "just", "many", "more", "most", "must", "no", "not", "now", "of", "often", "on", "one",
    "only", "or", "other", "our", "out", "over", "own", "she", "so", "some", "such", "than", "that", "the",
    "their", "them", "then", "there", "these", "they", "this", "those", "to", "too", "up", "us", "very",
    "was", "we", "were", "what", "when", "where", "which", "while", "who", "will", "with", "without",
    "would", "you",
];
