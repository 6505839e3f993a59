import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { PROBLEM, fill, launch, phone, until } from "./browser.js";
import { startServer } from "./server.js";

let browser, server;
before(async () => {
  [browser, server] = await Promise.all([launch(), startServer()]);
});
after(async () => {
  await browser.close();
  await server.down();
});

async function formPage(t, path = "/file") {
  const context = await phone(browser, t);
  const page = await context.newPage();
  await page.goto(server.origin + path);
  // The scripts are in place when the counter speaks.
  await page.waitForFunction(() => document.querySelector(".counter").textContent !== "");
  return page;
}

test("the headline follows the first sentence until somebody writes one", async (t) => {
  const page = await formPage(t);
  await page.fill("#problem", PROBLEM);
  assert.equal(await page.inputValue("#headline"), "Gezinnen wachten drie jaar op een sociale woning");
  await page.fill("#headline", "Wachtlijst");
  await page.fill("#problem", "Iets anders. En meer.");
  assert.equal(await page.inputValue("#headline"), "Wachtlijst");
  await page.fill("#headline", "");
  await page.fill("#problem", "Nog iets. En meer.");
  assert.equal(await page.inputValue("#headline"), "Nog iets");
});

test("the counter tells what is left and what is too much, and is heard only near the end", async (t) => {
  const page = await formPage(t);
  const counter = page.locator("[data-counter-for=problem]");
  assert.equal(await counter.textContent(), "1,000 characters left");
  await page.fill("#problem", "a".repeat(999));
  assert.equal(await counter.textContent(), "1 character left");
  await page.waitForFunction(() => document.querySelector("form > .visually-hidden").textContent === "1 character left");
  await page.fill("#problem", "😀".repeat(1002));
  assert.equal(await counter.textContent(), "2 characters too many");
  assert.equal(await counter.getAttribute("data-state"), "over");
  await page.fill("#problem", "short");
  await page.waitForFunction(() => document.querySelector("form > .visually-hidden").textContent === "");
});

