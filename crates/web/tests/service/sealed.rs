//! What was filed without a network: sealed on the phone, taken once, and looked at like a form.

use std::collections::BTreeMap;

use hpke::aead::AesGcm128;
use hpke::kdf::HkdfSha256;
use hpke::kem::DhP256HkdfSha256;
use hpke::{Deserializable, Kem, OpModeS, Serializable};
use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;
use serde_json::{Value, json};
use testkit::{code, network, structural_signal};

use crate::actor::Actor;
use crate::filing::{ANSWERS, PROBLEM, signal, signals_of};
use crate::world::World;

/// Seals an item as the page does.
fn sealed(actor: &Actor, client_id: &str, filing: &Value) -> Value {
    let told: Value = serde_json::from_str(&actor.get("/file/key").body).unwrap();
    let key = data_encoding::BASE64URL_NOPAD.decode(told["key"].as_str().unwrap().as_bytes()).unwrap();
    let key = <DhP256HkdfSha256 as Kem>::PublicKey::from_bytes(&key).unwrap();
    let (enc, ciphertext) = hpke::single_shot_seal_with_rng::<AesGcm128, HkdfSha256, DhP256HkdfSha256>(
        &OpModeS::Base,
        &key,
        b"megafoon filing v1",
        format!("{filing}      ").as_bytes(),
        client_id.as_bytes(),
        &mut ChaCha8Rng::seed_from_u64(3),
    )
    .unwrap();
    let text = |bytes: &[u8]| data_encoding::BASE64URL_NOPAD.encode(bytes);
    json!({ "client_id": client_id, "key_id": told["key_id"], "enc": text(&enc.to_bytes()), "ciphertext": text(&ciphertext) })
}

fn filing(answers: &[(&str, &str)]) -> Value {
    let mut all: BTreeMap<&str, String> = BTreeMap::new();
    for (name, value) in ANSWERS {
        all.entry(name)
            .and_modify(|text| *text = format!("{text}|{value}"))
            .or_insert_with(|| value.to_owned());
    }
    all.extend(answers.iter().map(|(name, value)| (*name, (*value).to_owned())));
    json!({ "schema": 1, "filed_day": "2026-01-14", "answers": all })
}

fn send(actor: &Actor, item: &Value) -> (u16, Value) {
    let session: Value = serde_json::from_str(&actor.get("/file/session").body).unwrap();
    let answer =
        actor.post_json("/file/sealed", &item.to_string(), &[("x-csrf", session["csrf"].as_str().unwrap())]);
    (answer.status, serde_json::from_str(&answer.body).unwrap_or(Value::Null))
}

const ONE: &str = "5b2f8a50-6a1e-4c7d-9d34-0f6f1a2b3c4d";
const TWO: &str = "7c3f8a50-6a1e-4c7d-9d34-0f6f1a2b3c4e";

#[test]
fn what_waited_on_a_phone_is_taken_once() {
    let world = World::new();
    let filer = world.signed_in("filer");
    let item = sealed(&filer, ONE, &filing(&[("cause", "not-obtained")]));
    let (status, told) = send(&filer, &item);
    assert_eq!(status, 201, "{told}");
    let receipt = told["receipt"].as_str().unwrap().to_owned();
    let filed = world.store.signal(signal(&world, &receipt)).unwrap();
    assert_eq!(filed.submission.problem, PROBLEM);
    assert_eq!((filed.submission.tried.len(), filed.submission.cause.code()), (2, "not-obtained"));
    assert_eq!(filed.line.filer, Some(world.accounts["filer"]));

    let (status, told) = send(&filer, &item);
    assert_eq!((status, told["receipt"].as_str()), (200, Some(receipt.as_str())));
    // The form that became the item, sent after all.
    let (status, told) = send(&filer, &sealed(&filer, ONE, &filing(&[("impact", "Anders.")])));
    assert_eq!((status, &told["error"]["code"]), (409, &json!("other-content")));
    assert_eq!(signals_of(&world, "filer"), 1);
}

#[test]
fn a_sealed_item_is_looked_at_exactly_as_a_form() {
    let world = World::new();
    let filer = world.signed_in("filer");
    let (status, told) =
        send(&filer, &sealed(&filer, ONE, &filing(&[("problem", "Bel 0477 12 34 56."), ("place", "")])));
    assert_eq!((status, &told["error"]["code"]), (422, &json!("personal-data")));
    let fields = told["error"]["fields"].to_string();
    assert!(fields.contains("\"phone\"") && fields.contains("\"missing\""), "{fields}");
    assert!(!told.to_string().contains("0477"));
    assert!(!world.stores("0477 12 34 56"));

    let item = sealed(&filer, ONE, &filing(&[]));
    let with = |name: &str, value: &str| {
        let mut item = item.clone();
        item[name] = json!(value);
        item
    };
    assert_eq!(send(&filer, &with("client_id", TWO)).0, 422, "an item belongs to its client id");
    assert_eq!(send(&filer, &with("ciphertext", "AAAA")).0, 422);
    assert_eq!(send(&filer, &with("key_id", "0000000000000000")).0, 410);
    assert_eq!(
        filer.post_json("/file/sealed", &item.to_string(), &[]).status,
        403,
        "without the mark of the visit"
    );
    assert_eq!(signals_of(&world, "filer"), 0);
}

