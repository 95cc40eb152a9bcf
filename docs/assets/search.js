// The search: every word of a query must be found, the statement's own words come first, and words
// in quotation marks must stand together. Material's own search knows no phrases and no words inside
// Chinese text; this one answers in its place, through the same messages, without a worker and so
// from a disk as well.
(() => {
  "use strict";

  const SETUP = 0, READY = 1, QUERY = 2, RESULT = 3;
  const WORD = /[\p{L}\p{N}\p{M}]/u;
  // These scripts set no spaces between words: there a word may begin anywhere.
  const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;
  const HYPHEN = /[-\u00ad\u05be\u2010-\u2015\u2212]/;
  // An article, a conjunction or a preposition is written together with the word after it.
  const BEFORE_WORD = /^(?:[وف]?(?:[بكلس]|ال|بال|كال|لل)?|[ושהבכלמ]{1,3})$/u;
  const ARTICLE = /^(?:[وف]?[بك]?ال|[وف]?لل)(?=..)/u;
  const JOINING = /[\p{sc=Arab}\p{sc=Hebr}]/u;
  // Makes another syllable of the one before it, and is no part of a word without it.
  const VOICED = /[\u3099\u309a]/;
  const QUOTED = /["“”„«»「」『』]/;
  const MOST = 100, BEFORE = 60, SHOWN = 260;

  // A text as it is compared: without case, accents and punctuation, white space as one space. `at`
  // leads from every character back to the text. A hyphen counts as a space, or as nothing.
  function fold(text, hyphen) {
    const { sought } = window.glossator.letters;
    let folded = " ";
    const at = [0];
    let place = 0;
    for (const character of text) {
      let plain = "";
      if (HYPHEN.test(character)) plain = hyphen;
      else if (/[.．٫]/.test(character) && /\p{Nd}/u.test(text[place + 1] ?? "")) plain = ".";
      else if (!/[’'׳״]|\p{Cf}/u.test(character)) {
        plain = sought(character).replace(/[^\p{L}\p{N}\p{M}]+/gu, " ");
      }
      for (const one of plain) {
        if (one === " " && folded.endsWith(" ")) continue;
        folded += one;
        for (let unit = 0; unit < one.length; unit += 1) at.push(place);
      }
      place += character.length;
    }
    at.push(text.length, text.length);
    return { folded: `${folded} `, at };
  }

  function prepare(text) {
    return { text, forms: HYPHEN.test(text) ? [fold(text, " "), fold(text, "")] : [fold(text, " ")] };
  }

  // Whether a word that stands at a place of a folded text begins there.
  function begins(folded, from, word, whole) {
    const before = folded[from - 1] ?? " ";
    if (UNSPACED.test(word[0]) || UNSPACED.test(before) || !WORD.test(before)) return true;
    return !whole && JOINING.test(word[0]) && BEFORE_WORD.test(folded.slice(folded.lastIndexOf(" ", from) + 1, from));
  }

  // Where the words stand in a prepared text; a phrase ends where a word ends.
  function find(prepared, { words, whole }) {
    for (const { folded, at } of prepared.forms) {
      for (const word of words) {
        for (let from = folded.indexOf(word); from >= 0; from = folded.indexOf(word, from + 1)) {
          const after = folded[from + word.length] ?? " ";
          const ends = UNSPACED.test(word.at(-1)) ? !VOICED.test(after) : !whole || UNSPACED.test(after) || !WORD.test(after);
          if (ends && begins(folded, from, word, whole)) return [at[from], endOf(prepared.text, at[from + word.length - 1])];
        }
      }
    }
    return null;
  }

  // Where the letter that begins at a place ends, with all its signs.
  const endOf = (text, place) => place + (/^.[\p{M}\u0640]*/su.exec(text.slice(place, place + 40))?.[0].length ?? 1);

  // The parts of a query: phrases in quotation marks, and single words.
  function understand(query) {
    const parts = [];
    query.split(QUOTED).forEach((piece, number) => {
      const texts = number % 2 ? [piece] : piece.split(/\s+/);
      for (const text of texts) {
        const forms = [fold(text, " "), fold(text, "")].map((one) => one.folded.trim());
        // A word with an article is also looked for without: before it, and in its place, others may stand.
        if (number % 2 === 0) forms.push(...forms.map((one) => one.replace(ARTICLE, "")));
        const words = [...new Set(forms)].filter(Boolean);
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
    while (from && /[\p{M}\udc00-\udfff]/u.test(text.slice(from, from + 1))) from -= 1;
    if (from && !UNSPACED.test(text[from])) {
      const space = text.indexOf(" ", from) + 1;
      if (space && space <= first) from = space;
    }
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
      // Words that are found are told as the text has them: as such they are marked on the page.
      const terms = Object.fromEntries(
        parts.map((part, number) => [inText[number] ? entry.text.text.slice(...inText[number]) : part.text, !!(inTitle[number] || inText[number])]),
      );
      const has = parts.filter((_, number) => inTitle[number] || inText[number]).length;
      const missed = parts.some((part, number) => part.whole && !inTitle[number] && !inText[number]);
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
