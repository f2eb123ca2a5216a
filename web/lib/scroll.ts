// Keeps the newest message in sight for who reads at the end, and leaves who reads further up alone.

/** How near the end counts as being there, in px: about two messages. */
const NEAR_PX = 240;

export interface EndKeeper {
  isAtEnd(): boolean;
  toEnd(): void;
}

export function keepAtEnd(end: HTMLElement): EndKeeper {
  const page = document.scrollingElement ?? document.documentElement;
  const toEnd = () => {
    page.scrollTop = page.scrollHeight;
  };
  // Opened afresh, not by a link to a place in the page: the latest words are what one came for.
  if (location.hash === "" || location.hash === `#${end.id}`) toEnd();
  return { isAtEnd: () => page.scrollHeight - page.clientHeight - page.scrollTop < NEAR_PX, toEnd };
}
