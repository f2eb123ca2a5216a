// Why these professionals were asked: for each, in words for the client, what speaks for them; no name before one accepts.
import type { Locale } from "../../domain/locale.ts";
import type { Shortlist } from "../../services/matching/read-shortlist.ts";
import { Moment } from "./parts/moment.tsx";
import { Empty } from "./parts/notice.tsx";
import { WHY } from "./texts/client.ts";

export function Why({ caseId, shortlist, locale }: { caseId: string; shortlist: Shortlist; locale: Locale }) {
  const proposed = shortlist.items.filter((item) => "accepted" in item);
  return (
    <div class="stack loose">
      <div class="stack tight">
        <p>
          <a href={`/conversations/${caseId}#latest`}>{WHY.back[locale]}</a>
        </p>
        <h1>{WHY.title[locale]}</h1>
        <p>{WHY.lead[locale]}</p>
      </div>
      {proposed.length === 0 && <Empty>{WHY.empty[locale]}</Empty>}
      {shortlist.rounds.map(({ round, ranked_at: rankedAt }) => {
        const asked = proposed.filter((item) => item.round === round);
        if (asked.length === 0) return null;
        return (
          <section class="stack" aria-label={`${WHY.search[locale]} ${round}`}>
            <p class="soft small">
              {WHY.searched[locale]} <Moment at={rankedAt} locale={locale} />
            </p>
            <ul class="list">
              {asked.map((item) => (
                <Proposed item={item} locale={locale} />
              ))}
            </ul>
          </section>
        );
      })}
      <p class="soft small">{WHY.fair[locale]}</p>
    </div>
  );
}

type ProposedItem = Extract<Shortlist["items"][number], { accepted: boolean }>;

function Proposed({ item, locale }: { item: ProposedItem; locale: Locale }) {
  const { name, municipality, uf, years_of_practice: years } = item.professional;
  return (
    <li class="card stack tight">
      <h2>{name ?? WHY.someone[locale]}</h2>
      <p class="soft">
        {municipality}, {uf} · {years} {(years === 1 ? WHY.year : WHY.years)[locale]}
      </p>
      {item.accepted && (
        <p>
          <span class="tag good">{WHY.accepted[locale]}</span>
        </p>
      )}
      <ul class="reasons">
        {item.why.map((reason) => (
          <li>{reason}</li>
        ))}
      </ul>
    </li>
  );
}
