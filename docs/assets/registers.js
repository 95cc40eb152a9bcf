// Registers can be filtered and sorted, without a server; the choice stands in the address.
// Without JavaScript they are full tables.
(() => {
  "use strict";

  const make = (tag, properties = {}, ...children) => {
    const node = Object.assign(document.createElement(tag), properties);
    node.append(...children);
    return node;
  };
  const words = (node) => node.textContent.replace(/\s+/g, " ").trim();
  const natural = new Intl.Collator("en", { numeric: true });

  // The values of a cell are its links, or else its words.
  function values(cell) {
    const links = [...cell.querySelectorAll("a")].map(words);
    return links.length ? links : [words(cell)].filter(Boolean);
  }

  // Clauses in reading order: the blocks at the ends and the preamble around the numbers.
  function rank(text) {
    const ends = { "Title block": "0", "Signature block": "9999" };
    return (ends[text] ?? text).replace(/^P\./, "0.");
  }

  function enhance(table) {
    const heads = [...table.tHead.rows[0].cells];
    const names = heads.map(words);
    const rows = [...table.tBodies[0].rows];
    // A name that is no column of this table asks for nothing.
    const wanted = table.dataset.filter.split("|").filter((name) => names.includes(name));
    const filters = wanted.map((name) => ({ name, key: name.toLowerCase(), column: names.indexOf(name) }));
    const start = new URLSearchParams(location.search);
    const status = make("output", { className: "register-count" });
    // Not "q": the theme would take it for a search of the whole site and open that.
    const query = make("input", { type: "search", name: "words", value: start.get("words") ?? "" });
    const form = make("form", { className: "register-form" });
    for (const filter of filters) form.append(select(filter));
    form.append(make("label", {}, "Words", query));
    form.append(make("button", { type: "reset", textContent: "Show all" }), status);
    form.setAttribute("role", "search");
    let before = table;
    while (before && !/^H[1-6]$/.test(before.tagName)) before = before.previousElementSibling ?? before.parentElement;
    form.setAttribute("aria-label", `Filter: ${before ? words(before).replace("¶", "") : "table"}`);
    table.before(form);
    let order = "";

    function select(filter) {
      const counts = new Map();
      for (const row of rows) for (const value of new Set(values(row.cells[filter.column]))) counts.set(value, (counts.get(value) ?? 0) + 1);
      const options = [...counts].sort(([one], [other]) => natural.compare(one, other));
      filter.box = make("select", { name: filter.key, ariaLabel: filter.name }, new Option("all", ""));
      for (const [value, count] of options) filter.box.append(new Option(`${value} (${count})`, value));
      const wish = start.get(filter.key);
      if (counts.has(wish)) filter.box.value = wish;
      return make("label", {}, filter.name, filter.box);
    }

    function apply() {
      const sought = query.value.trim().toLowerCase();
      let shown = 0;
      for (const row of rows) {
        const fits = filters.every(({ box, column }) => !box.value || values(row.cells[column]).includes(box.value));
        row.hidden = !(fits && (!sought || words(row).toLowerCase().includes(sought)));
        shown += !row.hidden;
      }
      status.textContent = `${shown} of ${rows.length}`;
    }

    function write() {
      const address = new URL(location.href);
      const wishes = [...filters.map(({ key, box }) => [key, box.value]), ["words", query.value.trim()], ["sort", order]];
      for (const [key, value] of wishes) value ? address.searchParams.set(key, value) : address.searchParams.delete(key);
      try {
        history.replaceState(history.state, "", address);
      } catch {
        // Some browsers keep the address of a file as it is.
      }
    }

    function sort(wish) {
      const down = wish.startsWith("-");
      const column = names.map((name) => name.toLowerCase()).indexOf(down ? wish.slice(1) : wish);
      order = column < 0 ? "" : wish;
      const sorted = [...rows];
      const key = (row) => rank(words(row.cells[column]));
      if (order) sorted.sort((one, other) => (down ? -1 : 1) * natural.compare(key(one), key(other)));
      table.tBodies[0].append(...sorted);
      heads.forEach((head, at) => {
        if (at === column) head.setAttribute("aria-sort", down ? "descending" : "ascending");
        else head.removeAttribute("aria-sort");
      });
    }

    heads.forEach((head, at) => {
      const name = names[at].toLowerCase();
      const button = make("button", { type: "button", textContent: names[at], title: `Sort by ${name}` });
      button.addEventListener("click", () => {
        sort(order === name ? `-${name}` : order === `-${name}` ? "" : name);
        write();
      });
      head.replaceChildren(button);
    });
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("input", () => {
      apply();
      write();
    });
    form.addEventListener("reset", () => {
      for (const { box } of filters) box.selectedIndex = 0;
      setTimeout(() => {
        query.value = "";
        sort("");
        apply();
        write();
      });
    });

    // An address can be mistyped, and a broken escape in it cannot be read: it names nothing.
    function named() {
      try {
        return document.getElementById(decodeURIComponent(location.hash.slice(1)));
      } catch {
        return null;
      }
    }

    // A link to a row shows it, whatever was chosen before, and the address says so.
    function reveal() {
      const target = named();
      const row = target && target.closest("tr");
      if (row && row.hidden && rows.includes(row)) {
        for (const { box } of filters) box.selectedIndex = 0;
        query.value = "";
        apply();
        write();
        target.scrollIntoView();
      }
    }

    apply();
    sort(start.get("sort") ?? "");
    addEventListener("hashchange", reveal);
    reveal();
  }

  for (const table of document.querySelectorAll("table.register[data-filter]")) enhance(table);
})();
