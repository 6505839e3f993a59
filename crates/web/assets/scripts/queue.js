// The page of what waits on this phone: why it waits, sending, exporting, wiping.

import { prepareOffline, sendWaiting } from "./waiting.js";
import { say, sayDay, sayProblem, tell } from "./words.js";

const { outbox } = self;
const page = document.getElementById("queue");
const part = (name) => page.querySelector(`[data-${name}]`);

if (page) {
  outbox.watch(show);
  show();
  prepareOffline();
  page.hidden = false;
  // A kept copy has a short menu.
  addEventListener("online", () => page.closest("[data-offline-copy]:not(:has([open]))") && location.reload());
  part("send")?.addEventListener("click", trySending);
  part("export")?.addEventListener("click", saveFile);
  part("import")?.addEventListener("change", takeFile);
  document.getElementById("wipe")?.addEventListener("submit", wipe);
}

async function show() {
  const { waiting, sent } = await outbox.list().catch(() => ({ waiting: [], sent: [] }));
  part("empty").hidden = waiting.length > 0;
  for (const name of ["send", "export"]) part(name)?.toggleAttribute("disabled", waiting.length === 0);
  part("list").replaceChildren(...waiting.map(waitingItem));
  part("sent").replaceChildren(...sent.toReversed().map(sentItem));
  part("sent-part").hidden = sent.length === 0;
}

function waitingItem(item) {
  const made = copyOf("queue-item");
  made.dataset.state = item.state;
  const slot = (name) => made.querySelector(`[data-slot="${name}"]`);
  slot("state").textContent = say(`state-${item.state}`);
  slot("state").dataset.state = item.state === "refused" || item.state === "conflict" ? "refused" : "waiting";
  slot("title").textContent = say("queue-title", { day: sayDay(item.filed_day) });
  // The server's own sentence, then each field that it named.
  const reasons = new Set((item.fields ?? []).map(sayProblem).filter(Boolean));
  slot("why").textContent = [item.message || say(`why-${whyOf(item)}`), ...reasons].join(" ");
  const stuck = ["refused", "conflict", "changed-key"].includes(item.state);
  const retry = slot("retry");
  retry.hidden = !stuck;
  retry.addEventListener("click", async () => {
    await outbox.retry(item.client_id);
    trySending();
  });
  const remove = slot("remove");
  remove.addEventListener("click", () => {
    if (remove.dataset.sure) return outbox.remove(item.client_id);
    // What is taken away here is nowhere else: asked twice.
    remove.dataset.sure = "yes";
    remove.textContent = say("remove-sure");
  });
  return made;
}

function whyOf({ state, reason }) {
  if (state !== "waiting") return state;
  return reason || "waiting";
}

function sentItem({ receipt, day }) {
  const made = copyOf("sent-item");
  made.querySelector('[data-slot="day"]').textContent = sayDay(day);
  made.querySelector('[data-slot="receipt"]').textContent = receipt;
  return made;
}

const copyOf = (id) => document.getElementById(id).content.firstElementChild.cloneNode(true);

async function trySending() {
  tell("submit-trying");
  await sendWaiting();
  const count = (await outbox.list()).waiting.length;
  tell(count === 0 ? "send-done" : "waiting-count", { count });
}

// The items, sealed: another device can send them, nobody can read them.
async function saveFile() {
  const { waiting } = await outbox.list();
  const items = waiting.map(({ client_id, key_id, enc, ciphertext, filed_day, filer }) => ({
    client_id, key_id, enc, ciphertext, filed_day, filer,
  }));
  const file = new Blob([JSON.stringify({ megafoon: "sealed filings", schema: 1, items })], { type: "application/json" });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = "megafoon.json";
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

async function takeFile({ target }) {
  const [file] = target.files;
  if (!file) return;
  try {
    const { megafoon, schema, items } = JSON.parse(await file.text());
    if (megafoon !== "sealed filings" || schema !== 1 || !items.every(isSealed)) throw new TypeError();
    let count = 0;
    for (const { client_id, key_id, enc, ciphertext, filed_day, filer } of items) {
      if (await outbox.add({ client_id, key_id, enc, ciphertext, filed_day, filer })) count += 1;
    }
    tell("import-done", { count });
    sendWaiting();
  } catch {
    tell("import-refused");
  }
  target.value = "";
}

function isSealed(item) {
  const texts = ["client_id", "key_id", "enc", "ciphertext"].every((name) => typeof item?.[name] === "string");
  return texts && /^[0-9a-f-]{36}$/.test(item.client_id) && /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(item.filed_day);
}

// Before the form signs out: all that lies on the phone goes. What waits is asked about.
async function wipe(event) {
  event.preventDefault();
  const form = event.target;
  const place = form.querySelector("[data-wipe-waiting]");
  const count = (await outbox.list().catch(() => ({ waiting: [] }))).waiting.length;
  if (count > 0 && place.hidden) {
    place.textContent = say("wipe-waiting", { count });
    place.hidden = false;
    return;
  }
  const session = await outbox.session();
  await outbox.wipe();
  show();
  if (!session) return tell("wiped-offline");
  form.elements.csrf.value = session.csrf;
  form.submit();
}
