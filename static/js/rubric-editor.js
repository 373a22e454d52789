// The rubric editor's row buttons (add, remove, up, down, duplicate): the server draws the grid anew from what is typed,
// and this puts it in place without a new page. Without it, the same buttons post the form. Nothing is saved by them.
const form = document.querySelector("form[data-editor]");
let changed = false;

form.addEventListener("input", () => { changed = true; });
addEventListener("beforeunload", (event) => { if (changed) event.preventDefault(); });

form.addEventListener("submit", async (event) => {
  const button = event.submitter;
  if (button?.getAttribute("aria-disabled") === "true") {
    event.preventDefault();
    return;
  }
  const act = button?.value ?? "save";
  if (act === "save" || act === "publish") {
    changed = false;
    return;
  }
  event.preventDefault();
  const grid = form.querySelector("[data-grid]");
  grid.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(form.action, { method: "POST", body: new FormData(form, button), redirect: "error" });
    if (!answer.ok) throw new Error(String(answer.status));
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.querySelector("[data-grid]");
    grid.replaceWith(fresh);
    changed = true;
    document.getElementById(fresh.dataset.focus)?.focus();
  } catch {
    // Signed out, or no connection: say so and keep everything that was typed.
    grid.removeAttribute("aria-busy");
    const state = document.getElementById("editor-state");
    const note = Object.assign(document.createElement("p"), { className: "alert tone-bad", textContent: form.dataset.failed });
    note.setAttribute("role", "alert");
    state.replaceChildren(note);
    state.scrollIntoView({ block: "center" });
  }
}, { capture: true });

document.getElementById(form.querySelector("[data-grid]").dataset.focus)?.focus();
