// Saves a form with [data-autosave] a moment after every change, as it was typed, right or wrong. The server answers
// with the time, the new version, and how days and names were understood. What stands on the page is never touched,
// and a pressed button leads away only when the server can be reached by somebody who is signed in.
const QUIET_MS = 800;
const OFFLINE = "まだ保存していません。通信ができるようになると、保存します。";
const SIGNED_OUT = "ログインの時間が切れたので、まだ保存していません。この画面を開いたまま、別の画面でログインすると、続きから保存できます。";
const FAILED = "保存できませんでした。もう一度お試しください。";

function keep(form) {
  const says = form.querySelector("[data-saved]");
  let waiting, sending = Promise.resolve(), stopped = false;

  function say(words, isSaved) {
    says.textContent = words;
    says.classList.toggle("saved--not", !isSaved);
  }

  function post() {
    const body = new FormData(form);
    for (const file of form.querySelectorAll("input[type=file]")) body.delete(file.name);
    body.set("act", "keep");
    return fetch(form.action, { method: "POST", body, redirect: "manual" });
  }

  // Whoever signed in again in another tab has a new token; the page it belongs to knows it.
  async function renewed() {
    const page = await fetch(form.action, { redirect: "manual" });
    if (!page.ok) return false;
    const fresh = new DOMParser().parseFromString(await page.text(), "text/html");
    const token = fresh.querySelector("form[data-autosave] [name=csrfmiddlewaretoken]");
    if (token) form.elements.csrfmiddlewaretoken.value = token.value;
    return Boolean(token);
  }

  // Whether a button may lead away: true also where the server has something to say that needs a page.
  async function send() {
    try {
      let answer = await post();
      if (answer.status === 403 && (await renewed())) answer = await post();
      if (answer.type === "opaqueredirect" || [401, 403].includes(answer.status)) return say(SIGNED_OUT, false), false;
      if (!answer.headers.get("Content-Type")?.startsWith("application/json")) return say(FAILED, false), true;
      const kept = await answer.json();
      stopped = Boolean(kept.stopped);
      say(kept.words, answer.ok);
      if (!answer.ok) return true;
      form.elements.version.value = kept.version;
      for (const echo of form.querySelectorAll("[data-echo]")) echo.textContent = kept.echoes[echo.id] ?? "";
      return true;
    } catch {
      say(OFFLINE, false);
      waiting = setTimeout(queue, 10 * QUIET_MS);
      return false;
    }
  }

  // One after the other: each needs the version that the one before was given.
  function queue() {
    clearTimeout(waiting);
    sending = sending.then(() => stopped || send());
    return sending;
  }

  form.addEventListener("input", (event) => {
    if (event.target.type === "file") return;
    clearTimeout(waiting);
    waiting = setTimeout(queue, QUIET_MS);
  });

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (form.dataset.going) return;
    form.dataset.going = "1";
    const pressed = event.submitter;
    if (!(await queue())) return void delete form.dataset.going;
    if (pressed?.name) form.append(hidden(pressed.name, pressed.value));
    form.submit();
  });
  window.addEventListener("pageshow", () => delete form.dataset.going);
}

function hidden(name, value) {
  return Object.assign(document.createElement("input"), { type: "hidden", name, value });
}

for (const form of document.querySelectorAll("form[data-autosave]")) keep(form);
