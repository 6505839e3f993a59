import assert from "node:assert/strict";
import { test } from "node:test";

import { FILER_FR, FILER_NL, PASSWORD, browse, fill, goOn, open, post, unlike, world } from "./demo.js";

const here = world();

const PROBLEM_FR =
  "Des familles attendent plus de six mois une réponse à leur demande d’aide. Entre-temps, le loyer n’est pas payé et " +
  "les dettes s’accumulent. Trois services se renvoient la balle.";

/** A thumb: every touch is counted, and a choice in a list is two. */
function thumb(page) {
  let taps = 0;
  return {
    get taps() {
      return taps;
    },
    async tap(target) {
      await (typeof target === "string" ? page.locator(target) : target).tap();
      taps += 1;
    },
    async type(selector, text) {
      await this.tap(selector);
      await page.keyboard.insertText(text);
    },
    async choose(selector, value) {
      await page.locator(selector).scrollIntoViewIfNeeded();
      await page.selectOption(selector, value);
      taps += 2;
    },
  };
}

const tile = (page, name, value) => page.locator("label.tile", { has: page.locator(`[name=${name}][value=${value}]`) });

async function firstSignalByThumb(t, options) {
  const problem = unlike(PROBLEM_FR);
  const context = await browse(here, t, { locale: "fr-BE", hasTouch: true, isMobile: true, ...options });
  const page = await context.newPage();
  const start = Date.now();
  await open(page, here.origin);
  assert.equal(await page.getAttribute("html", "lang"), "fr", "the browser's language, unasked");
  const hand = thumb(page);
  await hand.type("#address", FILER_FR);
  await hand.type("#password", PASSWORD);
  await post(page, () => hand.tap(page.locator(".login .button")));
  await page.waitForURL("**/file");
  const signedIn = hand.taps;

  const top = await page.textContent("main");
  assert.match(top, /Personne ne contactera cette famille à cause de ce formulaire/);
  assert.match(top, /112/);
  await hand.type("#problem", problem);
  await hand.tap(tile(page, "domain", "income-debts"));
  await hand.choose("#place", "21012");
  await hand.tap(tile(page, "tried", "asked-service"));
  await hand.tap(tile(page, "tried", "referred"));
  await hand.tap(tile(page, "cause", "not-obtained"));
  await hand.tap(goOn(page));
  await page.waitForSelector("#filing[data-checked]");
  const summary = await page.textContent(".summary");
  assert.ok(summary.includes(problem));
  assert.match(summary, /Molenbeek-Saint-Jean/);
  assert.match(summary, /Des familles attendent plus de six mois une réponse à leur demande d’aide/, "a headline is proposed");
  await hand.tap(goOn(page));
  await page.waitForURL("**/filed/*");
  const seconds = (Date.now() - start) / 1000;

  assert.match(await page.textContent("h1"), /Votre signal est bien arrivé/);
  const receipt = (await page.textContent(".receipt-code")).trim();
  assert.match(receipt, /^[0-9A-Z]{5}-[0-9A-Z]{5}$/);
  const next = await page.locator(".steps h3").allTextContents();
  assert.equal(next.length, 4);
  assert.match(next[1], /Une personne vous répond, dans les dix jours ouvrables/);

  await open(page, `${here.origin}/signals`);
  const mine = page.locator("li.signal", { hasText: "Des familles attendent plus de six mois" }).first();
  await mine.getByRole("link").click();
  assert.ok((await page.textContent("main")).includes(problem.slice(-40)));
  // Typing is a minute for a text of three sentences; each tap is given two seconds.
  t.diagnostic(`${hand.taps} taps (${hand.taps - signedIn} of them in the form), ${seconds.toFixed(1)} s of the machine`);
  assert.ok(hand.taps <= 14, `${hand.taps} taps`);
  return { page, seconds };
}

test("a filer with a phone of 360 pixels files a first signal in French", async (t) => {
  const { seconds } = await firstSignalByThumb(t);
  assert.ok(seconds < 60, `${seconds} s of the machine`);
});

test("the same without JavaScript", async (t) => {
  const { page } = await firstSignalByThumb(t, { javaScriptEnabled: false });
  await open(page, `${here.origin}/file`);
  assert.equal(await page.isVisible(".offline"), false, "what only a script can do is not on show");
});

