// A word on a statement without leaving its place: y, n, u; e opens the page to correct it on.

function rowOf(element) {
  return element?.closest(".queue > [data-entry]");
}

async function send(form, button) {
  const body = new URLSearchParams(new FormData(form));
  const answer = await fetch(button?.getAttribute("formaction") ?? form.getAttribute("action"), {
    method: "POST", body, headers: { Accept: "application/json" },
  }).catch(() => undefined);
  return answer?.ok ? answer.json() : undefined;
}

function settle(row, review) {
  const done = row.querySelector(".done");
  const told = done.querySelector("[role=status]");
  const settled = review && review.verdict !== "undo";
  done.hidden = review?.verdict === "undo";
  told.textContent = review ? `${told.dataset[review.verdict] ?? ""} · ${review.by}` : told.dataset.refused;
  done.querySelector("button").hidden = !settled;
  row.classList.toggle("settled", Boolean(settled));
  if (settled && !done.elements.by) {
    const by = Object.assign(document.createElement("input"), { type: "hidden", name: "by", value: review.by });
    done.append(by);
  }
}

for (const form of document.querySelectorAll(".queue form")) {
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const row = rowOf(form);
    settle(row, await send(form, event.submitter));
    row.tabIndex = -1;
    row.focus({ preventScroll: true });
  });
}

// A name given once holds for the other rows.
for (const field of document.querySelectorAll(".queue input[name=by]")) {
  field.addEventListener("change", () => {
    for (const other of document.querySelectorAll(".queue input[name=by]")) other.value ||= field.value;
  });
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select, dialog")) return;
  const row = rowOf(document.activeElement);
  if (!row) return;
  const wanted = { y: "[value=accept]", n: "[value=reject]", e: "[data-edit]", u: ".done:not([hidden]) button" }[event.key];
  const target = wanted && row.querySelector(wanted);
  if (!target || (event.key !== "u" && row.classList.contains("settled"))) return;
  event.preventDefault();
  target.click();
});
