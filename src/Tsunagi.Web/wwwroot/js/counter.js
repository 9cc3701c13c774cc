// Tells how much room is left in a text field. Without it the limit itself is written there.
const pause = 800;

for (const counter of document.querySelectorAll("[data-counter-for]")) {
  const field = document.getElementById(counter.dataset.counterFor);
  if (!field) continue;
  const max = Number(counter.dataset.counterMax);
  const spoken = document.createElement("span");
  spoken.className = "ds-unseen";
  spoken.setAttribute("role", "status");
  counter.after(spoken);
  let timer;
  const tell = () => {
    const used = [...field.value].length;
    counter.textContent = used > max ? `${used} / ${max}文字（${used - max}文字多い）` : `${used} / ${max}文字`;
    counter.classList.toggle("ds-counter--over", used > max);
  };
  field.addEventListener("input", () => {
    tell();
    clearTimeout(timer);
    timer = setTimeout(() => { spoken.textContent = [...field.value].length > max * 0.9 ? counter.textContent : ""; }, pause);
  });
  tell();
}
