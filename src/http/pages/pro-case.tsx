// One case that a professional holds: where it stands, its dates, how to reach the client, the talk, the files.
import type { Locale } from "../../domain/locale.ts";
import { CASE_STATUS_NAMES, subjectWords } from "../../domain/words/labels.ts";
import type { FileView } from "../../services/files/file-view.ts";
import type { MyCase } from "../../services/professionals/list-my-cases.ts";
import { CaseFiles } from "./client-case-files.tsx";
import { CaseFacts, ContractLink } from "./pro-cases.tsx";
import { Deadlines } from "./pro-offer.tsx";
import { TalkPart } from "./talk.tsx";
import type { TalkAgain, TalkView } from "./talk-view.ts";
import { MY_CASE, TALK_PAGE } from "./texts/talk.ts";

export interface ProCaseProps {
  item: MyCase;
  /** Null where the time to read it is over. */
  talk: TalkView | null;
  files: readonly FileView[];
  maxMb: number;
  again: TalkAgain;
  caseFileError?: string | undefined;
  locale: Locale;
}

export function ProCase({ item, talk, files, maxMb, again, caseFileError, locale }: ProCaseProps) {
  return (
    <div class="stack loose">
      <div class="stack tight">
        <p>
          <a href="/pro/cases" class="back">
            {MY_CASE.back[locale]}
          </a>
        </p>
        <div class="offer-head">
          <h1>{subjectWords(item.area, item.subarea, locale)}</h1>
          <span class={item.status === "closed" ? "tag" : "tag good"}>{CASE_STATUS_NAMES[item.status][locale]}</span>
        </div>
      </div>
      <section class="card stack tight" id="case-facts" aria-labelledby="facts-title">
        <h2 id="facts-title">{MY_CASE.facts[locale]}</h2>
        <dl class="facts">
          <CaseFacts item={item} locale={locale} />
        </dl>
        <p class="summary">{item.summary}</p>
        {item.deadlines.length > 0 && <Deadlines deadlines={item.deadlines} locale={locale} />}
        <div>
          <ContractLink item={item} locale={locale} />
        </div>
      </section>
      <CaseFiles
        to={`/pro/cases/${item.case_id}/files`}
        side="professional"
        files={files}
        maxMb={maxMb}
        error={caseFileError}
        locale={locale}
      />
      {talk !== null && (
        <section class="stack tight" aria-labelledby="talk-title">
          <h2 id="talk-title">{TALK_PAGE.heading[locale]}</h2>
          <TalkPart of={talk} again={again} messageId={crypto.randomUUID()} locale={locale} />
        </section>
      )}
    </div>
  );
}
