// Makes the pictures of docs/filing.md from a running demo, at the width of a phone:
//   MEGAFOON_TEST_PROGRAM=… node pictures.js      (with playwright-core as in scripts/browser.js)

import { take } from "./picture.js";
import { launch } from "./scripts/browser.js";
import { ADMINISTRATOR, FILER_FR, FILER_NL, cookiesOf, fill, goOn, keptOffline, open, startDemo } from "./journeys/demo.js";

const WIDTH = 360;
const TEXT_NL =
  "Gezinnen wachten drie maanden op een antwoord over hun leefloon. Intussen loopt de huur op. Het loket verwijst naar de " +
  "website, en de website naar het loket.";

const demo = await startDemo();
const browser = await launch();
try {
  await blocked();
  await taps();
  await checkedAndReceived();
  await waiting();
  await answered();
  await card();
} finally {
  await browser.close();
  await demo.stop();
}

async function someone(as, language, height = 640) {
  const context = await browser.newContext({ viewport: { width: WIDTH, height }, reducedMotion: "reduce", locale: `${language}-BE` });
  context.setDefaultTimeout(30_000);
  const cookies = [...(await cookiesOf(demo, as)), ["megafoon-language", language]];
  await context.addCookies(cookies.map(([name, value]) => ({ name, value, url: demo.origin })));
  return context.newPage();
}

async function blocked() {
  const page = await someone(FILER_FR, "fr");
  await open(page, `${demo.origin}/file`);
  await take(page, "form-fr", ".page-head");
  await page.fill("#problem", "La mère, 91.03.17-204.60, attend sa carte médicale depuis mars.");
  await page.waitForSelector(".finding mark");
  await take(page, "reword-fr", "#field-problem");
}

async function taps() {
  const page = await someone(FILER_NL, "nl");
  await open(page, `${demo.origin}/file`);
  await fill(page, TEXT_NL, { domain: "income-debts", place: "21012" });
  await take(page, "taps-nl", "#field-place");
}

async function checkedAndReceived() {
  const page = await someone(FILER_NL, "nl");
  await open(page, `${demo.origin}/file`);
  await fill(page, TEXT_NL, { domain: "income-debts", place: "21012" });
  await goOn(page).click();
  await page.waitForSelector("#filing[data-checked]");
  await take(page, "check-nl", ".page-head");
  await goOn(page).click();
  await page.waitForURL("**/filed/*");
  await take(page, "receipt-nl", ".receipt");
}

async function waiting() {
  const page = await someone(FILER_FR, "fr");
  await open(page, `${demo.origin}/file`);
  await keptOffline(page);
  await page.context().setOffline(true);
  await fill(page, "Des familles attendent trois mois une réponse à leur demande d’aide.", { domain: "income-debts" });
  await goOn(page).click();
  await page.click("[data-offline-send]");
  await page.locator(".receipt h1").waitFor();
  await page.goto(`${demo.origin}/file/queue`);
  await page.locator("[data-list] > li").waitFor();
  await take(page, "queue-fr");
}

async function answered() {
  const page = await someone(FILER_FR, "fr");
  await open(page, `${demo.origin}/signals`);
  const links = await page.locator("li.signal h3 a").evaluateAll((all) => all.map((link) => link.href));
  for (const link of links) {
    await open(page, link);
    if (await page.locator(".sides section:first-child p[lang]").count()) break;
  }
  await take(page, "answer-fr", "section.sheet:has(.sides section:first-child p[lang])");
}

async function card() {
  const page = await someone(ADMINISTRATOR, "nl");
  await open(page, `${demo.origin}/administration/cards`);
  await page.selectOption("#organisation", { index: 3 });
  await page.selectOption("#sponsor", { index: 1 });
  await page.fill("#label", "Keukentafel");
  await page.click("form.form .button");
  await page.waitForSelector(".filing-card");
  await take(page, "card-nl", ".filing-card");
}
