// Keeps what is typed as it is typed, so that nothing is lost when the line, the browser or the day breaks. It only adds: without it the buttons save.
const form = document.querySelector("form[data-autosave]");
const note = document.getElementById("saved");
let waiting;
let sending;
let stopped = false;
let broken = false;
let sure = false;

function say(words) {
  note.textContent = words;
}

function stop(words) {
  stopped = true;
  say(words);
}

async function save(leaving) {
  clearTimeout(waiting);
  waiting = undefined;
  // A browser lets little outlive its page, so only the last words on the way out ask for that.
  const answer = await fetch(form.dataset.autosave, { method: "POST", body: new URLSearchParams(new FormData(form)), keepalive: leaving });
  // Somebody answers again, whatever they say: the button must work now.
  broken = false;
  if (answer.status === 409) return stop("A colleague saved this while you were writing. Save yourself to see both.");
  // Safety: being sent to sign in is an answer too, and not one that says the words were kept.
  if (answer.redirected || answer.status >= 400 && answer.status < 500) return stop("This is not being saved by itself. Save it yourself before you leave.");
  if (!answer.ok) throw answer.status;
  for (const [field, value] of new URLSearchParams(answer.headers.get("X-Revision") ?? "")) form.elements[field].value = value;
  history.replaceState(null, "", form.getAttribute("action"));
  say(`Saved ${new Date().toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" })}.`);
}

function later(wait = 1000) {
  if (stopped) return;
  clearTimeout(waiting);
  waiting = setTimeout(now, wait);
}

function now(leaving = false) {
  if (stopped) return;
  if (sending) return later();
  sending = save(leaving).catch(() => {
    broken = true;
    say("Not saved yet. What you typed is still here, and we keep trying.");
    later(5000);
  }).finally(() => { sending = undefined; });
}

// Whoever types while this file is still on its way is not left out.
function isTyped(field) {
  if (field.options) return field.selectedIndex !== Math.max(0, [...field.options].findIndex(option => option.defaultSelected));
  return field.type === "radio" || field.type === "checkbox" ? field.checked !== field.defaultChecked : "defaultValue" in field && field.type !== "hidden" && field.value !== field.defaultValue;
}
if ([...form.elements].some(isTyped)) later();

form.addEventListener("input", () => later());
form.addEventListener("change", () => later());
addEventListener("visibilitychange", () => { if (document.hidden && waiting) now(true); });
addEventListener("pagehide", () => { if (waiting) now(true); });
// A press of a button waits for a saving under way, so that one person never collides with themselves.
form.addEventListener("submit", async event => {
  clearTimeout(waiting);
  waiting = undefined;
  stopped = true;
  if (sure || !sending && !broken && navigator.onLine) return;
  event.preventDefault();
  event.stopPropagation();
  const by = event.submitter;
  await sending;
  if (broken || !navigator.onLine) {
    // Safety: while the line is down a browser would put its own page in place of what was typed.
    stopped = false;
    now();
    await sending;
    if (broken) return;
    stopped = true;
  }
  sure = true;
  form.requestSubmit(by);
}, true);
