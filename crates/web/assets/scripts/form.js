// The entry of the filing page. The page files without any of this; each part makes it nicer on its own.

import { countCharacters } from "./counters.js";
import { keepDraft } from "./draft.js";
import { watchFindings } from "./findings.js";
import { proposedHeadline } from "./headline.js";
import { watchSubmit } from "./submit.js";
import { prepareOffline } from "./waiting.js";

const { outbox } = self;
const form = document.getElementById("filing");

if (form) {
  nameOnce(form);
  const findings = watchFindings(form);
  const draft = keepDraft(form, findings);
  watchSubmit(form, findings, draft);
  countCharacters(form);
  proposeHeadline(form);
  askKnown(form, findings);
  offerNeverEligible(form);
  greetServer(form);
  prepareOffline();
}

// One id, one filing: a kept copy of the page has none, and one that went from this phone is not used again.
async function nameOnce(form) {
  const field = form.elements.client_id;
  const fresh = () => crypto.randomUUID?.() ?? "";
  field.value ||= form.dataset.clientId || fresh();
  if (await outbox.has(field.value).catch(() => false)) field.value = fresh();
}

// The key for a filing without network is fetched while there is one; a kept copy gets its csrf token too.
async function greetServer(form) {
  const session = await outbox.session();
  if (session && form.elements.csrf) form.elements.csrf.value = session.csrf;
}

// Follows the first sentence of the problem until somebody writes a headline.
function proposeHeadline(form) {
  const { problem, headline } = form.elements;
  if (!problem || !headline) return;
  let untouched = !headline.value || headline.value === proposedHeadline(problem.value);
  let proposing = false;
  headline.addEventListener("input", () => {
    if (!proposing) untouched = headline.value === "";
  });
  problem.addEventListener("input", () => {
    if (!untouched) return;
    headline.value = proposedHeadline(problem.value);
    // Its counter and its screening must hear of it.
    proposing = true;
    headline.dispatchEvent(new Event("input", { bubbles: true }));
    proposing = false;
  });
}

// "Known already?": asked anew when an answer tells more. A text with a finding stays in the page.
function askKnown(form, findings) {
  const place = () => document.querySelector("[data-known]");
  let told;
  form.addEventListener("change", async ({ target }) => {
    if (!place() || !/^(problem|domain|cause|right)$/.test(target.name) || (await findings.all())?.length) return;
    const body = (told = new URLSearchParams(new FormData(form)));
    const answer = await fetch(place().dataset.known, { method: "POST", body }).catch(() => null);
    // The last question counts; what somebody reads stays under their eyes.
    if (answer?.ok && told === body && !place().matches(":focus-within")) place().outerHTML = await answer.text();
  });
}

// "Never eligible" is a question about exclusion alone.
function offerNeverEligible(form) {
  const place = document.getElementById("field-never_eligible");
  if (!place) return;
  const offer = () => {
    place.hidden = form.elements.cause?.value !== "exclusion";
    if (place.hidden) place.querySelectorAll("input").forEach((input) => (input.checked = false));
  };
  form.addEventListener("change", (event) => event.target.name === "cause" && offer());
  offer();
}
