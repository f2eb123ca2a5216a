// The console's routes of professionals: list, search, record, and what is set there.
import { type Context, Hono } from "hono";
import { updateForProfessional } from "../../services/professionals/update-professional.ts";
import { listProfessionals, searchProfessionals } from "../../services/verification/list-professionals.ts";
import { readForOperator } from "../../services/verification/read-for-operator.ts";
import { setPriority } from "../../services/verification/set-priority.ts";
import { liftSuspension, suspend } from "../../services/verification/suspend.ts";
import type { AppEnv } from "../app-env.ts";
import { formBody } from "./form-body.ts";
import { acted, desk } from "./ops-desk.ts";
import { opsPage } from "./ops-frame.tsx";
import { ProfessionalList, ProfessionalRecord } from "./ops-professionals.tsx";
import { filled } from "./ops-verification-pages.tsx";
import { DESK } from "./texts/ops-verifications.ts";

export const opsProfessionalPages = new Hono<AppEnv>();

opsProfessionalPages.get("/ops/professionals", async (c) => {
  const { services, operator, locale, query } = desk(c);
  const { status, licence, uf, cursor } = query;
  const list = await listProfessionals(services, operator, { status, licence, uf, cursor });
  return listPage(c, <ProfessionalList {...list} query={query} q={null} locale={locale} />);
});

/** A name is personal: it is posted, never part of an address. */
opsProfessionalPages.post("/ops/professionals", async (c) => {
  const q = ((await formBody(c)).get("q") ?? "").trim();
  const { services, operator, locale } = desk(c);
  if (q.length < 2) return c.redirect("/ops/professionals", 303);
  const list = await searchProfessionals(services, operator, { q: q.slice(0, 120), limit: 100 });
  return listPage(c, <ProfessionalList {...list} query={{}} q={q} locale={locale} />);
});

function listPage(c: Context<AppEnv>, main: Parameters<typeof opsPage>[1]["main"]): Promise<Response> {
  return opsPage(c, { section: "professionals", title: DESK.title[c.get("locale")], main });
}

opsProfessionalPages.get("/ops/professionals/:id", async (c) => {
  const { services, operator, locale } = desk(c);
  const view = await readForOperator(services, operator, c.req.param("id"));
  return listPage(c, <ProfessionalRecord view={view} locale={locale} />);
});

opsProfessionalPages.post("/ops/professionals/:id/suspend", (c) =>
  pressed(c, (post, id) => {
    const { services, operator } = desk(c);
    const { words, until } = { words: post.get("words") ?? undefined, until: post.get("until") || null };
    return suspend(services, operator, { id, reason: post.get("reason"), words, until });
  }),
);

opsProfessionalPages.post("/ops/professionals/:id/lift", (c) =>
  pressed(c, (_, id) => {
    const { services, operator } = desk(c);
    return liftSuspension(services, operator, id);
  }),
);

opsProfessionalPages.post("/ops/professionals/:id/leave", (c) =>
  pressed(c, (post, id) => {
    const { services, operator } = desk(c);
    const from = post.get("leave_from") || null;
    const ends = post.get("end") === "yes" || from === null;
    const leave = ends ? { leave_from: null } : { leave_from: from, leave_until: post.get("leave_until") || null };
    return updateForProfessional(services, operator, id, leave);
  }),
);

opsProfessionalPages.post("/ops/professionals/:id/priority", (c) =>
  pressed(c, (post, id) => {
    const { services, operator } = desk(c);
    return setPriority(services, operator, { id, priority: post.get("priority"), reason: post.get("reason") });
  }),
);

type Press = (post: URLSearchParams, id: string) => Promise<unknown>;

async function pressed(c: Context<AppEnv>, press: Press): Promise<Response> {
  const post = await formBody(c);
  const id = c.req.param("id") ?? "";
  return acted(c, `/ops/professionals/${id}`, () =>
    press(post, id).catch((error: unknown) => {
      throw filled(error);
    }),
  );
}
