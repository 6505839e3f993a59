import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, beforeEach, test } from "node:test";

import { PROBLEM, everythingKept, fill, keptOffline, launch, phone, until } from "./browser.js";
import { startServer } from "./server.js";

let browser, server, state;
before(async () => {
  browser = await launch();
});
after(() => browser.close());
beforeEach(async (t) => {
  server = await startServer();
  state = server.state;
  t.after(() => server.down());
});

/** A phone that opened the form once, with everything kept. */
async function readyPhone(t) {
  const context = await phone(browser, t);
  const page = await context.newPage();
  await page.goto(`${server.origin}/file`);
  await keptOffline(page);
  await until("the server's key is remembered", () => page.evaluate(async () => Boolean((await outbox.remembered())?.key)));
  return { context, page };
}

/** Files from the open form while the network is away. */
async function fileOffline(page, problem) {
  await fill(page, problem);
  await page.click("#send");
  await page.click("[data-offline-send]");
  await page.getByRole("heading", { name: "Kept on this phone" }).waitFor();
}

const queued = (page) => page.locator("[data-list] > li");
const received = (page) => page.locator("[data-sent] [data-slot=receipt]");

test("a signal filed without network waits through a closed page, and is sent when the network is back", async (t) => {
  const { context, page } = await readyPhone(t);
  await context.setOffline(true);
  await fill(page);
  await page.click("#send");
  await page.getByRole("heading", { name: "Check what you wrote" }).waitFor();
  assert.equal(await page.isVisible("#filing"), false);
  const rows = page.locator("[data-answer]");
  assert.deepEqual(await rows.locator("dt").allTextContents(), [
    "The problem", "The headline", "The tried", "The domain", "The place",
  ]);
  assert.deepEqual(await rows.locator("[data-answer-value]").allTextContents(), [
    PROBLEM, "Gezinnen wachten drie jaar op een sociale woning", "Tile referred", "Tile housing", "Stad Brussel",
  ]);
  assert.equal(await rows.last().locator("button").textContent(), "Change The place");
  await page.click("[data-offline-send]");
  await page.waitForSelector("h1:focus");
  assert.equal(await page.textContent("[data-waiting]"), "1 signal waits on this phone");
  await page.close();

  const again = await context.newPage();
  await again.goto(`${server.origin}/file/queue`);
  await queued(again).waitFor();
  assert.match(await queued(again).textContent(), /Waits.*Signal of .*There was no network/s);
  assert.equal(state.stored.size, 0);

  await context.setOffline(false);
  await received(again).waitFor();
  assert.equal(await received(again).textContent(), "R-1");
  assert.equal(await queued(again).count(), 0);
  assert.equal(state.posts, 1);
  const [{ filing, by }] = state.stored.values();
  assert.equal(by, "Amina");
  assert.deepEqual(filing.answers, {
    problem: PROBLEM,
    headline: "Gezinnen wachten drie jaar op een sociale woning",
    tried: "referred",
    domain: "housing",
    place: "21004",
  });
  assert.match(filing.filed_day, /^\d{4}-\d{2}-\d{2}$/);
});

test("the form opens without network, with no name, no token and an id of its own each time", async (t) => {
  const { context, page } = await readyPhone(t);
  await context.setOffline(true);
  const ids = [];
  for (const problem of ["Een eerste probleem", "Een tweede probleem"]) {
    await page.goto(`${server.origin}/file`);
    assert.equal(await page.locator("#who").count(), 0);
    assert.equal(await page.inputValue("[name=csrf]"), "");
    assert.equal(await page.isVisible(".offline"), true);
    ids.push(await page.inputValue("[name=client_id]"));
    await fileOffline(page, problem);
  }
  assert.notEqual(ids[0], ids[1]);
  assert.match(ids[0], /^[0-9a-f-]{36}$/);
  await context.setOffline(false);
  await until("both are stored", () => state.stored.size === 2);
  assert.deepEqual([...state.stored.keys()], ids);
});

test("a server that is down counts as no network, though the phone thinks it has one", async (t) => {
  const { page } = await readyPhone(t);
  await server.down();
  await page.goto(`${server.origin}/file`);
  await fileOffline(page);
  await page.goto(`${server.origin}/file/queue`);
  await queued(page).waitFor();
  await server.up();
  await page.click("[data-send]");
  await received(page).waitFor();
  assert.equal(state.stored.size, 1);
});

