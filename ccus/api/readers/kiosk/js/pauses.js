/** How long to wait before sending again. GATE-15. */
const SHORTEST_MS = 1000;
const LONGEST_MS = 60_000;

/** After so many failures in a row: a second, two, four … a minute, less up to half by chance (`luck` 0 to 1). */
export const pauseAfter = (failures, luck = Math.random()) =>
  Math.min(LONGEST_MS, SHORTEST_MS * 2 ** (failures - 1)) * (0.5 + luck / 2);

/** What a server may ask for with Retry-After, in ms: no more than a minute. */
export const granted = (asked) => Math.min(asked, LONGEST_MS);
