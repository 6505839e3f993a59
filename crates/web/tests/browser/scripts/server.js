// The server's part, played small: sessions, drafts, sealed filings taken once per client id. It counts what it
// is asked, and can lose an answer after it has accepted.

import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";

import { checkPage, donePage, formPage, plainPage, queuePage } from "./pages.js";
import { keyPair, open } from "./hpke.js";

const assets = new URL("../../../assets/", import.meta.url);
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; font-src 'self'; " +
  "manifest-src 'self'; worker-src 'self'; form-action 'self'";

const screening = new URL("../../../../screening/", import.meta.url);

/** Starts it on a free port. `state` is what a test looks at and changes. */
export async function startServer() {
  const key = keyPair();
  const state = {
    session: { name: "Amina", filer: "f-amina", signed_in: true, csrf: "token-1" },
    version: "one",
    stored: new Map(), // client id → { filing, receipt, filer }
    native: [], // bodies of the form posted by the browser itself
    drafts: [],
    asked: [], // problems with which the known ones were asked for
    posts: 0, // sealed filings that arrived, again or not
    cookies: [], // cookies that came with a request for what phones keep
    requests: [], // "METHOD path" of everything asked
    loseAnswers: 0, // answers to sealed filings to lose after accepting
    delay: 0, // milliseconds before a sealed filing is looked at
    refuse: null, // { status, error } for the next sealed filings
    missing: "", // a path that answers 404
    once: "", // a path that answers the next time, slowly, and 404 from then on
    broken_off: "", // a path whose answer ends in the middle
    broken: false, // every answer is a 503
  };
  const sessionJson = () => ({
    csrf: state.session.csrf,
    signed_in: state.session.signed_in,
    filer: state.session.signed_in ? state.session.filer : null,
    key: key.getPublicKey().toString("base64url"),
    key_id: "k1",
  });

  const sealed = async (request, response) => {
    const item = JSON.parse(await body(request));
    state.posts += 1;
    await new Promise((resolve) => setTimeout(resolve, state.delay));
    if (request.headers["x-csrf"] !== state.session.csrf) return json(response, 403, { error: { code: "csrf" } });
    if (state.refuse) return json(response, state.refuse.status, { error: state.refuse.error });
    const bytes = (text) => Buffer.from(text, "base64url");
    const plaintext = open(
      key, bytes(item.enc), Buffer.from("megafoon filing v1"), Buffer.from(item.client_id), bytes(item.ciphertext),
    );
    const known = state.stored.get(item.client_id);
    const receipt = known?.receipt ?? `R-${state.stored.size + 1}`;
    if (!known) {
      state.stored.set(item.client_id, { filing: JSON.parse(plaintext), receipt, by: state.session.name });
    }
    if (state.loseAnswers > 0) {
      state.loseAnswers -= 1;
      return response.destroy();
    }
    json(response, known ? 200 : 201, { receipt });
  };

  const routes = {
    "GET /file": (request, response, url) => {
      if (url.searchParams.has("offline")) return html(response, formPage(null));
      html(response, formPage(state.session, { clientId: randomUUID(), problem: url.searchParams.get("problem") ?? "" }));
    },
    "GET /file/queue": (_, response) => html(response, queuePage()),
    "GET /help": (_, response) => html(response, plainPage("Help")),
    "GET /file/offline": (_, response) => html(response, plainPage("This page needs the network")),
    "GET /signals": (_, response) => html(response, plainPage("My signals")),
    "GET /file/session": (_, response) => json(response, 200, sessionJson()),
    "GET /file/offline.json": (_, response) =>
      json(response, 200, {
        version: state.version,
        pages: {
          "/file": "/file?offline&language=en",
          "/file/queue": "/file/queue?offline&language=en",
          "/help": "/help?offline&language=en",
          "/file/offline": "/file/offline?language=en",
        },
        assets: [
          ...["form", "queue", "waiting", "outbox", "words", "headline", "check", "errors", "submit", "seal", "counters",
            "findings", "draft", "screening"].map((name) => `/assets/v1/${name}.js`),
          "/assets/v1/rules.json",
        ],
      }),
    "POST /file/draft": async (request, response) => {
      state.drafts.push(Object.fromEntries(new URLSearchParams(await body(request))));
      json(response, 200, { draft: "d-1" });
    },
    "POST /file/known": async (request, response) => {
      const answers = new URLSearchParams(await body(request));
      state.asked.push(answers.get("problem"));
      html(response, `<details open data-known="/file/known"><ul><li>Known of ${answers.get("domain")}</li></ul></details>`);
    },
    "POST /file/check": async (request, response) => {
      const answers = new URLSearchParams(await body(request));
      state.native.push(answers);
      if (!state.session.signed_in) return html(response, plainPage("Sign in, and go on with what you wrote"));
      html(response, checkPage(state.session, answers));
    },
    "POST /file": async (request, response) => {
      state.native.push(new URLSearchParams(await body(request)));
      html(response, donePage("R-online"));
    },
    "POST /file/language": async (request, response) => {
      const answers = new URLSearchParams(await body(request));
      const { client_id: clientId, problem } = Object.fromEntries(answers);
      html(response, formPage(state.session, { clientId, problem, draftUrl: "", unsaved: true }));
    },
    "POST /file/sealed": sealed,
    "POST /sign-out": async (request, response) => {
      state.signedOut = new URLSearchParams(await body(request)).get("csrf");
      html(response, donePage("signed out"));
    },
    "GET /manifest.webmanifest": (_, response) => json(response, 200, { name: "Megafoon", start_url: "/file" }),
  };

  const server = createServer((request, response) => {
    const url = new URL(request.url, "http://localhost");
    const asked = `${request.method} ${url.pathname}`;
    state.requests.push(asked);
    response.setHeader("content-security-policy", POLICY);
    response.setHeader("set-cookie", "session=secret; HttpOnly; SameSite=Lax; Path=/");
    if (/offline/.test(request.url)) state.cookies.push(request.headers.cookie ?? "");
    if (state.broken) return json(response, 503, { error: { code: "unavailable" } });
    if (url.pathname === state.missing) return response.writeHead(404).end();
    if (url.pathname === state.once) {
      [state.once, state.missing] = ["", state.once];
      const file = asset(url.pathname);
      return setTimeout(() => response.writeHead(200, { "content-type": file.type }).end(file.text), 400);
    }
    if (url.pathname === state.broken_off) {
      response.writeHead(200, { "content-type": "application/json", "content-length": 1000 });
      return response.write("{", () => response.destroy());
    }
    if (routes[asked]) return routes[asked](request, response, url);
    const card = /^GET \/card\/(\w+)$/.exec(asked);
    if (card) {
      return html(response, formPage({ name: "card", csrf: "token-card" }, { clientId: randomUUID(), card: card[1], draftUrl: "" }));
    }
    const file = asset(url.pathname);
    if (!file) return response.writeHead(404).end();
    response.writeHead(200, { "content-type": file.type, "cache-control": file.cache }).end(file.text);
  });

  const listen = (port) => new Promise((resolve) => server.listen(port, "127.0.0.1", resolve));
  await listen(0);
  const { port } = server.address();
  return {
    state,
    origin: `http://127.0.0.1:${port}`,
    up: () => listen(port),
    down: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

function asset(pathname) {
  const javascript = "text/javascript; charset=utf-8";
  const hashed = "public, max-age=31536000, immutable";
  if (pathname === "/service-worker.js") {
    return { type: javascript, cache: "no-cache", text: readFileSync(new URL("service-worker.js", assets)) };
  }
  if (pathname === "/assets/v1/screening.js") {
    return { type: javascript, cache: hashed, text: readFileSync(new URL("js/screening.js", screening)) };
  }
  if (pathname === "/assets/v1/rules.json") {
    return { type: "application/json", cache: hashed, text: readFileSync(new URL("rules/blocked.json", screening)) };
  }
  const script = /^\/assets\/v[0-9]\/([a-z]+\.js)$/.exec(pathname);
  if (!script) return null;
  return { type: javascript, cache: hashed, text: readFileSync(new URL(`scripts/${script[1]}`, assets)) };
}

async function body(request) {
  const parts = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts).toString();
}

const html = (response, page) =>
  response.writeHead(200, { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" }).end(page);

const json = (response, status, value) =>
  response
    .writeHead(status, { "content-type": "application/json", "cache-control": "no-store" })
    .end(JSON.stringify(value));
