// What is wrong with the answers, in the reason codes of the model. The server checks again, and more.

import { trim } from "./headline.js";

const LISTS = { other_causes: "cause", other_domains: "domain", other_places: "place" };

/**
 * Problems `{ field, reason }`, in the order of `shape.fields`.
 * `answers`: a text per field, lists joined by `|`. `shape`: `fields` in page order, `required` names, `limits`
 * by name, `thisMonth` as `YYYY-MM`.
 */
export function problemsOf(answers, { fields, required, limits, thisMonth }) {
  const problems = [];
  const report = (field, reason) => problems.push({ field, reason });
  for (const field of fields) {
    const value = answers[field] ?? "";
    if (!value) {
      if (required.includes(field)) report(field, "missing");
      continue;
    }
    if (field in limits) {
      if ([...value].length > limits[field]) report(field, "too-long");
      if (/(?![\n\t])\p{Cc}/u.test(value)) report(field, "control-character");
    }
    if (field === "observed") {
      if (!/^[0-9]{4}-(0[1-9]|1[0-2])$/.test(value)) report(field, "not-a-month");
      else if (value > thisMonth) report(field, "in-the-future");
    }
    if (field in LISTS && value.split("|").includes(answers[LISTS[field]])) report(field, "repeated");
    if (field === "never_eligible" && value === "yes" && answers.cause !== "exclusion") {
      report(field, "only-with-exclusion");
    }
  }
  return problems;
}

// Not answers: what the page needs to send them.
const CARRIERS = ["csrf", "client_id", "draft", "step"];

/** The answers in `entries` (name and value, repeated names in order) as the server's model takes them. */
export function answersOf(entries) {
  const answers = {};
  for (const [name, value] of entries) {
    const text = trim(value.replace(/\r\n?/g, "\n"));
    if (CARRIERS.includes(name) || !text) continue;
    answers[name] = name in answers ? `${answers[name]}|${text}` : text;
  }
  return answers;
}
