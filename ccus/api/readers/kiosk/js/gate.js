/** What this gate is right now: its pairing, the last snapshot, the line. One object, one writer a field. */
import { countedToday } from "./site.js";
import { newSince } from "./recent.js";

/** `line`: "unknown" · "online" · "offline" · "trouble" (the server answers, but cannot keep) · "refused". */
export const gate = { pairing: null, snapshot: null, line: "unknown", direction: "auto", persisted: true };

const watchers = new Set();

/** Calls `act` after every change. */
export function watch(act) { watchers.add(act); }

export function change(fields) {
  Object.assign(gate, fields);
  for (const act of watchers) act();
}

/** People who came today: the server's count, and those who passed here since. */
export async function peopleToday() {
  return countedToday(gate.snapshot) + (await newSince(gate.snapshot?.kept_at ?? 0));
}

/** Only a device that the server still knows may judge by itself. */
export const maySpeak = () => gate.line !== "refused";
