// Recordings that cannot be fetched as they are: too large is told to the person, too many at once waits.
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { vendorFailure } from "../../../src/providers/vendor-failure.ts";
import { openDatabase, type TestDatabase } from "../../support/database.ts";
import { makeScene, type Scene } from "./scene.ts";

let database: TestDatabase;
let scene: Scene;

beforeAll(async () => {
  database = await openDatabase();
  scene = await makeScene(database);
});
beforeEach(async () => {
  await scene.forget();
  scene.ctx.speech = [{ key: "openai", transcribe: async () => "Meu chefe não me pagou" }];
});
afterAll(async () => {
  await scene.evolution.close();
  await database.close();
});

const number = "5511987654321";
const voice = { audioMessage: { seconds: 3 } };
const heard = () => [...scene.heard.values()].flat().map(({ text }) => text);

it("one that is too large is not heard, and its person is asked to write", async () => {
  scene.evolution.sounds.set("3ALONG", new Uint8Array(1024 * 1024 + 1).fill(7));
  await scene.write({ from: number, id: "3ALONG", message: voice });
  expect(heard()).toEqual([]);
  expect(scene.evolution.textsTo(number).at(-1)).toContain("grande demais");
});

it("one too many at this moment is fetched a little later, and nobody has to send it again", async () => {
  const { whatsapp } = scene.ctx;
  if (whatsapp === null) throw new Error("nobody carries it");
  scene.evolution.sounds.set("3AVOICE", new TextEncoder().encode("OggS and the sound of it"));
  let isFull = true;
  scene.ctx.whatsapp = {
    ...whatsapp,
    media: (id) => (isFull ? Promise.reject(vendorFailure("overloaded", "full")) : whatsapp.media(id)),
  };
  await scene.write({ from: number, id: "3AVOICE", message: voice });
  isFull = false;
  scene.world.advance(3_600_000);
  await scene.world.drain();
  expect(heard()).toEqual(["Meu chefe não me pagou"]);
  expect(scene.evolution.textsTo(number)).toEqual([]);
  scene.ctx.whatsapp = whatsapp;
});
