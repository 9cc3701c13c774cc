// Escape, or a press outside, closes an open drawer and gives the focus back to its button.
const drawers = document.querySelectorAll("details[data-drawer]");

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const drawer of drawers) {
    if (!drawer.open) continue;
    drawer.open = false;
    drawer.querySelector("summary").focus();
  }
});

document.addEventListener("click", (event) => {
  for (const drawer of drawers) {
    if (drawer.open && !drawer.contains(event.target)) drawer.open = false;
  }
});
