// Keeps what is typed as it is typed, so that nothing is lost when the line, the browser or the day breaks.
for (const form of document.querySelectorAll("form[data-autosave]")) {
  const note = document.getElementById("saved");
  let later;
  const keep = async () => {
    clearTimeout(later);
    later = undefined;
    try {
      const answer = await fetch(form.dataset.autosave, { method: "POST", body: new URLSearchParams(new FormData(form)), keepalive: true });
      if (!answer.ok) throw answer.status;
      history.replaceState(null, "", form.getAttribute("action"));
      note.textContent = "Saved " + new Date().toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" }) + ".";
    } catch {
      note.textContent = "Not saved yet. We keep trying.";
      later = setTimeout(keep, 5000);
    }
  };
  form.addEventListener("input", () => {
    clearTimeout(later);
    later = setTimeout(keep, 700);
  });
  addEventListener("pagehide", () => { if (later && !form.dataset.sending) keep(); });
  form.addEventListener("submit", () => clearTimeout(later));
}
