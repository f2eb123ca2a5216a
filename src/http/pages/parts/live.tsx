// A part of a page that is fetched anew when something happens; web/lib/live-page.ts swaps it where it has changed.
import type { Child } from "hono/jsx";
import { canonicalJson, fnv1a64 } from "../../../domain/matching/model-hash.ts";

/** `of` is what the part shows: the part is swapped only when it differs, so that a reader's place and focus stay. */
export function Live({ id, of, children, class: name }: { id: string; of: unknown; children: Child; class?: string }) {
  return (
    <div id={id} class={name} data-live={fnv1a64(canonicalJson(of))}>
      {children}
    </div>
  );
}
