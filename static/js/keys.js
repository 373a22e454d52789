// Shortcuts are written where they act: <a data-key="j" data-key-label="Next">, <button data-key="g q">, Ctrl+Enter as
// "mod+enter". Inside [data-keys-scope] a key acts only while focus is in that scope. `?` lists them all. Keys are off
// while typing, and can be switched off (WCAG 2.1.4): in the list, or by data-keys="off" on <html>.
const SWITCH = "laurel.keys";
const PAUSE = 900; // ms between the two keys of a sequence
let first = "";
let timer = 0;

const off = () => {
  if (document.documentElement.dataset.keys === "off") return true;
  try { return localStorage.getItem(SWITCH) === "off"; } catch { return false; }
};
const typing = (target) => target.closest(
  "textarea, select, [contenteditable], input:not([type=radio], [type=checkbox], [type=button], [type=submit], [type=file])",
);
const visible = (element) => element.getClientRects().length > 0 && !element.disabled;

function find(key) {
  const scope = document.activeElement?.closest("[data-keys-scope]");
  const matches = [...document.querySelectorAll("[data-key]")].filter((each) => each.dataset.key === key && visible(each));
  return matches.find((each) => scope && scope.contains(each)) || matches.find((each) => !each.closest("[data-keys-scope]"));
}

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.isComposing) return;
  if ((event.ctrlKey || event.metaKey) && event.key === "Enter") {
    press("mod+enter", event); // with a modifier, so it may act while typing
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || off() || typing(event.target)) return;
  if (event.key === "?") {
    event.preventDefault();
    list();
    return;
  }
  if (document.querySelector("dialog[open]")) return;
  const sequence = first ? `${first} ${event.key}` : event.key;
  if (press(sequence, event) || (first && press(event.key, event))) {
    first = "";
    return;
  }
  first = [...document.querySelectorAll("[data-key]")].some((each) => each.dataset.key.startsWith(`${event.key} `)) ? event.key : "";
  clearTimeout(timer);
  timer = setTimeout(() => { first = ""; }, PAUSE);
});

function press(key, event) {
  const target = find(key);
  if (!target) return false;
  event.preventDefault();
  if (target.dataset.keyAct === "focus") target.focus();
  else {
    if (target.matches("input")) target.focus();
    target.click();
  }
  return true;
}

function list() {
  const dialog = document.getElementById("shortcuts");
  if (!dialog || dialog.open) return;
  const rows = new Map([["?", dialog.querySelector("h2").textContent]]);
  for (const each of document.querySelectorAll("[data-key]")) {
    const label = each.dataset.keyLabel || each.getAttribute("aria-label") || each.closest("label")?.querySelector("span span, span")?.textContent || each.textContent;
    if (!rows.has(each.dataset.key)) rows.set(each.dataset.key, label.trim());
  }
  dialog.querySelector("[data-keys-list]").replaceChildren(...[...rows].flatMap(([key, label]) => {
    const term = document.createElement("dt");
    term.append(...key.split(" ").flatMap((part) => {
      const cap = document.createElement("kbd");
      cap.textContent = part === "mod+enter" ? "Ctrl + Enter" : part;
      return [cap, " "];
    }));
    const meaning = document.createElement("dd");
    meaning.textContent = label;
    return [term, meaning];
  }));
  dialog.showModal();
}

const choice = document.querySelector("[data-keys-switch]");
if (choice) {
  choice.checked = !off();
  choice.addEventListener("change", () => {
    try { localStorage.setItem(SWITCH, choice.checked ? "on" : "off"); } catch { /* lasts for this page only */ }
    document.documentElement.dataset.keys = choice.checked ? "on" : "off";
  });
}
