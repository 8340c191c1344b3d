// A button with [data-print] prints the page. Without script it does not appear; the browser's own menu prints too.
for (const button of document.querySelectorAll("[data-print]")) {
  button.addEventListener("click", () => window.print());
}
