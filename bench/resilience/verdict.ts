// What a stopped product's database and its vendors' stand-ins say together: what is lost, what was sent twice, what another part did.
import { PGlite } from "@electric-sql/pglite";
import { vector } from "@electric-sql/pglite-pgvector";
import type { Finding, Step } from "./finding.ts";
import type { StandIns, Vendor } from "./vendors.ts";
import { messagesOf, type NotificationRow, TEXTS, type TextRow, textFindings, unread } from "./verdict-people.ts";
import {
  CONTRACTS,
  type ContractRow,
  contractFindings,
  deskFindings,
  PAGES,
  type PageRow,
  type SaidByCase,
  teamFindings,
} from "./verdict-work.ts";
import type { ToldReceipt } from "./webhooks.ts";

export async function verdictOf(
  postgresFolder: string,
  standIns: StandIns,
  said: SaidByCase,
  receipts: readonly ToldReceipt[],
): Promise<{ findings: Finding[]; steps: Step[] }> {
  const db = await PGlite.create({ dataDir: postgresFolder, extensions: { vector } });
  try {
    const rows = async <T>(query: string) => (await db.query<T>(query)).rows;
    const notifications = await rows<NotificationRow>(
      "SELECT id, occasion, rung, recipient, channel, kind, status, vendor, vendor_id, reason, text, created_at, sent_at FROM notifications ORDER BY created_at, rung",
    );
    const parked = await rows<{ name: string; created_at: Date; last_error: string | null; status: string }>(
      "SELECT name, created_at, last_error, status FROM outbox WHERE status <> 'done'",
    );
    const posts = await rows<{ key: string; created_at: Date }>(
      "SELECT key, created_at FROM outbox WHERE name = 'team.post' AND status = 'done'",
    );
    const pages = await rows<PageRow>(PAGES);
    const texts = await rows<TextRow>(TEXTS);
    const contracts = await rows<ContractRow>(CONTRACTS);
    const cases = await rows<{ id: string; created_at: Date }>("SELECT id, created_at FROM cases");
    const startedAt = new Map(cases.map(({ id, created_at }) => [id, created_at]));
    const told = messagesOf(notifications, standIns);
    const findings = [
      ...told.findings,
      ...unread(notifications, receipts),
      ...parked.map(({ name, created_at: at, last_error, status }): Finding => {
        const why = `${name}: ${status} (${last_error ?? "not tried"})`;
        return { what: status === "dead" ? "lost" : "waiting", vendor: "app", at, why };
      }),
      ...textFindings(texts, notifications, standIns),
      ...teamFindings(posts, pages, standIns),
      ...deskFindings(said, startedAt, standIns),
      ...contracts.flatMap((row) => contractFindings(row, standIns)),
    ];
    const signing = contracts.map(
      ({ created_at: at, moved_at: moved }): Step => ({
        ...{ vendor: "docusign", at },
        fallbackMs: moved === null ? null : moved.getTime() - at.getTime(),
      }),
    );
    const asked = await rows<{ provider: Vendor; calls: number; answered: number; at: Date }>(
      "SELECT provider, calls, answered, at FROM case_model_usage",
    );
    // A call that gave nothing: the next model's words, or the script's. How long that took is measured by the turn.
    const turns = asked.flatMap(({ provider: vendor, calls, answered, at }) =>
      Array.from({ length: calls }, (_, n): Step => ({ vendor, at, fallbackMs: n < answered ? null : 0 })),
    );
    return { findings, steps: [...told.steps, ...signing, ...turns] };
  } finally {
    await db.close();
  }
}
