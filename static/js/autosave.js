// Saves what is typed, as it is typed. A *unit* is any element (form, fieldset) with data-autosave-url: when one of its
// fields changes, the changed fields are posted there with the CSRF token and `version`.
//
//   data-autosave-url      where to post
//   data-autosave-version  on the unit or around several: the version the page was made from; each answer moves it on
//   data-autosave-with     more pairs to send, as a query string: "criterion=4f1c…"
//   data-autosave-whole    send all fields of the unit, not just the changed ones
//   data-autosave-name     on a field: the name to send instead of its own
//   data-autosave-unsaved  the page came back with what could not be saved: keep a copy until it is
//   [data-autosave-status] where it speaks (components/autosave.html)
//
// Answers: 200 {version, saved_at}, told on as the event "autosave:saved"; 409 {detail, version?, fields?: {name: saved
// text}} shows both and lets the person choose; 409 with units: {data-autosave-with: fields} brings every untouched unit
// up to date first, and asks only when this very text was changed elsewhere too; 403 {code: "signed_out"}, 401 or the
// sign-in page: signed out; other 4xx {detail} is shown as it is; anything else is tried again. Until an answer says
// saved, the text also lies in localStorage, and comes back after a reload or a new sign-in.
// Without this script the form's own button saves.
const DEBOUNCE = 600; // ms after the last key
const FIRST_RETRY = 2000; // ms, doubled up to a minute
const KEEP = 14 * 24 * 3600e3; // ms; an older copy is dropped
const PREFIX = "laurel.draft:";

const queues = new Map(); // version holder -> promise: saves that share a version go one after another

class Unit {
  constructor(element) {
    this.element = element;
    this.url = element.dataset.autosaveUrl;
    this.with = element.dataset.autosaveWith || "";
    this.key = `${PREFIX}${this.url}?${this.with}`; // several units may share an address
    this.holder = element.closest("[data-autosave-version]") || element;
    this.dirty = new Set();
    this.retry = FIRST_RETRY;
    this.timer = 0;
    this.revision = 0;
    this.held = false; // true while a person has to choose between two versions
    this.saving = false;
    this.base = this.all(); // what the server has, as far as this page knows
    element.addEventListener("input", (event) => this.changed(event.target));
  }

  // Fields ---------------------------------------------------------------------------------------------------------
  fields() {
    return [...this.element.querySelectorAll("input, select, textarea")].filter((field) =>
      field.name && !field.disabled && !["file", "hidden", "submit", "button", "password"].includes(field.type)
      && field.closest("[data-autosave-url]") === this.element);
  }

  names() {
    return [...new Set(this.fields().map((field) => field.name))];
  }

  read(name) {
    return this.fields().filter((field) => field.name === name).flatMap((field) => {
      if (["radio", "checkbox"].includes(field.type)) return field.checked ? [field.value] : [];
      if (field.multiple) return [...field.selectedOptions].map((option) => option.value);
      return [field.value];
    });
  }

  write(name, values) {
    for (const field of this.fields().filter((each) => each.name === name)) {
      if (["radio", "checkbox"].includes(field.type)) field.checked = values.includes(field.value);
      else if (field.multiple) for (const option of field.options) option.selected = values.includes(option.value);
      else field.value = values[0] ?? "";
    }
  }

  all() {
    return Object.fromEntries(this.names().map((name) => [this.sentName(name), this.read(name)]));
  }

  sentName(name) {
    return this.fields().find((field) => field.name === name)?.dataset.autosaveName || name;
  }

  // Saving ---------------------------------------------------------------------------------------------------------
  changed(field) {
    if (!field.name || !this.fields().includes(field)) return;
    this.dirty.add(field.name);
    this.revision += 1;
    this.keepCopy();
    if (this.held) return;
    this.schedule(DEBOUNCE);
  }

