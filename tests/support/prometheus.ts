// A strict reader of Prometheus's text format 0.0.4: throws at the first line that a real scraper might refuse or misread.

/** Series as written (`name{label="value"}`) to value. */
export type Scrape = Map<string, number>;

const NAME = "[a-zA-Z_:][a-zA-Z0-9_:]*";
const LABEL = '[a-zA-Z_][a-zA-Z0-9_]*="(?:[^"\\\\\\n]|\\\\["\\\\n])*"';
const SAMPLE = new RegExp(
  `^(${NAME})(?:\\{(${LABEL}(?:,${LABEL})*)\\})? (-?(?:\\d+(?:\\.\\d+)?(?:e[+-]?\\d+)?)|[+-]Inf|NaN)$`,
);
const HEAD = new RegExp(`^# (HELP|TYPE) (${NAME}) (.+)$`);
const TYPES = ["counter", "gauge", "histogram"];

export function parsePrometheus(text: string): Scrape {
  if (!text.endsWith("\n")) throw new Error("the last line has no end");
  const scrape: Scrape = new Map();
  const families = new Map<string, string>();
  let helped: string | null = null;
  let family: { name: string; type: string } | null = null;
  for (const line of text.slice(0, -1).split("\n")) {
    const head = HEAD.exec(line);
    if (head?.[1] === "HELP") {
      helped = head[2] ?? "";
      family = null;
      continue;
    }
    if (head?.[1] === "TYPE") {
      const [, , name = "", type = ""] = head;
      if (name !== helped) throw new Error(`TYPE of ${name} does not follow its HELP`);
      if (families.has(name)) throw new Error(`${name} appears twice`);
      if (!TYPES.includes(type)) throw new Error(`${name} has the unknown type ${type}`);
      families.set(name, type);
      family = { name, type };
      continue;
    }
    if (line.startsWith("# ")) continue;
    const [, name = "", labels, value] = SAMPLE.exec(line) ?? raise(`not a sample: ${line}`);
    if (family === null || !belongs(name, family)) throw new Error(`${name} stands outside of its family`);
    const key = labels === undefined ? name : `${name}{${labels}}`;
    if (scrape.has(key)) throw new Error(`${key} appears twice`);
    scrape.set(key, value === "+Inf" ? Number.POSITIVE_INFINITY : Number(value));
  }
  for (const [name, type] of families) if (type === "histogram") checkHistogram(name, scrape);
  for (const [key, value] of scrape)
    if (families.get(key.split("{")[0] ?? "") === "counter" && !(value >= 0)) throw new Error(`${key} is ${value}`);
  return scrape;
}

function belongs(name: string, { name: family, type }: { name: string; type: string }): boolean {
  return type === "histogram" ? ["_bucket", "_sum", "_count"].some((end) => name === family + end) : name === family;
}

/** Bounds rise, counts never fall, and the last bucket holds everything. */
function checkHistogram(name: string, scrape: Scrape): void {
  const groups = new Map<string, [bound: number, count: number][]>();
  for (const [key, count] of scrape) {
    const found = key.match(new RegExp(`^${name}_bucket\\{(.*?),?le="([^"]+)"\\}$`));
    if (found === null) continue;
    const [, labels = "", bound = ""] = found;
    const group = groups.get(labels) ?? [];
    group.push([bound === "+Inf" ? Number.POSITIVE_INFINITY : Number(bound), count]);
    groups.set(labels, group);
  }
  for (const [labels, group] of groups) {
    for (const [i, [bound, count]] of group.entries()) {
      const [lower, fewer] = group[i - 1] ?? [Number.NEGATIVE_INFINITY, 0];
      if (!(bound > lower) || count < fewer) throw new Error(`the buckets of ${name}{${labels}} are out of order`);
    }
    const suffix = labels === "" ? "" : `{${labels}}`;
    if (group.at(-1)?.[0] !== Number.POSITIVE_INFINITY) throw new Error(`${name}${suffix} has no +Inf bucket`);
    if (scrape.get(`${name}_count${suffix}`) !== group.at(-1)?.[1])
      throw new Error(`${name}${suffix} counts differently`);
    if (!scrape.has(`${name}_sum${suffix}`)) throw new Error(`${name}${suffix} has no sum`);
  }
}

function raise(message: string): never {
  throw new Error(message);
}
