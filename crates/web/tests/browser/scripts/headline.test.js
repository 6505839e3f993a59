import assert from "node:assert/strict";
import { test } from "node:test";

import { proposedHeadline, trim } from "../../../assets/scripts/headline.js";

const long = "Gezinnen zonder wettig verblijf krijgen van de gemeente geen bewijs dat zij een aanvraag indienden";
const cases = [
  ["", ""],
  ["Eén zin", "Eén zin"],
  ["Eerste zin. Tweede zin.", "Eerste zin"],
  ["Eerste regel\nTweede regel", "Eerste regel"],
  ["Eerste regel\r\nTweede regel", "Eerste regel"],
  ["Waarom? Niemand weet het", "Waarom"],
  ["  \u00a0 Ruimte eromheen !  daarna", "Ruimte eromheen"],
  ["De huur is 1.250 euro per maand. Te veel.", "De huur is 1.250 euro per maand"],
  ["Art. 57 §2 wordt niet toegepast.", "Art"],
  [". Begint met een punt", ""],
  ["Zin zonder einde…", "Zin zonder einde…"],
  ["Le CPAS refuse\u202f! Pourquoi\u202f?", "Le CPAS refuse"],
  [long, "Gezinnen zonder wettig verblijf krijgen van de gemeente geen bewijs dat zij…"],
  ["a".repeat(80), "a".repeat(80)],
  ["a".repeat(81), "a".repeat(79) + "…"],
  ["😀".repeat(81), "😀".repeat(79) + "…"],
  ["😀".repeat(80) + ".", "😀".repeat(80)],
  ["zin\u0085andere", "zin\u0085andere"],
  ["zin.\u0085andere", "zin"],
  ["zin.\ufeffandere", "zin.\ufeffandere"],
];

for (const [problem, headline] of cases) {
  test(`the headline of ${JSON.stringify(problem.slice(0, 50))} is ${JSON.stringify(headline)}`, () => {
    assert.equal(proposedHeadline(problem), headline);
  });
}

test("white space is what Unicode says, as on the server", () => {
  assert.equal(trim("\u0085\u2003 a \u3000\u2028"), "a");
  assert.equal(trim("\ufeffa\u200b"), "\ufeffa\u200b");
});
