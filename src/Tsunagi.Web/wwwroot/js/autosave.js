// Saves a form as typed while it is being filled in, and looks for the same person beside it. Without it the buttons
// あとで続ける and 同じ人の記録をさがす do the same.
const pause = 2000;
const form = document.querySelector("form[data-autosave]");

if (form) {
  const state = document.getElementById("autosave-state");
  const side = document.getElementById(form.dataset.knownInto);
  let timer;
  let saving = Promise.resolve();
  let leaving = false;
  let asked = "";

  const fields = () => {
    const data = new FormData(form);
    data.delete("_once");
    return new URLSearchParams([...data].filter(([, value]) => typeof value === "string"));
  };

  const save = async () => {
    if (leaving) return;
    try {
      const answer = await fetch(form.dataset.autosave, { method: "POST", body: fields(), headers: { Accept: "application/json" } });
      if (!answer.ok) throw new Error(answer.status);
      const { savedAt } = await answer.json();
      state.textContent = `自動保存 ${savedAt}（受付未完了）`;
    } catch {
      if (!leaving) state.textContent = "自動保存できませんでした。「あとで続ける」を押してください。";
    }
  };

  const look = async () => {
    const value = (name) => form.elements[`Input.${name}`]?.value.trim() ?? "";
    const now = ["VisitorName", "VisitorKana", "VisitorContact", "PersonName", "PersonKana", "PersonPhone"].map(value).join("\n");
    if (now === asked || now.trim().length < 2) return;
    asked = now;
    const answer = await fetch(form.dataset.known, { method: "POST", body: fields() });
    if (answer.ok && asked === now) side.innerHTML = await answer.text();
  };

  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => { saving = saving.then(save); }, pause);
  });
  form.addEventListener("change", (event) => {
    if (/(Visitor|Person)(Name|Kana|Contact|Phone)$/.test(event.target.name)) look().catch(() => {});
  });
  form.addEventListener("submit", () => {
    leaving = true;
    clearTimeout(timer);
  });
  window.addEventListener("pageshow", () => { leaving = false; });
}
