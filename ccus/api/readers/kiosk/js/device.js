/** What the page asks of the device: a lit screen, the whole screen, storage that stays. GATE-44, GATE-61. */

/** Keeps the screen lit; a hidden page loses the lock, so it is taken again when it comes back. */
export async function stayLit() {
  const take = () => { if (!document.hidden) navigator.wakeLock?.request("screen").catch(() => {}); };
  document.addEventListener("visibilitychange", take);
  take();
}

/** The whole screen where the browser allows it; a refusal changes nothing. */
export function fillScreen() {
  document.documentElement.requestFullscreen?.({ navigationUI: "hide" }).catch(() => {});
}

/** Asks the browser not to clear our storage; false when it refuses or cannot say. */
export async function keepStorage() {
  if (!navigator.storage?.persist) return false;
  return (await navigator.storage.persisted()) || navigator.storage.persist();
}

/**
 * One tab writes. Ends at once when this is the one; otherwise calls `onOther` and ends when the other has gone.
 */
export function becomeTheOnlyTab(onOther) {
  return new Promise((resolve) => {
    const hold = () => new Promise(() => resolve());
    navigator.locks.request("ccus-gate", { ifAvailable: true }, (lock) => {
      if (lock) return hold();
      onOther();
      navigator.locks.request("ccus-gate", hold);
      return null;
    });
  });
}
