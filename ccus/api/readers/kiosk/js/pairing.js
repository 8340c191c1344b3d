/**
 * Which reader this device is. The token comes once in the address's fragment, goes to IndexedDB and leaves the
 * address bar at once. Taps stay with the pairing they were made under: a new token never carries them to
 * another site (GATE-40, GATE-41).
 */
import { all, answer, committed, get, keep, put, setting, store } from "./store.js";

const DESK = "handed-token";         // until it is on the disk: a reload in between must not lose it
let onHanded = () => {};

takeFromAddress();
addEventListener("hashchange", () => { if (takeFromAddress()) onHanded(); });

function takeFromAddress() {
  const token = new URLSearchParams(location.hash.slice(1)).get("token")?.trim();
  if (token) sessionStorage.setItem(DESK, token);
  if (location.hash) history.replaceState(null, "", location.pathname + location.search);
  return Boolean(token);
}

/** What to do when an address with another token is opened in this very tab. */
export function whenHanded(act) { onHanded = act; }

/** Keeps a token that came with the address, then answers the pairing in force, or null. */
export async function current() {
  const token = sessionStorage.getItem(DESK);
  if (token) await keep("pairing", await idFor(token));
  sessionStorage.removeItem(DESK);
  const id = await setting("pairing");
  return id === null ? null : (await get("pairings", id)) ?? null;
}

async function idFor(token) {
  const known = (await all("pairings")).findLast((row) => row.token === token);
  return known ? known.id : put("pairings", { token, reader_id: null, last_seq: 0 });
}

export const pairings = () => all("pairings");

/**
 * The server named the reader. If this device was that reader before under another token, the old taps go out
 * with the new token and the numbers run on.
 */
export async function recognise(pairing, readerId) {
  if (pairing.reader_id === readerId) return;
  const transaction = (await store()).transaction("pairings", "readwrite", { durability: "strict" });
  await Promise.all([adopt(transaction.objectStore("pairings"), pairing, readerId), committed(transaction)]);
  pairing.reader_id = readerId;
}

async function adopt(rows, pairing, readerId) {
  const everyone = await answer(rows.getAll());
  const before = everyone.filter((row) => row.reader_id === readerId && row.id !== pairing.id);
  for (const row of before) rows.put({ ...row, token: pairing.token });
  const own = everyone.find((row) => row.id === pairing.id);
  const last = own.last_seq || Math.max(0, ...before.map((row) => row.last_seq));
  rows.put({ ...own, reader_id: readerId, last_seq: last });
}
