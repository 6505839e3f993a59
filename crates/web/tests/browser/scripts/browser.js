// A Chromium for these tests, and the few steps they share.
//
// MEGAFOON_TEST_CHROMIUM: the browser (default /usr/bin/chromium). MEGAFOON_TEST_TOOLS: a folder whose node_modules
// holds playwright-core, where it is not beside these tests.

import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { resolve } from "node:path";

const tools = process.env.MEGAFOON_TEST_TOOLS;
const require = createRequire(tools ? resolve(tools, "package.json") : import.meta.url);
const { chromium } = require("playwright-core");

export const launch = () =>
  chromium.launch({
    executablePath: process.env.MEGAFOON_TEST_CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox"],
  });

/** A phone of its own: storage, caches and workers apart. Any error in a page or against the policy fails the test. */
export async function phone(browser, t) {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, acceptDownloads: true });
  // What is kept on the phone is on its disk before it is said: on a busy machine that takes seconds.
  context.setDefaultTimeout(30_000);
  const wrong = [];
  context.on("weberror", (error) => wrong.push(String(error.error())));
  context.on("console", (message) => {
    if (/Content Security Policy|Uncaught/.test(message.text())) wrong.push(message.text());
  });
  t.after(async () => {
    // A browser that does not answer to this is ended with its process; what it showed is judged all the same.
    await Promise.race([context.close(), new Promise((resolve) => setTimeout(resolve, 15_000).unref())]);
    assert.deepEqual(wrong, []);
  });
  return context;
}

export const PROBLEM = "Gezinnen wachten drie jaar op een sociale woning. Het wordt erger.";

/** Fills what is required. */
export async function fill(page, problem = PROBLEM) {
  await page.fill("#problem", problem);
  await page.check("[name=tried][value=referred]");
  await page.check("[name=domain][value=housing]");
  await page.selectOption("#place", "21004");
}

/** Waits until the service worker has kept the pages. */
export const keptOffline = (page, version = "one") =>
  until(`version ${version} is kept`, () =>
    page.evaluate(async (name) => {
      if (!navigator.serviceWorker.controller || !(await caches.has(name))) return false;
      return Boolean(await (await caches.open(name)).match("/file/offline.json"));
    }, `megafoon-${version}`),
  );

/** Waits until `truth` holds on this side; says `what` where it does not in thirty seconds. */
export async function until(what, truth) {
  const end = Date.now() + 30_000;
  while (!(await truth())) {
    assert.ok(Date.now() < end, what);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

/** Everything the origin keeps in the browser, as one text: databases, caches, web storage, history state. */
export const everythingKept = (page) =>
  page.evaluate(async () => {
    const parts = [JSON.stringify(localStorage), JSON.stringify(sessionStorage), JSON.stringify(history.state)];
    for (const { name } of await indexedDB.databases()) {
      const db = await new Promise((resolve) => {
        indexedDB.open(name).onsuccess = (event) => resolve(event.target.result);
      });
      for (const store of db.objectStoreNames) {
        const all = await new Promise((resolve) => {
          db.transaction(store).objectStore(store).getAll().onsuccess = (event) => resolve(event.target.result);
        });
        parts.push(`${store}: ${JSON.stringify(all)}`);
      }
      db.close();
    }
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        parts.push(`${request.url} ${await (await cache.match(request)).text()}`);
      }
    }
    return parts.join("\n");
  });