test("a finding shows at its place, and goes when the text is reworded", async (t) => {
  const page = await formPage(t);
  await page.fill("#problem", "De moeder (85.07.30-033.28) wacht al lang.");
  const finding = page.locator("[data-findings-for=problem] .finding");
  await finding.waitFor();
  assert.equal(await finding.locator("mark").textContent(), "85.07.30-033.28");
  assert.equal(await finding.getAttribute("data-certainty"), "blocked");
  assert.match(await finding.textContent(), /De moeder \(.*This looks like a national register number/);
  assert.equal(await page.getAttribute("#problem", "aria-invalid"), "true");
  await finding.getByRole("button").click();
  assert.equal(await page.evaluate(() => getSelection().toString()), "85.07.30-033.28");
  await page.fill("#problem", "De moeder wacht al lang.");
  await finding.waitFor({ state: "detached" });
  assert.equal(await page.getAttribute("#problem", "aria-invalid"), null);
});

test("what is missing is told in a summary that takes the focus, and at the fields", async (t) => {
  const page = await formPage(t);
  const before = server.state.native.length;
  await page.fill("#problem", "Nummer 85.07.30-033.28");
  await page.click("#send");
  await page.waitForSelector(".error-summary:focus");
  const said = await page.locator(".error-summary a").allTextContents();
  assert.deepEqual(said, [
    // Once, though the proposed headline holds it too: it follows the text.
    "This looks like a national register number.",
    "Tap what was tried",
    "Choose a domain",
    "Choose where it happens",
  ]);
  assert.equal(await page.title(), "Error: File a signal");
  assert.equal(await page.textContent("#field-domain .error"), "Choose a domain");
  await page.locator(".error-summary a").last().click();
  assert.equal(await page.evaluate(() => document.activeElement.id), "place");
  assert.equal(server.state.native.length, before);
  await fill(page);
  await page.click("#send");
  await page.waitForSelector("#echo");
  assert.equal(server.state.native.at(-1).get("problem"), PROBLEM);
});

test("two places of one kind in a text are one sentence in the summary and one at the field", async (t) => {
  const page = await formPage(t);
  await fill(page, "Bel 0477 12 34 56 of 0478 12 34 56 na vijf uur.");
  await page.click("#send");
  await page.waitForSelector(".error-summary:focus");
  assert.equal(await page.locator(".error-summary li").count(), 1);
  assert.equal(await page.locator("#field-headline > .error").count(), 0);
  assert.equal(await page.locator("#field-problem > .error").count(), 1);
  assert.equal(await page.locator("#field-problem > .error br").count(), 0);
  await until("both places are shown", async () => (await page.locator("[data-findings-for=problem] .finding").count()) === 2);
});

test("the form sends with the session's fresh token and its own client id", async (t) => {
  const page = await formPage(t);
  const id = await page.inputValue("[name=client_id]");
  server.state.session.csrf = "token-2";
  await fill(page);
  await page.click("#send");
  await page.waitForSelector("#echo");
  const sent = server.state.native.at(-1);
  assert.equal(sent.get("csrf"), "token-2");
  assert.equal(sent.get("client_id"), id);
  assert.deepEqual(sent.getAll("tried"), ["referred"]);
});

test("a draft is saved after a pause, and not while a finding stands", async (t) => {
  const page = await formPage(t);
  const before = server.state.drafts.length;
  await page.fill("#problem", "Een nummer 85.07.30-033.28 erin");
  await page.waitForFunction(() => document.querySelector("[data-draft-state]").textContent.startsWith("Not saved"));
  assert.equal(server.state.drafts.length, before);
  await page.fill("#problem", "Zonder nummer");
  await page.waitForFunction(() => document.querySelector("[data-draft-state]").textContent.startsWith("Draft saved at"));
  assert.equal(server.state.drafts.length, before + 1);
  assert.equal(server.state.drafts.at(-1).problem, "Zonder nummer");
  assert.equal(await page.inputValue("[name=draft]"), "d-1");
});

test("leaving asks while something is unsaved, and not after it is saved or sent", async (t) => {
  const page = await formPage(t);
  const asked = [];
  page.on("dialog", (dialog) => {
    asked.push(dialog.type());
    dialog.accept();
  });
  await page.fill("#problem", "Onbewaard");
  await page.reload();
  assert.deepEqual(asked, ["beforeunload"]);
  await fill(page);
  await page.waitForFunction(() => document.querySelector("[data-draft-state]").textContent.startsWith("Draft saved at"));
  await page.reload();
  await fill(page);
  await page.click("#send");
  await page.waitForSelector("#echo");
  assert.deepEqual(asked, ["beforeunload"]);
});

test("the language switch takes an unfinished text along", async (t) => {
  const page = await formPage(t);
  await page.fill("#problem", "Half");
  await page.click("#language");
  await page.waitForURL("**/file/language");
  assert.equal(await page.inputValue("#problem"), "Half");
});

test("after the language switch, leaving asks too: what came along is kept nowhere yet", async (t) => {
  const page = await formPage(t);
  await page.fill("#problem", "Half");
  await page.click("#language");
  await page.waitForURL("**/file/language");
  await page.waitForFunction(() => document.querySelector(".counter").textContent !== "");
  const asked = [];
  page.on("dialog", (dialog) => {
    asked.push(dialog.type());
    dialog.accept();
  });
  // A browser asks only on a page that somebody has touched.
  await page.click("h1");
  await page.goto(`${server.origin}/help`);
  assert.deepEqual(asked, ["beforeunload"]);
});

test("known signals are asked for anew when an answer tells more, and not while a finding stands", async (t) => {
  const page = await formPage(t);
  const shown = () => page.locator("[data-known] li").allTextContents();
  assert.deepEqual(await shown(), ["Waiting lists"]);
  await page.check("[name=domain][value=health]");
  await page.getByText("Known of health").waitFor();
  const before = server.state.asked.length;
  await page.fill("#problem", "Nummer 85.07.30-033.28");
  await page.check("[name=domain][value=housing]");
  await page.fill("#problem", "Zonder nummer");
  await page.check("[name=domain][value=health]");
  await until("it is asked again", () => server.state.asked.length > before);
  assert.ok(server.state.asked.slice(before).every((problem) => problem === "Zonder nummer"));
});

test("an error goes when its field is mended, and none comes while typing", async (t) => {
  const page = await formPage(t);
  await page.click("#send");
  await page.waitForSelector(".error-summary:focus");
  const said = () => page.locator(".error-summary a").allTextContents();
  const first = await said();
  await page.check("[name=domain][value=health]");
  await until("the entry is gone", async () => !(await said()).includes("Choose a domain"));
  assert.equal(await page.locator("#field-domain .error").count(), 0);
  assert.equal(await page.locator("#field-domain.invalid").count(), 0);
  assert.deepEqual(await said(), first.filter((sentence) => sentence !== "Choose a domain"));
  await page.fill("#problem", "Nummer 85.07.30-033.28");
  await page.check("[name=tried][value=referred]");
  await page.selectOption("#place", "21004");
  await until("only the text is wrong", async () => (await said()).length === 1);
  assert.equal(await page.locator("#field-problem.invalid").count(), 1, "it is not mended while a finding stands");
  await page.fill("#problem", PROBLEM);
  await page.waitForSelector(".error-summary", { state: "detached" });
  assert.equal(await page.title(), "File a signal");
  await page.fill("#problem", "");
  await page.waitForTimeout(300);
  assert.equal(await page.locator(".error").count(), 0);
});

test("never eligible is asked with exclusion alone", async (t) => {
  const page = await formPage(t);
  const question = page.locator("#field-never_eligible");
  assert.equal(await question.isVisible(), false);
  await page.check("[name=cause][value=exclusion]");
  await page.check("[name=never_eligible]");
  await page.check("[name=cause][value=not-known]");
  assert.equal(await question.isVisible(), false);
  assert.equal(await page.isChecked("[name=never_eligible]"), false);
});

test("without the screening rules the page still files", async (t) => {
  server.state.missing = "/assets/v1/rules.json";
  t.after(() => (server.state.missing = ""));
  const context = await phone(browser, t);
  const page = await context.newPage();
  await page.goto(`${server.origin}/file`);
  await fill(page);
  const before = server.state.native.length;
  await page.click("#send");
  await until("the form arrives", () => server.state.native.length === before + 1);
});
