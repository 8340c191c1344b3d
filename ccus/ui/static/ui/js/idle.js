// The hour of an officer, or of somebody in a company (SIGN-11): warns before it ends, renews it while somebody types or on request, and says when it is
// over. What stands on the page is never touched, but for the forms' token after somebody has signed in again.
const WARN_MS = 5 * 60_000;
const TYPING_MS = 60_000;
const LOOK_MS = 5_000;
const OFFLINE = "通信ができません。通信を確かめて、もう一度「続ける」を押してください。";

const root = document.querySelector("[data-idle]");
const soon = root.querySelector("[data-idle-soon]");
const over = root.querySelector("[data-idle-over]");
const tabs = new BroadcastChannel(root.dataset.asks);
const idle = Number(root.dataset.idle) * 1000;
let renewed = Date.now(), typed = false, asking = false, left = null;

function show(bar) {
  if (!bar.hidden) return;
  left ??= document.activeElement;
  soon.hidden = bar !== soon;
  over.hidden = bar !== over;
  bar.querySelector("button, a").focus({ preventScroll: true });
}

function hide() {
  if (soon.hidden && over.hidden) return;
  const held = root.contains(document.activeElement);
  soon.hidden = over.hidden = true;
  if (held) left?.focus({ preventScroll: true });
  left = null;
}

function renew() {
  renewed = Date.now();
  hide();
}

async function ask() {
  if (asking) return;
  asking = true;
  const says = soon.querySelector("[data-idle-offline]");
  try {
    const answer = await fetch(root.dataset.asks, { redirect: "manual" });
    if (answer.ok) {
      const { token } = await answer.json();
      for (const field of document.querySelectorAll("[name=csrfmiddlewaretoken]")) field.value = token;
      says.textContent = "";
      renew();
      tabs.postMessage("renewed");
    } else if (answer.type === "opaqueredirect" || answer.status === 403) {
      show(over);
    }
  } catch {
    says.textContent = OFFLINE;
  } finally {
    asking = false;
  }
}

function look() {
  const waited = Date.now() - renewed;
  if (!over.hidden) return;
  if (waited >= idle) return show(over);
  if (typed && waited >= TYPING_MS) {
    typed = false;
    ask();
  } else if (waited >= idle - WARN_MS) {
    const end = new Date(renewed + idle);
    soon.querySelector("[data-idle-end]").textContent =
      `${end.getHours()}:${String(end.getMinutes()).padStart(2, "0")}`;
    show(soon);
  }
}

// Whoever comes back to a page whose hour is over may have signed in beside it.
function back() {
  look();
  if (!over.hidden && !document.hidden) ask();
}

document.addEventListener("input", () => {
  typed = true;
  look();
});
root.querySelector("[data-idle-stay]").addEventListener("click", ask);
document.addEventListener("htmx:after:swap", renew);
document.addEventListener("visibilitychange", back);
window.addEventListener("focus", back);
tabs.addEventListener("message", () => (over.hidden ? renew() : ask()));
tabs.postMessage("renewed");
setInterval(look, LOOK_MS);
