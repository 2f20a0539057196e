// Keeps the list of jobs up to date: asks for its data, and where they have changed takes the list anew from the page.

const QUICK = 1000, SLOW = 5000; // milliseconds: while something is being read or linked, and else
const twin = new URL(location.href);
twin.pathname += ".json";
let known;

async function look() {
  const told = await fetch(twin).then((answer) => answer.text());
  if (told !== known) await renew(); // the first time, too: the page may be older than its data
  known = told;
  const { waiting, reading, linking } = JSON.parse(told);
  return waiting || reading || linking.waiting;
}

async function renew() {
  const text = await fetch(location.href).then((answer) => answer.text());
  const fresh = new DOMParser().parseFromString(text, "text/html").querySelector("[data-live]");
  const held = document.activeElement?.id;
  document.querySelector("[data-live]").replaceWith(fresh);
  if (held) document.getElementById(held)?.focus({ preventScroll: true });
}

async function watch() {
  const isBusy = document.hidden ? false : await look().catch(() => false); // the server may be gone for a while
  setTimeout(watch, isBusy ? QUICK : SLOW);
}

watch();