  schedule(delay) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.enqueue(), delay);
  }

  enqueue(keepalive = false) {
    clearTimeout(this.timer);
    const before = queues.get(this.holder) || Promise.resolve();
    const next = before.then(() => this.save(keepalive));
    queues.set(this.holder, next);
    return next;
  }

  body() {
    const body = new FormData();
    for (const [name, value] of new URLSearchParams(this.with)) body.append(name, value);
    const names = "autosaveWhole" in this.element.dataset ? this.names() : [...this.dirty];
    for (const name of names) {
      const values = this.read(name);
      for (const value of values.length ? values : [""]) body.append(this.sentName(name), value);
    }
    body.append("version", this.holder.dataset.autosaveVersion || "");
    return body;
  }

  async save(keepalive) {
    if (!this.dirty.size || this.held) return;
    const revision = this.revision;
    const sent = this.all();
    this.say("saving");
    this.saving = true;
    let response;
    try {
      response = await fetch(this.url, {
        method: "POST", body: this.body(), credentials: "same-origin", redirect: "manual", keepalive,
        headers: { "X-CSRFToken": token(this.element), Accept: "application/json", "X-Requested-With": "XMLHttpRequest" },
      });
    } catch {
      return this.again();
    } finally {
      this.saving = false;
    }
    const answer = await response.json().catch(() => null);
    if (response.ok && answer) {
      this.base = sent;
      return this.saved(answer, revision);
    }
    if (response.status === 409 && answer?.units && this.catchUp(answer)) return this.schedule(0);
    if (response.status === 409) return this.conflict(answer || {});
    if (response.type === "opaqueredirect" || response.status === 401 || (response.status === 403 && (!answer || answer.code === "signed_out"))) return this.say("out");
    if (response.status >= 400 && response.status < 500 && response.status !== 429 && answer) {
      return this.say("refused", answer.detail || answer.title);
    }
    return this.again();
  }

  saved(answer, revision) {
    this.retry = FIRST_RETRY;
    if (answer.version !== undefined) this.holder.dataset.autosaveVersion = answer.version;
    this.element.dispatchEvent(new CustomEvent("autosave:saved", { detail: answer, bubbles: true }));
    if (revision === this.revision) {
      this.dirty.clear();
      forget(this.key);
      const when = answer.saved_at ? new Date(answer.saved_at) : new Date();
      this.say("saved", `${this.word("saved", "Saved")} ${when.toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" })}`);
    } else {
      this.keepCopy(); // typed on meanwhile: the copy now stands on the new version
      this.schedule(DEBOUNCE);
    }
  }

  again() {
    this.say("failed");
    this.schedule(this.retry);
    this.retry = Math.min(this.retry * 2, 60000);
  }

  // Another tab saved since: take over what it changed where nothing was typed here. True when that leaves no conflict.
  catchUp({ version, units: theirs }) {
    for (const unit of units.filter((each) => each.holder === this.holder && theirs[each.with])) {
      const fields = theirs[unit.with];
      if (unit === this || unit.dirty.size) continue;
      for (const name of unit.names()) {
        const value = fields[unit.sentName(name)];
        if (value !== undefined) unit.write(name, [value].flat().map(String));
      }
      unit.base = unit.all();
    }
    if (Object.entries(theirs[this.with] || {}).some(([name, value]) => !same(this.base[name], value))) return false;
    this.holder.dataset.autosaveVersion = version;
    return true;
  }

  // Two versions ---------------------------------------------------------------------------------------------------
  conflict({ detail, version, fields: named, units: theirUnits }) {
    const fields = named || theirUnits?.[this.with];
    this.held = true;
    this.say("conflict", detail && !fields ? detail : undefined);
    this.notice?.remove();
    this.notice = document.createElement("div");
    this.notice.className = "alert tone-warn";
    for (const [sent, text] of Object.entries(fields || {})) {
      if (theirUnits && same(this.base[sent], text)) continue; // that one was left as it was
      const title = document.createElement("p");
      title.className = "alert-title";
      title.textContent = this.word("theirs", "Saved elsewhere:");
      const quote = document.createElement("blockquote");
      quote.dataset.field = sent;
      quote.textContent = this.words(sent, text);
      this.notice.append(title, quote);
    }
    const row = document.createElement("div");
    row.className = "row";
    row.append(
      this.button("button button-small button-primary", this.word("keep", "Keep mine"), () => {
        this.holder.dataset.autosaveVersion = version ?? "";
        this.resolve();
        this.enqueue();
      }),
      this.button("button button-small", this.word("take", "Take the saved one"), () => {
        forget(this.key);
        if (!fields) { // the server did not say what it has: the page does
          location.reload();
          return;
        }
        this.holder.dataset.autosaveVersion = version ?? this.holder.dataset.autosaveVersion;
        for (const name of this.names()) {
          const theirs = fields[this.sentName(name)];
          if (theirs !== undefined) this.write(name, [theirs].flat().map(String));
        }
        this.dirty.clear();
        this.resolve();
        this.say("saved", this.word("saved", "Saved"));
      }),
    );
    this.notice.append(row);
    this.element.prepend(this.notice);
  }

  // A saved value as the person knows it: the label of the radio button or the option that has it.
  words(sent, value) {
    const choices = this.fields().filter((field) => this.sentName(field.name) === sent)
      .flatMap((field) => (field.options ? [...field.options] : [field]));
    const chosen = choices.find((each) => each.value === String(value) && (each.text || ["radio", "checkbox"].includes(each.type)));
    if (!chosen) return String(value);
    return chosen.dataset.keyLabel || chosen.text || chosen.labels?.[0]?.textContent.trim() || String(value);
  }

  resolve() {
    this.held = false;
    this.notice.remove();
  }

  button(kind, label, act) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = kind;
    button.textContent = label;
    button.addEventListener("click", act);
    return button;
  }

  // The copy in this browser -----------------------------------------------------------------------------------------
  keepCopy(version = this.holder.dataset.autosaveVersion || "") {
    const fields = Object.fromEntries([...this.dirty].map((name) => [name, this.read(name)]));
    const copy = { at: Date.now(), version, fields };
    try { localStorage.setItem(this.key, JSON.stringify(copy)); } catch { /* full or forbidden: the server's copy remains */ }
  }

  restore() {
    if ("autosaveUnsaved" in this.element.dataset) {
      for (const name of this.names()) this.dirty.add(name);
      // Of no version: should the page be opened anew without a choice, it asks instead of saving over the other text.
      this.keepCopy("none"); // the person reads the message first: the next key, or the button, saves
      return;
    }
    const copy = recall(this.key);
    if (!copy) return;
    const now = this.holder.dataset.autosaveVersion || "";
    const known = new Set(this.names());
    const differing = Object.entries(copy.fields).filter(([name, values]) =>
      known.has(name) && JSON.stringify(this.read(name)) !== JSON.stringify(values));
    if (!differing.length) {
      forget(this.key);
      return;
    }
    const theirs = Object.fromEntries(differing.map(([name]) => [this.sentName(name), this.read(name).join(", ")]));
    for (const [name, values] of differing) {
      this.write(name, values);
      this.dirty.add(name);
    }
    this.revision += 1;
    if (copy.version && now && copy.version !== now) {
      this.conflict({ version: now, fields: theirs }); // saved elsewhere since: the person chooses
      return;
    }
    this.say("restored");
    this.schedule(DEBOUNCE);
  }

  // Speaking -----------------------------------------------------------------------------------------------------------
  status() {
    const form = this.element.closest("form");
    return this.element.querySelector("[data-autosave-status]") || form?.querySelector("[data-autosave-status]")
      || (form?.id && document.querySelector(`[data-autosave-status][data-for="${CSS.escape(form.id)}"]`))
      || document.querySelector("[data-autosave-status]");
  }

  word(key, fallback) {
    return this.status()?.dataset[`text${key[0].toUpperCase()}${key.slice(1)}`] || fallback;
  }

  say(state, text) {
    const place = this.status();
    if (!place) return;
    place.dataset.state = state;
    const words = text ?? this.word(state, "");
    if (place.textContent !== words) place.textContent = words;
  }
}

