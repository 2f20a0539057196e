// Passage and receipt show each other: by pointing, by clicking, by j and k, by the address.

const page = document.querySelector(".reading");
const notice = document.querySelector("[data-notice]");

function partsOf(number) {
  return page.querySelectorAll(`[data-s="${number}"], [data-c~="${number}"]`);
}

function light(number, name) {
  for (const part of page.querySelectorAll(`.${name}`)) part.classList.remove(name);
  if (number) for (const part of partsOf(number)) part.classList.add(name);
}

function lightUp(number) {
  light(number ?? held, "lit");
}

let held;

// Takes a statement in hand: its passage and its receipt are lit and in sight.
function hold(number, { seen } = {}) {
  held = number;
  lightUp(number);
  light(number, "current");
  const receipt = page.querySelector(`.receipt[data-s="${number}"]`);
  const passage = page.querySelector(`a.tag[data-s="${number}"]`);
  for (const part of [receipt, passage]) if (part !== seen) part.scrollIntoView({ block: "nearest" });
}

for (const [event, isOver] of [["mouseover", true], ["mouseout", false]]) {
  page.addEventListener(event, (moved) => {
    const part = moved.target.closest("[data-s]");
    if (part) lightUp(isOver ? part.dataset.s : undefined);
  });
}

page.addEventListener("focusin", (event) => {
  const part = event.target.closest("[data-s]");
  if (part && part.dataset.s !== held) hold(part.dataset.s, { seen: event.target });
});

// From a passage to its receipt and back; the address goes along, so that it can be passed on.
function cross(link) {
  history.replaceState(null, "", link.hash.replace("#m-", "#s-"));
  const { s } = link.closest("[data-s]").dataset;
  page.querySelector(link.matches(".tag") ? `.receipt[data-s="${s}"]` : `a.tag[data-s="${s}"]`).focus();
}

page.addEventListener("click", (event) => {
  const link = event.target.closest("a.tag, a.number");
  const mark = event.target.closest(".page .mark");
  if (link) {
    event.preventDefault();
    hold(link.closest("[data-s]").dataset.s);
    cross(link);
  } else if (mark && getSelection().isCollapsed) {
    page.querySelector(`a.tag[data-s="${mark.dataset.s}"]`).focus({ preventScroll: true });
  }
});

function follow() {
  const receipt = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!receipt?.matches(".receipt")) return;
  receipt.focus({ preventScroll: true });
  hold(receipt.dataset.s);
}

function tell(words) {
  notice.textContent = words;
  setTimeout(() => { notice.textContent = ""; }, 4000);
}

const styles = document.getElementById("styles");
const choice = styles.querySelector("form").elements.style;
choice.value = localStorage.getItem("citation") ?? "text";

// The words with their citation, in the style chosen last.
async function copy() {
  if (!held) return tell(notice.dataset.none);
  const link = page.querySelector(`.receipt[data-s="${held}"] [data-cite="${choice.value}"]`);
  const text = await fetch(link.href).then((answer) => (answer.ok ? answer.text() : undefined), () => undefined);
  const copied = text && await navigator.clipboard?.writeText(text).then(() => true, () => false);
  tell(copied ? notice.dataset.copied : notice.dataset.refused);
}

function chooseStyle() {
  if (!held) return tell(notice.dataset.none);
  styles.showModal();
  styles.querySelector(":checked").focus();
}

styles.addEventListener("close", () => {
  if (styles.returnValue !== "copy") return;
  styles.returnValue = "";
  localStorage.setItem("citation", choice.value);
  copy();
});

for (const button of page.querySelectorAll("[data-copy]")) {
  button.hidden = false;
  button.addEventListener("click", () => {
    hold(button.closest(".receipt").dataset.s, { seen: button });
    chooseStyle();
  });
}

document.addEventListener("keydown", (event) => {
  const isPlain = !(event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select"));
  if (!isPlain || styles.open) return;
  if (event.key === "c") copy();
  if (event.key === "C") chooseStyle();
});

page.classList.add("live");
addEventListener("hashchange", follow);
follow();
