# What the command line says. Names of files, codes and options are printed as they are; nothing that a person wrote
# in a signal ever stands in a message.

## Bestanden inlezen

import-checking = { $file } wordt nagekeken …
import-storing = { $file } wordt bewaard …
import-refused-row = Regel { $line }: { $reason }
import-read = { $count ->
        [one] { $count } rij gelezen
       *[other] { $count } rijen gelezen
    }
import-refused = { $count ->
        [0] geen enkele geweigerd
        [one] { $count } geweigerd
       *[other] { $count } geweigerd
    }
import-added = { $count ->
        [0] Er kwam geen signaal bij.
        [one] { $count } signaal toegevoegd.
       *[other] { $count } signalen toegevoegd.
    }
import-known = { $count ->
        [one] { $count } signaal stond er al en bleef ongewijzigd.
       *[other] { $count } signalen stonden er al en bleven ongewijzigd.
    }
import-same-file = { $file } is al eens ingelezen: er kwam niets bij.
import-weighed = { $count ->
        [one] { $count } signaal is meteen als gewogen aanvaard.
       *[other] { $count } signalen zijn meteen als gewogen aanvaard.
    }
import-dry-run = Proefdraai: er is niets bewaard.
import-nothing-stored = Van { $file } is niets bewaard, omdat er rijen geweigerd zijn. Verbeter ze, of neem met --accept-valid alleen de goede rijen op.
import-valid-stored = De geweigerde rijen zijn overgeslagen; de andere zijn opgenomen.
import-more-refused = { $count ->
        [one] … en nog { $count } geweigerde rij, hier niet getoond.
       *[other] … en nog { $count } geweigerde rijen, hier niet getoond.
    }
import-file-refused = { $file }: { $reason } Er is niets bewaard.
row-problem-columns = Deze rij heeft { $found } cellen, de kop heeft er { $expected }. Kijk na of tekst met een scheidingsteken tussen aanhalingstekens staat.
row-problem-reference-taken = ‘{ $field }’ is al gebruikt voor een ander signaal van deze organisatie. Geef dit signaal een nieuw nummer.
row-problem-error-cell = ‘{ $field }’ bevat een foutwaarde van het rekenblad. Vul de cel opnieuw in.

## Bestanden die geweigerd worden

file-problem-not-found = Dit bestand bestaat niet. Kijk de naam en de map na.
file-problem-unreadable = Dit bestand kan niet tot het einde gelezen worden. Kijk na of u het mag openen en of de schijf in orde is.
file-problem-no-room-to-check = Er is geen plaats om de nagekeken rijen tijdelijk te bewaren. Maak schijfruimte vrij en probeer opnieuw.
file-problem-empty = Dit bestand is leeg.
file-problem-binary = Dit is geen tekstbestand. Bewaar de signalen als CSV of XLSX.
file-problem-wrong-header = De eerste rij noemt niet de kolommen van een signaal.
file-problem-cut-in-the-middle = Dit bestand stopt midden in de rij die op regel { $line } begint. Maak het opnieuw aan.
file-problem-line-too-long = De rij die op regel { $line } begint, is langer dan een signaal kan zijn. Kijk de aanhalingstekens en de regeleinden na.
file-problem-bad-encoding = Regel { $line } bevat tekens in een onbekende codering. Bewaar het bestand als UTF-8.
file-problem-bomb = Dit bestand wordt bij het uitpakken veel groter dan een lijst van signalen kan zijn. Het is niet geopend.
file-problem-not-a-spreadsheet = Dit bestand is beschadigd of is geen rekenblad. Bewaar het opnieuw als XLSX of als CSV.
file-problem-unsupported = Deze vorm van rekenblad wordt niet gelezen, of er staat een wachtwoord op. Bewaar het zonder wachtwoord als XLSX of als CSV.
header-missing = Verplichte kolommen ontbreken: { $fields }.
header-unknown = { $count ->
        [one] Kolom { $columns } heeft een onbekende naam.
       *[other] Kolommen { $columns } hebben een onbekende naam.
    }
header-repeated = { $count ->
        [one] Kolom { $columns } herhaalt een eerdere kolom.
       *[other] Kolommen { $columns } herhalen een eerdere kolom.
    }

