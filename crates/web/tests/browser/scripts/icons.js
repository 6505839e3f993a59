// Makes the icons by which a phone shows the installed form, from images/mark.svg. Run by hand: `node icons.js`.

import { readFileSync, writeFileSync } from "node:fs";

import { launch } from "./browser.js";

const assets = new URL("../../../assets/", import.meta.url);
const mark = readFileSync(new URL("images/mark.svg", assets), "utf8");
const sized = (svg, style) => svg.replace(/ width="48" height="48">/, ` style="${style}">`);
const icons = [
  ["icon-192", 192, sized(mark, "width:100%;height:100%;display:block"), ""],
  ["icon-512", 512, sized(mark, "width:100%;height:100%;display:block"), ""],
  // Maskable: the ground reaches the edges, the mark stays within the inner four fifths.
  ["icon-maskable-512", 512, sized(mark.replace(' rx="13"', ""), "position:absolute;inset:10%;width:80%"), "background:#0f4c5c"],
];

const browser = await launch();
for (const [name, size, svg, ground] of icons) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<body style="margin:0;${ground}">${svg}</body>`);
  writeFileSync(new URL(`scripts/install/${name}.png`, assets), await page.screenshot({ omitBackground: true }));
}
await browser.close();
