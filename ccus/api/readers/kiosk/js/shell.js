/** The service worker that keeps the page itself, and when a newer page may take over. GATE-45, GATE-46. */
import { isWaiting } from "./screens.js";
import { waiting } from "./journal.js";

const LOOK_EVERY_MS = 3_600_000;
const IDLE_MS = 10 * 60_000;
let touched = performance.now();

/** Somebody is using the page. */
export function touch() { touched = performance.now(); }

/** Registers the worker; without one (old browser) the page works, but a reload needs the line. */
export async function keepShell() {
  if (!("serviceWorker" in navigator)) return;
  const first = !navigator.serviceWorker.controller;
  const registration = await navigator.serviceWorker.register("sw.js", { scope: "./", updateViaCache: "none" });
  setInterval(() => registration.update().catch(() => {}), LOOK_EVERY_MS);
  navigator.serviceWorker.addEventListener("controllerchange", () => { if (!first) reloadWhenIdle(); });
}

function reloadWhenIdle() {
  const look = setInterval(async () => {
    const idle = isWaiting() && performance.now() - touched > IDLE_MS;
    if (!idle || (await waiting()) > 0) return;
    clearInterval(look);
    location.reload();
  }, 60_000);
}
