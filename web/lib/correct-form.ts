// The correction form in the browser: sends only what was changed, adds and removes dates, says what went wrong.
import { element } from "./elements.ts";
import { part } from "./page-data.ts";

export interface CorrectOptions {
  caseId: string;
  words: Record<string, string>;
  /** Called when the server has taken the correction; the stream brings what follows from it. */
  onSaved: () => void;
}

export function correctForm(options: CorrectOptions): void {
  const form = part<HTMLFormElement>("correct-form");
  const dates = part("c-dates");
  for (const row of dates.querySelectorAll<HTMLElement>(".date-row")) withRemove(row, options.words);
  const add = element("button", { type: "button", class: "plain small" }, options.words.addDate ?? "");
  add.addEventListener("click", () => {
    const field = element("input", {
      class: "input",
      type: "date",
      name: "deadline_dates",
      "aria-label": options.words.deadlineDate,
    });
    const row = element("div", { class: "date-row" }, field);
    withRemove(row, options.words);
    add.before(row);
    field.focus();
  });
  dates.append(add);
  // What the fields held when the reader began: only what is different now is a correction.
  let before = valuesOf(form);
  form.addEventListener("focusin", (event) => {
    if (!(event.relatedTarget instanceof Node && form.contains(event.relatedTarget))) before = valuesOf(form);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void send(form, before, options);
  });
}

async function send(form: HTMLFormElement, before: Values, { caseId, words, onSaved }: CorrectOptions): Promise<void> {
  const error = part("correct-error");
  const button = form.querySelector<HTMLButtonElement>("button[type=submit]");
  error.hidden = true;
  const body = changes(before, valuesOf(form));
  if (Object.keys(body).length === 0) return close(form, onSaved);
  if (button !== null) button.disabled = true;
  const answer = await fetch(`/api/v2/triage/${caseId}`, {
    method: "PATCH",
    headers: { "content-type": "application/json", "idempotency-key": crypto.randomUUID() },
    body: JSON.stringify(body),
  }).catch(() => null);
  if (button !== null) button.disabled = false;
  if (answer?.ok === true) return close(form, onSaved);
  error.textContent = (answer?.status === 409 ? words.fixedNow : words.notSaved) ?? "";
  error.hidden = false;
}

function close(form: HTMLFormElement, onSaved: () => void): void {
  const details = form.closest("details");
  if (details !== null) details.open = false;
  details?.querySelector("summary")?.focus();
  onSaved();
}

interface Values {
  area: string;
  urgency: string;
  uf: string;
  municipality: string;
  dates: string[];
}

function valuesOf(form: HTMLFormElement): Values {
  const data = new FormData(form);
  const text = (name: string) => String(data.get(name) ?? "").trim();
  const dates = data
    .getAll("deadline_dates")
    .map(String)
    .filter((day) => day !== "");
  return {
    area: text("area"),
    urgency: text("urgency_hours"),
    uf: text("uf"),
    municipality: text("municipality"),
    dates,
  };
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

function withRemove(row: HTMLElement, words: Record<string, string>): void {
  const remove = element(
    "button",
    { type: "button", class: "button quiet small", "aria-label": words.removeDate },
    "×",
  );
  remove.addEventListener("click", () => row.remove());
  row.append(remove);
}
