import assert from "node:assert/strict";
import { test } from "node:test";

import { answersOf, problemsOf } from "../../../assets/scripts/check.js";

const shape = {
  fields: ["problem", "domain", "place", "tried", "observed", "cause", "never_eligible", "other_domains", "other_places"],
  required: ["problem", "domain", "place", "tried"],
  limits: { problem: 1000 },
  thisMonth: "2026-11",
};
const whole = { problem: "Wachtlijst", domain: "housing", place: "21004", tried: "referred", observed: "2026-11" };
const codes = (answers) => problemsOf({ ...whole, ...answers }, shape).map(({ field, reason }) => `${field} ${reason}`);

test("a whole filing has no problem", () => {
  assert.deepEqual(codes({}), []);
});

test("what is missing is named in the order of the page", () => {
  const missing = problemsOf({}, shape).map(({ field, reason }) => `${field} ${reason}`);
  assert.deepEqual(missing, ["problem missing", "domain missing", "place missing", "tried missing"]);
});

test("a text is measured in characters, not in bytes or UTF-16 units", () => {
  assert.deepEqual(codes({ problem: "😀".repeat(1000) }), []);
  assert.deepEqual(codes({ problem: "😀".repeat(1001) }), ["problem too-long"]);
});

test("tabs and line ends pass, other control characters do not", () => {
  assert.deepEqual(codes({ problem: "a\tb\nc" }), []);
  assert.deepEqual(codes({ problem: "a\u0007b" }), ["problem control-character"]);
});

test("a month is a month, and not one to come", () => {
  assert.deepEqual(codes({ observed: "2026-13" }), ["observed not-a-month"]);
  assert.deepEqual(codes({ observed: "november" }), ["observed not-a-month"]);
  assert.deepEqual(codes({ observed: "2026-12" }), ["observed in-the-future"]);
});

test("the main choice does not stand once more among the others", () => {
  assert.deepEqual(codes({ other_domains: "health|housing" }), ["other_domains repeated"]);
  assert.deepEqual(codes({ other_places: "21001" }), []);
});

test("never eligible goes with exclusion alone", () => {
  assert.deepEqual(codes({ never_eligible: "yes", cause: "exclusion" }), []);
  assert.deepEqual(codes({ never_eligible: "yes", cause: "unknown" }), ["never_eligible only-with-exclusion"]);
});

test("answers are joined and trimmed as the server takes them, without what only carries them", () => {
  const entries = [
    ["csrf", "x"], ["client_id", "y"], ["draft", "z"], ["step", "form"],
    ["problem", " a\r\nb "], ["impact", "  "], ["tried", "referred"], ["tried", "asked-service"],
  ];
  assert.deepEqual(answersOf(entries), { problem: "a\nb", tried: "referred|asked-service" });
});
