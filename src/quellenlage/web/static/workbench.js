// What every page can do: theme, keyboard, help. Without this script every view still works by links and forms.

const root = document.documentElement;

// Theme: the system's until the reader chooses.
const chosen = localStorage.getItem("theme");
if (chosen) root.dataset.theme = chosen;

function switchTheme() {
  const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.theme = dark ? "light" : "dark";
  localStorage.setItem("theme", root.dataset.theme);
}

for (const button of document.querySelectorAll("[data-theme-switch]")) {
  button.hidden = false;
  button.addEventListener("click", switchTheme);
}

// A name that somebody signed with once stands in every such field from then on.
for (const field of document.querySelectorAll("input[name=by]")) {
  field.value ||= localStorage.getItem("name") ?? "";
  field.addEventListener("change", () => localStorage.setItem("name", field.value));
}

// An address that names a folded part opens it.
function unfold() {
  const part = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (part?.matches("details")) part.open = true;
}
addEventListener("hashchange", unfold);
unfold();

const help = document.getElementById("keys");
for (const button of document.querySelectorAll("[data-keys-open]")) {
  button.hidden = false;
  button.addEventListener("click", () => help.showModal());
}

// Entries: whatever carries data-entry. The one in hand has the focus, so that Tab goes on from there. What belongs to an
// entry elsewhere on the page names it by data-entry-of.
function entryOf(element) {
  const part = element?.closest("[data-entry], [data-entry-of]");
  return part?.hasAttribute("data-entry") ? part : document.getElementById(part?.dataset.entryOf ?? "");
}

function move(step) {
  const entries = [...document.querySelectorAll("[data-entry]")].filter((each) => each.checkVisibility());
  if (!entries.length) return;
  const at = entries.indexOf(entryOf(document.activeElement));
  const next = entries[at < 0 ? (step > 0 ? 0 : entries.length - 1) : Math.min(Math.max(at + step, 0), entries.length - 1)];
  if (!next.hasAttribute("tabindex")) next.tabIndex = -1;
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: "nearest" });
  next.dispatchEvent(new CustomEvent("entry", { bubbles: true }));
}

function open() {
  const entry = document.activeElement?.closest("[data-entry]");
  if (entry && entry === document.activeElement) entry.querySelector("a[href]")?.click();
}

const places = { a: "/articles", c: "/claims", s: "/sources", f: "/figures", r: "/review", j: "/jobs" };
let going = false;

function isTyping(target) {
  return target.closest("input, textarea, select, [contenteditable]") !== null;
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
  if (isTyping(event.target)) {
    if (event.key === "Escape") event.target.blur();
    return;
  }
  if (going) {
    going = false;
    if (places[event.key]) location.assign(places[event.key]);
    return;
  }
  const actions = {
    "?": () => help.showModal(),
    "/": () => document.getElementById("q").focus(),
    j: () => move(1),
    k: () => move(-1),
    Enter: open,
    t: switchTheme,
    g: () => { going = true; },
  };
  if (!(event.key in actions)) return;
  if (event.key !== "Enter") event.preventDefault();
  actions[event.key]();
});
