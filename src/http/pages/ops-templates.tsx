// Every kind of message as people get it: on a locked screen, in the app and as an e-mail, in both languages.
import { LOCALES, type Locale } from "../../domain/locale.ts";
import { NOTIFICATION_KINDS, type NotificationKind } from "../../domain/notifications/kinds.ts";
import { mailText } from "../../domain/notifications/mail-html.ts";
import { groupOf, type NoticeGroup, urgencyOf } from "../../domain/notifications/occasions.ts";
import { SAMPLE_PARAMS } from "../../domain/notifications/samples.ts";
import { type Audience, render } from "../../domain/notifications/templates.ts";
import { outsideText } from "../../services/notify/outside-row.ts";
import { Heads, Table } from "./ops-parts.tsx";
import { GROUPS } from "./texts/notices.ts";
import { TEMPLATES, URGENCIES } from "./texts/ops-mail.ts";

export function isKind(text: string): text is NotificationKind {
  return (NOTIFICATION_KINDS as readonly string[]).includes(text);
}

function groupName(group: NoticeGroup, locale: Locale): string {
  return group === "account" ? TEMPLATES.account[locale] : GROUPS[group].name[locale];
}

/** One row a kind, with what stands on a locked screen in the reader's language. */
export function TemplateList({ locale }: { locale: Locale }) {
  const heads = [TEMPLATES.kind, TEMPLATES.lock, TEMPLATES.group, TEMPLATES.urgency];
  return (
    <Table label={TEMPLATES.title[locale]} head={<Heads names={heads} locale={locale} />}>
      {NOTIFICATION_KINDS.map((kind) => (
        <tr data-row="" tabindex={-1}>
          <th scope="row" class="code">
            <a href={`/ops/mail/templates/${kind}`}>{kind}</a>
          </th>
          <td>{render(kind, SAMPLE_PARAMS, locale).subject}</td>
          <td>{groupName(groupOf(kind, ""), locale)}</td>
          <td>{URGENCIES[urgencyOf(kind)][locale]}</td>
        </tr>
      ))}
    </Table>
  );
}

/** Both languages, the reader's first; for the team as well where it is told something else. */
export function TemplatePreview({ kind, origin, locale }: { kind: NotificationKind; origin: string; locale: Locale }) {
  const person = render(kind, SAMPLE_PARAMS, locale, "person");
  const team = render(kind, SAMPLE_PARAMS, locale, "operators");
  const audiences: Audience[] = person.text === team.text ? ["person"] : ["person", "operators"];
  return (
    <div class="stack loose">
      {audiences.map((audience) => (
        <section class="stack">
          {audiences.length > 1 && <h2>{TEMPLATES[audience][locale]}</h2>}
          <div class="columns">
            {[...LOCALES]
              .sort((a, b) => Number(b === locale) - Number(a === locale))
              .map((shown) => (
                <Preview kind={kind} audience={audience} shown={shown} origin={origin} locale={locale} />
              ))}
          </div>
        </section>
      ))}
    </div>
  );
}

interface PreviewProps {
  kind: NotificationKind;
  audience: Audience;
  /** The message's language; the labels are in the reader's. */
  shown: Locale;
  origin: string;
  locale: Locale;
}

function Preview({ kind, audience, shown, origin, locale }: PreviewProps) {
  const { subject, text, path } = render(kind, SAMPLE_PARAMS, shown, audience);
  const link = path === null ? null : new URL(path, origin).href;
  const group = groupOf(kind, audience === "operators" ? "operator" : "");
  const isLetter = urgencyOf(kind) === "immediate";
  const mail = mailText({
    subject,
    text: outsideText("email", { subject, text, link }),
    locale: shown,
    unsubscribe: group === "account" ? null : `${origin}/unsubscribe/…`,
  });
  return (
    <div class="stack" lang={shown}>
      {!isLetter && (
        <article class="card stack tight">
          <p class="soft small" lang={locale}>
            {TEMPLATES.lock[locale]} · {shown}
          </p>
          <p>
            <b>Vez</b>
            <span class="block">{subject}</span>
          </p>
        </article>
      )}
      {!isLetter && (
        <article class="card stack tight">
          <p class="soft small" lang={locale}>
            {TEMPLATES.inApp[locale]} · {shown}
          </p>
          <h3>{subject}</h3>
          <p class="mail-text">{text}</p>
          {link !== null && <p class="code body">{link}</p>}
        </article>
      )}
      <article class="card stack tight">
        <p class="soft small" lang={locale}>
          {TEMPLATES.email[locale]} · {shown}
        </p>
        <h3>{subject}</h3>
        <p class="mail-text">{mail}</p>
        <p class="soft small" lang={locale}>
          {(group === "account" ? TEMPLATES.noStop : TEMPLATES.stop)[locale]}
        </p>
      </article>
    </div>
  );
}
