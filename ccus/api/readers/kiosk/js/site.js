/** The last `GET /v1/site`: what the device needs to judge without the server. GATE-20 to GATE-23. */
import { ask } from "./api.js";
import { clock, dateOf, measure, measureRoughly } from "./clock.js";
import { recognise } from "./pairing.js";
import { get, put } from "./store.js";

/** The snapshot kept for a pairing: {pairing, etag, kept_at, site}, or null. */
export const kept = async (pairing) => (await get("snapshots", pairing.id)) ?? null;

/**
 * Asks the server once. Answers its status and the snapshot in force; a 304 makes the kept one fresh again.
 */
export async function refresh(pairing, snapshot) {
  const reply = await ask("/v1/site", { token: pairing.token, etag: snapshot?.etag });
  if (reply.status === 304 && snapshot) {
    await measureRoughly(reply.date, reply.middle);
    return { status: 304, snapshot: await keepSnapshot(pairing, snapshot) };
  }
  if (reply.status !== 200 || !reply.data?.site) return { status: reply.status, snapshot, fault: reply.data?.error };
  await measure(reply.data.server_time, reply.middle);
  await recognise(pairing, reply.data.reader.id).catch(() => {});
  return { status: 200, snapshot: await keepSnapshot(pairing, { etag: reply.etag, site: reply.data }) };
}

async function keepSnapshot(pairing, { etag, site }) {
  const row = { pairing: pairing.id, etag, kept_at: clock.now(), site };
  await put("snapshots", row).catch(() => {});      // a full disk: good until the next reload
  return row;
}

/** The people whom the server counted today, 0 when its count is of another day. */
export function countedToday(snapshot) {
  if (!snapshot || dateOf(snapshot.kept_at) !== dateOf(clock.now())) return 0;
  return snapshot.site.today ?? 0;
}

/** hex sha256(salt + digits), as the list of people names a card. */
export async function hashOf(salt, digits) {
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(salt + digits)));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
