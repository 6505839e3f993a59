// A link to a fold, or to something inside it, opens it; what is to be filled in has the focus then.

function openFold(hash) {
  const place = document.getElementById(hash.slice(1));
  const fold = place?.closest("details");
  if (!fold) return;
  fold.open = true;
  place.scrollIntoView();
  const field = place === fold ? fold.querySelector("textarea, select, input:not([type=hidden])") : place;
  field?.focus({ preventScroll: true });
}

// After the browser went there itself.
addEventListener("click", ({ target }) => {
  const link = target.closest("a[href^='#']");
  if (link) setTimeout(() => openFold(link.hash));
});
openFold(location.hash);
