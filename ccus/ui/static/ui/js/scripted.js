// Says that scripts run (`.only-script` appears), shows a typed password on request, and brings a list of errors into focus.
document.documentElement.classList.add("scripted");

for (const box of document.querySelectorAll("[data-shows]")) {
  box.addEventListener("change", () => {
    for (const id of box.dataset.shows.split(" ")) {
      document.getElementById(id).type = box.checked ? "text" : "password";
    }
  });
}

document.querySelector("[data-focus]")?.focus();
