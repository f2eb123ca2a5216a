// The page on which a professional gives a case back: reasons, and what it means, before it happens.
import { type Context, Hono } from "hono";
import { notFound, VezError } from "../../base/errors.ts";
import { WITHDRAW_REASONS } from "../../domain/course.ts";
import { readCase } from "../../services/cases/read-case.ts";
import { withdrawInput } from "../../services/course/course-input.ts";
import { withdrawFromCase } from "../../services/course/withdraw-from-case.ts";
import type { AppEnv } from "../app-env.ts";
import { requirePerson, session } from "../session.ts";
import { formBody } from "./form-body.ts";
import { ConfirmStep } from "./parts/confirm-step.tsx";
import { proPage } from "./pro-frame.tsx";
import { requirePageRole } from "./require-page-role.ts";
import { WITHDRAW } from "./texts/course.ts";

export const proWithdrawPages = new Hono<AppEnv>();

const PATH = "/pro/cases/:caseId/withdraw";

proWithdrawPages.use(PATH, session, requirePageRole("professional"));

proWithdrawPages.get(PATH, (c) => withdrawPage(c, c.req.param("caseId"), null));

proWithdrawPages.post(PATH, async (c) => {
  const caseId = c.req.param("caseId");
  const locale = c.get("locale");
  const form = await formBody(c);
  const words = (form.get("words") ?? "").replaceAll("\r\n", "\n");
  const input = withdrawInput.safeParse({ reason: form.get("reason"), words });
  if (!input.success) return withdrawPage(c, caseId, { error: WITHDRAW.choose[locale], words });
  try {
    await withdrawFromCase(c.get("services"), requirePerson(c), caseId, input.data);
  } catch (error) {
    if (!(error instanceof VezError) || error.status !== 409) throw error;
    return c.redirect("/pro/cases?refused", 303);
  }
  return c.redirect("/pro/cases?gave-back", 303);
});

async function withdrawPage(c: Context<AppEnv>, caseId: string, again: { error: string; words: string } | null) {
  const locale = c.get("locale");
  const person = requirePerson(c);
  const seen = await readCase(c.get("services"), { ...person, locale }, caseId);
  if (seen.status !== "accepted" && seen.status !== "signed") throw notFound("case");
  return proPage(c, {
    section: "cases",
    title: WITHDRAW.title[locale],
    live: false,
    status: again === null ? 200 : 422,
    main: (
      <ConfirmStep
        title={WITHDRAW.title[locale]}
        says={WITHDRAW.says.map((text) => text[locale])}
        action={`/pro/cases/${caseId}/withdraw`}
        press={WITHDRAW.press[locale]}
        back="/pro/cases"
        reasons={WITHDRAW_REASONS}
        mustSay
        wordsHint={WITHDRAW.wordsHint[locale]}
        error={again?.error ?? null}
        words={again?.words ?? ""}
        locale={locale}
      />
    ),
  });
}
