// Lets the form open without network, and sends what waits when the network is back.
//
// Kept: form, queue, help and a page for all others, as the server gives them to a stranger, and their assets. Never a
// signal, an answer of the API, or a page with a name on it.

const LIST = "/file/offline.json";
const PREFIX = "megafoon-";
// What stands in for a page that needs the network.
const ANY = "/file/offline";
// What is kept was fetched by this worker, with other request headers than a page sends.
const KEPT = { ignoreVary: true };

// The address of the outbox carries the version of the scripts; a new version is a new worker.
const lib = new URL(location.href).searchParams.get("lib") ?? "";
if (!/^\/assets\/(?:[\w-]+\/)*outbox\.js$/.test(lib)) throw new TypeError("lib");
importScripts(lib);

// In turns: of two tabs or versions at once, each would take away what the other is keeping.
let refreshed = Promise.resolve();
const inTurn = (work) => (navigator.locks ? navigator.locks.request(`${PREFIX}refresh`, work) : work());

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(clients.claim()));

addEventListener("message", (event) => {
  if (!event.data?.refresh) return;
  refreshed = refreshed.then(() => inTurn(() => refresh(event.data.refresh))).catch(() => {});
  event.waitUntil(refreshed);
});

addEventListener("sync", (event) => {
  if (event.tag !== "outbox") return;
  // A rejection makes the browser try again later.
  event.waitUntil(outbox.send().then(({ later }) => later > 0 && Promise.reject(new Error("waiting"))));
});

addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin) return;
  if (pathname.startsWith("/assets/")) {
    event.respondWith(caches.match(request, KEPT).then((kept) => kept ?? fetch(request)));
  } else if (request.mode === "navigate") {
    const path = keptPath(pathname);
    event.respondWith(path ? networkFirst(request, path) : fetch(request).catch((error) => standIn(error)));
  }
});

// A filing card opens the same form; the script takes the card from the address.
function keptPath(pathname) {
  if (["/file", "/file/queue", "/help"].includes(pathname)) return pathname;
  return /^\/card\/[^/]+$/.test(pathname) ? "/file" : null;
}

// In place of the browser's own error, which says nothing of what waits here.
async function standIn(error) {
  const kept = await (await newest())?.match(ANY, KEPT);
  if (!kept) throw error;
  return kept;
}

// The network's page, unless it fails or takes longer than a person waits.
async function networkFirst(request, path) {
  const kept = await (await newest())?.match(path, KEPT);
  const network = fetch(request);
  if (!kept) return network;
  const patience = new Promise((resolve) => setTimeout(() => resolve(kept), 6000));
  const answered = network.then((answer) => (answer.status >= 500 ? kept : answer));
  return Promise.race([answered, patience]).catch(() => kept);
}

// Fetches the pages in `language` and their assets when the server's list has a new version: all or none, and what was
// kept before stays until then.
async function refresh(language) {
  // Without cookies: what is kept cannot hold what belongs to somebody.
  const without = { credentials: "omit", cache: "no-cache" };
  const listed = await fetch(`${LIST}?language=${encodeURIComponent(language)}`, without);
  if (!listed.ok) return;
  const { version, pages, assets } = await listed.clone().json();
  const name = PREFIX + version;
  if (!(await isWhole(name))) {
    const wanted = [...Object.entries(pages), ...assets.map((asset) => [asset, asset])];
    const fetched = await Promise.all(wanted.map(async ([at, from]) => {
      const answer = await fetch(from, without);
      if (!answer.ok || answer.redirected) throw new Error(from);
      // The body too: an answer that breaks off has not arrived.
      await answer.clone().arrayBuffer();
      return [at, answer];
    }));
    const cache = await caches.open(name);
    for (const [at, answer] of fetched) await cache.put(at, answer);
    // Last: a cache with its list in it is complete.
    await cache.put(LIST, listed);
    // A page that wipes the phone may have taken it away meanwhile.
    if (!(await isWhole(name))) return;
  }
  for (const other of await caches.keys()) {
    if (other.startsWith(PREFIX) && other !== name) await caches.delete(other);
  }
}

async function isWhole(name) {
  return (await caches.has(name)) && Boolean(await (await caches.open(name)).match(LIST));
}

async function newest() {
  for (const name of await caches.keys()) {
    if (name.startsWith(PREFIX) && (await isWhole(name))) return caches.open(name);
  }
}
