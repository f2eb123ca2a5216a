// The product's name is feminine in Portuguese, in every text that the rules and the pages write.
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const ROOT = new URL("../../src/", import.meta.url);
const FILES = ["domain/", "http/pages/"].flatMap((folder) =>
  readdirSync(new URL(folder, ROOT), { recursive: true, encoding: "utf8" })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => folder + path),
);

test("no text speaks of “o Vez”", () => {
  expect(FILES.length).toBeGreaterThan(50);
  for (const path of FILES) {
    const masculine = /\b(?:[Oo]|[Dd]o|[Nn]o|[Aa]o|[Pp]elo|[Uu]m|[Ee]ste|[Nn]osso) Vez\b/.exec(
      readFileSync(new URL(path, ROOT), "utf8"),
    );
    expect(masculine?.[0], path).toBeUndefined();
  }
});
