/** The line to the server: asks for the site every half minute, and tells how the last contact went. GATE-34. */
import { watchForJumps } from "./clock.js";
import { change, gate } from "./gate.js";
import { kick, resume, whenContacted } from "./sender.js";
import { kept, refresh } from "./site.js";

const EVERY_MS = 30_000;
const AFTER_A_TAP_MS = 2_000;
let asking = null;
let soon = 0;

/** Starts with what was kept, then asks; never waits for the network. */
export async function start(pairing) {
  change({ pairing, snapshot: await kept(pairing), line: "unknown" });
  refreshNow();
}

/** Once, for the life of the page. */
export function stayInTouch() {
  setInterval(refreshNow, EVERY_MS);
  addEventListener("online", refreshNow);
  addEventListener("offline", () => change({ line: "offline" }));
  watchForJumps(refreshNow);
  whenContacted((reply, token) => {
    if (token !== gate.pairing.token) return change({});
    change({ line: lineAfter(reply.status) });
    if (reply.status === 200) refreshSoon();
  });
}

function refreshSoon() {
  clearTimeout(soon);
  soon = setTimeout(refreshNow, AFTER_A_TAP_MS);
}

function refreshNow() {
  asking ??= contact(gate.pairing).catch(() => {}).finally(() => { asking = null; });
}

async function contact(pairing) {
  const { status, snapshot } = await refresh(pairing, gate.snapshot);
  if (pairing.id !== gate.pairing.id) return;
  const wasOnline = gate.line === "online";
  change({ snapshot, line: lineAfter(status) });
  if (gate.line === "online" && !wasOnline) resume(pairing.token);
  else if (gate.line !== "refused") kick();
}

function lineAfter(status) {
  if (status === 0) return "offline";
  if (status === 401 || status === 403) return "refused";
  return status >= 500 || status === 429 ? "trouble" : "online";
}
