// Joining as a professional: an address that is proved, short steps that are kept, documents, and sending.
import { type Context, Hono } from "hono";
import type { Child } from "hono/jsx";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { notFound, VezError } from "../../base/errors.ts";
import type { Locale } from "../../domain/locale.ts";
import { answerQuestion } from "../../services/verification/answer-question.ts";
import { applicantOf } from "../../services/verification/applicant.ts";
import { saveDraft } from "../../services/verification/draft.ts";
import { JOIN_STEPS, type JoinStep } from "../../services/verification/join-fields.ts";
import { addPaper, deletePaper, isPaperKind } from "../../services/verification/papers.ts";
import { type Application, nextStep, readApplication } from "../../services/verification/read-application.ts";
import { submitApplication } from "../../services/verification/submit-application.ts";
import type { AppEnv, Person } from "../app-env.ts";
import { sendPaper } from "../send-paper.ts";
import { requirePerson, session } from "../session.ts";
import { readUpload } from "../upload.ts";
import { formBody } from "./form-body.ts";
import { renderPage } from "./page.tsx";
import { formOfDraft, formOfPost, type JoinForm, patchOf } from "./pro-join-form.ts";
import { JoinIntro, PapersStep, SendStep } from "./pro-join-pages.tsx";
import { STEP_ORDER, STEP_PATHS, type Step, StepForm } from "./pro-join-steps.tsx";
import { refusedFields } from "./pro-profile-form.ts";
import { JOIN, STEP_NAMES } from "./texts/pro-join.ts";

export const proJoinPages = new Hono<AppEnv>();

proJoinPages.use("/pro/join", session);
proJoinPages.use("/pro/join/*", session);
proJoinPages.use("/pro/answer", session);

/** In the page's language; with why nothing can be filled in, where that is so. */
type Visitor =
  | { may: true; person: Person; locale: Locale; application: Application }
  | { may: false; why: "stranger" | "team" | "sent"; locale: Locale };

async function visitorOf(c: Context<AppEnv>): Promise<Visitor> {
  const locale = c.get("locale");
  const signedIn = c.get("person");
  if (signedIn === null) return { may: false, why: "stranger", locale };
  const person = { ...signedIn, locale };
  try {
    const application = await readApplication(c.get("services"), person);
    if (!application.open) return { may: false, why: "sent", locale };
    return { may: true, person, locale, application };
  } catch (error) {
    if (!(error instanceof VezError)) throw error;
    if (error.code === "team_account") return { may: false, why: "team", locale };
    if (error.status === 403) return { may: false, why: "stranger", locale };
    throw error;
  }
}

/** Elsewhere than at the entrance: who may not fill anything in is led to where they can go on. */
function turnedAway(c: Context<AppEnv>, why: "stranger" | "team" | "sent", here: string): Response {
  if (why === "sent") return c.redirect("/pro", 303);
  return c.redirect(why === "team" ? "/pro/join" : `/sign-in?${new URLSearchParams({ next: here })}`, 303);
}

function joinPage(c: Context<AppEnv>, title: string, main: Child, here: string, status: ContentfulStatusCode = 200) {
  return renderPage(c, { title, styles: ["pro.css"], signedIn: c.get("person") !== null, here, main }, status);
}

proJoinPages.get("/pro/join", async (c) => {
  const visitor = await visitorOf(c);
  if (!visitor.may) {
    if (visitor.why === "sent") return c.redirect("/pro", 303);
    const { locale } = visitor;
    return joinPage(c, JOIN.title[locale], <JoinIntro team={visitor.why === "team"} locale={locale} />, "/pro/join");
  }
  return stepPage(c, "start", visitor, {});
});

proJoinPages.post("/pro/join", (c) => saveStep(c, "start"));

for (const step of ["registration", "practice", "terms"] as const) {
  proJoinPages.get(STEP_PATHS[step], async (c) => {
    const visitor = await visitorOf(c);
    if (!visitor.may) return turnedAway(c, visitor.why, STEP_PATHS[step]);
    // The profession decides what is asked.
    if (visitor.application.draft.vertical === undefined) return c.redirect("/pro/join", 303);
    return stepPage(c, step, visitor, {});
  });
  proJoinPages.post(STEP_PATHS[step], (c) => saveStep(c, step));
}

async function saveStep(c: Context<AppEnv>, step: JoinStep): Promise<Response> {
  const post = await formBody(c);
  const visitor = await visitorOf(c);
  if (!visitor.may) return turnedAway(c, visitor.why, STEP_PATHS[step]);
  const form = formOfPost(post);
  if (step !== "start") form.vertical = visitor.application.draft.vertical ?? "";
  const patch = patchOf(step, form);
  if (form.vertical === "staffing")
    for (const field of ["fee_cents", "remote", "areas", "subareas"]) delete patch[field];
  try {
    await saveDraft(c.get("services"), visitor.person, patch);
  } catch (error) {
    if (!(error instanceof VezError) || error.code !== "invalid_input") throw error;
    // What was left empty is asked in the same breath as what is wrong.
    const empty = visitor.application.missing.filter(
      (field) => JOIN_STEPS[step].some((one) => one === field) && (patch[field] === undefined || patch[field] === ""),
    );
    return stepPage(c, step, visitor, { form, refused: [...refusedFields(error.extra), ...empty] });
  }
  const next = STEP_ORDER[STEP_ORDER.indexOf(step) + 1] ?? "send";
  // What was left out of this step is asked here, not at the end.
  const { missing } = await readApplication(c.get("services"), visitor.person);
  const lacking = JOIN_STEPS[step].filter((field) => missing.some((one) => one === field));
  if (lacking.length > 0) return stepPage(c, step, visitor, { form, refused: lacking });
  return c.redirect(STEP_PATHS[next], 303);
}

