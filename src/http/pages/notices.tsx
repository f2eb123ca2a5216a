// How a person is told outside the app: few groups, the ways that there are, and quiet hours.
import type { Locale } from "../../domain/locale.ts";
import type { NoticeGroup } from "../../domain/notifications/occasions.ts";
import { CHOSEN_CHANNELS, type ChosenChannel } from "../../domain/notifications/preferences.ts";
import { phoneWords } from "../../domain/reach/phone.ts";
import type { MailStop } from "../../services/notify/mail-stop.ts";
import type { NoticesView } from "../../services/notify/notices-view.ts";
import type { ReachView } from "../../services/reach/reach-view.ts";
import { describedBy, Field } from "./parts/field.tsx";
import { Notice } from "./parts/notice.tsx";
import { PushButton } from "./push-button.tsx";
import { ReachLines } from "./reach-form.tsx";
import { GROUPS, NOTICES, WAYS } from "./texts/notices.ts";

export interface NoticesProps {
  view: NoticesView;
  role: string;
  /** What a client has said; null where nothing was. */
  reach: ReachView | null;
  /** The page where he changes it; null where he has no case yet. */
  reachPath: string | null;
  /** Why letters do not go to him; null where they do. */
  mailStop: MailStop | null;
  /** Null where nobody carries push. */
  push: { isOn: boolean } | null;
  /** True where somebody carries WhatsApp to people who work here. */
  offersPhone: boolean;
  home: string;
  saved: boolean;
  typed?: URLSearchParams;
  errors?: { phone?: string; hours?: string };
  locale: Locale;
}

/** Zones of Brazil, west to east, as their places are written; the person's own is added where it is another one. */
const ZONES: ReadonlyMap<string, string> = new Map([
  ["America/Rio_Branco", "Rio Branco"],
  ["America/Manaus", "Manaus"],
  ["America/Cuiaba", "Cuiabá"],
  ["America/Belem", "Belém"],
  ["America/Fortaleza", "Fortaleza"],
  ["America/Recife", "Recife"],
  ["America/Sao_Paulo", "São Paulo, Brasília"],
  ["America/Noronha", "Fernando de Noronha"],
]);

export function Notices(props: NoticesProps) {
  const { view, reach, reachPath, push, home, saved, errors = {}, locale } = props;
  return (
    <div class="stack loose">
      <div class="stack">
        <p>
          <a class="way" href={home}>
            {NOTICES.back[locale]}
          </a>
        </p>
        <h1>{NOTICES.title[locale]}</h1>
        <p class="lead">{NOTICES.lead[locale]}</p>
        {saved && (
          <div role="status">
            <Notice kind="good">{NOTICES.saved[locale]}</Notice>
          </div>
        )}
        {(errors.phone ?? errors.hours) !== undefined && <Notice kind="bad">{NOTICES.notSaved[locale]}</Notice>}
      </div>
      {props.mailStop !== null && <Stopped stop={props.mailStop} reachPath={reachPath} locale={locale} />}
      {reach !== null && (
        <section class="card stack tight">
          <p>{NOTICES.byReach[locale]}</p>
          <ReachLines reach={reach} locale={locale} />
          {reachPath !== null && <a href={reachPath}>{NOTICES.changeReach[locale]}</a>}
        </section>
      )}
      {view.ways.length === 0 && !props.offersPhone ? (
        <NoWay isClient={props.role === "client"} reach={reach} reachPath={reachPath} locale={locale} />
      ) : (
        <NoticesForm {...props} />
      )}
      {push !== null && <PushButton isOn={push.isOn} locale={locale} />}
      <p class="soft small">{NOTICES.account[locale]}</p>
    </div>
  );
}

function Stopped({ stop, reachPath, locale }: { stop: MailStop } & Pick<NoticesProps, "reachPath" | "locale">) {
  const how = stop.isReach ? NOTICES.bouncedReach : stop.why === "bounced" ? NOTICES.bouncedHow : NOTICES.complainedHow;
  return (
    <Notice kind="care" title={NOTICES.stopped[locale]} id="mail-stopped">
      <p>
        {NOTICES[stop.why][locale]} <b>{stop.address}</b>
      </p>
      <p>{how[locale]}</p>
      {stop.isReach && reachPath !== null && (
        <p>
          <a href={reachPath}>{NOTICES.changeReach[locale]}</a>
        </p>
      )}
      <p>{NOTICES.stoppedStays[locale]}</p>
    </Notice>
  );
}

/** A client without an account may say how to be reached safely, or sign in. */
function NoWay(props: { isClient: boolean } & Pick<NoticesProps, "reach" | "reachPath" | "locale">) {
  const { isClient, reach, reachPath, locale } = props;
  if (!isClient || reach !== null) return <p>{NOTICES.none[locale]}</p>;
  return (
    <div class="stack">
      <p>{NOTICES.none[locale]}</p>
      <div class="row">
        {reachPath !== null && (
          <a class="button quiet" href={reachPath}>
            {NOTICES.sayReach[locale]}
          </a>
        )}
        <a class="button quiet" href="/sign-in?next=%2Fnotices">
          {NOTICES.signIn[locale]}
        </a>
      </div>
    </div>
  );
}

