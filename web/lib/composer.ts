// The client's side of the conversation with Vez: what is written, quick answers, and the way to a person.
import { element } from "./elements.ts";
import { part } from "./page-data.ts";
import { WriteBox } from "./write-box.ts";

export interface QuickAnswer {
  label: string;
  /** What is said by pressing it, where that is not the label. */
  says?: string;
}

export class Composer {
  readonly #box: WriteBox;
  readonly #quick = part("quick");

  constructor({ onSay }: { onSay: (text: string) => void }) {
    this.#box = new WriteBox(onSay);
    for (const form of [part<HTMLFormElement>("quick"), part<HTMLFormElement>("ask-person")]) {
      form.addEventListener("submit", (event) => {
        event.preventDefault();
        const text = event.submitter instanceof HTMLButtonElement ? event.submitter.value : "";
        if (text === "") return;
        onSay(text);
        // The pressed button is gone: a keyboard goes on where the next words are written.
        if (matchMedia("(pointer: fine)").matches) this.#box.focus();
      });
    }
  }

  /** Words that were refused, to be changed. */
  putBack(text: string): void {
    this.#box.putBack(text);
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
}
