// The marking page: after each save, says what deciding now would mean. Without this script the line shows it at reload.
addEventListener("autosave:saved", (event) => {
  for (const line of document.querySelectorAll("[data-outcome]")) {
    if (event.detail.outcome && line.textContent !== event.detail.outcome) line.textContent = event.detail.outcome;
  }
});
