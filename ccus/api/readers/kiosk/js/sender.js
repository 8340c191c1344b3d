/**
 * Sends the journal: at once, then again with growing pauses. One request in flight, 100 taps at most; an entry
 * leaves only when the server lists its id as final. GATE-12 to GATE-16.
 */
import { ask } from "./api.js";
import { measure } from "./clock.js";
import * as journal from "./journal.js";
import { pairings } from "./pairing.js";
import { granted, pauseAfter } from "./pauses.js";
import { awaited, settle } from "./verdicts.js";

const LIMIT = 100;
const BLAMES_THE_BODY = [400, 413, 422];
const REFUSES_THE_READER = [401, 403];

const refused = new Set();     // tokens the server no longer accepts
const state = { running: false, again: false, failures: 0, notBefore: 0, timer: 0 };
let onContact = () => {};

/** Tells `act(reply, token)` about every answer, and every silence, of the server. */
export function whenContacted(act) { onContact = act; }

/** Something may be sendable now: a tap, a line, a start. */
export function kick() {
  if (state.running) { state.again = true; return; }
  if (performance.now() < state.notBefore) { settle(awaited(), { refused: true }); return; }
  clearTimeout(state.timer);
  state.running = true;
  run().catch(() => false).then(finish);
}

/** The server accepts this token again. */
export function resume(token) { refused.delete(token); kick(); }

function finish(clean) {
  state.running = false;
  state.failures = clean ? 0 : state.failures + 1;
  if (!clean) pause();
  if (state.again) { state.again = false; kick(); }
}

function pause() {
  clearTimeout(state.timer);
  state.timer = setTimeout(kick, Math.max(pauseAfter(state.failures), state.notBefore - performance.now() + 1));
}

async function run() {
  for (const pairing of await pairings()) if (!(await drain(pairing))) return false;
  return true;
}

async function drain(pairing) {
  for (;;) {
    if (refused.has(pairing.token)) { settle(awaited(pairing), { refused: true }); return true; }
    const entries = await journal.batch(pairing.id, LIMIT, awaited(pairing));
    if (entries.length === 0) return true;
    if (!(await deliver(pairing, entries)) && !refused.has(pairing.token)) return false;
  }
}

async function deliver(pairing, entries) {
  const body = { sent_at: new Date().toISOString(), taps: entries.map(journal.onTheWire) };
  const reply = await ask("/v1/taps", { token: pairing.token, body });
  const clean = await take(pairing, entries, reply);
  onContact(reply, pairing.token);
  return clean;
}

async function take(pairing, entries, reply) {
  if (reply.status === 200 && Array.isArray(reply.data?.results)) return takeResults(entries, reply);
  if (BLAMES_THE_BODY.includes(reply.status)) return blame(pairing, entries, reply);
  if (REFUSES_THE_READER.includes(reply.status)) refused.add(pairing.token);
  if (reply.retryAfter) state.notBefore = performance.now() + granted(reply.retryAfter);
  settle(entries, reply.status >= 400 ? { refused: true } : null);
  return false;
}

async function takeResults(entries, reply) {
  const results = new Map(reply.data.results.map((result) => [result.id, result]));
  const final = entries.filter((entry) => results.has(entry.id));
  for (const entry of final) settle([entry], { result: results.get(entry.id) });
  await journal.remove(final);
  await measure(reply.data.received_at, reply.middle);
  return final.length === entries.length;
}

// One entry that the server cannot read must not hold up the others: halve until it stands alone.
async function blame(pairing, entries, reply) {
  if (entries.length === 1) {
    await journal.park(entries[0], { status: reply.status, sentence: reply.data?.error?.sentence ?? null });
    settle(entries, { refused: true });
    return true;
  }
  const middle = Math.ceil(entries.length / 2);
  return (await deliver(pairing, entries.slice(0, middle))) && deliver(pairing, entries.slice(middle));
}
