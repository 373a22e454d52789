// The learner's editor: how complete it is, and files that go up at once with their progress.
// Without this script the form's own button sends the files.
const form = document.getElementById("draft");
const uploads = new Set();

function show({ filled, wanted }) {
  if (filled === undefined) return;
  form.querySelector("[data-filled]").textContent = filled;
  form.querySelector("[data-wanted]").textContent = wanted;
  form.querySelector("#filled").value = filled;
}

function mark(section, isFilled) {
  section.querySelector("[data-has-evidence]").hidden = !isFilled;
}

form.addEventListener("autosave:saved", (event) => {
  show(event.detail);
  mark(event.target.closest("[data-criterion]"), event.detail.is_filled);
});

// Files ----------------------------------------------------------------------------------------------------------------
for (const input of form.querySelectorAll("[data-upload]")) {
  input.addEventListener("change", () => {
    const section = input.closest("[data-criterion]");
    complain(section, "");
    if (!input.files.length) return;
    if (input.validity.customError) {
      // The drop zone has said what is wrong with it: the file must not go along with the form either.
      complain(section, input.validationMessage);
      clear(input);
      return;
    }
    const upload = send(input, section).finally(() => uploads.delete(upload));
    uploads.add(upload);
  });
}

function send(input, section) {
  const bar = section.querySelector("[data-upload-progress]");
  const body = new FormData();
  body.append("criterion", section.dataset.criterion);
  body.append("file", input.files[0]);
  input.disabled = true; // it is under way: the form must not send it a second time
  bar.value = 0;
  bar.hidden = false;
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("POST", form.dataset.uploadUrl);
    request.responseType = "json";
    request.setRequestHeader("Accept", "application/json");
    request.setRequestHeader("X-CSRFToken", token());
    request.upload.addEventListener("progress", (event) => { bar.value = event.lengthComputable ? (100 * event.loaded) / event.total : 0; });
    request.addEventListener("loadend", () => {
      bar.hidden = true;
      input.disabled = false;
      const answer = request.response;
      if (request.status === 200 && answer) {
        form.dataset.autosaveVersion = Math.max(answer.version, Number(form.dataset.autosaveVersion));
        section.querySelector("[data-pieces]").innerHTML = answer.html; // our own server's template, escaped there
        show(answer);
        mark(section, answer.is_filled);
        clear(input);
      } else {
        complain(section, answer?.detail || "The file could not be sent. Check the connection and choose it again.");
      }
      resolve();
    });
    request.send(body);
  });
}

function clear(input) {
  const list = input.closest("[data-dropzone]").querySelector("[data-dropzone-list]");
  input.value = "";
  input.setCustomValidity("");
  list.replaceChildren();
  list.hidden = true;
}

function complain(section, sentence) {
  const place = section.querySelector("[data-file-error]");
  place.querySelector("span").textContent = sentence;
  place.hidden = !sentence;
  place.setAttribute("role", "alert");
}

function token() {
  const cookie = document.cookie.split("; ").find((pair) => pair.startsWith("csrftoken="));
  return cookie ? decodeURIComponent(cookie.slice(10)) : form.elements.csrfmiddlewaretoken.value;
}

// A button pressed while a file is on its way acts when the file has arrived.
form.addEventListener("submit", (event) => {
  if (!uploads.size) return;
  event.preventDefault();
  const submitter = event.submitter;
  Promise.all(uploads).then(() => form.requestSubmit(submitter));
});
