// All clauses by facet: values of one facet widen the choice, facets together narrow it. The choice
// stands in the address. The words are those that stand on the page; they are shown or hidden.
// Without JavaScript the page is the full list.
(() => {
  "use strict";

  const { say, sayIn, counted } = window.glossator;
  const form = document.querySelector(".explore-form");
  const list = document.querySelector(".explored");
  if (!form || !list) return;

  const told = form.querySelector(".explore-told");
  const query = form.elements.words;
  // Case and marks above or below a letter do not matter to who looks for words.
  const plain = (text) => [...text].map(window.glossator.letters.sought).join("").replace(/\p{Cf}/gu, "").replace(/\s+/g, " ").trim();
  const clean = (address) => address.replace(/(^|\/)index\.html(?=$|[?#])/, "$1");

  // The address under which this site is hosted, also when the page is read from a disk.
  const canonical = document.querySelector('link[rel="canonical"]');
  const here = location.href.split(/[?#]/)[0];
  const hosted = (link) => clean(new URL(link.getAttribute("href"), canonical ? canonical.href : here).href);

  const clauses = [...list.children].map((item) => {
    const link = item.querySelector(".explored-clause");
    const words = item.querySelector(".quoted").textContent;
    return { item, link, words, sought: plain(`${link.textContent} ${words}`) };
  });

  const facets = [...form.querySelectorAll(".explore-facet")].map((node) => {
    const boxes = [...node.querySelectorAll("input")];
    const key = boxes[0].name;
    for (const clause of clauses) clause[key] = new Set((clause.link.dataset[key] ?? "").split(","));
    const counts = new Map(boxes.map((box) => [box, box.closest("label").querySelector(".explore-count")]));
    return { node, key, boxes, counts, chosen: node.querySelector(".explore-chosen"), values: [] };
  });

  const holds = (clause, facet) => !facet.values.length || facet.values.some((value) => clause[facet.key].has(value));

  function apply() {
    const sought = plain(query.value).split(" ").filter(Boolean);
    for (const facet of facets) facet.values = facet.boxes.filter((box) => box.checked).map((box) => box.value);
    // Which facets a clause fails: with none it is shown, with one it counts for that one alone.
    for (const clause of clauses) {
      const spoken = sought.every((word) => clause.sought.includes(word));
      clause.fails = spoken ? facets.filter((facet) => !holds(clause, facet)) : null;
      clause.item.hidden = !spoken || clause.fails.length > 0;
    }
    for (const facet of facets) {
      const open = clauses.filter(({ fails }) => fails && fails.every((one) => one === facet));
      for (const [box, count] of facet.counts) {
        const found = open.filter((clause) => clause[facet.key].has(box.value)).length;
        count.textContent = found;
        box.closest("li").classList.toggle("explore-none", !found);
      }
      facet.chosen.textContent = facet.values.length ? counted("%(num)s chosen", "%(num)s chosen", facet.values.length) : "";
    }
    const shown = chosen().length;
    const all = clauses.length;
    told.textContent = shown
      ? counted("%(shown)s of %(num)s clause", "%(shown)s of %(num)s clauses", all, { shown })
      : counted("None of the %(num)s clauses has all of this", "None of the %(num)s clauses has all of this", all);
  }

  const chosen = () => clauses.filter(({ item }) => !item.hidden);

  function write() {
    const address = new URL(location.href);
    address.searchParams.delete("words");
    if (query.value.trim()) address.searchParams.set("words", query.value.trim());
    for (const facet of facets) {
      address.searchParams.delete(facet.key);
      for (const value of facet.values) address.searchParams.append(facet.key, value);
    }
    try {
      history.replaceState(history.state, "", address);
    } catch {
      // Some browsers keep the address of a file as it is.
    }
  }

  function read() {
    const start = new URLSearchParams(location.search);
    query.value = start.get("words") ?? "";
    for (const facet of facets) {
      const wishes = start.getAll(facet.key);
      for (const box of facet.boxes) box.checked = wishes.includes(box.value);
      facet.node.open = facet.boxes.some((box) => box.checked);
    }
  }

  // What leaves the page: one record for each clause shown, with the address where it is hosted.
  const columns = form.dataset.columns.split("|");
  const [comma, semicolon] = [sayIn("between items of a list", ", "), sayIn("between items of a list", "; ")];

  function record({ item, link, words }) {
    const said = {};
    for (const fact of item.querySelectorAll("li")) {
      const name = fact.querySelector("strong").textContent;
      const links = [...fact.querySelectorAll("a")].map((one) => one.textContent);
      said[name.replace(/\s*[:：]$/, "")] = links.length ? links.join(semicolon) : fact.textContent.slice(name.length).trim().replaceAll(comma, semicolon);
    }
    const address = link.dataset.address;
    const caption = link.textContent.slice(address.length).trim();
    return [address, caption, words.trim(), ...columns.map((name) => said[name] ?? ""), hosted(link)];
  }

  // RFC 4180. A spreadsheet would run what begins like a formula; an apostrophe makes it words.
  function cell(text) {
    const safe = /^\s*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  }

  function csv() {
    const rows = [[say("Address"), say("Caption"), say("Words"), ...columns, say("Link")], ...chosen().map(record)];
    return rows.map((row) => row.map(cell).join(",") + "\r\n").join("");
  }

  const verbatim = (text) => text.replace(/[\\`*_{}[\]<>#|&~]/g, "\\$&").replace(/^(\s*)([+-]|\d+(?=[.)]))/gm, "$1\\$2");

  function markdown() {
    const pieces = chosen().map((clause) => {
      const [address, caption, words, ...rest] = record(clause);
      const facts = columns.map((name, at) => (rest[at] ? `- ${name}: ${verbatim(rest[at])}\n` : "")).join("");
      const quoted = verbatim(words).replace(/^/gm, "> ");
      return `## [${verbatim(`${address} ${caption}`.trim())}](${rest.at(-1)})\n\n${quoted}\n\n${facts}`;
    });
    return pieces.join("\n");
  }

  function download(name, type, text) {
    const address = URL.createObjectURL(new Blob([text], { type }));
    const link = Object.assign(document.createElement("a"), { href: address, download: name });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(address), 10000);
  }

  async function copy(text) {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const field = Object.assign(document.createElement("textarea"), { value: text });
      document.body.append(field);
      field.select();
      const done = document.execCommand("copy");
      field.remove();
      if (!done) throw new Error("the browser does not copy");
    }
  }

  const acts = {
    // The mark of byte order tells spreadsheets that the file is UTF-8.
    csv: () => download("clauses.csv", "text/csv;charset=utf-8", `\ufeff${csv()}`),
    markdown: () => download("clauses.md", "text/markdown;charset=utf-8", markdown()),
    "copy-csv": () => copy(csv()),
    "copy-markdown": () => copy(markdown()),
  };

  form.addEventListener("click", async (event) => {
    const act = event.target.dataset.act;
    if (!act) return;
    const count = chosen().length;
    try {
      await acts[act]();
      const all = clauses.length;
      told.textContent = act.startsWith("copy")
        ? counted("%(count)s of %(num)s clause copied", "%(count)s of %(num)s clauses copied", all, { count })
        : counted("%(count)s of %(num)s clause downloaded", "%(count)s of %(num)s clauses downloaded", all, { count });
    } catch {
      told.textContent = say("This browser does not let a page copy: download the file instead");
    }
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", () => {
    apply();
    write();
  });
  form.addEventListener("reset", () => {
    setTimeout(() => {
      query.value = "";
      for (const { boxes } of facets) for (const box of boxes) box.checked = false;
      apply();
      write();
    });
  });

  read();
  apply();
  // On a wide screen there is room for the facets beside the list.
  form.querySelector(".explore-facets").open = matchMedia("(min-width: 60em)").matches;
  // A page that a browser brings back has the boxes as they were left.
  addEventListener("pageshow", apply);
})();
