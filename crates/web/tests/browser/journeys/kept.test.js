import assert from "node:assert/strict";
import { test } from "node:test";

import { FILER_FR, FILER_NL, PASSWORD, SIGNAL_COORDINATOR, browse, file, fill, goOn, open, post, unlike, world } from "./demo.js";

const here = world();

/** The session ends, as it does by itself after a day of work. */
const signOut = (context) => context.clearCookies({ name: "megafoon-session" });

/** Signs in on the page that kept what was typed. */
async function signInThere(page, address, password = PASSWORD) {
  await page.fill("#kept #address", address);
  await page.fill("#kept #password", password);
  return post(page, () => page.click("#kept .button"));
}

test("without scripts, a form that is sent after the session ended is filed in the end, with every answer", async (t) => {
  for (const [as, language] of [[FILER_NL, "nl"], [FILER_FR, "fr"]]) {
    const context = await browse(here, t, { as, language, javaScriptEnabled: false });
    const page = await context.newPage();
    await open(page, `${here.origin}/file`);
    const problem = unlike("Gezinnen wachten \"jaren\" op een woning & krijgen geen antwoord.\nHet wordt erger");
    await fill(page, problem, { place: "21004", domain: "health" });
    await signOut(context);
    assert.equal((await post(page, () => goOn(page).click())).status(), 401);
    const said = (await page.textContent("dl.kept dd")).replaceAll("\r\n", "\n");
    assert.equal(said, problem, "it can be read and copied");
    assert.equal(new URL(page.url()).search, "", "nothing of it stands in an address");

    // The wrong password first, then another language, then the right one.
    assert.equal((await signInThere(page, as, "dit is het niet")).status(), 422);
    assert.equal(await page.inputValue("#kept #address"), as);
    await post(page, () => page.click("[name=switch][value=en]"));
    assert.equal(await page.getAttribute("html", "lang"), "en");
    await post(page, () => page.click(`[name=switch][value=${language}]`));
    assert.equal((await signInThere(page, as)).status(), 200);
    await post(page, () => page.click("#kept .button"));
    assert.equal(await page.inputValue("#problem"), problem);
    assert.equal(await page.inputValue("#place"), "21004");
    assert.ok(await page.isChecked("[name=domain][value=health]"));
    assert.ok(await page.isChecked("[name=tried][value=referred]"));
    await goOn(page).click();
    await page.waitForSelector("#filing[data-checked]");
    await goOn(page).click();
    await page.waitForURL("**/filed/*");
  }
});

test("without scripts, a note whose page had become old is read once more under the name of who sends it", async (t) => {
  const headline = unlike("Een loket stuurt mensen telkens door");
  const filer = await browse(here, t, { as: FILER_NL, language: "nl" });
  const writing = await filer.newPage();
  await open(writing, `${here.origin}/file`);
  await file(writing, `${headline}. Niemand neemt de vraag aan.`);
  const context = await browse(here, t, { as: SIGNAL_COORDINATOR, language: "nl", javaScriptEnabled: false });
  const page = await context.newPage();
  await open(page, `${here.origin}/organisation`);
  await page.locator("li.signal", { hasText: headline }).getByRole("link").first().click();
  const note = "Wij hebben zelf een afspraak met het loket gemaakt.";
  await page.locator("details:has(form[action$='/solve']) summary").first().click();
  await page.fill("#note", note);
  // Another tab signs out and in again: the page in this one belongs to the session before.
  await signOut(context);
  const other = await context.newPage();
  await open(other, `${here.origin}/sign-in`);
  await other.fill("#address", SIGNAL_COORDINATOR);
  await other.fill("#password", PASSWORD);
  await post(other, () => other.click(".login .button"));
  assert.equal((await post(page, () => page.click("form[action$='/solve'] .button"))).status(), 403);
  assert.equal(await page.textContent("dl.kept dd"), note);
  assert.match(await page.textContent(".page-head"), /U bent aangemeld als/);
  await page.click("#kept .button");
  await page.locator(".toast").waitFor();
  await page.goto(`${here.origin}/organisation?show=solved`);
  assert.ok(await page.locator("li.signal", { hasText: headline }).count());
});

test("without scripts, another language on a page with an error keeps what was typed", async (t) => {
  const headline = unlike("Een formulier is te moeilijk");
  const filer = await browse(here, t, { as: FILER_NL, language: "nl" });
  const writing = await filer.newPage();
  await open(writing, `${here.origin}/file`);
  await file(writing, `${headline}. Niemand geraakt eruit.`);
  const context = await browse(here, t, { as: SIGNAL_COORDINATOR, language: "nl", javaScriptEnabled: false });
  const page = await context.newPage();
  await open(page, `${here.origin}/organisation`);
  await page.locator("li.signal", { hasText: headline }).getByRole("link").first().click();
  const note = "Bel 0477 12 34 56 maar.";
  await page.locator("details:has(form[action$='/solve']) summary").first().click();
  await page.fill("#note", note);
  assert.equal((await post(page, () => page.click("form[action$='/solve'] .button"))).status(), 422);
  await post(page, () => page.click("[name=switch][value=fr]"));
  assert.equal(await page.getAttribute("html", "lang"), "fr");
  assert.equal(await page.inputValue("#note"), note);
  assert.equal(await page.locator(".error-summary li").count(), 1);
});
