//! The service as a process: killed under load, it keeps what it acknowledged; and the commands around it.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Write};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use testkit::{Database, on_each_database};
use uuid::Builder;

use crate::run::Program;
use crate::world::{small, write_network};

/// A service that runs, and where.
pub struct Service {
    process: Child,
    base: String,
}

impl Service {
    pub fn start(program: &Program) -> Self {
        let mut process = Command::new(env!("CARGO_BIN_EXE_megafoon"))
            .args(["--database", &program.url, "serve", "--listen", "127.0.0.1:0"])
            .current_dir(&program.folder)
            .env("MEGAFOON_REQUESTS_PER_MINUTE", "0")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(process.stdout.take().unwrap()).read_line(&mut line).unwrap();
        // Where people find it; here that is where it listens, or some proxy's address that nobody calls.
        let base = line.split_whitespace().find(|word| word.starts_with("http")).unwrap();
        Self { base: base.trim_end_matches('.').to_owned(), process }
    }

    pub fn kill(mut self) {
        self.process.kill().unwrap();
        self.process.wait().unwrap();
    }
}

impl Drop for Service {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn token(program: &Program) -> String {
    let ran = program.run(&["--json", "token", "add", "alfa", "--label", "load"]).ends(0);
    let json: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    json["token"].as_str().unwrap().to_owned()
}

fn body(client: &str) -> String {
    format!(
        r#"{{"client_id":"{client}","problem":"Het loket aanvaardt geen aanvraag zonder afspraak.","domain":"housing","place":"21004","tried":["asked-service"],"observed":"2025-05"}}"#
    )
}

/// Sends a signal; the receipt when it was acknowledged.
fn send(agent: &ureq::Agent, base: &str, token: &str, client: &str) -> Option<(u16, String)> {
    let mut answer = agent
        .post(format!("{base}/api/v1/signals"))
        .header("authorization", format!("Bearer {token}"))
        .header("content-type", "application/json")
        .send(body(client))
        .ok()?;
    let status = answer.status().as_u16();
    let text = answer.body_mut().read_to_string().ok()?;
    let json: serde_json::Value = serde_json::from_str(&text).ok()?;
    Some((status, json["receipt"].as_str().unwrap_or_default().to_owned()))
}

fn agent() -> ureq::Agent {
    ureq::Agent::config_builder()
        .http_status_as_error(false)
        .timeout_global(Some(Duration::from_secs(10)))
        .build()
        .into()
}

#[test]
fn a_service_killed_twenty_times_under_load_keeps_every_acknowledged_signal_once() {
    on_each_database("killed_service", |database: &Database| {
        let program = Program::new(&database.folder(), database.url());
        write_network(&program.folder, &small());
        program.run(&["import", "network", "network.json"]).ends(0);
        let token = token(&program);
        let acknowledged: Arc<Mutex<BTreeMap<String, String>>> = Arc::default();
        let next = Arc::new(AtomicU64::new(1));
        let mut in_doubt = Vec::new();
        for round in 0..20 {
            let service = Service::start(&program);
            let before = acknowledged.lock().unwrap().len();
            let stop = Arc::new(AtomicBool::new(false));
            let clients: Vec<_> = (0..8)
                .map(|_| {
                    let (base, token) = (service.base.clone(), token.clone());
                    let (acknowledged, next, stop) =
                        (Arc::clone(&acknowledged), Arc::clone(&next), Arc::clone(&stop));
                    std::thread::spawn(move || {
                        let agent = agent();
                        let mut doubt = None;
                        while !stop.load(Ordering::SeqCst) {
                            let number = next.fetch_add(1, Ordering::SeqCst);
                            let client = Builder::from_random_bytes(u128::from(number).to_be_bytes())
                                .into_uuid()
                                .to_string();
                            match send(&agent, &base, &token, &client) {
                                Some((201 | 200, receipt)) => {
                                    acknowledged.lock().unwrap().insert(client, receipt);
                                }
                                Some((status, _)) => panic!("a filing was refused with {status}"),
                                None => {
                                    doubt = Some(client);
                                    break;
                                }
                            }
                        }
                        doubt
                    })
                })
                .collect();
            // Once it is at work, and a little later each round, so that it dies at different moments of it.
            let begun = Instant::now();
            while acknowledged.lock().unwrap().len() < before + 8 && begun.elapsed() < Duration::from_secs(20)
            {
                std::thread::sleep(Duration::from_millis(2));
            }
            std::thread::sleep(Duration::from_millis(round * 7));
            service.kill();
            stop.store(true, Ordering::SeqCst);
            in_doubt.extend(clients.into_iter().filter_map(|client| client.join().unwrap()));
        }
        let acknowledged = acknowledged.lock().unwrap().clone();
        assert!(acknowledged.len() > 100, "only {} were acknowledged", acknowledged.len());
        assert!(!in_doubt.is_empty(), "no filing was cut off: the test proves nothing");

        // Whoever is in doubt sends again; whoever was answered gets the same answer.
        let service = Service::start(&program);
        let agent = agent();
        for client in &in_doubt {
            let (status, _) = send(&agent, &service.base, &token, client).unwrap();
            assert!(status == 200 || status == 201, "{status}");
        }
        for (client, receipt) in &acknowledged {
            assert_eq!(send(&agent, &service.base, &token, client), Some((200, receipt.clone())), "{client}");
        }
        service.kill();
        let exported = program.run(&["export", "signals", "--format", "json"]).ends(0);
        let lines = exported.out.matches("Het loket aanvaardt").count();
        // Once in the problem and once in the headline that is proposed from it.
        assert_eq!(lines, 2 * (acknowledged.len() + in_doubt.len()));
        program.run(&["database", "check"]).ends(0);
    });
}

#[test]
fn screen_reads_and_writes_json_lines() {
    let database = Database::sqlite();
    let program = Program::new(&database.folder(), database.url());
    let lines = "{\"id\":\"a\",\"text\":\"Een gezin met drie kinderen.\",\"language\":\"nl\"}\n\n{\"id\":7,\"text\":\"é tel 0477 12 34 56\"}\n";
    std::fs::write(program.folder.join("texts.jsonl"), lines).unwrap();
    let ran = program.run(&["screen", "texts.jsonl"]).ends(0);
    let answers: Vec<serde_json::Value> =
        ran.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(answers.len(), 2);
    assert_eq!(answers[0], serde_json::json!({ "id": "a", "findings": [] }));
    let finding = &answers[1]["findings"][0];
    assert_eq!((&finding["kind"], &finding["certainty"]), (&"phone".into(), &"blocked".into()));
    assert_eq!((&finding["start"], &finding["end"]), (&6.into(), &19.into()));
    // From standard input it is the same.
    let mut process = Command::new(env!("CARGO_BIN_EXE_megafoon"))
        .arg("screen")
        .current_dir(&program.folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    process.stdin.take().unwrap().write_all(lines.as_bytes()).unwrap();
    let output = process.wait_with_output().unwrap();
    assert_eq!(String::from_utf8(output.stdout).unwrap(), ran.out);
    std::fs::write(program.folder.join("wrong.jsonl"), "no JSON\n").unwrap();
    let ran = program.run(&["screen", "wrong.jsonl"]).ends(2);
    assert!(!ran.said().contains("no JSON"), "what was written is not repeated");
}

#[test]
fn similar_and_cluster_bring_together_what_says_the_same_in_two_languages() {
    let database = Database::sqlite();
    let program = Program::new(&database.folder(), database.url());
    let lines = concat!(
        "{\"id\":\"nl\",\"text\":\"De medische kaart laat op zich wachten.\",\"language\":\"nl\",\"domain\":\"health\"}\n\n",
        "{\"id\":2,\"text\":\"La carte médicale se fait attendre.\",\"domain\":\"health\"}\n",
        "{\"id\":\"other\",\"text\":\"Le propriétaire interdit de se domicilier.\",\"language\":\"fr\"}\n",
    );
    std::fs::write(program.folder.join("texts.jsonl"), lines).unwrap();
    let parsed = |out: &str| -> Vec<serde_json::Value> {
        out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    };
    let near = parsed(&program.run(&["similar", "texts.jsonl", "--many", "1"]).ends(0).out);
    assert_eq!((near.len(), &near[0]["id"]), (3, &"nl".into()));
    let first = &near[0]["neighbours"][0];
    assert_eq!(first["id"], 2);
    assert_eq!(first["why"]["domain"], "health");
    assert!(first["why"]["concepts"].as_array().unwrap().contains(&"medical-card".into()));
    let clusters = parsed(&program.run(&["cluster", "texts.jsonl"]).ends(0).out);
    let clusters: Vec<_> = clusters.iter().map(|line| line["cluster"].clone()).collect();
    assert_eq!(clusters, [0.into(), 0.into(), serde_json::Value::Null]);
    std::fs::write(program.folder.join("wrong.jsonl"), "{\"id\":1,\"text\":\"A\"}\nno JSON\n").unwrap();
    for command in ["similar", "cluster"] {
        let ran = program.run(&[command, "wrong.jsonl"]).ends(2);
        assert!(ran.said().contains('2'), "the line is told");
        assert!(!ran.said().contains("no JSON"), "what was written is not repeated");
    }
}

#[test]
fn accounts_cards_and_tokens_are_made_listed_and_taken_back() {
    let database = Database::sqlite();
    let program = Program::new(&database.folder(), database.url());
    write_network(&program.folder, &small());
    program.run(&["import", "network", "network.json"]).ends(0);
    let add = |arguments: &[&str]| {
        let mut all = vec!["user", "add", "an@example.org", "--name", "An"];
        all.extend_from_slice(arguments);
        program.run(&all)
    };
    add(&["--role", "filer"]).ends(2);
    add(&["--role", "filer", "--organisation", "nowhere"]).ends(2);
    assert!(add(&["--role", "filer", "--organisation", "alfa"]).ends(0).out.contains("/link/"));
    add(&["--role", "filer", "--organisation", "alfa"]).ends(1);
    assert!(program.run(&["user", "list"]).ends(0).out.contains("an@example.org"));
    program.run(&["user", "change", "an@example.org", "--role", "reader", "--authority", "region"]).ends(0);
    let changed = program.run(&["user", "list"]).ends(0).out;
    assert!(changed.contains("reader") && !changed.contains("filer"), "{changed}");
    program.run(&["user", "change", "an@example.org", "--authority", ""]).ends(2);
    program.run(&["user", "disable", "AN@example.org"]).ends(0);
    assert!(program.run(&["user", "list"]).ends(0).out.contains("(disabled)"));
    program.run(&["user", "enable", "an@example.org"]).ends(0);
    assert!(program.run(&["user", "reset", "an@example.org"]).ends(0).out.contains("/link/"));
    program.run(&["user", "reset", "nobody@example.org"]).ends(1);

    let organisation =
        ["organisation", "add", "delta", "--nl", "Delta", "--fr", "Delta", "--type", "self-organisation"];
    program.run(&organisation).ends(0);
    program.run(&organisation).ends(1);
    assert!(program.run(&["organisation", "list"]).ends(0).out.contains("delta"));

    let card = program.run(&["card", "add", "delta", "--sponsor", "alfa", "--label", "Tafel"]).ends(0);
    assert!(card.out.contains("/card/"));
    for what in ["card", "token"] {
        if what == "token" {
            token(&program);
        }
        let json = program.run(&["--json", what, "list"]).ends(0).out;
        let list: serde_json::Value = serde_json::from_str(&json).unwrap();
        let id = list[0]["id"].as_str().unwrap().to_owned();
        assert!(!json.contains("http"), "a list shows no secret");
        program.run(&[what, "revoke", &id]).ends(0);
        assert!(program.run(&[what, "list"]).ends(0).out.contains("revoked"));
    }
}
