// Shows a question when its time has come. It only adds: without this file every question shows.
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