function stepPage(
  c: Context<AppEnv>,
  step: JoinStep,
  { application, locale }: Extract<Visitor, { may: true }>,
  state: { form?: JoinForm; refused?: string[] },
): Promise<Response> {
  const form = state.form ?? formOfDraft(application.draft, locale);
  const refused = state.refused ?? [];
  const main = <StepForm step={step} form={form} refused={refused} locale={locale} />;
  return joinPage(c, STEP_NAMES[step][locale], main, STEP_PATHS[step], refused.length > 0 ? 422 : 200);
}

proJoinPages.get("/pro/join/papers", async (c) => {
  const visitor = await visitorOf(c);
  if (!visitor.may) return turnedAway(c, visitor.why, STEP_PATHS.papers);
  const { locale, application } = visitor;
  const [kind = "", code = ""] = (c.req.query("refused") ?? "").split(".");
  const maxMb = Math.floor(c.get("services").settings.fileMaxBytes / 1024 / 1024);
  const error = code === "" ? null : { kind, code };
  const main = <PapersStep papers={application.papers} maxMb={maxMb} error={error} locale={locale} />;
  return joinPage(c, JOIN.papers[locale], main, STEP_PATHS.papers);
});

proJoinPages.get("/pro/join/papers/:paperId", (c) => {
  if (c.get("person") === null) throw notFound("document");
  return sendPaper(c, c.req.param("paperId"));
});

/** Also from the page where one stands, to answer what was asked. */
proJoinPages.post("/pro/join/papers/:kind", async (c) => {
  const person = c.get("person");
  const back = c.req.query("to") === "pro" ? "/pro" : STEP_PATHS.papers;
  if (person === null) return turnedAway(c, "stranger", back);
  const kind = c.req.param("kind");
  if (!isPaperKind(kind)) throw notFound("page");
  try {
    const { files } = await readUpload(c, "file");
    if (files.length === 0) return c.redirect(`${back}?refused=${kind}.none#papers`, 303);
    for (const file of files) await addPaper(c.get("services"), person, { kind, ...file });
  } catch (error) {
    if (!(error instanceof VezError) || !FILE_ERRORS.has(error.code)) throw error;
    return c.redirect(`${back}?${new URLSearchParams({ refused: `${kind}.${error.code}` })}#papers`, 303);
  }
  return c.redirect(`${back}#papers`, 303);
});

const FILE_ERRORS: ReadonlySet<string> = new Set([
  "file_empty",
  "file_kind",
  "file_too_large",
  "too_many_files",
  "files_away",
]);

proJoinPages.post("/pro/join/papers/:paperId/delete", async (c) => {
  const back = c.req.query("to") === "pro" ? "/pro" : STEP_PATHS.papers;
  const person = c.get("person");
  if (person === null) return turnedAway(c, "stranger", back);
  try {
    await deletePaper(c.get("services"), person, c.req.param("paperId"));
  } catch (error) {
    if (!(error instanceof VezError) || error.status !== 409) throw error;
  }
  return c.redirect(`${back}#papers`, 303);
});

proJoinPages.get("/pro/join/send", async (c) => sendPage(c, false));

proJoinPages.post("/pro/join/send", async (c) => {
  const post = await formBody(c);
  const person = c.get("person");
  if (person === null) return turnedAway(c, "stranger", STEP_PATHS.send);
  await applicantOf(c.get("services"), person);
  if (post.get("declared") !== "yes") return sendPage(c, true);
  try {
    await submitApplication(c.get("services"), person, { declared: true });
  } catch (error) {
    if (!(error instanceof VezError) || (error.code !== "incomplete" && error.code !== "invalid_input")) throw error;
    const refused = refusedFields(error.extra);
    const step = error.extra.step ?? stepOf(refused);
    const path = STEP_ORDER.find((one) => one === step);
    return c.redirect(path === undefined ? STEP_PATHS.send : STEP_PATHS[path], 303);
  }
  return c.redirect("/pro", 303);
});

function stepOf(refused: string[]): Step | undefined {
  return STEP_ORDER.find(
    (step) => step in JOIN_STEPS && JOIN_STEPS[step as JoinStep].some((one) => refused.includes(one)),
  );
}

async function sendPage(c: Context<AppEnv>, undeclared: boolean): Promise<Response> {
  const visitor = await visitorOf(c);
  if (!visitor.may) return turnedAway(c, visitor.why, STEP_PATHS.send);
  const { application, locale } = visitor;
  const step = nextStep(application.missing);
  const main = <SendStep application={application} step={step} undeclared={undeclared} locale={locale} />;
  return joinPage(c, JOIN.send[locale], main, STEP_PATHS.send, undeclared ? 422 : 200);
}

proJoinPages.post("/pro/answer", async (c) => {
  const post = await formBody(c);
  if (c.get("person") === null) return turnedAway(c, "stranger", "/pro");
  try {
    await answerQuestion(c.get("services"), requirePerson(c), { text: post.get("text") ?? "" });
  } catch (error) {
    const said = error instanceof VezError && (error.code === "invalid_input" || error.code === "nothing_open");
    if (!said) throw error;
    return c.redirect(`/pro?refused=${error.code}#standing`, 303);
  }
  return c.redirect("/pro#standing", 303);
});
