// Everything here also works without this file. It makes leaving faster and keeps a visit to one line of history.
const body = document.body;
const exit = document.getElementById("exit");
const said = document.getElementById("exit-said");
const elsewhere = body.dataset.exitTo;
let left = false;

function leave() {
  const sweepUp = exit.getAttribute("href");
  // Safety: blank first, at once and from memory too; a slow line must not leave the page standing.
  left = true;
  document.title = "…";
  document.querySelector("link[rel=icon]")?.remove();
  document.documentElement.classList.add("left");
  body.replaceChildren();
  // Safety: cookies and drafts die behind our back; leaving never waits for it.
  fetch(sweepUp, { keepalive: true, headers: { "X-Step": "leave" } }).catch(() => {});
  location.replace(elsewhere);
}

exit?.addEventListener("click", event => {
  event.preventDefault();
  leave();
});

addEventListener("pageshow", event => {
  // Safety: Back after leaving leads away again instead of showing anything.
  if (left) location.replace(elsewhere);
  // Safety: a desk page brought back from memory is asked for again, and refused once signed out.
  else if (event.persisted && !("quiet" in body.dataset)) location.reload();
});

// Shift alone, three times, each within five seconds of the last.
let presses = 0;
let alone = false;
let forget;

function startAgain() {
  presses = 0;
  clearTimeout(forget);
  if (left || !exit) return;
  delete exit.dataset.pressed;
  said.textContent = "";
}

addEventListener("keydown", event => {
  alone = event.key === "Shift";
  if (!alone && presses) startAgain();
});
addEventListener("pointerdown", () => { alone = false; });
addEventListener("keyup", event => {
  if (event.key !== "Shift" || !alone || left || !exit) return;
  alone = false;
  clearTimeout(forget);
  presses += 1;
  if (presses === 3) return leave();
  exit.dataset.pressed = presses;
  said.textContent = presses === 1 ? exit.dataset.twoMore : exit.dataset.oneMore;
  forget = setTimeout(startAgain, 5000);
});

// Safety: on public pages each step takes the place of the one before, so the whole visit is one entry of the history.
function goTo(address) {
  // Safety: an answer that comes after somebody left leads nowhere.
  if (left) return false;
  const to = new URL(address, location.href);
  const samePage = to.pathname === location.pathname && to.search === location.search;
  location.replace(to);
  return samePage && to.hash !== "";
}

function isOurs(address) {
  return new URL(address, location.href).origin === location.origin;
}

async function follow(event) {
  const link = event.target.closest?.("a[href]");
  const opensElsewhere = event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
  if (!link || event.defaultPrevented || opensElsewhere || link.target || link.hasAttribute("download") || !isOurs(link.href)) return;
  event.preventDefault();
  try {
    // Safety: the browser's own error page would name the address and end the visit; ask first, and say it here.
    if (!link.hash) await fetch(link.href, { method: "HEAD", cache: "no-store" });
  } catch {
    return tell(body.dataset.unreachable, link);
  }
  if (goTo(link.href)) document.getElementById(decodeURIComponent(link.hash.slice(1)))?.focus();
}

async function send(event) {
  const form = event.target;
  const by = event.submitter;
  const address = by?.getAttribute("formaction") ?? form.getAttribute("action") ?? location.href;
  if (event.defaultPrevented || !isOurs(address)) return;
  event.preventDefault();
  if (form.dataset.sending) return;
  form.dataset.sending = "yes";
  const answers = new FormData(form, by);
  if (form.getAttribute("method")?.toLowerCase() !== "post") {
    const to = new URL(address, location.href);
    to.search = new URLSearchParams(answers);
    return location.replace(to);
  }
  try {
    const sent = form.getAttribute("enctype") === "multipart/form-data" ? answers : new URLSearchParams(answers);
    const answer = await fetch(address, { method: "POST", body: sent, headers: { "X-Step": "form" } });
    if (left) return;
    const next = answer.headers.get("X-Next");
    if (next) {
      if (goTo(next)) location.reload();
      return;
    }
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (answer.ok) show(page);
    else tell([page.querySelector("h1"), page.querySelector("main p")].map(part => part?.textContent.trim() ?? "").join(". "), form);
  } catch {
    tell(body.dataset.unreachable, form);
  }
  delete form.dataset.sending;
}

function show(page) {
  const main = document.querySelector("main");
  main.replaceChildren(...page.querySelector("main").childNodes);
  main.tabIndex = -1;
  (main.querySelector("[data-focus]") ?? main).focus();
  scrollTo(0, 0);
}

// Says what went wrong beside what was typed, which stays.
function tell(words, near) {
  if (left) return;
  document.getElementById("trouble")?.remove();
  const note = document.createElement("div");
  note.id = "trouble";
  note.className = "notice trouble";
  note.tabIndex = -1;
  note.setAttribute("role", "alert");
  note.textContent = words;
  near.before(note);
  note.focus();
}

if ("quiet" in body.dataset) {
  addEventListener("click", follow);
  addEventListener("submit", send);
} else {
  addEventListener("submit", event => {
    // A second press of the same button sends nothing twice. A download leaves the page standing, so the guard is short.
    const form = event.target;
    if (form.dataset.sending) event.preventDefault();
    form.dataset.sending = "yes";
    setTimeout(() => delete form.dataset.sending, 3000);
  });
  if (document.querySelector("[data-module^='govuk-']")) {
    body.classList.add("js-enabled", "govuk-frontend-supported");
    import("./govuk.js").then(govuk => govuk.initAll());
  }
}

if (document.querySelector("[data-plan]")) import("./plan.js");
if (document.querySelector("[data-rule]")) import("./questions.js");
document.querySelector("[data-focus]")?.focus();
