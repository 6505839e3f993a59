// Character counters: seen at each key, heard only after a pause.

import { trim } from "./headline.js";
import { say } from "./words.js";

/** Counts for each field of the form that has `data-limit` and a counter. */
export function countCharacters(form) {
  const heard = document.createElement("p");
  heard.className = "visually-hidden";
  heard.setAttribute("aria-live", "polite");
  form.append(heard);

  for (const field of form.querySelectorAll("[data-limit]")) {
    const counter = form.querySelector(`[data-counter-for="${field.name}"]`);
    if (!counter) continue;
    let timer;
    const limit = Number(field.dataset.limit);
    const show = () => {
      const left = limit - [...trim(field.value)].length;
      counter.dataset.state = left < 0 ? "over" : "within";
      counter.textContent = left < 0 ? say("counter-over", { count: -left }) : say("counter-left", { count: left });
      return left;
    };
    field.addEventListener("input", () => {
      const left = show();
      clearTimeout(timer);
      // A counter that speaks all the time is switched off by its listener: it speaks near the end, and of the
      // field one is in (the headline changes along with the problem).
      timer = setTimeout(() => {
        if (field === document.activeElement) heard.textContent = left < limit / 5 ? counter.textContent : "";
      }, 1200);
    });
    show();
  }
}
