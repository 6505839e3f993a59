// Buttons that copy what stands beside them: without scripts there are none.
for (const button of document.querySelectorAll("[data-copy]")) {
  const source = document.getElementById(button.dataset.copy);
  const said = button.querySelector("[role=status]");
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(source.value);
      said.textContent = ` ${button.dataset.done}`;
    } catch {
      // The browser gives no clipboard: what is selected can be copied by hand.
      source.select();
    }
  });
  button.hidden = false;
}
