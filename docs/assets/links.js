// Links to the words of the statement: a button at every clause, a bar for selected words, a box that
// takes a reference, and what a reader is told on landing where a link no longer fits.
(() => {
  "use strict";

  const { citable, page, copy, letters, say, sayIn, sayWith } = window.glossator;
  const places = window.__addresses ?? { sections: [], removed: [] };
  const vendor = new URL("vendor/", document.currentScript.src);

  const make = (tag, properties = {}, ...children) => {
    const node = Object.assign(document.createElement(tag), properties);
    node.append(...children);
    return node;
  };

  // 1. Copying. A link carries four digits of its clause's digest, so that a page can tell when the
  // words are no longer those that the link was made for.
  function address(clause, hash, fragment = "") {
    const digest = clause?.dataset.digest;
    return citable(digest ? `?t=${digest}` : "", hash + fragment);
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a.headerlink");
    if (!link) return;
    const clause = link.closest("[data-clause]");
    copy(address(clause, link.closest("h1") ? "" : link.hash));
  });

  function addButtons() {
    for (const clause of document.querySelectorAll(".clause[data-clause]")) {
      const name = clause.dataset.clause;
      const button = make("button", { type: "button", className: "tool", textContent: say("Copy link") });
      button.setAttribute("aria-label", say("Copy link to %(place)s", { place: name }));
      const hash = clause.querySelector("h1") ? "" : `#c${name}`;
      button.addEventListener("click", () => copy(address(clause, hash)));
      clause.querySelector("a.tool")?.replaceWith(button);
    }
  }

  // 2. Selected words: a link that marks them on landing, and one to their sentence.
  const within = (node) => (node?.nodeType === Node.TEXT_NODE ? node.parentElement : node)?.closest?.(".statement-text");

  function selected() {
    const selection = getSelection();
    if (!selection || selection.isCollapsed || !selection.rangeCount || !selection.toString().trim()) return null;
    const range = selection.getRangeAt(0);
    const [first, last] = [within(range.startContainer), within(range.endContainer)];
    const clause = first?.closest("[data-clause]");
    if (!clause || !last) return null;
    const sentence = (range.startContainer.parentElement ?? range.startContainer).closest(".sentence");
    const whole = sentence?.contains(range.endContainer) ? sentence : null;
    return { selection, range, clause, sentence: clause.querySelectorAll(".sentence").length > 1 ? whole : null };
  }

  let loading;
  function generator() {
    loading ??= new Promise((resolve, reject) => {
      const script = make("script", { src: new URL("fragment-generation.js", vendor).href });
      script.addEventListener("load", () => resolve(window.fragmentGeneration.generateFragment));
      script.addEventListener("error", reject);
      document.head.append(script);
    });
    return loading;
  }

  const encode = (text) => encodeURIComponent(text).replace(/-/g, "%2D");

  // The words as a text fragment; nothing where they cannot be told from others on the page.
  async function fragment(selection) {
    try {
      const { status, fragment: found } = (await generator())(selection);
      if (status !== 0 || !found?.textStart) return "";
      const parts = [
        found.prefix && `${encode(found.prefix)}-`,
        encode(found.textStart),
        found.textEnd && encode(found.textEnd),
        found.suffix && `-${encode(found.suffix)}`,
      ];
      return `:~:text=${parts.filter(Boolean).join(",")}`;
    } catch {
      return "";
    }
  }

  function watchSelection() {
    const share = make("button", { type: "button", textContent: say("Copy link to these words") });
    const sentence = make("button", { type: "button" });
    const bar = make("div", { className: "selection-bar", hidden: true }, share, sentence);
    bar.setAttribute("role", "group");
    bar.setAttribute("aria-label", say("Selection"));
    document.body.append(bar);
    let chosen = null;
    // A press on the bar must not take the selection away before it is read.
    bar.addEventListener("mousedown", (event) => event.preventDefault());
    share.addEventListener("click", async () => {
      if (!chosen) return;
      const { selection, clause } = chosen;
      copy(address(clause, `#c${clause.dataset.clause}`, await fragment(selection)));
    });
    sentence.addEventListener("click", () => chosen?.sentence && copy(address(chosen.clause, `#${chosen.sentence.id}`)));
    function update() {
      if (bar.contains(document.activeElement)) return;
      chosen = selected();
      bar.hidden = !chosen;
      if (!chosen) return;
      generator().catch(() => {});
      sentence.hidden = !chosen.sentence;
      sentence.textContent = chosen.sentence ? say("Copy link to sentence %(address)s", { address: chosen.sentence.id.slice(1) }) : "";
    }
    let waiting;
    document.addEventListener("selectionchange", () => {
      clearTimeout(waiting);
      waiting = setTimeout(update, 150);
    });
    addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || bar.hidden) return;
      bar.hidden = true;
      getSelection()?.removeAllRanges();
    });
  }

  // 3. References as people write them: "4.3", "§ 4 para 3", "preamble 2", "section 4, paragraph 3,
  // sentence 2", or a whole link. Gives the place, or what to say instead.
  const NOISE = /\b(?:sections?|secs?|clauses?|paragraphs?|paras?|pars?|articles?|arts?|sentences?|sents?|numbers?|nos?)\b\.?|[§¶()[\],;:/]/giu;

  // What was published in a section and is no more keeps its place there.
  const gone = ({ prefix }) => places.removed.filter((one) => one.startsWith(`${prefix}.`)).map((one) => one.slice(prefix.length + 1));

  function understand(text) {
    const pasted = /#c([\w-]+(?:\.\w+)+)/.exec(text);
    // A number may be typed in the figures of any script.
    const plain = [...text].map((one) => (/[\p{Nd}．٫]/u.test(one) ? letters.shape(one).replace("٫", ".") : one)).join("");
    const typed = plain.toLowerCase().replaceAll(say("Preamble").toLowerCase(), " preamble ").replace(/[^\x00-\x7f\p{Script=Latin}]+\.?/gu, " ");
    const words = (pasted ? pasted[1].toLowerCase() : typed).replace(NOISE, " ").replace(/\.(?=\s|$)/g, " ");
    const parts = words.trim().replace(/^c(?=\d)/, "").split(/[\s.]+/);
    const named = (word) => places.sections.find(({ label: one, prefix }) => [one, prefix.toLowerCase()].includes(word));
    // Any other word is noise, in whatever language.
    const [label = parts[0], number, sentence] = parts.filter((one) => /\d/.test(one) || named(one));
    const section = named(label);
    if (!section) return { problem: say("There is no section “%(label)s” here.", { label: label.slice(0, 30) }), label };
    if (!number) return { path: `${section.label}/`, hash: "" };
    const clause = [...section.clauses, ...gone(section)].find((one) => one === number);
    if (!clause) return { section, problem: say("Section %(label)s has no paragraph %(number)s.", { label: section.label, number: number.slice(0, 10) }) };
    return { section, path: `${section.label}/`, hash: `#c${section.prefix}.${clause}${sentence ? `.${sentence}` : ""}` };
  }

  const link = (section, number) =>
    make("a", { href: `${page(`${section.label}/`)}#c${section.prefix}.${number}`, textContent: `${section.prefix}.${number}` });

  // The three of a row that lie nearest to a number, in their order.
  function closest(row, number, key) {
    const far = (one) => Math.abs((parseInt(key(one), 10) || 0) - (parseInt(number, 10) || 1));
    const close = [...row].sort((one, other) => far(one) - far(other)).slice(0, 3);
    return row.filter((one) => close.includes(one));
  }

  // Clauses around the number that was asked for, or the first ones of the sections around it.
  function nearest(section, label, number) {
    if (section) return closest(section.clauses, number, (one) => one).map((one) => link(section, one));
    const filled = places.sections.filter(({ clauses }) => clauses.length);
    return closest(filled, label, (one) => one.label).map((one) => link(one, one.clauses[0]));
  }

  const listed = (links) => links.flatMap((one, at) => (at ? [sayIn("between items of a list", ", "), one] : [one]));

  function goBox() {
    const input = make("input", { type: "text", name: "go", autocomplete: "off", spellcheck: false, placeholder: say("4.3, § 4 para 3") });
    const said = make("output", { className: "go-said" });
    const form = make("form", { className: "go" }, make("label", {}, say("Go to clause"), input), make("button", { textContent: say("Go") }), said);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (!input.value.trim()) return;
      const { path, hash, section, label, problem } = understand(input.value);
      said.replaceChildren();
      if (problem) {
        const near = nearest(section, label, input.value.match(/\d+/g)?.[1]);
        said.append(problem, ...(near.length ? [" ", ...sayWith("Nearest: %(links)s.", { links: listed(near) })] : []));
      } else {
        location.href = page(path) + hash;
      }
    });
    return form;
  }

  function addBoxes() {
    const example = places.sections.find(({ clauses }) => clauses.length);
    if (!example) return;
    document.querySelector(".md-nav--primary > .md-nav__list")?.before(goBox());
    document.querySelector(".md-content__inner #find")?.after(goBox());
  }

  // 4. Landing: an address that is not there, or whose words have changed.
  function notice(before, ...words) {
    document.querySelector(".landing")?.remove();
    const box = make("p", { className: "landing" }, ...words);
    box.setAttribute("role", "status");
    before.before(box);
    box.scrollIntoView();
    // While it loads, the browser goes to the named place once more.
    if (document.readyState !== "complete") addEventListener("load", () => setTimeout(() => box.scrollIntoView()));
  }

  function land() {
    let hash = location.hash.slice(1).split(":~:")[0];
    try {
      hash = decodeURIComponent(hash);
    } catch {
      return;
    }
    const target = hash ? document.getElementById(hash) : document.querySelector("h1");
    if (hash && !target) return missing(hash);
    // A browser that knows no text fragments takes them for a part of the name.
    if (target && location.hash.includes(":~:")) target.scrollIntoView();
    const clause = target?.closest("[data-digest]");
    const made = new URLSearchParams(location.search).get("t");
    if (!clause || made === null || clause.dataset.digest === made.toLowerCase()) return;
    const name = clause.dataset.clause;
    notice(clause, say("This link was made for other words than %(name)s has now: the text has changed since, or the link is mistyped.", { name }));
  }

  function missing(hash) {
    const wanted = /^c([\w-]+)\.(\w+)(?:\.(\w+))?$/.exec(hash);
    const first = document.querySelector(".md-content__inner h1");
    if (!wanted || !first) return;
    const [, prefix, number] = wanted;
    const whole = document.getElementById(`c${prefix}.${number}`)?.closest("[data-clause]");
    if (whole) return notice(whole, say("%(address)s has no sentence %(number)s.", { address: `${prefix}.${number}`, number: wanted[3] }));
    const section = places.sections.find((one) => one.prefix === prefix);
    if (section?.clauses.includes(number)) return location.replace(`${page(`${section.label}/`)}#c${prefix}.${number}`);
    const none = say("There is no clause %(address)s.", { address: `${prefix}.${number}` });
    notice(first, `${none} `, ...sayWith("Nearest: %(links)s.", { links: listed(nearest(section, prefix, number)) }));
  }

  addButtons();
  watchSelection();
  addBoxes();
  addEventListener("hashchange", land);
  land();
})();
