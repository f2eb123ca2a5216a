// Leaves for an ordinary site at once, takes this page's place in the history, and forgets what was being written.

export function quickExit(link: HTMLElement): void {
  if (!(link instanceof HTMLAnchorElement)) return;
  link.addEventListener("click", (event) => {
    event.preventDefault();
    sessionStorage.clear();
    document.title = "";
    document.body.hidden = true;
    location.replace(link.href);
  });
}