## Netwerkbestand

network-not-json = { $file } is geen geldige JSON (regel { $line }, kolom { $column }).
network-wrong-form = { $file } heeft niet de vorm van een netwerkbestand (regel { $line }, kolom { $column }).
network-problem-unknown = { $where }: de code ‘{ $code }’ komt in geen enkele lijst voor. Voeg ze toe of verbeter ze.
network-problem-repeated = { $where }: ‘{ $code }’ staat er twee keer. Laat één vermelding staan.
network-problem-missing = { $where }: dit moet ingevuld zijn en ontbreekt.
network-problem-format = { $where }: deze versie van het bestand wordt niet gelezen. Gebruik versie 1.
network-problem-frozen = { $where }: editie { $code } is bevroren, haar periode blijft zoals ze is.
network-problem-only-with-exclusion = { $where }: ‘nooit rechthebbend’ kan alleen samen met de oorzaak ‘Uitsluiting’.
network-problem-backwards = { $where }: het einde van { $code } valt voor het begin. Verbeter een van beide dagen.
network-problem-unprintable = { $where }: het teken { $code } kan niet gedrukt worden. Vervang het.
network-stored = Netwerk ingelezen: { $organisations } organisaties, { $structural } structurele signalen, { $editions } edities.
network-entries = { $label }: { $added } nieuw, { $changed } gewijzigd, { $same } ongewijzigd
network-unchanged = Het netwerk stond al zo in de databank: er is niets gewijzigd.
network-waiting-signals = { $count ->
        [one] { $count } signaal wordt genoemd maar is nog niet ingelezen; het sluit aan zodra het er is.
       *[other] { $count } signalen worden genoemd maar zijn nog niet ingelezen; ze sluiten aan zodra ze er zijn.
    }

## Uitvoer en voorbeelddata

export-done = { $count ->
        [one] { $count } rij geschreven naar { $file }.
       *[other] { $count } rijen geschreven naar { $file }.
    }
generate-done = { $count ->
        [one] { $count } kunstmatig signaal geschreven naar { $file }.
       *[other] { $count } kunstmatige signalen geschreven naar { $file }.
    }

## Stappen

step-database = Databank klaarmaken
step-network = Netwerk inlezen
step-signals = Signalen inlezen
step-freeze = Editie { $edition } bevriezen
step-aggregate = Editie { $edition }: signalen tellen
step-protect = Editie { $edition }: kleine aantallen beschermen
step-typeset = Editie { $edition }: bundel zetten ({ $language })
step-write = Editie { $edition }: bestanden schrijven
step-publish = Editie { $edition } publiceren
step-verify = Editie { $edition } nakijken
step-done = { $step }: klaar in { $seconds } s
peak-memory = Hoogste geheugengebruik: { $megabytes } MB
demo-title = Demonstratie: twee edities van een verzonnen netwerk
demo-files = De bestanden staan in { $directory }:
demo-done = Klaar in { $seconds } s.

## Edities

edition-opened = Editie { $edition } is geopend voor { $period }.
edition-frozen = Editie { $edition } is bevroren met { $signals ->
        [one] { $signals } signaal
       *[other] { $signals } signalen
    } en { $chapters ->
        [one] { $chapters } structureel signaal
       *[other] { $chapters } structurele signalen
    }.
edition-published = Editie { $edition }, revisie { $revision }, is gepubliceerd.
edition-line = Editie { $edition } · { $period } · { $state } · revisie { $revision }
edition-none = Er is nog geen editie.
edition-unknown = Editie { $edition } bestaat niet.
edition-not-frozen = Editie { $edition } is nog niet bevroren. Bevries ze eerst met megafoon edition freeze.
edition-already-frozen = Editie { $edition } is al bevroren.
edition-overlaps = De periode overlapt met editie { $edition }.
freeze-refused = Editie { $edition } kan niet bevroren worden.
freeze-missing-texts = Deze teksten staan nog niet in het Nederlands en in het Frans:
freeze-missing-signals = Deze signalen worden genoemd maar zijn niet ingelezen:
freeze-missing-signal = { $organisation }, referentie { $reference }
freeze-withheld = Niet gedrukt: { $title } ({ $reason })
publish-refused = Editie { $edition } wordt niet gepubliceerd: de eigen controles zijn niet geslaagd.

