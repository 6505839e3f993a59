import assert from "node:assert/strict";
import { test } from "node:test";

import { FILER_FR, FILER_NL, browse, file, fill, goOn, open, pause, stored, unlike, world } from "./demo.js";

const here = world();

/** One of each kind that must be reworded: a sentence, and the part that may lie nowhere. */
const BLOCKED = [
  ["nrn", "La mère, 91.03.17-204.60, attend toujours.", "91.03.17-204.60"],
  ["nrn with a wrong check digit", "La mère, 91.03.17-204.99, attend toujours.", "91.03.17-204.99"],
  ["nrn of an unknown day of birth", "Le père, 88.00.00-117.20, attend toujours.", "88.00.00-117.20"],
  ["bis", "Avec le numéro 91.43.17-204.12, rien n’avance.", "91.43.17-204.12"],
  ["eid", "La carte 592-7654321-35 a été refusée.", "592-7654321-35"],
  ["iban", "L’argent va sur BE71 0961 2345 6769 et revient.", "BE71 0961 2345 6769"],
  ["email", "Écrivez à amal.z@exemple.be pour en savoir plus.", "amal.z@exemple.be"],
  ["phone", "Appelez-la au 0486 91 82 73 après cinq heures.", "0486 91 82 73"],
  ["card", "La carte 5500 0000 0000 0004 est bloquée.", "5500 0000 0000 0004"],
  ["ov", "Le numéro OE 7.654.321 est connu à l’Office des étrangers.", "7.654.321"],
  ["cg", "Au CGRA, le numéro CG 22/54321 est en cours.", "22/54321"],
  ["plate", "La voiture 1-XYZ-987 était devant la porte.", "1-XYZ-987"],
  ["profile", "Voyez facebook.com/amal.zerouali.77 pour des photos.", "amal.zerouali.77"],
  ["dob", "L’enfant, né le 14/05/2018, attend.", "14/05/2018"],
  ["addr", "Ils habitent rue des Tanneurs 163, au-dessus d’un magasin.", "rue des Tanneurs 163"],
  ["coordinates", "Ils dorment à 50.861234, 4.341234 dans une tente.", "50.861234"],
];
const PARTS = BLOCKED.map(([, , part]) => part);

/** None of it lies in the database, where what may be stored does. */
async function nowhere(page, as) {
  const allowed = unlike("Un texte sans personne dedans");
  await open(page, `${here.origin}/file`);
  await file(page, allowed);
  assert.deepEqual(await stored(here, [allowed]), [allowed], `looking finds what ${as} may file`);
  assert.deepEqual(await stored(here, PARTS), []);
}

test("no number of a person gets past the page, and none reaches the database", async (t) => {
  const context = await browse(here, t, { as: FILER_FR, language: "fr" });
  const page = await context.newPage();
  const posts = [];
  page.on("request", (request) => request.method() === "POST" && posts.push(`${new URL(request.url()).pathname} ${request.postData()}`));
  await open(page, `${here.origin}/file`);
  for (const [kind, sentence, part] of BLOCKED) {
    await fill(page, sentence);
    await page.locator("[data-findings-for=problem] .finding mark", { hasText: part }).waitFor();
    const finding = page.locator("[data-findings-for=problem]");
    assert.match(await finding.textContent(), /Écrivez plutôt|Choisissez/, `${kind}: what to write instead`);
    await goOn(page).click();
    await page.waitForSelector(".error-summary");
    assert.equal(await page.evaluate(() => document.activeElement.className), "error-summary", kind);
    assert.equal(await page.inputValue("#problem"), sentence, `${kind}: the text is kept to be reworded`);
    assert.equal(new URL(page.url()).pathname, "/file", kind);
  }
  // Longer than the page waits before it keeps a draft.
  await pause(5000);
  assert.match(await page.textContent("[data-draft-state]"), /Pas enregistré/);
  assert.deepEqual(posts.filter((post) => PARTS.some((part) => decodeURIComponent(post.replaceAll("+", " ")).includes(part))), []);
  // The wording that is proposed instead gets through, on the same page.
  const reworded = unlike("Une mère avec trois enfants attend toujours");
  await page.fill("#problem", reworded);
  await goOn(page).click();
  await page.waitForSelector("#filing[data-checked]");
  await goOn(page).click();
  await page.waitForURL("**/filed/*");
  await nowhere(page, "the filer");
});

for (const [path, name] of [["/file/check", "to be read once more"], ["/file", "to be filed"], ["/file/draft", "to be kept as a draft"]]) {
  test(`without JavaScript the server refuses it ${name}, and stores nothing of it`, async (t) => {
    const context = await browse(here, t, { as: FILER_NL, language: "nl", javaScriptEnabled: false });
    const page = await context.newPage();
    await open(page, `${here.origin}/file`);
    for (const [kind, sentence, part] of BLOCKED) {
      await fill(page, sentence);
      const answered = page.waitForResponse((answer) => answer.request().method() === "POST");
      await page.evaluate((path) => {
        const form = document.getElementById("filing");
        form.action = path;
        HTMLFormElement.prototype.submit.call(form);
      }, path);
      assert.equal((await answered).status(), 422, kind);
      await page.waitForSelector(".error-summary");
      await page.locator("[data-findings-for=problem] mark", { hasText: part }).first().waitFor();
      assert.equal(await page.inputValue("#problem"), sentence, kind);
      const outside = await page.evaluate(() => document.documentElement.innerHTML.replace(document.getElementById("filing").innerHTML, ""));
      assert.ok(!outside.includes(part), `${kind}: nowhere on the page but in the form`);
    }
    await nowhere(page, "the filer");
  });
}

test("a name is only marked: the filer reads it again and decides, and the coordinator sees the same mark", async (t) => {
  const context = await browse(here, t, { as: FILER_NL, language: "nl" });
  const page = await context.newPage();
  await open(page, `${here.origin}/file`);
  const mark = unlike("");
  await fill(page, `Mevrouw Fatima Benali wacht al maanden op een medische kaart ${mark}`);
  await goOn(page).click();
  await page.waitForSelector("#filing[data-checked]");
  await page.locator(".warning mark", { hasText: "Benali" }).first().waitFor();
  assert.match(await goOn(page).textContent(), /nagelezen|gelezen/i);
  await page.locator("[formaction='/file/change']").first().click();
  await page.waitForSelector("#problem");
  assert.ok((await page.inputValue("#problem")).includes(mark));
});
