/** The journal: every tap without a final answer, keyed by (pairing, seq), oldest first. GATE-10 to GATE-14. */
import { all, answer, committed, store } from "./store.js";

const STALLED_AFTER_MS = 3000;
const WIRE = ["id", "seq", "card", "at", "direction", "offset_ms", "shown"];
const keyOf = (entry) => [entry.pairing, entry.seq];

/**
 * Writes a tap under the next number of its reader, waits for the disk, reads it back.
 * Number and tap are one transaction, so the numbers have no gap. Fails when the device cannot keep it.
 */
export async function append(pairing, tap) {
  const database = await store();
  const transaction = database.transaction(["pairings", "journal"], "readwrite", { durability: "strict" });
  const stalled = setTimeout(() => transaction.abort(), STALLED_AFTER_MS);
  try {
    const [entry] = await Promise.all([add(transaction, pairing, tap), committed(transaction)]);
    const back = await answer(database.transaction("journal").objectStore("journal").get(keyOf(entry)));
    if (back?.id !== tap.id) throw new Error("the tap is not in the journal");
    return back;
  } finally {
    clearTimeout(stalled);
  }
}

async function add(transaction, pairing, tap) {
  const row = await answer(transaction.objectStore("pairings").get(pairing));
  const entry = { ...tap, pairing, seq: row.last_seq + 1 };
  transaction.objectStore("journal").add(entry);
  transaction.objectStore("pairings").put({ ...row, last_seq: entry.seq });
  return entry;
}

/** The oldest entries of a pairing, up to `limit`; `urgent` ones, whose card holder is waiting, come along. */
export async function batch(pairing, limit, urgent = []) {
  const range = IDBKeyRange.bound([pairing, 0], [pairing, Infinity]);
  const oldest = await answer((await store()).transaction("journal").objectStore("journal").getAll(range, limit));
  if (oldest.length < limit) return oldest;
  const missing = urgent.filter((entry) => entry.seq > oldest.at(-1).seq).slice(0, limit - 1);
  return [...oldest.slice(0, limit - missing.length), ...missing];
}

/** Takes entries out whose answer is final. */
export const remove = (entries) => write(["journal"], (journal) => {
  for (const entry of entries) journal.delete(keyOf(entry));
});

/** Notes what the screen told after all, if the entry is still here. */
export const amend = (entry, change) => write(["journal"], async (journal) => {
  const row = await answer(journal.get(keyOf(entry)));
  if (row) journal.put({ ...row, ...change });
});

/** Puts an entry aside that the server cannot read, with its fault: kept, counted, shown. */
export const park = (entry, fault) => write(["journal", "parked"], (journal, parked) => {
  parked.put({ ...entry, fault });
  journal.delete(keyOf(entry));
});

/** Sets parked entries going again. */
export const unpark = () => write(["journal", "parked"], async (journal, parked) => {
  for (const { fault, ...entry } of await answer(parked.getAll())) journal.put(entry);
  parked.clear();
});

async function write(names, act) {
  const transaction = (await store()).transaction(names, "readwrite", { durability: "strict" });
  await Promise.all([act(...names.map((name) => transaction.objectStore(name))), committed(transaction)]);
}

/** How many taps have no final answer yet, parked ones included. */
export async function waiting() {
  const transaction = (await store()).transaction(["journal", "parked"]);
  const counts = ["journal", "parked"].map((name) => answer(transaction.objectStore(name).count()));
  return (await Promise.all(counts)).reduce((one, other) => one + other);
}

/** Everything that waits, for the menu and for the file. */
export const everything = async () => [...await all("journal"), ...await all("parked")];
export const parked = () => all("parked");

/** An entry as `POST /v1/taps` wants it. */
export const onTheWire = (entry) => Object.fromEntries(WIRE.map((name) => [name, entry[name]]));
