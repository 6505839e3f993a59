//! What is marked apart from names: initials with details, ages with place and family, room numbers, rare traits.
//!
//! None of these points at a person alone, so each rule asks for a combination in one sentence and marks its sharpest
//! part: the ages, the illness. That keeps the marks short, and leaves a name in the same sentence its own mark.

use std::ops::Range;

use crate::finding::Kind;
use crate::gates::Gates;
use crate::image::{Alphabet, Pattern, is_capital, is_letter, places};
use crate::rules::BrokenRules;
use crate::scan::Place;

/// Initials before an age: "M.K., 34 ans", "A. (12 jaar)".
const INITIALS_AGE: &str = r"(?:^|[^\p{L}.])((?:\p{Lu}\.[ -]?){0,3}\p{Lu}\.,? ?\(?(?:een |une? |an? |âgée? de |aged )?[0-9]{1,3}[ -]?(?:jaar|jarige?|j\.|ans?|years?|maanden|mois|months))(?:$|[^\p{L}])";
/// Initials after a title or a kin word: "mevrouw K.", "la famille D.", "gezin B".
const INITIALS_TITLE: &str = r"(?:^|[^\p{L}])(?:(?:[Mm]evrouw|[Mm]evr\.?|[Mm]eneer|[Dd]e [Hh]eer|[Dd]hr\.?|[Mm]me|[Mm]adame|[Mm]onsieur|[Mm]rs?\.?|[Mm]s\.?|[Ff]amil(?:ie|le|y)|[Gg]ezin) ((?:\p{Lu}\.[ -]?){0,3}\p{Lu}\.|\p{Lu})|(?:M\.|[Mm]oeder|[Vv]ader|[Mm]ama|[Pp]apa|[Mm]aman|[Mm]ère|[Pp]ère|[Mm]other|[Ff]ather|[Dd]ochter|[Zz]oon|[Ff]ille|[Ff]ils|[Dd]aughter|[Ss]on|[Cc]liënte?|[Kk]ind|[Ee]nfant|[Cc]hild) ((?:\p{Lu}\.[ -]?){0,3}\p{Lu}\.)|(?:[Tt]he|[Dd]e|[Hh]et) ((?:\p{Lu}\.[ -]?){0,3}\p{Lu}\.)[ -](?:family|familie|gezin))(?:$|[^\p{L}0-9'’])";
/// A room with its number.
const ROOM: &str = r"(?i:(?:^|[^\p{L}])((?:kamer(?:nummer)?|chambre|(?:bed)?room|slaapkamer)(?:,? (?:nr\.?|n°|no\.?|nummer|num[ée]ro|number))? ?(?:[0-9]{1,4}|[0-9]{1,3}[ .-]?[a-z]))(?:$|[^\p{L}0-9]))";
/// A bed or a corner with its number.
const BED: &str = r"(?i:(?:^|[^\p{L}])((?:dortoir|bed|lit|box|studio)(?:,? (?:nr\.?|n°|no\.?|nummer|num[ée]ro|number))? ?[0-9]{1,3}[a-z]?)(?:$|[^\p{L}0-9]))";
/// A number that is too small or too much of a year to be a door.
const NO_DOOR: &str = r"[^0-9][0-9]$|[^0-9](?:19|20)[0-9]{2}$";
/// What a number after "kamer" counts or dates, in place of naming the room.
const ROOM_NOT: &str = r"^(?i: ?(?:%|€|eur|pers|mens|kind|enfan|child|peopl|bed|lit|m2|vierk|m[èe]tre|keer|fois|times|nacht|nuit|night|jaar|ans?(?:$|[^\p{L}])|years?|maand|mois|month|we[e]?k|semain|dag|jour|day|gezin|famil|uur|heure|hour))";
const SHELTER: &str = r"(?i:opvang|centrum|centra|centre|center|shelter|h[ée]berg|accueil|noodopvang|hotel|h[ôo]tel|samusocial|petit-ch[âa]teau|klein kasteeltje|fedasil|nachtopvang|foyer|reception|resid|r[ée]siden|maison|huis)";
/// The municipalities but the City of Brussels, which is too large to narrow anything down, and known quarters.
const PLACE: &str = r"(?:Anderlecht|Oudergem|Auderghem|Berchem|Etterbeek|Evere|Vorst|Forest|Ganshoren|Elsene|Ixelles|Jette|Koekelberg|Molenbeek|Sint-Gillis|Saint-Gilles|Sint-Joost|Saint-Josse|Schaarbeek|Schaerbeek|Ukkel|Uccle|Watermaal|Watermael|Bo[si]+voorde|Boitsfort|Woluwe|Laken|Laeken|Haren|Neder-over-Heembeek|Marollen|Marolles|Matong[ée]|Kuregem|Cureghem|Noordwijk|Quartier Nord|Peterbos|Versailles)";
/// Exact ages: of one person, or of several in a row.
const AGES: &str = r"(?i:(?:^|[^0-9\p{L}.,])((?:[0-9]{1,2}(?:, ?| ?(?:en|et|and|&) ?)){0,8}[0-9]{1,2}(?:[ -](?:jaar|jarige?|ans|years?(?:[ -]old)?|maanden|mois|months)|j\.))(?:$|[^\p{L}]))";
/// How the family is made up.
const FAMILY: &str = r"(?i:[0-9]+ (?:kinderen|enfants|children|kids|zonen|dochters|fils|filles|sons|daughters)|(?:een|twee|drie|vier|vijf|zes|zeven|acht|une?|deux|trois|quatre|cinq|six|sept|huit|one|two|three|four|five|seven|eight) (?:kind|enfant|child|zo[on]|docht|fils|fille|son|daught)|(?:gezin|famille|family) (?:van|met|de|avec|of|with) |alleenstaande|m[èe]re (?:seule|isol)|single (?:mother|father|parent)|p[èe]re (?:seul|isol)|tweeling|drieling|jumeaux|jumelles|tripl[ée]|twins|triplets)";
/// An illness or a disability that few families in one place share.
const ILLNESS: &str = r"(?i:(?:^|[^\p{L}])((?:kanker|cancer|leuk[ae]e?mi|leuc[ée]mi|dialys|nierfal|nierpati[ëe]nt|insuffisance r[ée]nale|kidney failure|hiv|vih|sida|aids|autis|epileps|[ée]pileps|sikkelcel|dr[ée]panocyt|sickle cell|mucovisc|cystic fibro|trisomi|down ?syndro|syndroom van down|syndrome de down|down's|transplant|tubercul|blind[^\p{L}]|aveugle|doof|doofstom|sourd|deaf|rolstoel|fauteuil roulant|wheelchair|verlamd|paralys|h[ée]mophil|hemofil|thalass|schizo|multiple scl|scl[ée]rose en pl|parkinson|dement|d[ée]mence|alzheimer)[\p{L}]*))";
/// Where a person comes from, as adjective or noun.
const ORIGIN: &str = r"(?i:(?:^|[^\p{L}])(?:afghan|afgaan|syri|iraq|irak|irani|iraanse|somali|eritre|[ée]rythr|ethiop|[ée]thiop|soedan|sudan|soudan|guine|guin[ée]e|congol|rwand|burund|kameroe|camerou|cameroon|togol|ghan[ae]|nigeria|senegal|s[ée]n[ée]gal|mauritan|marok|maroc|morocc|algeri|alg[ée]ri|tunes|tunis|turk|turc|koerd|kurd|armen|arm[ée]n|georgi|g[ée]orgi|tsjetsj|tch[ée]tch|chechen|oekra|ukrai|russ|roemeen|roma[^n\p{L}]|romanian|roumain|bulgaar|bulgar|bosni|servi|serbi|albane|albanai|albania|kosov|macedon|mac[ée]don|palest|pakist|indiase|indien|nepal|n[ée]pal|tibet|banglad|chinees|chinois|chinese|vietnam|filip|philipp|thai|braz|br[ée]sil|colomb|peru|p[ée]ru|ecuad|[ée]quat|venez|salvad|mongo|oezbe|ouzbe|uzbek|angol|malin|mali[^\p{L}]|ivoir|niger[^\p{L}]))";

