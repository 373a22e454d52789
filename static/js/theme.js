// Colours: as the system, light or dark. A classic script in <head>, not a module: it must run before the first paint,
// or a dark page would flash white.
(() => {
  const KEY = "laurel.theme";
  const root = document.documentElement;
  const system = matchMedia("(prefers-color-scheme: dark)");
  const stored = () => {
    try { return localStorage.getItem(KEY) || "auto"; } catch { return "auto"; }
  };
  const apply = (theme) => {
    if (theme === "auto") delete root.dataset.theme;
    else root.dataset.theme = theme;
  };
  const isDark = (theme) => theme === "dark" || (theme === "auto" && system.matches);

  const show = (button, theme) => {
    button.hidden = false;
    const words = { auto: button.dataset.textAuto, light: button.dataset.textLight, dark: button.dataset.textDark };
    button.querySelector("[data-theme-label]").textContent = words[theme];
    button.title = words[theme];
    for (const sign of button.querySelectorAll("[data-theme-icon]")) {
      sign.hidden = (sign.dataset.themeIcon === "dark") !== isDark(theme);
    }
  };

  apply(stored());
  addEventListener("DOMContentLoaded", () => {
    const button = document.querySelector("[data-theme-toggle]");
    if (!button) return;
    show(button, stored());
    system.addEventListener("change", () => show(button, stored()));
    button.addEventListener("click", () => {
      // The first click always changes what one sees; the third returns to the system's choice.
      const order = system.matches ? ["auto", "light", "dark"] : ["auto", "dark", "light"];
      const next = order[(order.indexOf(stored()) + 1) % order.length];
      try { localStorage.setItem(KEY, next); } catch { /* private mode: it lasts for this page */ }
      apply(next);
      show(button, next);
    });
  });
})();
