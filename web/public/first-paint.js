// Runs before anything is painted, so that a dark desk never flashes white. A file of its own because the content
// security policy allows no inline script. The keys are those of choose-theme.ts and choose-language.ts.
(function () {
  var chosen = null;
  var language = null;
  try {
    chosen = localStorage.getItem("tongzhou.theme");
    language = localStorage.getItem("tongzhou.language");
  } catch {
    // Storage may be closed to us; the system's wish is followed then.
  }
  var dark = chosen === "dark" || (chosen !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
  document.documentElement.dataset.theme = dark ? "dark" : "light";
  if (language === "en") document.documentElement.lang = "en";
})();
