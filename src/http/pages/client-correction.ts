// The correction form's fields as the API's own input: what is empty, or still as Vez understood it, was not corrected.
import type * as z from "zod";
import type { Understanding } from "../../domain/triage/types.ts";
import { urgencyStep } from "../../domain/words/urgency.ts";
import type { correctionInput } from "../../services/intake/correct-triage.ts";

type Fields = Partial<Record<keyof z.infer<typeof correctionInput>, unknown>>;

/**
 * Unchecked: the schema that checks the API's body checks this as well. A plain form sends all its fields each time; taken
 * whole, a corrected subject would also fix the urgency and take the deadlines their names.
 */
export function correctionOf(form: URLSearchParams, known: Understanding): Fields {
  const value = (name: string) => form.get(name)?.trim() || undefined;
  const hours = value("urgency_hours");
  const urgency = hours === undefined ? undefined : Number(hours);
  const municipality = value("municipality") ?? null;
  const dates = form.getAll("deadline_dates").filter((day) => day.trim() !== "");
  const knownDates = known.deadlines.map(({ date }) => date);
  const fields: Fields = {
    area: changed(value("area"), known.area),
    urgency_hours: changed(urgency, urgencyStep(known.urgencyHours).hours),
    uf: changed(value("uf"), known.uf),
    municipality: form.has("municipality") ? changed(municipality, known.municipality) : undefined,
    deadline_dates: form.has("deadline_dates") && dates.join() !== knownDates.join() ? dates : undefined,
    locale: value("locale"),
  };
  return Object.fromEntries(Object.entries(fields).filter(([, field]) => field !== undefined));
}

function changed<T>(typed: T, known: T | null): T | undefined {
  return typed === known ? undefined : typed;
}
