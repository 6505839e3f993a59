// From a text to an edition: written, cleared by a second coordinator, asked about, agreed to except for one, frozen; and
// from the code on paper back to the signals.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { join } from "node:path";
import { test } from "node:test";
import { promisify } from "node:util";

import { NETWORK_COORDINATOR, SECOND_COORDINATOR, SIGNAL_COORDINATOR, browse, command, cookiesOf, open, speaksFor, world } from "./demo.js";
import { CHILDCARE, COHABITING, askAll, clear, judge, make, propose, send, toast, write } from "./workbench.js";

const here = world({ alone: true });
const WIDE = { viewport: { width: 1280, height: 900 } };
const REASON = "Wij zien dit niet in onze werking.";
/** Who says nothing in these pages answers through the same form, without a browser. */
const FRENCH = "signal-coordinator.fr@demo.example";

test("two coordinators and twenty organisations: what one refuses is left out of the edition, and the rest leads back to its signals", { timeout: 480_000 }, async (t) => {
  const someone = async (as) => (await browse(here, t, { as, language: "nl", ...WIDE })).newPage();
  const first = await someone(NETWORK_COORDINATOR);
  const second = await someone(SECOND_COORDINATOR);
  const made = [];
  for (const [headline, texts] of [["Pas de crèche", CHILDCARE], ["Héberger son fils", COHABITING]]) {
    await propose(first, here.origin, headline);
    const path = await make(first, { title: texts.nl.title });
    await open(first, here.origin + path);
    assert.match(await first.textContent("[aria-labelledby=standing]"), /De tekst is nog niet af in het Frans|De tekst ontbreekt in het Frans/);
    await write(first, here.origin, path, texts);
    await judge(first, here.origin, path);
    assert.match(await first.textContent("[aria-labelledby=clearance]"), /iemand anders moet hem nalezen/, "nobody clears a text of their own");
    await clear(second, here.origin, path);
    made.push({ path, title: texts.nl.title });
  }
  const [printed, refused] = made;

  // Nothing is asked before somebody asks.
  const canal = await someone(SIGNAL_COORDINATOR);
  await open(canal, `${here.origin}/agreement`);
  assert.equal(await canal.locator("article").count(), 0);
  await askAll(first, here.origin);

  // One organisation agrees to all except one, and refuses that one with its reason.
  await open(canal, `${here.origin}/agreement`);
  const item = canal.locator("article", { hasText: refused.title });
  await item.getByRole("checkbox").check();
  await send(canal, "#all > .actions .button");
  assert.match(await canal.textContent("[aria-labelledby=agreed]"), new RegExp(printed.title));
  assert.match(await canal.textContent("[aria-labelledby=left-out]"), new RegExp(refused.title));
  await send(canal, "main [name=act][value=agree]");
  await toast(canal, "genoteerd");
  await canal.locator("article", { hasText: refused.title }).getByRole("link").click();
  await canal.check("#stance-refuses");
  assert.equal((await send(canal, "#agree .button")).status(), 422, "a refusal has its reason");
  await canal.fill("#remark", REASON);
  await send(canal, "#agree .button");
  await toast(canal, "genoteerd");

  // Two more agree to all in one go; the others answer too.
  for (const as of [FRENCH, speaksFor("de-sleutelbos")]) {
    const page = await someone(as);
    await open(page, `${here.origin}/agreement`);
    assert.equal(await page.locator("article").count(), 2);
    await send(page, "#all > .actions .button");
    await send(page, "main [name=act][value=agree]");
    await toast(page, "genoteerd");
  }
  await open(first, `${here.origin}/structural/board`);
  const silent = await first.locator("tbody tr", { has: first.locator("td[data-name='Nog stil']", { hasText: "2" }) }).count();
  assert.equal(silent, 17, "the board shows who is silent");
  for (const organisation of OTHERS) await agreeToAll(speaksFor(organisation));
  await first.reload();
  assert.deepEqual(new Set(await first.locator("tbody td[data-name='Nog stil']").allTextContents()), new Set(["0"]));

  await open(first, here.origin + printed.path);
  assert.match(await first.textContent("[aria-labelledby=standing]"), /Klaar: niets houdt het nog tegen/);
  await open(first, here.origin + refused.path);
  assert.match(await first.textContent("[aria-labelledby=standing]"), /Eén organisatie stemt niet in/);

  const frozen = await command(here, "edition", "freeze", "3");
  t.diagnostic(JSON.stringify(frozen));
  assert.equal(frozen.withheld.length, 1);

  await open(first, here.origin + refused.path);
  const why = await first.textContent("main");
  assert.match(why, /Niet gedrukt/, "the page says that it was left out");
  assert.ok(why.includes(REASON), "and who refused why");
  await open(first, here.origin + printed.path);
  assert.doesNotMatch(await first.textContent("main"), /Niet gedrukt/);

  // Back from paper.
  const out = join(here.folder, "third");
  await command(here, "bundle", "--edition", "3", "--language", "nl", "--out", out);
  const { stdout: paper } = await promisify(execFile)("pdftotext", [join(out, "edition-3", "bundle.nl.pdf"), "-"]);
  const chapter = paper.replaceAll(/\s+/g, " ");
  assert.ok(chapter.includes(printed.title));
  assert.ok(!chapter.includes(refused.title));
  const code = /Spoorcode:?\s*([2-9A-Z]{4}-[2-9A-Z]{4})/.exec(chapter)?.[1];
  assert.ok(code, "a code stands in print");
  await open(first, `${here.origin}/structural`);
  await first.fill("#trace", "2222-2222");
  await first.locator("form:has(#trace) .button").click();
  await first.waitForSelector(".error-summary");
  await first.fill("#trace", code.toLowerCase());
  await first.locator("form:has(#trace) .button").click();
  await first.waitForURL(`**${printed.path}`);
  const links = first.locator("#members li.check a");
  assert.ok((await links.count()) >= 3);
  await links.first().click();
  await first.waitForURL("**/signals/*");
  assert.match(await first.textContent("main"), /opvang|crèche/i, "the words of the signal");
});

const OTHERS = [
  "het-kompas", "gezinshuis-lindenhof", "toit-partage", "rechtwijzer", "stem-uit-de-straat", "parole-debout", "brugfiguren-west",
  "relais-familles", "school-waterspiegel", "ecole-quatre-vents", "de-nachtwake", "table-ouverte", "collectif-horizons", "moederkracht",
  "de-olijftak", "buurttafel-vijver", "occupation-ateliers",
];

/** Reads what is asked and agrees to all of it, by the forms of the pages. */
async function agreeToAll(as) {
  const cookie = [...(await cookiesOf(here, as))].map((pair) => pair.join("=")).join("; ");
  const page = await (await fetch(`${here.origin}/agreement`, { headers: { cookie } })).text();
  const fields = new URLSearchParams({ csrf: /name="csrf" value="([^"]+)"/.exec(page)[1], act: "agree" });
  for (const [, read] of page.matchAll(/name="read" value="([^"]+)"/g)) fields.append("read", read);
  assert.equal(fields.getAll("read").length, 2);
  const answer = await fetch(`${here.origin}/agreement`, { method: "POST", body: fields, headers: { cookie }, redirect: "manual" });
  assert.equal(answer.status, 303, as);
}
