// A part of a page that is fetched anew when something happens; web/lib/live-page.ts swaps it where it has changed.
import type { Child } from "hono/jsx";
import { canonicalJson, fnv1a64 } from "../../../domain/matching/model-hash.ts";

interface LiveProps {
  id: string;
  /** What the part shows: it is swapped only when this differs, so that a reader's place and focus stay. */
  of: unknown;
  children: Child;
  class?: string;
  /** Of a part that scrolls by itself: it can be reached with the keyboard, under this name. */
  scrolls?: string;
}

export function Live({ id, of, children, class: name, scrolls }: LiveProps) {
  const region = scrolls === undefined ? {} : { role: "region" as const, "aria-label": scrolls, tabindex: 0 };
  return (
    <div id={id} class={name} data-live={fnv1a64(canonicalJson(of))} {...region}>
      {children}
    </div>
  );
}