/// The rules of this file, compiled once.
pub(crate) struct Marked {
    /// What must be open for ages, for initials after a title, for rooms, for places and for illnesses.
    gates: [u64; 5],
    initials: [Pattern; 2],
    room: Pattern,
    bed: Pattern,
    no_door: Pattern,
    room_not: Pattern,
    shelter: Pattern,
    place: Pattern,
    ages: Pattern,
    family: Pattern,
    illness: Pattern,
    origin: Pattern,
}

impl Marked {
    pub(crate) fn new(alphabet: &Alphabet, gates: &Gates) -> Result<Self, BrokenRules> {
        let pattern = |source: &str| alphabet.pattern(source, true);
        Ok(Self {
            gates: [
                gates.of("age"),
                gates.of("initials-title"),
                gates.of("room") | gates.of("bed"),
                gates.of("place"),
                gates.of("illness"),
            ],
            initials: [pattern(INITIALS_AGE)?, pattern(INITIALS_TITLE)?],
            room: pattern(ROOM)?,
            bed: pattern(BED)?,
            no_door: pattern(NO_DOOR)?,
            room_not: pattern(ROOM_NOT)?,
            shelter: pattern(SHELTER)?,
            place: pattern(PLACE)?,
            ages: pattern(AGES)?,
            family: pattern(FAMILY)?,
            illness: pattern(ILLNESS)?,
            origin: pattern(ORIGIN)?,
        })
    }

