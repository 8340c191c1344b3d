// Comfort for a form of `ui/block.html`: a question that does not apply is put away, a chosen image goes up at once.
for (const question of document.querySelectorAll("[data-only-with]")) {
  const [name, wanted] = question.dataset.onlyWith.split("=");
  const form = question.closest("form");
  const look = () => {
    const controls = [...form.elements].filter((control) => control.name === name);
    question.hidden = !controls.some((control) =>
      /^(radio|checkbox)$/.test(control.type) ? control.checked && control.value === wanted : control.value === wanted,
    );
  };
  form.addEventListener("change", look);
  look();
}

for (const file of document.querySelectorAll("input[data-upload]")) {
  file.addEventListener("change", () => {
    if (file.files.length) file.form.requestSubmit(file.parentElement.querySelector("button[type=submit]"));
  });
}

// A page that answered a press stands in the history by its address: going back must not ask to send the form again.
history.replaceState(null, "", location.href);
