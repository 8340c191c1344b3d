/*
 * Keeps the shell of the gate page, so that a reload without a line works. GATE-45.
 * VERSION names the content of the files below; a test says what it must be. IndexedDB is never touched here.
 */
const VERSION = "fda7ea70674e";
const CACHE = `gate-${VERSION}`;
const SHELL = [
  "./", "icon.svg", "manifest.webmanifest", "css/gate.css", "css/panels.css", "css/tokens.css",
  "js/api.js", "js/clock.js", "js/controls.js", "js/device.js", "js/footer.js", "js/gate.js", "js/journal.js",
  "js/judge.js", "js/line.js", "js/main.js", "js/menu.js", "js/outcome.js", "js/pairing.js", "js/pauses.js", "js/recent.js",
  "js/screens.js", "js/sender.js", "js/shell.js", "js/site.js", "js/sound.js", "js/store.js", "js/tap.js",
  "js/uuid7.js", "js/verdicts.js", "js/wedge.js", "js/words.js",
];
const PATIENCE_MS = 3000;
const offline = new Set();        // pages that came from the cache: their parts come from it too, of one version

addEventListener("install", (event) => {
  const fresh = SHELL.map((path) => new Request(path, { cache: "reload" }));
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(fresh)).then(() => self.skipWaiting()));
});

addEventListener("activate", (event) => event.waitUntil(takeOver()));

async function takeOver() {
  const old = (await caches.keys()).filter((name) => name.startsWith("gate-") && name !== CACHE);
  await Promise.all(old.map((name) => caches.delete(name)));
  await self.clients.claim();
}

addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(self.registration.scope)) return;
  if (request.mode === "navigate") event.respondWith(page(event));
  else if (offline.has(event.clientId)) event.respondWith(kept(request).then((held) => held ?? fetch(request)));
  else event.respondWith(fetch(request).catch(async (reason) => (await kept(request)) ?? Promise.reject(reason)));
});

const kept = (request) => caches.open(CACHE).then((cache) => cache.match(request, { ignoreSearch: true }));

async function page(event) {
  try {
    const answer = await fetch(event.request, { signal: AbortSignal.timeout(PATIENCE_MS) });
    if (answer.status < 500) return answer;
  } catch { /* no line, or too slow a line: the kept page serves */ }
  const held = await kept("./");
  if (!held) return Response.error();
  offline.add(event.resultingClientId);
  return held;
}
