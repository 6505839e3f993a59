//! Signing in, codes, links, sessions.

use testkit::Database;
use totp_rs::{Algorithm, Builder};
use web::Settings;

use crate::world::{NOON, World};

pub const PASSWORD: &str = "vier gewone woorden samen";

pub fn give_password(world: &World, name: &str) {
    let phc = web::password_hash(PASSWORD, &[5; 16]).unwrap();
    world.store.set_password(world.accounts[name], &phc).unwrap();
}

pub fn code_at(secret: &[u8], seconds: i64) -> String {
    Builder::new()
        .with_algorithm(Algorithm::SHA1)
        .with_digits(6)
        .with_step_duration(30)
        .with_secret(secret.to_vec())
        .with_account_name("x")
        .with_issuer(Some("Megafoon"))
        .build()
        .unwrap()
        .generate(seconds.unsigned_abs())
        .to_string()
}

#[test]
fn the_right_password_signs_in_and_the_wrong_one_says_the_same_as_an_unknown_account() {
    let world = World::new();
    give_password(&world, "filer");
    let wrong = world.visitor().post("/sign-in", &[("address", "filer@example.org"), ("password", "wrong")]);
    let unknown =
        world.visitor().post("/sign-in", &[("address", "nobody@example.org"), ("password", "wrong")]);
    assert_eq!((wrong.status, unknown.status), (422, 422));
    assert_eq!(wrong.words(), unknown.words());

    let filer = world.visitor();
    let answer = filer.post("/sign-in", &[("address", " Filer@Example.org "), ("password", PASSWORD)]);
    assert_eq!((answer.status, answer.location()), (303, "/"));
    assert_eq!(filer.get("/account").status, 200);
    assert!(!answer.header("set-cookie").contains(PASSWORD));
}

#[test]
fn a_sign_in_leads_to_the_page_that_was_asked_for_and_never_to_another_site() {
    let world = World::new();
    give_password(&world, "filer");
    for (to, led) in
        [("/account", "/account"), ("//evil.example", "/"), ("https://evil.example", "/"), ("/\\evil", "/")]
    {
        let fields = [("address", "filer@example.org"), ("password", PASSWORD), ("to", to)];
        assert_eq!(world.visitor().post("/sign-in", &fields).location(), led, "{to}");
    }
}

#[test]
fn a_network_coordinator_enters_only_with_a_second_factor() {
    let world = World::new();
    give_password(&world, "network");
    let somebody = world.visitor();
    let fields = [("address", "network@example.org"), ("password", PASSWORD)];
    assert_eq!(somebody.post("/sign-in", &fields).location(), "/account/second-factor");
    assert_eq!(somebody.get("/account").location(), "/sign-in/code");

    let setup = somebody.get("/account/second-factor");
    let secret =
        setup.body.split("class=\"secret\">").nth(1).unwrap().split('<').next().unwrap().replace(' ', "");
    let secret = data_encoding::BASE32_NOPAD.decode(secret.as_bytes()).unwrap();
    assert!(somebody.get("/account/second-factor.svg").body.contains("<svg"));
    assert_eq!(somebody.post("/account/second-factor", &[("code", "000000")]).status, 422);
    let code = code_at(&secret, NOON);
    assert_eq!(somebody.post("/account/second-factor", &[("code", &code)]).status, 303);
    assert_eq!(somebody.get("/account").status, 200);

    // The next time the code is asked; the same code does not serve twice.
    let again = world.visitor();
    assert_eq!(again.post("/sign-in", &fields).location(), "/sign-in/code");
    assert!(
        again.get("/sign-in/code").body.contains("maxlength=\"9\" autofocus"),
        "the code is typed at once"
    );
    assert_eq!(again.post("/sign-in/code", &[("code", &code)]).status, 422);
    world.pass(30);
    assert_eq!(again.post("/sign-in/code", &[("code", &code_at(&secret, NOON + 30))]).status, 303);
    assert_eq!(again.get("/account").status, 200);
}

#[test]
fn whoever_has_a_second_factor_cannot_set_another_with_the_password_alone() {
    let world = World::new();
    give_password(&world, "network");
    world.store.set_second_factor(world.accounts["network"], Some(vec![9; 20]), None).unwrap();
    let thief = world.visitor();
    thief.post("/sign-in", &[("address", "network@example.org"), ("password", PASSWORD)]);
    assert_eq!(thief.get("/account/second-factor").location(), "/sign-in/code");
    assert_eq!(thief.post("/account/second-factor", &[("code", "123456")]).status, 401);
}

