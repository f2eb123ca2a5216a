// One line of progress for each step of the start: what is being done, then how long it took.

/** Runs `work`; on a terminal `note` rewrites the line, elsewhere each note is a line of its own. */
export async function progress<T>(title: string, work: (note: (text: string) => void) => Promise<T>): Promise<T> {
  const started = performance.now();
  const live = process.stdout.isTTY;
  const write = (text: string): void => {
    if (live) process.stdout.write(`\r\x1b[2K${text}`);
    else process.stdout.write(`${text}\n`);
  };
  write(`  ${title} ...`);
  const result = await work((text) => write(`  ${title}: ${text}`));
  write(`  ${title}: done in ${((performance.now() - started) / 1000).toFixed(1)} s${live ? "\n" : ""}`);
  return result;
}
