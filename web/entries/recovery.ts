// Recovery words and links in the browser: copied, printed, and a link's token taken out of the address before anybody sees it.
import { quickExit } from "../lib/quick-exit.ts";

const exit = document.querySelector<HTMLFormElement>("#exit");
if (exit !== null) quickExit(exit);

const tools = document.querySelector<HTMLElement>("#recovery-tools");
if (tools !== null) {
  tools.hidden = false;
  for (const button of tools.querySelectorAll<HTMLButtonElement>("[data-copy]")) {
    button.addEventListener("click", () => void copy(button.dataset.copy ?? "", tools.dataset.copied ?? ""));
  }
  tools.querySelector("[data-print]")?.addEventListener("click", () => print());
}

const token = location.hash.slice(1);
const form = document.querySelector<HTMLFormElement>("#recover");
if (form !== null && token !== "") {
  // Neither in the history nor in the address bar.
  history.replaceState(null, "", location.pathname);
  const words = form.querySelector<HTMLTextAreaElement>("#words");
  const lead = document.querySelector<HTMLElement>("#enter-lead");
  const box = document.querySelector<HTMLElement>("#enter-words");
  if (words !== null) words.value = `#${token}`;
  if (lead !== null) lead.textContent = lead.dataset.link ?? "";
  if (box !== null) box.hidden = true;
}

async function copy(id: string, said: string): Promise<void> {
  const part = document.getElementById(id);
  if (part === null) return;
  const words = [...part.querySelectorAll("li")].map((item) => item.textContent ?? "");
  const done = await navigator.clipboard
    .writeText(words.length > 0 ? words.join(" ") : (part.textContent ?? "").trim())
    .then(
      () => true,
      // Not allowed here: the words stand on the page, to be marked and copied by hand.
      () => false,
    );
  const status = document.getElementById("copied");
  if (done && status !== null) status.textContent = said;
}
