/** Card holders who stand before the screen and wait for the server's word. GATE-17, GATE-18. */
const asked = new Map();       // id of a tap → {entry, settle}

/**
 * What the server made of a tap: {result}; {refused: true} when it spoke but did not keep it; null when nothing
 * came within `patience` ms, and then a late verdict goes to `later`.
 */
export function verdictOn(entry, patience, later) {
  return new Promise((resolve) => {
    let inTime = true;
    const timer = setTimeout(() => { inTime = false; resolve(null); }, patience);
    asked.set(entry.id, { entry, settle: (verdict) => {
      clearTimeout(timer);
      asked.delete(entry.id);
      if (inTime) resolve(verdict); else if (verdict) later(verdict);
    } });
  });
}

/** The verdict on these taps is there; who did not ask is not told. */
export function settle(entries, verdict) {
  for (const entry of entries) asked.get(entry.id)?.settle(verdict);
}

/** The taps whose holders wait, of one pairing or of all. */
export function awaited(pairing = null) {
  const entries = [...asked.values()].map(({ entry }) => entry);
  return pairing ? entries.filter((entry) => entry.pairing === pairing.id) : entries;
}
