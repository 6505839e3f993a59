// The pages of the filing service as far as the scripts need them: the contract of README.md in its smallest form.

import { words } from "./words.js";

const layout = (title, body, script) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${title}</title>
<link rel="manifest" href="/manifest.webmanifest">
<script type="application/json" id="words">${JSON.stringify(words).replaceAll("<", "\\u003c")}</script>
<script type="module" src="/assets/v1/${script}.js"></script></head>
<body><div class="offline" role="status" hidden><p>No network</p></div><p data-waiting hidden></p>
<main id="main"><p class="toast" role="status"></p>${body}</main></body></html>`;

const text = (name, limit, value, required) => `
<div class="field" id="field-${name}"${required ? " data-required" : ""}><label for="${name}">The ${name}</label>
<p class="hint" id="${name}-hint">Hint</p>
<textarea id="${name}" name="${name}" data-limit="${limit}" data-screen
 aria-describedby="${name}-hint">${value}</textarea>
<p class="counter" data-counter-for="${name}"></p>
<div class="findings" data-findings-for="${name}" aria-live="polite"></div></div>`;

const choices = (type, name, values, required) => `
<fieldset class="field" id="field-${name}"${required ? " data-required" : ""}><legend>The ${name}</legend>
${values.map((value, at) => `<label class="tile"><input type="${type}" name="${name}" value="${value}"
 id="${name}${at ? `-${value}` : ""}"><span>Tile ${value} <small>explained</small></span></label>`).join("\n")}</fieldset>`;

/** `session` as the server knows it; null gives the copy for the service worker: no name, no token, no id. */
export function formPage(session, { clientId, card = "", draftUrl = "/file/draft", problem = "", unsaved = false } = {}) {
  const copy = session === null;
  return layout(
    "File a signal",
    `<h1>What do you see?</h1>${copy ? "" : `<p id="who">${session.name}</p>`}
<details open data-known="/file/known"><ul><li>Waiting lists</li></ul></details>
<form id="filing" method="post" action="/file/check"${copy ? " data-offline-copy" : ` data-client-id="${clientId}"`}
 ${unsaved ? "data-unsaved" : ""} ${draftUrl ? `data-draft-url="${draftUrl}"` : ""} data-card="${card}" data-rules-url="/assets/v1/rules.json">
<input type="hidden" name="csrf" value="${copy ? "" : session.csrf}">
<input type="hidden" name="client_id" value="${copy ? "" : clientId}"><input type="hidden" name="draft" value="">
${text("problem", 1000, problem, true)}
${text("headline", 80, "")}
${choices("checkbox", "tried", ["asked-service", "referred"], true)}
${choices("radio", "domain", ["housing", "health"], true)}
<div class="field" id="field-place" data-required><label for="place">The place</label>
<select id="place" name="place"><option value="">—</option><option value="21004">Stad Brussel</option></select></div>
${choices("radio", "cause", ["not-known", "exclusion"])}
${choices("checkbox", "never_eligible", ["yes"])}
<p data-draft-state></p>
<button id="send">Check your answers</button>
<button id="language" name="language" value="fr" formaction="/file/language">FR</button></form>
<template id="error-summary"><div class="error-summary" role="alert" tabindex="-1"><h2>There is a problem</h2><ul></ul></div></template>
<template id="offline-check"><h1>Check what you wrote</h1>
<div data-offline-sign-in hidden><p>You are signed out.</p><button type="button">Sign in and go on</button></div>
<dl class="summary"><div data-answer><dt data-answer-label></dt><dd data-answer-value></dd>
<dd><button type="button" data-answer-change>Change <span data-answer-label></span></button></dd></div></dl>
<button type="button" data-offline-send>Keep and send later</button> <button type="button" data-offline-back>Back</button><p class="toast" role="status"></p></template>
<template id="offline-done"><h1>Kept on this phone</h1><p><a href="/file/queue">What waits</a></p><p class="toast" role="status"></p></template>`,
    "form",
  );
}

/** The check page: the server has seen the answers, the form carries them on. */
export const checkPage = (session, answers) =>
  layout(
    "Check your answers",
    `<h1>Check your answers</h1><p id="echo">${answers.get("problem")}</p>
<form id="filing" method="post" action="/file" data-checked data-client-id="${answers.get("client_id")}" data-card=""
 data-rules-url="/assets/v1/rules.json">
${[...answers].filter(([name]) => name !== "csrf").map(([name, value]) => `<input type="hidden" name="${name}" value="${value}">`).join("")}
<input type="hidden" name="csrf" value="${session.csrf}"><button id="send">Send</button></form>
<template id="offline-done"><h1>Kept on this phone</h1><p class="toast" role="status"></p></template>`,
    "form",
  );

export const donePage = (receipt) => layout("Thank you", `<h1>Your signal is in</h1><p id="receipt">${receipt}</p>`, "waiting");

export const plainPage = (title) => layout(title, `<h1>${title}</h1>`, "waiting");

export const queuePage = () =>
  layout(
    "What waits on this phone",
    `<h1>What waits on this phone</h1><section id="queue" hidden>
<p data-empty>Nothing waits.</p><ul class="queue" data-list></ul>
<button data-send>Send now</button><button data-export>Keep as a file</button>
<label>Add a file<input type="file" data-import></label>
<section data-sent-part hidden><h2>Sent</h2><ul data-sent></ul></section>
<form id="wipe" method="post" action="/sign-out"><input type="hidden" name="csrf" value=""><p data-wipe-waiting role="status" hidden></p>
<button>Wipe this phone</button></form></section>
<template id="queue-item"><li><p class="tag" data-slot="state"></p><p data-slot="title"></p><p data-slot="why"></p>
<button data-slot="retry">Try again</button><button data-slot="remove">Remove</button></li></template>
<template id="sent-item"><li><span data-slot="day"></span> <strong data-slot="receipt"></strong></li></template>`,
    "queue",
  );
