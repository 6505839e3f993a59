//! One-time links: an organisation without an account reads all texts, answers once, and nobody else learns anything.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use mail::{Mailer, Patience, Relay, Sender};
use model::{Agreement, EditionNumber, Language, StructuralSignalId};
use store::{LogFilter, Store};
use testkit::{Database, MailServer};
use web::{Press, Settings};

use crate::actor::{Actor, Answer};
use crate::agreement::{asked, say, stances, version};
use crate::structural::{has_distinct_ids, open_edition, path, says};
use crate::world::World;

/// A national register number, as nobody may write it.
const NUMBER: &str = "85.07.30-033.28";
const DAY: i64 = 86_400;

/// The links on a page, as paths.
fn links(page: &Answer) -> Vec<String> {
    let fields = page.body.split("<input id=\"link-").skip(1);
    let urls = fields.filter_map(|rest| rest.split("value=\"").nth(1)?.split('"').next());
    urls.map(|url| format!("/agreement/by-link/{}", url.rsplit('/').next().unwrap())).collect()
}

/// The link that a coordinator makes for this organisation.
fn link_for(world: &World, organisation: &str) -> String {
    let edition = open_edition(world).to_string();
    let fields = [("edition", edition.as_str()), ("organisation", organisation), ("act", "show")];
    let page = world.signed_in("network").post("/structural/board/links", &fields);
    assert_eq!(page.status, 200, "{}", page.words());
    let [link] = &links(&page)[..] else { panic!("one link, not {:?}", links(&page)) };
    link.clone()
}

