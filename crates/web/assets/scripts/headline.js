// The headline proposed from a problem: the same rule as `proposed_headline` in the model's submission.rs.

const LIMIT = 80;
// White space as Unicode (and the server) has it; `trim()` and `\s` differ in U+0085 and U+FEFF.
const SPACE = /\p{White_Space}/u;

export const trim = (text) => text.replace(/^\p{White_Space}+|\p{White_Space}+$/gu, "");

/** The first sentence of the problem, cut at a word so that it fits a headline. */
export function proposedHeadline(problem) {
  const text = [...trim(problem).replace(/\r\n?/g, "\n")];
  let end = text.findIndex(
    (c, at) => c === "\n" || (".!?".includes(c) && (at + 1 === text.length || SPACE.test(text[at + 1]))),
  );
  if (end < 0) end = text.length;
  const sentence = [...trim(text.slice(0, end).join(""))];
  if (sentence.length <= LIMIT) return sentence.join("");
  const head = sentence.slice(0, LIMIT - 1);
  const lastSpace = head.findLastIndex((c) => SPACE.test(c));
  return trim((lastSpace < 0 ? head : head.slice(0, lastSpace)).join("")) + "…";
}
