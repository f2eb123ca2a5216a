// Documents of an application: what is there, and a plain form for each kind.
import type { Locale, Text } from "../../domain/locale.ts";
import { sizeWords } from "../../domain/words/sizes.ts";
import type { PaperView } from "../../services/verification/papers.ts";
import { describedBy, Field } from "./parts/field.tsx";
import { JOIN, JOIN_ERRORS } from "./texts/pro-join.ts";

const ACCEPT = "application/pdf,image/jpeg,image/png,image/webp,.pdf,.jpg,.jpeg,.png,.webp";

type Kind = PaperView["kind"];
export const KIND_NAMES: Readonly<Record<Kind, Text>> = { card: JOIN.card, proof: JOIN.proof, other: JOIN.other };
const HINTS: Readonly<Record<Kind, Text>> = { card: JOIN.cardHint, proof: JOIN.proofHint, other: JOIN.proofHint };

interface PapersProps {
  papers: readonly PaperView[];
  kinds: readonly Kind[];
  maxMb: number;
  /** Where the forms lead back to. */
  to: "join" | "pro";
  /** A code of JOIN_ERRORS, and at which form. */
  error: { kind: string; code: string } | null;
  locale: Locale;
}

export function Papers({ papers, kinds, maxMb, to, error, locale }: PapersProps) {
  return (
    <div class="stack">
      <PaperList papers={papers} to={to} locale={locale} />
      {kinds.map((kind) => {
        const wrong = error?.kind === kind ? (JOIN_ERRORS[error.code] ?? JOIN.notSaved)[locale] : null;
        return (
          <form
            method="post"
            action={`/pro/join/papers/${kind}?to=${to}`}
            enctype="multipart/form-data"
            class="stack tight"
          >
            <Field
              id={`file-${kind}`}
              label={KIND_NAMES[kind][locale]}
              hint={HINTS[kind][locale].replace("{mb}", String(maxMb))}
              error={wrong}
            >
              <input
                class="input"
                type="file"
                id={`file-${kind}`}
                name="file"
                multiple
                accept={ACCEPT}
                {...describedBy(`file-${kind}`, true, wrong)}
              />
            </Field>
            <div>
              <button type="submit" class="button quiet">
                {JOIN.add[locale]}
              </button>
            </div>
          </form>
        );
      })}
    </div>
  );
}

export function PaperList({ papers, to, locale }: Pick<PapersProps, "papers" | "to" | "locale">) {
  if (papers.length === 0) return null;
  return (
    <ul class="list rows">
      {papers.map((paper) => (
        <li>
          <a href={`/pro/join/papers/${paper.id}`}>{paper.name}</a>
          <span class="soft small">
            {KIND_NAMES[paper.kind][locale]} · {sizeWords(paper.bytes, locale)}
          </span>
          <form method="post" action={`/pro/join/papers/${paper.id}/delete?to=${to}`}>
            <button type="submit" class="plain" aria-label={`${JOIN.remove[locale]}: ${paper.name}`}>
              {JOIN.remove[locale]}
            </button>
          </form>
        </li>
      ))}
    </ul>
  );
}
