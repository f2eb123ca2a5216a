// The correction form's fields as the API's own input: what is empty was not corrected.
import type { z } from "zod";
import type { correctionInput } from "../../services/intake/correct-triage.ts";

/** Unchecked: the schema that checks the API's body checks this as well. */
export function correctionOf(form: URLSearchParams): Record<keyof z.infer<typeof correctionInput>, unknown> {
  const value = (name: string) => form.get(name)?.trim() || undefined;
  const hours = value("urgency_hours");
  return {
    area: value("area"),
    subarea: value("subarea"),
    urgency_hours: hours === undefined ? undefined : Number(hours),
    uf: value("uf"),
    municipality: form.has("municipality") ? (value("municipality") ?? null) : undefined,
    deadline_dates: form.has("deadline_dates")
      ? form.getAll("deadline_dates").filter((day) => day.trim() !== "")
      : undefined,
    locale: value("locale"),
  };
}
