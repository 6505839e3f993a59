// The network's desk by keyboard: forty signals in a row without a mouse, and from a Dutch signal to the French one.

import assert from "node:assert/strict";
import { test } from "node:test";

import { NETWORK_COORDINATOR, SECOND_COORDINATOR, browse, open, pause, post, world } from "./demo.js";

const here = world({ alone: true });

/** What the demo's coordinators decline, by a part of the headline, and why. */
const DECLINED = new Map([
  ["De lift van het administratief", "Dit gebeurde één keer en is opgelost."],
  ["Notre affiche n’existe", "Votre organisation peut le résoudre elle-même."],
  ["Vuilniszakken blijven", "Dit valt buiten het sociale werkveld."],
  ["Notre subvention est arrivée", "C’est réglé, et cela ne touche pas un droit."],
  ["Une fuite dans une de nos maisons", "Votre contrat d’entretien peut le résoudre."],
]);
const ASKED = new Map([
  ["Tussen twee medische kaarten", "Hoeveel weken duurt zo’n gat meestal?"],
  ["Cantine, garderie", "Dans combien d’écoles l’avez-vous vu?"],
  ["Lege brooddozen", "Zagen jullie dit ook vorig jaar?"],
]);
const ASIDE = ["Trois mois de préavis", "Na een scheiding", "Le domicile est contrôlé"];
const TOGETHER = 10;
const FORTY = 40;