test("the page of a kept signal says when it went, with its code", async (t) => {
  const { context, page } = await readyPhone(t);
  await context.setOffline(true);
  await fileOffline(page);
  await context.setOffline(false);
  await page.locator(".toast", { hasText: "R-1" }).waitFor();
});

test("an answer that was lost after the server had accepted makes no second signal", async (t) => {
  const { context, page } = await readyPhone(t);
  await context.setOffline(true);
  await fileOffline(page);
  state.loseAnswers = 1;
  await context.setOffline(false);
  await until("the first answer is lost", () => state.loseAnswers === 0);
  await page.goto(`${server.origin}/file/queue`);
  await received(page).waitFor();
  assert.ok(state.posts >= 2);
  assert.equal(state.stored.size, 1);
  assert.equal(await received(page).textContent(), "R-1");
  assert.equal(await queued(page).count(), 0);
});

test("three tabs and the worker send each signal once", async (t) => {
  const { context, page } = await readyPhone(t);
  await context.setOffline(true);
  await fileOffline(page, "Een eerste probleem");
  await page.goto(`${server.origin}/file`);
  await fileOffline(page, "Een tweede probleem");
  const tabs = [page, await context.newPage(), await context.newPage()];
  for (const tab of tabs) {
    await tab.goto(`${server.origin}/file/queue`);
    await queued(tab).nth(1).waitFor();
  }
  state.delay = 300;
  await context.setOffline(false);
  const [worker] = context.serviceWorkers();
  await Promise.all([
    worker.evaluate(() => self.outbox.send()),
    ...tabs.map((tab) => tab.evaluate(() => self.outbox.send())),
  ]);
  for (const tab of tabs) await received(tab).nth(1).waitFor();
  assert.equal(state.stored.size, 2);
  assert.equal(state.posts, 2);
});

test("the worker sends by itself when the browser wakes it", async (t) => {
  const { context, page } = await readyPhone(t);
  await context.setOffline(true);
  await fileOffline(page);
  const [worker] = context.serviceWorkers();
  // As the browser does it: with no page open.
  await page.goto("about:blank");
  await context.setOffline(false);
  await worker.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const event = new SyncEvent("sync", { tag: "outbox" });
        event.waitUntil = (promise) => promise.then(resolve, reject);
        self.dispatchEvent(event);
      }),
  );
  assert.equal(state.stored.size, 1);
});

test("what was written stays nowhere on the phone once it is sealed", async (t) => {
  const { context, page } = await readyPhone(t);
  await page.goto(`${server.origin}/file?problem=Bewaard%20concept`);
  await context.setOffline(true);
  const secret = "Onvindbaarwoord in een lange zin";
  await fileOffline(page, secret);
  const kept = await everythingKept(page);
  assert.match(kept, /"state":"waiting"/);
  assert.match(kept, /service|megafoon/i);
  for (const word of ["Onvindbaarwoord", "Bewaard concept", "Amina", "token-1"]) {
    assert.equal(kept.includes(word), false, word);
  }
  assert.equal((await page.content()).includes("Onvindbaarwoord"), false);
  await page.goto(`${server.origin}/file`);
  await page.goBack();
  assert.equal((await page.content()).includes("Onvindbaarwoord"), false);
});

test("only the form, the queue page, the help, the page for all others and their assets are kept", async (t) => {
  const { page } = await readyPhone(t);
  await page.goto(`${server.origin}/file/queue`);
  await page.evaluate(() => Promise.all(["/file/session", "/signals/1", "/api/v1/signals"].map((path) => fetch(path))));
  const paths = await page.evaluate(async () => {
    const [name] = await caches.keys();
    return (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname);
  });
  const expected = /^\/(?:assets\/.*|file|file\/queue|help|file\/offline|file\/offline\.json)$/;
  assert.deepEqual(paths.filter((path) => !expected.test(path)), []);
  assert.equal(paths.length, 20);
  // Asked as nobody, so that it can hold nothing of anybody.
  assert.ok(state.cookies.length >= 3);
  assert.ok(state.cookies.every((cookie) => cookie === ""));
});

test("a new version of the pages takes the place of the old one", async (t) => {
  const { page } = await readyPhone(t);
  state.version = "two";
  await page.reload();
  await keptOffline(page, "two");
  await until("the old one is gone", async () => (await page.evaluate(() => caches.keys())).length === 1);
});

