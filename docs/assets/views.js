// What a reader chooses to see: text only, with notes, or everything; as received, or with the
// proposed readings. The choice stands in the address and is remembered; without JavaScript the
// page shows the text as received, with its notes.
(() => {
  "use strict";

  const { say } = window.glossator;
  const CHOICES = {
    view: { legend: say("Show"), values: { text: say("text only"), notes: say("text and notes"), full: say("everything") }, usual: "notes" },
    reading: { legend: say("Wording"), values: { received: say("as received"), proposed: say("with proposed readings") }, usual: "received" },
  };
  const root = document.documentElement;

  // Storage can be blocked, and reading it then fails: the choice lasts for this page only.
  function recall(name) {
    try {
      return localStorage.getItem(`glossator-${name}`);
    } catch {
      return null;
    }
  }

  function remember(name, value) {
    try {
      localStorage.setItem(`glossator-${name}`, value);
    } catch {
      // Nothing is lost but the memory.
    }
  }

  function chosen(name) {
    const { values, usual } = CHOICES[name];
    const wishes = [new URLSearchParams(location.search).get(name), recall(name), usual];
    return wishes.find((wish) => wish !== null && Object.hasOwn(values, wish));
  }

  function setAddress(name, value) {
    const address = new URL(location.href);
    if (value === CHOICES[name].usual) address.searchParams.delete(name);
    else address.searchParams.set(name, value);
    try {
      history.replaceState(history.state, "", address);
    } catch {
      // Some browsers keep the address of a file as it is.
    }
  }

  // Notes that the reader opened stay open; those that were opened for "everything" close with it.
  function openNotes(open) {
    for (const note of document.querySelectorAll(".notes details")) {
      if (open && !note.open) {
        note.open = true;
        note.dataset.opened = "";
      } else if (!open && "opened" in note.dataset) {
        note.open = false;
        delete note.dataset.opened;
      }
    }
  }

  function show(name, value) {
    root.dataset[name] = value;
    if (name === "view") openNotes(value === "full");
  }

  function group(name) {
    const { legend, values } = CHOICES[name];
    const box = document.createElement("fieldset");
    box.append(Object.assign(document.createElement("legend"), { textContent: legend }));
    for (const [value, label] of Object.entries(values)) {
      const choice = Object.assign(document.createElement("input"), { type: "radio", name: `choose-${name}`, value });
      choice.checked = root.dataset[name] === value;
      choice.addEventListener("change", () => {
        show(name, value);
        remember(name, value);
        setAddress(name, value);
      });
      const line = document.createElement("label");
      line.append(choice, Object.assign(document.createElement("span"), { textContent: label }));
      box.append(line);
    }
    return box;
  }

  for (const name of Object.keys(CHOICES)) show(name, chosen(name));
  const bar = document.querySelector(".view-switch");
  if (bar) bar.append(group("view"));
  if (bar && document.querySelector("[data-read]")) bar.append(group("reading"));
  // Whoever comes to a note, by its number in the text or by a link, finds it open.
  function openNamed() {
    const note = /^#n[\w.-]+$/.test(location.hash) && document.getElementById(location.hash.slice(1));
    if (!note || !note.matches(".note")) return;
    if (root.dataset.view === "text") show("view", "notes");
    note.querySelector("details").open = true;
    note.scrollIntoView({ block: "nearest" });
  }
  openNamed();
  addEventListener("hashchange", openNamed);
  addEventListener("click", (event) => event.target.closest?.('[role="doc-noteref"]') && setTimeout(openNamed));

  // Paper shows what the screen shows, but a closed note could not be opened there. Afterwards
  // exactly those are closed again that were closed before, also in "everything".
  let unfolded = [];
  addEventListener("beforeprint", () => {
    if (root.dataset.view === "text") return;
    unfolded = [...document.querySelectorAll(".notes details:not([open])")];
    for (const note of unfolded) note.open = true;
  });
  addEventListener("afterprint", () => {
    for (const note of unfolded) note.open = false;
    unfolded = [];
  });
})();
