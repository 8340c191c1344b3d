/**
 * The device's clock against the server's. `offset` is server − device in milliseconds, null until known.
 * The raw time of a tap is never changed; the offset travels beside it (GATE-30 to GATE-33).
 */
import { keep, setting } from "./store.js";

export const NOTABLE_MS = 60_000;
const ROUGH_MS = 1_500;
const TICK_MS = 1_000;
const ZONE = "Asia/Tokyo";

export const clock = { offset: null, now: () => Date.now() + (clock.offset ?? 0) };

/** Takes up what was measured before a reload. */
export async function wind() {
  clock.offset = await setting("clock_offset");
}

/** One contact: the server's time, and the middle of the round trip by the device's clock. */
export async function measure(serverTime, middle) {
  const server = Date.parse(serverTime);
  if (Number.isNaN(server)) return;
  clock.offset = Math.round(server - middle);
  await keep("clock_offset", clock.offset).catch(() => {});
}

/** A contact that only tells whole seconds (the Date header of a 304): taken when it disagrees. */
export async function measureRoughly(serverDate, middle) {
  const seen = Date.parse(serverDate) + 500 - middle;
  if (Number.isNaN(seen)) return;
  if (clock.offset === null || Math.abs(seen - clock.offset) > ROUGH_MS) await measure(new Date(seen + middle), middle);
}

/** When a tap happened: `at` moved by the offset if that is a minute or more, else `at` itself. */
export const happened = (at, offset) => (Math.abs(offset ?? 0) >= NOTABLE_MS ? at + offset : at);

/** Somebody set the device's clock: what was measured is void until the next contact. */
export function watchForJumps(onJump) {
  let wall = Date.now(), steady = performance.now();
  setInterval(() => {
    const jumped = Date.now() - wall - (performance.now() - steady);
    [wall, steady] = [Date.now(), performance.now()];
    if (Math.abs(jumped) < NOTABLE_MS) return;
    clock.offset = null;
    onJump();
  }, TICK_MS);
}

const parts = (ms) => Object.fromEntries(new Intl.DateTimeFormat("ja-JP-u-ca-gregory", {
  timeZone: ZONE, hourCycle: "h23", year: "numeric", month: "numeric", day: "numeric",
  weekday: "short", hour: "numeric", minute: "2-digit",
}).formatToParts(ms).map(({ type, value }) => [type, value]));

/** 7:42 */
export const timeOf = (ms) => { const p = parts(ms); return `${Number(p.hour)}:${p.minute}`; };

/** 11月20日（金） */
export const dayOf = (ms) => { const p = parts(ms); return `${p.month}月${p.day}日（${p.weekday}）`; };

/** 2026-11-20, the date in Japan. */
export const dateOf = (ms) => {
  const p = parts(ms);
  return [p.year, p.month.padStart(2, "0"), p.day.padStart(2, "0")].join("-");
};
