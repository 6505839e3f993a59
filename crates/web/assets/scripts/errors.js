// The error summary and the words at the fields, made in the page as the server makes them.

import { say, sayProblem } from "./words.js";

const plainTitle = document.title;
// A page that came back from the server with errors has the prefix already.
const prefixed = Boolean(document.querySelector(".error-summary"));

/** Shows `problems` (`{ field, reason }`) and moves the focus to the summary. */
export function showErrors(form, problems) {
  clearErrors(form);
  const summary = document.getElementById("error-summary").content.firstElementChild.cloneNode(true);
  const list = summary.querySelector("ul");
  const told = new Set();
  for (const problem of problems) {
    const sentence = sayProblem(problem) || problem.reason;
    // Two telephone numbers in one text: the findings show both places, the sentence is said once.
    const once = `${problem.field} ${sentence}`;
    if (told.has(once)) continue;
    told.add(once);
    const control = controlOf(form, problem.field);
    const link = document.createElement("a");
    link.href = `#${control?.id || `field-${problem.field}`}`;
    link.textContent = sentence;
    link.onclick = () => control && goTo(control);
    const item = document.createElement("li");
    item.append(link);
    list.append(item);
    tellAtField(form, problem.field, sentence);
  }
  form.before(summary);
  if (!prefixed) document.title = say("error-title", { title: plainTitle });
  summary.focus();
  summary.scrollIntoView();
}

/** Takes away what an earlier round showed, the server's included. */
export function clearErrors(form) {
  form.querySelectorAll(".field.invalid").forEach((field) => clearError(field.id.slice(6)));
  document.querySelector(".error-summary")?.remove();
}

/** Takes away what was said of one field, in the summary too; with the last the summary goes. */
export function clearError(name) {
  const field = document.getElementById(`field-${name}`);
  field.classList.remove("invalid");
  field.querySelectorAll(".error").forEach((error) => error.remove());
  field.querySelectorAll("[aria-invalid]").forEach((control) => control.removeAttribute("aria-invalid"));
  const summary = document.querySelector(".error-summary");
  summary?.querySelectorAll(`[href="#${name}"]`).forEach((link) => link.parentElement.remove());
  if (summary?.querySelector("a")) return;
  summary?.remove();
  document.title = plainTitle;
}

/** Focus on a field, opening what is folded over it. */
export function goTo(control) {
  for (let fold = control.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  control.focus();
  // In place of the jump of the link that leads here.
  return false;
}

export function controlOf(form, field) {
  const found = form.elements[field];
  return found instanceof RadioNodeList ? found[0] : found;
}

function tellAtField(form, name, sentence) {
  const field = document.getElementById(`field-${name}`);
  if (!field) return;
  let error = field.querySelector(".error");
  if (error) {
    error.append(document.createElement("br"), sentence);
    return;
  }
  error = document.createElement("p");
  error.className = "error";
  error.id = `${name}-error`;
  error.textContent = sentence;
  const anchor = field.querySelector(":scope > .hint") ?? field.querySelector(":scope > label, :scope > legend");
  if (anchor) anchor.after(error);
  else field.prepend(error);
  field.classList.add("invalid");
  const described = field.matches("fieldset") ? field : controlOf(form, name);
  const ids = described?.getAttribute("aria-describedby") ?? "";
  if (!ids.includes(error.id)) described?.setAttribute("aria-describedby", `${ids} ${error.id}`.trim());
  if (described && described !== field) described.setAttribute("aria-invalid", "true");
}
