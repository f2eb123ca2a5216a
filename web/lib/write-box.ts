// Where one writes: sends without leaving the page, keeps the draft.
import { forgetDraft, keepDraft } from "./draft.ts";
import { part } from "./page-data.ts";

export class WriteBox {
  readonly #field = part<HTMLTextAreaElement>("message");

  /** The field `#message` in the form `#write`; `onSay` gets what was written, without the blanks around it. */
  constructor(onSay: (text: string) => void) {
    keepDraft(this.#field);
    const write = part<HTMLFormElement>("write");
    write.addEventListener("submit", (event) => {
      event.preventDefault();
      const text = this.#field.value.trim();
      if (text === "") return this.#field.focus();
      this.#field.value = "";
      forgetDraft(this.#field.dataset.draft ?? "");
      onSay(text);
      this.#field.focus();
    });
    // With a keyboard, Enter sends; on a phone it begins a new line.
    this.#field.addEventListener("keydown", (event) => {
      const sends = event.key === "Enter" && !event.shiftKey && !event.isComposing;
      if (!sends || !matchMedia("(pointer: fine)").matches) return;
      event.preventDefault();
      write.requestSubmit();
    });
  }

  /** Words that were refused, to be changed. */
  putBack(text: string): void {
    this.#field.value = this.#field.value === "" ? text : `${text}\n${this.#field.value}`;
    this.#field.dispatchEvent(new Event("input"));
    this.#field.focus();
  }

  focus(): void {
    this.#field.focus();
  }
}