#[test]
fn a_link_sets_a_password_once() {
    let world = World::new();
    let token = world.token();
    let account = world.accounts["filer"];
    let purpose = store::LinkPurpose::Invitation;
    world.store.make_link(web::hash_of_token(&token), account, purpose, NOON + 600, None).unwrap();
    let path = format!("/link/{token}");
    let somebody = world.visitor();
    assert!(somebody.get(&path).words().contains("Somebody filer"));
    let short = somebody.post(&path, &[("password", "short"), ("again", "short")]);
    assert_eq!(short.status, 422);
    assert_eq!(somebody.post(&path, &[("password", PASSWORD), ("again", "other than that")]).status, 422);
    assert_eq!(somebody.post(&path, &[("password", PASSWORD), ("again", PASSWORD)]).location(), "/sign-in");
    assert_eq!(somebody.get(&path).status, 404);
    let fields = [("address", "filer@example.org"), ("password", PASSWORD)];
    assert_eq!(somebody.post("/sign-in", &fields).location(), "/");
}

#[test]
fn an_old_link_opens_nothing() {
    let world = World::new();
    let token = world.token();
    let purpose = store::LinkPurpose::Reset;
    world
        .store
        .make_link(web::hash_of_token(&token), world.accounts["filer"], purpose, NOON + 600, None)
        .unwrap();
    world.pass(601);
    assert_eq!(world.visitor().get(&format!("/link/{token}")).status, 404);
}

#[test]
fn sign_out_everywhere_ends_every_session() {
    let world = World::new();
    let (here, there) = (world.signed_in("filer"), world.signed_in("filer"));
    assert!(here.get("/account").words().matches("Firefox, Linux").count() >= 2);
    assert_eq!(here.post("/account/sessions", &[("session", "*")]).status, 303);
    assert_eq!(there.get("/account").status, 303);
    assert_eq!(here.get("/account").status, 303);
}

#[test]
fn a_session_ends_by_itself() {
    let world = World::new();
    let filer = world.signed_in("filer");
    world.pass(3601);
    assert_eq!(filer.get("/account").location(), "/sign-in?to=/account");
}

#[test]
fn too_many_tries_have_to_wait() {
    let world = World::new();
    let tries = || {
        world.visitor().post("/sign-in", &[("address", "filer@example.org"), ("password", "wrong")]).status
    };
    let answers: Vec<u16> = (0..12).map(|_| tries()).collect();
    assert_eq!(answers.first(), Some(&422));
    assert_eq!(answers.last(), Some(&429), "{answers:?}");
}

#[test]
fn a_page_is_in_the_language_that_was_chosen() {
    let world = World::new();
    for (code, word) in [("nl", "Aanmelden"), ("fr", "Se connecter"), ("en", "Sign in")] {
        let page = world.visitor().in_language(code).get("/sign-in");
        assert!(page.body.contains(&format!("<html lang=\"{code}\"")), "{code}");
        assert!(page.words().contains(word), "{code}");
    }
    let accepted = world.visitor().get_with("/sign-in", &[("accept-language", "fr-BE,nl;q=0.8")]);
    assert!(accepted.words().contains("Se connecter"));
    let chosen = world.visitor();
    let answer = chosen.get_with("/language/fr", &[("referer", &format!("{}/help", world.base))]);
    assert_eq!((answer.status, answer.location()), (303, "/help"));
    assert!(chosen.get("/help").words().contains("Aide"));
    let elsewhere = chosen.get_with("/language/nl", &[("referer", "https://elsewhere.example/help")]);
    assert_eq!(elsewhere.location(), "/");
}

#[test]
fn an_administrator_changes_what_somebody_may_do_and_it_counts_at_once() {
    let world = World::new();
    let (administrator, filer) = (world.signed_in("administrator"), world.signed_in("filer"));
    let path = format!("/administration/accounts/{}", world.accounts["filer"]);
    let shown = administrator.get(&path);
    assert!(shown.words().contains("Somebody filer") && shown.body.contains("value=\"filer\" checked"));
    assert_eq!(filer.get("/organisation").status, 403);

    let coordinator =
        [("name", "Zij"), ("role", "filer"), ("role", "signal-coordinator"), ("organisation", "beta")];
    assert_eq!(administrator.post(&path, &coordinator).status, 200);
    assert_eq!(filer.get("/organisation").status, 200);
    assert!(filer.get("/account").words().contains("Zij"));

    let nowhere = administrator.post(&path, &[("name", "Zij"), ("role", "filer"), ("organisation", "")]);
    assert_eq!(nowhere.status, 422);
    assert!(nowhere.words().matches("Kies de organisatie").count() == 2, "above and at the field");
    assert_eq!(filer.get("/organisation").status, 200, "what was refused changed nothing");
    let unknown = [("name", "Zij"), ("role", "filer"), ("organisation", "nergens")];
    assert_eq!(administrator.post(&path, &unknown).status, 422);
}

