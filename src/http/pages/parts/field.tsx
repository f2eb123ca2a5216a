// A labelled control with its hint and its error, tied together for assistive technology.
import type { Child } from "hono/jsx";

export interface FieldProps {
  /** Of the control; hint and error get ids made from it. */
  id: string;
  label: Child;
  hint?: Child;
  error?: string | null;
  children: Child;
}

/** Give the control `id`, and `{...describedBy(id, hint, error)}` for its attributes. */
export function Field({ id, label, hint, error, children }: FieldProps) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {hint !== undefined && (
        <span class="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {error != null && (
        <span class="error" id={`${id}-error`}>
          {error}
        </span>
      )}
      {children}
    </div>
  );
}

/** What ties a control to its hint and error. */
export function describedBy(id: string, hint: unknown, error?: string | null) {
  const ids = [hint === undefined ? null : `${id}-hint`, error == null ? null : `${id}-error`].filter(Boolean);
  return {
    "aria-describedby": ids.length > 0 ? ids.join(" ") : undefined,
    "aria-invalid": error == null ? undefined : ("true" as const),
  };
}
