// Shows a question when its time has come, and saves a draft while it is typed. Both only add: without this file every question shows and "Save and come back" saves.
const marked = document.querySelector("p[data-autosave]");
const form = marked?.closest("form");

function holdsAnswer(question) {
  return [...question.querySelectorAll("input, textarea, select")].some(field =>
    field.type === "radio" || field.type === "checkbox" ? field.checked && !field.value.startsWith("~") : field.tagName !== "SELECT" && field.value.trim());
}

function reveal() {
  for (const question of document.querySelectorAll("[data-when]")) {
    const wanted = question.dataset.any.split(" ");
    const asked = [...document.getElementsByName(question.dataset.when)].some(field => field.checked && wanted.includes(field.value));
    // Safety: what was written stays in sight, whatever was changed above it.
    question.hidden = !asked && !holdsAnswer(question);
  }
}

document.addEventListener("change", reveal);
reveal();

let waiting;
let sending;
let stopped = false;

function say(words) {
  marked.textContent = words;
}

async function save() {
  clearTimeout(waiting);
  waiting = undefined;
  const answer = await fetch(marked.dataset.autosave, { method: "POST", body: new URLSearchParams(new FormData(form)), headers: { "X-Autosave": "yes" } });
  const revision = answer.headers.get("X-Revision");
  if (revision) {
    for (const [field, value] of new URLSearchParams(revision)) form.elements[field].value = value;
    say(`Draft saved at ${new Date().toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" })}.`);
  } else {
    stopped = true;
    say(answer.status === 409 ? "A colleague saved this while you were writing. Save yourself to see both." : "The draft is not being saved by itself. Save it yourself before you leave.");
  }
}

function later() {
  if (stopped) return;
  clearTimeout(waiting);
  waiting = setTimeout(now, 3000);
}

function now() {
  if (stopped) return;
  if (sending) return later();
  sending = save().catch(() => say("The draft could not be saved just now. What you typed is still here.")).finally(() => { sending = undefined; });
}

if (form) {
  form.addEventListener("input", later);
  form.addEventListener("change", later);
  addEventListener("visibilitychange", () => { if (document.hidden && waiting) now(); });
  // A press of a button waits for a saving under way, so that one person never collides with themselves.
  form.addEventListener("submit", event => {
    clearTimeout(waiting);
    stopped = true;
    if (!sending) return;
    event.preventDefault();
    event.stopPropagation();
    const by = event.submitter;
    sending.finally(() => form.requestSubmit(by));
  }, true);
}
