// Saves a form with [data-autosave] a moment after every change, as it was typed, right or wrong. The server answers
// with the time, the new version, and how days and names were understood. What stands on the page is never touched.
const QUIET_MS = 800;
const OFFLINE = "まだ保存していません。通信ができるようになると、保存します。";
const SIGNED_OUT = "ログインの時間が切れたので、保存していません。この画面を開いたまま、別の画面でログインしなおしてください。";
const FAILED = "保存できませんでした。「保存して一覧へ」を押してください。";

function keep(form) {
  const says = form.querySelector("[data-saved]");
  let waiting, sending = Promise.resolve(), stopped = false;

  function say(words, isSaved) {
    says.textContent = words;
    says.classList.toggle("saved--not", !isSaved);
  }

  async function send() {
    if (stopped) return;
    const body = new FormData(form);
    for (const file of form.querySelectorAll("input[type=file]")) body.delete(file.name);
    body.set("act", "keep");
    try {
      const answer = await fetch(form.action, { method: "POST", body, redirect: "manual" });
      if (answer.type === "opaqueredirect" || answer.status === 403) return say(SIGNED_OUT, false);
      if (!answer.headers.get("Content-Type")?.startsWith("application/json")) return say(FAILED, false);
      const kept = await answer.json();
      stopped = Boolean(kept.stopped);
      say(kept.words, answer.ok);
      if (!answer.ok) return;
      form.elements.version.value = kept.version;
      for (const echo of form.querySelectorAll("[data-echo]")) echo.textContent = kept.echoes[echo.id] ?? "";
    } catch {
      say(OFFLINE, false);
      waiting = setTimeout(queue, 10 * QUIET_MS);
    }
  }

  // One after the other: each needs the version that the one before was given.
  function queue() {
    clearTimeout(waiting);
    sending = sending.then(send);
  }

  form.addEventListener("input", (event) => {
    if (event.target.type === "file") return;
    clearTimeout(waiting);
    waiting = setTimeout(queue, QUIET_MS);
  });

  // A pressed button saves everything itself, with the version of the last quiet save.
  form.addEventListener("submit", (event) => {
    clearTimeout(waiting);
    if (form.dataset.going) return event.preventDefault();
    event.preventDefault();
    stopped = true;
    sending.then(() => {
      const pressed = event.submitter;
      if (pressed?.name) form.append(hidden(pressed.name, pressed.value));
      form.dataset.going = "1";
      form.submit();
    });
  });
  window.addEventListener("pageshow", () => delete form.dataset.going);
}

function hidden(name, value) {
  return Object.assign(document.createElement("input"), { type: "hidden", name, value });
}

for (const form of document.querySelectorAll("form[data-autosave]")) keep(form);
