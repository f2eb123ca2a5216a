// A professional's offers: what waits for an answer first, then what is over.
import type { Locale, Text } from "../../domain/locale.ts";
import { OFFER_STATUS_NAMES, placeWords, subjectWords } from "../../domain/words/labels.ts";
import { urgencyWords } from "../../domain/words/urgency.ts";
import type { OfferView } from "../../services/offers/read-offer.ts";
import { Live } from "./parts/live.tsx";
import { Moment } from "./parts/moment.tsx";
import { Empty, Notice } from "./parts/notice.tsx";
import { TimeLeft } from "./parts/time-left.tsx";
import { OFFERS } from "./texts/pro.ts";

export interface OfferListProps {
  open: OfferView[];
  past: OfferView[];
  next: string | null;
  /** True on a later page of the past. */
  older: boolean;
  /** Why no offer comes now; null when they do. */
  why: "emptyLeave" | "emptyInactive" | "emptyPending" | "emptyFull" | null;
  declined: boolean;
  now: Date;
  locale: Locale;
}

export function OfferList({ open, past, next, older, why, declined, now, locale }: OfferListProps) {
  return (
    <div class="stack loose">
      <div class="stack tight">
        <h1>{OFFERS.title[locale]}</h1>
        {declined && <Notice kind="good">{OFFERS.declined[locale]}</Notice>}
      </div>
      {!older && (
        <Live id="open-offers" of={[open, why]} class="stack">
          <p class="lead" data-count={String(open.length)}>
            {open.length > 0 && countWords(open.length, locale)}
          </p>
          {open.length === 0 && <NoOffer why={why} locale={locale} />}
          <ul class="list">
            {open.map((offer) => (
              <OfferCard offer={offer} now={now} locale={locale} />
            ))}
          </ul>
        </Live>
      )}
      <Live id="past-offers" of={past} class="stack">
        <h2>{OFFERS.past[locale]}</h2>
        {past.length === 0 && <p class="soft">{OFFERS.pastEmpty[locale]}</p>}
        <ul class="list rows">
          {past.map((offer) => (
            <PastOffer offer={offer} locale={locale} />
          ))}
        </ul>
        <p class="row">
          {older && <a href="/pro">{OFFERS.newer[locale]}</a>}
          {next !== null && <a href={`/pro?${new URLSearchParams({ cursor: next })}`}>{OFFERS.older[locale]}</a>}
        </p>
      </Live>
    </div>
  );
}

function countWords(count: number, locale: Locale): string {
  return count === 1 ? OFFERS.waitingOne[locale] : OFFERS.waiting[locale].replace("{n}", String(count));
}

function NoOffer({ why, locale }: { why: OfferListProps["why"]; locale: Locale }) {
  return (
    <Empty>
      <p>{OFFERS[why ?? "empty"][locale]}</p>
      {why !== null && (
        <p>
          <a href="/pro/profile">{OFFERS.changeProfile[locale]}</a>
        </p>
      )}
    </Empty>
  );
}

function OfferCard({ offer, now, locale }: { offer: OfferView; now: Date; locale: Locale }) {
  const place = placeWords(offer.municipality, offer.uf);
  return (
    <li class="card offer-card">
      <div class="offer-head">
        <h2>
          <a href={`/pro/offers/${offer.id}`}>{subjectWords(offer.area, offer.subarea, locale)}</a>
        </h2>
        {offer.chosen_by_client && <span class="tag">{OFFERS.chosen[locale]}</span>}
        {offer.status === "pending" && <span class="tag good">{OFFER_STATUS_NAMES.pending[locale]}</span>}
      </div>
      <p class="facts-line">
        {[place, offer.urgency_hours === null ? null : urgencyWords(offer.urgency_hours, locale)]
          .filter((part) => part !== null)
          .join(" · ")}
      </p>
      <p class="teaser">{teaserOf(offer.summary)}</p>
      <div class="offer-foot">
        <span>
          {OFFERS.left[locale]} <TimeLeft until={offer.expires_at} now={now} locale={locale} />
        </span>
        <a class="button" href={`/pro/offers/${offer.id}`} aria-label={readLabel(offer, locale)}>
          {OFFERS.read[locale]}
        </a>
      </div>
    </li>
  );
}

function readLabel(offer: OfferView, locale: Locale): string {
  return `${OFFERS.read[locale]}: ${subjectWords(offer.area, offer.subarea, locale)}`;
}

/** A summary begins with its subject, which the card's title has said already. */
function teaserOf(summary: string): string {
  return /“([^”]+)”/.exec(summary)?.[1] ?? summary;
}

function PastOffer({ offer, locale }: { offer: OfferView; locale: Locale }) {
  return (
    <li>
      <a href={`/pro/offers/${offer.id}`}>{subjectWords(offer.area, offer.subarea, locale)}</a>
      <span class="soft small">
        <Moment at={offer.created_at} locale={locale} style="day" /> · {statusWords(offer)[locale]}
      </span>
    </li>
  );
}

/** An offer whose time is over is expired to its reader, whether the clock has written it down yet or not. */
function statusWords(offer: OfferView): Text {
  const open = offer.status === "pending" || offer.status === "seen";
  return OFFER_STATUS_NAMES[open ? "expired" : offer.status];
}
