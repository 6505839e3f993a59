// Keeps a draft on the server while writing. On the phone itself nothing is kept.

import { say, sayTime } from "./words.js";

const PAUSE = 4000;

/**
 * Saves the form to `data-draft-url` some seconds after the last change. `findings.all()` must be empty: a text that
 * may name a family stays in the page. Gives `{ stop(), resume() }`: while stopped nothing is saved and leaving the
 * page asks no question.
 */
export function keepDraft(form, findings) {
  const url = form.dataset.draftUrl;
  const place = document.querySelector("[data-draft-state]");
  // What came back from the server is kept nowhere.
  let unsaved = "unsaved" in form.dataset;
  let stopped = false;
  let saving = null;
  let timer;

  const tell = (key, values) => {
    if (place) place.textContent = say(key, values);
  };
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(save, PAUSE);
  };

  async function save() {
    if (stopped || saving || !unsaved) return;
    saving = new AbortController();
    try {
      const found = await findings.all();
      if (stopped) return;
      if (found?.length) return tell("draft-blocked");
      unsaved = false;
      const body = new URLSearchParams(new FormData(form));
      const answer = await fetch(url, { method: "POST", body, redirect: "error", signal: saving.signal });
      if (answer.ok) {
        const { draft } = await answer.json();
        if (draft && form.elements.draft) form.elements.draft.value = draft;
        // Written on meanwhile: that goes next.
        if (unsaved) later();
        else tell("draft-saved", { time: sayTime(new Date()) });
        return;
      }
      unsaved = true;
      tell({ 401: "draft-signed-out", 403: "draft-signed-out", 422: "draft-blocked" }[answer.status] ?? "draft-offline");
    } catch {
      if (stopped) return;
      unsaved = true;
      tell("draft-offline");
    } finally {
      saving = null;
    }
  }

  const soon = () => {
    if (unsaved && url) later();
  };
  const onChange = () => {
    unsaved = true;
    soon();
  };
  form.addEventListener("input", onChange);
  form.addEventListener("change", onChange);
  addEventListener("online", soon);
  addEventListener("beforeunload", (event) => {
    if (unsaved && !stopped) event.preventDefault();
  });

  soon();

  return {
    stop() {
      stopped = true;
      clearTimeout(timer);
      // A draft saved after the signal itself would come back as a second one.
      saving?.abort();
    },
    resume() {
      stopped = false;
      soon();
    },
  };
}
