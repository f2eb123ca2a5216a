// The calm box with what to do now, with numbers that can be called by a touch.
import type { Locale } from "../../../domain/locale.ts";
import type { SafetyBox } from "../../../domain/triage/types.ts";
import { LIVE } from "../texts/client.ts";

export function SafetyCard({ box, locale }: { box: SafetyBox; locale: Locale }) {
  return (
    <section class="safety" aria-label={box.title}>
      <h2>{box.title}</h2>
      <ul>
        {box.lines.map(({ text, phone }) => (
          <li>
            <span>{text}</span>
            {phone !== undefined && <Phone number={phone} locale={locale} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Phone({ number, locale }: { number: string; locale: Locale }) {
  return (
    <a class="phone" href={`tel:${number}`} aria-label={`${LIVE.call[locale]} ${number}`}>
      {number}
    </a>
  );
}
