// The correction form in the browser: follows what is understood, sends only what the reader changed, says what failed.
import type { Understanding } from "../../src/domain/triage/types.ts";
import { urgencyStep } from "../../src/domain/words/urgency.ts";
import { element } from "./elements.ts";
import { part } from "./page-data.ts";

export interface CorrectOptions {
  caseId: string;
  words: Record<string, string>;
  /** Called when the server has taken the correction; the stream brings what follows from it. */
  onSaved: () => void;
}

interface Values {
  area: string;
  urgency: string;
  uf: string;
  municipality: string;
  dates: string[];
}

export class CorrectForm {
  readonly #form = part<HTMLFormElement>("correct-form");
  readonly #dates = part("c-dates");
  readonly #add: HTMLElement;
  readonly #options: CorrectOptions;
  /** What Vez understood when the form was last filled: only what differs from it is a correction. */
  #before: Values;

  constructor(options: CorrectOptions, known: Understanding) {
    this.#options = options;
    this.#add = element("button", { type: "button", class: "plain small" }, options.words.addDate ?? "");
    this.#add.addEventListener("click", () => this.#addDate("").focus());
    this.#dates.append(this.#add);
    this.#before = this.#fill(known);
    this.#form.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.#send();
    });
  }

  /** Follows what is understood, unless the reader is about to correct it. */
  follow(known: Understanding): void {
    const touched = JSON.stringify(this.#values()) !== JSON.stringify(this.#before);
    if (!touched && !this.#form.contains(document.activeElement)) this.#before = this.#fill(known);
  }

  #fill(known: Understanding): Values {
    part<HTMLSelectElement>("c-area").value = known.area ?? "";
    part<HTMLSelectElement>("c-urgency").value = String(urgencyStep(known.urgencyHours).hours);
    part<HTMLInputElement>("c-municipality").value = known.municipality ?? "";
    part<HTMLSelectElement>("c-uf").value = known.uf ?? "";
    for (const row of this.#dates.querySelectorAll(".date-row")) row.remove();
    for (const { date } of known.deadlines) this.#addDate(date);
    return this.#values();
  }

  #addDate(date: string): HTMLElement {
    const { words } = this.#options;
    const field = element("input", {
      class: "input",
      type: "date",
      name: "deadline_dates",
      value: date,
      "aria-label": words.deadlineDate,
    });
    const remove = element(
      "button",
      { type: "button", class: "button quiet small", "aria-label": words.removeDate },
      "×",
    );
    const row = element("div", { class: "date-row" }, field, remove);
    remove.addEventListener("click", () => {
      row.remove();
      this.#add.focus();
    });
    this.#add.before(row);
    return field;
  }

  #values(): Values {
    const data = new FormData(this.#form);
    const text = (name: string) => String(data.get(name) ?? "").trim();
    const dates = data.getAll("deadline_dates").map(String);
    return {
      area: text("area"),
      urgency: text("urgency_hours"),
      uf: text("uf"),
      municipality: text("municipality"),
      dates: dates.filter((day) => day !== ""),
    };
  }

  async #send(): Promise<void> {
    const { caseId, words } = this.#options;
    const error = part("correct-error");
    const button = this.#form.querySelector<HTMLButtonElement>("button[type=submit]");
    error.hidden = true;
    const now = this.#values();
    const body = changes(this.#before, now);
    if (Object.keys(body).length === 0) {
      this.#close();
      return;
    }
    if (button !== null) button.disabled = true;
    const answer = await fetch(`/api/v2/triage/${caseId}`, {
      method: "PATCH",
      headers: { "content-type": "application/json", "idempotency-key": crypto.randomUUID() },
      body: JSON.stringify(body),
    }).catch(() => null);
    if (button !== null) button.disabled = false;
    if (answer?.ok === true) {
      this.#before = now;
      this.#close();
      return;
    }
    error.textContent = (answer?.status === 409 ? words.fixedNow : words.notSaved) ?? "";
    error.hidden = false;
  }

  #close(): void {
    const details = this.#form.closest("details");
    if (details !== null) details.open = false;
    details?.querySelector("summary")?.focus();
    this.#options.onSaved();
  }
}

function changes(before: Values, now: Values): Record<string, unknown> {
  return {
    ...(now.area !== before.area && now.area !== "" ? { area: now.area } : {}),
    ...(now.urgency !== before.urgency ? { urgency_hours: Number(now.urgency) } : {}),
    ...(now.uf !== before.uf && now.uf !== "" ? { uf: now.uf } : {}),
    ...(now.municipality !== before.municipality ? { municipality: now.municipality || null } : {}),
    ...(now.dates.join() !== before.dates.join() ? { deadline_dates: now.dates } : {}),
  };
}
