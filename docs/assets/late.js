// The theme's script, with the search before it, comes with the reader's first step: a page reads
// without them, and they are most of what it would load. What the reader did meanwhile is told again.
(() => {
  "use strict";

  const { first, then } = document.currentScript.dataset;
  const steps = ["pointermove", "pointerdown", "touchstart", "keydown", "focusin", "scroll"];
  const options = { capture: true, passive: true };
  let changed = null;
  const remember = (event) => (changed = event.target);

  function add(address, loaded) {
    const script = document.createElement("script");
    script.src = address;
    script.addEventListener("load", loaded);
    document.head.append(script);
  }

  function ready() {
    // It waits for a page that is being loaded; this one has long been there.
    if (document.readyState !== "loading") document.dispatchEvent(new Event("DOMContentLoaded"));
    removeEventListener("change", remember, true);
    changed?.dispatchEvent(new Event("change", { bubbles: true }));
    const query = document.querySelector(".md-search__input");
    if (query?.value) query.dispatchEvent(new Event("keyup"));
  }

  function load() {
    for (const step of steps) removeEventListener(step, load, options);
    add(first, () => add(then, ready));
  }

  // The colours hold from the beginning, and the switch for them stands there.
  function showColours() {
    const inputs = [...document.querySelectorAll('[data-md-component="palette"] input')];
    const fits = inputs.findIndex(({ dataset }) => matchMedia(dataset.mdColorMedia).matches);
    const chosen = inputs[window.__md_get?.("__palette")?.index ?? fits] ?? inputs[0];
    if (!chosen) return;
    chosen.checked = true;
    for (const input of inputs) input.nextElementSibling.hidden = input !== chosen;
    const scheme = `(prefers-color-scheme: ${matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light"})`;
    const system = chosen.dataset.mdColorMedia === "(prefers-color-scheme)";
    const source = (system && inputs.find(({ dataset }) => dataset.mdColorMedia === scheme)) || chosen;
    for (const name of ["mdColorScheme", "mdColorPrimary", "mdColorAccent"]) document.body.dataset[name] = source.dataset[name];
    document.body.dataset.mdColorMedia = chosen.dataset.mdColorMedia;
  }

  document.documentElement.classList.replace("no-js", "js");
  showColours();
  addEventListener("change", remember, true);
  for (const step of steps) addEventListener(step, load, options);
  // A link into the search, or to words found by it.
  if (/[?&][qh]=/.test(location.search)) load();
})();
