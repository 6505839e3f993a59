// Finds in the page, before anything is sent, what must be reworded: the rules of rules/blocked.json, as in src/.
// What needs word and name lists is found by the server alone.

/** makeScreen(rules) → blocked(text) → [{kind, start, end}], offsets in UTF-16 code units of the text as given. */
export function makeScreen(rules) {
  const file = typeof rules === "string" ? JSON.parse(rules) : rules;
  const fold = folding(file);
  const compiled = file.rules.map((rule) => compile(rule, file.parts));
  return (text) => {
    const seen = normalise(text, fold);
    const places = compiled.flatMap((rule) => find(rule, seen.text, file.ibanLengths));
    return merged(places).map(({ kind, start, end }) => ({ kind, start: seen.start(start), end: seen.end(end) }));
  };
}

const PATTERNS = ["before", "after", "not", "notBefore", "notAfter", "trim"];

function compile(rule, parts) {
  const flags = rule.case ? "u" : "iu";
  const pattern = (source, more = "") => {
    for (let deep = 0; deep < 3; deep++) {
      source = source.replace(/<(\^?)([a-z]+)>/g, (token, any, name) => (any ? anyCase(parts[name]) : parts[name]) ?? token);
    }
    return new RegExp(source, flags + more);
  };
  const one = { within: 40, ...rule, at: pattern(rule.at, "dg") };
  for (const name of PATTERNS) if (rule[name]) one[name] = pattern(rule[name]);
  return one;
}

/** The same part, in which every small letter may be a capital. */
function anyCase(part) {
  const both = (letter) => letter + letter.toUpperCase();
  return part.replace(/\[[^\]]*\]|\p{Ll}/gu, (one) => (one[1] ? one.replace(/\p{Ll}/gu, both) : `[${both(one)}]`));
}

function find(rule, text, lengths) {
  const places = [];
  rule.at.lastIndex = 0;
  for (let match; (match = rule.at.exec(text)); ) {
    let [start, end] = match.indices[1];
    const next = start + (text.codePointAt(start) > 0xffff ? 2 : 1);
    start += rule.trim?.exec(text.slice(start, end))?.[0].length ?? 0;
    const place = text.slice(start, end);
    if (rule.check) end = start + passing(rule.check, place, lengths);
    const left = text.slice(Math.max(0, start - rule.within), start);
    const right = text.slice(end, end + rule.within);
    const supported = !(rule.before || rule.after) || rule.before?.test(left) || rule.after?.test(right);
    const refused = rule.not?.test(place) || rule.notBefore?.test(left) || rule.notAfter?.test(right);
    const counts = end > start && supported && !refused;
    if (counts) places.push({ kind: rule.kind, start, end, length: end - start });
    rule.at.lastIndex = counts ? Math.max(end, next) : next;
  }
  return places;
}

/** Overlapping places become one, of the kind of the longest and then of the earlier rule. */
function merged(places) {
  const whole = [];
  for (const place of places.sort((a, b) => a.start - b.start)) {
    const last = whole.at(-1);
    if (!last || place.start >= last.end) whole.push(place);
    else {
      last.end = Math.max(last.end, place.end);
      if (place.length > last.length) Object.assign(last, { kind: place.kind, length: place.length });
    }
  }
  return whole;
}

/** How much of the place passes the check. */
function passing(check, place, lengths) {
  const digits = place.replace(/[^0-9]/g, "");
  const all = (good) => (good ? place.length : 0);
  if (check === "luhn") {
    const sum = [...digits].reverse().reduce((total, digit, at) => total + (at % 2 ? (digit * 2) % 9 || (+digit && 9) : +digit), 0);
    return all(sum % 10 === 0);
  }
  if (check === "belgian97") {
    const [body, last] = [digits.slice(0, 9), +digits.slice(9)];
    return all(last === 97 - (body % 97) || last === 97 - (+("2" + body) % 97));
  }
  if (check === "eid97") return all(+digits.slice(10) === (digits.slice(0, 10) % 97 || 97));
  const country = place.replace(/[^0-9A-Z]/gi, "").slice(0, 2).toUpperCase();
  const length = +new RegExp(`^(?:..)*?${country}\\D*(..)`).exec(lengths)?.[1];
  const cut = length && new RegExp(`^(?:[^0-9A-Z]*[0-9A-Z]){${length}}(?![0-9A-Z])`, "i").exec(place)?.[0];
  if (!cut) return 0;
  const account = cut.replace(/[^0-9A-Z]/gi, "").toUpperCase();
  const numeric = account.slice(4).replace(/[^0-9]/g, "").length;
  const rotated = (account.slice(4) + account.slice(0, 4)).replace(/[A-Z]/g, (letter) => letter.charCodeAt(0) - 55);
  const rest = [...rotated].reduce((sum, digit) => (sum * 10 + +digit) % 97, 0);
  const likely = numeric * 2 >= length || (numeric >= 6 && !/[a-z]/.test(cut));
  return (rest === 1 ? numeric >= 4 || !/[a-z]/.test(cut) : likely) ? cut.length : 0;
}

function folding(file) {
  const fold = new Map();
  for (const [target, sources] of Object.entries(file.lookAlikes)) for (const one of sources) fold.set(one, target);
  for (const zero of file.zeros.match(/..../g)) {
    for (let digit = 0; digit < 10; digit++) fold.set(String.fromCodePoint(parseInt(zero, 16) + digit), String(digit));
  }
  return fold;
}

/** The text as the rules see it, and where each of its code units stood. */
function normalise(original, fold) {
  let text = "";
  const from = [];
  const to = [];
  for (const { 0: cluster, index } of original.matchAll(/[^\p{M}]?\p{M}*/gsu)) {
    const [first = "", ...marks] = cluster;
    const composed = ((fold.get(first) ?? first) + marks.join("")).normalize("NFKC").replace(/\p{M}/gu, "");
    const folded = Array.from(composed, (one) => fold.get(one) ?? one).join("");
    for (let unit = 0; unit < folded.length; unit++) {
      from.push(index);
      to.push(index + cluster.length);
    }
    text += folded;
  }
  text = text.replace(/(^|[^\p{L}0-9])([0-9OoIl]{2,})(?![\p{L}0-9])/gu, (all, before, token, at) => {
    const noughts = /^[Oo]+$/.test(token);
    const [here, there] = noughts ? ["(?:[0-9][Il]|[0-9Oo])", "(?:[Il][0-9]|[0-9Oo])"] : ["[0-9][OoIl]?", "[OoIl]?[0-9]"];
    const left = (mark) => new RegExp(`${here}${mark}$`).test(text.slice(0, at + before.length).slice(-5));
    const right = (mark) => new RegExp(`^${mark}${there}`).test(text.slice(at + all.length, at + all.length + 5));
    const mark = "(?: - |[./-])";
    const beside = left(mark) || right(mark) || left(" ") + right(" ") > (noughts ? 0 : 1);
    const meant = /[0-9]/.test(token) || (token.length === 2 && beside);
    return meant ? before + token.replace(/[Oo]/g, "0").replace(/[Il]/g, "1") : all;
  });
  return { text, start: (at) => from[at], end: (at) => to[at - 1] };
}
