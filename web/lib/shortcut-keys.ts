// Keys of the console: j and k walk the rows, g and a letter go to a section, ? shows them all; each reader may switch them off.
import { part } from "./page-data.ts";

const STORE = "ops-keys";
/** The second key of a pair comes within this time. */
const PAIR_MS = 1_200;

/** `sections` maps the letter after g to an address. */
export function shortcutKeys(sections: Record<string, string>): void {
  const dialog = part<HTMLDialogElement>("keys");
  const opener = part<HTMLButtonElement>("keys-open");
  const toggle = part<HTMLInputElement>("keys-on");
  let on = localStorage.getItem(STORE) !== "off";
  let pairUntil = 0;
  toggle.checked = on;
  toggle.addEventListener("change", () => {
    on = toggle.checked;
    localStorage.setItem(STORE, on ? "on" : "off");
  });
  opener.hidden = false;
  opener.addEventListener("click", () => dialog.showModal());

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && isWriting(event.target)) return (event.target as HTMLElement).blur();
    if (!on || dialog.open || event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return;
    const pair = Date.now() < pairUntil;
    pairUntil = 0;
    const address = pair ? sections[event.key] : undefined;
    if (address !== undefined) location.assign(address);
    else if (event.key === "g") pairUntil = Date.now() + PAIR_MS;
    else if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
    else if (event.key === "?") dialog.showModal();
    else if (event.key === "r") document.getElementById("reply")?.focus();
    else return;
    event.preventDefault();
  });
}

function isWriting(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.matches("textarea, select, input:not([type=checkbox], [type=radio], [type=submit])");
}

/** Focus moves from row to row: Enter opens the link, and a screen reader says it. */
function step(by: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>("[data-row]")];
  const current = rows.findIndex((row) => row.contains(document.activeElement));
  const next = rows[current === -1 ? (by === 1 ? 0 : rows.length - 1) : current + by];
  if (next === undefined) return;
  const target = next.querySelector<HTMLElement>("a, summary, button") ?? next;
  target.focus();
  next.scrollIntoView({ block: "nearest" });
}
