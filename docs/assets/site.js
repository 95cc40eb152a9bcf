// What a reader gains with JavaScript: addresses without index.html, links copied in one step,
// search results that open the clause. Without it every page reads and links all the same.
(() => {
  "use strict";

  const hosted = location.protocol.startsWith("http");
  const clean = (address) => address.replace(/(^|\/)index\.html(?=$|[?#])/, "$1");

  // The citable address of a place on this page, also when the page is read from a disk.
  function citable(hash) {
    const canonical = document.querySelector('link[rel="canonical"]');
    return (canonical ? canonical.href : clean(location.href.split("#")[0])) + hash;
  }

  // On a host the address of a page ends with its folder; from a disk it needs the file.
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

  async function copy(text) {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const field = document.createElement("textarea");
      field.value = text;
      document.body.append(field);
      field.select();
      const done = document.execCommand("copy");
      field.remove();
      if (!done) throw new Error("the browser does not copy");
    }
  }

  function copyLinks() {
    const told = document.createElement("div");
    told.className = "copied";
    told.setAttribute("role", "status");
    document.body.append(told);
    let fading;
    document.addEventListener("click", async (event) => {
      const link = event.target.closest?.("a.headerlink");
      if (!link) return;
      const address = citable(link.closest("h1") ? "" : link.hash);
      try {
        await copy(address);
        told.textContent = `Copied: ${address}`;
      } catch {
        told.textContent = address;
      }
      clearTimeout(fading);
      fading = setTimeout(() => (told.textContent = ""), 4000);
    });
  }

  // Material lists the page first and its clauses below. The best clause comes first here, and
  // a page is listed only when it was found for itself.
  function openClauses() {
    const list = document.querySelector(".md-search-result__list");
    if (!list) return;
    const score = (link) => Number(link.querySelector("[data-md-score]")?.dataset.mdScore ?? 0);
    new MutationObserver((changes) => {
      for (const change of changes) {
        for (const item of change.addedNodes) {
          const links = [...(item.querySelectorAll?.(":scope > a") ?? [])];
          const [page, ...clauses] = links;
          if (!clauses.length || page.hash) continue;
          if (score(page) === 0) page.remove();
          else if (score(page) < score(clauses[0])) clauses.at(-1).after(page);
        }
      }
    }).observe(list, { childList: true });
  }

  cleanAddresses();
  copyLinks();
  openClauses();
})();
