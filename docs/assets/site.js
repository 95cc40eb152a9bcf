// What the other scripts share: addresses without index.html, the citable address of a place,
// copying, and a word to the reader. Without JavaScript every page reads and links all the same.
(() => {
  "use strict";

  // The words of the interface: the English stands in the scripts, other languages in addresses.js.
  // A place such as %(name)s is filled in; a context tells apart messages that are alike in English.
  const { said = {}, form: plural } = window.__words ?? {};
  const raw = (text) => said[text]?.[0] ?? text;
  const fill = (text, values) => text.replace(/%(?:\((\w+)\)s|%)/g, (_, name) => (name ? values[name] : "%"));
  const say = (text, values) => fill(raw(text), values);
  const sayIn = (context, text) => fill(said[`${context}\u0004${text}`]?.[0] ?? text);
  const counted = (one, many, num, values) => fill(said[one]?.[plural(num)] ?? (num === 1 ? one : many), { num, ...values });
  // Nodes stand where the message has their names.
  const sayWith = (text, nodes) => raw(text).split(/%\((\w+)\)s/).flatMap((part, at) => (at % 2 ? nodes[part] : part || []));

  const hosted = location.protocol.startsWith("http");
  const clean = (address) => address.replace(/(^|\/)index\.html(?=$|[?#])/, "$1");

  // The citable address of a place on this page, also when the page is read from a disk.
  function citable(query = "", hash = "") {
    const canonical = document.querySelector('link[rel="canonical"]');
    return (canonical ? canonical.href : clean(location.href.split(/[?#]/)[0])) + query + hash;
  }

  // On a host the address of a page ends with its folder; from a disk it needs the file.
  function page(path) {
    const { base } = JSON.parse(document.getElementById("__config").textContent);
    return new URL(`${base}/${path}${hosted ? "" : "index.html"}`, location.href).href;
  }

  function cleanAddresses() {
    if (!hosted) return;
    if (clean(location.pathname) !== location.pathname) {
      history.replaceState(history.state, "", clean(location.pathname) + location.search + location.hash);
    }
    for (const link of document.querySelectorAll('a[href*="index.html"]')) {
      const address = new URL(link.getAttribute("href"), location.href);
      if (address.origin === location.origin) link.setAttribute("href", clean(link.getAttribute("href")) || "./");
    }
  }

  const told = Object.assign(document.createElement("div"), { className: "copied" });
  told.setAttribute("role", "status");
  document.body.append(told);
  let fading;

  function tell(text) {
    told.textContent = text;
    clearTimeout(fading);
    fading = setTimeout(() => (told.textContent = ""), 6000);
  }

  async function write(text) {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const before = document.activeElement;
      const field = document.createElement("textarea");
      field.value = text;
      document.body.append(field);
      field.select();
      const done = document.execCommand("copy");
      field.remove();
      before?.focus?.();
      if (!done) throw new Error("the browser does not copy");
    }
  }

  // Copies a text and says so; where that cannot be, the reader gets the text to copy by hand.
  async function copy(text, name = text) {
    try {
      await write(text);
      tell(say("Copied: %(name)s", { name }));
    } catch {
      tell(text);
    }
  }

  // Letters as they are compared, one character at a time; as in glossator/find/letters.py. In the
  // form of a letter its place in a word, its width and the script of a figure do not count.
  const TWINS = new Map("ךכ םמ ןנ ףפ ץצ ٱا ىي یي کك ةه ہه ەه ёе ЁЕ".split(" ").map((pair) => [...pair]));
  const VOWEL = /[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u08d3-\u08e1\u08e3-\u08ff]/;
  const ACCENT = /[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0]/;

  function figure(character) {
    const at = character.codePointAt(0);
    let value = 0;
    while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(at - value - 1))) value += 1;
    return String(value);
  }

  function shape(character) {
    if (character < "\u0080") return character;
    return [...(TWINS.get(character) ?? character.normalize("NFKD"))].map((one) => TWINS.get(one) ?? (/[^0-9\P{Nd}]/u.test(one) ? figure(one) : one)).join("");
  }

  const vowel = (character) => VOWEL.test(character);

  // What counts of a character for whoever looks for words: no case, accents or vowel signs. Signs
  // that make another letter or syllable, as in Japanese and Hindi, stay.
  function sought(character) {
    return [...shape(shape(character).toLowerCase())].filter((one) => !vowel(one) && !ACCENT.test(one)).join("");
  }

  cleanAddresses();
  window.glossator = { hosted, citable, page, copy, tell, say, sayIn, sayWith, counted, letters: { shape, vowel, sought } };
})();
