// Finds a route on the reference page by its path, words or error codes, and opens the one that an address names.
const box = document.querySelector<HTMLElement>(".docs-search");
const field = document.querySelector<HTMLInputElement>("#find");
const operations = [...document.querySelectorAll<HTMLDetailsElement>("details.op:not([id^='shape-'])")];
/** What is looked through, once. */
const words = new Map(operations.map((one) => [one, (one.textContent ?? "").toLowerCase()]));

if (box !== null && field !== null) {
  box.hidden = false;
  field.addEventListener("input", () => show(box, field.value));
}

function show(told: HTMLElement, typed: string): void {
  const wanted = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const matches = (one: HTMLDetailsElement) => wanted.every((word) => words.get(one)?.includes(word));
  const found = operations.filter(matches);
  for (const one of operations) one.hidden = !matches(one);
  for (const section of document.querySelectorAll<HTMLElement>("section:has(> details.op)")) {
    if (section.querySelector("details.op[id^='shape-']") !== null) continue;
    section.hidden = section.querySelector("details.op:not([hidden])") === null;
  }
  const status = told.querySelector("[role=status]");
  if (status === null) return;
  const { found: name = "", none = "" } = told.dataset;
  if (wanted.length === 0) status.textContent = "";
  else status.textContent = found.length === 0 ? none : `${found.length} ${name}`;
}

function openNamed(): void {
  const named = location.hash === "" ? null : document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!(named instanceof HTMLDetailsElement)) return;
  named.open = true;
  named.scrollIntoView();
}

addEventListener("hashchange", openNamed);
openNamed();
