//! Whether a question asks who a family is, where it should ask about the problem.
//!
//! `Hoe heet ze?` does; `Hoe heet de dienst?` does not. A warning beside the question box, never a refusal.

use crate::image::{Alphabet, Pattern};
use crate::rules::BrokenRules;

/// What tells who somebody is, with the people it may be told of, per language.
const PARTS: [(&str, &str); 6] = [
    (
        "<id-nl>",
        r"(?:(?:volledige |juiste )?(?:voor-?|achter-?|familie-?|roep)?naam|(?:thuis-?|woon-?|e-?mail-?|mail-?)?adres|geboortedatum|geboorteplaats|verjaardag|rijksregister\p{L}*|insz\p{L}*|(?:telefoon-?|gsm-?|dossier-?|kaart-?|ov-?|rekening-?|huis-?)nummer|contactgegevens|identiteit)",
    ),
    (
        "<who-nl>",
        r"(?:(?:het|dit|dat|deze|de|die) (?:gezin|familie|moeder|vader|mama|papa|ouders?|vrouw|man|mevrouw|meneer|kind|kinderen|dochter|zoon|cliënte?|persoon|jongere|meisje|jongen|dame|heer))",
    ),
    (
        "<id-fr>",
        r"(?:(?:nom|pr[ée]nom)s?(?: complet| de famille)?|adresse(?: e-?mail| exacte| compl[èe]te)?|(?:date|lieu) de naissance|num[ée]ro (?:de (?:t[ée]l[ée]phone|gsm|dossier|registre national|compte)|national)|registre national|niss|coordonn[ée]es|identit[ée])",
    ),
    (
        "<who-fr>",
        r"(?:(?:la|cette|ce|cet|le|les|ces|l') ?(?:famille|m[èe]re|p[èe]re|maman|papa|parents?|dame|femme|homme|monsieur|madame|enfants?|fille|fils|cliente?|personne|jeune|gar[çc]on))",
    ),
    (
        "<id-en>",
        r"(?:(?:full |first |last |family )?(?:name|surname)|(?:home |e-?mail )?address|date of birth|birth ?date|birthday|place of birth|(?:phone|telephone|mobile|national|register|case|file|house) number|contact details|identity)",
    ),
    (
        "<who-en>",
        r"(?:(?:the|this|that|these) (?:family|mother|father|mum|mom|dad|parents?|woman|man|lady|child|children|daughter|son|client|person|girl|boy))",
    ),
];

/// Somebody's name, address or number.
const THEIRS: &str = r"(?:(?:haar|hun|zijn|diens) <id-nl>|<id-nl> van (?:haar|hem|hen|hun|<who-nl>)|(?:son|sa|leur|leurs) <id-fr>|<id-fr> (?:d'(?:elle|eux)|de <who-fr>|du (?:p[èe]re|papa|monsieur|client|jeune))|(?:her|his|their) <id-en>|<id-en> of <who-en>|<who-en>'s <id-en>)";

/// Whole words, in any of the three languages.
const QUESTIONS: [&str; 5] = [
    // What are they called?
    r"hoe (?:heet|heten|heette|heetten|noemt|noemen) (?:ze|zij|hij|<who-nl>)|comment (?:s'appel|se nomm|se pr[ée]nomm)[\p{L}]*(?:-t-?(?:elle|il)|-elles|-ils| <who-fr>| ?\?)|comment (?:elle|il|elles|ils|<who-fr>) (?:s'appel|se nomm|se pr[ée]nomm)[\p{L}]*|(?:elle|il|elles|ils|<who-fr>) (?:s'appel|se nomm|se pr[ée]nomm)[\p{L}]* comment|what(?:'s| is| are) (?:she|he|they|<who-en>) called",
    // Who are they?
    r"wie (?:is|zijn) (?:<who-nl>|(?:ze|zij|hij|het|dit)(?: precies| juist)? ?\?)|(?:om|over) wie gaat (?:het|dit)|welk gezin is (?:het|dit)|welke familie is (?:het|dit)|qui (?:est|sont) <who-fr>|qui (?:est|sont)-(?:elle|il|ils|elles|ce)|de qui (?:s'agit|parle)|(?:c'est|de) quelle famille|who (?:is|are) (?:<who-en>|(?:she|he|they|it) ?\?)|which family (?:is|are)",
    // Where do they live, when were they born?
    r"waar (?:woont|wonen) (?:ze|zij|hij|<who-nl>)|in welke straat|o[ùu] (?:habite|loge)[\p{L}]*[ -](?:t-)?(?:elle|il|ils|elles|<who-fr>)|dans quelle rue|where (?:do|does) (?:she|he|they|<who-en>) live|(?:in|on) which street|wanneer (?:is|zijn|werd) (?:ze|zij|hij|<who-nl>) geboren|quand (?:est|sont)[ -](?:elle|il|ils|elles|<who-fr>)[^.?!]{0,12} n[ée]e?s?|when (?:was|were) (?:she|he|they|<who-en>) born",
    // Their name, the address of the mother, the family's number.
    r"<theirs>[^.?!\n]{0,60}\?|(?:wat|welke?|geef|stuur|bezorg|mag|kunt|kan|kent|weet|heb|quel|quels|quelle|quelles|donne[rz]?|envoye[rz]|pouvez|peux|connaiss\p{L}*|avez|what|give|send|could|can|may|share|tell)[^\p{L}.?!\n](?:[^.?!\n]{0,60}[^\p{L}.?!\n])?<theirs>",
    // The bare word with a question mark.
    r"(?:(?:en|et|and|wat is|quel(?:le)? est|what is|what's|de|het|le|la|the|welke?|exacte?|juiste) |l'){0,4}(?:<id-nl>|<id-fr>|<id-en>)(?:(?:,| en| et| and| of| ou| or|/) ?(?:(?:le|la|the|de|het) |l')?(?:<id-nl>|<id-fr>|<id-en>)){0,4} ?\?",
];

/// The questions, compiled once.
pub(crate) struct Asking {
    questions: Vec<Pattern>,
}

impl Asking {
    pub(crate) fn new(alphabet: &Alphabet) -> Result<Self, BrokenRules> {
        let (bare, others) = QUESTIONS.split_last().ok_or_else(|| BrokenRules::of("no questions"))?;
        let whole = others.iter().map(|question| format!(r"(?:^|[^\p{{L}}])(?:{question})(?:$|[^\p{{L}}])"));
        let sources = whole.chain([format!(r"(?:^|[.!?:;\n-] ?)(?:{bare})")]);
        let filled = |source: String| {
            PARTS
                .iter()
                .fold(source.replace("<theirs>", THEIRS), |source, (name, part)| source.replace(name, part))
        };
        let questions = sources.map(|source| alphabet.pattern(&filled(source), false));
        Ok(Self { questions: questions.collect::<Result<_, _>>()? })
    }

    pub(crate) fn asks_who(&self, image: &[u8]) -> bool {
        self.questions.iter().any(|question| question.is_match(image))
    }
}
