// The button that prints this page: without scripts there is none, and the browser's own menu prints.
for (const place of document.querySelectorAll("[data-print]")) {
  place.querySelector("button").addEventListener("click", () => print());
  place.hidden = false;
}
