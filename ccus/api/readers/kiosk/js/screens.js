/** One state fills the screen: waiting, checking, an outcome, or a message. GATE-01 to GATE-09. */
import { dayOf, timeOf } from "./clock.js";
import { sinceWhen } from "./outcome.js";
import { play } from "./sound.js";
import { GREETING, SCREENS } from "./words.js";

const GONE_AFTER_MS = 3000;
const CHECKING_AFTER_MS = 120;
const WAITING_HEADING = "カード読み取り待ち受け";

const up = { turn: 0, shown: false, timer: 0 };
const stage = document.getElementById("stage");
const afterWaiting = new Set();

/** What else belongs on the waiting screen is put there each time it comes up. */
export function whenWaiting(act) { afterWaiting.add(act); }

export const isWaiting = () => document.body.dataset.screen === "wait";
/** Whether the outcome of this turn is what people look at now. */
export const isUp = (turn) => up.turn === turn && up.shown;

function paint(screen, tone, heading, mark = null) {
  stage.replaceChildren(document.getElementById(`screen-${screen}`).content.cloneNode(true));
  if (mark) stage.querySelector(".mark use").setAttribute("href", `#mark-${mark}`);
  document.body.dataset.screen = screen;
  document.body.dataset.tone = tone;
  document.getElementById("heading").textContent = heading;
  scrollTo(0, 0);
}

const fill = (selector, text) => {
  const place = stage.querySelector(selector);
  if (text) place.textContent = text; else place.remove();
};

const paragraphs = (lines) => lines.map((line) => Object.assign(document.createElement("p"), { textContent: line }));

export function wait() {
  up.shown = false;
  paint("wait", "wait", WAITING_HEADING);
  for (const act of afterWaiting) act(stage);
}

/** A card was read and its outcome is a moment away; said only when the moment is long. */
export function checking(turn) {
  clearTimeout(up.timer);
  up.turn = turn;
  up.shown = false;
  up.timer = setTimeout(() => paint("checking", "wait", WAITING_HEADING), CHECKING_AFTER_MS);
}

/** Shows an outcome for three seconds. The outcome of an earlier card never covers that of a later one. */
export function show(screen, turn) {
  if (turn < up.turn) return;
  clearTimeout(up.timer);
  Object.assign(up, { turn, shown: true, timer: setTimeout(wait, GONE_AFTER_MS) });
  const words = SCREENS[screen.kind];
  paint("outcome", words.tone, words.heading, words.tone);
  fill(".big", [words.big, screen.kind === "repeated" ? sinceWhen(screen) : ""].join(" ").trim());
  fill(".name", screen.name && `${screen.name} さん`);
  fill(".facts", words.tone === "ok" ? factsOf(screen) : "");
  stage.querySelector(".lines").append(...paragraphs(screen.lines ?? []));
  fill(".mend", screen.who);
  fill(".code", screen.code && `エラー ${screen.code}`);
  fill(".greet", GREETING[screen.kind]);
  fill(".english", words.english);
  document.getElementById("say").textContent = stage.querySelector(".words").innerText;
  play(words.sound);
}

const factsOf = ({ at, days }) => [`${dayOf(at)} ${timeOf(at)}`, days ? `今月 ${days}日目` : ""].filter(Boolean).join("　");

/** A screen that stays: this device cannot take cards now. */
export function message(tone, heading, big, lines) {
  paint("message", tone, heading, tone === "wait" ? "card" : tone);
  fill(".big", big);
  stage.querySelector(".lines").append(...paragraphs(lines));
}

/** The start of the day; answers when somebody presses the button. */
export function start(siteName) {
  paint("start", "wait", "入退場受付");
  if (siteName) fill("#start-site", siteName);
  const button = document.getElementById("start");
  button.focus();
  return new Promise((resolve) => button.addEventListener("click", resolve, { once: true }));
}
