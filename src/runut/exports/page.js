// What the page does beyond links and <details>: highlights that cross other marks, copying, keys, printing.
(() => {
  "use strict";
  const root = document.documentElement;
  root.classList.add("js");
  const told = document.getElementById("told");

  // The browser highlights the first piece of a passage (:target); a passage cut by another mark has more of them.
  const show = () => {
    for (const piece of document.querySelectorAll(".hit")) piece.classList.remove("hit");
    let id = "";
    try {
      id = decodeURIComponent(location.hash.slice(1));
    } catch {
      return;
    }
    const target = id && document.getElementById(id);
    if (!target) return;
    for (let d = target.closest("details"); d; d = d.parentElement.closest("details")) d.open = true;
    if (!id.startsWith("p-")) return;
    target.classList.add("hit");
    for (const piece of document.querySelectorAll(`[data-of="${CSS.escape(id)}"]`)) piece.classList.add("hit");
    target.scrollIntoView({ block: "center" });
  };
  addEventListener("hashchange", show);
  show();

  const copy = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const area = document.createElement("textarea");
      area.value = text;
      document.body.append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
    }
    told.textContent = `${told.dataset.copied}: ${text}`;
    told.classList.add("shown");
    setTimeout(() => told.classList.remove("shown"), 2500);
  };
  document.addEventListener("click", (event) => {
    const button = event.target.closest("button.copy");
    if (button) {
      const { cite, passage, url } = button.dataset;
      copy(event.shiftKey ? [passage && `“${passage}”`, `(${cite})`, url].filter(Boolean).join(" ") : cite);
      return;
    }
    // The same line clicked again leads to its passage again.
    const link = event.target.closest("a[href^='#p-']");
    if (link && link.getAttribute("href") === location.hash) show();
  });

  const step = (by) => {
    const lines = [...document.querySelectorAll("main a.to")].filter((a) => a.getClientRects().length);
    if (!lines.length) return;
    const at = lines.indexOf(document.activeElement);
    const next = lines[at < 0 ? (by > 0 ? 0 : lines.length - 1) : (at + by + lines.length) % lines.length];
    next.focus();
    next.scrollIntoView({ block: "nearest" });
  };
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
    else if (event.key === "Escape" && location.hash) location.hash = "#";
    else if (/^[1-9]$/.test(event.key)) document.querySelectorAll(".layers input")[event.key - 1]?.click();
  });

  // On paper nothing can be unfolded.
  let folded = [];
  addEventListener("beforeprint", () => {
    folded = [...document.querySelectorAll("details:not([open])")];
    for (const d of folded) d.open = true;
  });
  addEventListener("afterprint", () => {
    for (const d of folded) d.open = false;
  });
})();
