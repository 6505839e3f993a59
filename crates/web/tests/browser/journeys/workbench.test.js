// Structural signals in the workbench: made of a proposal or chosen by hand, signals put in, taken out, split off and
// merged, and each of these taken back.

import assert from "node:assert/strict";
import { test } from "node:test";

import { NETWORK_COORDINATOR, browse, open, unlike, world } from "./demo.js";
import { make, members, propose, send, toast, undo } from "./workbench.js";

// A demo of its own: what belongs to nothing yet is what this is about.
const here = world({ alone: true });
let byHand;

test("without scripts, a structural signal is made of chosen signals and described", async (t) => {
  const context = await browse(here, t, { as: NETWORK_COORDINATOR, language: "nl", javaScriptEnabled: false });
  const page = await context.newPage();
  await open(page, `${here.origin}/structural`);
  await page.getByRole("link", { name: "Structureel signaal maken" }).click();
  await page.selectOption("#domain", "income-debts");
  await page.getByRole("button", { name: "Tonen" }).click();
  await page.waitForURL("**domain=income-debts**");
  const offer = (headline) => page.locator("li.check", { hasText: headline });
  assert.equal(await offer("Pas de crèche").count(), 0);
  await offer("Samen huren").getByRole("checkbox").check();
  // What is ticked stays so while somebody looks for more.
  await page.selectOption("#domain", "");
  await page.getByRole("button", { name: "Tonen" }).click();
  await page.waitForURL((url) => !url.search.includes("income-debts"));
  assert.equal(await page.locator("li.check input[name=signal]:checked").count(), 1);
  await offer("Héberger son fils").getByRole("checkbox").check();
  await page.getByRole("button", { name: "Verder met de aangevinkte" }).click();
  await page.waitForURL("**chosen=1**");

  // Without a title nothing is made, and nothing that was chosen is lost.
  assert.equal((await send(page, "#new > .actions .button")).status(), 422);
  assert.equal(await page.locator("li.check input[name=signal]:checked").count(), 2);
  byHand = await make(page, { title: unlike("Samenwonen kost geld"), owner: "parole-debout" });
  assert.equal(await members(page), 2);
  assert.equal(await page.locator("#judge input:checked").count(), 0, "no criterion is met by itself");
});

test("made of a proposal; signals added, taken out, split off, merged, and every step taken back", { timeout: 120_000 }, async (t) => {
  const context = await browse(here, t, { as: NETWORK_COORDINATOR, language: "nl", viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const at = (path) => open(page, here.origin + path);
  await propose(page, here.origin, "Pas de crèche");
  const languages = await page.locator("li.check label[lang]").evaluateAll((all) => new Set(all.map((one) => one.lang)).size);
  assert.ok(languages >= 2, "the proposal reaches over languages");
  const path = await make(page, { title: unlike("Zonder werk geen opvang") });
  const all = await members(page);
  assert.ok(all >= 3, `${all} in it`);
  const id = await page.locator("#members input[name=signal]").first().getAttribute("value");
  await at("/proposals");
  assert.equal(await page.locator(`a[href*="${id}"]`).count(), 0, "it is not proposed again");

  // Put in, once there is something more to put in.
  await at("/network");
  await send(page, "[data-triage] form[action$='/accept'] button");
  await at(`${path}/add`);
  await page.locator("li.check").first().getByRole("checkbox").check();
  await page.getByRole("button", { name: "Verder met de aangevinkte" }).click();
  await page.waitForSelector("#move");
  await page.fill("#reason", "Zegt hetzelfde in andere woorden.");
  await send(page, "#move > .actions .button");
  await toast(page, "toegevoegd");
  assert.equal(await members(page), all + 1);
  await undo(page, path, here.origin);
  assert.equal(await members(page), all);

  // Taken out, without a tick first.
  await withTicked(page, 0);
  assert.equal((await send(page, "#members [value=take-out]")).status(), 422);
  await withTicked(page, 1);
  await page.fill("#members [name=reason]", "Gaat over iets anders.");
  await send(page, "#members [value=take-out]");
  await toast(page, "eruit gehaald");
  assert.equal(await members(page), all - 1);
  await undo(page, path, here.origin);
  assert.equal(await members(page), all);

  // Split off.
  await withTicked(page, 1);
  await page.fill("#members [name=reason]", "Een ander probleem.");
  await send(page, "#members [value=split]");
  await page.waitForSelector("#move");
  await page.fill("#title-nl", unlike("Taalles zonder opvang"));
  await send(page, "#move > .actions .button");
  await toast(page, "Afgesplitst");
  const other = new URL(page.url()).pathname;
  assert.notEqual(other, path);
  assert.equal(await members(page), 1);
  await send(page, ".toast form button");
  await toast(page, "Ongedaan gemaakt");
  await at(path);
  assert.equal(await members(page), all);

  // Merged, after a look at what will happen.
  await at(`${path}/merge`);
  await page.selectOption("#into", byHand.split("/").at(-1));
  await page.fill("#reason", "Hetzelfde probleem.");
  await send(page, "#merge .button");
  assert.match(await page.textContent("[aria-labelledby=preview]"), new RegExp(`${all} signalen gaan mee`));
  await send(page, "#merge .button");
  await toast(page, "Samengevoegd");
  assert.equal(await members(page), all + 2);
  await at(path);
  assert.match(await page.textContent(".warning"), /samengevoegd/i, "the original can still be read");
  await undo(page, byHand, here.origin);
  assert.equal(await members(page), 2);
  await at(path);
  assert.equal(await members(page), all);
});

/** Ticks so many signals. */
async function withTicked(page, many) {
  const boxes = page.locator("#members input[name=signal]");
  for (let at = 0; at < many; at += 1) await boxes.nth(at).check();
}
