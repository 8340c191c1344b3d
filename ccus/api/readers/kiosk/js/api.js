/** One question to the server. Never throws: status 0 means that nothing of use came back. */
const PATIENCE_MS = 10_000;

/**
 * @returns {Promise<{status: number, data: any, etag: ?string, date: ?string, retryAfter: number, middle: number}>}
 *   `middle` is the middle of the round trip by the device's clock, in ms.
 */
export async function ask(path, { token, body, etag } = {}) {
  const headers = { Accept: "application/json", Authorization: `Bearer ${token}` };
  if (body !== undefined) headers["Content-Type"] = "application/json";
  if (etag) headers["If-None-Match"] = etag;
  const left = Date.now(), steady = performance.now();
  try {
    const response = await fetch(path, {
      method: body === undefined ? "GET" : "POST", headers, body: body && JSON.stringify(body),
      cache: "no-store", credentials: "omit", redirect: "error", signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const middle = left + (performance.now() - steady) / 2;
    return { status: response.status, data: await jsonOf(response), middle, ...marksOf(response.headers) };
  } catch {
    return { status: 0, data: null, etag: null, date: null, retryAfter: 0, middle: left };
  }
}

// A page that a network puts in front of us (200, but HTML) is not an answer of the registry.
async function jsonOf(response) {
  const text = await response.text();
  if (response.ok) return JSON.parse(text);
  try { return JSON.parse(text); } catch { return null; }
}

const marksOf = (headers) => ({
  etag: headers.get("ETag"),
  date: headers.get("Date"),
  retryAfter: Math.max(0, Number(headers.get("Retry-After")) || 0) * 1000,
});
