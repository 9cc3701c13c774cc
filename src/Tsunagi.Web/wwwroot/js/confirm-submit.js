// A second press on the same form does nothing while the first is on its way. The button is not disabled, because a
// disabled button posts no value. The server refuses doubles by itself; this only spares the wait.
const release = 15000;

function free(form) {
  delete form.dataset.sent;
  for (const button of form.querySelectorAll("[aria-disabled][data-busy]")) {
    button.removeAttribute("aria-disabled");
    delete button.dataset.busy;
  }
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== "post") return;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = "yes";
  if (event.submitter) {
    event.submitter.setAttribute("aria-disabled", "true");
    event.submitter.dataset.busy = "yes";
  }
  setTimeout(() => free(form), release);
});

window.addEventListener("pageshow", () => document.querySelectorAll("form[data-sent]").forEach(free));