/** Presses a key until the focus is on what is looked for, seeing at each stop that a reader sees where it is. */
async function until(page, key, selector, most = 60) {
  for (let presses = 0; presses <= most; presses += 1) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return presses;
    await page.keyboard.press(key);
    assert.equal(await page.evaluate(hiddenFocus), "", "the focus is seen");
  }
  assert.fail(`${selector} cannot be reached with ${key}`);
}

/** Why the focus cannot be seen; nothing where it can. Runs in the page. */
function hiddenFocus() {
  const focused = document.activeElement;
  if (!focused || focused === document.body) return "";
  const name = `${focused.tagName} ${focused.id || focused.name || focused.textContent.trim().slice(0, 40)}`;
  // A tile shows the focus of its button, a card in a list that of its link.
  const shows = [focused, focused.closest(".tile")].filter(Boolean).flatMap((one) => [getComputedStyle(one), getComputedStyle(one, "::after")]);
  const ring = shows.some((style) => style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) >= 2);
  if (!ring) return `${name}: no ring`;
  const box = (focused.closest(".tile") ?? focused).getBoundingClientRect();
  const inside = box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth;
  return inside ? "" : `${name}: outside of the window`;
}

const focused = (page) => page.evaluate(() => document.activeElement?.className || document.activeElement?.id);

