// Puts into the menu how much waits (ADR 0050). 今日 brings the numbers itself; elsewhere they are asked for once a minute, and again
// after every form that was sent. Without it they stand on 今日 alone.
const kept = "menu-counts";
const freshFor = 60_000;
const links = document.querySelectorAll(".frame-menu a");
const asked = document.querySelector("[data-counts]")?.dataset.counts;

const keep = counts => sessionStorage.setItem(kept, JSON.stringify({ at: Date.now(), counts }));

const known = () => {
  const { at, counts } = JSON.parse(sessionStorage.getItem(kept) ?? "{}");
  return Date.now() - at < freshFor ? counts : null;
};

const shown = () => Object.fromEntries([...links].map(link => [link, link.nextElementSibling?.firstChild.textContent]).filter(([, text]) => text)
  .map(([link, text]) => [link.getAttribute("href"), { rows: parseInt(text, 10), atLeast: text.endsWith("+") }]));

const ask = async () => {
  const answer = await fetch(asked, { headers: { Accept: "application/json" } });
  if (!answer.ok || answer.redirected) return {};
  const counts = await answer.json();
  keep(counts);
  return counts;
};

// Beside the link and not in it: the name of a page stays its name.
const tell = (link, { rows, atLeast }, id) => {
  const unseen = document.createElement("span");
  unseen.className = "ds-unseen";
  unseen.textContent = `件${atLeast ? "以上" : ""}待っています`;
  const count = document.createElement("span");
  count.className = "ds-count";
  count.id = id;
  count.append(`${rows}${atLeast ? "+" : ""}`, unseen);
  link.setAttribute("aria-describedby", id);
  link.after(count);
};

document.addEventListener("submit", () => sessionStorage.removeItem(kept));
if (asked === "") keep(shown());
if (asked) {
  try {
    const counts = known() ?? await ask();
    for (const [number, link] of links.entries()) {
      const count = counts[link.getAttribute("href")];
      if (count) tell(link, count, `${link.closest("[data-menu]").dataset.menu}-waiting-${number}`);
    }
  } catch {
    // Not to be had now: the menu goes without them, and the next page asks again.
  }
}