    /// Every place that these rules mark, in no order; places may overlap.
    pub(crate) fn find(&self, text: &[u8], open: u64) -> Vec<Place> {
        let [age, title, room, place, illness] = self.gates.map(|gates| gates & open != 0);
        let mut places = Vec::new();
        let [with_age, with_title] = &self.initials;
        let tried = [(with_age, age), (with_title, title)].into_iter().filter(|(_, open)| *open);
        let initials = if age || title { near_initials(text) } else { Vec::new() };
        for (pattern, _) in tried {
            let groups = initials.iter().flat_map(|near| pattern.groups_within(text, near.clone()));
            places.extend(groups.map(|range| Place { kind: Kind::Initials, range }));
        }
        if room {
            places.extend(self.rooms(text));
        }
        if place && age || illness {
            let combined = |sentence| self.combined(text, sentence, place && age, illness);
            places.extend(sentences(text).flat_map(combined));
        }
        places
    }

    /// Rooms whose number reads as a door; where a shelter is spoken of, every numbered room and bed.
    fn rooms(&self, text: &[u8]) -> Vec<Place> {
        let sheltered = self.shelter.is_match(text);
        let counts =
            |range: &Range<usize>| text.get(range.end..).is_some_and(|after| self.room_not.is_match(after));
        let is_door =
            |range: &Range<usize>| text.get(range.clone()).is_some_and(|room| !self.no_door.is_match(room));
        let rooms = self.room.groups(text).filter(|range| sheltered || is_door(range));
        let beds = self.bed.groups(text).filter(|_| sheltered);
        let numbered = rooms.chain(beds).filter(|range| !counts(range));
        numbered.map(|range| Place { kind: Kind::Room, range }).collect()
    }

    /// Ages where the sentence also names a place and a family; an illness where it also names an origin, and an age
    /// or a place. What most sentences lack is asked first.
    fn combined(&self, text: &[u8], sentence: Range<usize>, ages: bool, illness: bool) -> Vec<Place> {
        let said = text.get(sentence.clone()).unwrap_or_default();
        let moved = |range: Range<usize>| sentence.start + range.start..sentence.start + range.end;
        let aged = || said.iter().any(u8::is_ascii_digit) && self.ages.is_match(said);
        let placed = || self.place.is_match(said);
        let mut places = Vec::new();
        if ages && aged() && placed() && self.family.is_match(said) {
            let ages = self.ages.groups(said);
            let ages = ages.map(|range| Place { kind: Kind::AgePlaceFamily, range: moved(range) });
            places.extend(ages);
        }
        if illness && self.illness.is_match(said) && self.origin.is_match(said) && (aged() || placed()) {
            let traits = self.illness.groups(said);
            let traits = traits.map(|range| Place { kind: Kind::Rare, range: moved(range) });
            places.extend(traits);
        }
        places
    }
}

/// How far before an initial a match may begin, and how far after one it may end: a title and three initials before,
/// an age after.
const INITIALS: [usize; 2] = [32, 48];

/// The parts of a text around each capital letter that stands alone, not as in `L'école`; they do not overlap.
fn near_initials(text: &[u8]) -> Vec<Range<usize>> {
    let ends = |next: Option<&u8>| next.is_none_or(|byte| !is_letter(*byte) && *byte != b'\'');
    let mut near: Vec<Range<usize>> = Vec::new();
    let before = |at: usize| at.checked_sub(1).and_then(|before| text.get(before));
    for at in places(text, is_capital) {
        if before(at).is_none_or(|byte| !is_letter(*byte)) && ends(text.get(at + 1)) {
            let (start, end) = (at.saturating_sub(INITIALS[0]), text.len().min(at + INITIALS[1]));
            match near.last_mut().filter(|last| start <= last.end) {
                Some(last) => last.end = end,
                None => near.push(start..end),
            }
        }
    }
    near
}

