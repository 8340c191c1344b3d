/** The gate page, from opening to the first card. docs/rules/gate.md. */
import { clock, dateOf, wind } from "./clock.js";
import { closePanels, echoDigits, wireDirection, wireKeypad } from "./controls.js";
import { becomeTheOnlyTab, fillScreen, keepStorage, stayLit } from "./device.js";
import { draw, remarks, tick } from "./footer.js";
import { change, gate, watch } from "./gate.js";
import { unpark } from "./journal.js";
import * as line from "./line.js";
import { wireMenu } from "./menu.js";
import { current, whenHanded } from "./pairing.js";
import { forget } from "./recent.js";
import * as screens from "./screens.js";
import { keepShell, touch } from "./shell.js";
import { wake } from "./sound.js";
import { keep, setting } from "./store.js";
import { readCard, readNothing } from "./tap.js";
import { listen } from "./wedge.js";
import { MESSAGES } from "./words.js";

const say = (name) => screens.message(...MESSAGES[name]);

async function boot() {
  if (!isSecureContext || !navigator.locks) return say("insecure");
  await becomeTheOnlyTab(() => say("second"));
  await open();
}

async function open() {
  const pairing = await current();
  whenHanded(async () => { await current(); location.reload(); });
  if (!pairing) return say("unpaired");
  await Promise.all([wind(), forget(), unpark(), wireDirection()]);
  wireKeypad();
  wireMenu();
  watch(drawAll);
  screens.whenWaiting(remarks);
  setInterval(tick, 1000);
  await line.start(pairing);
  line.stayInTouch();
  change({ persisted: await keepStorage() });
  keepShell().catch(() => {});
  await beginDay();
}

function drawAll() {
  draw().catch(() => {});
  remarks(document).catch(() => {});
  const site = gate.snapshot?.site.site.name;
  const title = document.getElementById("start-site");
  if (title && site) title.textContent = site;
}

async function beginDay() {
  const today = dateOf(clock.now());
  const read = (act) => (what) => { touch(); wake(); closePanels(); begin(); act(what); };
  const begin = () => { if (document.body.dataset.screen === "start") { screens.wait(); keep("began_on", today); } };
  listen({ onNumber: read(readCard), onUnread: read(readNothing), onEcho: echoDigits });
  stayLit();
  if ((await setting("began_on")) === today) return screens.wait();
  await screens.start(gate.snapshot?.site.site.name);
  wake();
  fillScreen();
  begin();
}

boot().catch(() => say("broken"));
