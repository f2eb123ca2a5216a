// Notices on this device: the section on the page of notices, and the page on which they are turned on and off.
import type { Locale } from "../../domain/locale.ts";
import { PUSH_PAGE } from "../push-policy.ts";
import { Notice } from "./parts/notice.tsx";
import { PUSH } from "./texts/push.ts";

interface PushState {
  /** This browser is woken for this person. */
  isOn: boolean;
  locale: Locale;
}

/** For the page of notices, where push is configured. A link: nothing of the vendor's is loaded before somebody asks. */
export function PushButton({ isOn, locale }: PushState) {
  return (
    <section class="stack" aria-labelledby="push-title">
      <h2 id="push-title">{PUSH.title[locale]}</h2>
      <p>{isOn ? PUSH.on[locale] : PUSH.offer[locale]}</p>
      <div>
        <a class="button quiet" href={PUSH_PAGE}>
          {isOn ? PUSH.change[locale] : PUSH.begin[locale]}
        </a>
      </div>
    </section>
  );
}

export function PushPage({ isOn, locale }: PushState) {
  return (
    <div class="stack">
      <h1>{PUSH.title[locale]}</h1>
      <p class="lead">{isOn ? PUSH.on[locale] : PUSH.lead[locale]}</p>
      <p>{PUSH.says[locale]}</p>
      {isOn ? <TurnOff locale={locale} /> : <TurnOn locale={locale} />}
      <p class="soft small">{PUSH.vendor[locale]}</p>
      <p>
        <a href="/notices">{PUSH.back[locale]}</a>
      </p>
    </div>
  );
}

/** The button comes with the script that it needs; the form carries what the script finds out. */
function TurnOn({ locale }: { locale: Locale }) {
  return (
    <>
      <Notice>{PUSH.shared[locale]}</Notice>
      <p id="push-none">{PUSH.noScript[locale]}</p>
      <form method="post" action={PUSH_PAGE} id="push-form" class="stack" hidden>
        <input type="hidden" name="device" value="" />
        <div>
          <button type="button" class="button" id="push-on" disabled>
            {PUSH.turnOn[locale]}
          </button>
        </div>
        <p class="soft small">{PUSH.asks[locale]}</p>
      </form>
      <p role="status" id="push-status" />
    </>
  );
}

function TurnOff({ locale }: { locale: Locale }) {
  return (
    <form method="post" action={`${PUSH_PAGE}/off`} class="stack">
      <div>
        <button type="submit" class="button quiet">
          {PUSH.turnOff[locale]}
        </button>
      </div>
      <p class="soft small">{PUSH.signOut[locale]}</p>
    </form>
  );
}