/// The sentences of a text; a full stop ends one only before a space, so that "M.K." and "1.250" end none.
fn sentences(text: &[u8]) -> impl Iterator<Item = Range<usize>> {
    let spaced = |at: usize| text.get(at + 1).is_some_and(u8::is_ascii_whitespace);
    let ends = text.iter().enumerate().filter_map(move |(at, byte)| match byte {
        b'\n' => Some(at + 1),
        b'.' | b'!' | b'?' => spaced(at).then_some(at + 1),
        _ => None,
    });
    let mut start = 0;
    ends.chain([text.len()]).map(move |end| {
        let sentence = start..end;
        start = end;
        sentence
    })
}

#[cfg(test)]
mod tests {
    use super::{Alphabet, Gates, Kind, Marked};
    use crate::GATES_JSON;

    /// The kinds and places found in a text, by start.
    fn found(text: &str) -> Vec<(Kind, &str)> {
        let alphabet = Alphabet::new().unwrap();
        let gates = Gates::read(&alphabet, GATES_JSON).unwrap();
        let marked = Marked::new(&alphabet, &gates).unwrap();
        let image = alphabet.image(text);
        let mut places = marked.find(&image, gates.open(&image).whole);
        let mut ungated = marked.find(&image, u64::MAX);
        ungated.sort_by_key(|place| place.range.start);
        places.sort_by_key(|place| place.range.start);
        assert_eq!(places, ungated, "gates change no finding");
        let byte = |at: usize| text.char_indices().nth(at).map_or(text.len(), |(byte, _)| byte);
        let said = |place: &super::Place| &text[byte(place.range.start)..byte(place.range.end)];
        places.iter().map(|place| (place.kind, said(place))).collect()
    }

    #[test]
    fn initials_are_marked_with_an_age_or_after_a_title() {
        assert_eq!(found("M.K., 34 ans, attend."), [(Kind::Initials, "M.K., 34 ans")]);
        assert_eq!(found("A. (12 jaar) gaat niet naar school"), [(Kind::Initials, "A. (12 jaar")]);
        assert_eq!(found("mevrouw K. wacht"), [(Kind::Initials, "K.")]);
        assert_eq!(found("la famille D. est à la rue"), [(Kind::Initials, "D.")]);
        assert_eq!(found("the D. family sleeps outside"), [(Kind::Initials, "D.")]);
        assert_eq!(found("Een v.z.w. en de N.V. van de K.B.C."), []);
    }

    #[test]
    fn ages_are_marked_only_with_a_place_and_a_family() {
        assert_eq!(found("3 kinderen van 2, 5 en 9 jaar"), []);
        assert_eq!(found("Een gezin in Jette met 3 kinderen"), []);
        assert_eq!(
            found("Een gezin uit Jette met 3 kinderen van 2, 5 en 9 jaar slaapt buiten."),
            [(Kind::AgePlaceFamily, "2, 5 en 9 jaar")]
        );
        assert_eq!(
            found("Une mère seule de 23 ans avec 2 enfants, à Saint-Josse."),
            [(Kind::AgePlaceFamily, "23 ans")]
        );
        assert_eq!(found("In Jette is geen plaats. Kinderen van 5 jaar wachten met 3 kinderen."), []);
    }

    #[test]
    fn rooms_are_marked_as_doors_and_not_as_counts() {
        assert_eq!(found("ze slapen in kamer 214"), [(Kind::Room, "kamer 214")]);
        assert_eq!(found("la chambre 12B est humide"), [(Kind::Room, "chambre 12B")]);
        assert_eq!(found("room 7 of the shelter is cold"), [(Kind::Room, "room 7")]);
        assert_eq!(found("bed 12 in de nachtopvang"), [(Kind::Room, "bed 12")]);
        assert_eq!(found("een kamer 4 personen, chambre 3 personnes, 2 kamers"), []);
        assert_eq!(found("de Kamer 2024 stemde"), []);
    }

    #[test]
    fn an_illness_is_marked_with_an_origin_and_a_place_or_an_age() {
        assert_eq!(
            found("Een Guinese vrouw in Evere met sikkelcelziekte krijgt geen kaart."),
            [(Kind::Rare, "sikkelcelziekte")]
        );
        assert_eq!(found("Kinderen met autisme wachten op een school in Evere."), []);
        assert_eq!(found("Syrische gezinnen in Evere wachten."), []);
    }
}
