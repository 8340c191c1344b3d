// Lets an element with [data-live] ask again every few seconds while somebody looks at the page. The element says
// with hx-trigger="look" what to ask; the server answers 204 when nothing is new. A hidden tab asks nothing.
const EVERY_MS = 4000;

function look() {
  if (document.hidden) return;
  for (const element of document.querySelectorAll("[data-live]")) {
    element.dispatchEvent(new CustomEvent("look"));
  }
}

setInterval(look, EVERY_MS);
document.addEventListener("visibilitychange", look);

document.addEventListener("htmx:after:swap", () => {
  const news = document.querySelector("[data-live] [data-news]");
  const status = document.querySelector("[data-live-status]");
  if (news && status) status.textContent = news.dataset.news;
});