## Bundel en controle

bundle-written = { $count ->
        [one] { $count } bestand geschreven in { $directory }.
       *[other] { $count } bestanden geschreven in { $directory }.
    }
bundle-exists = { $directory } bestaat al en is ongewijzigd gelaten.
bundle-waiting = Een andere opmaak is bezig; deze wacht tot die klaar is.
bundle-busy = Een andere opmaak is bezig. Probeer het straks opnieuw.
verify-same = Editie { $edition }: alle { $count } bestanden en cijfers komen overeen met het bevroren record.
verify-differs = { $file } verschilt van wat het bevroren record oplevert.
verify-missing = { $file } ontbreekt.
verify-extra = { $file } hoort niet bij deze editie.
verify-failed = { $count ->
        [one] { $count } afwijking gevonden.
       *[other] { $count } afwijkingen gevonden.
    }

## Databank en instellingen

database-ready = De databank is klaar.
database-chain-whole = De keten van { $count ->
        [one] { $count } gebeurtenis
       *[other] { $count } gebeurtenissen
    } is volledig.
database-chain-broken = De keten van gebeurtenissen breekt bij gebeurtenis { $event }.
database-head-differs = De keten komt niet overeen met de kop die in { $file } gedrukt staat.
database-backed-up = De databank is bewaard in { $file } en nagekeken.
database-restored = De databank is teruggezet uit { $file } en nagekeken.
database-unavailable = De databank is niet bereikbaar. Kijk het adres en de rechten na.
database-unknown-address = Dit is geen adres van een databank. Schrijf sqlite://BESTAND of postgres://…
database-not-empty = De databank is niet leeg. Kies een andere om in terug te zetten.
error-not-found = Dit is er niet: { $what }.
error-conflict = Dit strijdt met wat er al staat: { $what }.
error-broken = Er klopt iets niet met de bewaarde gegevens. Draai megafoon database check en bewaar een kopie voor u verdergaat.
disk-unavailable = Er kan niet geschreven worden in { $directory }. Kijk de rechten en de vrije ruimte na.
settings-unknown-key = Onbekende instelling: { $key }.
settings-wrong-value = De waarde van { $key } is niet geldig.
settings-no-smtp = Er is geen mailserver ingesteld. Geef smtp en mail_from op in megafoon.toml, of doe het zonder mail.
settings-mail-from = Bij smtp hoort ook mail_from: het adres dat de mails stuurt.
settings-wrong-clock = De klok van deze computer staat verkeerd. Zet ze juist en probeer opnieuw.
verify-differs-at = { $file } wijkt af van wat het bevroren record geeft, vanaf byte { $byte }.
verify-figure = Een ander cijfer of woord in tables.json, op { $place }.
verify-no-edition = Deze map bevat geen uitgave van een editie: er is geen leesbaar manifest.json.
edition-published-otherwise = Editie { $edition } is al gepubliceerd met een andere inhoud. Een gepubliceerde revisie verandert niet.
edition-record-broken = Het bevroren record van editie { $edition } is beschadigd. Zet een back-up terug.
demo-in-use = In { $directory } staat een databank die niet van de demonstratie is. Kies een andere map.
demo-pages = { $file } ({ $pages } bladzijden)
import-pre-signals = { $count ->
        [one] { $count } signaal is een pre-signaal: het telt pas mee wanneer een coördinator het aanvaardt (--accept).
       *[other] { $count } signalen zijn pre-signalen: ze tellen pas mee wanneer een coördinator ze aanvaardt (--accept).
    }
import-accepted-now = { $count ->
        [one] { $count } pre-signaal dat er al stond, is nu aanvaard.
       *[other] { $count } pre-signalen die er al stonden, zijn nu aanvaard.
    }
