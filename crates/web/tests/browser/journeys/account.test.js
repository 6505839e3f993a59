import assert from "node:assert/strict";
import { test } from "node:test";

import { ADMINISTRATOR, PASSWORD, browse, newcomer, open, pause, post, secondFactor, signInBy, world } from "./demo.js";

const here = world();

test("a wrong password and an unknown account are answered alike", async (t) => {
  const page = await browse(here, t, { language: "nl" }).then((context) => context.newPage());
  const answers = [];
  for (const address of ["reader@demo.example", "nobody.at.all@demo.example"]) {
    await open(page, `${here.origin}/sign-in`);
    const answer = await signInBy(page, address, "een heel verkeerd wachtwoord");
    assert.equal(answer.status(), 422);
    await page.waitForSelector(".error-summary");
    assert.equal(await page.evaluate(() => document.activeElement.className), "error-summary");
    assert.equal(await page.inputValue("#address"), address);
    assert.equal(await page.inputValue("#password"), "");
    answers.push(await page.textContent(".error-summary"));
  }
  assert.equal(answers[0], answers[1]);
});

test("an administrator gives a second factor, and a wrong code opens nothing", async (t) => {
  const page = await browse(here, t, { language: "nl" }).then((context) => context.newPage());
  await open(page, `${here.origin}/sign-in`);
  await signInBy(page, ADMINISTRATOR, PASSWORD);
  await page.waitForURL("**/sign-in/code");
  await page.goto(`${here.origin}/administration`);
  assert.match(page.url(), /sign-in/, "half signed in is not signed in");
  await open(page, `${here.origin}/sign-in/code`);
  const right = secondFactor();
  await page.fill("#code", String((Number(right) + 1) % 1_000_000).padStart(6, "0"));
  await post(page, () => page.click(".login .button"));
  await page.waitForSelector(".error-summary");
  for (let tries = 0; new URL(page.url()).pathname === "/sign-in/code"; tries += 1) {
    assert.ok(tries < 4, "a right code opens");
    // A code counts once: another test may have used this one.
    if (tries > 0) await pause(30_500 - (Date.now() % 30_000));
    await page.fill("#code", secondFactor());
    await post(page, () => page.click(".login .button"));
    await page.waitForLoadState("networkidle");
  }
  await page.waitForURL("**/administration");
  assert.equal(await page.getByRole("table").isVisible(), true);
});

test("by invitation: a password is chosen, and signing out everywhere ends the other browser too", async (t) => {
  const first = await browse(here, t, { language: "nl" }).then((context) => context.newPage());
  const { address, password } = await newcomer(here, first, { role: "filer", organisation: "dienst-kanaalkant" });
  await first.waitForURL("**/file");
  const second = await browse(here, t, { language: "nl" }).then((context) => context.newPage());
  await open(second, `${here.origin}/sign-in`);
  await signInBy(second, address, password);
  await second.waitForURL("**/file");

  await open(first, `${here.origin}/account`);
  assert.equal(await first.locator("li.signal", { has: first.locator("strong") }).count(), 2, "both browsers are in the list");
  await post(first, () => first.click("button[name=session][value='*']"));
  for (const page of [second, first]) {
    await open(page, `${here.origin}/signals`);
    assert.match(page.url(), /sign-in/);
  }
});

test("nobody who is not signed in sees a page of the network", async (t) => {
  const page = await browse(here, t, { language: "nl" }).then((context) => context.newPage());
  for (const path of ["/file", "/signals", "/organisation", "/network", "/problems", "/account", "/administration"]) {
    await open(page, here.origin + path);
    assert.match(page.url(), /\/sign-in/, path);
  }
});
