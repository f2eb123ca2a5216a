// Rows vendor x fault from what was led and what was found, and which bounds they break.
import type { Led } from "./case.ts";
import type { Finding, Step } from "./finding.ts";
import type { CallFault, Vendor } from "./vendors.ts";
import type { WebhookFault } from "./webhooks.ts";

/** `all`: every vendor at once. */
export type Failing = Vendor | "all";

export interface Cell {
  vendor: Failing;
  fault: CallFault | WebhookFault;
}

export interface RunRow extends Cell {
  startedAt: Date;
  endedAt: Date;
  led: Led[];
  /** How often the vendor was asked while it failed: a fault that nobody met proves nothing. */
  met: number;
  /** Null where it did not come back in time; undefined where it was there all the time. */
  recoverySeconds: number | null | undefined;
}

interface MeasuredRow extends Cell {
  cases: number;
  completed: number;
  met: number;
  lost: number;
  twice: number;
  /** Until what takes over had done it (ms); null where nothing takes over: what waits is done when the vendor is back. */
  fallbackP99Ms: number | null;
  recoverySeconds: number | null | undefined;
  /** 0..1 of the steps that this vendor would have done; null where nothing takes over. */
  onFallback: number | null;
}

interface Measured {
  rows: MeasuredRow[];
  broken: string[];
  waiting: string[];
  troubles: string[];
}

const MOST_RECOVERY_SECONDS = 30;
const MODELS: ReadonlySet<Vendor> = new Set(["anthropic", "openai", "workers_ai"]);

export function measured(
  run: readonly RunRow[],
  { findings, steps }: { findings: readonly Finding[]; steps: readonly Step[] },
  troubles: string[],
): Measured {
  const rows = run.map((row) => measuredRow(row, findings, steps));
  const unled = findings.filter(({ at }) => !run.some((row) => isIn(row, at)));
  const broken = [
    ...run.flatMap(({ vendor, fault, led }) =>
      led.flatMap(({ trouble }) => (trouble === null ? [] : [`${vendor} ${fault}: ${trouble}`])),
    ),
    ...rows.flatMap((row) => brokenIn(row)),
    ...findings.filter(({ what }) => what !== "waiting").map(({ what, vendor, why }) => `${what} at ${vendor}: ${why}`),
    ...unled.filter(({ what }) => what !== "waiting").map(({ what, vendor }) => `${what} at ${vendor}, in no row`),
    ...troubles,
  ];
  const waiting = findings.filter(({ what }) => what === "waiting").map(({ vendor, why }) => `${vendor}: ${why}`);
  return { rows, broken: counted(broken), waiting: counted(waiting), troubles };
}

function measuredRow(row: RunRow, findings: readonly Finding[], steps: readonly Step[]): MeasuredRow {
  const { vendor, fault, led, met, recoverySeconds } = row;
  const here = findings.filter(({ at }) => isIn(row, at));
  const own = steps.filter((step) => (step.vendor === vendor || vendor === "all") && isIn(row, step.at));
  // Whoever waits for a model waits for the turn.
  const fallbacks = [
    ...(vendor === "all" || MODELS.has(vendor) ? led.flatMap(({ turnsMs }) => turnsMs) : []),
    ...own.flatMap((step) => (step.fallbackMs === null || MODELS.has(step.vendor) ? [] : [step.fallbackMs])),
  ];
  return {
    vendor,
    fault,
    cases: led.length,
    completed: led.filter(({ completed }) => completed).length,
    met,
    lost: here.filter(({ what }) => what === "lost").length,
    twice: here.filter(({ what }) => what === "twice").length,
    fallbackP99Ms: percentile(fallbacks, 0.99),
    recoverySeconds,
    onFallback: own.length === 0 ? null : own.filter(({ fallbackMs }) => fallbackMs !== null).length / own.length,
  };
}

function brokenIn(row: MeasuredRow): string[] {
  const where = `${row.vendor} ${row.fault}`;
  return [
    ...(row.completed < row.cases ? [`${where}: ${row.completed} of ${row.cases} cases completed`] : []),
    ...(row.met === 0 ? [`${where}: the fault was met by nobody`] : []),
    ...(row.recoverySeconds === null || (row.recoverySeconds ?? 0) > MOST_RECOVERY_SECONDS
      ? [`${where}: back after ${row.recoverySeconds?.toFixed(0) ?? "too many"} s`]
      : []),
  ];
}

function isIn({ startedAt, endedAt }: RunRow, at: Date): boolean {
  return at >= startedAt && at < endedAt;
}

/** Nearest rank (ISO 80000 knows no other for few values): the largest where there are fewer than a hundred. */
function percentile(values: readonly number[], share: number): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? null;
}

/** The same line many times is one line with its number. */
function counted(lines: readonly string[]): string[] {
  return [...Map.groupBy(lines, (line) => line)].map(([line, all]) =>
    all.length === 1 ? line : `${line} (${all.length} times)`,
  );
}

const HEADS = ["vendor", "fault", "cases", "met", "lost", "twice", "fallback p99", "recovery", "on fallback"];

export function tableOf({ rows, broken, waiting }: Measured): string {
  const cells = rows.map((row) => [
    row.vendor,
    row.fault,
    `${row.completed}/${row.cases}`,
    String(row.met),
    String(row.lost),
    String(row.twice),
    row.fallbackP99Ms === null
      ? row.recoverySeconds === undefined
        ? ""
        : "waits"
      : `${row.fallbackP99Ms.toFixed(0)} ms`,
    row.recoverySeconds === undefined
      ? ""
      : row.recoverySeconds === null
        ? "never"
        : `${row.recoverySeconds.toFixed(1)} s`,
    row.onFallback === null ? "" : `${(row.onFallback * 100).toFixed(0)} %`,
  ]);
  const widths = HEADS.map((head, at) => Math.max(head.length, ...cells.map((cell) => cell[at]?.length ?? 0)));
  const line = (cell: readonly string[]) =>
    cell
      .map((text, at) => (at < 2 ? text.padEnd(widths[at] ?? 0) : text.padStart(widths[at] ?? 0)))
      .join("  ")
      .trimEnd();
  return [
    line(HEADS),
    ...cells.map(line),
    `broken: ${broken.length === 0 ? "nothing" : `\n  ${broken.join("\n  ")}`}`,
    ...(waiting.length === 0 ? [] : [`waiting for their next try:\n  ${waiting.join("\n  ")}`]),
  ].join("\n");
}
