// In which language a person on WhatsApp is spoken with: as the first words were, or as was asked for.
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { cases, users } from "../../../src/db/schema.ts";
import type { Locale } from "../../../src/domain/locale.ts";
import type { ConversationPort, Correction } from "../../../src/domain/ports.ts";
import { openDatabase, type TestDatabase } from "../../support/database.ts";
import { makeScene, type Scene } from "./scene.ts";

let database: TestDatabase;
let scene: Scene;
let recorded: (id: string) => ConversationPort;
let corrections: { correction: Correction; key: string }[];
let spoken: Locale;

beforeAll(async () => {
  database = await openDatabase();
  scene = await makeScene(database);
  recorded = scene.ctx.conversation;
});
beforeEach(async () => {
  await scene.forget();
  corrections = [];
  spoken = "pt-BR";
  scene.ctx.conversation = (id) => {
    const port = recorded(id);
    return {
      ...port,
      snapshot: async (input) => {
        const found = await port.snapshot(input);
        return found.ok ? { ok: true, value: { ...found.value, locale: spoken } } : found;
      },
      correct: async (input) => {
        corrections.push(input);
        spoken = input.correction.locale ?? spoken;
        return port.snapshot({});
      },
    };
  };
});
afterAll(async () => {
  await scene.evolution.close();
  await database.close();
});

const number = "5511987654321";
const heard = () => [...scene.heard.values()].flat().map(({ text }) => text);

async function locales() {
  const { userId, caseId } = await scene.contact(`+${number}`);
  const [user] = await scene.ctx.db.select().from(users).where(eq(users.id, userId));
  const [row] = await scene.ctx.db
    .select()
    .from(cases)
    .where(eq(cases.id, caseId ?? ""));
  return [user?.locale, row?.locale];
}

it("who begins in English has a case in English, and is told in it what cannot be read", async () => {
  await scene.write({ from: number, text: "Hello, I was fired last week and they did not pay me." });
  expect(await locales()).toEqual(["en", "en"]);
  expect(heard()).toHaveLength(1);
  await scene.write({ from: number, message: { stickerMessage: {} } });
  expect(scene.evolution.textsTo(number).at(-1)).toContain("I cannot read that here");
});

it("whose first words do not say it is spoken with in Portuguese, and shown the way to English", async () => {
  await scene.write({ from: number, message: { stickerMessage: {} } });
  expect(await locales()).toEqual(["pt-BR", "pt-BR"]);
  expect(scene.evolution.textsTo(number)[0]).toContain("For English, write “English”.");
});

it("who asks for the other language has it from then on, and his wish is no part of his story", async () => {
  await scene.write({ from: number, text: "Fui demitida." });
  await scene.write({ from: number, text: "English, please", id: "3AEN" });
  expect(await locales()).toEqual(["en", "en"]);
  expect(heard()).toEqual(["Fui demitida."]);
  expect(corrections).toEqual([{ correction: { locale: "en" }, key: "wa:3AEN:language" }]);
  expect(scene.evolution.textsTo(number).at(-1)).toBe("All right, in English from here on.");
  await scene.write({ from: number, text: "português" });
  expect(await locales()).toEqual(["pt-BR", "pt-BR"]);
  expect(corrections).toHaveLength(2);
});

it("who asks for it with the first word begins in it, and nothing has to be changed", async () => {
  spoken = "en";
  await scene.write({ from: number, text: "English" });
  expect(await locales()).toEqual(["en", "en"]);
  expect([heard(), corrections]).toEqual([[], []]);
  // Said again, it is the same wish, and still no story.
  await scene.write({ from: number, text: "English" });
  expect(heard()).toEqual([]);
});

it("a next case whose first words do not say it is held as the one before", async () => {
  await scene.write({ from: number, text: "I need help with my landlord" });
  const { caseId } = await scene.contact(`+${number}`);
  await scene.ctx.db
    .update(cases)
    .set({ status: "closed", closeReason: "done" })
    .where(eq(cases.id, caseId ?? ""));
  await scene.write({ from: number, text: "ok" });
  expect((await scene.contact(`+${number}`)).caseId).not.toBe(caseId);
  expect(await locales()).toEqual(["en", "en"]);
});
