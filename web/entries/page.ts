// On every page: moments move to the reader's own zone, and a form that was sent is not sent twice by a second tap.
import { localMoments } from "../lib/moments.ts";

/** Longer than an impatient second tap, shorter than patience. */
const AGAIN_MS = 8_000;

localMoments(document);

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || event.defaultPrevented) return;
  if (form.dataset.sent === "true") return event.preventDefault();
  form.dataset.sent = "true";
  // A send that was broken off leaves the page standing: after a while it may be tried again.
  setTimeout(() => delete form.dataset.sent, AGAIN_MS);
});

// Coming back with the browser's arrow shows the page as it was left: it must work again.
window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-sent]")) delete form.dataset.sent;
});
