// One shard of the totals: adds up deltas in memory and writes what changed every few seconds; SQLite holds one row a metric.
import { DurableObject } from "cloudflare:workers";
import type { CounterName } from "../src/domain/metrics/table.ts";
import { addSeries, type MetricsDelta, type Totals } from "../src/domain/metrics/totals.ts";
import type { MetricsHubPort } from "../src/domain/ports.ts";
import type { Env } from "../src/env.ts";

/** Well under the ten idle seconds after which the platform may drop the memory; a crash loses no more than this. */
const WRITE_AFTER_MS = 5000;
/** Label combinations kept of one metric: ten times what the widest has today, and a row far below 2 MB. */
const MOST_SERIES = 2000;
/** Metrics of all releases that ever ran. */
const MOST_METRICS = 200;
/** A retry comes at once; so many deltas later it will not come any more. */
const REMEMBERED_IDS = 500;
const REFUSED = { name: "metrics_series_refused_total" satisfies CounterName, labels: "", values: [1] } as const;

export class MetricsHub extends DurableObject<Env> implements MetricsHubPort {
  readonly #totals: Totals = {};
  readonly #changed = new Set<string>();
  readonly #ids = new Set<string>();
  #alarmSet = false;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    ctx.storage.sql.exec("CREATE TABLE IF NOT EXISTS totals (name TEXT PRIMARY KEY, series TEXT NOT NULL)");
    for (const { name, series } of ctx.storage.sql.exec<{ name: string; series: string }>("SELECT * FROM totals"))
      this.#totals[name] = JSON.parse(series);
  }

  async add({ id, totals }: MetricsDelta): Promise<void> {
    if (this.#ids.has(id)) return;
    this.#remember(id);
    for (const [name, series] of Object.entries(totals))
      for (const [labels, values] of Object.entries(series)) this.#addSeries(name, labels, values);
    if (this.#alarmSet) return;
    this.#alarmSet = true;
    await this.ctx.storage.setAlarm(Date.now() + WRITE_AFTER_MS);
  }

  /** Written before it is told: what a reader has seen never goes back. */
  async read(): Promise<Totals> {
    this.#write();
    return this.#totals;
  }

  override async alarm(): Promise<void> {
    this.#alarmSet = false;
    this.#write();
  }

  #addSeries(name: string, labels: string, values: readonly number[]): void {
    const known = this.#totals[name];
    const isNew = known?.[labels] === undefined;
    const full = known === undefined ? size(this.#totals) >= MOST_METRICS : size(known) >= MOST_SERIES;
    const kept = isNew && full ? REFUSED : { name, labels, values };
    addSeries(this.#totals, kept.name, kept.labels, kept.values);
    this.#changed.add(kept.name);
  }

  #write(): void {
    if (this.#changed.size === 0) return;
    this.ctx.storage.transactionSync(() => {
      for (const name of this.#changed)
        this.ctx.storage.sql.exec(
          "INSERT INTO totals (name, series) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET series = excluded.series",
          name,
          JSON.stringify(this.#totals[name]),
        );
    });
    this.#changed.clear();
  }

  #remember(id: string): void {
    this.#ids.add(id);
    const oldest = this.#ids.values().next().value;
    if (this.#ids.size > REMEMBERED_IDS && oldest !== undefined) this.#ids.delete(oldest);
  }
}

function size(record: object): number {
  return Object.keys(record).length;
}
