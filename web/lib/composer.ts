// Where the client writes: sends without leaving the page, offers quick answers, keeps the draft.
import { forgetDraft, keepDraft } from "./draft.ts";
import { element } from "./elements.ts";
import { part } from "./page-data.ts";

export interface ComposerOptions {
  caseId: string;
  onSay: (text: string) => void;
}

export interface QuickAnswer {
  label: string;
  /** What is said by pressing it, where that is not the label. */
  says?: string;
}

export class Composer {
  readonly #field = part<HTMLTextAreaElement>("message");
  readonly #quick = part("quick");
  readonly #caseId: string;

  constructor({ caseId, onSay }: ComposerOptions) {
    this.#caseId = caseId;
    keepDraft(this.#field);
    const write = part<HTMLFormElement>("write");
    write.addEventListener("submit", (event) => {
      event.preventDefault();
      const text = this.#field.value.trim();
      if (text === "") return this.#field.focus();
      this.#clear();
      onSay(text);
      this.#field.focus();
    });
    for (const form of [part<HTMLFormElement>("quick"), part<HTMLFormElement>("ask-person")]) {
      form.addEventListener("submit", (event) => {
        event.preventDefault();
        const text = event.submitter instanceof HTMLButtonElement ? event.submitter.value : "";
        if (text === "") return;
        onSay(text);
        // The pressed button is gone: a keyboard goes on where the next words are written.
        if (matchMedia("(pointer: fine)").matches) this.#field.focus();
      });
    }
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

  /** The answers to the last question; none takes them away. */
  offer(answers: readonly QuickAnswer[]): void {
    const buttons = answers.map(({ label, says = label }) =>
      element("button", { type: "submit", class: "button quiet", name: "text", value: says }, label),
    );
    this.#quick.replaceChildren(...buttons);
    this.#quick.hidden = buttons.length === 0;
  }

  /** Whether somebody has to be asked for: not while a person is there or on the way. */
  allowPerson(allowed: boolean): void {
    part("ask-person").hidden = !allowed;
  }

  #clear(): void {
    this.#field.value = "";
    forgetDraft(this.#caseId);
  }
}
