import assert from "node:assert/strict";
import { test } from "node:test";

import { everythingKept, until } from "../scripts/browser.js";
import { FILER_NL, browse, fill, goOn, keptOffline, newcomer, open, unlike, world } from "./demo.js";

const here = world();

async function readyPhone(t) {
  const context = await browse(here, t, { as: FILER_NL, language: "nl" });
  const page = await context.newPage();
  await open(page, `${here.origin}/file`);
  await keptOffline(page);
  return { context, page };
}

const waiting = (page) => page.locator("[data-list] > li");
const receipts = (page) => page.locator("[data-sent] [data-slot=receipt]");

/** How many of "my signals" have this headline. */
async function mine(page, headline) {
  await open(page, `${here.origin}/signals`);
  return page.locator("li.signal h3", { hasText: headline }).count();
}

test("the network is lost midway: nothing is lost, the queue says why it waits, and it is sent once", async (t) => {
  const { context, page } = await readyPhone(t);
  const headline = unlike("De wachtlijst voor een sociale woning staat stil");
  const secret = "Gezinnen met drie kinderen slapen bij kennissen.";
  await page.fill("#problem", `${headline}. ${secret}`);
  await context.setOffline(true);
  await page.locator(".offline").waitFor({ state: "visible" });
  assert.match(await page.textContent(".offline"), /U kunt gewoon verder schrijven|Geen verbinding|geen netwerk/i);
  await fill(page, await page.inputValue("#problem"));
  await goOn(page).click();

  const rows = page.locator("[data-answer]");
  await rows.first().waitFor();
  const read = await rows.locator("[data-answer-value]").allTextContents();
  for (const words of [`${headline}. ${secret}`, headline, "Sint-Jans-Molenbeek"]) assert.ok(read.includes(words), words);
  await page.click("[data-offline-back]");
  assert.equal(await page.inputValue("#problem"), `${headline}. ${secret}`, "going back loses nothing");
  await goOn(page).click();
  await page.click("[data-offline-send]");
  await page.locator(".receipt h1").waitFor();
  assert.ok(!(await everythingKept(page)).includes(secret), "nothing on the phone can be read back");
  await page.close();

  const later = await context.newPage();
  await later.goto(`${here.origin}/file/queue`);
  await waiting(later).waitFor();
  assert.equal(await waiting(later).count(), 1);
  assert.match(await waiting(later).textContent(), /Er was geen netwerk/);

  await context.setOffline(false);
  await receipts(later).waitFor();
  const receipt = await receipts(later).textContent();
  assert.match(receipt, /^[0-9A-Z]{5}-[0-9A-Z]{5}$/);
  assert.equal(await waiting(later).count(), 0);
  assert.equal(await mine(later, headline), 1);
  await later.locator("li.signal h3 a", { hasText: headline }).click();
  const kept = await later.textContent("main");
  assert.ok(kept.includes(secret) && kept.includes("Sint-Jans-Molenbeek"));
});

test("an answer that is lost after the server had stored it makes no second signal", async (t) => {
  const { context, page } = await readyPhone(t);
  const headline = unlike("Het loket neemt de telefoon niet op");
  let lost = 0;
  await context.route("**/file/sealed", async (route) => {
    if (lost > 0) return route.continue();
    lost += 1;
    await route.fetch();
    await route.abort("connectionreset");
  });
  await context.setOffline(true);
  await fill(page, headline);
  await goOn(page).click();
  await page.click("[data-offline-send]");
  await page.locator(".receipt h1").waitFor();
  await context.setOffline(false);
  await until("the first answer is lost", () => lost === 1);
  await open(page, `${here.origin}/file/queue`);
  await page.click("[data-send]", { timeout: 2000 }).catch(() => {}); // It may have gone by itself already.
  await receipts(page).waitFor();
  assert.equal(await mine(page, headline), 1);
});

test("the network is lost on the page where it is read once more: the same button keeps it", async (t) => {
  const { context, page } = await readyPhone(t);
  const headline = unlike("De sociale dienst vraagt telkens een nieuw attest");
  await fill(page, headline);
  await goOn(page).click();
  await page.waitForSelector("#filing[data-checked]");
  await context.setOffline(true);
  await goOn(page).click();
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.locator(".receipt a[href='/file/queue'], .actions a[href='/file/queue']").first().waitFor();
  await context.setOffline(false);
  await open(page, `${here.origin}/file/queue`);
  await receipts(page).waitFor();
  assert.equal(await mine(page, headline), 1);
});

test("the form opens without network for whoever opened it once, and holds nothing of anybody", async (t) => {
  const { context, page } = await readyPhone(t);
  await context.setOffline(true);
  await page.goto(`${here.origin}/file`);
  assert.equal(await page.isVisible("#problem"), true);
  assert.equal(await page.isVisible(".offline"), true);
  assert.equal(await page.inputValue("[name=csrf]"), "");
  assert.ok(!(await page.content()).includes("Aanbrenger"), "no name");
});

test("wiping the phone leaves nothing on it and signs out", async (t) => {
  const context = await browse(here, t, { language: "nl" });
  const page = await context.newPage();
  // A session of its own: signing out ends it.
  await newcomer(here, page, { role: "filer", organisation: "dienst-kanaalkant" });
  await open(page, `${here.origin}/file`);
  await keptOffline(page);
  await context.setOffline(true);
  await fill(page, unlike("De kinderopvang is vol"));
  await goOn(page).click();
  await page.click("[data-offline-send]");
  await page.locator(".receipt h1").waitFor();
  await page.goto(`${here.origin}/file/queue`);
  await waiting(page).waitFor();
  await page.locator("#wipe").evaluate((form) => (form.closest("details").open = true));
  await page.click("#wipe button");
  // What would be lost is said first.
  await page.locator("[data-wipe-waiting]", { hasText: "1 signaal" }).waitFor();
  await context.setOffline(false);
  await page.click("#wipe button");
  await page.waitForURL("**/sign-in*");
  await until("nothing is kept", async () => !/cipher|megafoon-/.test(await everythingKept(page)));
  assert.match((await open(page, `${here.origin}/signals`)).url(), /sign-in/);
});
