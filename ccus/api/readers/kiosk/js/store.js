/**
 * What the gate keeps on this device: one IndexedDB, opened once.
 *
 *   pairings   {id, token, reader_id, last_seq}             one row a token this device was given
 *   journal    {pairing, seq, id, card, at, …}              taps without a final answer (GATE-10)
 *   parked     {pairing, seq, …, fault}                     taps the server does not understand, kept for a person
 *   snapshots  {pairing, etag, kept_at, site}               the last GET /v1/site
 *   recent     {key, at, direction, kind}                   who passed here in the last 16 hours
 *   settings   {name, value}
 *
 * Nothing outside this file knows the version; an update of the page never deletes a store (GATE-45).
 */
const NAME = "ccus-gate";
const VERSION = 1;
let opened = null;

/** The open database. Opens again after the browser closed it. */
export function store() {
  opened ??= open().catch((reason) => { opened = null; throw reason; });
  return opened;
}

function open() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, VERSION);
    request.onupgradeneeded = (event) => { if (event.oldVersion < 1) layOut(request.result); };
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const database = request.result;
      const forget = () => { opened = null; };
      database.onclose = forget;
      database.onversionchange = () => { database.close(); forget(); };
      resolve(database);
    };
  });
}

function layOut(database) {
  database.createObjectStore("pairings", { keyPath: "id", autoIncrement: true });
  database.createObjectStore("journal", { keyPath: ["pairing", "seq"] });
  database.createObjectStore("parked", { keyPath: ["pairing", "seq"] });
  database.createObjectStore("snapshots", { keyPath: "pairing" });
  database.createObjectStore("recent", { keyPath: "key" });
  database.createObjectStore("settings", { keyPath: "name" });
}

/** The answer of one request. */
export function answer(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** Ends when the transaction is on the disk; fails when it is not. */
export function committed(transaction) {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error("aborted"));
    transaction.onerror = () => reject(transaction.error);
  });
}

/** One write to one store, on the disk when it ends. */
export async function put(name, row) {
  const transaction = (await store()).transaction(name, "readwrite", { durability: "strict" });
  const key = transaction.objectStore(name).put(row);
  await committed(transaction);
  return key.result;
}

/** One row, or undefined. */
export async function get(name, key) {
  return answer((await store()).transaction(name).objectStore(name).get(key));
}

/** All rows of a store. */
export async function all(name) {
  return answer((await store()).transaction(name).objectStore(name).getAll());
}

/** A setting, or what stands in for it. */
export async function setting(name, otherwise = null) {
  return (await get("settings", name))?.value ?? otherwise;
}

/** Keeps a setting. */
export const keep = (name, value) => put("settings", { name, value });
