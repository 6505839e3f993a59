// The real service for these tests: `megafoon demo` in a folder of its own, its people, and their browsers.
//
// MEGAFOON_TEST_PROGRAM: the program. MEGAFOON_TEST_ORIGIN and MEGAFOON_TEST_DATA: a demo that runs already (`with-demo.js`
// sets them, so that all files share one); without them each file starts its own.

import assert from "node:assert/strict";
import { execFile, spawn } from "node:child_process";
import { createHmac } from "node:crypto";
import { mkdtemp, readFile, readdir, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before } from "node:test";
import { promisify } from "node:util";

import { launch } from "../scripts/browser.js";

/** Everyone's password in the demo, and the second factor of whoever needs one. */
export const PASSWORD = "vier gewone woorden samen";
const SECOND_FACTOR = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";

export const FILER_NL = "filer.nl@demo.example";
export const FILER_FR = "filer.fr@demo.example";
export const SIGNAL_COORDINATOR = "signal-coordinator@demo.example";
export const NETWORK_COORDINATOR = "network-coordinator@demo.example";
export const SECOND_COORDINATOR = "network-coordinator.fr@demo.example";
export const READER = "reader@demo.example";
export const ADMINISTRATOR = "administrator@demo.example";

/** Whoever speaks for an organisation that has no filer of its own. */
export const speaksFor = (organisation) => `signal-coordinator.${organisation}@demo.example`;

/** Making two editions takes ten seconds on an idle machine. */
const READY = 180_000;

/** Starts a demo; gives `{ origin, folder, stop() }`. */
export async function startDemo() {
  const program = process.env.MEGAFOON_TEST_PROGRAM;
  assert.ok(program, "MEGAFOON_TEST_PROGRAM names the program that is tested");
  const folder = await mkdtemp(join(tmpdir(), "megafoon-browser-"));
  const listen = `127.0.0.1:${await freePort()}`;
  const child = spawn(program, ["demo", "--data", folder, "--listen", listen], { stdio: ["ignore", "pipe", "pipe"] });
  const said = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (bytes) => said.push(bytes));
  const ended = new Promise((resolve) => child.once("close", resolve));
  const stop = async () => {
    child.kill("SIGTERM");
    await ended;
    await rm(folder, { recursive: true, force: true });
  };
  const origin = `http://${listen}`;
  const end = Date.now() + READY;
  while (!(await fetch(`${origin}/health`).then((answer) => answer.ok, () => false))) {
    const running = child.exitCode === null && child.signalCode === null;
    if (!running || Date.now() > end) {
      await stop();
      assert.fail(`the demo is not ready:\n${Buffer.concat(said)}`);
    }
    await pause(200);
  }
  return { origin, folder, stop };
}

/**
 * A browser and a demo for the tests of one file, which both end with it. `alone`: a demo that no other file changes, for
 * tests that empty its queue or freeze its edition.
 */
export function world({ alone = false } = {}) {
  const world = {};
  let stop = async () => {};
  before(async () => {
    const { MEGAFOON_TEST_ORIGIN: origin, MEGAFOON_TEST_DATA: folder } = process.env;
    if (origin && folder && !alone) Object.assign(world, { origin, folder });
    else {
      const demo = await startDemo();
      stop = demo.stop;
      Object.assign(world, { origin: demo.origin, folder: demo.folder });
    }
    world.browser = await launch();
  });
  after(async () => {
    await world.browser?.close();
    await stop();
  });
  return world;
}

/**
 * A browser of its own, a phone of 360 pixels where nothing else is asked. `as` is somebody who is signed in already;
 * `language` is what the page is in, `options` are Playwright's. Any error in a page or against the policy fails the test.
 */
