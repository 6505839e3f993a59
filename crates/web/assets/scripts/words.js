// Every sentence stands in the page, in its language; scripts hold keys. WORDS.md lists them.

const words = JSON.parse(document.getElementById("words")?.textContent || "{}");

export const language = document.documentElement.lang || "nl";
const number = new Intl.NumberFormat(language);
const plural = new Intl.PluralRules(language);
const dayFormat = new Intl.DateTimeFormat(language, { day: "numeric", month: "long", year: "numeric" });
const timeFormat = new Intl.DateTimeFormat(language, { hour: "2-digit", minute: "2-digit" });

/** The sentence of `key` with its `{places}` filled; `key.one` goes before `key` where the count asks for it. */
export function say(key, values = {}) {
  const counted = "count" in values ? `${key}.${plural.select(values.count)}` : key;
  // A missing sentence shows its key: an empty link or button would be worse, and the key tells what to add.
  const pattern = words[counted] ?? words[key] ?? key;
  return pattern.replace(/\{(\w+)\}/g, (place, name) => {
    if (!(name in values)) return place;
    return typeof values[name] === "number" ? number.format(values[name]) : values[name];
  });
}

/** Says it where the page says what was done; nothing where `key` is empty. */
export function tell(key, values) {
  // The last one: the check lies over the form, whose own place is hidden then.
  const toast = [...document.querySelectorAll(".toast")].at(-1);
  if (toast) toast.textContent = key && say(key, values);
}

export const has = (key) => key in words;

/** `2026-03-12` as people of this language write it. */
export function sayDay(day) {
  const [year, month, date] = day.split("-").map(Number);
  return dayFormat.format(new Date(year, month - 1, date));
}

export const sayTime = (date) => timeFormat.format(date);

/** What is wrong with one field: the field's own sentence where there is one, else that of the reason, else "". */
export function sayProblem({ field, reason }) {
  const key = [`problem-${field}-${reason}`, `problem-${reason}`, `finding-${reason}`].find(has);
  return key ? say(key) : "";
}
