// The outbox: sealed filings that wait on this phone, and the receipts of those that went. It sends each once.
//
// Without import or export, so that every service worker can importScripts it; it puts `outbox` on the global.

self.outbox = (() => {
  const DATABASE = "megafoon";
  const SESSION = "/file/session";
  const SEALED = "/file/sealed";
  const RECEIPTS_KEPT = 20;
  // What another try may change by itself. The rest waits for a person.
  const RETRIED = ["waiting", "needs-sign-in", "other-account"];
  const channel = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel("megafoon-outbox");
  const listeners = new Set();
  channel?.addEventListener("message", () => listeners.forEach((listener) => listener()));

  /** Keeps one sealed filing `{ client_id, key_id, enc, ciphertext, filed_day, filer }`; false where it is known. */
  async function add(item) {
    if (await has(item.client_id)) return false;
    await transact("readwrite", ({ waiting }) => waiting.add({ ...item, state: "waiting", reason: "" }));
    changed();
    return true;
  }

  /** `{ waiting, sent }`, each oldest first. */
  async function list() {
    let waiting, sent;
    await transact("readonly", (stores) => {
      waiting = stores.waiting.getAll();
      sent = stores.sent.getAll();
    });
    return { waiting: waiting.result, sent: sent.result };
  }

  /** Whether this client id waits here or went from here: it may not name another filing. */
  async function has(clientId) {
    let counts;
    await transact("readonly", ({ waiting, sent }) => {
      counts = [waiting, sent].map((store) => store.index("client_id").count(clientId));
    });
    return counts.some((count) => count.result > 0);
  }

  async function remove(clientId) {
    await transact("readwrite", ({ waiting }) => change(waiting, clientId, () => null));
    changed();
  }

  /** Puts an item that was refused back among those that are sent. */
  async function retry(clientId) {
    await transact("readwrite", ({ waiting }) =>
      change(waiting, clientId, (item) => ({ ...item, state: "waiting", reason: "", message: "", fields: [] })),
    );
    changed();
  }

  /**
   * Sends what waits, in order; `{ waiting, later }`: how many are left, and how many of those a later try may send.
   * Tabs and the service worker take turns, so that each item is sent by one of them; where an answer was lost, the
   * same client id goes again and the server answers as it did before.
   */
  function send() {
    return inTurn(async () => {
      const { waiting } = await list();
      const due = waiting.filter((item) => RETRIED.includes(item.state));
      if (due.length > 0) {
        const current = await session();
        for (const item of due) {
          const outcome = current ? await post(item, current) : { state: "waiting", reason: "network" };
          await settle(item, outcome);
          changed();
          if (outcome.reason === "network") break;
        }
      }
      const left = (await list()).waiting;
      return { waiting: left.length, later: left.filter((item) => item.state === "waiting").length };
    });
  }

  /**
   * `{ csrf, signed_in, filer, key, key_id }` from the server, or null where it cannot be reached. The key and who
   * files are remembered: a filing sealed later without network needs them.
   */
  async function session() {
    if (navigator.onLine === false) return null;
    try {
      const answer = await fetch(SESSION, { cache: "no-store", redirect: "error", signal: AbortSignal.timeout(6000) });
      const current = await answer.json();
      if (!answer.ok || typeof current.csrf !== "string") return null;
      const { key, key_id, filer = null } = current;
      await transact("readwrite", ({ settings }) => settings.put({ key, key_id, filer }, "server")).catch(() => {});
      return current;
    } catch {
      return null;
    }
  }

  /** `{ key, key_id, filer }` as last heard from the server, or undefined. */
  async function remembered() {
    let kept;
    await transact("readonly", ({ settings }) => {
      kept = settings.get("server");
    });
    return kept.result;
  }

  /** Deletes everything the service keeps on this phone, for every account. */
  function wipe() {
    return inTurn(async () => {
      for (const registration of (await navigator.serviceWorker?.getRegistrations()) ?? []) {
        await registration.unregister();
      }
      for (const name of await caches.keys()) await caches.delete(name);
      await settled(indexedDB.deleteDatabase(DATABASE));
      changed();
    });
  }

  /** Calls `listener` after each change, made here or in another tab. */
  function watch(listener) {
    listeners.add(listener);
  }

  async function post(item, current) {
    // A card files without an account: the sealed text holds its token, and the server looks there.
    if (item.filer !== "card") {
      if (!current.signed_in) return { state: "needs-sign-in" };
      if (item.filer && current.filer !== item.filer) return { state: "other-account" };
    }
    const { client_id, key_id, enc, ciphertext } = item;
    let answer, body;
    try {
      answer = await fetch(SEALED, {
        method: "POST",
        headers: { "content-type": "application/json", "x-csrf": current.csrf },
        body: JSON.stringify({ client_id, key_id, enc, ciphertext }),
        redirect: "error",
        signal: AbortSignal.timeout(20000),
      });
      body = await answer.json().catch(() => null);
    } catch {
      return { state: "waiting", reason: "network" };
    }
    const { code = "", message = "", fields = [] } = body?.error ?? {};
    // Only a receipt says that the signal is safe: a hotspot's own "200" does not.
    if (answer.ok && typeof body?.receipt === "string") return { state: "sent", receipt: body.receipt };
    if (code === "changed-key" || answer.status === 410) return { state: "changed-key" };
    if (code === "other-account") return { state: code };
    if (answer.status === 401 || answer.status === 403) return { state: "needs-sign-in" };
    if (answer.status === 409) return { state: "conflict", message };
    if ([400, 413, 415, 422].includes(answer.status)) return { state: "refused", message, fields };
    return { state: "waiting", reason: "server" };
  }

  async function settle({ client_id, filed_day }, { state, reason = "", message = "", fields = [], receipt }) {
    await transact("readwrite", ({ waiting, sent }) => {
      if (state !== "sent") {
        const tried = { state, reason, message, fields };
        change(waiting, client_id, (item) => ({ ...item, ...tried }));
        return;
      }
      change(waiting, client_id, () => null);
      // Without locks another tab may have noted the same receipt: not an error.
      sent.add({ client_id, receipt, day: filed_day }).onerror = (event) => {
        event.preventDefault();
        event.stopPropagation();
      };
      const keys = sent.getAllKeys();
      keys.onsuccess = () => keys.result.slice(0, -RECEIPTS_KEPT).forEach((key) => sent.delete(key));
    });
  }

  // Replaces one item, or deletes it where `next` gives null. An item that is gone meanwhile stays gone.
  function change(store, clientId, next) {
    const cursor = store.index("client_id").openCursor(clientId);
    cursor.onsuccess = () => {
      if (!cursor.result) return;
      const item = next(cursor.result.value);
      if (item) cursor.result.update(item);
      else cursor.result.delete();
    };
  }

  // A connection per transaction: an open one would hold up "wipe this phone" in another tab.
  async function transact(mode, work) {
    const opening = indexedDB.open(DATABASE, 1);
    opening.onupgradeneeded = () => {
      for (const name of ["waiting", "sent"]) {
        const store = opening.result.createObjectStore(name, { keyPath: "n", autoIncrement: true });
        store.createIndex("client_id", "client_id", { unique: true });
      }
      opening.result.createObjectStore("settings");
    };
    const db = await settled(opening);
    try {
      // Strict: what is confirmed to a person is on the disk.
      const transaction = db.transaction(["waiting", "sent", "settings"], mode, { durability: "strict" });
      const done = new Promise((resolve, reject) => {
        transaction.oncomplete = resolve;
        transaction.onabort = () => reject(transaction.error);
      });
      const store = (name) => transaction.objectStore(name);
      work({ waiting: store("waiting"), sent: store("sent"), settings: store("settings") });
      await done;
    } finally {
      db.close();
    }
  }

  function settled(request) {
    return new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  }

  let last = Promise.resolve();
  function inTurn(work) {
    if (navigator.locks) return navigator.locks.request("megafoon-outbox", work);
    // Without locks: one at a time in this tab; between tabs the server's idempotency is the guard.
    last = last.then(work, work);
    return last;
  }

  function changed() {
    listeners.forEach((listener) => listener());
    channel?.postMessage("changed");
  }

  return { add, list, has, remove, retry, send, session, remembered, wipe, watch };
})();
