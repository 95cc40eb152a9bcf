// What the other scripts share: addresses without index.html, the citable address of a place,
// copying, and a word to the reader. Without JavaScript every page reads and links all the same.
(() => {
  "use strict";

  const hosted = location.protocol.startsWith("http");
  const clean = (address) => address.replace(/(^|\/)index\.html(?=$|[?#])/, "$1");

  // The citable address of a place on this page, also when the page is read from a disk.
  function citable(query = "", hash = "") {
    const canonical = document.querySelector('link[rel="canonical"]');
    return (canonical ? canonical.href : clean(location.href.split(/[?#]/)[0])) + query + hash;
  }

  // On a host the address of a page ends with its folder; from a disk it needs the file.
  function page(path) {
    const { base } = JSON.parse(document.getElementById("__config").textContent);
    return new URL(`${base}/${path}${hosted ? "" : "index.html"}`, location.href).href;
  }

  function cleanAddresses() {
    if (!hosted) return;
    if (clean(location.pathname) !== location.pathname) {
      history.replaceState(history.state, "", clean(location.pathname) + location.search + location.hash);
    }
    for (const link of document.querySelectorAll('a[href*="index.html"]')) {
      const address = new URL(link.getAttribute("href"), location.href);
      if (address.origin === location.origin) link.setAttribute("href", clean(link.getAttribute("href")) || "./");
    }
  }

  const told = Object.assign(document.createElement("div"), { className: "copied" });
  told.setAttribute("role", "status");
  document.body.append(told);
  let fading;

  function tell(text) {
    told.textContent = text;
    clearTimeout(fading);
    fading = setTimeout(() => (told.textContent = ""), 6000);
  }

  async function write(text) {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const before = document.activeElement;
      const field = document.createElement("textarea");
      field.value = text;
      document.body.append(field);
      field.select();
      const done = document.execCommand("copy");
      field.remove();
      before?.focus?.();
      if (!done) throw new Error("the browser does not copy");
    }
  }

  // Copies a text and says so; where that cannot be, the reader gets the text to copy by hand.
  async function copy(text, name = text) {
    try {
      await write(text);
      tell(`Copied: ${name}`);
    } catch {
      tell(text);
    }
  }

  cleanAddresses();
  window.glossator = { hosted, citable, page, copy, tell };
})();
