// A chart that answers: Vega draws it again where the server's drawing stands, and row and point show each other.
// Vega runs its interpreter (`ast`), so that nothing is evaluated; tooltips are the table's rows.

const figure = document.querySelector("[data-chart]");
const rows = new Map([...document.querySelectorAll("[data-number]")].map((row) => [Number(row.dataset.number), row]));
const german = document.documentElement.lang === "de";
const numbers = { decimal: german ? "," : ".", thousands: german ? "." : ",", grouping: [3], currency: ["", ""] };
const views = [];

function show(number) {
  for (const [each, row] of rows) row.classList.toggle("hot", each === number);
  for (const view of views) view.signal("hot", number).run();
}

async function redraw(place) {
  const address = new URL(figure.dataset.chart, location.href);
  address.searchParams.set("layout", place.dataset.layout);
  address.searchParams.set("themed", "true");
  address.searchParams.set("moving", "true");
  const answer = await fetch(address);
  if (!answer.ok) return;
  const stage = document.createElement("div");
  const { view } = await window.vegaEmbed(stage, await answer.json(), {
    ast: true, actions: false, defaultStyle: false, tooltip: false, renderer: "svg", logLevel: 1, formatLocale: numbers,
  });
  place.replaceChildren(stage);
  views.push(view);
  view.addEventListener("mouseover", (event, item) => show(item?.datum?.number ?? 0));
}

async function start() {
  await new Promise((loaded, failed) => {
    const script = document.createElement("script");
    script.type = "module";
    script.src = figure.dataset.vega;
    script.onload = loaded;
    script.onerror = failed;
    document.head.append(script);
  });
  await Promise.all([...figure.querySelectorAll("[data-layout]")].map(redraw));
  figure.dataset.moving = "";
  figure.querySelector("[data-moving]").hidden = false;
}

for (const [number, row] of rows) {
  row.addEventListener("mouseenter", () => show(number));
  row.addEventListener("focusin", () => show(number));
}
start();