test("a version that cannot be fetched whole is not taken", async (t) => {
  const { context, page } = await readyPhone(t);
  state.version = "two";
  state.missing = "/assets/v1/rules.json";
  await page.reload();
  await until("it was tried", () => state.requests.filter((r) => r === "GET /file/offline.json").length >= 2);
  await page.waitForTimeout(300);
  const names = await page.evaluate(() => caches.keys());
  assert.ok(names.includes("megafoon-one"));
  await context.setOffline(true);
  await page.goto(`${server.origin}/file`);
  await page.waitForSelector("#problem");
});

test("a file that breaks off halfway leaves the kept pages as they are, and the next visit takes the new ones", async (t) => {
  const { context, page } = await readyPhone(t);
  state.version = "two";
  state.broken_off = "/assets/v1/rules.json";
  await page.reload();
  await until("it was tried", () => state.requests.filter((r) => r === "GET /assets/v1/rules.json").length >= 2);
  await page.waitForTimeout(300);
  assert.deepEqual(await page.evaluate(() => caches.keys()), ["megafoon-one"]);
  await context.setOffline(true);
  await page.goto(`${server.origin}/file`);
  await page.waitForSelector("#problem");
  await context.setOffline(false);
  state.broken_off = "";
  await page.goto(`${server.origin}/file/queue`);
  await keptOffline(page, "two");
});

test("of two workers that keep the same version, the one that fails takes nothing away", async (t) => {
  const { context, page } = await readyPhone(t);
  state.version = "two";
  state.once = "/assets/v1/rules.json";
  // The worker of the version before and the one that comes in its place, both at once.
  await page.evaluate(async () => {
    const { active: before } = await navigator.serviceWorker.ready;
    const coming = await navigator.serviceWorker.register("/service-worker.js?lib=/assets/v2/outbox.js");
    const after = coming.installing ?? coming.waiting ?? coming.active;
    if (after === before) throw new Error("one worker only");
    for (const worker of [before, after]) worker.postMessage({ refresh: "en" });
  });
  await until("both had their turn", () => state.requests.filter((r) => r === "GET /file/offline.json").length >= 3);
  await page.waitForTimeout(1000);
  assert.deepEqual(await page.evaluate(() => caches.keys()), ["megafoon-two"]);
  await context.setOffline(true);
  await page.goto(`${server.origin}/file`);
  await page.waitForSelector("#problem");
});

test("two workers keep copies one after the other, never at once", async (t) => {
  const { page } = await readyPhone(t);
  state.version = "two";
  const asked = () => state.requests.filter((request) => request === "GET /file/offline.json").length;
  const before = asked();
  // Whoever is at it holds this lock, whichever worker or page it is.
  await page.evaluate(async () => {
    const held = new Promise((resolve) => (self.letGo = resolve));
    await new Promise((holding) => navigator.locks.request("megafoon-refresh", () => (holding(), held)));
    (await navigator.serviceWorker.ready).active.postMessage({ refresh: "en" });
  });
  await page.waitForTimeout(300);
  assert.equal(asked(), before);
  await page.evaluate(() => self.letGo());
  await keptOffline(page, "two");
});

test("a page that needs the network gives way to a calm one, and comes back with the network", async (t) => {
  const { context, page } = await readyPhone(t);
  await context.setOffline(true);
  await fileOffline(page);
  await page.goto(`${server.origin}/signals?page=2`);
  await page.getByRole("heading", { name: "This page needs the network" }).waitFor();
  assert.equal(new URL(page.url()).pathname, "/signals");
  await page.getByText("1 signal waits on this phone").waitFor();
  await page.goto(`${server.origin}/help`);
  await page.getByRole("heading", { name: "Help" }).waitFor();
  await page.goBack();
  await page.getByRole("heading", { name: "This page needs the network" }).waitFor();
  await context.setOffline(false);
  await page.reload();
  await page.getByRole("heading", { name: "My signals" }).waitFor();
});

test("what is missing or names a family is told without network too, and nothing is sealed", async (t) => {
  const { context, page } = await readyPhone(t);
  await context.setOffline(true);
  await page.fill("#problem", "Het nummer 85.07.30-033.28 werd gevraagd");
  await page.fill("#headline", "Nummer gevraagd");
  await page.check("[name=tried][value=referred]");
  await page.check("[name=domain][value=housing]");
  await page.click("#send");
  await page.waitForSelector(".error-summary:focus");
  assert.deepEqual(await page.locator(".error-summary a").allTextContents(), [
    "This looks like a national register number.",
    "Choose where it happens",
  ]);
  assert.equal(await page.locator("[data-offline-send]").count(), 0);
  assert.equal((await page.evaluate(() => self.outbox.list())).waiting.length, 0);
});

