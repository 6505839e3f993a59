// Makes the pictures of docs/filing.md from a running demo, at the width of a phone:
//   MEGAFOON_TEST_PROGRAM=… node pictures.js      (with playwright-core as in scripts/browser.js)

import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { crc32, deflateSync, inflateSync } from "node:zlib";

import { launch } from "./scripts/browser.js";
import { ADMINISTRATOR, FILER_FR, FILER_NL, cookiesOf, fill, goOn, keptOffline, open, startDemo } from "./journeys/demo.js";

const WIDTH = 360;
const LARGEST = 60_000;
const TEXT_NL =
  "Gezinnen wachten drie maanden op een antwoord over hun leefloon. Intussen loopt de huur op. Het loket verwijst naar de " +
  "website, en de website naar het loket.";
const folder = fileURLToPath(new URL("../../../../docs/pictures/", import.meta.url));
mkdirSync(folder, { recursive: true });

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
  const context = await browser.newContext({ viewport: { width: WIDTH, height }, reducedMotion: "reduce" });
  context.setDefaultTimeout(30_000);
  const cookies = [...(await cookiesOf(demo, as)), ["megafoon-language", language]];
  await context.addCookies(cookies.map(([name, value]) => ({ name, value, url: demo.origin })));
  return context.newPage();
}

/** The window from `selector` down, or from the top of the page. */
async function take(page, name, selector, above = 12) {
  await page.evaluate(() => document.fonts.ready);
  await page.evaluate(() => document.activeElement?.blur());
  await page.evaluate(([wanted, gap]) => {
    const top = wanted ? document.querySelector(wanted).getBoundingClientRect().top + scrollY - gap : 0;
    scrollTo({ top, behavior: "instant" });
  }, [selector, above]);
  const picture = inPalette(await page.screenshot({ animations: "disabled" }));
  assert.ok(picture.length <= LARGEST, `${name} weighs ${picture.length} bytes`);
  writeFileSync(`${folder}${name}.png`, picture);
  console.log(`${name}.png ${picture.length}`);
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

/** The same PNG in its 256 most frequent colours, each other one as the nearest of them: a third of the bytes. */
function inPalette(png) {
  const chunks = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    chunks.push([png.toString("latin1", at + 4, at + 8), png.subarray(at + 8, at + 8 + png.readUInt32BE(at))]);
  }
  const header = Buffer.from(chunks[0][1]);
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const channels = { 2: 3, 6: 4 }[header[9]];
  assert.ok(header[8] === 8 && channels && header[12] === 0, "eight bits a channel, in colour, not interlaced");
  const raw = inflateSync(Buffer.concat(chunks.filter(([name]) => name === "IDAT").map(([, data]) => data)));
  const pixels = unfiltered(raw, width * channels, height, channels);

  const count = new Map();
  const colours = new Uint32Array(width * height);
  for (let at = 0; at < colours.length; at += 1) {
    colours[at] = pixels.readUIntBE(at * channels, 3);
    count.set(colours[at], (count.get(colours[at]) ?? 0) + 1);
  }
  const palette = [...count].sort(([a, many], [b, more]) => more - many || a - b).slice(0, 256).map(([colour]) => colour);
  const parts = (colour) => [colour >> 16, (colour >> 8) & 255, colour & 255];
  const index = new Map(palette.map((colour, at) => [colour, at]));
  const nearest = (colour) => {
    const [r, g, b] = parts(colour);
    let [best, least] = [0, Infinity];
    palette.forEach((known, at) => {
      const [kr, kg, kb] = parts(known);
      const far = (r - kr) ** 2 + (g - kg) ** 2 + (b - kb) ** 2;
      if (far < least) [best, least] = [at, far];
    });
    return best;
  };
  const lines = Buffer.alloc((width + 1) * height);
  colours.forEach((colour, at) => {
    if (!index.has(colour)) index.set(colour, nearest(colour));
    lines[Math.floor(at / width) * (width + 1) + 1 + (at % width)] = index.get(colour);
  });
  header[9] = 3;
  return Buffer.concat([
    png.subarray(0, 8),
    chunk("IHDR", header),
    chunk("PLTE", Buffer.from(palette.flatMap(parts))),
    chunk("IDAT", deflateSync(lines, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** The bytes of the pixels, line by line, without PNG's filters. */
function unfiltered(raw, stride, height, channels) {
  const out = Buffer.alloc(stride * height);
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (stride + 1)];
    for (let x = 0; x < stride; x += 1) {
      const left = x < channels ? 0 : out[y * stride + x - channels];
      const up = y === 0 ? 0 : out[(y - 1) * stride + x];
      const corner = x < channels || y === 0 ? 0 : out[(y - 1) * stride + x - channels];
      const guess = left + up - corner;
      const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
      const paeth = a <= b && a <= c ? left : b <= c ? up : corner;
      out[y * stride + x] = raw[y * (stride + 1) + 1 + x] + [0, left, up, (left + up) >> 1, paeth][filter];
    }
  }
  return out;
}

function chunk(name, data) {
  const body = Buffer.concat([Buffer.from(name, "latin1"), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body) >>> 0);
  return Buffer.concat([length, body, sum]);
}