test("the same by keyboard alone, and the errors are met first", async (t) => {
  const problem = unlike(PROBLEM_FR);
  const context = await browse(here, t, { as: FILER_FR, language: "fr", viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await open(page, `${here.origin}/file`);
  await page.keyboard.press("Tab");
  assert.equal(await focused(page), "skip", "the first stop skips the menu");
  await page.keyboard.press("Enter");
  assert.equal(await focused(page).then((name) => name.includes("page") || name === "main"), true);

  await until(page, "Tab", "form#filing .actions .button:not(.secondary, .quiet)");
  await page.keyboard.press("Enter");
  await page.waitForSelector(".error-summary");
  assert.equal(await focused(page), "error-summary", "the summary takes the focus");
  assert.match(await page.title(), /^Erreur/);
  const told = await page.locator(".error-summary a").allTextContents();
  assert.equal(told.length, 4);
  for (const text of told) assert.ok((await page.locator(".field .error").allTextContents()).includes(text), "the same words at the field");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  assert.equal(await focused(page), "problem", "a link in the summary leads to its field");

  await page.keyboard.type(problem);
  await until(page, "Tab", "[name=domain]");
  await page.keyboard.press("Space");
  await until(page, "ArrowDown", "[name=domain][value=income-debts]");
  assert.equal(await page.isChecked("[name=domain][value=income-debts]"), true);
  await until(page, "Tab", "#place");
  await page.keyboard.type("Molen");
  assert.equal(await page.inputValue("#place"), "21012");
  await until(page, "Tab", "[name=tried][value=referred]");
  await page.keyboard.press("Space");
  await until(page, "Tab", "[name=cause]");
  await page.keyboard.press("Space");
  await until(page, "ArrowDown", "[name=cause][value=not-obtained]");
  await until(page, "Tab", "form#filing .actions .button:not(.secondary, .quiet)");
  await page.keyboard.press("Enter");
  await page.waitForSelector("#filing[data-checked]");
  await until(page, "Tab", "form#filing > .actions .button:not(.secondary, .quiet)");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/filed/*");
  await open(page, `${here.origin}/signals`);
  await until(page, "Tab", "li.signal a");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/signals/*");
  assert.ok((await page.textContent("main")).includes(problem));
});

for (const javaScriptEnabled of [true, false]) {
  test(`the server's errors take the focus too, ${javaScriptEnabled ? "with" : "without"} JavaScript`, async (t) => {
    const context = await browse(here, t, { as: FILER_FR, language: "fr", javaScriptEnabled });
    const page = await context.newPage();
    await open(page, `${here.origin}/file`);
    await page.fill("#problem", "Un début de phrase");
    const answered = page.waitForResponse((answer) => answer.request().method() === "POST" && answer.url().endsWith("/file/check"));
    // Straight to the server, past the page's own check.
    await page.evaluate(() => HTMLFormElement.prototype.submit.call(document.getElementById("filing")));
    assert.equal((await answered).status(), 422);
    await page.waitForSelector(".error-summary");
    assert.equal(await focused(page), "error-summary");
    assert.match(await page.title(), /^Erreur/);
    assert.equal(await page.inputValue("#problem"), "Un début de phrase", "what was typed is kept");
    const links = await page.locator(".error-summary a").all();
    assert.equal(links.length, 3);
    for (const link of links) {
      const target = await link.getAttribute("href");
      assert.equal(await page.locator(target).count(), 1, `${target} is there`);
    }
    await links[0].press("Enter");
    assert.equal(await focused(page), "domain", "a link in the summary leads to its field");
  });
}

/** What the form holds, hidden marks aside. Runs in the page. */
function answersIn() {
  const aside = ["csrf", "draft", "step"];
  return [...new FormData(document.getElementById("filing"))]
    .filter(([name]) => !aside.includes(name))
    .map(([name, value]) => `${name}=${value.replaceAll("\r\n", "\n")}`)
    .sort();
}

const ODD = "  « Été » à l’œuvre : 50 % – “rien” & <b>gras</b> 'x' \\ &amp; 😀 e\u0301 \u202fا‎\n\n\tTweede lijn; ça va ?\n";

for (const javaScriptEnabled of [true, false]) {
  test(`switching the language at every step loses no character, ${javaScriptEnabled ? "with" : "without"} JavaScript`, async (t) => {
    const mark = unlike("");
    const context = await browse(here, t, { as: FILER_NL, language: "nl", javaScriptEnabled });
    const page = await context.newPage();
    const to = async (language) => {
      await page.click(`.languages [value=${language}]`);
      await page.waitForSelector(`html[lang=${language}]`);
    };
    await open(page, `${here.origin}/file`);
    await fill(page, ODD + mark);
    await page.click("details.fold:last-of-type > summary");
    await page.fill("#impact", ODD);
    await page.fill("#tried_note", ODD.repeat(2));
    await page.check("[name=target_groups][value=newcomer]");
    await page.check("[name=other_places][value='21013']");
    await page.selectOption("#recurrence, [name=recurrence]", "5-9").catch(() => page.check("[name=recurrence][value='5-9']"));
    const filled = await page.evaluate(answersIn);
    assert.ok(filled.some((line) => line.startsWith("problem=  « Été »")));

    for (const language of ["fr", "en", "nl"]) {
      await to(language);
      assert.deepEqual(await page.evaluate(answersIn), filled, `the form in ${language}`);
    }
    await goOn(page).click();
    await page.waitForSelector("#filing[data-checked]");
    const checked = await page.evaluate(answersIn);
    // The page where it is read once more carries a proposed headline besides.
    const lost = filled.filter((line) => !checked.includes(line) && !/^[a-z_]+=$/.test(line));
    assert.deepEqual(lost, []);
    for (const language of ["fr", "en", "nl"]) {
      await to(language);
      assert.deepEqual(await page.evaluate(answersIn), checked, `the check in ${language}`);
    }
    // Back in the form, something is wrong: its errors speak the other language, its answers stay.
    await page.locator("[formaction='/file/change']").first().click();
    await page.waitForSelector("#problem");
    assert.equal(await page.inputValue("#problem"), ODD + mark);
    await page.selectOption("#place", "");
    await page.evaluate(() => HTMLFormElement.prototype.submit.call(document.getElementById("filing")));
    await page.waitForSelector(".error-summary");
    const wrong = await page.evaluate(answersIn);
    await to("fr");
    assert.match(await page.textContent(".error-summary"), /lieu/i);
    assert.deepEqual(await page.evaluate(answersIn), wrong, "the errors in French");
    await page.selectOption("#place", "21012");
    await goOn(page).click();
    await page.waitForSelector("#filing[data-checked]");
    await goOn(page).click();
    await page.waitForURL("**/filed/*");
    await page.locator("a[href^='/signals/']").click();
    const kept = await page.textContent("main");
    for (const part of ["« Été » à l’œuvre : 50 % – “rien” & <b>gras</b> 'x' \\ &amp; 😀", "Tweede lijn; ça va ?", mark]) {
      assert.ok(kept.includes(part), part);
    }
  });
}
