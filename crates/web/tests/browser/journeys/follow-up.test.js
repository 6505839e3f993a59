import assert from "node:assert/strict";
import { test } from "node:test";

import { FILER_FR, FILER_NL, NETWORK_COORDINATOR, SIGNAL_COORDINATOR, browse, file, goOn, open, unlike, world } from "./demo.js";

const here = world();

test("the filer reads what the authority answered to an earlier signal", async (t) => {
  for (const [as, language, authority, field] of [
    [FILER_FR, "fr", "Ce que dit l’autorité", "Ce que voit le terrain"],
    [FILER_NL, "nl", "Wat de overheid zegt", "Wat het terrein ziet"],
  ]) {
    const context = await browse(here, t, { as, language });
    const page = await context.newPage();
    await open(page, `${here.origin}/signals`);
    const published = page.locator("li.signal", { has: page.locator("[data-state=accepted]") });
    const links = await published.locator("h3 a").evaluateAll((all) => all.map((link) => link.href));
    assert.ok(links.length > 0, `${as} has signals of earlier editions`);
    const answers = [];
    for (const link of links) {
      await open(page, link);
      for (const side of await page.locator(".sides").all()) {
        assert.deepEqual(await side.locator("h3").allTextContents(), [authority, field]);
        answers.push((await side.locator("section").first().locator("p:not(.hint)").allTextContents()).join(" ").trim());
      }
    }
    const nothing = language === "fr" ? "Pas encore de réponse." : "Nog geen antwoord.";
    const given = answers.filter((answer) => answer && answer !== nothing);
    assert.ok(given.length > 0, `${as} reads an answer: ${JSON.stringify(answers)}`);
    assert.ok(given.some((answer) => answer.length > 40), "in words, not only as a state");
  }
});

test("released by the organisation, asked about by the network, answered by the filer, accepted", async (t) => {
  const headline = unlike("Een referentieadres wordt telkens geweigerd");
  const [filer, signals, network] = await Promise.all(
    [FILER_NL, SIGNAL_COORDINATOR, NETWORK_COORDINATOR].map((as) => browse(here, t, { as, language: "nl" }).then((context) => context.newPage())),
  );
  await open(filer, `${here.origin}/file`);
  await file(filer, `${headline}. Mensen zonder vaste plek krijgen geen post en verliezen hun recht op een leefloon.`);
  const line = (page) => page.locator("li.signal", { hasText: headline });
  const state = (page) => page.locator(".page-head .tag").getAttribute("data-state");

  await open(network, `${here.origin}/network?order=newest`);
  assert.equal(await line(network).count(), 0, "the network does not see what the organisation still weighs");

  await open(signals, `${here.origin}/organisation`);
  await line(signals).getByRole("link").first().click();
  await signals.locator("form[action$='/release'] .button").first().click();
  await signals.locator(".toast", { hasText: "Vrijgegeven" }).waitFor();

  await open(network, `${here.origin}/network?order=newest`);
  await line(network).first().getByRole("link").first().click();
  await network.waitForURL("**/signals/*");
  const address = network.url();
  assert.match(await network.textContent("#text-hint"), /wie het gezin is/i, "never ask who the family is");
  await network.fill("#text", "Hoe vaak ziet u dit, en bij hoeveel gemeenten?");
  await network.locator("form[action$='/messages'] .button").click();
  await network.locator(".toast", { hasText: "Uw vraag is gesteld" }).waitFor();
  await open(network, address);
  await network.locator(".message.own", { hasText: "hoeveel gemeenten" }).waitFor();

  await open(filer, `${here.origin}/signals`);
  assert.match(await line(filer).textContent(), /vraag/i, "the list says that a question waits");
  await line(filer).getByRole("link").click();
  await filer.locator(".message", { hasText: "hoeveel gemeenten" }).waitFor();
  await filer.fill("#text", "Bel 0486 91 82 73 maar.");
  await filer.locator("form[action$='/messages'] .button").click();
  await filer.waitForSelector(".error-summary");
  await filer.fill("#text", "Ongeveer elke week, in drie gemeenten.");
  await filer.locator("form[action$='/messages'] .button").click();
  await filer.locator(".message.own", { hasText: "in drie gemeenten" }).waitFor();

  await open(network, address);
  await network.locator(".message", { hasText: "in drie gemeenten" }).waitFor();
  await network.locator("form[action$='/accept'] .button").first().click();
  await network.locator(".toast", { hasText: "Aanvaard" }).waitFor();

  await filer.reload();
  assert.equal(await state(filer), "accepted");
  await open(filer, `${here.origin}/signals`);
  assert.equal(await line(filer).locator(".tag").getAttribute("data-state"), "accepted");
});

test("not taken up, because: the filer reads the reason, and a signal can be withdrawn", async (t) => {
  const headline = unlike("De wachtzaal is te klein");
  const reason = "Dit lost de dienst zelf op in het voorjaar.";
  const filer = await browse(here, t, { as: FILER_NL, language: "nl" }).then((context) => context.newPage());
  const signals = await browse(here, t, { as: SIGNAL_COORDINATOR, language: "nl" }).then((context) => context.newPage());
  await open(filer, `${here.origin}/file`);
  await file(filer, headline, { cause: "none" });
  await filer.locator("a[href^='/signals/']").click();
  const address = filer.url();

  await open(signals, address);
  await signals.locator("form[action$='/solve']").evaluate((form) => (form.closest("details").open = true));
  await signals.locator("form[action$='/solve'] textarea").fill("Bel 0486 91 82 73 voor meer uitleg.");
  await signals.locator("form[action$='/solve'] .button").click();
  await signals.waitForSelector(".error-summary");
  await signals.locator("form[action$='/solve'] textarea").fill(reason);
  await signals.locator("form[action$='/solve'] .button").click();
  await signals.locator(".toast", { hasText: "intern opgelost" }).waitFor();
  await open(filer, address);
  assert.ok((await filer.textContent("main")).includes(reason));

  const other = unlike("De deur gaat te vroeg dicht");
  await open(filer, `${here.origin}/file`);
  await file(filer, other);
  await filer.locator("a[href^='/signals/']").click();
  await filer.locator("a[href$='/withdraw']").click();
  await filer.click("main .button.danger");
  await filer.locator(".toast", { hasText: "ingetrokken" }).waitFor();
});
