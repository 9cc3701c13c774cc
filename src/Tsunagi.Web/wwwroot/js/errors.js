// After a form came back with errors, brings the reader to the summary; its links put the cursor into the field.
const summary = document.querySelector("[data-error-summary]");
if (summary) {
  summary.focus();
  summary.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    const field = link && document.getElementById(link.getAttribute("href").slice(1));
    if (!field) return;
    event.preventDefault();
    (field.closest(".ds-field") ?? field).scrollIntoView({ block: "start" });
    field.focus({ preventScroll: true });
  });
}
