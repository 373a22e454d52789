// <a href="#ID" data-dialog-open> opens <dialog id="ID">; [data-dialog-close] closes it. Without this script the
// address's #ID opens it by CSS. Also: menus (<details class="menu">) close on Escape and on a click elsewhere.
document.addEventListener("click", (event) => {
  const opener = event.target.closest("[data-dialog-open]");
  if (opener) {
    const dialog = document.getElementById(opener.getAttribute("href")?.slice(1) || opener.dataset.dialogOpen);
    if (dialog) {
      event.preventDefault();
      dialog.showModal();
    }
    return;
  }
  const closer = event.target.closest("[data-dialog-close]");
  if (closer) {
    const dialog = closer.closest("dialog");
    if (dialog?.open) {
      event.preventDefault();
      dialog.close();
    }
    return;
  }
  if (event.target instanceof HTMLDialogElement && outside(event.target, event)) event.target.close();
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    if (!menu.contains(event.target)) menu.open = false;
  }
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});

function outside(dialog, { clientX, clientY }) {
  const box = dialog.getBoundingClientRect();
  return clientX < box.left || clientX > box.right || clientY < box.top || clientY > box.bottom;
}

// An address that names a dialog opens it as a real one: focus is kept inside.
const named = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
if (named instanceof HTMLDialogElement) {
  history.replaceState(null, "", location.pathname + location.search);
  named.showModal();
}

// A refused form: the summary of what is wrong is read first.
document.querySelector("[data-error-summary]")?.focus();
