// What a reader without a mouse gains with JavaScript: the menu and the search, which the theme opens
// with labels that take no focus, open with real buttons; Escape closes them and goes back to where
// they were opened; what scrolls can be reached. Without it pages are read and linked all the same.
(() => {
  "use strict";

  const { say } = window.glossator;
  const toggles = { drawer: document.getElementById("__drawer"), search: document.getElementById("__search") };
  const sidebar = document.querySelector(".md-sidebar--primary");
  const search = document.querySelector(".md-search__inner");
  const query = document.querySelector(".md-search__input");

  // The theme listens to its check box, so that a button that clicks it does all the label did.
  function toButton(label, toggle, name, panel, id) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = label.className;
    button.dataset.opens = toggle.dataset.mdToggle;
    button.setAttribute("aria-label", name);
    if (panel) {
      panel.id ||= id;
      button.setAttribute("aria-controls", panel.id);
      const tell = () => button.setAttribute("aria-expanded", String(toggle.checked));
      toggle.addEventListener("change", tell);
      tell();
    }
    button.append(...label.childNodes);
    button.addEventListener("click", () => toggle.click());
    label.replaceWith(button);
    return button;
  }

  function close(toggle) {
    if (toggle?.checked) toggle.click();
  }

  function menu() {
    const { drawer } = toggles;
    const label = document.querySelector('label.md-header__button[for="__drawer"]');
    if (!drawer || !sidebar || !label) return;
    const name = sidebar.querySelector("nav")?.getAttribute("aria-label") ?? say("Navigation");
    const button = toButton(label, drawer, name, sidebar, "__menu");
    drawer.addEventListener("change", () => {
      // Only what was opened by the button takes the focus: a finger needs none.
      if (drawer.checked && document.activeElement === button) sidebar.querySelector(".md-nav__list a")?.focus();
    });
    document.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !drawer.checked) return;
      close(drawer);
      button.focus();
    });
    // Whoever leaves the menu with Tab has left it: it must not cover where the focus goes.
    document.addEventListener("focusin", (event) => {
      if (drawer.checked && event.target !== button && !sidebar.contains(event.target)) close(drawer);
    });
    // An entry for a place on this page closes the menu over it.
    sidebar.addEventListener("click", (event) => {
      if (event.target.closest?.('a[href^="#"]')) close(drawer);
    });
  }

  function searching() {
    if (!toggles.search || !search || !query) return;
    const name = query.getAttribute("aria-label") ?? say("Search");
    const label = document.querySelector('label.md-header__button[for="__search"]');
    const button = label && toButton(label, toggles.search, name, search, "__found");
    button?.addEventListener("click", () => toggles.search.checked && query.focus());
    // Which element had the focus before the search took it.
    let opener = null;
    query.addEventListener("focus", (event) => {
      const from = event.relatedTarget;
      if (from && !search.contains(from)) opener = from;
      else if (!from) opener = null;
    });
    addEventListener("keydown", (event) => {
      if (!toggles.search.checked) return;
      if (event.key === "Escape") {
        // The theme closes the search and lets the focus fall. It goes back to the opener, but never
        // into the field itself, which would open the search again and hold the reader there.
        const back = button?.getClientRects().length ? button : opener;
        setTimeout(() => {
          close(toggles.search);
          if (back?.isConnected) back.focus();
        });
      } else if (event.key === "Tab" || event.key === "Shift" || (event.key === " " && event.target !== query)) {
        // The theme would close the search at Tab, and go back to the field at Shift and at a space:
        // left to the browser, Tab walks through what was found and out again.
        event.stopPropagation();
      }
    }, true);
    const left = () => toggles.search.checked && document.activeElement !== button && !search.contains(document.activeElement);
    document.addEventListener("focusin", () => left() && close(toggles.search));
    // The theme, when it has come late, opens the search for a moment that is past.
    toggles.search.addEventListener("change", () =>
      setTimeout(() => left() && document.activeElement !== document.body && close(toggles.search), 300));
    // The theme takes what was found out of the way of the Tab key.
    const list = search.querySelector(".md-search-result__list");
    if (list) {
      new MutationObserver(() => {
        for (const link of list.querySelectorAll('a[tabindex="-1"]')) link.removeAttribute("tabindex");
      }).observe(list, { childList: true, subtree: true });
    }
    // On a phone the arrow in the search goes back; where the search stands open it is a picture.
    const arrow = search.querySelector('label[for="__search"]');
    if (!arrow) return;
    const back = toButton(arrow, toggles.search, say("Close the search"));
    back.addEventListener("click", () => button?.focus());
    const wide = matchMedia("(min-width: 60em)");
    const still = () => (back.disabled = wide.matches);
    wide.addEventListener("change", still);
    still();
  }

  // A table that scrolls sideways takes the focus, so that the arrow keys can move it.
  function scrollers() {
    for (const box of document.querySelectorAll(".md-typeset__scrollwrap")) {
      const scrolls = box.scrollWidth > box.clientWidth + 1;
      if (scrolls) box.tabIndex = 0;
      else box.removeAttribute("tabindex");
    }
  }

  menu();
  searching();
  scrollers();
  addEventListener("resize", scrollers);
})();
