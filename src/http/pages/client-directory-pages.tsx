// The routes of the list: look, narrow, turn the page, write to somebody; everything without scripts.
import { type Context, Hono } from "hono";
import { VezError } from "../../base/errors.ts";
import { MOST_CONTACT_CHARACTERS } from "../../domain/directory/contact-limits.ts";
import { type Filters, filtersInput } from "../../domain/directory/filters.ts";
import { centsOf } from "../../domain/words/money-input.ts";
import { contactInput, contactProfessional } from "../../services/directory/contact-professional.ts";
import { listProfessionals } from "../../services/directory/list-professionals.ts";
import { visibleCase } from "../../services/intake/visible-case.ts";
import type { AppEnv, Person } from "../app-env.ts";
import { requirePerson, session } from "../session.ts";
import { Directory } from "./client-directory.tsx";
import { formBody } from "./form-body.ts";
import { renderPage } from "./page.tsx";
import { signInFirst } from "./sign-in-first.ts";
import { LIST, LIST_PROBLEMS } from "./texts/directory.ts";

export const clientDirectoryPages = new Hono<AppEnv>();

const PATH = "/conversations/:caseId/professionals";

clientDirectoryPages.get(PATH, session, signInFirst, (c) =>
  listPage(c, c.req.param("caseId"), new URL(c.req.url).searchParams),
);

clientDirectoryPages.post(PATH, session, signInFirst, async (c) => {
  const caseId = c.req.param("caseId");
  const locale = c.get("locale");
  const form = await formBody(c);
  const text = (form.get("text") ?? "").replaceAll("\r\n", "\n").trim();
  const query = new URLSearchParams(form.get("query") ?? "");
  const failed = (code: string, status: 409 | 422) =>
    listPage(c, caseId, query, { words: (LIST_PROBLEMS[code] ?? LIST.none)[locale], text }, status);
  const input = contactInput.safeParse({ professional_id: form.get("professional_id"), text });
  if (!input.success) return failed(text.length > MOST_CONTACT_CHARACTERS ? "too_long" : "not_choosable", 422);
  try {
    await contactProfessional(c.get("services"), requirePerson(c), caseId, input.data);
  } catch (error) {
    if (!(error instanceof VezError) || LIST_PROBLEMS[error.code] === undefined) return leadBack(c, caseId, error);
    return failed(error.code, 409);
  }
  return c.redirect(`/conversations/${caseId}/professionals?done=written#contacts`, 303);
});

async function listPage(
  c: Context<AppEnv>,
  caseId: string,
  asked: URLSearchParams,
  failed?: { words: string; text: string },
  status: 200 | 409 | 422 = 200,
) {
  const locale = c.get("locale");
  const services = c.get("services");
  const client: Person = { ...requirePerson(c), role: "client", locale };
  const { filters, query, wrong } = filtersOf(asked);
  const cursor = asked.get("cursor") ?? undefined;
  try {
    const page = await listProfessionals(services, client, caseId, { ...filters, cursor });
    const { area } = await visibleCase(services, client, caseId);
    if (cursor !== undefined) query.set("cursor", cursor);
    const written = asked.get("done") === "written";
    const of = { page, area, filters, query, wrongFilter: wrong, written, locale };
    return renderPage(
      c,
      {
        title: LIST.title[locale],
        styles: ["client.css", "case.css", "directory.css"],
        here: `/conversations/${caseId}/professionals`,
        main: <Directory {...of} {...(failed === undefined ? {} : { failed })} />,
      },
      status,
    );
  } catch (error) {
    // A place in a list of an earlier day: the list begins again.
    if (cursor !== undefined && error instanceof VezError && error.code === "invalid_input") {
      return c.redirect(`/conversations/${caseId}/professionals?${query}`, 303);
    }
    return leadBack(c, caseId, error);
  }
}

/** Where nothing is to be chosen any more the conversation says how things stand. */
function leadBack(c: Context<AppEnv>, caseId: string, error: unknown) {
  if (error instanceof VezError && error.code === "not_choosing") {
    return c.redirect(`/conversations/${caseId}#latest`, 303);
  }
  throw error;
}

/** A filter that cannot be read is left out and said so. */
function filtersOf(asked: URLSearchParams): { filters: Filters; query: URLSearchParams; wrong: boolean } {
  const given: Record<string, string> = {};
  for (const name of Object.keys(filtersInput.shape)) given[name] = (asked.get(name) ?? "").trim();
  const cents = given.max_price === undefined || given.max_price === "" ? null : centsOf(given.max_price);
  if (cents !== null) given.max_price = String(Math.floor(cents / 100));
  const parsed = filtersInput.safeParse(given);
  const bad = new Set(parsed.success ? [] : parsed.error.issues.map(({ path }) => String(path[0])));
  const kept = Object.fromEntries(Object.entries(given).filter(([name, value]) => value !== "" && !bad.has(name)));
  return { filters: filtersInput.parse(kept), query: new URLSearchParams(kept), wrong: bad.size > 0 };
}
