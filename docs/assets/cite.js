// Citations in one step: a panel at every clause, and a button at every citation that stands on a page.
(() => {
  "use strict";

  const { copy, say } = window.glossator;
  const STORE = "glossator-style";
  const make = (tag, properties = {}, ...children) => {
    const node = Object.assign(document.createElement(tag), properties);
    node.append(...children);
    return node;
  };
  const button = (textContent, action) => {
    const made = make("button", { type: "button", textContent });
    made.addEventListener("click", action);
    return made;
  };
  const words = (clause) => clause.querySelector(".statement-text").textContent.replace(/\s+/g, " ").trim();

  // Citations that stand on the page.
  for (const citation of document.querySelectorAll(".citation")) {
    const name = citation.previousElementSibling;
    if (!name?.matches(".style")) continue;
    const text = () => citation.textContent.trim();
    const made = button(say("Copy"), () => copy(text(), name.firstChild.textContent.trim()));
    made.className = "tool";
    made.setAttribute("aria-label", say("Copy %(name)s", { name: name.textContent.trim() }));
    name.append(" ", made);
  }
  const quotation = document.querySelector(".quotation");
  quotation?.after(make("p", {}, Object.assign(button(say("Copy the words with this citation"), () => copy(quotation.textContent.trim(), say("words with citation"))), { className: "tool" })));

  // The panel. The page holds one pattern for each style; a clause only adds its number.
  const island = document.getElementById("citations");
  if (!island || !window.HTMLDialogElement) return;
  const { number: gap, styles } = JSON.parse(island.textContent);
  const choice = make("select", { id: "cite-style" }, ...styles.map(({ id, style }) => new Option(style, id)));
  const shown = make("pre", { className: "cite-text", tabIndex: 0 });
  const title = make("h2", { id: "cite-title" });
  const more = make("a", { textContent: say("All styles"), href: document.querySelector("a.cite")?.href ?? "" });
  let clause = null;

  const text = () => {
    const pattern = styles.find(({ id }) => id === choice.value) ?? styles[0];
    return pattern.text.replaceAll(gap, clause.dataset.clause.split(".").at(-1));
  };
  const close = button(say("Close"), () => panel.close());
  const panel = make(
    "dialog",
    { className: "cite-panel" },
    title,
    make("p", {}, make("label", { htmlFor: "cite-style", textContent: `${say("Style")} ` }), choice),
    shown,
    make(
      "p",
      { className: "cite-buttons" },
      button(say("Copy citation"), () => copy(text(), say("citation of %(clause)s", clause.dataset))),
      button(say("Copy words with citation"), () => copy(`${say("“%(words)s”", { words: words(clause) })} ${text()}`, say("words of %(clause)s with citation", clause.dataset))),
      more,
      close,
    ),
  );
  panel.setAttribute("aria-labelledby", "cite-title");
  shown.setAttribute("aria-label", say("Citation"));
  choice.addEventListener("change", () => {
    shown.textContent = text();
    try {
      localStorage.setItem(STORE, choice.value);
    } catch {
      // Nothing is lost but the memory.
    }
  });
  try {
    const wish = localStorage.getItem(STORE);
    if (styles.some(({ id }) => id === wish)) choice.value = wish;
  } catch {
    // Storage is blocked: the first style stands.
  }
  document.body.append(panel);

  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a.cite");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    clause = link.closest("[data-clause]");
    title.textContent = say("Cite %(clause)s", clause.dataset);
    more.href = link.href;
    shown.textContent = text();
    panel.showModal();
    // What is announced must be heard from within the panel, too.
    panel.append(document.querySelector(".copied"));
  });
  panel.addEventListener("close", () => document.body.append(panel.querySelector(".copied")));
  panel.addEventListener("click", (event) => event.target === panel && panel.close());
})();