/// Sends answers, each to the version as it is now: a chapter, a stance and a remark; for good, unless `more` says otherwise.
fn send(
    world: &World,
    actor: &Actor,
    link: &str,
    said: &[(StructuralSignalId, &str, &str)],
    more: &[(&str, &str)],
) -> Answer {
    let mut fields: Vec<(String, String)> = more
        .iter()
        .filter(|(name, _)| name.starts_with("was-"))
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
        .collect();
    let page = actor.get(link);
    for (id, stance, remark) in said {
        let was = format!("was-{id}");
        if page.body.contains(&was) {
            fields.push((was.clone(), page.hidden(&was)));
        }
        fields.push((format!("version-{id}"), version(world, *id).to_string()));
        fields.push((format!("stance-{id}"), (*stance).to_owned()));
        fields.push((format!("remark-{id}"), (*remark).to_owned()));
    }
    fields.extend(more.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
    fields.push(("act".to_owned(), "send".to_owned()));
    let fields: Vec<(&str, &str)> =
        fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    actor.post(link, &fields)
}

#[test]
fn a_link_opens_as_often_as_one_likes_takes_answers_once_and_then_says_only_that() {
    let world = World::new();
    let [one, other] = asked(&world);
    let link = link_for(&world, "gamma");
    let visitor = world.visitor();
    for _ in 0..2 {
        let page = visitor.get(&link);
        assert_eq!(page.status, 200);
        says(&page, "U antwoordt voor gamma (nl).");
        says(&page, "Gevraagd tot 31 januari 2030. Alleen wie ja zegt, stemt in.");
        says(&page, "Geen referentieadres");
        has_distinct_ids(&page);
    }
    let answer =
        send(&world, &visitor, &link, &[(one, "refuses", "Te scherp."), (other, "", "")], &[("all", "yes")]);
    assert_eq!((answer.status, answer.location()), (303, link.as_str()), "{}", answer.words());
    let gamma = |stance, remark: &str| [("gamma".to_owned(), stance, remark.to_owned())];
    assert_eq!(stances(&world, one), gamma(Agreement::Refuses, "Te scherp."));
    assert_eq!(stances(&world, other), gamma(Agreement::Agrees, ""));
    let used = visitor.get(&link);
    says(&used, "Uw organisatie antwoordde op 15 januari 2026 met deze link.");
    assert!(!used.body.contains("Geen referentieadres") && !used.body.contains("gamma"));
    let again = send(&world, &visitor, &link, &[(one, "agrees", ""), (other, "agrees", "")], &[]);
    assert_eq!(again.status, 409, "somebody was first, and said something else");
    says(&again, "Iemand van uw organisatie was u voor.");
    says(&again, "Geen referentieadres Stemt in");
    assert_eq!(stances(&world, one)[0].1, Agreement::Refuses, "it was used");
    let same =
        send(&world, &visitor, &link, &[(one, "refuses", "Te scherp."), (other, "", "")], &[("all", "yes")]);
    assert_eq!(same.location(), link, "sent twice, it is what counts already");
    let board = world.signed_in("network").get("/structural/board");
    says(&board, "gamma (nl) 1 1 0 Gebruikt op 15 januari 2026");
}

#[test]
fn every_text_is_answered_and_what_was_typed_comes_back_where_something_is_wrong() {
    let world = World::new();
    let [one, other] = asked(&world);
    let link = link_for(&world, "beta");
    let visitor = world.visitor();
    let open = send(&world, &visitor, &link, &[(one, "refuses", "Te scherp."), (other, "", "")], &[]);
    assert_eq!(open.status, 422);
    says(&open, "Tekst 2: Kies of uw organisatie instemt.");
    assert!(open.body.contains("Te scherp.</textarea>"));
    has_distinct_ids(&open);
    let personal = format!("Zie {NUMBER}.");
    let blocked = send(&world, &visitor, &link, &[(one, "refuses", &personal), (other, "agrees", "")], &[]);
    assert_eq!(blocked.status, 422);
    assert!(!world.stores(NUMBER));
    let mute = send(&world, &visitor, &link, &[(one, "refuses", ""), (other, "agrees", "")], &[]);
    assert_eq!(mute.status, 422, "a refusal needs a reason");
    let loose = send(&world, &visitor, &link, &[(one, "", "Toch iets."), (other, "", "")], &[("all", "yes")]);
    assert_eq!(loose.status, 422, "words without a choice are not passed over");
    assert!(stances(&world, one).is_empty() && stances(&world, other).is_empty());
    let (mark, now) = (visitor.mark(), [one, other].map(|id| version(&world, id).to_string()));
    let page = visitor.get(&link);
    let was = [one, other].map(|id| page.hidden(&format!("was-{id}")));
    let fields = [
        ("csrf", mark),
        ("switch", "fr".to_owned()),
        ("all", "yes".to_owned()),
        (&*format!("was-{one}"), was[0].clone()),
        (&*format!("was-{other}"), was[1].clone()),
        (&*format!("version-{one}"), now[0].clone()),
        (&*format!("version-{other}"), now[1].clone()),
        (&*format!("stance-{one}"), "refuses".to_owned()),
        (&*format!("remark-{one}"), "Te scherp.".to_owned()),
    ];
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let unsure = visitor.post_raw(&link, &fields, &[]);
    assert_eq!(unsure.status, 200, "a browser that says nothing of itself sends nothing either");
    let french =
        visitor.post_raw(&format!("{link}?switch=fr"), &fields, &[("sec-fetch-site", "same-origin")]);
    assert_eq!(french.status, 200);
    says(&french, "Votre organisation est-elle d’accord ?");
    assert!(french.body.contains("Te scherp.</textarea>"), "the words stay");
    assert!(french.body.contains("value=\"refuses\" checked"), "so does the choice");
    assert!(stances(&world, one).is_empty(), "reading in another language sends nothing");
    let remark = send(&world, &visitor, &link, &[(one, "agrees", "Goed zo."), (other, "agrees", "")], &[]);
    assert_eq!(remark.status, 303);
    assert_eq!(stances(&world, one)[0].1, Agreement::AgreesWithRemark, "a remark beside a yes is kept");
}

#[test]
fn recommendations_are_signed_too_and_everything_is_shown_once_more_before_it_is_sent() {
    let world = World::new();
    let [one, other] = asked(&world);
    let network = world.signed_in("network");
    let recommend = |version: &str, more: &[(&str, &str)]| {
        let sentence = ("recommendation-nl", "Geef elk gezin een adres.");
        let fields = [("version", version), sentence, ("stance", "do"), ("addressee", "cpas")];
        network.post(&path(one, "/recommendation"), &[&fields[..], more].concat()).status
    };
    assert_eq!(recommend("0", &[]), 303);
    let link = link_for(&world, "gamma");
    let visitor = world.visitor();
    let page = visitor.get(&link);
    says(&page, "Welke aanbevelingen ondertekent u mee?");
    has_distinct_ids(&page);
    let (name, asks) = (format!("sign-{one}"), page.hidden(&format!("read-{one}")));
    let read = format!("read-{one}");
    let signs = [(read.as_str(), asks.as_str()), (name.as_str(), asks.as_str()), ("all", "yes")];
    let answer = |act: &str| {
        let said = [(one, "", ""), (other, "refuses", "Te scherp.")];
        let mut more = signs.to_vec();
        more.insert(0, ("act", act));
        send(&world, &visitor, &link, &said, &more)
    };
    let check = answer("");
    assert_eq!(check.status, 200);
    says(&check, "Klopt dit?");
    says(&check, "Mee ondertekend: Geef elk gezin een adres.");
    says(&check, "Te scherp.");
    assert!(stances(&world, one).is_empty() && stances(&world, other).is_empty(), "nothing was sent");
    let again = answer("change");
    assert_eq!(again.status, 200);
    assert!(
        again.body.contains("Te scherp.</textarea>")
            && again.body.contains(&format!("id=\"{name}-0\" name=\"{name}\" value=\"{asks}\" checked"))
    );
    let unread = send(&world, &visitor, &link, &[(one, "agrees", ""), (other, "agrees", "")], &[]);
    assert_eq!(unread.status, 409, "a recommendation that was not on the page");
    assert_eq!(answer("send").location(), link);
    // A colleague who comes after it, and signs nothing, reads which signature that would have changed.
    let fields = [(read.as_str(), asks.as_str()), ("all", "yes")];
    let late = send(&world, &visitor, &link, &[(one, "", ""), (other, "refuses", "Te scherp.")], &fields);
    assert_eq!(late.status, 409);
    says(&late, "Niet meer ondertekend: Geef elk gezin een adres.");
    let signed = world.store.structural_signal(one).unwrap().entry.recommendations[0].signed_by.clone();
    assert_eq!(signed, [testkit::code("gamma")]);
    assert_eq!(stances(&world, other)[0].1, Agreement::Refuses);
    let log = world.signed_in("network").get("/log");
    says(&log, "gamma (nl), via een link van Somebody network");
    // And the other way round: what a colleague signs too late is named.
    let link = link_for(&world, "beta");
    let beta = |more: &[(&str, &str)]| {
        send(&world, &visitor, &link, &[(one, "", ""), (other, "refuses", "Te scherp.")], more)
    };
    assert_eq!(beta(&fields).location(), link);
    let late = beta(&signs);
    assert_eq!(late.status, 409);
    says(&late, "Mee ondertekend: Geef elk gezin een adres.");
    assert_eq!(beta(&fields).location(), link, "the same once more");
}

#[test]
fn a_text_that_changed_meanwhile_is_shown_anew_and_nothing_is_sent() {
    let world = World::new();
    let [one, other] = asked(&world);
    let link = link_for(&world, "alfa");
    let coordinator = world.signed_in("coordinator");
    assert_eq!(say(&world, &coordinator, one, version(&world, one), "refuses", "Te scherp."), 303);
    let visitor = world.visitor();
    assert!(visitor.get(&link).body.contains("Te scherp.</textarea>"), "what was said before stands there");
    let (edition, was) = (open_edition(&world).to_string(), version(&world, one).to_string());
    let text = [("edition", edition.as_str()), ("version", &was), ("title-nl", "Nergens een adres")];
    assert_eq!(world.signed_in("network").post(&path(one, "/text"), &text).status, 303);
    let page = visitor.get(&link);
    let answers = [
        (format!("was-{one}"), page.hidden(&format!("was-{one}"))),
        (format!("was-{other}"), page.hidden(&format!("was-{other}"))),
        (format!("version-{one}"), was),
        (format!("stance-{one}"), "agrees".to_owned()),
        (format!("version-{other}"), version(&world, other).to_string()),
        (format!("stance-{other}"), "refuses".to_owned()),
        (format!("remark-{other}"), "Niet volledig.".to_owned()),
        ("act".to_owned(), "send".to_owned()),
    ];
    let fields: Vec<(&str, &str)> = answers.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    let answer = visitor.post(&link, &fields);
    assert_eq!(answer.status, 409);
    says(&answer, "Nergens een adres");
    says(&answer, "Deze tekst is nieuw, of veranderd terwijl u las.");
    assert!(answer.body.contains("Niet volledig.</textarea>"));
    assert_eq!(answer.body.matches(" checked").count(), 1, "the choice for the old text is gone");
    assert!(stances(&world, other).is_empty(), "all or nothing");
    let answer = send(&world, &visitor, &link, &[(one, "agrees", ""), (other, "agrees", "")], &[]);
    assert_eq!(answer.location(), link, "it was not used up");
    assert_eq!(stances(&world, one)[0].1, Agreement::Agrees);
}

#[test]
fn what_a_colleague_said_meanwhile_is_shown_and_not_written_over() {
    let world = World::new();
    let [one, other] = asked(&world);
    let link = link_for(&world, "alfa");
    let visitor = world.visitor();
    let read = visitor.get(&link);
    let [was, was_other] = [one, other].map(|id| read.hidden(&format!("was-{id}")));
    let coordinator = world.signed_in("coordinator");
    assert_eq!(say(&world, &coordinator, one, version(&world, one), "refuses", "Te scherp."), 303);
    let (name, name_other) = (format!("was-{one}"), format!("was-{other}"));
    let as_read = [(name.as_str(), was.as_str()), (name_other.as_str(), was_other.as_str())];
    let stale = send(&world, &visitor, &link, &[(one, "agrees", ""), (other, "agrees", "")], &as_read);
    assert_eq!(stale.status, 409);
    says(&stale, "Iemand van uw organisatie antwoordde terwijl u las");
    says(&stale, "Te scherp.");
    assert_eq!(stances(&world, one)[0].1, Agreement::Refuses, "it stands");
    assert!(stances(&world, other).is_empty(), "all or nothing");
    let again = send(&world, &visitor, &link, &[(one, "agrees", ""), (other, "agrees", "")], &[]);
    assert_eq!(again.location(), link, "whoever read it may say something else");
    assert_eq!(stances(&world, one)[0].1, Agreement::Agrees);
}

#[test]
fn a_link_that_is_unknown_ended_replaced_or_taken_back_tells_nothing_and_guessing_is_counted() {
    let world = World::new();
    let [one, other] = asked(&world);
    let replaced = link_for(&world, "alfa");
    let link = link_for(&world, "alfa");
    let revoked = link_for(&world, "beta");
    let edition = open_edition(&world).to_string();
    let fields = [("edition", edition.as_str()), ("organisation", "beta")];
    let network = world.signed_in("network");
    assert_eq!(
        network.post("/structural/board/links/revoke", &fields).location(),
        "/structural/board?done=link-revoked"
    );
    assert_eq!(network.post("/structural/board/links/revoke", &fields).status, 404);
    let visitor = world.visitor();
    let unknown = visitor.get("/agreement/by-link/none");
    assert_eq!(unknown.status, 404);
    for path in [&replaced, &revoked] {
        let page = visitor.get(path);
        assert_eq!((page.status, page.words()), (404, unknown.words()));
        let sent = send(&world, &visitor, path, &[(one, "agrees", ""), (other, "agrees", "")], &[]);
        assert_eq!(sent.status, 404);
    }
    let page = visitor.get(&link);
    assert_eq!(page.header("cache-control"), "no-store");
    assert_eq!(page.header("referrer-policy"), "same-origin");
    let days = (chrono::NaiveDate::from_ymd_opt(2030, 1, 31).unwrap() - testkit::today()).num_days();
    world.pass(days * DAY);
    assert_eq!(visitor.get(&link).status, 200, "it is good for the whole last day");
    world.pass(DAY);
    assert_eq!(visitor.get(&link).status, 404);
    while visitor.get("/agreement/by-link/guess").status != 429 {}
    assert!(stances(&world, one).is_empty());
    let token = link.rsplit('/').next().unwrap();
    assert!(!world.stores(token), "only its hash is kept");
    assert!(world.log.lock().unwrap().iter().all(|line| !line.contains(token)));
}

#[test]
fn the_log_tells_that_a_link_spoke_and_whose_it_was_and_an_account_makes_no_link_of_its_own() {
    let world = World::new();
    let [one, other] = asked(&world);
    let link = link_for(&world, "gamma");
    send(&world, &world.visitor(), &link, &[(one, "agrees", ""), (other, "agrees", "")], &[]);
    let filter = LogFilter { kinds: vec!["agreement-given".to_owned()], ..LogFilter::default() };
    let (entries, _) = world.store.log(&filter, 10).unwrap();
    assert_eq!(entries.len(), 2);
    for entry in entries {
        assert_eq!(entry.detail["organisation"], "gamma");
        assert_eq!(entry.detail["link_of"], world.accounts["network"].to_string().as_str());
        assert!(entry.detail["by"].is_null());
    }
    says(&world.signed_in("network").get("/log"), "gamma (nl), via een link van Somebody network");
    assert!(
        world
            .signed_in("network")
            .get("/log.csv")
            .body
            .contains("gamma (nl), via een link van Somebody network")
    );
    says(&world.signed_in("network").get("/log"), "Link om te antwoorden gemaakt");
}

#[test]
fn links_for_all_who_are_silent_are_mailed_without_content_to_who_can_be_reached() {
    let server = MailServer::start();
    let relay = Relay::parse(&server.setting()).unwrap();
    let sender = Sender::parse("noreply@example.org").unwrap();
    let patience = Patience { timeout: Duration::from_secs(2), waits: vec![Duration::from_millis(50); 2] };
    let mailer = Mailer::new(&relay, &sender, patience, Box::new(|_| ())).unwrap();
    let settings = Settings { requests_per_minute: 0, mailer: Some(mailer), ..Settings::default() };
    let world = World::on(Database::sqlite(), settings);
    let [one, other] = asked(&world);
    let coordinator = world.signed_in("coordinator");
    for id in [one, other] {
        assert_eq!(say(&world, &coordinator, id, version(&world, id), "agrees", ""), 303);
    }
    let edition = open_edition(&world).to_string();
    let page =
        world.signed_in("network").post("/structural/board/links", &[("edition", &edition), ("act", "mail")]);
    says(&page, "beta (nl) Gemaild naar één signaalcoördinator.");
    says(&page, "gamma (nl) Deze organisatie heeft geen signaalcoördinator met een account");
    assert!(!page.words().contains("alfa (nl)"), "it has answered");
    assert_eq!(links(&page).len(), 1, "the mail took the other");
    let [mail] = &server.arrived()[..] else { panic!("one mail, not {}", server.arrived().len()) };
    assert!(mail.to.contains("other-coordinator@example.org"), "{}", mail.to);
    let everything = mail.everything();
    for word in ["referentieadres", "medische", "beta", "Somebody"] {
        assert!(!everything.contains(word), "{word} in {everything}");
    }
    let text = mail.text();
    let token = text.split("/agreement/by-link/").nth(1).unwrap().split_whitespace().next().unwrap();
    says(&world.visitor().get(&format!("/agreement/by-link/{token}")), "U antwoordt voor beta (nl).");
}

#[test]
fn links_asked_for_a_second_time_say_who_holds_one_and_are_made_anew_only_when_told_to() {
    let world = World::new();
    let edition = open_edition(&world).to_string();
    let network = world.signed_in("network");
    let fields = [("edition", edition.as_str()), ("deadline", "2030-01-31"), ("act", "show")];
    assert_eq!(network.post("/structural/board", &fields).status, 303);
    says(&network.post("/structural/board/links", &fields), "Deze editie heeft nog geen teksten");
    let chapters = asked(&world);
    let make = |more: &[(&str, &str)]| {
        let fields: Vec<_> =
            [("edition", edition.as_str()), ("act", "show")].iter().chain(more).copied().collect();
        network.post("/structural/board/links", &fields)
    };
    let first = make(&[]);
    assert_eq!(first.body.matches("data-copy=\"link-").count(), 3, "one row and one button each");
    says(&first, "U ziet deze links alleen nu.");
    let before = links(&first);
    assert_eq!(before.len(), 3);
    says(&network.get("/structural/board"), "Link opnieuw maken : alfa (nl)");

    let second = make(&[]);
    assert_eq!((second.status, links(&second).len()), (200, 0));
    says(&second, "Wie nog zwijgt, heeft al een link.");
    says(&second, "alfa (nl): Gemaakt op");
    says(&second, "De oude links werken vanaf dan niet meer");
    assert_eq!(world.visitor().get(&before[0]).status, 200, "the first ones still count");

    let again = make(&[("again", "yes")]);
    assert_eq!(links(&again).len(), 3);
    assert_eq!(world.visitor().get(&before[0]).status, 404, "the first ones count no more");
    let said: Vec<_> = chapters.iter().map(|id| (*id, "agrees", "")).collect();
    for link in links(&again) {
        send(&world, &world.visitor(), &link, &said, &[]);
    }
    says(&make(&[]), "Elke organisatie heeft geantwoord.");
    assert_eq!(make(&[("organisation", "nobody")]).status, 404);
}

/// Prints the language of its readers, and counts how often.
#[derive(Debug, Default)]
struct Counting(AtomicUsize);

impl Press for Counting {
    fn pack(&self, _: &Store, edition: EditionNumber, language: Language) -> Result<Vec<u8>, web::Error> {
        self.0.fetch_add(1, Ordering::SeqCst);
        Ok(format!("edition {edition} in {language}").into_bytes())
    }

    fn foresee(&self, _: &Store, _: chrono::NaiveDate) -> Result<web::Foreseeing, web::Error> {
        Ok(web::Foreseeing::Nothing)
    }
}

#[test]
fn the_texts_are_typeset_once_for_the_same_versions_and_only_for_whoever_is_asked() {
    let press = Arc::new(Counting::default());
    let settings = Settings {
        requests_per_minute: 0,
        press: Some(Arc::<Counting>::clone(&press)),
        ..Settings::default()
    };
    let world = World::on(Database::sqlite(), settings);
    let coordinator = world.signed_in("coordinator");
    assert_eq!(coordinator.get("/agreement/pack.pdf").status, 404, "nobody is asked yet");
    let [one, other] = asked(&world);
    let link = link_for(&world, "gamma");
    let visitor = world.visitor().in_language("fr");
    assert!(visitor.get(&link).body.contains(&format!("href=\"{link}/pack.pdf\"")));
    assert!(coordinator.get("/agreement").body.contains("href=\"/agreement/pack.pdf\""));
    let edition = open_edition(&world);
    for _ in 0..2 {
        let pack = coordinator.get("/agreement/pack.pdf");
        assert_eq!(pack.header("content-type"), "application/pdf");
        assert_eq!(pack.header("cache-control"), "no-store");
        assert_eq!(pack.body, format!("edition {edition} in nl"));
        assert_eq!(visitor.get(&format!("{link}/pack.pdf")).body, format!("edition {edition} in fr"));
    }
    assert_eq!(press.0.load(Ordering::SeqCst), 2, "once for each language");
    let (number, was) = (edition.to_string(), version(&world, one).to_string());
    let text = [("edition", number.as_str()), ("version", &was), ("title-nl", "Nergens een adres")];
    assert_eq!(world.signed_in("network").post(&path(one, "/text"), &text).status, 303);
    coordinator.get("/agreement/pack.pdf");
    assert_eq!(press.0.load(Ordering::SeqCst), 3, "a changed text makes another one");
    let sentence = ("recommendation-nl", "Geef elk gezin een adres.");
    let fields = [("version", "0"), sentence, ("stance", "do"), ("addressee", "cpas")];
    assert_eq!(world.signed_in("network").post(&path(one, "/recommendation"), &fields).status, 303);
    coordinator.get("/agreement/pack.pdf");
    assert_eq!(press.0.load(Ordering::SeqCst), 4, "so does a new recommendation");
    assert_eq!(world.visitor().get("/agreement/by-link/none/pack.pdf").status, 404);
    assert_eq!(world.signed_in("filer").get("/agreement/pack.pdf").status, 403);
    let read = format!("read-{one}");
    let asks = visitor.get(&link).hidden(&read);
    send(&world, &visitor, &link, &[(one, "agrees", ""), (other, "agrees", "")], &[(&read, &asks)]);
    assert_eq!(visitor.get(&format!("{link}/pack.pdf")).status, 404, "a used link opens nothing");
}
