// Shows a question when its time has come, and what an answer asks for at once. It only adds: without this file every question shows.
function holdsAnswer(question) {
  return [...question.querySelectorAll("input, textarea, select")].some(field =>
    field.type === "radio" || field.type === "checkbox" ? field.checked && !field.value.startsWith("~") : field.tagName !== "SELECT" && field.value.trim());
}

function holds(rule) {
  if (rule.item) return [...document.getElementsByName(`a.${rule.item}`)].some(field => field.checked && rule.is.includes(field.value));
  if (rule.not) return !holds(rule.not);
  return "of" in rule && rule.of.filter(holds).length >= rule.atLeast;
}

function reveal() {
  for (const part of document.querySelectorAll("[data-rule]")) {
    // Safety: what was written stays in sight, whatever was changed above it.
    part.hidden = !holds(JSON.parse(part.dataset.rule)) && !holdsAnswer(part);
  }
}

document.addEventListener("change", reveal);
reveal();
