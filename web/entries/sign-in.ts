// The code step of signing in: a complete code goes by itself, and another one can be asked for after a wait.
import { countTry, isSpent, type Refused, secondsSinceSent } from "../lib/code-sent.ts";

/** Mail takes a moment; a second code at once would only make the first one wrong. */
const WAIT_SECONDS = 30;
const DIGITS = 6;

const form = document.querySelector<HTMLFormElement>("#code-form");
const code = document.querySelector<HTMLInputElement>("#code");
const again = document.querySelector<HTMLFormElement>("#again-form");

const refused = refusedOf(form?.dataset.refused);
const waited = secondsSinceSent(refused);
const spent = isSpent(refused);

if (form !== null && code !== null) {
  const told = document.querySelector("#code-error");
  if (spent && refused === "wrong" && told !== null) told.textContent = form.dataset.spent ?? "";
  code.addEventListener("input", () => {
    const digits = code.value.replace(/\D/g, "");
    // Only a change that completes the code: who corrects a digit presses the button.
    if (digits.length === DIGITS && form.dataset.sent !== "true") form.requestSubmit();
  });
  form.addEventListener("submit", () => {
    if (code.value.replace(/\D/g, "").length === DIGITS && form.dataset.sent !== "true") countTry();
  });
}

if (again !== null && !spent) waitFor(again, Math.ceil(WAIT_SECONDS - waited));

function refusedOf(value: string | undefined): Refused {
  return value === "wrong" || value === "spent" ? value : undefined;
}

function waitFor(target: HTMLFormElement, seconds: number): void {
  const button = target.querySelector("button");
  if (button === null) return;
  const words = button.textContent ?? "";
  let left = seconds;
  button.disabled = true;
  const tick = () => {
    button.textContent = left > 0 ? (target.dataset.wait ?? "").replace("{n}", String(left)) : words;
    button.disabled = left > 0;
    if (left-- > 0) setTimeout(tick, 1000);
  };
  tick();
}
