import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

import { words } from "./words.js";

const folder = new URL("../../../assets/scripts/", import.meta.url);
const scripts = readdirSync(folder)
  .filter((name) => name.endsWith(".js"))
  .map((name) => readFileSync(new URL(name, folder), "utf8"))
  .join("\n");
const families = ["state-", "why-", "finding-", "suggestion-", "problem-"];

test("every sentence the scripts ask for by name stands in WORDS.md", () => {
  const asked = [...scripts.matchAll(/\b(?:say|tell)\("([a-z-]+)"/g)].map(([, key]) => key);
  assert.ok(asked.length > 15);
  assert.deepEqual(asked.filter((key) => !(key in words)), []);
});

test("every key of WORDS.md is asked for", () => {
  const idle = Object.keys(words)
    .map((key) => key.replace(".one", ""))
    .filter((key) => !scripts.includes(`"${key}"`) && !families.some((family) => key.startsWith(family)));
  assert.deepEqual(idle, []);
});

test("every state an item can have has its tag and its reason", () => {
  const states = [...scripts.matchAll(/\bstate: "([a-z-]+)"/g)].map(([, state]) => state).filter((s) => s !== "sent");
  assert.ok(states.length >= 6);
  const missing = states.flatMap((s) => [`state-${s}`, `why-${s}`]).filter((key) => !(key in words));
  assert.deepEqual(missing, []);
});

test("no sentence for people stands in a script", () => {
  const code = scripts.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "");
  const sentences = [...code.matchAll(/(["'`])((?:(?!\1).)*)\1/g)]
    .map(([, , text]) => text)
    // Three words, the first with a capital: prose. "sealed filings" names the kind of file, for programs.
    .filter((text) => /^[A-Z][a-zé]+ [a-zé]+ [a-zé]+/.test(text));
  assert.deepEqual(sentences, []);
});