#[test]
fn nobody_takes_the_administration_away_from_themselves() {
    let world = World::new();
    let administrator = world.signed_in("administrator");
    let path = format!("/administration/accounts/{}", world.accounts["administrator"]);
    let fields = [("name", "Ik"), ("role", "filer"), ("organisation", "alfa")];
    assert_eq!(administrator.post(&path, &fields).status, 422);
    assert_eq!(administrator.post(&format!("{path}/lock"), &[("lock", "yes")]).status, 422);
    assert_eq!(administrator.get("/administration").status, 200);
}

#[test]
fn a_locked_account_is_out_at_once_and_comes_back_with_its_password() {
    let world = World::new();
    give_password(&world, "filer");
    let (administrator, filer) = (world.signed_in("administrator"), world.signed_in("filer"));
    let path = format!("/administration/accounts/{}", world.accounts["filer"]);
    assert_eq!(administrator.post(&format!("{path}/lock"), &[("lock", "yes")]).status, 200);
    assert_eq!(filer.get("/account").status, 303);
    let password = [("address", "filer@example.org"), ("password", PASSWORD)];
    assert_eq!(filer.post("/sign-in", &password).status, 422);
    assert_eq!(administrator.post(&format!("{path}/lock"), &[("lock", "no")]).status, 200);
    assert_eq!(filer.post("/sign-in", &password).status, 303);
}

#[test]
fn a_new_link_is_shown_once_and_works() {
    let world = World::new();
    let administrator = world.signed_in("administrator");
    let path = format!("/administration/accounts/{}", world.accounts["filer"]);
    let made = administrator.post(&format!("{path}/link"), &[]).words();
    let link = made.split_whitespace().find(|word| word.contains("/link/")).unwrap().to_owned();
    let at = link.find("/link/").unwrap();
    assert_eq!(world.visitor().get(&link[at..]).status, 200);
    assert!(!administrator.get(&path).words().contains("/link/"));
}

#[test]
fn codes_cannot_be_tried_without_end_even_from_everywhere() {
    let settings = Settings { requests_per_minute: 0, behind_proxy: true, ..Settings::default() };
    let world = World::on(Database::of_this_run("codes"), settings);
    give_password(&world, "network");
    world.store.set_second_factor(world.accounts["network"], Some(vec![9; 20]), None).unwrap();
    let try_from = |address: String| {
        let thief = world.half_signed_in("network");
        let mark = thief.mark();
        thief.post_raw(
            "/sign-in/code",
            &[("csrf", &mark), ("code", "000000")],
            &[("x-forwarded-for", &address)],
        )
    };
    let answers: Vec<u16> = (0..12).map(|n| try_from(format!("192.0.2.{n}")).status).collect();
    assert_eq!(answers[..10], [422; 10], "{answers:?}");
    assert_eq!(answers[11], 429, "{answers:?}");
}

#[test]
fn the_administrator_changes_address_and_language_and_the_event_names_no_address() {
    let world = World::new();
    let id = world.accounts["filer"];
    let path = format!("/administration/accounts/{id}");
    let administrator = world.signed_in("administrator");
    let other = world.store.account(world.accounts["colleague"]).unwrap().address;
    let with = |address: &str| {
        let fields =
            [("name", "Nieuwe naam"), ("role", "filer"), ("organisation", "alfa"), ("language", "fr")];
        administrator.post(&path, &[&fields[..], &[("address", address)]].concat())
    };
    for wrong in ["niemand", "an@", other.as_str()] {
        let before = world.store.account(id).unwrap();
        let answer = with(wrong);
        assert_eq!(answer.status, 422, "{wrong}");
        assert!(answer.body.contains("id=\"address-error\""), "{wrong}");
        assert!(world.store.account(id).unwrap() == before, "{wrong} changes nothing");
    }
    assert_eq!(with(" Nieuw@Voorbeeld.be ").status, 200);
    let changed = world.store.account(id).unwrap();
    assert_eq!((changed.address.as_str(), changed.language), ("nieuw@voorbeeld.be", model::Language::Fr));
    assert!(administrator.get(&path).body.contains("value=\"nieuw@voorbeeld.be\""));
}