function NoticesForm({ view, offersPhone, typed, errors = {}, locale }: NoticesProps) {
  const first = typed?.get("first") ?? view.first ?? "";
  return (
    <form method="post" action="/notices" class="stack loose reach-form">
      <div class="stack">
        <h2>{NOTICES.what[locale]}</h2>
        {view.groups.map(
          (group) => group !== "account" && <Group group={group} view={view} typed={typed} locale={locale} />,
        )}
      </div>
      {offersPhone && <Phone view={view} typed={typed} error={errors.phone ?? null} locale={locale} />}
      {view.ways.length > 1 && (
        <Field id="first" label={NOTICES.first[locale]} hint={NOTICES.firstHint[locale]}>
          <select class="input" id="first" name="first" {...describedBy("first", true)}>
            <option value="" selected={first === ""}>
              {NOTICES.firstAuto[locale]}
            </option>
            {view.ways.map((channel) => (
              <option value={channel} selected={first === channel}>
                {WAYS[channel][locale]}
              </option>
            ))}
          </select>
        </Field>
      )}
      {!view.by_reach && <Quiet view={view} typed={typed} error={errors.hours ?? null} locale={locale} />}
      <div>
        <button type="submit" class="button">
          {NOTICES.save[locale]}
        </button>
      </div>
    </form>
  );
}

interface Part {
  view: NoticesView;
  typed: URLSearchParams | undefined;
  locale: Locale;
}

function Group({ group, view, typed, locale }: Part & { group: Exclude<NoticeGroup, "account"> }) {
  const isOn = (channel: ChosenChannel) =>
    typed === undefined
      ? !view.off.includes(`${group}.${channel}`)
      : typed.getAll("on").includes(`${group}.${channel}`);
  return (
    <fieldset class="field">
      <legend>{GROUPS[group].name[locale]}</legend>
      <span class="hint">{GROUPS[group].hint[locale]}</span>
      <div class="row">
        {CHOSEN_CHANNELS.filter((channel) => view.ways.includes(channel)).map((channel) => (
          <label class="choice">
            <input type="checkbox" name="on" value={`${group}.${channel}`} checked={isOn(channel)} />
            <input type="hidden" name="shown" value={`${group}.${channel}`} />
            <span>{WAYS[channel][locale]}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function Phone({ view, typed, error, locale }: Part & { error: string | null }) {
  const value = typed?.get("phone") ?? (view.phone === null ? "" : phoneWords(view.phone));
  return (
    <Field id="phone" label={NOTICES.phone[locale]} hint={NOTICES.phoneHint[locale]} error={error}>
      <input
        class="input"
        id="phone"
        name="phone"
        type="tel"
        autocomplete="tel"
        maxlength={30}
        value={value}
        {...describedBy("phone", true, error)}
      />
    </Field>
  );
}

function Quiet({ view, typed, error, locale }: Part & { error: string | null }) {
  const zone = typed?.get("zone") ?? view.zone;
  const urgent = typed === undefined ? view.urgent_anytime : typed.has("urgent");
  return (
    <fieldset class="field" id="quiet">
      <legend>{NOTICES.quiet[locale]}</legend>
      <span class="hint">{NOTICES.quietHint[locale]}</span>
      <div class="hours">
        <Field id="quiet-from" label={NOTICES.from[locale]} error={error}>
          <input
            class="input"
            type="time"
            id="quiet-from"
            name="from"
            value={typed?.get("from") ?? view.quiet_from ?? ""}
            {...describedBy("quiet-from", undefined, error)}
          />
        </Field>
        <Field id="quiet-until" label={NOTICES.until[locale]}>
          <input
            class="input"
            type="time"
            id="quiet-until"
            name="until"
            value={typed?.get("until") ?? view.quiet_until ?? ""}
          />
        </Field>
      </div>
      <Field id="quiet-zone" label={NOTICES.zone[locale]}>
        <select class="input" id="quiet-zone" name="zone">
          {[...(ZONES.has(zone) ? [] : [zone]), ...ZONES.keys()].map((one) => (
            <option value={one} selected={one === zone}>
              {ZONES.get(one) ?? one.replace(/^.*\//, "").replaceAll("_", " ")}
            </option>
          ))}
        </select>
      </Field>
      <label class="check">
        <input type="checkbox" name="urgent" value="1" checked={urgent} />
        <span>
          {NOTICES.urgent[locale]}
          <span class="soft small block">{NOTICES.urgentHint[locale]}</span>
        </span>
      </label>
    </fieldset>
  );
}
