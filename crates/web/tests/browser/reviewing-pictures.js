// Makes the pictures of docs/reviewing.md from a running demo, at the width of a desk or of a phone:
//   MEGAFOON_TEST_PROGRAM=… node reviewing-pictures.js      (with playwright-core as in scripts/browser.js)

import { take } from "./picture.js";
import { launch } from "./scripts/browser.js";
import { NETWORK_COORDINATOR, SECOND_COORDINATOR, SIGNAL_COORDINATOR, cookiesOf, open, pause, speaksFor, startDemo } from "./journeys/demo.js";
import { CHILDCARE, COHABITING, askAll, clear, judge, make, propose, send, write } from "./journeys/workbench.js";

const DESK = { width: 1040, height: 760 };
const PHONE = { width: 360, height: 720 };

const demo = await startDemo();
const browser = await launch();
try {
  const page = await someone(NETWORK_COORDINATOR, "nl");
  await queue(page);
  await similar(page);
  await proposals();
  const paths = await written(page);
  await standing(page, paths[1]);
  await compared(paths);
  await agreed(page);
  await logged(page);
  await rising(page);
} finally {
  await browser.close();
  await demo.stop();
}

async function someone(as, language, viewport = DESK) {
  const context = await browser.newContext({ viewport, reducedMotion: "reduce", locale: `${language}-BE` });
  context.setDefaultTimeout(30_000);
  const cookies = [...(await cookiesOf(demo, as)), ["megafoon-language", language]];
  await context.addCookies(cookies.map(([name, value]) => ({ name, value, url: demo.origin })));
  const page = await context.newPage();
  // A page is painted in the fonts that are there: on the second one they are.
  await open(page, `${demo.origin}/help`);
  return page;
}

async function queue(page) {
  await open(page, `${demo.origin}/network`);
  await take(page, "review-queue-nl", ".page-head");
  await page.locator("[data-triage] h3 a").nth(1).focus();
  await page.keyboard.press("?");
  await take(page, "review-keys-nl", "#waiting");
}

async function similar(page) {
  await open(page, `${demo.origin}/network`);
  await page.locator("[data-triage] h3 a", { hasText: "Tussen twee medische kaarten" }).click();
  await page.waitForURL("**/signals/*");
  await page.locator("main a[href$='/similar']").click();
  await page.waitForURL("**/similar");
  for (const end = Date.now() + 120_000; (await page.locator("li.signal").count()) === 0 && Date.now() < end; await page.reload()) await pause(500);
  await take(page, "review-similar-nl", ".page-head");
}

async function proposals() {
  const page = await someone(SECOND_COORDINATOR, "fr");
  await open(page, `${demo.origin}/proposals`);
  await take(page, "review-proposals-fr", ".page-head");
}

/** Two structural signals: one that a second person read, one that is not finished. */
async function written(page) {
  const paths = [];
  for (const [headline, texts] of [["Pas de crèche", CHILDCARE], ["Héberger son fils", { nl: COHABITING.nl }]]) {
    await propose(page, demo.origin, headline);
    const path = await make(page, { title: texts.nl.title });
    await write(page, demo.origin, path, texts);
    paths.push(path);
  }
  await judge(page, demo.origin, paths[0]);
  await clear(await someone(SECOND_COORDINATOR, "nl"), demo.origin, paths[0]);
  return paths;
}

async function standing(page, path) {
  await open(page, demo.origin + path);
  await take(page, "review-one-nl", ".page-head");
  await open(page, `${demo.origin}/structural`);
  await take(page, "review-workbench-nl", ".page-head");
}

async function compared(paths) {
  const page = await someone(NETWORK_COORDINATOR, "nl", PHONE);
  await open(page, `${demo.origin}/structural/compare?${paths.map((path) => `id=${path.split("/").at(-1)}`).join("&")}`);
  await take(page, "review-compare-nl", ".columns");
}

async function agreed(page) {
  await askAll(page, demo.origin);
  const french = await someone("signal-coordinator.fr@demo.example", "fr");
  await open(french, `${demo.origin}/agreement`);
  await take(french, "review-agreement-fr", ".page-head");
  const all = await someone(SIGNAL_COORDINATOR, "nl");
  await open(all, `${demo.origin}/agreement`);
  await all.locator("article input[type=checkbox]").last().check();
  await send(all, "#all > .actions .button");
  await send(all, "main [name=act][value=agree]");
  const other = await someone(speaksFor("de-sleutelbos"), "nl");
  await open(other, `${demo.origin}/agreement`);
  await other.locator("article").last().getByRole("link").click();
  await other.check("#stance-refuses");
  await other.fill("#remark", "De Franse tekst ontbreekt nog.");
  await send(other, "#agree .button");
  await open(page, `${demo.origin}/structural/board`);
  await take(page, "review-board-nl", ".page-head");
}

async function logged(page) {
  await open(page, `${demo.origin}/log`);
  await take(page, "review-log-nl", ".page-head");
}

async function rising(page) {
  await open(page, `${demo.origin}/network/rising`);
  await take(page, "review-rising-nl", ".page-head");
}
