import assert from "node:assert/strict";
import { test } from "node:test";

import { FILER_FR, browse, open, world } from "./journeys/demo.js";

const here = world();

test("the form weighs less than 60 kB over the line: page, style and scripts; fonts apart", async (t) => {
  const context = await browse(here, t, { as: FILER_FR, language: "fr", serviceWorkers: "block" });
  const page = await context.newPage();
  const network = await context.newCDPSession(page);
  await network.send("Network.enable");
  const kinds = new Map();
  const sizes = {};
  network.on("Network.responseReceived", ({ requestId, type, response }) => kinds.set(requestId, { type, response }));
  network.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const { type, response } = kinds.get(requestId) ?? {};
    if (!type || !response.url.startsWith(here.origin)) return;
    sizes[type] = (sizes[type] ?? 0) + encodedDataLength;
  });
  await open(page, `${here.origin}/file`);
  await page.waitForLoadState("networkidle");
  t.diagnostic(Object.entries(sizes).map(([type, bytes]) => `${type} ${bytes}`).join(", "));
  for (const type of ["Document", "Stylesheet", "Script"]) assert.ok(sizes[type] > 0, `${type} was loaded`);
  const { Font: _, Image: __, ...counted } = sizes;
  const bytes = Object.values(counted).reduce((sum, one) => sum + one, 0);
  t.diagnostic(`${bytes} bytes, headers and screening rules with them`);
  assert.ok(bytes < 60_000, `${bytes} bytes`);
});