export async function browse(world, t, { as, language, ...options } = {}) {
  const context = await world.browser.newContext({ viewport: { width: 360, height: 740 }, locale: "nl-BE", ...options });
  context.setDefaultTimeout(20_000);
  const wrong = [];
  context.on("weberror", (error) => wrong.push(String(error.error())));
  context.on("console", (message) => {
    if (/Content Security Policy|Uncaught/.test(message.text())) wrong.push(message.text());
  });
  context.on("response", (answer) => {
    if (answer.status() === 429) t.diagnostic(`told to wait: ${answer.url()}`);
  });
  t.after(async () => {
    await context.close();
    assert.deepEqual(wrong, []);
  });
  const held = as ? [...(await cookiesOf(world, as))] : [];
  if (language) held.push(["megafoon-language", language]);
  await context.addCookies(held.map(([name, value]) => ({ name, value, url: world.origin })));
  return context;
}

const sessions = new Map();

/** The cookies of somebody who is signed in: once per file, since the service counts passwords that are tried. */
export function cookiesOf(world, address) {
  if (!sessions.has(address)) sessions.set(address, signIn(world, address));
  return sessions.get(address);
}

async function signIn(world, address) {
  const cookies = new Map();
  const ask = async (path, fields) => {
    const answer = await fetch(world.origin + path, {
      method: fields ? "POST" : "GET",
      body: fields && new URLSearchParams(fields),
      headers: { cookie: [...cookies].map((pair) => pair.join("=")).join("; ") },
      redirect: "manual",
    });
    for (const line of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line);
      if (value) cookies.set(name, value);
      else cookies.delete(name);
    }
    if (answer.status === 429) {
      await pause(1000 * Number(answer.headers.get("retry-after") ?? 5));
      return ask(path, fields);
    }
    return { status: answer.status, to: answer.headers.get("location"), body: await answer.text() };
  };
  const mark = ({ body }) => /name="csrf" value="([^"]+)"/.exec(body)[1];
  const page = await ask("/sign-in");
  const signedIn = await ask("/sign-in", { csrf: mark(page), address, password: PASSWORD });
  assert.equal(signedIn.status, 303, `${address} signs in`);
  for (let tries = 0; signedIn.to === "/sign-in/code"; tries += 1) {
    const again = await ask("/sign-in/code");
    if ((await ask("/sign-in/code", { csrf: mark(again), code: secondFactor() })).status === 303) break;
    assert.ok(tries < 4, `${address} gives a code`);
    // A code counts once: somebody else's test may have used this one.
    await pause(30_500 - (Date.now() % 30_000));
  }
  return cookies;
}

/** The code of this moment (RFC 6238). */
export function secondFactor(secret = SECOND_FACTOR, now = Date.now()) {
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(now / 30_000)));
  const hash = createHmac("sha1", fromBase32(secret)).update(step).digest();
  const number = hash.readUInt32BE(hash.at(-1) & 15) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, "0");
}

function fromBase32(text) {
  const bits = [...text.replaceAll(/[ =]/g, "")]
    .map((letter) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter).toString(2).padStart(5, "0"))
    .join("");
  return Buffer.from(bits.match(/[01]{8}/g).map((byte) => Number.parseInt(byte, 2)));
}

/** Runs the program's other commands on the demo's database; gives what it prints. */
export async function command(world, ...words) {
  const program = process.env.MEGAFOON_TEST_PROGRAM;
  const all = ["--database", `sqlite://${join(world.folder, "megafoon.db")}`, "--json", ...words];
  const { stdout } = await promisify(execFile)(program, all);
  return JSON.parse(stdout);
}

/** A new account, that its owner opens by its link and signs in with: for tests that end sessions. Gives the address. */
export async function newcomer(world, page, { role, organisation, password = "drie gewone woorden samen" }) {
  const address = `${role}.${Date.now()}@demo.example`;
  const made = await command(world, "user", "add", address, "--name", "Robin", "--role", role, "--organisation", organisation);
  await open(page, world.origin + pathOf(made.link));
  await page.fill("#password", password);
  await page.fill("#again", password);
  await post(page, () => page.click(".login .button"));
  await page.waitForURL("**/sign-in");
  await signInBy(page, address, password);
  return { address, password };
}