test("going back from the check loses nothing", async (t) => {
  const { context, page } = await readyPhone(t);
  await context.setOffline(true);
  await fill(page);
  await page.click("#send");
  await page.locator("[data-answer-change]").last().click();
  assert.equal(await page.evaluate(() => document.activeElement.id), "place");
  assert.equal(await page.inputValue("#problem"), PROBLEM);
  assert.equal(await page.locator("h1:visible").textContent(), "What do you see?");
});

test("the network that goes away at the check page loses nothing", async (t) => {
  const { context, page } = await readyPhone(t);
  await fill(page);
  await page.click("#send");
  await page.waitForSelector("#echo");
  const id = await page.inputValue("[name=client_id]");
  await context.setOffline(true);
  await page.click("#send");
  await page.getByRole("heading", { name: "Kept on this phone" }).waitFor();
  assert.equal((await page.content()).includes(PROBLEM), false);
  await context.setOffline(false);
  await until("it is stored", () => state.stored.size === 1);
  const [[key, { filing }]] = state.stored;
  assert.equal(key, id);
  assert.equal(filing.answers.problem, PROBLEM);
});

test("a form that is gone back to, reworded and sent again is a second signal", async (t) => {
  const { context, page } = await readyPhone(t);
  await context.setOffline(true);
  const id = await page.inputValue("[name=client_id]");
  await fileOffline(page, "Een eerste probleem");
  await page.goto(`${server.origin}/file`);
  // As the browser restores it.
  await page.evaluate((id) => (document.querySelector("[name=client_id]").value = id), id);
  await fileOffline(page, "Een tweede probleem");
  await context.setOffline(false);
  await until("both are stored", () => state.stored.size === 2);
});

test("what needs the server stays in the page while there is none", async (t) => {
  const { context, page } = await readyPhone(t);
  await page.fill("#problem", "Half");
  await context.setOffline(true);
  await page.click("#language");
  await page.waitForFunction(() => document.querySelector(".toast").textContent.startsWith("This needs the network"));
  assert.equal(await page.inputValue("#problem"), "Half");
});

test("a session that has ended keeps the text, and sends after signing in", async (t) => {
  const { page } = await readyPhone(t);
  state.session.signed_in = false;
  await fill(page);
  await page.click("#send");
  await page.click("[data-offline-send]");
  await page.getByRole("heading", { name: "Kept on this phone" }).waitFor();
  await page.goto(`${server.origin}/file/queue`);
  await page.getByText("Sign in, and it goes by itself.").waitFor();
  assert.equal(state.posts, 0);
  state.session = { name: "Amina", filer: "f-amina", signed_in: true, csrf: "token-9" };
  await page.reload();
  await received(page).waitFor();
  assert.equal(state.stored.size, 1);
});

test("a session that has ended while typing: signing in is offered right there, with every answer", async (t) => {
  const { page } = await readyPhone(t);
  await fill(page, "Een tekst die niet mag verdwijnen");
  assert.equal(await page.locator("[data-offline-sign-in]").count(), 0);
  state.session.signed_in = false;
  await page.click("#send");
  await page.click("[data-offline-sign-in] button");
  await page.getByRole("heading", { name: "Sign in, and go on with what you wrote" }).waitFor();
  assert.equal(state.native.at(-1).get("problem"), "Een tekst die niet mag verdwijnen");
  assert.deepEqual(state.native.at(-1).getAll("tried"), ["referred"]);
});

test("a signal is not sent under the account of somebody else", async (t) => {
  const { context, page } = await readyPhone(t);
  await context.setOffline(true);
  await fileOffline(page);
  const amina = state.session;
  state.session = { name: "Ben", filer: "f-ben", signed_in: true, csrf: "token-b" };
  await context.setOffline(false);
  await page.goto(`${server.origin}/file/queue`);
  await page.getByText("it goes when that account signs in").waitFor();
  assert.equal(state.posts, 0);
  state.session = amina;
  await page.reload();
  await received(page).waitFor();
  assert.equal([...state.stored.values()][0].by, "Amina");
});

test("a filing card files without network and without an account", async (t) => {
  const { context, page } = await readyPhone(t);
  await page.goto(`${server.origin}/card/abc123`);
  await context.setOffline(true);
  await page.goto(`${server.origin}/card/abc123`);
  await fileOffline(page);
  state.session.signed_in = false;
  await context.setOffline(false);
  await until("it is stored", () => state.stored.size === 1);
  const [{ filing }] = state.stored.values();
  assert.equal(filing.card, "abc123");
});

