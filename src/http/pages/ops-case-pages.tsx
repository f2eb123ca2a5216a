// The console's pages of one case: all that was decided on it, a new search, and a ranking worked out again.
import { type Context, Hono } from "hono";
import { notFound } from "../../base/errors.ts";
import { subjectWords } from "../../domain/words/labels.ts";
import { voidContract } from "../../services/course/ask-for-another.ts";
import { cancelAsOperator } from "../../services/course/cancel-case.ts";
import { operatorCourseInput } from "../../services/course/course-input.ts";
import { reopenAsOperator } from "../../services/course/reopen-case.ts";
import { readShortlist } from "../../services/matching/read-shortlist.ts";
import { type ReplayView, replayShortlist } from "../../services/matching/replay-shortlist.ts";
import { listAllOffers } from "../../services/operations/list-offers.ts";
import { readCaseAsOperator } from "../../services/operations/read-case.ts";
import { searchAgain } from "../../services/operations/search-again.ts";
import { parseInput } from "../../services/parse-input.ts";
import type { AppEnv } from "../app-env.ts";
import { formBody } from "./form-body.ts";
import { OpsCase } from "./ops-case.tsx";
import { acted, desk } from "./ops-desk.ts";
import { opsPage } from "./ops-frame.tsx";

export const opsCasePages = new Hono<AppEnv>();

opsCasePages.get("/ops/cases/:caseId", (c) => casePage(c, c.req.param("caseId"), desk(c).query));

opsCasePages.post("/ops/cases/:caseId/search-again", async (c) => {
  const { services, operator } = desk(c);
  const caseId = c.req.param("caseId");
  return acted(c, `/ops/cases/${caseId}`, () => searchAgain(services, operator, caseId));
});

const COURSES = { cancel: cancelAsOperator, "void-contract": voidContract, reopen: reopenAsOperator } as const;

for (const course of ["cancel", "void-contract", "reopen"] as const) {
  opsCasePages.post(`/ops/cases/:caseId/${course}`, async (c) => {
    const { services, operator } = desk(c);
    const caseId = c.req.param("caseId") ?? "";
    const words = ((await formBody(c)).get("words") ?? "").replaceAll("\r\n", "\n");
    return acted(c, `/ops/cases/${caseId}`, () =>
      COURSES[course](services, operator, caseId, parseInput(operatorCourseInput, { words })),
    );
  });
}

/** Replays a search. The answer is the same page with the result in it, at the same address, so that it can be refreshed. */
opsCasePages.post("/ops/cases/:caseId", async (c) => {
  const { services, operator, query } = desk(c);
  const form = await formBody(c);
  const replay = await replayShortlist(services, operator, form.get("shortlist") ?? "");
  return casePage(c, c.req.param("caseId"), query, replay);
});

async function casePage(
  c: Context<AppEnv>,
  caseId: string,
  query: Record<string, string | undefined>,
  replay?: ReplayView,
): Promise<Response> {
  const { services, operator, locale } = desk(c);
  const { round, cursor } = query;
  const [item, offers, shortlist] = await Promise.all([
    readCaseAsOperator(services, operator, caseId),
    listAllOffers(services, operator, { case_id: caseId, limit: 100 }),
    readShortlist(services, operator, { caseId, round, cursor, limit: 50 }),
  ]);
  const rounds = shortlist.rounds.flatMap((one) => ("id" in one ? [one.id] : []));
  if (replay !== undefined && !rounds.includes(replay.shortlist_id)) throw notFound("shortlist");
  return opsPage(c, {
    section: "cases",
    title: subjectWords(item.area, item.subarea, locale),
    main: (
      <OpsCase item={item} offers={offers.items} shortlist={shortlist} query={query} replay={replay} locale={locale} />
    ),
  });
}
