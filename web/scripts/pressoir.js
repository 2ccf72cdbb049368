/* What the pages have besides when there is JavaScript: offers while typing, dragging over the
   timeline, a button that copies a citation, keys that go from passage to passage. */
import {complete} from "/embed.js";

function completeBox(input) {
  const list = document.createElement("ul");
  list.className = "offers";
  input.parentElement.append(list);
  complete(input, list, new URL("/", location.href).href);
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
    await navigator.clipboard.writeText(citation.textContent);
    status.textContent = " Copiée.";
  });
  citation.after(button, status);
}

const input = document.getElementById("q");
const bars = document.querySelector("form ~ .time .bars");
const citation = document.querySelector(".citation");
if (input) completeBox(input);
if (bars) dragTimeline(bars);
if (citation && navigator.clipboard) copyButton(citation);
