/** From a verdict, or from the device's own judgement, to what one screen says. Pure. GATE-01 to GATE-09. */
import { timeOf } from "./clock.js";
import { blockedFor, KEPT_LINES, REPEATED, UNSAVED_LINES, unreadLines } from "./words.js";

const RECORDED = ["recorded", "recorded_with_notice"];

/**
 * A screen is {kind, name, at, days, since, lines, who, code}: `kind` names it in words.js.
 * @param {object} result  one of `results` of POST /v1/taps
 * @param {?number} since  when the earlier tap was that this one joins, as far as this device knows
 */
export function fromVerdict(result, at, since) {
  const reasons = result.reasons ?? [];
  const told = { name: result.name_kana, at, days: result.days_this_month, direction: result.direction };
  if (!RECORDED.includes(result.outcome)) return { ...told, ...stopped(reasons) };
  if (reasons.some((reason) => reason.code === REPEATED)) return { ...told, kind: "repeated", since };
  if (result.outcome === "recorded") return { ...told, kind: told.direction === "out" ? "out" : "in", lines: [] };
  return { ...told, kind: "notice", lines: reasons.map((reason) => reason.sentence), who: reasons[0]?.who,
    code: codesOf(reasons) };
}

const codesOf = (reasons) => reasons.map((reason) => reason.code).join("・");

const stopped = (reasons) => ({
  kind: "not_recorded", lines: reasons.map((reason) => reason.sentence), who: reasons[0]?.who, code: codesOf(reasons),
});

/** The device's own judgement (judge.js) as a screen. */
export function fromJudgement(judged, at) {
  const told = { name: judged.name, at, direction: judged.direction };
  if (judged.kind === "recorded") return { ...told, kind: judged.direction, lines: [] };
  if (judged.kind === "repeated") return { ...told, kind: "repeated", since: judged.since };
  if (judged.kind === "kept") return { ...told, kind: "kept", lines: KEPT_LINES };
  return { ...told, ...stopped([blockedFor(judged.blocked)]) };
}

/** The server spoke but did not keep the tap: nobody can say more than that this device has it. */
export const asKept = (name, at) => ({ kind: "kept", name, at, lines: KEPT_LINES });

/** The journal could not be written: nothing is recorded anywhere. */
export const asUnsaved = (at) => ({ kind: "unsaved", at, lines: UNSAVED_LINES });

/** What was read is no card number; it is no tap and is not kept. */
export const asUnread = (read, at) => ({ kind: "unread", at, lines: unreadLines(read) });

/** What `shown` says to the server about a screen. */
export function shownAs(kind) {
  if (kind === "kept") return "kept";
  return kind === "not_recorded" ? "not_recorded" : "recorded";
}

/** 「もう記録しています 7:42」, without a time when only the server knows the earlier tap. */
export const sinceWhen = (screen) => (screen.since ? timeOf(screen.since) : "");
