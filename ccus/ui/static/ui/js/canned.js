// Comfort for the office's forms below a field: one form open at a time, the focus in it, and the sentence that belongs
// to a code written into the text, as long as nobody has written another one.
document.addEventListener("click", (event) => {
  if (!event.target.closest("[data-opens]")) return;
  for (const slot of document.querySelectorAll(".entries__forms")) slot.replaceChildren();
});

document.addEventListener("htmx:after:swap", () => {
  document.querySelector(".entries__forms select")?.focus();
});

document.addEventListener("change", (event) => {
  const codes = event.target.closest("select[data-canned]");
  if (!codes) return;
  const text = codes.form.elements[codes.dataset.canned];
  const canned = [...codes.options].map((option) => option.dataset.sentence ?? "");
  if (canned.includes(text.value.trim())) text.value = codes.selectedOptions[0].dataset.sentence ?? "";
});
