// The code step of signing in: a complete code goes by itself, and another one can be asked for after a wait.

/** Mail takes a moment; a second code at once would only make the first one wrong. */
const WAIT_SECONDS = 30;
const DIGITS = 6;

const form = document.querySelector<HTMLFormElement>("#code-form");
const code = document.querySelector<HTMLInputElement>("#code");
const again = document.querySelector<HTMLFormElement>("#again-form");

if (form !== null && code !== null) {
  code.addEventListener("input", () => {
    const digits = code.value.replace(/\D/g, "");
    // Only a change that completes the code: who corrects a digit presses the button.
    if (digits.length === DIGITS && form.dataset.sent !== "true") form.requestSubmit();
  });
}

if (again !== null) waitFor(again);

function waitFor(target: HTMLFormElement): void {
  const button = target.querySelector("button");
  if (button === null) return;
  const words = button.textContent ?? "";
  let left = WAIT_SECONDS;
  button.disabled = true;
  const tick = () => {
    button.textContent = left > 0 ? (target.dataset.wait ?? "").replace("{n}", String(left)) : words;
    button.disabled = left > 0;
    if (left-- > 0) setTimeout(tick, 1000);
  };
  tick();
}