freeze-no-signals = Editie { $edition } telt geen enkel aanvaard signaal. Lees de signalen in met --accept, of kijk na of hun maand in de periode valt.
problem-allowed = Toegelaten codes: { $codes }.
edition-exists = Editie { $edition } bestaat al. Kies het volgende nummer.
edition-period-wrong = De laatste maand van de periode ligt vóór de eerste. Keer --from en --to om.
database-missing = Er is geen databank op { $place }. Kijk het adres na, of begin een nieuwe met megafoon import network.
database-not-a-backup = { $file } is geen volledige back-up van dit programma. Er is niets teruggezet.
database-heads-known = { $count ->
        [one] { $count } manifest komt overeen met de keten.
       *[other] { $count } manifesten komen overeen met de keten.
    }
bundle-foreign-folder = { $directory } bevat iets anders dan deze editie en wordt niet vervangen. Kies een andere map of verplaats wat er staat.
publish-language-missing = Editie { $edition } wordt niet gepubliceerd: de bundel moet er in het Nederlands en het Frans zijn. Maak hem met megafoon bundle --language all.
edition-out-of-order = De periode van editie { $edition } moet aansluiten op de volgorde van de edities, vanaf 1, zonder gedeelde maand. Kijk de nummers en maanden na met megafoon edition list.
edition-not-over = De periode van editie { $edition } loopt tot en met { $to } en is nog niet voorbij. Bevries de editie daarna.

## Service, accounts, screening

serve-ready = Megafoon staat klaar op { $url }. Stop met Ctrl-C.
serve-address = Op { $address } kan niet geluisterd worden. Kies een ander adres met --listen, of stop wat daar draait.
screen-wrong-line = Regel { $line } is geen JSON met id, text en eventueel language (nl, fr of en). Verbeter de regel en probeer opnieuw.
similar-wrong-line = Regel { $line } is geen JSON met id, text en eventueel language (nl, fr of en), cause, domain en right. Verbeter de regel en probeer opnieuw.
protect-wrong-file = Het bestand is geen plan met records als JSON: regel { $line }, kolom { $column }. Verbeter het en probeer opnieuw; docs/guard.md toont de vorm.
protect-schema = Het bestand zegt schema { $schema }; deze versie leest schema 1.
protect-period = De periode van het bestand kent deze versie niet. Schrijf de maanden als JJJJ-MM, van 1900 tot 2199.
protect-wrong-record = Record { $record } heeft geen waarde voor dimensie { $dimension }, of een die het plan niet kent. Verbeter het record of de dimensie.
protect-wrong-count = Het aantal van record { $record } is geen geheel getal onder 4294967296.
protect-no-organisation = Record { $record } noemt geen organisatie, andere wel. Noem de organisatie in elk record of in geen enkel.
protect-not-safe = Er wordt niets gepubliceerd: binnen de grenzen zijn geen tabellen gevonden waarin elk beschermd aantal veilig is. Vraag minder of grovere tabellen, of sta meer programma’s of meer tijd toe.
protect-plan-dimension = Dimensie { $name } klopt niet: ze heeft waarden nodig, elk één keer, en groepen van die waarden met codes die geen waarden zijn.
protect-plan-multiple = In dimensie { $name } kan een record meerdere waarden hebben. Maak van elke waarde een dimensie ja of nee.
protect-plan-within = Dimensie { $name } verfijnt de dimensie niet die ze noemt: ze heeft één groep nodig per waarde van die dimensie.
protect-plan-table = Tabel { $name } noemt een dimensie die er niet is, een dimensie twee keer, of twee die hetzelfde verdelen.
protect-plan-groups = Tabel { $name } toont groepen die overlappen zonder hun waarden. Toon ook de waarden.
protect-plan-forbidden = Tabel { $name } kruist wat nooit samen gepubliceerd wordt.
protect-plan-repeated = Tabel { $name } staat twee keer in het plan.
protect-plan-cyclic = Tabel { $name } sluit een kring: de tabellen zouden elkaar binden op manieren die geen enkele tabel toont. Laat ze weg, of zeg cyclic: true en laat alles beschermen over de volledige kruising, wat veel langer duurt.
protect-plan-large = Tabel { $name } heeft meer cellen dan bewaard kunnen worden. Vraag een grovere.
audit-safe = { $editions ->
        [one] { $editions } editie
       *[other] { $editions } edities
    } gelezen, { $protected } beschermde aantallen aangevallen met { $programs } programma’s: elk kan groot zijn, en elk kan niets zijn of is nooit klein.
