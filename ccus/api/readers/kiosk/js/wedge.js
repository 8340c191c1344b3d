/**
 * A USB reader types: digits by physical key (right with a Japanese IME on, which turns `key` into "Process"),
 * then Enter or Tab. A person may type too, slowly. No field has the focus. GATE-50 to GATE-54.
 */
const BURST_GAP_MS = 120;       // a machine's number has no longer silence inside
const MACHINE_MS = 40;          // mean gap of a machine; nobody types 14 digits faster
const FORGET_MS = 10_000;       // a half-typed number of a person
const LENGTHS = [14, 16];

let keys = [];                  // {char, at}
let timer = 0;
let hooks = { onNumber() {}, onUnread() {}, onEcho() {} };

/** Listens from now on. `onNumber(digits)`, `onUnread({count, strange})`, `onEcho(digits, byHand)`. */
export function listen(wanted) {
  hooks = { ...hooks, ...wanted };
  addEventListener("keydown", pressed, { capture: true });
}

/** Digits of the keypad on the screen come the same way. */
export function type(char, at = performance.now()) {
  keys.push({ char, at });
  clearTimeout(timer);
  timer = setTimeout(clear, FORGET_MS);
  hooks.onEcho(text());
}

export function clear() { keys = []; clearTimeout(timer); hooks.onEcho(""); }
export function rubOut() { keys.pop(); hooks.onEcho(text()); }

/** The number is complete. */
export function finish() {
  const read = numberOf(keys);
  clear();
  if (read.digits) hooks.onNumber(read.digits); else hooks.onUnread(read);
}

const text = () => keys.map((key) => key.char).join("");

/**
 * Takes a machine's number alone when something stood before it, else everything typed. A whole number is never cut:
 * a machine that stumbles after two of its 16 digits has not read a card of 14.
 */
export function numberOf(typed) {
  const last = typed.slice(startOfBurst(typed));
  const isWhole = LENGTHS.includes(typed.length);
  const reads = !isWhole && isMachine(last) && LENGTHS.includes(last.length) ? last : typed;
  const digits = reads.map((key) => key.char).join("");
  if (/^\d+$/.test(digits) && LENGTHS.includes(digits.length)) return { digits };
  return { digits: null, count: digits.replace(/\D/g, "").length, strange: /\D/.test(digits) };
}

function startOfBurst(typed) {
  for (let i = typed.length - 1; i > 0; i -= 1) if (typed[i].at - typed[i - 1].at > BURST_GAP_MS) return i;
  return 0;
}

const isMachine = (burst) => burst.length > 1 && (burst.at(-1).at - burst[0].at) / (burst.length - 1) < MACHINE_MS;

function pressed(event) {
  if (event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
  const taken = event.code === "" ? byKey(event) : byCode(event);
  if (!taken) return;
  event.preventDefault();
  event.stopImmediatePropagation();
}

// Some Android readers send no `code`; then the typed character itself, full width folded.
const byKey = (event) => take(event.key === "Enter" ? "Enter" : event.key.normalize("NFKC"), event);

function byCode(event) {
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(event.code);
  return take(digit ? digit[1] : event.code, event);
}

function take(what, event) {
  if (/^\d$/.test(what)) { type(what, event.timeStamp); return true; }
  if (keys.length === 0) return false;
  if (what === "Enter" || what === "NumpadEnter") { finish(); return true; }
  if (what === "Tab") { if (!isMachine(keys)) return false; finish(); return true; }
  if (what === "Backspace") { rubOut(); return true; }
  if (what === "Escape") { clear(); return true; }
  if (what === "Space" || what === " " || /^(Minus|NumpadSubtract|-)$/.test(what)) return true;
  if (/^(Key[A-Z]|[A-Za-z])$/.test(what)) { type("?", event.timeStamp); return true; }
  return false;
}
