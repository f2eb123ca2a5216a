// Waits for work no longer than a while; the work goes on.

/** The value in a box, or null where `work` takes longer than `ms`. Rejects as `work` does. */
export async function within<T>(work: Promise<T>, ms: number): Promise<{ value: T } | null> {
  let timer: ReturnType<typeof setTimeout> | null = null;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), ms);
  });
  try {
    return await Promise.race([work.then((value) => ({ value })), late]);
  } finally {
    if (timer !== null) clearTimeout(timer);
  }
}
