// Keeps what is being written in this tab until it is sent: a reload or a failed page loses no words.

const PREFIX = "vez:draft:";

/** Restores and keeps the text of `field` under its `data-draft` name. */
export function keepDraft(field: HTMLTextAreaElement): void {
  const name = PREFIX + (field.dataset.draft ?? "");
  if (field.value === "") field.value = sessionStorage.getItem(name) ?? "";
  field.addEventListener("input", () => {
    if (field.value === "") sessionStorage.removeItem(name);
    else sessionStorage.setItem(name, field.value);
  });
}

export function forgetDraft(name: string): void {
  sessionStorage.removeItem(PREFIX + name);
}
