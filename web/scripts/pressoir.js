/* What the pages have besides when there is JavaScript: offers while typing, dragging over the
   timeline, a button that copies a citation, links that follow from passage to passage, a way back
   to the very results that one came from. */
import {complete} from "../embed.js";

/* Where the archive begins: behind a proxy, not always at the root of its host. */
const home = new URL("..", import.meta.url);

function completeBox(input) {
  const list = document.createElement("ul");
  list.className = "offers";
  input.parentElement.append(list);
  complete(input, list, home.href);
}

/* Dragging chooses the periods that it crosses; a click stays what it is, a link. */
function dragTimeline(bars) {
  const from = document.getElementById("from");
  const to = document.getElementById("to");
  const periods = [...bars.querySelectorAll("[data-from]")];
  if (!from || periods.length === 0) return;
  let start = -1, end = -1;

  const place = (event) => {
    const box = bars.getBoundingClientRect();
    const share = (event.clientX - box.left) / box.width;
    return Math.min(Math.max(Math.floor(share * periods.length), 0), periods.length - 1);
  };
  const paint = () => periods.forEach((period, i) => {
    const isInside = start >= 0 && i >= Math.min(start, end) && i <= Math.max(start, end);
    period.classList.toggle("dragged", isInside && start !== end);
  });
  const stop = () => {
    start = end = -1;
    paint();
  };
  bars.addEventListener("dragstart", (event) => event.preventDefault());
  bars.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 || event.pointerType === "touch") return;
    if (event.target.closest(".term")) return;
    start = end = place(event);
  });
  addEventListener("pointermove", (event) => {
    if (start < 0) return;
    end = place(event);
    paint();
  });
  addEventListener("pointerup", () => {
    if (start < 0) return;
    const [first, last] = [Math.min(start, end), Math.max(start, end)];
    stop();
    if (first === last) return;
    bars.addEventListener("click", (event) => event.preventDefault(), {once: true, capture: true});
    from.value = periods[first].dataset.from;
    to.value = periods[last].dataset.to;
    from.form.requestSubmit();
  });
  addEventListener("pointercancel", stop);
  addEventListener("keydown", (event) => event.key === "Escape" && stop());
}

function copyButton(citation) {
  const button = document.createElement("button");
  const status = document.createElement("span");
  button.type = "button";
  button.textContent = "Copier la citation";
  status.role = "status";
  button.addEventListener("click", async () => {
    status.textContent = "";
    const isCopied = await navigator.clipboard.writeText(citation.textContent).then(() => true, () => false);
    if (!isCopied) getSelection().selectAllChildren(citation);
    status.textContent = isCopied ? " Copiée." : " Sélectionnée\u202f: Ctrl + C la copie.";
  });
  citation.after(button, status);
}

/* The links to the first and the last passage become those to the neighbours of the current one,
   which may stand on the page of another part of the text. */
function followPassages(nav) {
  const links = nav.querySelectorAll("a");
  if (links.length < 2) return;
  const place = document.createElement("span");
  place.role = "status";
  nav.append(place);
  nav.classList.add("follows");
  const follow = () => {
    const current = location.hash.match(/^#passage-(\d+)$/)?.[1];
    const passage = current && document.getElementById(`passage-${current}`);
    if (!passage) return;
    const lead = (link, text, direction) => {
      link.textContent = text;
      link.href = passage.querySelector(`.steps [rel=${direction}]`)?.href ?? location.hash;
    };
    lead(links[0], "précédent", "prev");
    lead(links[1], "suivant", "next");
    place.textContent = ` (${current} sur ${nav.dataset.passages})`;
  };
  addEventListener("hashchange", follow);
  follow();
}

/* The link back has the words that were searched; the page one came from has the filters too. */
function leadBack(link) {
  const from = document.referrer && new URL(document.referrer);
  const q = new URL(location.href).searchParams.get("q") ?? "";
  if (!from || from.origin !== home.origin || from.pathname !== home.pathname) return;
  if ((from.searchParams.get("q") ?? "") === q) link.href = from.href;
}

const input = document.getElementById("q");
const bars = document.querySelector("form ~ .time .bars");
const citation = document.querySelector(".citation");
const passages = document.querySelector("[data-passages]");
const back = document.querySelector("main > .back a");
if (input) completeBox(input);
if (bars) dragTimeline(bars);
if (citation && navigator.clipboard) copyButton(citation);
if (passages) followPassages(passages);
if (back) leadBack(back);
