// What stands on a locked screen, in a list of mails or on a phone that others hold: never a word of a person's story.
import { describe, expect, test } from "vitest";
import { LOCALES } from "../../../src/domain/locale.ts";
import { NOTIFICATION_KINDS } from "../../../src/domain/notifications/kinds.ts";
import { mailHtml, mailText } from "../../../src/domain/notifications/mail-html.ts";
import { SAMPLE_PARAMS } from "../../../src/domain/notifications/samples.ts";
import { render } from "../../../src/domain/notifications/templates.ts";
import { outsideText } from "../../../src/services/notify/outside-row.ts";

/** Every param that any kind takes, each with words that are somebody's secret. */
const SECRETS = Object.fromEntries(
  Object.keys(SAMPLE_PARAMS).map((name) => [name, `Maria apanhou do marido (${name})`]),
);
const all = LOCALES.flatMap((locale) =>
  NOTIFICATION_KINDS.flatMap((kind) =>
    (["person", "operators"] as const).map((audience) => ({ kind, locale, audience })),
  ),
);

describe.each(all)("$kind in $locale for $audience", ({ kind, locale, audience }) => {
  const { subject, text, path } = render(kind, SECRETS, locale, audience);
  const link = path === null ? null : new URL(path, "https://vez.example").href;

  test("says the same to a phone whatever it is about", () => {
    expect(subject).toBe(render(kind, {}, locale, audience).subject);
    for (const channel of ["push", "whatsapp", "sms"] as const) {
      const shown = outsideText(channel, { subject, text, link });
      expect(shown).toBe([subject, link].filter(Boolean).join("\n"));
      // An id in an address is a name for us alone; words would be read.
      expect(shown.replace(link ?? "", "")).not.toMatch(/Maria|marido/);
    }
  });

  test("is as a page what it is as a text", () => {
    const words = { subject, text: outsideText("email", { subject, text, link }), locale, unsubscribe: null };
    const html = mailHtml(words);
    for (const part of words.text.split("\n\n")) {
      const escaped = part.replaceAll("&", "&amp;").replaceAll("'", "&#39;").replaceAll('"', "&quot;");
      expect(html.replaceAll("<br>", "\n")).toContain(escaped);
    }
    expect(mailText(words)).toBe(words.text);
    expect(html).not.toMatch(/<script|<img|src=|@import|url\(/);
  });
});

test("what somebody named into a message is shown as it was typed, and does nothing", () => {
  const html = mailHtml({
    subject: "<b>x</b>",
    text: 'Hospital "<img src=x onerror=alert(1)>" & filhos\n\nhttps://vez.example/a?b=1&c="',
    locale: "en",
    unsubscribe: "https://vez.example/unsubscribe/abc",
  });
  expect(html).not.toMatch(/<img|<b>x/);
  expect(html).toContain("&lt;img src=x onerror=alert(1)&gt;");
  expect(html).toContain('href="https://vez.example/a?b=1&amp;c=&quot;"');
  expect(html).toContain('href="https://vez.example/unsubscribe/abc"');
});
