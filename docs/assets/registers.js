// Registers can be filtered and sorted, without a server; the choice stands in the address.
// Without JavaScript they are full tables.
(() => {
  "use strict";

  const { say } = window.glossator;
  const make = (tag, properties = {}, ...children) => {
    const node = Object.assign(document.createElement(tag), properties);
    node.append(...children);
    return node;
  };
  const words = (node) => node.textContent.replace(/\s+/g, " ").trim();
  const natural = new Intl.Collator(document.documentElement.lang || "en", { numeric: true });

  // The values of a cell are its links, or else its words.
  function values(cell) {
    const links = [...cell.querySelectorAll("a")].map(words);
    return links.length ? links : [words(cell)].filter(Boolean);
  }

  // Clauses in reading order: the blocks at the ends and the preamble around the numbers.
  function rank(text) {
    const ends = { [say("Title block")]: "0", [say("Signature block")]: "9999" };
    return (ends[text] ?? text).replace(/^P\./, "0.");
  }

  function enhance(table) {
    const form = table.previousElementSibling;
    const heads = [...table.tHead.rows[0].cells];
    const names = heads.map(words);
    // What stands for a column in addresses is the same in every language.
    const keys = heads.map((head, at) => (head.dataset.key ?? names[at]).toLowerCase());
    const rows = [...table.tBodies[0].rows];
    const start = new URLSearchParams(location.search);
    const status = form.querySelector("output");
    const query = form.querySelector("input");
    const sorting = query.name.replace("words", "sort");
    const filters = [...form.querySelectorAll("select")].map((box) => ({ box, column: names.indexOf(box.ariaLabel) }));
    let before = form;
    while (before && !/^H[1-6]$/.test(before.tagName)) before = before.previousElementSibling ?? before.parentElement;
    form.setAttribute("aria-label", say("Filter: %(name)s", { name: before ? words(before).replace("¶", "") : say("table") }));
    query.value = start.get(query.name) ?? "";
    filters.forEach(fill);
    let order = "";

    function fill({ box, column }) {
      const counts = new Map();
      for (const row of rows) for (const value of new Set(values(row.cells[column]))) counts.set(value, (counts.get(value) ?? 0) + 1);
      const options = [...counts].sort(([one], [other]) => natural.compare(one, other));
      for (const [value, count] of options) box.append(new Option(`${value} (${count})`, value));
      const wish = start.get(box.name);
      if (counts.has(wish)) box.value = wish;
    }

    function apply() {
      const sought = query.value.trim().toLowerCase();
      let shown = 0;
      for (const row of rows) {
        const fits = filters.every(({ box, column }) => !box.value || values(row.cells[column]).includes(box.value));
        row.hidden = !(fits && (!sought || words(row).toLowerCase().includes(sought)));
        shown += !row.hidden;
      }
      status.textContent = say("%(shown)s of %(all)s", { shown, all: rows.length });
    }

    function write() {
      const address = new URL(location.href);
      const wishes = [...filters.map(({ box }) => [box.name, box.value]), [query.name, query.value.trim()], [sorting, order]];
      for (const [key, value] of wishes) value ? address.searchParams.set(key, value) : address.searchParams.delete(key);
      try {
        history.replaceState(history.state, "", address);
      } catch {
        // Some browsers keep the address of a file as it is.
      }
    }

    function sort(wish) {
      const down = wish.startsWith("-");
      const column = keys.indexOf(down ? wish.slice(1) : wish);
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
      const name = keys[at];
      const button = make("button", { type: "button", textContent: names[at], title: say("Sort by %(column)s", { column: names[at].toLowerCase() }) });
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
    sort(start.get(sorting) ?? "");
    addEventListener("hashchange", reveal);
    reveal();
  }

  for (const table of document.querySelectorAll(".register-form + table.register[data-filter]")) enhance(table);
})();
