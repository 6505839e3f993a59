// Shows personal data in the texts at the place where it stands, while writing. Nothing leaves the page for it.

import { has, say } from "./words.js";

const AROUND = 32;

/**
 * Watches every field with `data-screen`. Gives `{ all() }`: a promise of the blocked findings of now,
 * `{ field, kind, start, end }` in page order, or null where the rules could not be loaded.
 */
export function watchFindings(form) {
  const fields = [...form.querySelectorAll("[data-screen]")];
  const screen = load(form.dataset.rulesUrl);
  screen.then((blocked) => {
    if (!blocked) return;
    for (const field of fields) {
      let timer;
      const look = () => show(field, blocked(field.value));
      // Not on leaving the field: what appears then moves the button under the finger away.
      field.addEventListener("input", () => {
        clearTimeout(timer);
        timer = setTimeout(look, 500);
      });
      // What the server found stands until the text changes: it knows more, names above all.
      if (!form.querySelector(`[data-findings-for="${field.name}"] .finding`)) look();
    }
  });
  return {
    async all() {
      const blocked = await screen;
      if (!blocked) return null;
      return fields.flatMap((field) => blocked(field.value).map((found) => ({ field: field.name, ...found })));
    },
  };
}

async function load(url) {
  try {
    const [{ makeScreen }, answer] = await Promise.all([import("./screening.js"), fetch(url)]);
    return makeScreen(await answer.json());
  } catch {
    return null;
  }
}

function show(field, findings) {
  const place = field.form?.querySelector(`[data-findings-for="${field.name}"]`);
  if (!place) return;
  const news = findings.map((finding) => [finding, finding.kind, excerpt(field.value, finding)]);
  // Said again only when it changed: the place is a live region.
  const state = JSON.stringify(news.map(([, ...seen]) => seen));
  if (place.dataset.shown === state) return;
  place.dataset.shown = state;
  if (findings.length > 0) field.setAttribute("aria-invalid", "true");
  else if (!field.closest(".invalid")) field.removeAttribute("aria-invalid");
  place.replaceChildren(...news.map(([finding, kind, [before, found, after]]) => {
    const mark = element("mark", {}, found);
    const jump = element("button", { type: "button", className: "button quiet small" }, say("finding-show"));
    jump.addEventListener("click", () => {
      field.focus();
      field.setSelectionRange(finding.start, finding.end);
    });
    return element("div", { className: "finding" },
      element("p", { className: "excerpt" }, before, mark, after),
      element("p", {}, element("strong", {}, say(`finding-${kind}`))),
      ...(has(`suggestion-${kind}`) ? [element("p", { className: "suggestion" }, say(`suggestion-${kind}`))] : []),
      element("p", {}, jump));
  }));
  for (const shown of place.children) shown.dataset.certainty = "blocked";
}

// The found place with some words around it. Offsets count UTF-16; a pair cut in two is left out.
function excerpt(text, { start, end }) {
  const before = text.slice(Math.max(0, start - AROUND), start).replace(/^[\uDC00-\uDFFF]/, "");
  const after = text.slice(end, end + AROUND).replace(/[\uD800-\uDBFF]$/, "");
  return [
    (start > AROUND ? "… " : "") + before,
    text.slice(start, end),
    after + (end + AROUND < text.length ? " …" : ""),
  ];
}

function element(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}
