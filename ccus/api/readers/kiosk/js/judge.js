/**
 * What the device may say when the server is silent: pure, from the last snapshot alone. GATE-20 to GATE-23.
 * Whatever is not certain is "kept"; only a known, unblocked card inside the period is "recorded".
 */
import { dateOf } from "./clock.js";

export const JOINED_MS = 10 * 60_000;
export const SHIFT_MS = 16 * 3_600_000;
export const STALE_MS = 7 * 24 * 3_600_000;

/**
 * @param {{hash: ?string, direction: "in"|"out"|"auto", at: number}} tap  `at`: corrected ms
 * @param {?{kept_at: number, site: object}} snapshot
 * @param {?{in_at: ?number, out_at: ?number}} seen  when this person's last entry and exit were counted here
 * @returns {{kind: "recorded"|"repeated"|"kept"|"not_recorded", name?: string, direction?: string, since?: number,
 *   blocked?: string}}
 */
export function judge(tap, snapshot, seen = null) {
  if (!snapshot || !tap.hash || tap.at - snapshot.kept_at > STALE_MS) return { kind: "kept" };
  const { people, blocked, periods } = snapshot.site;
  const block = blocked.find((row) => row.card === tap.hash);
  if (block) return { kind: "not_recorded", blocked: block.reason };
  const person = people.find((row) => row.card === tap.hash);
  if (!person) return { kind: "kept" };
  const name = person.name_kana;
  if (!periods.some((period) => covers(period, dateOf(tap.at)))) return { kind: "kept", name };
  const joined = joinedTo(tap, seen);
  if (joined) return { kind: "repeated", name, ...joined };
  return { kind: "recorded", name, direction: directionOf(tap, seen) };
}

const covers = ([from, until], date) => from <= date && (until === null || date < until);

/** `auto`: an entry if this device knows of none within 16 hours, else a sign of being there (exit). */
export function directionOf(tap, seen) {
  if (tap.direction !== "auto") return tap.direction;
  return seen?.in_at && tap.at - seen.in_at < SHIFT_MS ? "out" : "in";
}

/** The counted tap of the same direction (`auto`: of either) within the ten minutes before, or null. */
export function joinedTo(tap, seen) {
  const counted = [["in", seen?.in_at], ["out", seen?.out_at]]
    .filter(([direction, at]) => at && (tap.direction === "auto" || tap.direction === direction))
    .filter(([, at]) => at <= tap.at && tap.at - at <= JOINED_MS)
    .sort(([, one], [, other]) => other - one);
  return counted.length ? { direction: counted[0][0], since: counted[0][1] } : null;
}
