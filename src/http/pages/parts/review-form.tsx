// The client's review of a closed contract: a form while it can be changed, plain words afterwards.
import { REVIEW_OUTCOMES } from "../../../db/tables/contracts.ts";
import type { Locale } from "../../../domain/locale.ts";
import type { ContractView } from "../../../services/contracts/read-contract.ts";
import { OUTCOMES, RATINGS, REVIEW } from "../texts/review.ts";
import { Field } from "./field.tsx";
import { Moment } from "./moment.tsx";
import { Notice } from "./notice.tsx";

interface ReviewFormProps {
  contract: ContractView;
  locale: Locale;
  /** Where the form leads back to. */
  next: string;
  error?: string | null;
}

export function ReviewForm({ contract, locale, next, error = null }: ReviewFormProps) {
  const { review } = contract;
  const until = contract.review_editable_until;
  const open = until === null || new Date(until).getTime() > Date.now();
  return (
    <section class="review card" id="review" aria-labelledby="review-title">
      <h2 id="review-title">{review === null ? REVIEW.title[locale] : REVIEW.thanks[locale]}</h2>
      {review === null && <p>{REVIEW.lead[locale]}</p>}
      {until !== null && open && (
        <p class="soft small">
          {REVIEW.until[locale]} <Moment at={until} locale={locale} zone={contract.zone} />.
        </p>
      )}
      {!open && <p class="soft small">{REVIEW.fixed[locale]}</p>}
      {error !== null && <Notice kind="bad" title={error} />}
      {open ? <Form contract={contract} locale={locale} next={next} /> : <Kept contract={contract} locale={locale} />}
    </section>
  );
}

function Form({ contract, locale, next }: Omit<ReviewFormProps, "error">) {
  const { review } = contract;
  return (
    <form method="post" action={`/contracts/${contract.id}/review`} class="stack">
      <input type="hidden" name="next" value={next} />
      <fieldset class="field">
        <legend>{REVIEW.rating[locale]}</legend>
        <div class="ratings">
          {RATINGS.map(({ value, words }) => (
            <label>
              <input type="radio" name="rating" value={String(value)} required checked={review?.rating === value} />
              <span class="rating-face">
                <b>{value}</b>
                <span class="said-only">{words[locale]}</span>
              </span>
            </label>
          ))}
        </div>
        <p class="rating-ends soft small" aria-hidden="true">
          <span>{RATINGS[0]?.words[locale]}</span>
          <span>{RATINGS.at(-1)?.words[locale]}</span>
        </p>
      </fieldset>
      <fieldset class="field">
        <legend>{REVIEW.outcome[locale]}</legend>
        {REVIEW_OUTCOMES.map((outcome) => (
          <label class="choice">
            <input type="radio" name="outcome" value={outcome} required checked={review?.outcome === outcome} />
            <span>{OUTCOMES[outcome][locale]}</span>
          </label>
        ))}
      </fieldset>
      <Field id="comment" label={REVIEW.comment[locale]} hint={REVIEW.commentHint[locale]}>
        <textarea class="input" id="comment" name="comment" rows={3} maxlength={2000} aria-describedby="comment-hint">
          {review?.comment ?? ""}
        </textarea>
      </Field>
      <div>
        <button type="submit" class="button">
          {review === null ? REVIEW.send[locale] : REVIEW.change[locale]}
        </button>
      </div>
    </form>
  );
}

function Kept({ contract, locale }: Pick<ReviewFormProps, "contract" | "locale">) {
  const { review } = contract;
  if (review === null) return null;
  const words = RATINGS.find(({ value }) => value === review.rating)?.words[locale];
  return (
    <>
      <p>
        <b>{review.rating}</b> {words} · {OUTCOMES[review.outcome][locale]}
      </p>
      {review.comment !== "" && <p>{review.comment}</p>}
    </>
  );
}