#[test]
fn a_sealed_item_goes_under_the_name_it_was_written_under_or_not_at_all() {
    let world = World::new();
    let filer = world.signed_in("filer");
    let session: Value = serde_json::from_str(&filer.get("/file/session").body).unwrap();
    assert_eq!(session["signed_in"], true);
    let mut mine = filing(&[]);
    mine["filer"] = session["filer"].clone();
    let item = sealed(&filer, ONE, &mine);
    let visitor = world.visitor();
    assert_eq!(send(&visitor, &item).0, 401);
    let (status, told) = send(&world.signed_in("colleague"), &item);
    assert_eq!((status, &told["error"]["code"]), (403, &json!("other-account")));
    assert_eq!(send(&filer, &item).0, 201);

    // A card's item carries the card.
    let token = world.token();
    let card = world
        .store
        .add_card(&code("gamma"), Some(&code("alfa")), "Kaart", web::hash_of_token(&token), None)
        .unwrap();
    let mut by_card = filing(&[]);
    by_card["card"] = json!(token);
    let (status, told) = send(&visitor, &sealed(&visitor, TWO, &by_card));
    assert_eq!(status, 201, "{told}");
    let filed = world.store.signal(signal(&world, told["receipt"].as_str().unwrap())).unwrap();
    assert_eq!((filed.line.organisation, filed.line.filer), (code("gamma"), None));
    world.store.revoke_card(card, None).unwrap();
    let (status, told) = send(&visitor, &sealed(&visitor, ONE, &by_card));
    assert_eq!((status, &told["error"]["code"]), (422, &json!("card-revoked")));
}

#[test]
fn a_file_of_sealed_items_is_taken_from_another_device() {
    let world = World::new();
    let filer = world.signed_in("filer");
    let items = [
        sealed(&filer, ONE, &filing(&[])),
        sealed(&filer, TWO, &filing(&[("problem", "Mail naar a@b.be.")])),
    ];
    let file = json!({ "megafoon": "sealed filings", "schema": 1, "items": items }).to_string();
    let upload = |file: &str| {
        let mark = filer.mark();
        let body = format!(
            "--x\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n{mark}\r\n--x\r\nContent-Disposition: form-data; \
             name=\"file\"; filename=\"megafoon.json\"\r\nContent-Type: application/json\r\n\r\n{file}\r\n--x--\r\n"
        );
        let cookie = format!("megafoon-session={}", filer.cookie("megafoon-session").unwrap());
        let request =
            ureq::post(format!("{}/file/queue", world.base)).config().http_status_as_error(false).build();
        let request =
            request.header("cookie", cookie).header("content-type", "multipart/form-data; boundary=x");
        let mut answer = request.send(body.as_str()).unwrap();
        (answer.status().as_u16(), answer.body_mut().read_to_string().unwrap())
    };
    for _ in 0..2 {
        let (status, page) = upload(&file);
        assert_eq!(status, 200, "{page}");
        assert!(page.contains("Ontvangstcode") && page.contains("waaraan iemand te herkennen is"), "{page}");
        assert!(!page.contains("a@b.be"));
    }
    assert_eq!(signals_of(&world, "filer"), 1);
    assert_eq!(upload("{}").0, 422);
}

#[test]
fn the_copy_for_use_without_network_belongs_to_nobody_and_all_it_needs_is_there() {
    let world = World::new();
    let mut with_problem = network();
    with_problem.structural_signals = vec![structural_signal("adres", 2, &[])];
    world.store.import_network(&with_problem).unwrap();
    for language in ["nl", "fr", "en"] {
        let list: Value = serde_json::from_str(
            &world.visitor().get(&format!("/file/offline.json?language={language}")).body,
        )
        .unwrap();
        let again: Value = serde_json::from_str(
            &world.signed_in("filer").get(&format!("/file/offline.json?language={language}")).body,
        )
        .unwrap();
        assert_eq!(list, again, "the same for everybody, and at each time of asking");
        for asset in list["assets"].as_array().unwrap() {
            assert_eq!(world.visitor().get(asset.as_str().unwrap()).status, 200, "{asset}");
        }
        for (at, from) in list["pages"].as_object().unwrap() {
            let copy = world.signed_in("filer").get(from.as_str().unwrap());
            assert_eq!(copy.status, 200, "{at}");
            assert!(copy.body.contains(&format!("<html lang=\"{language}\">")));
            assert!(copy.body.contains("data-offline-copy"));
            assert!(
                !copy.body.contains("Somebody filer") && !copy.words().contains("Titel van adres"),
                "{at}"
            );
            for (_, rest) in copy.body.match_indices("=\"/assets/").map(|(at, _)| copy.body.split_at(at + 2))
            {
                let asset = rest.split('"').next().unwrap();
                let listed = list["assets"].as_array().unwrap().iter().any(|known| known == asset);
                assert!(listed || asset.ends_with('/'), "{asset} is kept too");
            }
        }
    }
    let manifest: Value =
        serde_json::from_str(&world.visitor().in_language("fr").get("/manifest.webmanifest").body).unwrap();
    assert_eq!((&manifest["start_url"], &manifest["lang"]), (&json!("/file"), &json!("fr")));
    for icon in manifest["icons"].as_array().unwrap() {
        assert_eq!(world.visitor().get(icon["src"].as_str().unwrap()).status, 200, "{icon}");
    }
}
