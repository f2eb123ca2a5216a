// What operators are written about goes to the team's channel too, and wakes somebody where it must not wait for the morning.
import { outboxRow } from "../../db/outbox.ts";
import type { MessageBody } from "../../domain/messages.ts";
import { teamAlert } from "../../domain/team/team-alert.ts";
import type { ServiceContext } from "../context.ts";
import { insertOutbox } from "../outbox/insert-outbox.ts";
import { insertedRows } from "../outbox/inserted-rows.ts";
import { pageLine } from "./send-page.ts";

/** Once for a `key`; nothing where no vendor is configured. Each vendor has a message of its own: one that is away delays no other. */
export async function alertTeam(
  ctx: ServiceContext,
  input: MessageBody<"operators.notify">,
  key: string,
): Promise<void> {
  const alert = teamAlert(input.kind, input.params);
  if (alert === null) return;
  const made = { now: ctx.now(), traceId: ctx.traceId };
  const rows = [
    ...(ctx.team.channel === null ? [] : [outboxRow("team.post", `team.post:${key}`, input, made)]),
    ...(ctx.team.pager === null || alert.wakes === null
      ? []
      : [
          outboxRow(
            "team.page",
            `team.page:${key}`,
            { action: "trigger", ...input },
            { ...made, line: pageLine(alert.subject) },
          ),
        ]),
  ];
  if (rows.length === 0) return;
  await ctx.enqueue(insertedRows(await ctx.db.execute(insertOutbox(rows))));
}
