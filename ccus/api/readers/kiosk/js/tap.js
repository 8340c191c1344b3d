/** One card's way through the gate: keep it, read it back, ask, tell. GATE-01, GATE-10, GATE-17, GATE-18. */
import { clock, happened } from "./clock.js";
import { change, gate, maySpeak } from "./gate.js";
import { amend, append } from "./journal.js";
import { judge, joinedTo } from "./judge.js";
import { asKept, asUnread, asUnsaved, fromJudgement, fromVerdict, shownAs } from "./outcome.js";
import * as recent from "./recent.js";
import { checking, isUp, show } from "./screens.js";
import { kick } from "./sender.js";
import { hashOf } from "./site.js";
import { uuid7 } from "./uuid7.js";
import { verdictOn } from "./verdicts.js";

const PATIENCE_MS = 800;
let count = 0;

/** A number was read that can be no card. */
export const readNothing = (read) => show(asUnread(read, clock.now()), ++count);

/** A card was read. Nothing is told before the tap lies in the journal. */
export async function readCard(digits) {
  const turn = ++count;
  const at = Date.now();
  const tap = { card: digits, offset: clock.offset, direction: gate.direction, moment: happened(at, clock.offset), turn };
  checking(turn);
  const { judged, person } = await judgeHere(tap).catch(() => ({ judged: { kind: "kept" }, person: null }));
  const screen = fromJudgement(judged, tap.moment);
  const entry = await keep(tap, at, screen).catch(() => null);
  if (!entry) { show(asUnsaved(tap.moment), turn); return; }
  await remember(person, tap, judged.kind === "recorded" ? judged.direction : null);
  const verdict = verdictOn(entry, PATIENCE_MS, (late) => tell(late, { entry, tap, person, screen, late: true }));
  kick();
  change({});
  await tell((await verdict) ?? silence(), { entry, tap, person, screen });
}

// Silence after "I cannot keep it" is no leave to judge.
const silence = () => (gate.line === "trouble" ? { refused: true } : null);

async function judgeHere({ card, direction, moment }) {
  const key = await recent.keyFor(gate.pairing.token, card);
  const person = { key, before: await recent.seen(key) };
  if (!maySpeak()) return { judged: { kind: "kept" }, person };
  const hash = gate.snapshot && (await hashOf(gate.snapshot.site.salt, card));
  return { judged: judge({ hash, direction, at: moment }, gate.snapshot, person.before), person };
}

const keep = (tap, at, screen) => append(gate.pairing.id, {
  id: uuid7(at), card: tap.card, at: new Date(at).toISOString(), direction: tap.direction, offset_ms: tap.offset,
  shown: shownAs(screen.kind),
});

// What the device tells twice must agree: the memory follows the screen, and never costs a tap.
async function remember(person, tap, direction) {
  if (!person) return;
  const noted = direction ? recent.note(person.key, tap.moment, direction) : recent.revert(person.key, person.before);
  await noted.catch(() => {});
}

async function tell(verdict, { entry, tap, person, screen, late = false }) {
  const final = finalScreen(verdict, { tap, person, screen });
  if (!late || isUp(tap.turn)) show(final, tap.turn);
  if (!verdict) return;
  await remember(person, tap, countedAs(final, tap));
  if (verdict.refused) await amend(entry, { shown: shownAs(final.kind) }).catch(() => {});
}

function finalScreen(verdict, { tap, person, screen }) {
  if (!verdict) return screen;
  if (verdict.refused) return screen.kind === "not_recorded" ? screen : asKept(screen.name, tap.moment);
  const earlier = joinedTo({ direction: tap.direction, at: tap.moment }, person?.before);
  return fromVerdict(verdict.result, tap.moment, earlier?.since);
}

// In which direction this device remembers the tap; null when it was not counted.
function countedAs(final, tap) {
  if (!["in", "out", "notice"].includes(final.kind)) return null;
  return final.direction ?? (tap.direction === "auto" ? "in" : tap.direction);
}
