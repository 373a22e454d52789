// A second click on a form that is under way does nothing. The server refuses the double too: this spares the wait.
// Opt out with data-many on the form. A form that opens a download should opt out, as the page stays.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.method === "dialog" || form.method === "get" || "many" in form.dataset) return;
  if (form.dataset.sending) {
    event.preventDefault();
    return;
  }
  form.dataset.sending = "yes";
  // aria-disabled, not disabled: a disabled button would not send its own name and value, and would lose focus.
  event.submitter?.setAttribute("aria-disabled", "true");
});

// Back from the browser's page cache: everything works again.
addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sending]")) {
    delete form.dataset.sending;
    for (const button of form.querySelectorAll("[aria-disabled]")) button.removeAttribute("aria-disabled");
  }
});
