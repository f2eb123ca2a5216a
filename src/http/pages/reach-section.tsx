// How to be reached, on the client's case page: what was said, the way to change it, and to take it back.
import type { Locale } from "../../domain/locale.ts";
import type { Asks } from "../../services/reach/read-asks.ts";
import { ReachLines } from "./reach-form.tsx";
import { NOTICES } from "./texts/notices.ts";
import { REACH } from "./texts/reach.ts";
import { RECOVERY } from "./texts/recovery.ts";

export function ReachSection({ caseId, asks, locale }: { caseId: string; asks: Asks; locale: Locale }) {
  const { reach, email } = asks;
  const to = `/conversations/${caseId}/reach`;
  return (
    <section class="card stack tight" id="reach" aria-labelledby="reach-title">
      <h2 id="reach-title">{REACH.kept[locale]}</h2>
      {reach !== null ? (
        <ReachLines reach={reach} locale={locale} />
      ) : (
        <p>{email === null ? REACH.none[locale] : REACH.noneEmail[locale].replace("{email}", email)}</p>
      )}
      <div class="row">
        <a class="button quiet" href={to}>
          {reach === null ? REACH.say[locale] : REACH.change[locale]}
        </a>
        {reach !== null && (
          <form method="post" action={`${to}/delete`}>
            <button type="submit" class="button quiet">
              {REACH.remove[locale]}
            </button>
          </form>
        )}
      </div>
      <p class="soft small">{REACH.seen[locale]}</p>
      <p>
        <a class="way" href="/notices">
          {NOTICES.link[locale]}
        </a>
      </p>
      <p>
        <a class="way" href={`/recovery?case=${caseId}`}>
          {RECOVERY.link[locale]}
        </a>
      </p>
    </section>
  );
}
