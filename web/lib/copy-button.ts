// Buttons that copy a text of the page; without scripts they stay hidden, and the text is marked by hand.

export function copyButtons(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-copy]")) {
    const source = document.getElementById(button.dataset.copy ?? "");
    // A page that is not served over https has no clipboard.
    if (source === null || navigator.clipboard === undefined) continue;
    button.hidden = false;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(source.textContent?.trim() ?? "");
      button.textContent = button.dataset.copied ?? "";
    });
  }
}
