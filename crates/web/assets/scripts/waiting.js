// On every page: sends what waits on this phone, and shows how much that is.
//
// `[data-waiting]` gets the count (hidden at none), `.offline` shows while there is no network.

import "./outbox.js";
import { say } from "./words.js";

const { outbox } = self;
let pause = 5;
let timer;

/** Sends what waits; tries again, less and less often, while something waits for the network. */
export async function sendWaiting() {
  clearTimeout(timer);
  try {
    const { later } = await outbox.send();
    if (later === 0) pause = 5;
    else timer = setTimeout(sendWaiting, 1000 * (pause = Math.min(pause * 2, 300)));
  } catch {
    // No IndexedDB here (some private windows): then nothing waits either.
  }
}

/** Makes the form work without network from the next visit on. */
export async function prepareOffline() {
  // A copy kept by the worker names the scripts of its day: it must not put an old worker in place of a new one.
  if (!navigator.serviceWorker || document.querySelector("[data-offline-copy]")) return;
  try {
    const lib = new URL("./outbox.js", import.meta.url).pathname;
    await navigator.serviceWorker.register(`/service-worker.js?lib=${encodeURIComponent(lib)}`);
    const { active } = await navigator.serviceWorker.ready;
    active.postMessage({ refresh: document.documentElement.lang });
  } catch {
    // Without a worker the page needs the network, and all else works.
  }
}

/** Asks the browser to wake the worker when the network is back, where it can. */
export async function sendLater() {
  try {
    const registration = await navigator.serviceWorker.ready;
    await registration.sync.register("outbox");
  } catch {
    // The next visit sends.
  }
}

async function show() {
  for (const banner of document.querySelectorAll(".offline")) banner.hidden = navigator.onLine;
  const count = (await outbox.list().catch(() => ({ waiting: [] }))).waiting.length;
  for (const place of document.querySelectorAll("[data-waiting]")) {
    place.hidden = count === 0;
    place.textContent = count === 0 ? "" : say("waiting-count", { count });
  }
}

function wake() {
  show();
  pause = 5;
  sendWaiting();
}

outbox.watch(show);
addEventListener("online", wake);
addEventListener("offline", show);
document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && wake());
wake();
