// The pages on which a client cancels, asks for somebody else, or reopens: each says what will happen before it does.
import { type Context, Hono } from "hono";
import { VezError } from "../../base/errors.ts";
import { ANOTHER_REASONS, CANCEL_REASONS } from "../../domain/course.ts";
import type { Text } from "../../domain/locale.ts";
import { readCase } from "../../services/cases/read-case.ts";
import { askForAnother } from "../../services/course/ask-for-another.ts";
import { cancelCase } from "../../services/course/cancel-case.ts";
import { anotherInput, cancelInput } from "../../services/course/course-input.ts";
import { reopenCase } from "../../services/course/reopen-case.ts";
import { visibleCase } from "../../services/intake/visible-case.ts";
import type { AppEnv, Person } from "../app-env.ts";
import { requirePerson, session } from "../session.ts";
import { formBody } from "./form-body.ts";
import { renderPage } from "./page.tsx";
import { ConfirmStep } from "./parts/confirm-step.tsx";
import { signInFirst } from "./sign-in-first.ts";
import { ANOTHER, CANCEL, CANCEL_SIGNED, CANCEL_TAKEN, REOPEN } from "./texts/course.ts";

export const clientChangePages = new Hono<AppEnv>();

type Seen = Awaited<ReturnType<typeof readCase>>;

const client = (c: Context<AppEnv>): Person => ({ ...requirePerson(c), role: "client", locale: c.get("locale") });

const STEPS = {
  cancel: {
    of: CANCEL,
    reasons: CANCEL_REASONS,
    says: ({ status }: Seen): readonly Text[] => {
      if (status === "signed") return [CANCEL_SIGNED];
      return status === "accepted" ? [CANCEL_TAKEN, ...CANCEL.says.slice(1)] : CANCEL.says;
    },
    fits: ({ status }: Seen) => status !== "closed" && status !== "forgotten",
  },
  another: {
    of: ANOTHER,
    reasons: ANOTHER_REASONS,
    says: (): readonly Text[] => ANOTHER.says,
    fits: ({ status }: Seen) => status === "accepted" || status === "signed",
  },
  reopen: {
    of: REOPEN,
    reasons: undefined,
    says: (): readonly Text[] => REOPEN.says,
    fits: ({ status, close_reason }: Seen) => status === "closed" && close_reason !== "done",
  },
} as const;

type StepName = keyof typeof STEPS;

for (const step of ["cancel", "another", "reopen"] as const) {
  const path = `/conversations/:caseId/${step}`;
  clientChangePages.get(path, session, signInFirst, (c) => stepPage(c, c.req.param("caseId") ?? "", step));
  clientChangePages.post(path, session, signInFirst, (c) => press(c, c.req.param("caseId") ?? "", step));
}

async function stepPage(c: Context<AppEnv>, caseId: string, step: StepName): Promise<Response> {
  const locale = c.get("locale");
  const { of, reasons, says, fits } = STEPS[step];
  // Its professional reads the case as well, but these steps are not his.
  await visibleCase(c.get("services"), client(c), caseId);
  const seen = await readCase(c.get("services"), client(c), caseId);
  const back = `/conversations/${caseId}/case`;
  // It moved since the link was shown.
  if (!fits(seen)) return c.redirect(`${back}?course=changed`, 303);
  const professional = seen.professional ?? "";
  return renderPage(c, {
    title: of.title[locale],
    styles: ["client.css", "case.css"],
    scripts: [],
    here: `/conversations/${caseId}/${step}`,
    main: (
      <ConfirmStep
        title={of.title[locale]}
        says={says(seen).map((text) => text[locale].replaceAll("{professional}", professional))}
        action={`/conversations/${caseId}/${step}`}
        press={of.press[locale]}
        back={back}
        reasons={reasons}
        hidden={seen.offer_id === null ? {} : { offer_id: seen.offer_id }}
        locale={locale}
      />
    ),
  });
}

async function press(c: Context<AppEnv>, caseId: string, step: StepName): Promise<Response> {
  const form = await formBody(c);
  const given = {
    reason: form.get("reason") || null,
    words: (form.get("words") ?? "").replaceAll("\r\n", "\n"),
    offer_id: form.get("offer_id") ?? undefined,
  };
  const services = c.get("services");
  const path = `/conversations/${caseId}/case`;
  try {
    if (step === "cancel") await cancelCase(services, client(c), caseId, cancelInput.parse(given));
    else if (step === "another") await askForAnother(services, client(c), caseId, anotherInput.parse(given));
    else await reopenCase(services, client(c), caseId);
  } catch (error) {
    if (!(error instanceof VezError) || error.status !== 409) throw error;
    return c.redirect(`${path}?course=changed`, 303);
  }
  return c.redirect(`${path}?course=${step}`, 303);
}
