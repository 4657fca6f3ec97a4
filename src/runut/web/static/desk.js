// What the desk's pages do beyond links and forms: telling of a newer account, and a report beside the line that leads to it.
(() => {
  "use strict";
  const told = document.getElementById("told");
  const say = (text) => {
    told.textContent = text;
    told.classList.add("shown");
    setTimeout(() => told.classList.remove("shown"), 4000);
  };

  // A page that is left open says so when the account was told anew; it reloads only when the reader wants it.
  const state = document.getElementById("state");
  if (state) {
    const newer = state.querySelector(".newer");
    const ask = async () => {
      if (document.hidden) return;
      try {
        const answer = await fetch(state.dataset.address, { headers: { accept: "application/json" } });
        if (!answer.ok || answer.redirected) return;
        const now = await answer.json();
        if (now.version > Number(state.dataset.version)) {
          newer.firstChild.data = `${state.dataset.newer} `;
          newer.hidden = false;
          clearInterval(asking);
        } else newer.hidden = !now.stale;
      } catch {
        // The server is away; the next time will tell.
      }
    };
    const asking = setInterval(ask, 5000);
    document.addEventListener("visibilitychange", ask);
  }

  // Files can be dropped anywhere on the page that adds them.
  const files = document.getElementById("files");
  if (files) {
    document.getElementById("files-drop").hidden = false;
    for (const kind of ["dragover", "drop"]) {
      document.addEventListener(kind, (event) => {
        if (!event.dataTransfer?.types.includes("Files")) return;
        event.preventDefault();
        files.form.classList.toggle("over", kind === "dragover");
        if (kind === "dragover") return;
        files.files = event.dataTransfer.files;
        files.focus();
      });
    }
    document.addEventListener("dragleave", () => files.form.classList.remove("over"));
  }

  // A job's page follows the job: what changed of it is put in its place, and what has the focus keeps it.
  const follow = async () => {
    if (!document.hidden) {
      try {
        const answer = await fetch(location.href);
        if (!answer.ok || answer.redirected) throw new Error(answer.statusText);
        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        const goesOn = page.querySelector("[data-watch]") !== null;
        for (const part of document.querySelectorAll("[data-live]")) {
          const now = page.getElementById(part.id);
          if (!now || now.innerHTML === part.innerHTML) continue;
          part.replaceChildren(...document.adoptNode(now).childNodes);
        }
        document.title = page.title;
        if (!goesOn) return;
      } catch {
        // The server is away; the next time will tell.
      }
    }
    setTimeout(follow, 1000);
  };
  if (document.querySelector("[data-watch]")) setTimeout(follow, 700);

  const side = document.getElementById("side");
  if (!side) return;
  const wide = matchMedia("(min-width: 1100px)");
  const shut = () => {
    document.body.classList.remove("beside");
    side.hidden = true;
    side.replaceChildren();
    left?.focus();
    left = null;
  };
  let left = null;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "shut";
  button.textContent = told.dataset.close;
  button.addEventListener("click", shut);
  // Who works by keyboard is taken to the report, and by Escape back to the line.
  side.tabIndex = -1;
  const show = async (link, byKey) => {
    let page;
    try {
      const answer = await fetch(link.href);
      if (!answer.ok) throw new Error(answer.statusText);
      page = new DOMParser().parseFromString(await answer.text(), "text/html");
    } catch {
      say(told.dataset.failed);
      return;
    }
    const article = page.querySelector("main article");
    if (!article) {
      location.assign(link.href);
      return;
    }
    left = link;
    const layers = [...side.querySelectorAll(".layers input")].map((box) => [box.id, box.checked]);
    side.replaceChildren(button, document.adoptNode(article));
    for (const [id, on] of layers) side.querySelector(`#${id}`).checked = on;
    const title = article.querySelector("h1");
    const whole = document.createElement("a");
    whole.href = link.href;
    whole.append(...title.childNodes);
    title.append(whole);
    side.hidden = false;
    document.body.classList.add("beside");
    const hit = side.querySelector(".text .at");
    if (hit) hit.scrollIntoView({ block: "center" });
    else side.scrollTop = 0;
    link.scrollIntoView({ block: "nearest" });
    if (byKey) side.focus({ preventScroll: true });
  };
  document.addEventListener("click", (event) => {
    const link = event.target.closest("main a[href^='/articles/']");
    if (!link || !wide.matches || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    show(link, !event.detail);
  });
  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !side.hidden) shut();
  });
})();
