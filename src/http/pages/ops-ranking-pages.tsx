// The console's pages beside a ranking: embedding spaces, and doubts about conflicts of interest.
import { Hono } from "hono";
import { decideConflict } from "../../services/conflicts/decide-conflict.ts";
import { listConflictReviews } from "../../services/conflicts/list-conflict-reviews.ts";
import { cancelBackfill } from "../../services/embedding/cancel-backfill.ts";
import { readSpaceUse } from "../../services/embedding/read-space-use.ts";
import { readSpaces } from "../../services/embedding/read-spaces.ts";
import { startBackfill } from "../../services/embedding/start-backfill.ts";
import type { AppEnv } from "../app-env.ts";
import { formBody } from "./form-body.ts";
import { Conflicts, REVIEW_STATUSES } from "./ops-conflicts.tsx";
import { acted, desk } from "./ops-desk.ts";
import { Embeddings } from "./ops-embeddings.tsx";
import { opsPage } from "./ops-frame.tsx";
import { CONFLICTS } from "./texts/ops-conflicts.ts";
import { EMBEDDINGS } from "./texts/ops-embeddings.ts";

export const opsRankingPages = new Hono<AppEnv>();

opsRankingPages.get("/ops/conflicts", async (c) => {
  const { services, operator, locale, query } = desk(c);
  const status = REVIEW_STATUSES.find((one) => one === query.status) ?? "open";
  const list = await listConflictReviews(services, operator, { status, cursor: query.cursor });
  return opsPage(c, {
    section: "conflicts",
    title: CONFLICTS.title[locale],
    main: <Conflicts status={status} items={list.items} next={list.next} query={query} locale={locale} />,
  });
});

opsRankingPages.post("/ops/conflicts/:id/decide", async (c) => {
  const { services, operator } = desk(c);
  const form = await formBody(c);
  const reason = form.get("reason") ?? "";
  if (reason === "") return c.redirect("/ops/conflicts?refused=no_reason", 303);
  const decided = { id: c.req.param("id"), decision: form.get("decision"), reason };
  return acted(c, "/ops/conflicts", () => decideConflict(services, operator, decided));
});

opsRankingPages.get("/ops/embeddings", async (c) => {
  const { services, operator, locale } = desk(c);
  const [{ spaces, backfills }, use] = await Promise.all([
    readSpaces(services, operator),
    readSpaceUse(services, operator),
  ]);
  return opsPage(c, {
    section: "embeddings",
    title: EMBEDDINGS.title[locale],
    main: <Embeddings spaces={spaces} backfills={backfills} use={use} locale={locale} />,
  });
});

opsRankingPages.post("/ops/embeddings/backfills", async (c) => {
  const { services, operator } = desk(c);
  const space = (await formBody(c)).get("space");
  return acted(c, "/ops/embeddings", () => startBackfill(services, operator, { space }));
});

opsRankingPages.post("/ops/embeddings/backfills/:id/cancel", async (c) => {
  const { services, operator } = desk(c);
  return acted(c, "/ops/embeddings", () => cancelBackfill(services, operator, c.req.param("id")));
});
