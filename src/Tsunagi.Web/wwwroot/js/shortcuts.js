// Single keys for those who like them: "/" search, "n" new consultation, "?" the list of keys. Each key stands on a
// visible link, field or button (data-shortcut), so nothing is lost without this module. They can be switched off.
const setting = "tsunagi-keys";
const off = () => localStorage.getItem(setting) === "off";

const typing = (target) =>
  target instanceof Element && target.closest("input, textarea, select, [contenteditable], dialog[open]") !== null;

const visible = (element) => element.getClientRects().length > 0;

function act(key) {
  const candidates = [...document.querySelectorAll("[data-shortcut]")].filter((e) => e.dataset.shortcut === key);
  const element = candidates.find(visible) ?? candidates[0];
  if (!element) return false;
  if (element.matches("input, textarea") && visible(element)) {
    element.focus();
    element.select();
  } else if (element.matches("input")) {
    location.assign(element.form.action);
  } else {
    element.click();
  }
  return true;
}

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (off() || typing(event.target)) return;
  if (act(event.key)) event.preventDefault();
});

for (const button of document.querySelectorAll("[data-opens]")) {
  const dialog = document.getElementById(button.dataset.opens);
  if (!dialog?.showModal) continue;
  button.hidden = false;
  button.addEventListener("click", () => dialog.showModal());
}

const choice = document.getElementById("keys-on");
if (choice) {
  choice.checked = !off();
  choice.addEventListener("change", () => localStorage.setItem(setting, choice.checked ? "on" : "off"));
}
