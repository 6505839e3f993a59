// Steps in the workbench that several journeys share.

import assert from "node:assert/strict";

import { open, pause, post } from "./demo.js";

/** What the line on top of the page says of the step before. */
export const toast = (page, text) => page.locator(".toast", { hasText: text }).waitFor();

/** Sends the form around this button; gives the answer. */
export const send = (page, selector) => post(page, () => page.locator(selector).first().click());

/** From the proposal that says this, or from the page on which its signals are chosen already, to a structural signal. Gives its address. */
export async function make(page, { title, owner = "dienst-kanaalkant" }) {
  await page.fill("#title-nl", title);
  await page.selectOption("#owner", owner);
  await send(page, "#new > .actions .button");
  await toast(page, "Gemaakt");
  return new URL(page.url()).pathname;
}

/** Opens the proposal to which the signal with this headline belongs, and goes on with it. A proposal shows only some of its signals. */
export async function propose(page, origin, headline) {
  await open(page, `${origin}/structural/new`);
  const id = await page.locator("li.check", { hasText: headline }).locator("input").getAttribute("value");
  await open(page, `${origin}/proposals`);
  // After a start, and after a change, they are made beside the pages.
  const proposal = page.locator(`main > article a[href*="${id}"]`);
  for (const end = Date.now() + 60_000; (await proposal.count()) === 0; await open(page, `${origin}/proposals`)) {
    assert.ok(Date.now() < end, "the proposals are made");
    await pause(500);
  }
  await page.locator(`main > article a[href*="${id}"]`, { hasText: "Bekijk en maak een structureel signaal" }).click();
  await page.waitForURL("**/structural/new?*");
}

/** How many signals are in it. */
export const members = (page) => page.locator("#members li.check").count();

/** Takes back the last step that can be, from the history. */
export async function undo(page, path, origin) {
  await open(page, origin + path);
  await page.locator("section[aria-labelledby=history] summary").click();
  await send(page, "section[aria-labelledby=history] form[action$='/undo'] button");
  await toast(page, "Ongedaan gemaakt");
}

/** Writes the whole text in Dutch and French: `texts` holds the five parts of each. */
export async function write(page, origin, path, texts) {
  await open(page, origin + path);
  await page.getByRole("link", { name: "Tekst schrijven" }).click();
  await page.waitForURL("**/text?*");
  for (const [language, parts] of Object.entries(texts)) {
    for (const [part, words] of Object.entries(parts)) await page.fill(`#${part}-${language}`, words);
  }
  await send(page, "#chapter > .actions .button");
  await toast(page, "De tekst is bewaard");
}

/** Says that all four criteria are met. */
export async function judge(page, origin, path) {
  await open(page, origin + path);
  for (const box of await page.locator("#judge input[name=criterion]").all()) await box.check();
  await send(page, "#judge .actions .button");
  await toast(page, "De criteria zijn bewaard");
}

/** Somebody who did not write ticks that nobody can be recognised. */
export async function clear(page, origin, path) {
  await open(page, origin + path);
  const form = page.locator("form[action$='/clearance']");
  for (const box of await form.locator("input[name=item]").all()) await box.check();
  await post(page, () => form.locator(".button").click());
  assert.equal(await page.locator("form[action$='/clearance'] input[name=item]:not(:checked)").count(), 0);
}

/** Asks the organisations until a day in two weeks. */
export async function askAll(page, origin) {
  await open(page, `${origin}/structural/board`);
  await page.fill("#deadline", new Date(Date.now() + 14 * 86_400_000).toISOString().slice(0, 10));
  await send(page, "form[action='/structural/board'] .button");
  await page.locator(".toast").waitFor();
}

/** Two texts that can be printed, on what the demo's signals say. */
export const CHILDCARE = {
  nl: {
    title: "Zonder werk geen opvang, zonder opvang geen werk",
    summary: "Plaatsen aan sociaal tarief gaan eerst naar wie werkt. Wie een opleiding zoekt, blijft thuis.",
    see: "Ouders die Nederlands of Frans willen leren, vinden geen plaats voor hun kind.\n\nZe stellen de les een jaar uit, en dan nog een jaar.",
    exists: "De crèches hebben voorrangsregels en enkele plaatsen voor dringende opvang. Die volstaan niet.",
    structural: "Verschillende organisaties zien het, in beide talen en in meer dan één gemeente.",
  },
  fr: {
    title: "Sans travail pas de crèche, sans crèche pas de travail",
    summary: "Les places au tarif social vont d’abord à qui travaille. Qui cherche une formation reste à la maison.",
    see: "Des parents qui veulent apprendre le français ou le néerlandais ne trouvent pas de place pour leur enfant.\n\nIls reportent le cours d’un an, puis d’un an encore.",
    exists: "Les crèches ont des règles de priorité et quelques places d’urgence. Elles ne suffisent pas.",
    structural: "Plusieurs organisations le voient, dans les deux langues et dans plus d’une commune.",
  },
};
export const COHABITING = {
  nl: {
    title: "Samenwonen kost een deel van de uitkering",
    summary: "Wie iemand in huis neemt, verliest geld. Mensen helpen elkaar daarom niet meer.",
    see: "Wie een kind, een ouder of een vriend in huis neemt, gaat over naar een lager bedrag.",
    exists: "De wet kent het statuut van samenwonende. Uitzonderingen bestaan en zijn weinig bekend.",
    structural: "Het volgt uit de regel zelf, en komt bij elke controle terug.",
  },
  fr: {
    title: "Cohabiter coûte une partie de l’allocation",
    summary: "Qui accueille quelqu’un perd de l’argent. Alors on ne s’entraide plus.",
    see: "Qui accueille un enfant, un parent ou un ami passe à un montant plus bas.",
    exists: "La loi connaît le statut de cohabitant. Des exceptions existent et sont peu connues.",
    structural: "Cela découle de la règle même, et revient à chaque contrôle.",
  },
};
