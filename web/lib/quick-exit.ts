// Leaves at once: the page empties before the form is on its way, and a page kept by the browser is read anew on the way back.

/** Longer than a slow line needs to send the form. */
const WAIT_MS = 3_000;

/** `form` posts to the route that leads to an ordinary site; `quietSite` is where to go when nobody answers. */
export function quickExit(form: HTMLFormElement, quietSite = "https://www.google.com.br/"): void {
  form.addEventListener("submit", () => {
    sessionStorage.clear();
    document.title = "";
    document.body.hidden = true;
    history.replaceState(null, "", "/");
    setTimeout(() => location.replace(quietSite), WAIT_MS);
  });
  window.addEventListener("pageshow", ({ persisted }) => {
    if (persisted) location.reload();
  });
}
