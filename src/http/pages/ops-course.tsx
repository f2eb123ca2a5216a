// An operator's view of a case's course: what was changed and why, and the presses that change it.
import { ANOTHER_REASONS, CANCEL_REASONS, MAX_COURSE_WORDS, WITHDRAW_REASONS } from "../../domain/course.ts";
import type { Locale, Text } from "../../domain/locale.ts";
import type { OperatorCase } from "../../services/operations/read-case.ts";
import { Moment } from "./parts/moment.tsx";
import { OPS_COURSE } from "./texts/course.ts";

export function OpsCourse({ item, locale }: { item: OperatorCase; locale: Locale }) {
  const isOver = item.status === "closed" || item.status === "forgotten";
  const isTaken = item.status === "accepted" || item.status === "signed";
  const mayReopen = item.status === "closed" && (item.close_reason === "cancelled" || item.close_reason === "silent");
  return (
    <div class="stack tight">
      {item.changes.length > 0 && (
        <ol class="history" aria-label={OPS_COURSE.changes[locale]}>
          {item.changes.map(({ kind, by, reason, words, at, professional_id: who }) => (
            <li>
              <Moment at={at} locale={locale} style="short" /> {OPS_COURSE.kinds[kind][locale]} (
              {OPS_COURSE.by[by][locale]}){reason !== null && `: ${REASONS[reason]?.[locale] ?? reason}`}{" "}
              {who !== null && <span class="soft code">{who}</span>}
              {words !== "" && <blockquote class="soft">{words}</blockquote>}
            </li>
          ))}
        </ol>
      )}
      {isTaken && <Press item={item} to="void-contract" press={OPS_COURSE.voidContract[locale]} locale={locale} />}
      {!isOver && <Press item={item} to="cancel" press={OPS_COURSE.cancel[locale]} locale={locale} />}
      {mayReopen && <Press item={item} to="reopen" press={OPS_COURSE.reopen[locale]} locale={locale} />}
    </div>
  );
}

const REASONS: Record<string, Text> = { ...CANCEL_REASONS, ...ANOTHER_REASONS, ...WITHDRAW_REASONS };

function Press({ item, to, press, locale }: { item: OperatorCase; to: string; press: string; locale: Locale }) {
  const id = `words-${to}`;
  return (
    <details>
      <summary>{press}</summary>
      <form method="post" action={`/ops/cases/${item.id}/${to}`} class="stack tight">
        <label for={id}>{OPS_COURSE.why[locale]}</label>
        <textarea class="input" id={id} name="words" rows={2} maxlength={MAX_COURSE_WORDS} required />
        <div>
          <button type="submit" class="button small">
            {press}
          </button>
        </div>
      </form>
    </details>
  );
}
