// [data-dropzone] around a file input: files can be dropped on it, are listed with their size, and are refused here
// when too large (data-limit, bytes) or of a kind that `accept` does not name. The server checks all of it again.
for (const zone of document.querySelectorAll("[data-dropzone]")) {
  const input = zone.querySelector("input[type=file]");
  const list = zone.querySelector("[data-dropzone-list]");
  if (!input || !list) continue;
  zone.querySelector("[data-dropzone-hint]").hidden = false;

  for (const name of ["dragenter", "dragover"]) {
    zone.addEventListener(name, (event) => {
      event.preventDefault();
      zone.classList.add("is-over");
    });
  }
  zone.addEventListener("dragleave", (event) => {
    if (!zone.contains(event.relatedTarget)) zone.classList.remove("is-over");
  });
  zone.addEventListener("drop", (event) => {
    event.preventDefault();
    zone.classList.remove("is-over");
    const dropped = new DataTransfer();
    const wanted = [...event.dataTransfer.files].slice(0, input.multiple ? undefined : 1);
    for (const file of wanted) dropped.items.add(file);
    input.files = dropped.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  });

  input.addEventListener("change", () => {
    const problems = [...input.files].map((file) => problem(file, input, zone)).filter(Boolean);
    input.setCustomValidity(problems.join(" "));
    list.replaceChildren(...[...input.files].map((file) => row(file, problem(file, input, zone))));
    list.hidden = input.files.length === 0;
  });
}

function problem(file, input, zone) {
  const limit = Number(zone.dataset.limit || 0);
  if (limit && file.size > limit) return `${file.name} ${zone.dataset.textLarge} ${size(limit)}.`;
  const kinds = input.accept.split(",").map((kind) => kind.trim().toLowerCase()).filter(Boolean);
  const fits = kinds.some((kind) => kind.startsWith(".")
    ? file.name.toLowerCase().endsWith(kind)
    : kind.endsWith("/*") ? file.type.startsWith(kind.slice(0, -1)) : file.type === kind);
  return kinds.length && !fits ? `${file.name} ${zone.dataset.textType}` : "";
}

function row(file, wrong) {
  const item = document.createElement("li");
  const name = document.createElement("span");
  name.className = wrong ? "name field-error" : "name";
  name.textContent = wrong || file.name;
  const bytes = document.createElement("span");
  bytes.className = "soft num nowrap";
  bytes.textContent = size(file.size);
  item.append(name, bytes);
  return item;
}

function size(bytes) {
  const [value, unit] = bytes < 1e6 ? [bytes / 1024, "kilobyte"] : [bytes / 1048576, "megabyte"];
  return new Intl.NumberFormat(document.documentElement.lang, { style: "unit", unit, maximumFractionDigits: 1 }).format(value);
}
