// いつの世帯か: a slider over the days on which something changed. Without it the links beside it lead from change to change.
for (const place of document.querySelectorAll(".family-slider")) {
  const days = place.dataset.days.split(" ");
  const words = place.dataset.words.split("|");
  const slider = document.createElement("input");
  slider.type = "range";
  slider.min = "0";
  slider.max = String(days.length - 1);
  slider.value = String(Math.max(0, Number(place.dataset.at) - 1));
  slider.setAttribute("aria-label", "変化のあった日");
  const told = document.createElement("output");
  const tell = () => {
    told.textContent = words[slider.valueAsNumber];
    slider.setAttribute("aria-valuetext", words[slider.valueAsNumber]);
  };
  slider.addEventListener("input", tell);
  slider.addEventListener("change", () => { location.assign(`${place.dataset.page}?on=${days[slider.valueAsNumber]}`); });
  tell();
  place.append(slider, told);
}
