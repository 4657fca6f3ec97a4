// What the page does beyond links and <details>: highlights that cross other marks, copying, keys, printing.
(() => {
  "use strict";
  const root = document.documentElement;
  root.classList.add("js");
  const told = document.getElementById("told");
  const LINE = "li, tr, .said, .pair > div";

  // Without script the browser highlights the first piece of a passage (:target); one cut by another mark has more of them.
  const clear = () => {
    back.hidden = true;
    for (const piece of document.querySelectorAll(".hit")) piece.classList.remove("hit");
  };
  const show = () => {
    clear();
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
    back.hidden = !followed;
  };
  // Where the texts stand below the account, a way back to the line that was followed.
  let followed = false;
  const back = document.createElement("button");
  back.type = "button";
  back.id = "back";
  back.hidden = true;
  back.textContent = told.dataset.back;
  back.addEventListener("click", () => {
    followed = false;
    history.back();
  });
  document.body.append(back);
  addEventListener("hashchange", show);
  show();

  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy";
  button.title = told.dataset.copy;
  button.setAttribute("aria-label", told.dataset.copy);
  for (const link of document.querySelectorAll("a.cite")) link.after(button.cloneNode());
  // The passage and the report's own page, for a citation that carries them along.
  const whole = (link) => {
    const id = link.getAttribute("href").slice(1);
    const beside = link.nextElementSibling?.nextElementSibling;
    const excerpt = beside?.matches(".excerpt") && beside.querySelector("mark");
    const pieces = [...document.querySelectorAll(`span#${CSS.escape(id)}, [data-of="${CSS.escape(id)}"]`)];
    const passage = excerpt ? excerpt.textContent : pieces.map((piece) => piece.textContent).join("");
    const page = document.getElementById(id)?.closest("article")?.querySelector("a[rel~=external]");
    return [passage && `“${passage}”`, `(${link.textContent})`, page?.getAttribute("href")].filter(Boolean).join(" ");
  };
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
    if (event.target.matches("button.copy")) {
      const cited = event.target.previousElementSibling;
      copy(event.shiftKey ? whole(cited) : cited.textContent);
      return;
    }
    // The same line clicked again leads to its passage again.
    const link = event.target.closest("a[href^='#p-']");
    if (!link) {
      // The words of a line lead where its first citation does, unless they are being selected.
      const words = event.target.closest("main .words");
      if (words && getSelection().isCollapsed) words.closest(LINE)?.querySelector("a.to")?.click();
      return;
    }
    followed = true;
    if (link.getAttribute("href") === location.hash) show();
  });

  // A line may have several citations: j and k go to its first. Following a link takes the focus away from it; the line that was left
  // is where they go on.
  const lineOf = (link) => link.closest(LINE) ?? link;
  let line = null;
  document.addEventListener("focusin", (event) => {
    if (event.target.matches("main a.to")) line = event.target;
  });
  const step = (by) => {
    const seen = new Set();
    const lines = [...document.querySelectorAll("main a.to")].filter(
      (a) => a.getClientRects().length && !seen.has(lineOf(a)) && seen.add(lineOf(a)),
    );
    if (!lines.length) return;
    const at = line ? lines.findIndex((a) => lineOf(a) === lineOf(line)) : -1;
    const next = lines[at < 0 ? (by > 0 ? 0 : lines.length - 1) : (at + by + lines.length) % lines.length];
    next.focus();
    next.scrollIntoView({ block: "nearest" });
  };
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.matches?.("input:not([type=checkbox]), textarea, select")) return;
    if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
    else if (event.key === "Escape") clear();
    else if (/^[1-9]$/.test(event.key)) document.querySelectorAll(".layers input")[event.key - 1]?.click();
  });

  // On paper nothing can be unfolded: citations and statements are; the long lists stay as the reader left them.
  let folded = [];
  addEventListener("beforeprint", () => {
    folded = [...document.querySelectorAll("details:not([open], section > .fold, .facts)")];
    for (const d of folded) d.open = true;
  });
  addEventListener("afterprint", () => {
    for (const d of folded) d.open = false;
  });
})();
