// The console's routes of verifications: the queue, one review, and what is decided on it.
import { type Context, Hono } from "hono";
import { VezError } from "../../base/errors.ts";
import { approveReview, askApplicant, refuseReview } from "../../services/verification/decide-review.ts";
import { listReviews } from "../../services/verification/list-reviews.ts";
import { lookUpAgain } from "../../services/verification/look-up.ts";
import { readReview } from "../../services/verification/read-review.ts";
import type { AppEnv } from "../app-env.ts";
import { sendPaper } from "../send-paper.ts";
import { formBody } from "./form-body.ts";
import { acted, desk } from "./ops-desk.ts";
import { opsPage } from "./ops-frame.tsx";
import { Queue, REVIEW_TABS, Review } from "./ops-verifications.tsx";
import { VERIFY } from "./texts/ops-verifications.ts";

export const opsVerificationPages = new Hono<AppEnv>();

opsVerificationPages.get("/ops/verifications", async (c) => {
  const { services, operator, locale, query } = desk(c);
  const status = REVIEW_TABS.find((one) => one === query.status) ?? "open";
  const list = await listReviews(services, operator, { status, cursor: query.cursor });
  const main = <Queue status={status} items={list.items} next={list.next} query={query} locale={locale} />;
  return opsPage(c, { section: "verifications", title: VERIFY.title[locale], main });
});

opsVerificationPages.get("/ops/verifications/papers/:paperId", (c) => sendPaper(c, c.req.param("paperId")));

opsVerificationPages.get("/ops/verifications/:id", async (c) => {
  const { services, operator, locale } = desk(c);
  const view = await readReview(services, operator, c.req.param("id"));
  return opsPage(c, {
    section: "verifications",
    title: VERIFY.title[locale],
    main: <Review view={view} locale={locale} />,
  });
});

opsVerificationPages.post("/ops/verifications/:id/approve", (c) =>
  decided(c, (post, at) => {
    const { services, operator } = desk(c);
    return approveReview(services, operator, { ...at, checks: post.getAll("checks") });
  }),
);

opsVerificationPages.post("/ops/verifications/:id/ask", (c) =>
  decided(c, (post, at) => {
    const { services, operator } = desk(c);
    return askApplicant(services, operator, { ...at, question: post.get("question") ?? "" });
  }),
);

opsVerificationPages.post("/ops/verifications/:id/refuse", (c) =>
  decided(c, (post, at) => {
    const { services, operator } = desk(c);
    return refuseReview(services, operator, {
      ...at,
      reasons: post.getAll("reasons"),
      words: post.get("words") ?? undefined,
    });
  }),
);

opsVerificationPages.post("/ops/verifications/:id/look", (c) => {
  const { services, operator } = desk(c);
  const id = c.req.param("id");
  return acted(c, `/ops/verifications/${id}`, () => lookUpAgain(services, operator, id));
});

type Decide = (post: URLSearchParams, at: { id: string; seen: string }) => Promise<unknown>;

/** Back to the review; a form that was not filled in is told so in its own words. */
async function decided(c: Context<AppEnv>, decide: Decide): Promise<Response> {
  const post = await formBody(c);
  const id = c.req.param("id") ?? "";
  return acted(c, `/ops/verifications/${id}`, () =>
    decide(post, { id, seen: post.get("seen") ?? "" }).catch((error: unknown) => {
      throw filled(error);
    }),
  );
}

/** What a console's form lacks, under the code that the page has words for. */
export function filled(error: unknown): unknown {
  if (!(error instanceof VezError) || error.code !== "invalid_input") return error;
  return new VezError("fields_missing", { status: 409, detail: error.detail });
}
