// A few words that must be seen, and what a list says while it is empty.
import type { Child } from "hono/jsx";

/** `good` news, `care` for what presses, `bad` for what failed; a failure is announced at once. */
export function Notice({
  kind,
  title,
  id,
  children,
}: {
  kind?: "good" | "care" | "bad";
  title?: string;
  id?: string;
  children?: Child;
}) {
  return (
    <div class={kind === undefined ? "notice" : `notice ${kind}`} id={id} role={kind === "bad" ? "alert" : undefined}>
      {title !== undefined && <strong>{title}</strong>}
      {children}
    </div>
  );
}

export function Empty({ children }: { children: Child }) {
  return <div class="empty">{children}</div>;
}
