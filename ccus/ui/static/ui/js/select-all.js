// One box that ticks all boxes of a name in its form, and shows when only some are ticked.
for (const all of document.querySelectorAll("input[data-select-all]")) {
  const boxes = [...all.form.querySelectorAll(`input[name="${all.dataset.selectAll}"]`)];
  const show = () => {
    const ticked = boxes.filter((box) => box.checked).length;
    all.checked = ticked > 0 && ticked === boxes.length;
    all.indeterminate = ticked > 0 && ticked < boxes.length;
  };
  all.addEventListener("change", () => {
    for (const box of boxes) box.checked = all.checked;
  });
  all.form.addEventListener("change", show);
  show();
}
