// The console's pages of what ranks: learned models, embedding spaces, doubts about conflicts of interest.
import { Hono } from "hono";
import { decideConflict } from "../../services/conflicts/decide-conflict.ts";
import { listConflictReviews } from "../../services/conflicts/list-conflict-reviews.ts";
import type { AppEnv } from "../app-env.ts";
import { formBody } from "./form-body.ts";
import { Conflicts, REVIEW_STATUSES } from "./ops-conflicts.tsx";
import { acted, desk } from "./ops-desk.ts";
import { opsPage } from "./ops-frame.tsx";
import { CONFLICTS } from "./texts/ops-conflicts.ts";

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
  const decided = { id: c.req.param("id"), decision: form.get("decision"), reason: form.get("reason") ?? undefined };
  return acted(c, "/ops/conflicts", () => decideConflict(services, operator, decided));
});
