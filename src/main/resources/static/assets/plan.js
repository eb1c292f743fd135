// Prints a plan, and clears the page on which anyone writes one of their own. Safety: it sends nothing and stores nothing.
const plan = document.querySelector("[data-plan]");
const boxes = [...plan.querySelectorAll("textarea")];
const said = document.getElementById("plan-said");
document.getElementById("plan-tools")?.removeAttribute("hidden");

// A box on paper is as long as its text; what was left empty is left out, unless everything is.
function layOut() {
  const written = boxes.some(box => box.value.trim());
  for (const box of boxes) {
    const copy = box.nextElementSibling ?? box.parentElement.appendChild(document.createElement("p"));
    copy.className = "typed print-only";
    copy.textContent = box.value;
    box.parentElement.classList.toggle("left-out", written && !box.value.trim());
  }
  plan.classList.toggle("written", written);
}

function tidyUp() {
  plan.querySelectorAll(".print-only").forEach(copy => copy.remove());
  if (boxes.length) document.documentElement.classList.remove("large-print", "easy-read");
}

addEventListener("beforeprint", layOut);
addEventListener("afterprint", tidyUp);

for (const button of document.querySelectorAll("[data-print]")) {
  button.addEventListener("click", () => {
    if (boxes.length) {
      document.documentElement.classList.toggle("large-print", button.dataset.print === "large");
      document.documentElement.classList.toggle("easy-read", button.dataset.print === "easy");
    }
    print();
  });
}

const clear = document.querySelector("[data-clear]");
clear?.addEventListener("click", () => {
  boxes.forEach(box => { box.value = ""; });
  tidyUp();
  said.textContent = clear.dataset.clear;
});

// Safety: a page brought back from memory comes back empty.
addEventListener("pagehide", () => boxes.forEach(box => { box.value = ""; }));