audit-found-small = Editie { $edition }, revisie { $revision }, tabel { $table }, { $cell }: { $low } is gepubliceerd, al is het een klein aantal.
audit-found-exact = Editie { $edition }, revisie { $revision }, tabel { $table }, { $cell }: het beschermde aantal is { $low }. Het volgt uit:
    { $sum }
audit-found-between = Editie { $edition }, revisie { $revision }, tabel { $table }, { $cell }: het beschermde aantal ligt van { $low } tot { $high }. Een grens volgt uit:
    { $sum }
audit-found-least = Editie { $edition }, revisie { $revision }, tabel { $table }, { $cell }: het beschermde aantal is minstens { $low }, en kan nooit groot of klein genoeg zijn. De grens volgt uit:
    { $sum }
audit-frozen-safe = Editie { $edition }, van binnenuit: { $published } gepubliceerde aantallen opnieuw geteld, { $protected } beschermde aangevallen als buitenstaander en als elke organisatie die signaleerde ({ $attackers } aanvallers); { $witnesses } bewaarde tabellen kloppen, { $programs } programma’s voor wat zij niet tonen.
audit-frozen-count = Editie { $edition }, { $cell }: { $published } is gepubliceerd, en de gegevens tellen op tot { $counted }.
audit-frozen-primary = Editie { $edition }, { $cell }: { $published } is gepubliceerd, al beschermen de regels het: het is te klein, of komt te veel van één organisatie.
audit-frozen-witness = Editie { $edition }: bewaarde tabel { $number } strookt niet met wat gepubliceerd is.
audit-frozen-organisation = Als organisatie { $organisation }, over wat de anderen bijdragen: { $found }
network-loose-rules = De regels van het netwerk beschermen te weinig voor een editie. Nodig zijn een drempel van minstens 3, aandelen van 0 tot 1, bescherming ‘safe’ en insiders. Verbeter rules.publication.guard in het netwerkbestand.
audit-frozen-unshown = Editie { $edition }, { $cell }: geen bewaarde tabel toont dit kleine aantal zo klein en zo groot als het moet kunnen zijn.
audit-frozen-unshown-by = Editie { $edition }, { $cell }: voor organisatie { $organisation } toont geen bewaarde tabel dit kleine aantal zo klein en zo groot als het moet kunnen zijn.
audit-own-unknown = Record { $record }: ‘{ $name }’ is geen dimensie of waarde van deze edities. Verbeter het; er is niets aangevallen.
audit-loose-rules = De drempel die editie { $edition } noemt, ligt onder 3: een beschermd aantal zou bijna niets zeggen. Niets is bewezen.
audit-term = ({ $cell }, editie { $edition })
audit-stray = Editie { $edition }, { $place }: { $number } in ‘{ $words }’ { $kind ->
        [cell] is niet het gepubliceerde aantal van zijn rij en kolom.
        [share] is een percentage dat uit geen twee gepubliceerde aantallen volgt.
        [change] is een verschil dat uit geen twee gepubliceerde aantallen volgt.
        [length] is wat een lengte of een plaats in een grafiek verraadt; het getal ernaast is een ander.
        [shade] is wat een tint op een kaart verraadt buiten haar getal.
        [sheet] verschilt van tables.json.
       *[count] staat in geen gepubliceerde tabel.
    }
audit-stray-page = { $file }, bladzijde { $page }
audit-printed = { $files ->
        [one] Editie { $edition }: 1 bestand gelezen, met { $numbers } getallen, waarvan { $counts } aantallen.
       *[other] Editie { $edition }: { $files } bestanden gelezen, met { $numbers } getallen, waarvan { $counts } aantallen.
    }
audit-file = { $file }: { $why ->
        [unknown] zo’n bestand hoort niet bij een editie.
        [missing] een editie heeft dit bestand, en het ontbreekt.
        [encrypted] het bestand is versleuteld.
        [untagged] deze pdf heeft geen structuur: niet te zeggen wat erin een tabel is.
        [font] een lettertype zegt niet voor welke letters zijn tekens staan.
        [picture] een beeld, script of tekening erin valt niet te beoordelen.
        [edition] het hoort bij een andere editie dan de tabellen.
       *[broken] het bestand is niet volledig leesbaar.
    } Er is niets bewezen.