// Whether two lists of values say the same; nothing chosen and an empty text are both nothing.
function same(one, other) {
  const said = (values) => JSON.stringify([values ?? []].flat().map(String).filter((value) => value !== ""));
  return said(one) === said(other);
}

function token(element) {
  // The cookie first: after a new sign-in in another tab, the page's own field is out of date.
  const cookie = document.cookie.split("; ").find((pair) => pair.startsWith("csrftoken="));
  return cookie ? decodeURIComponent(cookie.slice(10)) : element.closest("form")?.elements.csrfmiddlewaretoken?.value || "";
}

function recall(key) {
  try {
    const copy = JSON.parse(localStorage.getItem(key));
    if (copy && Date.now() - copy.at < KEEP) return copy;
  } catch { /* unreadable: as good as none */ }
  forget(key);
  return null;
}

function forget(key) {
  try { localStorage.removeItem(key); } catch { /* nothing was kept */ }
}

const units = [...document.querySelectorAll("[data-autosave-url]")].map((element) => new Unit(element));
for (const unit of units) unit.restore();

addEventListener("online", () => units.forEach((unit) => unit.dirty.size && unit.schedule(0)));
document.addEventListener("visibilitychange", () => {
  // Leaving the page: send at once; keepalive lets the request outlive it.
  if (document.visibilityState === "hidden") units.forEach((unit) => unit.dirty.size && unit.enqueue(true));
});
// The form's own button sends everything itself, from the version that the last answer named. A save under way is waited
// for: the two would be taken for two tabs. The copy goes once the server's next page is here (see restore: a copy that
// equals what was saved is dropped).
document.addEventListener("submit", (event) => {
  const form = event.target;
  const own = units.filter((unit) => form.contains(unit.element));
  for (const unit of own) clearTimeout(unit.timer);
  if (own.some((unit) => unit.saving)) {
    event.preventDefault();
    event.stopImmediatePropagation();
    const patience = new Promise((resolve) => { setTimeout(resolve, 4000); });
    Promise.race([Promise.all(own.map((unit) => queues.get(unit.holder))), patience]).then(() => {
      for (const unit of own) unit.saving = false;
      form.requestSubmit(event.submitter);
    });
    return;
  }
  for (const unit of own) {
    const version = unit.element.closest("form")?.elements.version;
    if (version) version.value = unit.holder.dataset.autosaveVersion || "";
  }
}, true);