test("a refused signal says why, and can be tried again or removed", async (t) => {
  const { context, page } = await readyPhone(t);
  await context.setOffline(true);
  await fileOffline(page);
  const fields = [{ field: "problem", reason: "nrn" }, { field: "domain", reason: "retired" }];
  state.refuse = { status: 422, error: { code: "refused", fields } };
  await context.setOffline(false);
  await page.goto(`${server.origin}/file/queue`);
  const why = page.locator("[data-slot=why]");
  await page.getByText("The service could not take it").waitFor();
  assert.match(await why.textContent(), /This looks like a national register number\. This choice is no longer/);
  const posts = state.posts;
  await page.reload();
  await queued(page).waitFor();
  await page.waitForTimeout(200);
  assert.equal(state.posts, posts);

  // The server's own sentence goes before ours.
  state.refuse = { status: 409, error: { code: "reference-taken", message: "Dit nummer bestaat al." } };
  await page.click("[data-slot=retry]");
  await page.getByText("Dit nummer bestaat al.").waitFor();
  await page.click("[data-slot=remove]");
  await page.getByText("Tap once more").waitFor();
  assert.equal(await queued(page).count(), 1);
  await page.click("[data-slot=remove]");
  await page.getByText("Nothing waits.").waitFor();
});

test("an answer that is no receipt does not count as sent", async (t) => {
  const { context, page } = await readyPhone(t);
  await context.setOffline(true);
  await fileOffline(page);
  // As a hotspot does that wants a sign-in of its own.
  state.refuse = { status: 200, error: null };
  await context.setOffline(false);
  await page.goto(`${server.origin}/file/queue`);
  await page.getByText("The service did not answer well").waitFor();
  state.refuse = null;
  await page.reload();
  await received(page).waitFor();
  assert.equal(state.stored.size, 1);
});

test("the export is sealed, and another device sends it as the same signal", async (t) => {
  const { context, page } = await readyPhone(t);
  await context.setOffline(true);
  await fileOffline(page, "Onvindbaarwoord hier");
  await page.goto(`${server.origin}/file/queue`);
  await queued(page).waitFor();
  const [download] = await Promise.all([page.waitForEvent("download"), page.click("[data-export]")]);
  const file = await readFile(await download.path(), "utf8");
  assert.equal(file.includes("Onvindbaarwoord"), false);

  const other = await phone(browser, t);
  const desk = await other.newPage();
  await desk.goto(`${server.origin}/file/queue`);
  const upload = (text) =>
    desk.setInputFiles("[data-import]", { name: "megafoon.json", mimeType: "application/json", buffer: Buffer.from(text) });
  await upload('{"items":[]}');
  await desk.getByText("This is not a file of waiting signals").waitFor();
  await upload(file);
  await received(desk).waitFor();

  await context.setOffline(false);
  await received(page).waitFor();
  assert.equal(state.stored.size, 1);
  assert.equal(await received(page).textContent(), await received(desk).textContent());
  assert.equal([...state.stored.values()][0].filing.answers.problem, "Onvindbaarwoord hier");
});

test("wiping asks about what waits, and leaves nothing on the phone", async (t) => {
  const { context, page } = await readyPhone(t);
  await context.setOffline(true);
  await fileOffline(page);
  await page.goto(`${server.origin}/file/queue`);
  await queued(page).waitFor();
  const wipe = page.getByRole("button", { name: "Wipe this phone" });
  await wipe.click();
  await page.getByText("1 signal has not been sent and will be lost").waitFor();
  assert.equal(await queued(page).count(), 1);
  await wipe.click();
  await page.getByText("This phone is wiped. You are still signed in").waitFor();
  const left = () =>
    page.evaluate(async () => ({
      caches: await caches.keys(),
      workers: (await navigator.serviceWorker.getRegistrations()).length,
      ...(await self.outbox.list()),
      settings: (await self.outbox.remembered()) ?? null,
    }));
  assert.deepEqual(await left(), { caches: [], workers: 0, waiting: [], sent: [], settings: null });
  assert.equal(state.stored.size, 0);
});

test("wiping with network signs out too", async (t) => {
  const { page } = await readyPhone(t);
  await page.goto(`${server.origin}/file/queue`);
  await page.getByRole("button", { name: "Wipe this phone" }).click();
  await page.waitForURL("**/sign-out");
  assert.equal(state.signedOut, "token-1");
  assert.deepEqual(await page.evaluate(() => caches.keys()), []);
});
