// What came of replaying a search: it agrees, it differs and where, or it cannot be told and why.
import type { Locale } from "../../domain/locale.ts";
import type { ReplayView } from "../../services/matching/replay-shortlist.ts";
import { Heads, Table } from "./ops-parts.tsx";
import { Notice } from "./parts/notice.tsx";
import { REPLAY, REPLAY_REASONS } from "./texts/ops-shortlist.ts";

/** Of the differences, so many are read by a person. */
const MOST_SHOWN = 20;

export function ReplayResult({ replay, locale }: { replay: ReplayView; locale: Locale }) {
  const { agrees, reason, differences } = replay;
  if (agrees && reason === null) {
    return (
      <Notice kind="good" id="replay" title={REPLAY.agrees[locale]}>
        <p>
          {replay.receipts.toLocaleString(locale)} {REPLAY.agreesDetail[locale]}
        </p>
      </Notice>
    );
  }
  const told = reason === null ? { title: REPLAY.differs, detail: REPLAY.differsDetail } : REPLAY_REASONS[reason];
  const shown = differences.slice(0, MOST_SHOWN);
  return (
    <div class="stack tight" id="replay">
      <Notice kind={reason === null ? "bad" : "care"} title={told.title[locale]}>
        <p>{told.detail[locale]}</p>
        {replay.model_hash !== null && replay.model_hash !== replay.stored_model_hash && (
          <p>
            {REPLAY.before[locale]} <span class="code">{replay.stored_model_hash}</span>, {REPLAY.now[locale]}{" "}
            <span class="code">{replay.model_hash}</span>
          </p>
        )}
      </Notice>
      {shown.length > 0 && (
        <Table
          label={REPLAY.differences[locale]}
          head={<Heads names={[REPLAY.professional, REPLAY.field, REPLAY.stored, REPLAY.replayed]} locale={locale} />}
        >
          {shown.map(({ professional_id: id, field, stored, replayed }) => (
            <tr>
              <th scope="row" class={id === null ? undefined : "code"}>
                {id ?? REPLAY.whole[locale]}
              </th>
              <td class="code">{field}</td>
              <td class="code body">{brief(stored)}</td>
              <td class="code body">{brief(replayed)}</td>
            </tr>
          ))}
        </Table>
      )}
      {differences.length > shown.length && <p class="soft">{REPLAY.first[locale]}</p>}
    </div>
  );
}

const MOST_CHARACTERS = 200;

function brief(value: unknown): string {
  const text = JSON.stringify(value) ?? "";
  return text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)}…` : text;
}
