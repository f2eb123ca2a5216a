// Keeps the newest message in sight for who reads at the end, and leaves who reads further up alone.

/** How near the end counts as being there, in px: about one message. */
const NEAR_PX = 160;

export interface EndKeeper {
  isAtEnd(): boolean;
  /** To the newest words; to the start of a safety box that came after the reader's own last words. */
  toEnd(): void;
}

/**
 * `jump` leads a reader who is further up to the newest words. `begins: "top"` is for a page that has more to show before them: it
 * opens at the end only where its address says so.
 */
export function keepAtEnd(
  list: HTMLElement,
  end: HTMLElement,
  jump: HTMLElement,
  begins: "end" | "top" = "end",
): EndKeeper {
  const page = document.scrollingElement ?? document.documentElement;
  // A box that the reader has left for the end is not brought back.
  let passed: Element | null = null;
  const toEnd = () => {
    page.scrollTop = page.scrollHeight;
    const box = freshBox(list);
    if (box !== null && box !== passed && box.getBoundingClientRect().top < 0) box.scrollIntoView({ block: "start" });
  };
  // Without scripts the address leads to the end; now it would only scroll the page back there while it loads.
  const asked = location.hash === `#${end.id}`;
  if (asked) history.replaceState(null, "", location.pathname + location.search);
  if (asked || (begins === "end" && location.hash === "")) toEnd();
  const isAtEnd = () => page.scrollHeight - page.clientHeight - page.scrollTop < NEAR_PX;
  const offer = () => {
    jump.hidden = isAtEnd();
    if (isAtEnd()) passed = freshBox(list);
  };
  document.addEventListener("scroll", offer, { passive: true });
  jump.addEventListener("click", () => {
    page.scrollTop = page.scrollHeight;
  });
  offer();
  return { isAtEnd, toEnd };
}

/** The last safety box, where the reader has not written since: what to do now comes before the next question. */
function freshBox(list: HTMLElement): Element | null {
  const items = [...list.children];
  const index = items.findLastIndex((item) => item.classList.contains("box"));
  const answered = items.slice(index + 1).some((item) => item.classList.contains("client"));
  return index < 0 || answered ? null : (items[index] ?? null);
}
