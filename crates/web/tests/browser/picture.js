// A picture of a page for docs/, small enough to lie in the repository.

import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { crc32, deflateSync, inflateSync } from "node:zlib";

const LARGEST = 120_000;
const folder = fileURLToPath(new URL("../../../../docs/pictures/", import.meta.url));

/** The window from `selector` down, or from the top of the page. */
export async function take(page, name, selector, above = 12) {
  mkdirSync(folder, { recursive: true });
  await page.evaluate(() => Promise.all([...document.fonts].map((font) => font.load())));
  await page.evaluate(() => document.activeElement?.blur());
  await page.evaluate(([wanted, gap]) => {
    const top = wanted ? document.querySelector(wanted).getBoundingClientRect().top + scrollY - gap : 0;
    scrollTo({ top, behavior: "instant" });
  }, [selector, above]);
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.equal(wider, 0, `${name} scrolls sideways`);
  const picture = inPalette(await page.screenshot({ animations: "disabled" }));
  assert.ok(picture.length <= LARGEST, `${name} weighs ${picture.length} bytes`);
  writeFileSync(`${folder}${name}.png`, picture);
  console.log(`${name}.png ${picture.length}`);
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
