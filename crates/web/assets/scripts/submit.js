// Sending the form: checked in the page first; by the server where it answers, else sealed into the outbox.

import { answersOf, problemsOf } from "./check.js";
import { clearError, clearErrors, controlOf, goTo, showErrors } from "./errors.js";
import { proposedHeadline } from "./headline.js";
import { canSeal, sealFiling } from "./seal.js";
import { sendLater, sendWaiting } from "./waiting.js";
import { tell } from "./words.js";

const { outbox } = self;

/** Takes over the submit event of the form. `draft` is stopped when the form is on its way. */
export function watchSubmit(form, findings, draft) {
  // The browser's own bubbles speak its language, not the page's.
  form.noValidate = true;
  const card = form.dataset.card || /^\/card\/([^/]+)$/.exec(location.pathname)?.[1] || "";
  const copy = Boolean(document.querySelector("[data-offline-copy]"));
  let passing = false;
  let busy = false;

  form.addEventListener("submit", async (event) => {
    if (passing) return;
    event.preventDefault();
    if (busy) return;
    busy = true;
    try {
      await decide(event.submitter);
    } finally {
      busy = false;
    }
  });
  // What is mended is red no longer; what is wrong is said when asked.
  form.addEventListener("input", async ({ target: { name } }) => {
    const red = () => form.querySelector(`#field-${name}.invalid`);
    if (red() && !(await problemsNow()).some(({ field }) => field === name) && red()) clearError(name);
  });
  // Back from the next page: the form as it was left.
  addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    passing = false;
    draft.resume();
  });

  async function decide(submitter) {
    // The language switch and "keep as draft" have their own address: they want the server, complete or not.
    const aside = submitter?.hasAttribute("formaction");
    if (!aside) {
      const problems = await problemsNow();
      if (problems.length > 0) return showErrors(form, inPageOrder(form, problems));
      clearErrors(form);
    }
    tell("submit-trying");
    const session = await outbox.session();
    tell("");
    const mayFile = session && (card ? !copy : session.signed_in);
    if (mayFile || (session && aside)) return pass(submitter, session);
    if (aside) return tell("offline-not-possible");
    const keeps = await canKeep(findings);
    // Signed out: the server asks to sign in, and gives every answer back.
    const signIn = session && !card && (() => pass(submitter, session));
    const checked = "checked" in form.dataset;
    if (signIn && (!keeps || checked)) return signIn();
    if (!keeps) return tell("offline-not-possible");
    if (checked) await keepSealed();
    else showCheck(signIn);
  }

  async function problemsNow() {
    const found = toldOnce(form, (await findings.all()) ?? []).map(({ field, kind }) => ({ field, reason: kind }));
    return [...problemsOf(answersOf(new FormData(form)), shapeOf(form)), ...found];
  }

  function pass(submitter, { csrf }) {
    if (form.elements.csrf) form.elements.csrf.value = csrf;
    draft.stop();
    passing = true;
    form.requestSubmit(submitter);
  }

  // "Check your answers", made in the page. The form stays under it, so that going back loses nothing.
  function showCheck(signIn) {
    const main = form.closest("main");
    const covered = [...main.children].filter((child) => !child.hidden);
    const view = viewOf("offline-check");
    const back = (name) => {
      view.remove();
      covered.forEach((child) => (child.hidden = false));
      const control = name && controlOf(form, name);
      if (control) goTo(control);
      else form.scrollIntoView();
    };
    const row = view.querySelector("[data-answer]");
    for (const [name, label, value] of readable(form)) {
      const filled = row.cloneNode(true);
      filled.querySelectorAll("[data-answer-label]").forEach((place) => (place.textContent = label));
      filled.querySelector("[data-answer-value]").textContent = value;
      const change = filled.querySelector("[data-answer-change]");
      change.onclick = () => back(name);
      row.before(filled);
    }
    row.remove();
    view.querySelector("[data-offline-back]").onclick = () => back();
    const send = view.querySelector("[data-offline-send]");
    const door = view.querySelector("[data-offline-sign-in]");
    door.hidden = !signIn;
    door.querySelector("button").onclick = signIn;
    send.classList.toggle("secondary", signIn);
    send.onclick = async () => {
      send.disabled = true;
      await keepSealed();
      send.disabled = false;
    };
    covered.forEach((child) => (child.hidden = true));
    main.append(view);
    focusHeading(view);
  }

  async function keepSealed() {
    let client_id = form.elements.client_id.value;
    try {
      const { key, key_id, filer } = await outbox.remembered();
      // Back, reworded, sent again: a second filing, not an echo of the first.
      if (await outbox.has(client_id)) client_id = crypto.randomUUID();
      const filed_day = today();
      const filing = {
        schema: 1,
        filed_day,
        card: card || undefined,
        filer: filer ?? undefined,
        draft: form.elements.draft?.value || undefined,
        answers: answersOf(new FormData(form)),
      };
      const sealed = await sealFiling(key, client_id, filing);
      await outbox.add({ client_id, key_id, ...sealed, filed_day, filer: card ? "card" : filer });
    } catch {
      return tell("offline-failed");
    }
    draft.stop();
    navigator.storage?.persist?.();
    forget(form);
    const view = viewOf("offline-done");
    // All that stood in the page goes, with the text in it.
    form.closest("main").replaceChildren(view);
    focusHeading(view);
    outbox.watch(async () => {
      for (const one of (await outbox.list()).sent) if (one.client_id === client_id) tell("submit-went", one);
    });
    await sendLater();
    sendWaiting();
  }
}

