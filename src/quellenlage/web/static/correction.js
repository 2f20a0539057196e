// Words selected in the text, by mouse or by keyboard, become lines of a field.

const passages = [...document.querySelectorAll(".context [data-block]")];
const take = document.querySelector("[data-take]");
const told = take.querySelector("[data-told]");
let chosen;

// A caret to select with by Shift and the arrows; nothing can be typed.
for (const passage of passages) {
  passage.contentEditable = "true";
  passage.spellcheck = false;
  passage.setAttribute("role", "textbox");
  passage.setAttribute("aria-readonly", "true");
  passage.setAttribute("aria-multiline", "true");
  passage.setAttribute("aria-label", passage.dataset.label);
  for (const event of ["beforeinput", "dragstart", "drop"]) passage.addEventListener(event, (given) => given.preventDefault());
}
take.hidden = false;

document.addEventListener("selectionchange", choose);

// What is selected now; what was chosen before stays so where nothing is, as a button that is pressed takes the selection away.
function choose() {
  const selection = getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return;
  const range = selection.getRangeAt(0);
  const passage = passages.find((each) => each.contains(range.startContainer) && each.contains(range.endContainer));
  if (!passage) return;
  const before = document.createRange();
  before.setStart(passage, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const words = range.toString();
  chosen = { passage, start: before.toString().length + words.length - words.trimStart().length, words: words.trim() };
}

// All places of these words, as the program that reads the line counts them.
function placesOf(words) {
  return passages.flatMap((passage) => {
    const found = [];
    for (let at = passage.textContent.indexOf(words); at >= 0; at = passage.textContent.indexOf(words, at + 1)) found.push({ passage, start: at });
    return found;
  });
}

function takeAs(role) {
  choose(); // the event may still be on its way
  if (!chosen?.words) {
    told.textContent = told.dataset.none;
    return;
  }
  const places = placesOf(chosen.words);
  const number = places.findIndex((each) => each.passage === chosen.passage && each.start === chosen.start) + 1;
  const line = places.length > 1 ? `${chosen.words} [${number}]` : chosen.words;
  told.textContent = `${told.dataset.taken} ${line}`;
  const row = [...document.getElementsByName(`${role}_words`)].at(-1);
  if (row) {
    row.value = line;
    addRow(row.closest("[data-row]"));
    return;
  }
  const field = document.getElementById(`f-${role}`);
  const lines = field.value.split("\n").filter((each) => each.trim() && each !== line && !overlaps(each));
  field.value = [...lines, line].join("\n");
  field.rows = Math.max(2, lines.length + 1);
}

// Behind the last row of figures or times there is always an empty one.
function addRow(last) {
  const fresh = last.cloneNode(true);
  for (const field of fresh.querySelectorAll("input")) field.value = "";
  for (const field of fresh.querySelectorAll("select")) field.selectedIndex = 0;
  last.after(fresh);
}

document.addEventListener("change", (event) => {
  const row = event.target.closest("[data-row]");
  const isWords = event.target.name?.endsWith("_words") && event.target.value.trim();
  if (row && isWords && !row.nextElementSibling.matches("[data-row]")) addRow(row);
});

// Whether a line's words share letters with those chosen: these then replace it.
function overlaps(line) {
  const numbered = line.match(/^(.+) \[(\d+)\]$/);
  const exact = placesOf(line);
  const words = exact.length || !numbered ? line : numbered[1];
  const place = exact.length || !numbered ? exact[0] : placesOf(words)[numbered[2] - 1];
  return place?.passage === chosen.passage && place.start < chosen.start + chosen.words.length && chosen.start < place.start + words.length;
}

for (const button of take.querySelectorAll("[data-role]")) {
  button.addEventListener("click", () => takeAs(button.dataset.role));
}

document.addEventListener("keydown", (event) => {
  const role = { 1: "content", 2: "cue", 3: "source", 4: "figure", 5: "time" }[event.key];
  if (!role || event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select")) return;
  event.preventDefault();
  takeAs(role);
});
