// A long list by keyboard: j and k go from row to row, x ticks, a answers what is ticked, o opens, ? explains.
// Single keys can be switched off, because people who speak to their computer would press them by talking.
const list = document.querySelector("form[data-keys]");
const help = document.querySelector("#keys");
const box = document.querySelector("input[data-keys-on]");
const KEPT = "ccus-keys";
const rows = list ? [...list.querySelectorAll("[data-row]")] : [];
const ticks = rows.map((row) => row.querySelector("input[type=checkbox]"));
let here = -1;

function go(to) {
  here = Math.max(0, Math.min(rows.length - 1, to));
  ticks[here].focus();
  rows[here].scrollIntoView({ block: "nearest" });
}

function answer() {
  if (!ticks.some((tick) => tick.checked)) {
    if (here < 0) return;
    ticks[here].checked = true;
  }
  list.requestSubmit(list.querySelector("[data-keys-go]"));
}

const ACTS = {
  j: () => go(here + 1),
  k: () => go(here - 1),
  x: () => here >= 0 && ticks[here].click(),
  a: answer,
  o: () => here >= 0 && rows[here].querySelector("[data-open]").click(),
  "?": () => {
    help.open = !help.open;
    if (help.open) help.querySelector("summary").focus();
  },
};

const isTyping = (at) => at.closest("input:not([type=checkbox]), textarea, select, [contenteditable]") !== null;

if (list) {
  box.checked = localStorage.getItem(KEPT) !== "off";
  box.addEventListener("change", () => localStorage.setItem(KEPT, box.checked ? "on" : "off"));
  list.addEventListener("focusin", (event) => {
    const row = event.target.closest("[data-row]");
    if (row) here = rows.indexOf(row);
  });
  document.addEventListener("keydown", (event) => {
    const act = ACTS[event.key];
    const isPlain = !event.isComposing && !event.ctrlKey && !event.altKey && !event.metaKey;
    if (!act || !isPlain || !box.checked || isTyping(event.target)) return;
    event.preventDefault();
    act();
  });
}
