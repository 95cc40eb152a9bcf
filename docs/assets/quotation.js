// The check of a quotation: which clause holds these words, exactly, nearly, or not at all. It reads
// the words that stand on the page, works from a disk and sends nothing.
(() => {
  "use strict";

  const { say, sayIn, sayWith, counted } = window.glossator;
  const form = document.querySelector(".quotation-form");
  if (!form) return;
  const verdict = document.querySelector(".quotation-verdict");
  const found = document.querySelector(".quotation-found");
  const field = form.elements.quote;

  // Beyond these, words are sought but not compared one by one: the page must not stand still.
  const MOST_WORDS = 2000;
  const MOST_CELLS = 4e6;
  const MOST_LETTERS = 1e6;
  const MOST_PLACES = 5;
  const NEAR = 0.6;
  const NEAREST = 0.4;

  const ELLIPSIS = /\s*(?:[[(（【]\s*(?:…+|\.{3,}|\. \. \.)\s*[\])）】]|…+|\.{3,}|\. \. \.)\s*/u;
  const KINDS = {
    spacing: /[\s\p{Cf}]/u,
    "quotation marks": /[\p{Pi}\p{Pf}"'`´„‚＂＇「」『』《》〈〉׳״]/u,
    hyphens: /[\p{Pd}\u2212\u00ad]/u,
  };
  const NAMES = {
    spacing: say("spacing"),
    "quotation marks": say("quotation marks"),
    hyphens: say("hyphens"),
    case: say("case"),
    "vowel signs": say("vowel signs"),
    "the form of letters": say("the form of letters"),
  };
  const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
  const LETTER = /[\p{L}\p{N}\p{M}]/u;
  const kin = window.glossator.letters;

  function make(tag, properties = {}, ...children) {
    const node = Object.assign(document.createElement(tag), properties);
    node.append(...children);
    return node;
  }

  // 1. What is compared: letters alone, each with where it stands

  const folders = new Map();

  // A function from a character to what counts of it, unless differences of the kind `kept` count too.
  function folder(kept) {
    if (folders.has(kept)) return folders.get(kept);
    const dropped = Object.keys(KINDS).filter((kind) => kind !== kept).map((kind) => KINDS[kind]);
    const known = new Map();
    const fold = (character) => {
      let folded = known.get(character);
      if (folded === undefined) {
        folded = kept === "the form of letters" ? character : kin.shape(character);
        if (kept !== "case") folded = folded.toLowerCase();
        // A sign that is part of a letter belongs to its form.
        const signs = (one) => kin.vowel(one) && !(kept === "vowel signs" && one === character);
        const drops = (one) => signs(one) || dropped.some((kind) => kind.test(one));
        folded = drops(character) ? "" : [...folded].filter((one) => !drops(one)).join("");
        known.set(character, folded);
      }
      return folded;
    };
    folders.set(kept, fold);
    return fold;
  }

  function foldText(text, kept = "") {
    const fold = folder(kept);
    const pieces = [];
    const starts = [];
    const ends = [];
    let at = 0;
    for (const character of text) {
      const folded = fold(character);
      for (let unit = 0; unit < folded.length; unit += 1) {
        starts.push(at);
        ends.push(at + character.length);
      }
      pieces.push(folded);
      at += character.length;
    }
    return { text: pieces.join(""), starts, ends };
  }

  function differences(one, other) {
    if (one === other) return [];
    const kinds = [...Object.keys(KINDS), "case", "vowel signs", "the form of letters"];
    return kinds.filter((kind) => foldText(one, kind).text !== foldText(other, kind).text);
  }

  // 2. The statement: clauses and lines in reading order

  let statement = null;

  function read() {
    if (statement) return statement;
    const quoted = [...document.querySelectorAll(".explored > li > p > .quoted, .quotation-lines .quoted")];
    const position = (node) => Number(node.dataset.quote.split(":")[0]);
    quoted.sort((one, other) => position(one) - position(other));
    let length = 0;
    const units = quoted.map((node) => {
      const link = node.closest("li").querySelector("a");
      const text = node.textContent;
      const folded = foldText(text);
      const sentences = (link.dataset.sentences ?? "").split(" ").filter(Boolean).map((one) => one.split(/[@:]/));
      const unit = { link, text, folded, sentences, address: link.dataset.address ?? "", name: link.textContent, at: length };
      length += folded.text.length;
      return unit;
    });
    statement = { units, text: units.map((unit) => unit.folded.text).join("") };
    return statement;
  }

  // The stretches of the statement that a stretch of its letters comes from.
  function stretches(start, end) {
    return read().units.flatMap((unit) => {
      const from = Math.max(start - unit.at, 0);
      const to = Math.min(end - unit.at, unit.folded.text.length);
      return from < to ? [{ unit, start: unit.folded.starts[from], end: unit.folded.ends[to - 1] }] : [];
    });
  }

  const wordsOf = (pieces) => pieces.map(({ unit, start, end }) => unit.text.slice(start, end)).join("\n");

  function insideWord(pieces) {
    const splits = (text, at) => {
      const [before] = [...text.slice(Math.max(at - 2, 0), at)].slice(-1);
      const [after] = [...text.slice(at, at + 2)];
      return [before, after].every((one) => one && LETTER.test(one) && !UNSPACED.test(one));
    };
    const last = pieces.at(-1);
    return splits(pieces[0].unit.text, pieces[0].start) || splits(last.unit.text, last.end);
  }

  // 3. The same letters

  // The words of a quotation without the marks around them, and their letters.
  function core(words) {
    const folded = foldText(words);
    return { words: words.slice(folded.starts[0], folded.ends.at(-1)), letters: folded.text };
  }

  function places(letters, from = 0, most = 50) {
    const all = [];
    for (let at = read().text.indexOf(letters, from); at >= 0 && all.length < most; at = read().text.indexOf(letters, at + 1)) all.push(at);
    return all;
  }

  function kindsOf(pieces, words) {
    // Between clauses there is a gap of some sort in every copy.
    const gap = (text) => (pieces.length > 1 ? text.replace(/\s+/g, " ") : text);
    return differences(gap(wordsOf(pieces)), gap(words));
  }

  function same({ words, letters }) {
    const all = places(letters).map((at) => {
      const pieces = stretches(at, at + letters.length);
      return { pieces, kinds: kindsOf(pieces, words), cut: insideWord(pieces) };
    });
    const uncut = all.filter(({ cut }) => !cut);
    const fit = uncut.length ? uncut : all;
    const exact = fit.filter(({ kinds }) => !kinds.length);
    return exact.length ? exact : fit;
  }

  // Parts that follow one another, in the shortest stretch that holds them all.
  function chain(parts) {
    let best = null;
    for (const start of places(parts[0].letters)) {
      const ats = [start];
      let end = start + parts[0].letters.length;
      for (const part of parts.slice(1)) {
        const at = read().text.indexOf(part.letters, end);
        if (at < 0) return best;
        ats.push(at);
        end = at + part.letters.length;
      }
      if (!best || end - start < best.end - best.start) best = { ats, start, end };
    }
    return best;
  }

  // 4. Nearly the same words

  const segmenter = window.Intl?.Segmenter ? new Intl.Segmenter(document.documentElement.lang || undefined, { granularity: "word" }) : null;

  function tokens(text) {
    if (segmenter) return [...segmenter.segment(text)].map(({ segment, index }) => ({ text: segment, at: index }));
    const pattern = new RegExp(`${UNSPACED.source}|(?:(?!${UNSPACED.source})[\\p{L}\\p{N}\\p{M}'’])+|\\s+|.`, "gsu");
    return [...text.matchAll(pattern)].map((one) => ({ text: one[0], at: one.index }));
  }

  const wordsIn = (text) => tokens(text).filter((token) => LETTER.test(token.text)).map((token) => ({ ...token, key: foldText(token.text).text }));

  function index() {
    const whole = read();
    if (!whole.words) {
      whole.words = whole.units.flatMap((unit) => wordsIn(unit.text).map((word) => ({ ...word, unit })));
      whole.postings = new Map();
      whole.words.forEach(({ key }, at) => {
        if (!whole.postings.has(key)) whole.postings.set(key, []);
        whole.postings.get(key).push(at);
      });
    }
    return whole;
  }

  // Where to look: everywhere in a short text, else where most words of the quotation lie in line.
  function windows(sought) {
    const { words, postings } = index();
    const size = sought.length;
    if (size * words.length <= MOST_CELLS) return [[0, words.length]];
    const votes = new Map();
    sought.forEach(({ key }, at) => {
      for (const place of (postings.get(key) ?? []).slice(0, 200)) {
        const band = Math.floor((place - at + size) / size);
        votes.set(band, (votes.get(band) ?? 0) + 1);
      }
    });
    const best = [...votes].sort(([a, one], [b, other]) => other - one || a - b).slice(0, 3);
    return best.map(([band]) => [Math.max((band - 2) * size, 0), Math.min((band + 2) * size, words.length)]).filter(([from, to]) => (to - from) * size <= 4 * MOST_CELLS);
  }

  // The stretch of words that takes the fewest changes to become the quotation.
  function align(sought, from, to) {
    const all = index().words;
    const width = to - from;
    let costs = new Uint32Array(width + 1);
    let starts = Uint32Array.from({ length: width + 1 }, (_, at) => at);
    sought.forEach(({ key }, row) => {
      const next = new Uint32Array(width + 1);
      const nextStarts = new Uint32Array(width + 1);
      next[0] = row + 1;
      for (let at = 1; at <= width; at += 1) {
        const changed = costs[at - 1] + (all[from + at - 1].key === key ? 0 : 1);
        const added = costs[at] + 1;
        const left = next[at - 1] + 1;
        const least = Math.min(changed, added, left);
        next[at] = least;
        nextStarts[at] = least === changed ? starts[at - 1] : least === added ? starts[at] : nextStarts[at - 1];
      }
      costs = next;
      starts = nextStarts;
    });
    let end = 0;
    for (let at = 1; at <= width; at += 1) if (costs[at] < costs[end] || (costs[at] === costs[end] && at === end + 1)) end = at;
    return { cost: costs[end], start: from + starts[end], end: from + end };
  }

  function near({ words }) {
    const sought = wordsIn(words);
    if (sought.length < 2) return null;
    if (sought.length > MOST_WORDS) return { long: true };
    const tried = windows(sought).map(([from, to]) => align(sought, from, to));
    const best = tried.sort((one, other) => one.cost - other.cost)[0];
    const likeness = best ? 1 - best.cost / sought.length : 0;
    if (!best || best.start >= best.end || likeness < NEAREST || sought.length - best.cost < (likeness < NEAR ? 3 : 2)) return null;
    const taken = index().words.slice(best.start, best.end);
    const pieces = [...new Set(taken.map(({ unit }) => unit))].map((unit) => {
      const own = taken.filter((word) => word.unit === unit);
      return { unit, start: own[0].at, end: own.at(-1).at + own.at(-1).text.length };
    });
    const last = sought.at(-1);
    return { pieces, likeness, quoted: words.slice(sought[0].at, last.at + last.text.length) };
  }

  // Runs of words that are the same, left out or added; a lone space between two changes joins them.
  function compare(stated, quoted) {
    const parts = (text) => tokens(text).map((token) => (/^\s+$/.test(token.text) ? " " : token.text));
    const runs = window.Diff?.diffArrays(parts(stated), parts(quoted), { timeout: 500 });
    if (!runs) return [{ gone: stated, come: quoted }];
    const joined = [];
    runs.forEach((run, at) => {
      const text = run.value.join("");
      const last = joined.at(-1);
      const changed = run.added || run.removed;
      const bridge = !changed && !text.trim() && last && !("kept" in last) && at + 1 < runs.length;
      if (!changed && !bridge) return joined.push({ kept: text });
      const change = last && !("kept" in last) ? last : { gone: "", come: "" };
      if (change !== last) joined.push(change);
      if (!run.added) change.gone += text;
      if (!run.removed) change.come += text;
    });
    return joined;
  }

  // 5. What is told

  const letters = (text) => [...text].length;

  function sentencesOf({ unit, start, end }) {
    const [from, to] = [start, end].map((at) => letters(unit.text.slice(0, at)));
    return unit.sentences.filter(([, first, last]) => Number(first) < to && Number(last) > from).map(([number]) => number);
  }

  const nameOf = ({ unit }) => (unit.name === say("Title block") ? say("the title block") : unit.name === say("Signature block") ? say("the signature block") : unit.name);

  function placeOf(piece) {
    const numbers = sentencesOf(piece);
    const { address } = piece.unit;
    if (!numbers.length) return address || nameOf(piece);
    const [from, to] = [numbers[0], numbers.at(-1)];
    return numbers.length > 1 ? say("%(address)s, sentences %(from)s–%(to)s", { address, from, to }) : say("%(address)s, sentence %(from)s", { address, from });
  }

  const placesOf = (pieces) => (pieces.length > 1 ? say("%(first)s to %(last)s", { first: placeOf(pieces[0]), last: placeOf(pieces.at(-1)) }) : placeOf(pieces[0]));
  const comma = sayIn("between items of a list", ", ");
  const listed = (names) => (names.length > 1 ? say("%(names)s and %(last)s", { names: names.slice(0, -1).join(comma), last: names.at(-1) }) : names[0]);

  // A browser finds a text fragment only where whole words begin and end.
  function fragment({ unit, start, end }) {
    const own = tokens(unit.text).filter(({ text, at }) => at < end && at + text.length > start && LETTER.test(text));
    if (!own.length) return "";
    const cut = (from, to) => {
      const text = unit.text.slice(own[from].at, own[to].at + own[to].text.length);
      return encodeURIComponent(text.replace(/\s+/g, " ")).replaceAll("-", "%2D");
    };
    const last = own.length - 1;
    return `:~:text=${last < 12 ? cut(0, last) : `${cut(0, 4)},${cut(last - 4, last)}`}`;
  }

  function hosted(link) {
    const canonical = document.querySelector('link[rel="canonical"]');
    return new URL(link.getAttribute("href"), canonical ? canonical.href : location.href).href.replace(/index\.html(?=$|[?#])/, "");
  }

  async function copy(button, text) {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const shadow = make("textarea", { value: text });
      button.after(shadow);
      shadow.select();
      const done = document.execCommand("copy");
      shadow.remove();
      button.focus();
      if (!done) return (button.textContent = say("This browser does not let a page copy"));
    }
    button.textContent = say("Copied");
  }

  function placeNode(piece) {
    const { link, address } = piece.unit;
    const href = link.getAttribute("href");
    const open = make("a", { textContent: placeOf(piece), href: `${href}${href.includes("#") ? "" : "#"}${fragment(piece)}` });
    const words = piece.unit.text.slice(piece.start, piece.end).trim();
    const name = address ? say("clause %(address)s", { address }) : piece.unit.name.toLowerCase();
    const button = make("button", { type: "button", textContent: say("Copy the words as they stand, with address") });
    button.addEventListener("click", () => copy(button, say("“%(words)s” (%(title)s, %(name)s, %(link)s)", { words, title: found.dataset.title, name, link: hosted(link) })));
    const cite = make("span", { className: "quotation-cite" });
    if (address) cite.dataset.clause = address;
    const caption = address ? piece.unit.name.slice(address.length) : "";
    cite.append(button);
    return [make("p", {}, open, caption), make("p", {}, cite)];
  }

  function result(pieces, shown) {
    return make("div", { className: "quotation-result" }, shown, ...pieces.flatMap(placeNode));
  }

  const unseen = (text) => make("span", { className: "quotation-unseen", textContent: text });

  // What is left out or added is said aloud around the words, where it is only drawn.
  const heard = (parts, words) => [unseen(" "), ...parts.map((part) => (part === words ? part : unseen(part))), unseen(" ")];

  function marked(pieces, quoted) {
    const node = make("p", { className: "quotation-words" });
    for (const { kept, gone, come } of compare(wordsOf(pieces), quoted)) {
      if (kept !== undefined) node.append(kept);
      if (gone?.trim()) node.append(make("del", {}, ...heard(sayWith("[left out: %(words)s]", { words: [gone] }), gone)));
      if (come?.trim()) node.append(make("ins", {}, ...heard(sayWith("[added: %(words)s]", { words: [come] }), come)));
      if (gone && !gone.trim() && !come) node.append(gone);
    }
    return node;
  }

  const plainWords = (pieces) => make("p", { className: "quotation-words", textContent: wordsOf(pieces) });
  const legend = () => make("p", { className: "quotation-legend" }, ...sayWith("%(struck)s: the statement’s words that the quotation leaves out; %(underlined)s: words that the quotation adds", {
    struck: [make("del", { textContent: say("struck out") })],
    underlined: [make("ins", { textContent: say("underlined") })],
  }));

  // Words that were found: where, and but for what, if anything.
  function foundIn(all, pieces, but) {
    if (all.length > 1) {
      return but
        ? counted("These words stand in %(num)s place, but for %(but)s.", "These words stand in %(num)s places, but for %(but)s.", all.length, { but })
        : counted("Exact: these words stand in %(num)s place.", "Exact: these words stand in %(num)s places.", all.length);
    }
    const places = placesOf(pieces);
    if (pieces.length > 1) {
      return but
        ? say("These words stand across several clauses, from %(places)s, but for %(but)s.", { places, but })
        : say("Exact: these words stand across several clauses, from %(places)s.", { places });
    }
    return but ? say("These words stand in %(places)s, but for %(but)s.", { places, but }) : say("Exact: these words stand in %(places)s.", { places });
  }

  function tellSame(all, part) {
    const { kinds, cut, pieces } = all[0];
    const inside = cut ? ` ${say("They begin or end inside a word.")}` : "";
    const said = `${foundIn(all, pieces, listed(kinds.map((kind) => NAMES[kind])))}${inside}`;
    const shown = all.slice(0, MOST_PLACES).map((one) => result(one.pieces, kinds.length ? marked(one.pieces, part.words) : plainWords(one.pieces)));
    return { said, shown: kinds.length ? [legend(), ...shown] : shown, exact: !kinds.length && !cut };
  }

  function tellPart(part) {
    const all = same(part);
    if (all.length) return tellSame(all, part);
    if (part.letters.length > read().text.length) return { said: say("Not found: this is longer than the statement itself. Check a part of it."), shown: [] };
    const close = near(part);
    if (close?.long) return { said: say("Not found as it stands. With more than %(most)s words it is too long to be compared word by word: check a part of it.", { most: MOST_WORDS.toLocaleString(document.documentElement.lang || "en") }), shown: [] };
    if (!close) return { said: say("Not found: nothing in the statement comes near these words. Perhaps they are from another text or another translation."), shown: [] };
    const shown = [legend(), result(close.pieces, marked(close.pieces, close.quoted))];
    const where = placesOf(close.pieces);
    if (close.likeness < NEAR) return { said: say("Not found as quoted. What comes nearest stands in %(places)s; every difference is marked.", { places: where }), shown };
    return { said: say("Not quite: these words differ from %(places)s; every difference is marked.", { places: where }), shown };
  }

  function tellParts(parts) {
    const told = parts.map(tellPart);
    const row = parts.every((part) => same(part).length) ? chain(parts) : undefined;
    if (row) {
      const all = row.ats.map((at, number) => {
        const pieces = stretches(at, at + parts[number].letters.length);
        return tellSame([{ pieces, kinds: kindsOf(pieces, parts[number].words), cut: insideWord(pieces) }], parts[number]);
      });
      const exact = all.every((one) => one.exact);
      const places = placesOf(stretches(row.start, row.end));
      const said = exact
        ? counted("Exact: the %(num)s parts stand in the statement, in this order, from %(places)s.", "Exact: the %(num)s parts stand in the statement, in this order, from %(places)s.", parts.length, { places })
        : counted("Found, with differences that are named below: the %(num)s parts stand in the statement, in this order, from %(places)s.", "Found, with differences that are named below: the %(num)s parts stand in the statement, in this order, from %(places)s.", parts.length, { places });
      return { said, shown: all.flatMap((one, at) => [heading(at, one.said), ...one.shown]) };
    }
    const said = row === null ? say("The parts stand in the statement, but not in this order.") : say("Not every part stands in the statement as quoted.");
    return { said, shown: told.flatMap((one, at) => [heading(at, one.said), ...one.shown]) };
  }

  const heading = (at, said) => make("p", {}, make("strong", { textContent: `${say("Part %(number)s.", { number: at + 1 })} ` }), said);

  function check(words) {
    if (words.length > MOST_LETTERS) return { said: say("This is too long to be a quotation from the statement."), shown: [] };
    const whole = core(words);
    const parts = words.split(ELLIPSIS).map(core).filter((part) => part.letters);
    if (!parts.length) return { said: say("Paste the words of a quotation first."), shown: [] };
    // Dots may be the statement's own: the whole is sought before its parts.
    if (parts.length > 1 && parts.length <= 50 && !same(whole).length) return tellParts(parts);
    return tellPart(parts.length === 1 ? parts[0] : whole);
  }

  function show() {
    const { said, shown } = check(field.value);
    verdict.textContent = said;
    found.replaceChildren(...shown);
  }

  function write() {
    const address = new URL(location.href);
    address.searchParams.delete("quote");
    if (field.value.trim() && field.value.length <= 1000) address.searchParams.set("quote", field.value.trim());
    address.hash = "check";
    try {
      history.replaceState(history.state, "", address);
    } catch {
      // Some browsers keep the address of a file as it is.
    }
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    show();
    write();
  });
  form.addEventListener("reset", () => {
    setTimeout(() => {
      field.value = "";
      verdict.textContent = "";
      found.replaceChildren();
      write();
      field.focus();
    });
  });
  const asked = new URLSearchParams(location.search).get("quote");
  if (asked) {
    field.value = asked;
    show();
    if (location.hash === "#check") document.getElementById("check").scrollIntoView();
  }
})();
