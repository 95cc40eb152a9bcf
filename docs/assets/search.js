// The search: every word of a query must be found, the statement's own words come first, and words
// in quotation marks must stand together. Material's own search knows no phrases and no words inside
// Chinese text; this one answers in its place, through the same messages, without a worker and so
// from a disk as well.
(() => {
  "use strict";

  const SETUP = 0, READY = 1, QUERY = 2, RESULT = 3;
  const WORD = /[\p{L}\p{N}]/u;
  // These scripts set no spaces between words: there a word may begin anywhere.
  const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;
  const HYPHEN = /[-\u00ad\u2010-\u2015\u2212]/;
  const QUOTED = /["“”„«»「」『』]/;
  const MOST = 100, BEFORE = 60, SHOWN = 260;

  // A text as it is compared: without case, accents and punctuation, white space as one space. `at`
  // leads from every character back to the text. A hyphen counts as a space, or as nothing.
  function fold(text, hyphen) {
    let folded = " ";
    const at = [0];
    let place = 0;
    for (const character of text) {
      let plain = "";
      if (HYPHEN.test(character)) plain = hyphen;
      else if (character === "." && /\d/.test(text[place + 1] ?? "")) plain = ".";
      else if (!/[’'\u200b-\u200f\u2066-\u2069]/.test(character)) {
        plain = character.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
        plain = plain.replace(/[^\p{L}\p{N}]+/gu, " ");
      }
      for (const one of plain) {
        if (one === " " && folded.endsWith(" ")) continue;
        folded += one;
        for (let unit = 0; unit < one.length; unit += 1) at.push(place);
      }
      place += character.length;
    }
    return { folded: `${folded} `, at: [...at, text.length, text.length] };
  }

  function prepare(text) {
    return { text, forms: HYPHEN.test(text) ? [fold(text, " "), fold(text, "")] : [fold(text, " ")] };
  }

  // Where the words stand in a prepared text; a phrase ends where a word ends.
  function find(prepared, { words, whole }) {
    for (const { folded, at } of prepared.forms) {
      for (const word of words) {
        let from = folded.indexOf(word);
        while (from >= 0) {
          const before = folded[from - 1], after = folded[from + word.length] ?? " ";
          const begins = UNSPACED.test(word[0]) || !WORD.test(before ?? " ");
          const ends = !whole || UNSPACED.test(word.at(-1)) || !WORD.test(after);
          if (begins && ends) return [at[from], at[from + word.length - 1] + 1];
          from = folded.indexOf(word, from + 1);
        }
      }
    }
    return null;
  }

  // The parts of a query: phrases in quotation marks, and single words.
  function understand(query) {
    const parts = [];
    query.split(QUOTED).forEach((piece, number) => {
      const texts = number % 2 ? [piece] : piece.split(/\s+/);
      for (const text of texts) {
        const words = [...new Set([fold(text, " "), fold(text, "")].map((one) => one.folded.trim()))].filter(Boolean);
        if (words.length) parts.push({ text: text.trim(), words, whole: number % 2 === 1 });
      }
    });
    return parts;
  }

  const escape = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
  const plain = (markup) => new DOMParser().parseFromString(markup, "text/html").body.textContent;

  function marked(text, places) {
    let markup = "", end = 0;
    for (const [from, to] of places.sort(([one], [other]) => one - other)) {
      if (from < end) continue;
      markup += `${escape(text.slice(end, from))}<mark data-md-highlight>${escape(text.slice(from, to))}</mark>`;
      end = to;
    }
    return markup + escape(text.slice(end));
  }

  // The words around the first place that was found.
  function excerpt(text, places) {
    const first = Math.min(...places.map(([from]) => from), text.length);
    let from = first > BEFORE ? first - BEFORE : 0;
    if (from && !UNSPACED.test(text[from])) from = text.indexOf(" ", from) + 1 || from;
    let to = Math.min(text.length, from + SHOWN);
    if (to < text.length && !UNSPACED.test(text[to])) to = Math.max(text.lastIndexOf(" ", to), from);
    const within = places.filter(([one, other]) => one >= from && other <= to).map(([one, other]) => [one - from, other - from]);
    return `${from ? "… " : ""}${marked(text.slice(from, to), within)}${to < text.length ? " …" : ""}`;
  }

  class Finder extends EventTarget {
    postMessage({ type, data }) {
      if (type === SETUP) {
        this.entries = data.docs.map((entry) => ({
          ...entry,
          title: prepare(plain(entry.title)),
          text: prepare(plain(entry.text)),
          statement: (entry.boost ?? 1) === 1,
        }));
        this.tell(READY);
      } else if (type === QUERY) {
        this.tell(RESULT, { items: data.trim() ? this.find(data) : [] });
      }
    }

    tell(type, data) {
      // As from a worker: the answer comes after the question, not within it.
      setTimeout(() => this.dispatchEvent(new MessageEvent("message", { data: { type, data } })));
    }

    terminate() {}

    find(query) {
      const parts = understand(query);
      if (!parts.length) return [];
      const [together] = understand(`"${query.replace(new RegExp(QUOTED, "g"), " ")}"`);
      const found = [];
      for (const entry of this.entries) {
        const one = this.judge(entry, parts, together);
        if (one) found.push(one);
      }
      // Where no place has all the words, those come that have most of them.
      const most = Math.max(0, ...found.map(({ has }) => has));
      const enough = most === parts.length ? most : Math.max(most, Math.ceil(parts.length / 2));
      const best = found.filter(({ has }) => has >= enough).sort((one, other) => other.score - one.score);
      return best.slice(0, MOST).map((one) => [this.show(one)]);
    }

    judge(entry, parts, together) {
      const inTitle = parts.map((part) => find(entry.title, part));
      const inText = parts.map((part) => find(entry.text, part));
      const terms = Object.fromEntries(parts.map((part, number) => [part.text, !!(inTitle[number] || inText[number])]));
      const has = Object.values(terms).filter(Boolean).length;
      const missed = parts.some((part) => part.whole && !terms[part.text]);
      if (!has || missed) return null;
      const words = inText.every(Boolean);
      const phrase = words && find(entry.text, together);
      const named = entry.title.forms.some(({ folded }) => folded.startsWith(` ${together.words[0]} `));
      let score = (has / parts.length) * 10;
      if (words) score += 5;
      if (phrase) score += 20;
      if (inTitle.every(Boolean)) score += 5;
      if (named) score += entry.statement ? 100 : 5;
      if (entry.statement) score += words ? 50 : 5;
      return { entry, terms, has, score, inTitle: inTitle.filter(Boolean), inText: phrase ? [phrase] : inText.filter(Boolean) };
    }

    show({ entry, terms, score, inTitle, inText }) {
      const { location, title, text, statement } = entry;
      const words = excerpt(text.text, inText);
      // Material shows the words of a page only; those of a place in it travel in its title.
      const added = location.includes("#") && words ? `<span class="found${statement ? " verbatim" : ""}">${words}</span>` : "";
      return { location, score, terms, title: marked(title.text, inTitle) + added, text: words };
    }
  }

  const Native = window.Worker;
  window.Worker = function Worker(address, options) {
    return /\/workers\/search\./.test(address) ? new Finder() : new Native(address, options);
  };

  // The query stands in the address while the search is open, so that it can be passed on.
  const begin = () => {
    const input = document.querySelector(".md-search__input");
    const toggle = document.querySelector("#__search");
    if (!input || !toggle) return;
    function write() {
      const address = new URL(location.href);
      const query = toggle.checked ? input.value.trim() : "";
      if ((address.searchParams.get("q") ?? "") === query) return;
      query ? address.searchParams.set("q", query) : address.searchParams.delete("q");
      try {
        history.replaceState(history.state, "", address);
      } catch {
        // Some browsers keep the address of a file as it is.
      }
    }
    input.addEventListener("input", () => {
      write();
      // Material waits for a key, and so would miss words that are pasted or dictated.
      input.dispatchEvent(new Event("keyup"));
    });
    toggle.addEventListener("change", write);
    input.form?.addEventListener("reset", () => setTimeout(write));
    new MutationObserver(() => {
      for (const words of document.querySelectorAll(".md-search-result__list h1 > .found")) {
        const paragraph = document.createElement("p");
        paragraph.className = words.className;
        paragraph.append(...words.childNodes);
        words.parentElement.after(paragraph);
        words.remove();
      }
    }).observe(document.querySelector(".md-search-result__list"), { childList: true });
  };
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", begin, { once: true });
  else begin();
})();