// Without the rules it could be refused when nobody can read it any more.
async function canKeep(findings) {
  const kept = canSeal && (await outbox.remembered().catch(() => null));
  return kept?.key && (await findings.all());
}

function shapeOf(form) {
  const limits = {};
  for (const field of form.querySelectorAll("[data-limit]")) limits[field.name] = Number(field.dataset.limit);
  return {
    fields: fieldsOf(form),
    required: [...form.querySelectorAll("[data-required]")].map((field) => field.id.replace("field-", "")),
    limits,
    thisMonth: today().slice(0, 7),
  };
}

const fieldsOf = (form) => [...new Set([...form.elements].map((control) => control.name).filter(Boolean))];

// What is found in both is told of the text alone.
function toldOnce(form, found) {
  const { headline, problem } = form.elements;
  const inBoth = found.some(({ field }) => field === "problem") && headline?.value === proposedHeadline(problem.value);
  return inBoth ? found.filter(({ field }) => field !== "headline") : found;
}

function inPageOrder(form, problems) {
  const order = fieldsOf(form);
  return problems.sort((a, b) => order.indexOf(a.field) - order.indexOf(b.field));
}

// Each answer as it reads: name, the question's label, the options' own words.
function readable(form) {
  const rows = [];
  for (const name of fieldsOf(form)) {
    const controls = [...form.elements].filter((control) => control.name === name && control.type !== "hidden");
    const values = controls.flatMap((control) => {
      if (control.matches("select")) return [...control.selectedOptions].filter((o) => o.value).map((o) => o.text.trim());
      if (control.matches("[type=radio], [type=checkbox]")) return control.checked ? [wordsOf(control.labels[0])] : [];
      return control.matches("button, [type=submit]") ? [] : [control.value.trim()].filter(Boolean);
    });
    if (values.length === 0) continue;
    const question = document.querySelector(`#field-${name} > legend, #field-${name} > label`) ?? controls[0].labels?.[0];
    const label = wordsOf(question);
    // A lone checkbox is its own question.
    rows.push([name, label, values[0] === label ? "✓" : values.join("\n")]);
  }
  return rows;
}

// The words of a label without what explains them.
function wordsOf(label) {
  const copy = label?.cloneNode(true);
  copy?.querySelectorAll("small, .optional, .hint").forEach((part) => part.remove());
  return copy?.textContent.trim().replace(/\s+/g, " ") ?? "";
}

// Its defaults too: a reset would bring back what the server filled in.
function forget(form) {
  for (const control of form.elements) {
    if (control.matches("[type=radio], [type=checkbox]")) control.checked = control.defaultChecked = false;
    else if (control.matches("textarea, input")) control.value = control.defaultValue = "";
  }
}

// A copy of a template, where the page lays out its body.
function viewOf(template) {
  const view = document.createElement("div");
  view.className = "body";
  view.append(document.getElementById(template).content.cloneNode(true));
  return view;
}

function focusHeading(view) {
  const heading = view.querySelector("h1");
  heading.tabIndex = -1;
  heading.focus();
  document.title = `${heading.textContent} – Megafoon`;
  scrollTo(0, 0);
}

// Of the day here, as the model writes it: so do the Swedes.
const today = () => new Date().toLocaleDateString("sv");
