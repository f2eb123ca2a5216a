// The forms of what the talk asks: how to be reached, the search at once instead, and whether a case is an earlier one.
import { type Context, Hono } from "hono";
import { joinCase, joinInput } from "../../services/duplicates/join-case.ts";
import { keepApart } from "../../services/duplicates/keep-apart.ts";
import { reachInput } from "../../services/reach/reach-view.ts";
import { readAsks } from "../../services/reach/read-asks.ts";
import { searchNow } from "../../services/reach/search-now.ts";
import { deleteReach, storeReach } from "../../services/reach/set-reach.ts";
import type { AppEnv, Person } from "../app-env.ts";
import { requirePerson, session } from "../session.ts";
import { formBody } from "./form-body.ts";
import { renderPage } from "./page.tsx";
import { ReachForm, type ReachFormProps } from "./reach-form.tsx";
import { signInFirst } from "./sign-in-first.ts";
import { TALK } from "./texts/client.ts";
import { REACH } from "./texts/reach.ts";

export const reachPages = new Hono<AppEnv>();

reachPages.get("/conversations/:caseId/reach", session, signInFirst, (c) => reachPage(c, c.req.param("caseId"), {}));

reachPages.post("/conversations/:caseId/reach", session, signInFirst, async (c) => {
  const caseId = c.req.param("caseId");
  const person = requirePerson(c);
  // Whose case it is, is looked at first: the form leads back to it.
  const { zone } = await readAsks(c.get("services"), person, caseId);
  const typed = await formBody(c);
  const input = reachInput.safeParse(readForm(typed, zone));
  if (!input.success) return reachPage(c, caseId, { typed, errors: errorsOf(c, typed, input.error.issues) }, 422);
  await storeReach(c.get("services"), person, input.data);
  return c.redirect(backTo(caseId, typed.get("back"), "reachSaved"), 303);
});

reachPages.post("/conversations/:caseId/reach/delete", session, signInFirst, async (c) => {
  const caseId = c.req.param("caseId");
  await readAsks(c.get("services"), requirePerson(c), caseId);
  await deleteReach(c.get("services"), requirePerson(c));
  return c.redirect(backTo(caseId, "case", "reachRemoved"), 303);
});

reachPages.post("/conversations/:caseId/search-now", session, signInFirst, async (c) => {
  const caseId = c.req.param("caseId");
  await searchNow(c.get("services"), requirePerson(c), caseId);
  return c.redirect(`/conversations/${caseId}#latest`, 303);
});

/** Whether it is the earlier case: joined leads there, another stays here. */
reachPages.post("/conversations/:caseId/same", session, signInFirst, async (c) => {
  const caseId = c.req.param("caseId");
  const client: Person = { ...requirePerson(c), role: "client" };
  const form = await formBody(c);
  if (form.get("answer") !== "same") {
    await keepApart(c.get("services"), client, caseId);
    return c.redirect(`/conversations/${caseId}#latest`, 303);
  }
  const input = joinInput.parse({ into: form.get("into") ?? "" });
  const { joined_into } = await joinCase(c.get("services"), client, caseId, input);
  return c.redirect(`/conversations/${joined_into}#latest`, 303);
});

/** What the browser's form says, as a program would say it. */
function readForm(form: URLSearchParams, zone: string) {
  const text = (name: string) => (form.get(name) ?? "").trim();
  return {
    channel: text("channel"),
    address: text("address") === "" ? null : text("address"),
    leave_message: form.has("leave"),
    safe_from: text("from") === "" ? null : text("from"),
    safe_until: text("until") === "" ? null : text("until"),
    zone: text("zone") === "" ? zone : text("zone"),
    note: text("note"),
  };
}

function errorsOf(
  c: Context<AppEnv>,
  typed: URLSearchParams,
  issues: readonly { path: PropertyKey[] }[],
): NonNullable<ReachFormProps["errors"]> {
  const locale = c.get("locale");
  const wrong = new Set(issues.map(({ path }) => path[0]));
  const address = typed.get("channel") === "email" ? REACH.badEmail : REACH.badPhone;
  return {
    ...(wrong.has("address") || wrong.has("channel") ? { address: address[locale] } : {}),
    ...(wrong.has("safe_from") || wrong.has("safe_until") ? { hours: REACH.badHours[locale] } : {}),
  };
}

function backTo(caseId: string, back: string | null, done: string): string {
  return back === "case" ? `/conversations/${caseId}/case?done=${done}#reach` : `/conversations/${caseId}#latest`;
}

async function reachPage(
  c: Context<AppEnv>,
  caseId: string,
  again: Pick<ReachFormProps, "typed" | "errors">,
  status: 200 | 422 = 200,
) {
  const locale = c.get("locale");
  const client: Person = { ...requirePerson(c), role: "client" };
  const asks = await readAsks(c.get("services"), client, caseId);
  const back = again.typed?.get("back") === "talk" ? "talk" : "case";
  const way = back === "talk" ? `/conversations/${caseId}#latest` : `/conversations/${caseId}/case#reach`;
  return renderPage(
    c,
    {
      title: REACH.kept[locale],
      styles: ["client.css", "reach.css"],
      scripts: ["recovery.js"],
      here: `/conversations/${caseId}/reach`,
      main: (
        <div class="stack">
          <p>
            <a class="way" href={way}>
              {REACH.back[locale]}
            </a>
          </p>
          {asks.danger && (
            <form method="post" action="/leave" class="leave" id="exit">
              <button type="submit" class="exit" title={TALK.exitHint[locale]}>
                {TALK.exit[locale]}
              </button>
            </form>
          )}
          <h1>{REACH.title[locale]}</h1>
          <ReachForm {...asks} {...again} caseId={caseId} locale={locale} back={back} />
          <p class="soft small">{REACH.seen[locale]}</p>
        </div>
      ),
    },
    status,
  );
}
