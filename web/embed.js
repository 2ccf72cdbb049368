/* The search box of Pressoir, for any site:
     <script type="module" async src="https://archives.example/embed.js"></script>
     <pressoir-search><form action="https://archives.example/"><input name="q" type="search"
       aria-label="Rechercher"><button>Rechercher</button></form></pressoir-search>
   The form inside is what a reader has until this file is there, and all there is when it cannot
   come. Attributes: `server` (where the archive is; otherwise where this file comes from), `label`,
   `placeholder`, `button`. Parts for ::part(): form, input, button, list, option, kind. Custom
   properties: --pressoir-ink, --pressoir-paper, --pressoir-line, --pressoir-accent.
   The list follows the ARIA pattern “editable combobox with list autocomplete”. Nothing is thrown
   and nothing is shown when the archive is slow or down: the form still searches. */

const DELAY = 150; // milliseconds after the last key
const PATIENCE = 2000; // milliseconds for an answer
const KINDS = {minister: "ministre", office: "fonction", theme: "thème", title: "texte"};
let count = 0;

/** Gives `input` a list of offers in `list`, an empty <ul> of the same root.
    `server`: an address that ends with a slash; `go(address)`: opens an offer. */
export function complete(input, list, server, go = (address) => location.assign(address)) {
  const id = `pressoir-${++count}`;
  const cache = new Map();
  const status = document.createElement("span");
  let timer, request, active = -1, typed = "";

  const address = (path, parameters) => `${new URL(path, server)}?${new URLSearchParams(parameters)}`;
  const target = (offer) => {
    if (offer.kind === "title") return address(`documents/${offer.id}`, {});
    if (offer.kind === "minister") return address("", {minister: offer.value});
    if (offer.kind === "theme") return address("", {theme: offer.value});
    return address("", {q: offer.value});
  };

  function close() {
    list.hidden = true;
    active = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
    status.textContent = "";
  }

  function show(offers) {
    const rows = offers.map((offer, row) => {
      const item = document.createElement("li");
      item.id = `${id}-${row}`;
      item.role = "option";
      item.part = "option";
      item.setAttribute("aria-selected", "false");
      for (const piece of offer.text) {
        const text = document.createElement(piece.match ? "span" : "b");
        text.textContent = piece.text;
        item.append(text);
      }
      if (KINDS[offer.kind]) {
        const kind = document.createElement("small");
        kind.part = "kind";
        kind.textContent = ` ${KINDS[offer.kind]}`;
        item.append(kind);
      }
      item.addEventListener("pointerdown", (event) => event.preventDefault());
      item.addEventListener("click", () => choose(offer));
      return item;
    });
    list.replaceChildren(...rows);
    close();
    list.offers = offers;
    list.hidden = rows.length === 0;
    input.setAttribute("aria-expanded", String(rows.length > 0));
    if (rows.length > 0) status.textContent = `${rows.length} proposition${rows.length > 1 ? "s" : ""}`;
  }

  function choose(offer) {
    clearTimeout(timer);
    request?.abort();
    if (offer.kind === "word") input.value = offer.value;
    close();
    go(target(offer));
  }

  function move(step) {
    const rows = list.children;
    rows[active]?.setAttribute("aria-selected", "false");
    active = (active + step + rows.length + 1 + (active < 0 && step < 0 ? 1 : 0)) % (rows.length + 1);
    if (active === rows.length) active = -1;
    rows[active]?.setAttribute("aria-selected", "true");
    rows[active]?.scrollIntoView({block: "nearest"});
    if (active < 0) input.removeAttribute("aria-activedescendant");
    else input.setAttribute("aria-activedescendant", rows[active].id);
  }

  async function ask() {
    const q = input.value.trim();
    typed = q;
    request?.abort();
    if (q.length < 2) return show([]);
    if (cache.has(q)) return show(cache.get(q));
    const mine = (request = new AbortController());
    const limit = setTimeout(() => mine.abort(), PATIENCE);
    try {
      const answer = await fetch(address("api/v1/suggest", {q, count: 8}),
        {signal: mine.signal, credentials: "omit", referrerPolicy: "no-referrer"});
      const {suggestions} = answer.ok ? await answer.json() : {suggestions: []};
      cache.set(q, suggestions);
      if (mine === request && input.value.trim() === q) show(suggestions);
    } catch {
      if (mine === request) show([]);
    } finally {
      clearTimeout(limit);
    }
  }

  status.role = "status";
  status.className = "hidden";
  list.after(status);
  list.id = id;
  list.role = "listbox";
  list.part = "list";
  list.hidden = true;
  list.setAttribute("aria-label", "Propositions");
  for (const [name, value] of Object.entries({
    role: "combobox", autocomplete: "off", "aria-autocomplete": "list", "aria-controls": id,
    "aria-expanded": "false",
  })) input.setAttribute(name, value);

  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, DELAY);
  });
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    const isOpen = !list.hidden;
    if (event.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (isOpen) move(event.key === "ArrowDown" ? 1 : -1);
      else if (input.value.trim() !== typed || list.children.length === 0) ask();
      else show(list.offers ?? []);
    } else if (event.key === "Enter" && isOpen && active >= 0) {
      event.preventDefault();
      choose(list.offers[active]);
    } else if (event.key === "Escape" && isOpen) {
      event.preventDefault();
      close();
    }
  });
}

const STYLE = `
:host{display:block;position:relative;color:var(--pressoir-ink,inherit);font:inherit}
form{display:flex;border:1px solid var(--pressoir-line,currentColor)}
input{flex:1;min-width:0}
::placeholder{color:inherit;opacity:.8}
input,button{min-height:44px;padding:0 12px;border:0;background:none;color:inherit;font:inherit}
button{color:var(--pressoir-accent,inherit);font-weight:600;cursor:pointer}
:focus-visible{outline:2px solid var(--pressoir-accent,currentColor);outline-offset:-2px}
ul{position:absolute;z-index:1000;inset:100% 0 auto;max-height:60vh;margin:0;padding:0;overflow:auto;
list-style:none;background:var(--pressoir-paper,Canvas);border:1px solid var(--pressoir-line,currentColor);border-top:0}
ul[hidden]{display:none}
li{padding:8px 12px;cursor:pointer}
li[aria-selected=true],li:hover{background:var(--pressoir-ink,CanvasText);color:var(--pressoir-paper,Canvas)}
small{opacity:.85}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}`;

class PressoirSearch extends HTMLElement {
  connectedCallback() {
    if (this.shadowRoot) return;
    const server = new URL(this.getAttribute("server") ?? ".", import.meta.url).href;
    const make = (name, parent, attributes) => {
      const element = document.createElement(name);
      for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
      parent.append(element);
      return element;
    };
    const root = this.attachShadow({mode: "open", delegatesFocus: true});
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    root.adoptedStyleSheets = [sheet];
    const form = make("form", root, {action: server, role: "search", part: "form"});
    const input = make("input", form, {
      name: "q", type: "search", part: "input", enterkeyhint: "search", spellcheck: "false",
      "aria-label": this.getAttribute("label") ?? "Rechercher dans les archives",
      placeholder: this.getAttribute("placeholder") ?? "",
    });
    make("button", form, {part: "button"}).textContent = this.getAttribute("button") ?? "Rechercher";
    complete(input, make("ul", root, {}), server);
  }
}

if (!customElements.get("pressoir-search")) customElements.define("pressoir-search", PressoirSearch);