/** A desk with a keyboard: whatever a mouse or a finger would do is counted, page by page. */
async function desk(t, as, language) {
  const context = await browse(here, t, { as, language, viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  let touched = 0;
  await page.exposeFunction("megafoonTouched", () => (touched += 1));
  await page.addInitScript(() => {
    for (const kind of ["pointerdown", "mousedown", "touchstart"]) addEventListener(kind, () => window.megafoonTouched(), true);
  });
  return { page, touched: () => touched };
}

/** Goes on with Tab until what has the focus fits; like a person, it gives up after a while. */
async function tabTo(page, selector, key = "Tab", most = 80) {
  for (let pressed = 0; pressed < most; pressed += 1) {
    if (await page.evaluate((wanted) => document.activeElement.matches(wanted), selector)) return pressed;
    await page.keyboard.press(key);
  }
  assert.fail(`${selector} is not reached with ${most} times ${key}`);
}

const LINE = "[data-triage] > li h3 a";
const focused = (page) => page.evaluate(() => document.activeElement.tagName);
const waiting = async (page) => Number((await page.textContent("#waiting")).match(/\d+/)[0]);
const headline = (page) => page.evaluate(() => document.activeElement.textContent.trim());
/** Where something stands on the screen, and how high that is. */
const place = (page, selector) =>
  page.evaluate((wanted) => {
    const { top, bottom } = document.querySelector(wanted).getBoundingClientRect();
    return { top, bottom, height: innerHeight };
  }, selector);
const within = (list, text) => [...list].find((start) => text.startsWith(start));

test("a Dutch and a French signal about the medical card meet, whichever of both somebody reads", async (t) => {
  for (const [as, language, headline, other, title] of [
    [NETWORK_COORDINATOR, "nl", "Tussen twee medische kaarten", "fr", "Signalen die hierop lijken"],
    [SECOND_COORDINATOR, "fr", "Pas de réquisitoire", "nl", undefined],
  ]) {
    const { page, touched } = await desk(t, as, language);
    await open(page, `${here.origin}/network?domain=health`);
    await page.locator(LINE, { hasText: headline }).focus();
    await page.keyboard.press("Enter");
    await page.waitForURL("**/signals/*");
    await tabTo(page, "main a[href$='/similar']");
    if (title) assert.equal(await page.evaluate(() => document.activeElement.textContent), title);
    await page.keyboard.press("Enter");
    await page.waitForURL("**/similar");
    // After a start the service reads all signals first.
    for (const end = Date.now() + 60_000; (await page.locator("li.signal").count()) === 0; await page.reload()) {
      assert.ok(Date.now() < end, "the comparison is made");
      await pause(500);
    }
    const near = page.locator("li.signal", { has: page.locator(`h2 a[lang=${other}]`) });
    const card = near.filter({ hasText: /medische kaart|carte médicale/i });
    assert.ok((await card.count()) >= 2, await page.textContent("main"));
    assert.equal(touched(), 0);
  }
});

test("forty signals are decided in a row with a keyboard alone", { timeout: 300_000 }, async (t) => {
  const { page, touched } = await desk(t, NETWORK_COORDINATOR, "nl");
  const slowest = { path: "", milliseconds: 0 };
  page.on("requestfinished", (request) => {
    if (request.resourceType() !== "document") return;
    const { requestStart, responseStart } = request.timing();
    const milliseconds = responseStart - requestStart;
    if (milliseconds > slowest.milliseconds) Object.assign(slowest, { path: new URL(request.url()).pathname, milliseconds });
  });
  await open(page, `${here.origin}/network`);
  const before = await waiting(page);
  assert.ok(before >= FORTY + ASKED.size, `${before} wait`);
  const start = Date.now();

  await tabTo(page, LINE);
  assert.ok(await page.isHidden("#keys-help"));
  await page.keyboard.press("?");
  assert.ok(await page.isVisible("#keys-help"), "? shows the keys");
  const help = await place(page, "#keys-help");
  assert.ok(help.top > 0 && help.bottom <= help.height, "in sight");
  await page.keyboard.press("?");
  assert.ok(await page.isHidden("#keys-help"));

  const heads = new Set();
  let decided = 0;
  const done = { accepted: 0, declined: 0, asked: 0, aside: 0, together: 0 };
  while (decided < FORTY) {
    const text = await headline(page);
    const no = within(DECLINED.keys(), text);
    const question = within(ASKED.keys(), text);
    if (no || question) {
      const [key, field, words] = no ? ["n", "reason", DECLINED.get(no)] : ["q", "text", ASKED.get(question)];
      const opened = page.waitForEvent("load");
      await page.keyboard.press(key);
      await opened;
      assert.equal(await page.evaluate(() => document.activeElement.id), field, "the words can be typed at once");
      const [signal, box] = [await place(page, ".as-filed"), await place(page, `#${field}`)];
      assert.ok(signal.top >= 0 && signal.bottom <= box.top && box.bottom <= box.height, "below the signal, both in sight");
      await page.keyboard.type(words);
      await tabTo(page, "button");
      await post(page, () => page.keyboard.press("Enter"));
      done[no ? "declined" : "asked"] += 1;
    } else if (within(ASIDE, text)) {
      await post(page, () => page.keyboard.press("p"));
      done.aside += 1;
    } else if (done.together === 0 && done.accepted >= 5) {
      await together(page, TOGETHER);
      done.together = TOGETHER;
      decided += TOGETHER - 1;
      await tabTo(page, LINE);
    } else {
      await post(page, () => page.keyboard.press("a"));
      done.accepted += 1;
    }
    decided += 1;
    assert.equal(new URL(page.url()).pathname, "/network", "a decision leads back to the list");
    assert.ok(await page.evaluate((line) => document.activeElement.matches(line), LINE), "and to the next line");
    const card = await place(page, "[data-triage] > li:focus-within");
    assert.ok(card.top >= 0 && card.bottom <= card.height, "which stands whole in sight");
    heads.add(Math.round(card.top));
  }
  assert.equal(heads.size, 1, `each at the same height: ${[...heads]}`);
  const seconds = (Date.now() - start) / 1000;
  // A question leaves its signal in the queue, behind the others.
  assert.equal(await waiting(page), before - FORTY + done.asked);
  for (const [what, many] of Object.entries(done)) assert.ok(many > 0, `${what}: ${many}`);
  assert.equal(touched(), 0, "no mouse and no finger");
  t.diagnostic(`forty decided in ${seconds.toFixed(1)} s: ${JSON.stringify(done)}`);
  t.diagnostic(`the slowest answer took ${slowest.milliseconds.toFixed(0)} ms: ${slowest.path}`);

  // A letter is a letter once the keys are switched off.
  await page.keyboard.press("?");
  await tabTo(page, "#keys-on", "Shift+Tab");
  await page.keyboard.press("Space");
  await tabTo(page, LINE);
  await page.keyboard.press("a");
  assert.equal(await waiting(page), before - FORTY + done.asked);
});

/** Ticks those that are neither declined, asked about nor put aside, looks at what will happen, and does it. */
async function together(page, many) {
  for (let ticked = 0; ticked < many; ) {
    const text = await headline(page);
    if (![DECLINED.keys(), ASKED.keys(), ASIDE].some((list) => within(list, text))) {
      await page.keyboard.press("x");
      ticked += 1;
    }
    await page.keyboard.press("j");
  }
  await page.keyboard.press("b");
  assert.ok(await page.evaluate(() => document.activeElement.matches("[data-several]")), "b leads to the button");
  await post(page, () => page.keyboard.press("Enter"));
  assert.equal(await focused(page), "H1", "the look begins with its heading");
  assert.equal(await page.locator("li.signal").count(), many, "what will happen is shown first");
  await tabTo(page, "main .actions button.button");
  await post(page, () => page.keyboard.press("Enter"));
  assert.equal(await page.getByText("Gedaan", { exact: true }).count(), many, "each says what became of it");
  assert.equal(await focused(page), "H1", "the result begins with its heading");
  await tabTo(page, ".back a", "Shift+Tab");
  const back = page.waitForEvent("load");
  await page.keyboard.press("Enter");
  await back;
}

test("a link on top of a signal opens the fold to which it leads, and its box has the focus", async (t) => {
  const { page } = await desk(t, NETWORK_COORDINATOR, "nl");
  await open(page, `${here.origin}/network?order=newest`);
  await page.locator(LINE).first().focus();
  await page.keyboard.press("Enter");
  await page.waitForURL("**/signals/*");
  for (const fold of ["aside-fold", "same-fold"]) {
    await page.locator(`main a[href='#${fold}']`).focus();
    await page.keyboard.press("Enter");
    await page.locator(`#${fold}[open]`).waitFor();
    await page.waitForFunction((id) => document.getElementById(id).contains(document.activeElement), fold);
  }
});

test("several are put aside with a keyboard and taken back in one go, the first two of the list", async (t) => {
  const { page, touched } = await desk(t, NETWORK_COORDINATOR, "nl");
  await open(page, `${here.origin}/network?order=newest`);
  const before = await waiting(page);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "Naar de lijst");
  await page.keyboard.press("Enter");
  await page.keyboard.press("j");
  for (const key of ["x", "j", "x", "b"]) await page.keyboard.press(key);
  await tabTo(page, "summary");
  await page.keyboard.press("Enter");
  await tabTo(page, "[formaction$='/postpone']");
  await post(page, () => page.keyboard.press("Enter"));
  await tabTo(page, "main .actions button.button");
  await post(page, () => page.keyboard.press("Enter"));
  assert.equal(await page.textContent("h1"), "2 signalen zijn behandeld.");
  await tabTo(page, "form[action$='/network/undo'] button");
  await post(page, () => page.keyboard.press("Enter"));
  assert.equal(await page.textContent("h1"), "2 signalen staan weer waar ze stonden.");
  await tabTo(page, ".back a", "Shift+Tab");
  const back = page.waitForEvent("load");
  await page.keyboard.press("Enter");
  await back;
  assert.equal(new URL(page.url()).search, "?order=newest", "back to the list as it was asked for");
  assert.equal(await waiting(page), before);
  assert.equal(touched(), 0);
});
