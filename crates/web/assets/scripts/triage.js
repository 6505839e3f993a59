// A list of waiting signals by keyboard: keys count only while the list has focus, and press buttons that stand there.

const list = document.querySelector("[data-triage]");
const opener = document.getElementById("keys");
const KEPT = "megafoon-keys";
const PLACE = "megafoon-triage";

if (list && opener) {
  const help = document.getElementById("keys-help");
  const choice = document.getElementById("keys-on");
  opener.hidden = false;
  document.getElementById("keys-how").hidden = false;
  choice.checked = read(localStorage, KEPT) !== "off";
  choice.addEventListener("change", () => write(localStorage, KEPT, choice.checked ? "on" : "off"));
  const toggle = () => {
    help.hidden = !help.hidden;
    opener.setAttribute("aria-expanded", String(!help.hidden));
  };
  opener.addEventListener("click", toggle);

  const links = [...list.querySelectorAll(":scope > li :is(h2, h3) a")];
  const placeOf = (element) => links.findIndex((link) => link.closest("li").contains(element));
  // The card stands whole in sight, its head at the same height each time.
  const go = (place) => {
    const link = links[Math.max(0, Math.min(place, links.length - 1))];
    link?.focus({ preventScroll: true });
    link?.closest("li").scrollIntoView({ block: "start" });
  };

  list.addEventListener("keydown", (event) => {
    const { key, target } = event;
    if (!choice.checked || event.ctrlKey || event.altKey || event.metaKey) return;
    // In a field a letter is a letter; a box to tick is no such field.
    if (target.matches("textarea, select, input:not([type=checkbox])")) return;
    const place = placeOf(target);
    if (key === "j" || key === "ArrowDown") go(place + 1);
    else if (key === "k" || key === "ArrowUp") go(place - 1);
    else if (key === "?") toggle();
    else if (key === "b") document.querySelector("[data-several]")?.focus();
    else if (place >= 0 && /^[a-z]$/.test(key)) {
      const control = links[place].closest("li").querySelector(`[data-key="${key}"]`);
      if (!control) return;
      control.click();
    } else return;
    event.preventDefault();
  });
  addEventListener("keydown", ({ key }) => key === "Escape" && !help.hidden && toggle());

  // Pressed by a key or by a finger: the page comes back without this line, and the next one stands in its place.
  list.addEventListener("click", ({ target }) => {
    const decides = target.closest("[data-key]:not([type=checkbox])");
    if (decides) write(sessionStorage, PLACE, String(placeOf(decides)));
  });

  // Whoever comes from a decision, or by a link to the list, goes on there.
  const place = read(sessionStorage, PLACE);
  write(sessionStorage, PLACE, null);
  const isDone = new URLSearchParams(location.search).has("done");
  if (place !== null || isDone || location.hash === "#list") go(Number(place));
}

// A browser may refuse to keep anything; then nothing is kept.
function read(storage, key) {
  try {
    return storage.getItem(key);
  } catch {
    return null;
  }
}

function write(storage, key, value) {
  try {
    if (value === null) storage.removeItem(key);
    else storage.setItem(key, value);
  } catch {
    // Nothing depends on it.
  }
}
