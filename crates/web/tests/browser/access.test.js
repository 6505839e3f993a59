// Every page, empty, filled and with errors, in three languages, on a phone of 320 pixels (which is also 400 % of 1280) and
// on a desk: axe-core finds nothing, nothing scrolls sideways, and the W3C checker finds the HTML valid.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, test } from "node:test";

import {
  ADMINISTRATOR, FILER_NL, NETWORK_COORDINATOR, PASSWORD, READER, SIGNAL_COORDINATOR,
  browse, command, cookiesOf, file, fill, goOn, open, pathOf, pause, post, signInBy, speaksFor, unlike, world,
} from "./journeys/demo.js";

const here = world();
const tools = process.env.MEGAFOON_TEST_TOOLS;
const require = createRequire(tools ? resolve(tools, "package.json") : import.meta.url);
const axe = await readFile(require.resolve("axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const LANGUAGES = ["nl", "fr", "en"];

const kept = await mkdtemp(join(tmpdir(), "megafoon-html-"));
after(() => rm(kept, { recursive: true, force: true }));
const names = new Map(); // file → the station it comes from

/** Goes to a place of the service. */
const at = (path) => (page) => open(page, here.origin + path);
/** Goes to a page of a published edition, in the language of the round. */
const read = (name) => async (page) => open(page, `${here.origin}/editions/2/${await languageOf(page)}/${name}`);
const languageOf = (page) => page.context().cookies().then((cookies) => cookies.find(({ name }) => name.endsWith("megafoon-language"))?.value ?? "nl");
/** Sends the form as it is, past the page's own check: the errors are the server's. */
const send = (selector) => async (page) => {
  const form = page.locator(selector).first();
  await post(page, () => form.evaluate((form) => HTMLFormElement.prototype.submit.call(form)));
  await page.waitForSelector(".error-summary");
};
const signalOf = (state) => async (page) => {
  await page.locator("li.signal", { has: page.locator(`[data-state=${state}]`) }).locator("h3 a").first().click();
  await page.waitForURL("**/signals/*");
};

/** A signal of somebody's own organisation, so that the network has one to judge. */
async function straightToTheNetwork() {
  const context = await here.browser.newContext({ viewport: { width: 1280, height: 800 }, serviceWorkers: "block" });
  const cookies = await cookiesOf(here, FILER_NL);
  await context.addCookies([...cookies].map(([name, value]) => ({ name, value, url: here.origin })));
  const page = await context.newPage();
  await at("/file")(page);
  await page.evaluate(() => document.querySelectorAll("details").forEach((fold) => (fold.open = true)));
  await page.check("#direct");
  await file(page, unlike("De wachtzaal van onze eigen dienst is te klein"));
  await context.close();
}

/** Makes a structural signal in the open edition, and goes to the board. */
async function withSomethingToAgreeOn(page) {
  await at("/structural/board")(page);
  const form = {
    csrf: await page.inputValue("main input[name=csrf] >> nth=0"),
    "title-nl": unlike("Geen medische kaart"), domain: "health", cause: "not-obtained", authority: "cpas",
    owner: "dienst-kanaalkant", predecessor: "",
  };
  const made = await page.request.post(`${here.origin}/structural/new`, { form, maxRedirects: 0 });
  assert.equal(made.status(), 303);
  await at("/structural/board")(page);
}

const BLOCKED = "Bel haar op 0486 91 82 73, geboren op 14/05/2018.";
const MARKED = "Mevrouw Fatima Benali wacht al maanden op een medische kaart";
const form = [
  ["the form", at("/file")],
  ["the form, with errors made in the page", async (page) => {
    await goOn(page).click();
    await page.waitForSelector(".error-summary");
  }],
  ["the form, with the server's errors", send("#filing")],
  ["the form, with a blocked finding", async (page) => {
    await fill(page, BLOCKED);
    await page.waitForSelector(".finding");
  }],
  ["the form, with a blocked finding and the server's errors", send("#filing")],
  ["the form, filled", async (page) => {
    await fill(page, MARKED);
    await page.fill("#impact", "Zorg komt te laat.");
  }],
  ["the answers once more, with a mark", async (page) => {
    await goOn(page).click();
    await page.waitForSelector("#filing[data-checked]");
  }],
  ["the receipt", async (page) => {
    await goOn(page).click();
    await page.waitForURL("**/filed/*");
  }],
];

/** Who goes past which pages, in this order: one page may begin where the one before ended. */
const ROUNDS = {
  "a visitor": [undefined, [
    ["signing in", at("/sign-in")],
    ["signing in, wrong", async (page) => {
      await signInBy(page, "nobody@demo.example", "een heel verkeerd wachtwoord");
      await page.waitForSelector(".error-summary");
    }],
    ["a forgotten password", at("/forgotten")],
    ["the help", at("/help")],
    ["the receipt to follow up", at("/receipt")],
    ["the receipt, unknown", async (page) => {
      await page.fill("#receipt", "AAAAA-AAAAA");
      await post(page, () => page.click("main form .button"));
      await page.waitForSelector(".error-summary");
    }],
    ["a card that is unknown", at("/card/nobody-knows-me")],
    ["a page that is not there", at("/no-such-page")],
    ["what waits on the phone", at("/file/queue")],
    ["a page that needs the network, without one", async (page) => {
      const language = await page.getAttribute("html", "lang");
      await at(`/file/offline/${language}/any`)(page);
    }],
    ["the API", at("/api")],
    ["an invitation", async (page) => {
      const address = `access.${Date.now()}@demo.example`;
      const made = await command(here, "user", "add", address, "--name", "Robin", "--role", "filer", "--organisation", "dienst-kanaalkant");
      await at(pathOf(made.link))(page);
    }],
    ["an invitation, with errors", async (page) => {
      await page.fill("#password", "kort");
      await page.fill("#again", "anders");
      await send(".login form")(page);
    }],
  ]],
  "a reader of a bundle": [undefined, [
    ["the published editions", at("/editions")],
    ["an edition", read("index.html")],
    ["a chapter", read("signal-4.html")],
    ["the figures", read("figures.html")],
    ["the figures, with their tables open", (page) => page.evaluate(() => document.querySelectorAll("details").forEach((fold) => (fold.open = true)))],
    ["the follow-up", read("follow-up.html")],
    ["about the edition", read("about.html")],
  ]],
  "a card": ["card", [
    ...form,
    ["the receipt, found", async (page) => {
      const receipt = await page.textContent(".receipt-code");
      await at("/receipt")(page);
      await page.fill("#receipt", receipt);
      await post(page, () => page.click("main form .button"));
      await page.waitForSelector(".tag");
    }],
  ]],
  "a filer": [FILER_NL, [
    ...form,
    ["my signals, with a draft that was kept", async (page) => {
      await at("/file")(page);
      await page.fill("#problem", unlike("Klad over een wachtlijst"));
      await page.locator("main [formaction='/file/draft']").first().click();
      await page.waitForURL("**/signals*");
    }],
    ["a signal of mine, published", signalOf("accepted")],
    ["a signal of mine, new", async (page) => {
      await at("/file")(page);
      await file(page, unlike("De school vraagt een voorschot"));
      await page.locator("a[href^='/signals/']").click();
      await page.waitForURL("**/signals/*");
    }],
    ["withdrawing", async (page) => {
      await page.locator("a[href$='/withdraw']").click();
      await page.waitForURL("**/withdraw");
    }],
    ["structural signals", at("/problems")],
    ["my account", at("/account")],
    ["my account, with errors", async (page) => {
      await page.fill("#current", "een heel verkeerd wachtwoord");
      await page.fill("#password", "kort");
      await page.fill("#again", "kort");
      await send("form[action='/account/password']")(page);
    }],
    ["setting up a second factor", at("/account/second-factor")],
    ["what was written, after the session ended", async (page) => {
      await at("/file")(page);
      await fill(page, MARKED);
      await page.context().clearCookies({ name: "megafoon-session" });
      await post(page, () => page.locator("#filing").evaluate((form) => HTMLFormElement.prototype.submit.call(form)));
      await page.waitForSelector("dl.kept");
    }],
    ["what was written, with a wrong password", async (page) => {
      await page.fill("#kept #address", FILER_NL);
      await page.fill("#kept #password", "een heel verkeerd wachtwoord");
      await post(page, () => page.click("#kept .button"));
      await page.waitForSelector("dl.kept");
    }],
    ["what was written, once signed in", async (page) => {
      await page.fill("#kept #address", FILER_NL);
      await page.fill("#kept #password", PASSWORD);
      await post(page, () => page.click("#kept .button"));
      await page.waitForSelector("#kept[action='/file/change']");
    }],
  ]],
  "a signal coordinator": [SIGNAL_COORDINATOR, [
    ["what is to be weighed", at("/organisation")],
    ["weighing", signalOf("pre-signal")],
    ["weighing, with errors", async (page) => {
      await page.locator("form[action$='/solve'] textarea").fill(BLOCKED);
      await send("form[action$='/solve']")(page);
    }],
    ["a question, with errors", send("form[action$='/messages']")],
    ["the three questions, unanswered", send("form[action$='/weigh']")],
    ["what is to be weighed, with a choice", at("/organisation?language=nl&order=newest")],
    ["what was released", at("/organisation?show=released")],
    ["all of it", at("/organisation?show=all")],
    ["agreement", at("/agreement")],
  ]],
  "a network coordinator": [NETWORK_COORDINATOR, [
    ["the queue", async (page) => {
      await straightToTheNetwork();
      await at("/network")(page);
    }],
    ["judging", signalOf("released")],
    ["signals like it", async (page) => {
      await page.locator("a[href$='/similar']").click();
      await page.waitForURL("**/similar");
    }],
    ["judging, with errors", async (page) => {
      await page.locator(".page-head a[href^='/signals/']").click();
      await page.waitForSelector("form[action$='/decline']", { state: "attached" });
      await send("form[action$='/decline']")(page);
    }],
    ["referring elsewhere, with errors", send("form[action$='/refer']")],
    ["the queue, with nothing in it", at("/network?place=region&language=en&overdue=yes")],
    ["the log", at("/log")],
    ["the log, with errors", async (page) => {
      await at("/log?from=yesterday")(page);
      await page.waitForSelector(".error-summary");
    }],
    ["structural signals", at("/problems")],
    ["proposals", at("/proposals")],
    ["what is rising", at("/network/rising")],
    ["figures of the next edition", at("/network/figures")],
    ["the workbench", at("/structural")],
    ["a structural signal", async (page) => {
      await page.locator("li.signal h3 a").first().click();
      await page.waitForURL("**/structural/*");
    }],
    ["signals to choose from", at("/structural/new")],
    ["who agrees", at("/structural/board")],
    ["who agrees, once they are asked", async (page) => {
      await withSomethingToAgreeOn(page);
      await page.fill("#deadline", `${new Date().getFullYear() + 1}-12-31`);
      await post(page, () => page.click("form[action='/structural/board'] .button"));
      await page.waitForSelector("section[aria-labelledby^=chapter-]");
    }],
    ["links to agree by", async (page) => {
      await post(page, () => page.locator("form[action='/structural/board/links'] button[value=show]").last().click());
      await page.waitForSelector("#link-1");
    }],
    ["agreeing by a link", async (page) => at(pathOf(await page.locator("#link-1").inputValue()))(page)],
    ["agreeing by a link, with errors", send("#answers")],
    ["agreeing by a link, read once more", async (page) => {
      await page.check("#all");
      await post(page, () => page.click("#answers section .button"));
      await page.waitForSelector("button[value=send]");
    }],
    ["agreeing by a link, once it was used", async (page) => {
      await post(page, () => page.click("button[value=send]"));
      await page.waitForSelector("#answers", { state: "detached" });
    }],
    ["forums", at("/forums")],
    ["a new forum", at("/forums/new")],
    ["a new forum, with errors", async (page) => {
      await page.fill("#day", "");
      await send("#forum")(page);
    }],
    ["a new forum, with the boxes for what was decided", async (page) => {
      await at("/forums/new")(page);
      await page.locator("[name=topic]").first().check();
      await post(page, () => page.click("[name=act][value=open]"));
      await page.waitForSelector("textarea[name^=decision-]");
    }],
    ["a forum", async (page) => {
      await post(page, () => page.click("[name=act][value=save]"));
      await page.waitForURL("**/forums/*done=held");
    }],
    ["two beside each other", at("/structural/compare")],
    ["words and concepts", at("/lexicon")],
    ["a concept", at("/lexicon/concepts/medical-card")],
    ["a new concept", at("/lexicon/new")],
    ["a new concept, with errors", send("main form.form")],
    ["words in two texts", at("/lexicon/try")],
  ]],
  "the owner of a structural signal": [speaksFor("toit-partage"), [
    ["what was done about it", async (page) => {
      await at("/problems")(page);
      await page.locator("a[href$='/actions']").first().click();
      await page.waitForURL("**/actions");
    }],
    ["what was done about it, with errors", send("#act")],
  ]],
  "a reader": [READER, [
    ["structural signals", at("/problems")],
    ["a chapter that asks for an answer", async (page) => {
      await read("signal-1.html")(page);
      await page.locator(".answer-here a").click();
      await page.waitForURL("**/answer");
    }],
    ["no access", at("/network")],
  ]],
  "an administrator": [ADMINISTRATOR, [
    ["accounts", at("/administration")],
    ["accounts, with errors", send("form.form")],
    ["cards", at("/administration/cards")],
    ["cards, with errors", send("form.form")],
    ["a new card", async (page) => {
      await at("/administration/cards")(page);
      await page.selectOption("#organisation", "dienst-kanaalkant");
      await page.selectOption("#sponsor", "dienst-kanaalkant");
      await page.fill("#label", unlike("Kaart"));
      await page.click("form.form .button");
      await page.waitForSelector(".filing-card");
    }],
    ["tokens", at("/administration/tokens")],
    ["tokens, with errors", send("form.form")],
    ["a new token", async (page) => {
      await at("/administration/tokens")(page);
      await page.selectOption("#organisation", "dienst-kanaalkant");
      await page.fill("#label", unlike("Programma"));
      await page.click("form.form .button");
      await page.waitForSelector(".notice code");
    }],
  ]],
};

for (const [who, [as, stations]] of Object.entries(ROUNDS)) {
  for (const language of LANGUAGES) {
    test(`${who}, in ${language}`, { timeout: 150_000 }, async (t) => {
      // The worker would fetch its pages beside; it has tests of its own.
      const context = await browse(here, t, { as: as === "card" ? undefined : as, language, serviceWorkers: "block" });
      const page = await context.newPage();
      if (as === "card") {
        const made = await command(here, "card", "add", "dienst-kanaalkant", "--sponsor", "dienst-kanaalkant", "--label", `Kaart ${language}`);
        await open(page, here.origin + pathOf(made.link));
      }
      let html;
      page.on("response", (answer) => {
        const whole = answer.request().resourceType() === "document" && answer.status() !== 303;
        if (whole) html = answer.text().catch(() => undefined);
      });
      const wrong = [];
      for (const [name, go] of stations) {
        html = undefined;
        await go(page);
        assert.equal(await page.getAttribute("html", "lang"), language, name);
        await keep(`${who}, ${language}: ${name}`, await Promise.race([html, pause(5000)]));
        await page.evaluate(() => document.querySelectorAll("details").forEach((fold) => (fold.open = true)));
        for (const [width, colorScheme] of [[320, "dark"], [320, "light"], [1280, "light"]]) {
          // Colours are the same in every language.
          if (colorScheme === "dark" && language !== "fr") continue;
          await page.setViewportSize({ width, height: 800 });
          await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
          for (const line of await lookAt(page)) wrong.push(`${name}, ${width} px, ${colorScheme}: ${line}`);
        }
      }
      assert.deepEqual(wrong, []);
    });
  }
}

test("the choice of a language, which is in none", async (t) => {
  const context = await browse(here, t, { serviceWorkers: "block" });
  const page = await context.newPage();
  const answer = await page.goto(`${here.origin}/editions/2/`);
  await keep("the choice of a language", await answer.text());
  assert.equal(await page.locator("main a").count(), LANGUAGES.length);
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    assert.deepEqual(await lookAt(page), []);
  }
});

test("the W3C checker finds every page valid", async (t) => {
  assert.ok(names.size > 100, `${names.size} pages were seen`);
  const jar = join(require.resolve("vnu-jar/package.json"), "../build/dist/vnu.jar");
  const found = await new Promise((done) => {
    const words = ["-jar", jar, "--format", "json", "--stdout", "--html", ...names.keys()];
    execFile("java", words, { maxBuffer: 1 << 26 }, (_, stdout) => done(JSON.parse(stdout).messages));
  });
  // What people write is shown as they wrote it, in whichever of Unicode's forms.
  const ours = found.filter((one) => !/Unicode Normalization Form C/.test(one.message));
  const lines = ours.map((one) => {
    const station = names.get(new URL(one.url).pathname);
    return `${one.subType ?? one.type}: ${one.message} | ${one.extract?.trim().replace(/\s+/g, " ")} | ${station}`;
  });
  t.diagnostic(`${names.size} pages`);
  assert.deepEqual([...new Map(lines.map((line) => [line.split("|")[0], line])).values()], []);
});

async function keep(station, html) {
  if (!html) return;
  const path = join(kept, `${names.size}.html`);
  names.set(path, station);
  await writeFile(path, html);
}

/** What axe-core finds, and what is wider than the window. */
async function lookAt(page) {
  // By the debugger, not by a script element: the policy stands while the page is looked at.
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe);
  const { violations } = await page.evaluate((runOnly) => window.axe.run(document, { runOnly, resultTypes: ["violations"] }), RULES);
  const lines = violations.flatMap(({ id, nodes }) => nodes.slice(0, 2).map((node) => `${id}: ${node.html.slice(0, 140)} ${node.failureSummary.split("\n")[1] ?? ""}`));
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  return wider > 0 ? [...lines, `scrolls sideways by ${wider} px`] : lines;
}
