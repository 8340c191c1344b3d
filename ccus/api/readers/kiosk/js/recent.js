/** Who passed at this gate in the last 16 hours, so that a second touch is not taken for an exit. GATE-24. */
import { clock, dateOf } from "./clock.js";
import { SHIFT_MS } from "./judge.js";
import { hashOf } from "./site.js";
import { all, answer, committed, get, put, store } from "./store.js";

/** The person on a card, not the card: the last two digits are its serial. */
export const keyFor = (token, digits) => hashOf(token, digits.slice(0, 14));

/** When a person's last entry and exit were counted here: {key, in_at, out_at, first_at}, or null. */
export async function seen(key) {
  const row = await get("recent", key);
  return row && !isPast(row) ? row : null;
}

const isPast = (row) => clock.now() - Math.max(row.in_at ?? 0, row.out_at ?? 0) > SHIFT_MS;

/** A tap was counted; the first of a day is remembered for the count of people. */
export async function note(key, at, direction) {
  const before = (await seen(key)) ?? { in_at: null, out_at: null, first_at: at };
  const firstAt = dateOf(before.first_at) === dateOf(at) ? before.first_at : at;
  await put("recent", { ...before, key, first_at: firstAt, [`${direction}_at`]: at });
}

/** People whose first tap of today at this gate is later than the server's own count. */
export async function newSince(moment) {
  const today = dateOf(clock.now());
  return (await all("recent")).filter((row) => row.first_at > moment && dateOf(row.first_at) === today).length;
}

/** Forgets everybody who is past the longest shift. */
export async function forget() {
  const transaction = (await store()).transaction("recent", "readwrite");
  const rows = transaction.objectStore("recent");
  const sweep = async () => {
    for (const row of await answer(rows.getAll())) if (isPast(row)) rows.delete(row.key);
  };
  await Promise.all([sweep(), committed(transaction)]);
}

/** The tap was not counted after all: as before it. */
export async function revert(key, before) {
  if (before) { await put("recent", before); return; }
  const transaction = (await store()).transaction("recent", "readwrite");
  transaction.objectStore("recent").delete(key);
  await committed(transaction);
}
