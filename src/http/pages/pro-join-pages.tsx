// The pages of joining around its steps: the entrance, the documents, and the last look before sending.
import { AREA_NAMES, isArea } from "../../domain/legal/areas.ts";
import type { Locale, Text } from "../../domain/locale.ts";
import { languageName } from "../../domain/words/labels.ts";
import { moneyWords } from "../../domain/words/moments.ts";
import type { PaperView } from "../../services/verification/papers.ts";
import type { Application } from "../../services/verification/read-application.ts";
import { Notice } from "./parts/notice.tsx";
import { STEP_PATHS, type Step, StepHead } from "./pro-join-steps.tsx";
import { Papers } from "./pro-papers.tsx";
import { PROFILE } from "./texts/pro.ts";
import { JOIN, STEP_NAMES } from "./texts/pro-join.ts";

export function JoinIntro({ team, locale }: { team: boolean; locale: Locale }) {
  return (
    <div class="stack">
      <h1>{JOIN.title[locale]}</h1>
      <p class="lead">{JOIN.lead[locale]}</p>
      <section class="card stack tight" aria-labelledby="how-title">
        <h2 id="how-title">{JOIN.how[locale]}</h2>
        <ol class="stack tight">
          <li>{JOIN.how1[locale]}</li>
          <li>{JOIN.how2[locale]}</li>
          <li>{JOIN.how3[locale]}</li>
        </ol>
      </section>
      <Notice>{JOIN.doctorLater[locale]}</Notice>
      {team ? (
        <Notice kind="care">{JOIN.team[locale]}</Notice>
      ) : (
        <div>
          <a class="button" href={`/sign-in?${new URLSearchParams({ next: "/pro/join" })}`}>
            {JOIN.begin[locale]}
          </a>
        </div>
      )}
    </div>
  );
}

interface PapersStepProps {
  papers: readonly PaperView[];
  maxMb: number;
  error: { kind: string; code: string } | null;
  locale: Locale;
}

export function PapersStep({ papers, maxMb, error, locale }: PapersStepProps) {
  return (
    <div class="stack" id="papers">
      <StepHead step="papers" locale={locale} />
      <p>{JOIN.papersLead[locale]}</p>
      <Papers papers={papers} kinds={["card", "proof"]} maxMb={maxMb} to="join" error={error} locale={locale} />
      <div>
        <a class="button" href={STEP_PATHS.send}>
          {JOIN.send[locale]}
        </a>
      </div>
    </div>
  );
}

interface SendStepProps {
  application: Application;
  /** Where something is missing, or null. */
  step: Step | null;
  undeclared: boolean;
  locale: Locale;
}

export function SendStep({ application, step, undeclared, locale }: SendStepProps) {
  const { email, papers } = application;
  return (
    <div class="stack">
      <StepHead step="send" locale={locale} />
      <p class="soft">
        {JOIN.account[locale]} <b class="address">{email}</b>.
      </p>
      {step !== null && (
        <Notice kind="care">
          <p>
            {JOIN.missing[locale]} <a href={STEP_PATHS[step]}>{STEP_NAMES[step][locale]}</a>
          </p>
        </Notice>
      )}
      {partsOf(application, locale).map(([at, lines]) => (
        <section class="card stack tight" aria-labelledby={`part-${at}`}>
          <h2 id={`part-${at}`}>{STEP_NAMES[at][locale]}</h2>
          {lines
            .filter((line) => line !== "")
            .map((line) => (
              <p class="address">{line}</p>
            ))}
          <p>
            <a href={STEP_PATHS[at]}>
              {JOIN.change[locale]}
              <span class="said-only">: {STEP_NAMES[at][locale]}</span>
            </a>
          </p>
        </section>
      ))}
      <section class="card stack tight" aria-labelledby="part-papers">
        <h2 id="part-papers">{JOIN.papers[locale]}</h2>
        {papers.map(({ name }) => (
          <p class="address">{name}</p>
        ))}
        <p>
          <a href={STEP_PATHS.papers}>
            {JOIN.change[locale]}
            <span class="said-only">: {JOIN.papers[locale]}</span>
          </a>
        </p>
      </section>
      {step === null && (
        <form method="post" action={STEP_PATHS.send} class="stack">
          {undeclared && (
            <span class="error" id="declared-error">
              {JOIN.declareFirst[locale]}
            </span>
          )}
          <label class="choice">
            <input
              type="checkbox"
              name="declared"
              value="yes"
              aria-describedby={undeclared ? "declared-error" : undefined}
            />
            <span>{JOIN.declare[locale]}</span>
          </label>
          <p class="soft">{JOIN.twoRoles[locale]}</p>
          <div>
            <button type="submit" class="button">
              {JOIN.sendNow[locale]}
            </button>
          </div>
        </form>
      )}
    </div>
  );
}

type Part = "start" | "registration" | "practice" | "terms";

/** What was told, step by step, as lines to read once more. */
function partsOf({ draft }: Application, locale: Locale): [Part, string[]][] {
  const say = (label: Text, value: string | undefined) =>
    value === undefined || value === "" ? "" : `${label[locale]}: ${value}`;
  const profession =
    draft.vertical === undefined ? "" : (draft.vertical === "legal" ? JOIN.lawyer : JOIN.doctor)[locale];
  const areas = (draft.areas ?? []).filter(isArea).map((area) => AREA_NAMES[area][locale]);
  return [
    ["start", [profession]],
    [
      "registration",
      [
        draft.name ?? "",
        draft.licence ?? "",
        ...(draft.other_licences ?? []),
        say(JOIN.years, draft.years_of_practice === undefined ? undefined : String(draft.years_of_practice)),
      ],
    ],
    [
      "practice",
      [
        [draft.municipality, draft.uf].filter((one) => one !== undefined).join(", "),
        areas.join(", "),
        (draft.qualifications ?? []).join(", "),
        draft.profile ?? "",
      ],
    ],
    [
      "terms",
      [
        say(PROFILE.fee, draft.fee_cents === undefined ? undefined : moneyWords(draft.fee_cents, locale)),
        say(PROFILE.languages, (draft.languages ?? []).map((one) => languageName(one, locale)).join(", ")),
        say(PROFILE.represents, (draft.represents ?? []).join(", ")),
      ],
    ],
  ];
}