audit-apart = Edities { $editions } delen maanden en spreken elkaar tegen, tenzij signalen verbeterd, laat of ingetrokken zijn. Elk is apart aangevallen.
audit-unreadable = { $file } is geen bestand met gepubliceerde tabellen. Noem de map van een editie, zoals megafoon bundle ze maakt.
audit-own-file = De eigen records zijn geen JSON-lijst van dimensies met hun waarden: regel { $line }, kolom { $column }. Verbeter het bestand en probeer opnieuw.
audit-wrong-table = Tabel { $table } noemt een code die haar dimensies niet kennen, of een status die niet bij het aantal past. Er is niets bewezen.
audit-too-large = De tabellen binden elkaar in een kring, en hun volledige kruising is te groot om aan te vallen. Er is niets bewezen.
audit-contradiction = De aantallen van editie { $edition } spreken elkaar tegen: geen enkele tabel stemt met alle overeen. Er is niets bewezen.
audit-unsolved = De oplosser gaf geen antwoord. Er is niets bewezen.
user-address = Dit is geen e-mailadres. Schrijf het als naam@voorbeeld.be.
user-unknown-code = Een code of een id staat niet in de lijst. Kijk na met megafoon organisation list, card list of token list.
user-address-taken = Een ander account heeft dit adres al. Kies een ander adres, of maak een nieuwe link met megafoon user reset.
user-role-without-place = Aanbrengers en signaalcoördinatoren hebben een organisatie nodig (--organisation), lezers een overheid (--authority).
user-unknown = Geen account heeft dit adres. Kijk na met megafoon user list.
user-link = Geef deze link aan { $address }. Hij werkt één keer, een week lang: { $url }
user-link-sent = De link is gestuurd naar { $address }. Hij werkt één keer, een week lang.
card-link = De link van de signaalkaart, die nergens anders staat: { $url }
token-made = Het token, dat maar één keer getoond wordt: { $token }
demo-who = Wie zich kan aanmelden (alleen in de demonstratie):
demo-person = { $address } – wachtwoord { $password } ({ $role })
digest-sent = { $count ->
    [one] { $count } mail is vertrokken.
   *[other] { $count } mails zijn vertrokken.
}
digest-refused = { $count ->
    [one] De mailserver weigerde { $count } mail. Kijk het adres na met megafoon user list.
   *[other] De mailserver weigerde { $count } mails. Kijk de adressen na met megafoon user list.
}
settings-public-url = Mails leiden mensen terug naar de dienst: zet public_url op het adres waar zij hem vinden, zoals https://signalen.example.org.

## Edities volgens de kalender

due-no-calendar = In de instellingen staat geen kalender. Zet er minstens één van deze in: edition_months (hoeveel maanden een editie telt), freeze_after_days (hoeveel dagen na haar periode ze bevroren wordt), publish_after_days (hoeveel dagen daarna ze gepubliceerd wordt).
due-nothing = De kalender heeft niets te doen: de volgende stap is aan mensen.
due-next = Er is nu niets te doen. Hierna, vanaf { $day }: { $step }
due-step-open = Editie { $edition } openen
due-step-freeze = Editie { $edition } bevriezen
due-step-make = De bestanden van editie { $edition } maken
due-step-publish = Editie { $edition } publiceren
letters-written = { $count ->
    [one] { $count } antwoordbrief staat in { $directory }; die map is niet openbaar
   *[other] { $count } antwoordbrieven staan in { $directory }; die map is niet openbaar
}.
demo-folder = { $folder } ({ $count ->
    [one] { $count } bestand
   *[other] { $count } bestanden
})
bundle-unknown-authority = Die overheid kennen we niet. Kies all of een van deze codes: { $codes }.
publish-brief-missing = Editie { $edition } wordt niet gepubliceerd: elke overheid die ze aanbelangt, krijgt een brief. Maak ze met megafoon bundle --authority all.
