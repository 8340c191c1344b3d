/** Entry, exit or automatic; digits by finger; the echo of what is typed by hand. GATE-52, GATE-55. */
import { change } from "./gate.js";
import { whenWaiting } from "./screens.js";
import { keep, setting } from "./store.js";
import { clear, finish, rubOut, type } from "./wedge.js";

const ECHO_AFTER_MS = 150;           // a machine has finished by then, and nothing flashes up
const KEYS = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "消す", "0", "1字もどす"];
const echo = { digits: "", timer: 0 };
const keypad = document.getElementById("keypad");

/** The switch keeps its place over a reload. */
export async function wireDirection() {
  const switches = [...document.querySelectorAll("#direction input")];
  const chosen = await setting("direction", "auto");
  for (const one of switches) {
    one.checked = one.value === chosen;
    one.addEventListener("change", () => { change({ direction: one.value }); keep("direction", one.value); });
  }
  change({ direction: chosen });
}

/** The keypad feeds the same buffer as a reader. */
export function wireKeypad() {
  const acts = { "消す": clear, "1字もどす": rubOut };
  document.getElementById("keys").append(...KEYS.map((label) => {
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: label });
    button.className = label in acts ? "key key--word" : "key num";
    button.addEventListener("click", acts[label] ?? (() => type(label)));
    return button;
  }));
  document.getElementById("open-keypad").addEventListener("click", () => { keypad.showModal(); drawEcho(); });
  document.getElementById("keypad-close").addEventListener("click", () => keypad.close());
  document.getElementById("keypad-done").addEventListener("click", finish);
  keypad.addEventListener("close", clear);
  whenWaiting(drawEcho);
}

/** Digits typed so far. */
export function echoDigits(digits) {
  echo.digits = digits;
  clearTimeout(echo.timer);
  const visible = document.querySelector(".echo--shown");
  if (digits && !visible) echo.timer = setTimeout(drawEcho, ECHO_AFTER_MS); else drawEcho();
}

function drawEcho() {
  for (const place of document.querySelectorAll(".echo")) {
    const shown = echo.digits !== "" || keypad.contains(place);
    place.hidden = !shown;
    place.classList.toggle("echo--shown", shown && !keypad.contains(place));
    place.querySelector(".echo__digits").textContent = echo.digits.replace(/(.{4})(?=.)/g, "$1 ");
    place.querySelector(".echo__count").textContent = `${echo.digits.length}けた`;
  }
}

/** A card was read: what lay over the screen goes away. */
export function closePanels() {
  for (const panel of document.querySelectorAll("dialog[open]")) panel.close();
}
