// The page of notices, and the page that ends mails from a link without signing in.
import { type Context, Hono } from "hono";
import { VezError } from "../../base/errors.ts";
import { listCases } from "../../services/cases/list-cases.ts";
import { mailStop } from "../../services/notify/mail-stop.ts";
import { noticesInput } from "../../services/notify/notices-view.ts";
import { readNotices, storeNotices } from "../../services/notify/set-notices.ts";
import { readSubscription, unsubscribe } from "../../services/notify/unsubscribe.ts";
import { readReach } from "../../services/reach/set-reach.ts";
import type { AppEnv } from "../app-env.ts";
import { saysLanguage } from "../context.ts";
import { isWokenFor } from "../push-device.ts";
import { pushAppOf } from "../push-policy.ts";
import { requirePerson, session } from "../session.ts";
import { formBody } from "./form-body.ts";
import { homeOf } from "./layout.tsx";
import { Notices, type NoticesProps } from "./notices.tsx";
import { renderPage } from "./page.tsx";
import { signInFirst } from "./sign-in-first.ts";
import { GROUPS, NOTICES, UNSUBSCRIBE } from "./texts/notices.ts";

export const noticesPages = new Hono<AppEnv>();

noticesPages.get("/notices", session, signInFirst, (c) => noticesPage(c, {}));

noticesPages.post("/notices", session, signInFirst, async (c) => {
  const person = requirePerson(c);
  const typed = await formBody(c);
  const known = await readNotices(c.get("services"), person);
  const text = (name: string) => (typed.get(name) ?? "").trim() || null;
  const shown = typed.getAll("shown");
  const on = typed.getAll("on");
  const input = noticesInput.safeParse({
    // What the page did not show stays as it was.
    off: [...known.off.filter((one) => !shown.includes(one)), ...shown.filter((one) => !on.includes(one))],
    first: typed.has("first") ? text("first") : known.first,
    phone: typed.has("phone") ? text("phone") : known.phone,
    quiet_from: typed.has("zone") ? text("from") : known.quiet_from,
    quiet_until: typed.has("zone") ? text("until") : known.quiet_until,
    zone: text("zone") ?? known.zone,
    urgent_anytime: typed.has("zone") ? typed.has("urgent") : known.urgent_anytime,
  });
  if (!input.success) {
    const wrong = new Set(input.error.issues.map(({ path }) => path[0]));
    const locale = c.get("locale");
    const errors = {
      ...(wrong.has("phone") ? { phone: NOTICES.badPhone[locale] } : {}),
      ...(wrong.has("quiet_from") || wrong.has("quiet_until") ? { hours: NOTICES.badHours[locale] } : {}),
    };
    return noticesPage(c, { typed, errors }, 422);
  }
  await storeNotices(c.get("services"), person, input.data);
  return c.redirect("/notices?saved=1", 303);
});

async function noticesPage(
  c: Context<AppEnv>,
  again: Pick<NoticesProps, "typed" | "errors">,
  status: 200 | 422 = 200,
): Promise<Response> {
  const locale = c.get("locale");
  const person = requirePerson(c);
  const services = c.get("services");
  const isClient = person.role === "client";
  const [view, reach, cases, isOn, stop] = await Promise.all([
    readNotices(services, person),
    isClient ? readReach(services, person) : null,
    isClient ? listCases(services, person, { limit: 1 }) : null,
    pushAppOf(c.env) === null ? null : isWokenFor(c, person.userId),
    mailStop(services, person),
  ]);
  const newest = cases?.items[0];
  return renderPage(
    c,
    {
      title: NOTICES.title[locale],
      styles: ["reach.css"],
      here: "/notices",
      main: (
        <Notices
          view={view}
          role={person.role}
          reach={reach}
          reachPath={newest === undefined ? null : `/conversations/${newest.id}/reach`}
          mailStop={stop}
          push={isOn === null ? null : { isOn }}
          offersPhone={!isClient && services.senders.whatsapp !== undefined}
          home={person.role === "professional" ? "/pro/profile" : homeOf(person)}
          saved={c.req.query("saved") !== undefined}
          locale={locale}
          {...again}
        />
      ),
    },
    status,
  );
}

/** Only shows: mail programs and scanners open links by themselves. */
noticesPages.get("/unsubscribe/:token", async (c) => {
  try {
    return await unsubscribePage(c, c.req.param("token"), null);
  } catch (error) {
    if (error instanceof VezError && error.status === 404) return brokenLinkPage(c);
    throw error;
  }
});

/** Programs break long addresses: whoever wants no mails is shown the other way. */
function brokenLinkPage(c: Context<AppEnv>): Promise<Response> {
  const locale = c.get("locale");
  const main = (
    <div class="stack">
      <h1>{UNSUBSCRIBE.broken[locale]}</h1>
      <p class="lead">{UNSUBSCRIBE.brokenText[locale]}</p>
      <p>
        <a class="button" href="/notices">
          {UNSUBSCRIBE.change[locale]}
        </a>
      </p>
    </div>
  );
  return renderPage(c, { title: UNSUBSCRIBE.broken[locale], here: "/", main }, 404);
}

/**
 * One press of ours, or one of the mail program's (RFC 8058: `List-Unsubscribe=One-Click`), without a session or a cookie. A form with
 * parts, which some programs send, is as good.
 */
noticesPages.post("/unsubscribe/:token", async (c) => {
  const token = c.req.param("token");
  const isForm = (c.req.header("content-type") ?? "").startsWith("application/x-www-form-urlencoded");
  const scope = isForm && (await formBody(c)).get("scope") === "all" ? "all" : "group";
  await unsubscribe(c.get("services"), token, scope);
  return unsubscribePage(c, token, scope);
});

async function unsubscribePage(c: Context<AppEnv>, token: string, done: "group" | "all" | null): Promise<Response> {
  const { group, locale: own, isEnded } = await readSubscription(c.get("services"), token);
  if (!saysLanguage(c)) c.set("locale", own);
  const locale = c.get("locale");
  const isOver = done !== null || isEnded;
  const about = group === "account" ? "" : GROUPS[group].name[locale];
  return renderPage(c, {
    title: UNSUBSCRIBE.title[locale],
    here: `/unsubscribe/${token}`,
    main: (
      <div class="stack">
        <h1>{UNSUBSCRIBE.title[locale]}</h1>
        {isOver ? (
          <p class="lead" role="status">
            {(done === "all" ? UNSUBSCRIBE.doneAll : UNSUBSCRIBE.done)[locale]}
          </p>
        ) : (
          <p class="lead">
            {UNSUBSCRIBE.ask[locale]} <b>{about}</b>
          </p>
        )}
        <p>{UNSUBSCRIBE.stays[locale]}</p>
        <form method="post" action={`/unsubscribe/${token}`} class="row">
          {!isOver && (
            <button type="submit" class="button" name="scope" value="group">
              {UNSUBSCRIBE.stop[locale]}
            </button>
          )}
          {done !== "all" && (
            <button type="submit" class="button quiet" name="scope" value="all">
              {UNSUBSCRIBE.all[locale]}
            </button>
          )}
        </form>
        <p>
          <a href="/notices">{UNSUBSCRIBE.change[locale]}</a>
        </p>
      </div>
    ),
  });
}
