import assert from "node:assert/strict";
import { test } from "node:test";

import { ADMINISTRATOR, SIGNAL_COORDINATOR, browse, command, fill, goOn, open, pathOf, post, unlike, world } from "./demo.js";

const here = world();
const GROUP = "dienst-kanaalkant";

test("a group without accounts files with its card and follows it up by the receipt", async (t) => {
  const organisations = await command(here, "organisation", "list");
  const list = Array.isArray(organisations) ? organisations : organisations.organisations;
  const informal = ["self-organisation", "faith-community", "citizens-initiative", "negotiated-occupation"];
  const group = list.find((one) => informal.includes(one.type ?? one.kind))?.code;
  assert.ok(group, "the demo has an informal group");
  const made = await command(here, "card", "add", group, "--sponsor", GROUP, "--label", "Keukentafel");
  const phone = await browse(here, t, { locale: "fr-BE", hasTouch: true }).then((context) => context.newPage());
  await open(phone, here.origin + pathOf(made.link));
  assert.equal(new URL(phone.url()).pathname, "/file", "the card opens the form");
  assert.equal(await phone.locator("[formaction='/file/draft'], #direct").count(), 0, "a card keeps no drafts and goes to its sponsor");
  assert.match(await phone.textContent("main"), /L’organisation qui soutient votre groupe/);

  const headline = unlike("Au guichet, on ne nous écoute pas");
  await fill(phone, headline, { domain: "service-access", place: "region" });
  await goOn(phone).click();
  await phone.waitForSelector("#filing[data-checked]");
  await goOn(phone).click();
  await phone.waitForURL("**/filed/*");
  const receipt = (await phone.textContent(".receipt-code")).trim();
  assert.match(await phone.textContent("main"), /le seul moyen de retrouver votre signal/);

  // The sponsor releases it, and may ask.
  const sponsor = await browse(here, t, { as: SIGNAL_COORDINATOR, language: "nl" }).then((context) => context.newPage());
  await open(sponsor, `${here.origin}/organisation`);
  await sponsor.locator("li.signal", { hasText: headline }).getByRole("link").first().click();
  await sponsor.fill("#text", "Aan welk loket gebeurt dit?");
  await sponsor.locator("form[action$='/messages'] .button").click();
  await sponsor.locator(".toast", { hasText: "Uw vraag is gesteld" }).waitFor();

  await open(phone, `${here.origin}/receipt`);
  await phone.fill("#receipt", receipt.toLowerCase().replace("-", " "));
  await post(phone, () => phone.locator("form", { has: phone.locator("input#receipt") }).locator(".button").click());
  await phone.locator(".message", { hasText: "Aan welk loket" }).waitFor();
  assert.ok(!(await phone.textContent("main")).includes(headline), "the receipt shows where it is, not what was written");
  await phone.fill("#reply", "Au guichet du premier étage.");
  await phone.locator("form", { has: phone.locator("#reply") }).locator(".button").click();
  await phone.locator(".message.own", { hasText: "premier étage" }).waitFor();

  // Somebody else with only the code reads, and cannot reply.
  const stranger = await browse(here, t, { language: "fr" }).then((context) => context.newPage());
  await open(stranger, `${here.origin}/receipt`);
  await stranger.fill("#receipt", receipt);
  await post(stranger, () => stranger.click("main form .button"));
  await stranger.locator(".message").first().waitFor();
  assert.equal(await stranger.locator("#reply").count(), 0);
  await stranger.fill("#receipt", "AAAAA-AAAAA");
  await post(stranger, () => stranger.locator("form", { has: stranger.locator("input#receipt") }).locator(".button").click());
  await stranger.waitForSelector(".error-summary");
});

test("the administrator makes a card with a code to scan, and revokes it", async (t) => {
  const admin = await browse(here, t, { as: ADMINISTRATOR, language: "nl", viewport: { width: 1280, height: 800 } }).then((context) => context.newPage());
  const label = unlike("Kaart");
  await open(admin, `${here.origin}/administration/cards`);
  await admin.selectOption("#organisation", GROUP);
  await admin.selectOption("#sponsor", GROUP);
  await admin.fill("#label", label);
  await admin.click("form.form .button");
  await admin.waitForSelector(".filing-card");
  assert.equal(await admin.locator(".filing-card svg, .filing-card img").count() >= 1, true);
  const link = pathOf(`http://${(await admin.textContent(".filing-card .small")).trim().replace(/^https?:\/\//, "")}`);

  const phone = await browse(here, t, { language: "nl" }).then((context) => context.newPage());
  await open(phone, here.origin + link);
  assert.equal(new URL(phone.url()).pathname, "/file");
  // Revoking asks first: it cannot be undone.
  await admin.locator("tr", { hasText: label }).locator("summary").click();
  await admin.locator("tr", { hasText: label }).locator(".button.danger").click();
  await admin.locator("tr", { hasText: label }).locator("form").waitFor({ state: "detached" });
  assert.equal((await open(phone, here.origin + link)).status(), 410);
  assert.match(await phone.textContent("h1"), /werkt niet meer/);
  await open(phone, `${here.origin}/file`);
  assert.match(phone.url(), /sign-in/, "the browser that held the card files no more");
});