/** Types an address and a password into the page for it; gives the answer. */
export async function signInBy(page, address, password) {
  await page.fill("#address", address);
  await page.fill("#password", password);
  return post(page, () => page.click(".login .button"));
}

/** The path of a link that the program printed: it does not know where the demo listens. */
export const pathOf = (link) => new URL(link).pathname;

/** Which of these texts stand somewhere in the files of the database. */
export async function stored(world, texts) {
  const names = (await readdir(world.folder)).filter((name) => name.startsWith("megafoon.db"));
  assert.ok(names.includes("megafoon.db"));
  const files = await Promise.all(names.map((name) => readFile(join(world.folder, name))));
  return texts.filter((text) => files.some((bytes) => bytes.includes(text)));
}

/** A text that no other test writes: a signal is found again by it. */
export const unlike = (text) => `${text} (${words()})`;

// Words, not numbers: numbers are what screening looks for.
const words = () =>
  Array.from({ length: 4 }, () => ["traag", "stil", "vroeg", "laat", "dichtbij", "veraf", "boven", "onder", "zacht", "luid", "klein", "groot"])
    .map((list) => list[Math.floor(Math.random() * list.length)])
    .join(" ");

/** Fills what is required; `problem` is the text. */
export async function fill(page, problem, { domain = "housing", place = "21012", tried = "referred", cause = "not-obtained" } = {}) {
  await page.fill("#problem", problem);
  await page.check(`[name=domain][value=${domain}]`);
  await page.selectOption("#place", place);
  await page.check(`[name=tried][value=${tried}]`);
  await page.check(`[name=cause][value=${cause}]`);
}

/** The button that goes on, not the ones beside it. */
export const goOn = (page) => page.locator("main .actions .button:not(.secondary, .quiet, .danger)").first();

/** Files from the open form; gives the receipt. */
export async function file(page, problem, answers) {
  await fill(page, problem, answers);
  await goOn(page).click();
  await page.waitForSelector("#filing[data-checked]");
  await goOn(page).click();
  await page.waitForURL("**/filed/*");
  return (await page.textContent(".receipt-code")).trim();
}

/** Opens a page; waits where the service asks for it. */
export async function open(page, url) {
  for (;;) {
    const answer = await page.goto(url);
    if (answer?.status() !== 429) return answer;
    await pause(1000 * Number((await answer.allHeaders())["retry-after"] ?? 5));
  }
}

/** Does what posts a form, and gives the answer once the next page is there; waits and posts again where the service asks for it. */
export async function post(page, act) {
  const isPost = (answer) => answer.request().method() === "POST" && answer.request().isNavigationRequest();
  const answered = page.waitForResponse(isPost);
  const loaded = page.waitForEvent("load");
  await act();
  let answer = await answered;
  await loaded;
  while (answer.status() === 429) {
    await pause(1000 * Number((await answer.allHeaders())["retry-after"] ?? 5));
    answer = await page.reload();
  }
  return answer;
}

/**
 * Waits until the phone has kept the form's pages and the server's key for use without network. Where the service told it to wait, the next
 * visit tries again.
 */
export async function keptOffline(page) {
  const end = Date.now() + 60_000;
  let visit = Date.now();
  const kept = async () => {
    if (!navigator.serviceWorker.controller || !(await outbox.remembered())?.key) return false;
    for (const name of await caches.keys()) {
      if (await (await caches.open(name)).match("/file/offline.json")) return true;
    }
    return false;
  };
  while (!(await page.evaluate(kept))) {
    assert.ok(Date.now() < end, "the pages are kept for use without network");
    await pause(100);
    if (Date.now() - visit > 10_000) {
      await open(page, page.url());
      visit = Date.now();
    }
  }
}

export const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}
