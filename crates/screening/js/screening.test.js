// The shared cases of rules/cases.json, against the page's screen. `node --test crates/screening/js/`
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { makeScreen } from "./screening.js";

const read = (name) => readFileSync(new URL(`../rules/${name}`, import.meta.url), "utf8");
const blocked = makeScreen(read("blocked.json"));
const cases = JSON.parse(read("cases.json"));

/** "bel ⟦phone|0477 …⟧" → the text without marks, and where the marks stood. */
function parse(marked) {
  let text = "";
  const expected = [];
  for (const piece of marked.split(/(⟦[^⟧]*⟧)/u)) {
    const found = /^⟦([a-z]+)\|(.*)⟧$/su.exec(piece);
    if (found) expected.push({ kind: found[1], start: text.length, end: text.length + found[2].length });
    text += found ? found[2] : piece;
  }
  return { text, expected };
}

test("every planted place is found, whole and of its kind", () => {
  const wrong = cases.blocked.filter((marked) => {
    const { text, expected } = parse(marked);
    return JSON.stringify(blocked(text)) !== JSON.stringify(expected);
  });
  assert.deepEqual(wrong, []);
});

test("nothing is found in clean texts", () => {
  assert.deepEqual(cases.clean.filter((text) => blocked(text).length > 0), []);
});

test("hostile texts take time in proportion to their length", () => {
  for (const piece of ["1", "@", "rue ", "e\u0301", "0477 ", "A.", "née le ", "12, rue de "]) {
    const time = (length) => {
      const text = piece.repeat(length / piece.length);
      const begin = performance.now();
      blocked(text);
      return performance.now() - begin;
    };
    time(2000);
    const [once, twice] = [time(8000), time(16000)];
    assert.ok(twice < 4 * once + 50, `${piece}: ${once} ms, then ${twice} ms`);
  }
});
