// <button data-copy="#selector" data-text-done="Copied" hidden>: copies the element's text (or value). Hidden without this script.
for (const button of document.querySelectorAll("[data-copy]")) {
  const label = button.querySelector("[data-copy-text]") || button;
  const words = label.textContent;
  button.hidden = false;
  label.setAttribute("aria-live", "polite");
  button.addEventListener("click", async () => {
    const source = document.querySelector(button.dataset.copy);
    const text = source.value ?? source.textContent.trim();
    try {
      await navigator.clipboard.writeText(text);
      label.textContent = button.dataset.textDone || "Copied";
      setTimeout(() => { label.textContent = words; }, 2500);
    } catch {
      // No permission (or plain http): select it, so that the reader's own copy key works.
      const range = document.createRange();
      range.selectNodeContents(source);
      getSelection().removeAllRanges();
      getSelection().addRange(range);
    }
  });
}
