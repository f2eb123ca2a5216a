// Routes of the console's figures: how evenly work is shared, what became of it, how the jobs ran.
import * as z from "zod";
import { input as equityInput } from "../../services/operations/list-equity.ts";
import { input as reportInput } from "../../services/operations/read-report.ts";
import type { Operation } from "./operation.ts";
import { count, day, id, moment, pageOf, share } from "./parts.ts";

const equity = pageOf(
  z.object({
    id: id("pro"),
    name: z.string(),
    uf: z.string(),
    municipality: z.string(),
    areas: z.array(z.string()),
    capacity_monthly: count,
    cases_30d: count,
    pending_offers: count,
    load: z.number().nullable(),
    last_offered_at: moment.nullable(),
    on_leave: z.boolean(),
    directory_30d: z.object({ first: count, contacted: count }),
  }),
).extend({
  directory_30d: z.object({ looks: count, first: count, contacts: count, contacted: count }),
  gini: share,
  professionals: count,
  at_capacity: count,
  load_total: z.number(),
  capacity_total: z.number(),
  offers_30d: count,
  offered_to_30d: count,
  refreshed_at: moment.nullable(),
  bars: z.array(z.object({ up_to: share, count })),
});

const minutes = z.number().nullable();
const report = z.object({
  from: day,
  to: day,
  cases: z.object({
    opened: count,
    triaged: count,
    not_legal: count,
    called_person: count,
    accepted: count,
    signed: count,
    done: count,
    cancelled: count,
    silent: count,
    unmatched: count,
    minutes_to_triage: minutes,
    minutes_to_acceptance: minutes,
    minutes_to_signature: minutes,
  }),
  offers: z.object({ sent: count, accepted: count, declined: count, expired: count, withdrawn: count }),
  professionals: z.object({ joined: count, active: count }),
  reviews: z.object({ count, mean_rating: z.number().nullable() }),
  areas: z.array(
    z.object({
      area: z.string(),
      opened: count,
      accepted: count,
      unmatched: count,
      minutes_to_acceptance: minutes,
    }),
  ),
});

const jobs = pageOf(
  z.object({
    job: z.string(),
    outcome: z.string(),
    started_at: moment,
    finished_at: moment.nullable(),
    detail: z.string().nullable(),
  }),
);

const operator = { who: ["operator"] } as const;

export const figureOperations: Operation[] = [
  {
    ...operator,
    method: "get",
    path: "/api/v2/operator/equity",
    id: "readEquity",
    summary: "Who carries how much, and how evenly",
    query: equityInput,
    answers: { 200: { json: equity } },
  },
  {
    ...operator,
    method: "get",
    path: "/api/v2/operator/report",
    id: "readReport",
    summary: "What became of the cases of a span of days",
    query: reportInput,
    answers: { 200: { json: report } },
  },
  {
    ...operator,
    method: "get",
    path: "/api/v2/operator/jobs",
    id: "listJobs",
    summary: "The last runs of each job",
    answers: { 200: { json: jobs } },
  },
];
