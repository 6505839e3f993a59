// Lets the form open without network, and sends what waits when the network is back.
//
// Kept: the form and the queue page, as the server gives them to somebody it does not know, and their assets; the
// list is /file/offline.json. Nothing else is ever kept: no signal, no answer of the API, no page with a name on it.

const LIST = "/file/offline.json";
const PREFIX = "megafoon-";
// What is kept was fetched by this worker, with other request headers than a page sends.
const KEPT = { ignoreVary: true };

// The address of the outbox carries the version of the scripts; a new version is a new worker.
const lib = new URL(location.href).searchParams.get("lib") ?? "";
if (!/^\/assets\/(?:[\w-]+\/)*outbox\.js$/.test(lib)) throw new TypeError("lib");
importScripts(lib);

// One at a time: two tabs may ask at once.
let refreshed = Promise.resolve();

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(clients.claim()));

addEventListener("message", (event) => {
  if (!event.data?.refresh) return;
  refreshed = refreshed.then(() => refresh(event.data.refresh)).catch(() => {});
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
  } else if (request.mode === "navigate" && keptPath(pathname)) {
    event.respondWith(networkFirst(request, keptPath(pathname)));
  }
});

// A filing card opens the same form; the script takes the card from the address.
function keptPath(pathname) {
  if (pathname === "/file" || pathname === "/file/queue") return pathname;
  return /^\/card\/[^/]+$/.test(pathname) ? "/file" : null;
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

// Fetches the pages in `language` and their assets, all or none, when the server's list has a new version.
async function refresh(language) {
  // Without cookies: what is kept cannot hold what belongs to somebody.
  const without = { credentials: "omit", cache: "no-cache" };
  const listed = await fetch(`${LIST}?language=${encodeURIComponent(language)}`, without);
  if (!listed.ok) return;
  const { version, pages, assets } = await listed.clone().json();
  const name = PREFIX + version;
  const cache = await caches.open(name);
  if (!(await cache.match(LIST))) {
    const wanted = [...Object.entries(pages), ...assets.map((asset) => [asset, asset])];
    try {
      await Promise.all(wanted.map(async ([at, from]) => {
        const answer = await fetch(from, without);
        if (!answer.ok || answer.redirected) throw new Error(from);
        await cache.put(at, answer);
      }));
      // Last: a cache with its list in it is complete.
      await cache.put(LIST, listed);
    } catch {
      await caches.delete(name);
      return;
    }
  }
  for (const other of await caches.keys()) {
    if (other.startsWith(PREFIX) && other !== name) await caches.delete(other);
  }
}

async function newest() {
  for (const name of await caches.keys()) {
    if (!name.startsWith(PREFIX)) continue;
    const cache = await caches.open(name);
    if (await cache.match(LIST)) return cache;
  }
  return null;
}
