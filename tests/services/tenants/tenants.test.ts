// Houses: found by host, changed by operators alone, and a case keeps the mode in which it was opened.
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { audit, cases, tenants, users } from "../../../src/db/schema.ts";
import type { Actor, ServiceContext } from "../../../src/services/context.ts";
import { openCase } from "../../../src/services/intake/open-case.ts";
import { listTenants } from "../../../src/services/tenants/list-tenants.ts";
import { saveTenant } from "../../../src/services/tenants/save-tenant.ts";
import { hasDirectory, tenantOf } from "../../../src/services/tenants/tenants.ts";
import { openDatabase, type TestDatabase } from "../../support/database.ts";
import { makeWorld, type World } from "../../support/world.ts";

type Person = Extract<Actor, { kind: "person" }>;
const OPERATOR: Person = { kind: "person", userId: "usr_operator", role: "operator", locale: "pt-BR" };
const CLIENT: Person = { kind: "person", userId: "usr_someone", role: "client", locale: "pt-BR" };
const HOUSE = {
  id: "oab-xx",
  name: "Lista XX",
  hosts: ["Lista.Example.org:8443", "lista.example.org"],
  mode: "directory",
  notes: "Provimento local não permite indicar clientes.",
};
let database: TestDatabase;
let world: World;

beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.reset();
  world = await makeWorld(database, { professionals: 0 });
  await database.db
    .insert(users)
    .values({ id: CLIENT.userId, name: "", email: "someone@anonymous.invalid", isAnonymous: true });
});

const save = (change: object = {}, actor: Actor = OPERATOR) =>
  saveTenant(world.ctx, actor, { ...HOUSE, ...change } as never);
const modeOf = async (host: string | null, ctx: ServiceContext = world.ctx) => (await tenantOf(ctx, host)).mode;

describe("a house", () => {
  it("is found by its host, whatever port or letters; every other host is the default's", async () => {
    expect(await modeOf("lista.example.org")).toBe("matching");
    const saved = await save();
    expect(saved).toMatchObject({ id: "oab-xx", hosts: ["lista.example.org"], mode: "directory", locale: "pt-BR" });
    expect(await modeOf("LISTA.example.org.")).toBe("directory");
    expect(await modeOf("lista.example.org:8787")).toBe("directory");
    expect(await modeOf("evil-lista.example.org")).toBe("matching");
    expect(await modeOf("not a host")).toBe("matching");
    expect(await modeOf(null)).toBe("matching");
    expect(await hasDirectory(world.ctx)).toBe(true);
  });

  it("follows the setting where no row says so, and the row `default` before the setting", async () => {
    const directory = { ...world.ctx, settings: { ...world.ctx.settings, jurisdictionMode: "directory" as const } };
    expect(await modeOf("any.example", directory)).toBe("directory");
    await save({ id: "default", hosts: [], mode: "matching" });
    expect(await modeOf("any.example", directory)).toBe("matching");
  });

  it("is written down once with who did it; the same again changes nothing", async () => {
    await save();
    await save();
    await save({ mode: "matching" });
    const rows = await database.db.select().from(audit).where(eq(audit.action, "tenant.saved"));
    expect(rows.map(({ actor, subject, detail }) => ({ actor, subject, detail }))).toEqual([
      { actor: OPERATOR.userId, subject: "oab-xx", detail: { mode: "directory", locale: "pt-BR", hosts: 1 } },
      { actor: OPERATOR.userId, subject: "oab-xx", detail: { mode: "matching", locale: "pt-BR", hosts: 1 } },
    ]);
  });

  it("does not take another's host, also when both are saved at once", async () => {
    const results = await Promise.allSettled([save(), save({ id: "oab-yy" })]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await database.db.select().from(tenants)).toHaveLength(1);
    await expect(save({ id: "oab-zz", hosts: ["a.example", "lista.example.org"] })).rejects.toMatchObject({
      code: "host_taken",
      status: 409,
    });
  });

  it("is refused without a reason, with a host that is none, or an unknown mode", async () => {
    for (const change of [{ notes: "" }, { hosts: ["https://x/"] }, { mode: "paid" }, { id: "UP" }, { name: " " }]) {
      await expect(save(change)).rejects.toMatchObject({ code: "invalid_input" });
    }
    expect(await database.db.select().from(tenants)).toEqual([]);
  });

  it("exists for operators only", async () => {
    await expect(save({}, CLIENT)).rejects.toMatchObject({ status: 404 });
    await expect(listTenants(world.ctx, CLIENT)).rejects.toMatchObject({ status: 404 });
    await expect(listTenants(world.ctx, { ...CLIENT, role: "coordinator" })).rejects.toMatchObject({ status: 404 });
  });

  it("is listed page by page with the cases that were opened in it", async () => {
    await save();
    await save({ id: "oab-yy", hosts: ["yy.example"] });
    await world.addCase({ mode: "directory", status: "choosing", tenantId: "oab-xx" });
    const first = await listTenants(world.ctx, OPERATOR, { limit: 1 });
    expect(first).toMatchObject({ items: [{ id: "oab-xx", cases: { matching: 0, directory: 1 } }], next: "oab-xx" });
    const second = await listTenants(world.ctx, OPERATOR, { limit: 1, cursor: first.next });
    expect(second).toMatchObject({ items: [{ id: "oab-yy" }], next: null });
  });
});

describe("a case", () => {
  /** The conversation of this world opens nothing: what counts is the row. */
  async function opened(host: string, key: string) {
    const ctx: ServiceContext = {
      ...world.ctx,
      conversation: () => ({
        ...world.ctx.conversation("cnv_none"),
        open: async () => ({ ok: true, value: { message: "", status: "interviewing" } }) as never,
      }),
    };
    const { caseId } = await openCase(ctx, CLIENT, { vertical: "legal", zone: "America/Sao_Paulo" }, key, null, host);
    const [row] = await database.db.select().from(cases).where(eq(cases.id, caseId));
    return row;
  }

  it("keeps the mode and house in which it was opened; a change holds for new ones only", async () => {
    await save({ locale: "en" });
    const before = await opened("lista.example.org", "one");
    expect(before).toMatchObject({ mode: "directory", tenantId: "oab-xx", locale: "en", status: "triage" });
    await save({ mode: "matching" });
    expect(await opened("lista.example.org", "two")).toMatchObject({ mode: "matching", tenantId: "oab-xx" });
    expect(await opened("lista.example.org", "one")).toMatchObject({ id: before?.id, mode: "directory" });
    expect(await opened("elsewhere.example", "three")).toMatchObject({ mode: "matching", tenantId: "default" });
  });
});
