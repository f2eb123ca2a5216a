// What stands beside what in one delivery: nobody stands behind a training.
import { expect, test } from "vitest";
import type { MessageName } from "../../../src/domain/messages.ts";
import type { Task } from "../../../src/services/outbox/tasks.ts";
import { tracksOf } from "../../../src/services/outbox/tracks.ts";

const task = (name: MessageName, line: string | null = null): Task => {
  const at = new Date(0);
  const row = { id: name, key: name, name, line, lane: "low" as const, version: 1, body: {}, traceId: "trc_1" };
  const rest = { status: "pending" as const, attempts: 0, availableAt: at, queuedAt: at, createdAt: at };
  const open = { claimedUntil: null, doneAt: null, waitsSince: null, lastError: null };
  return { row: { ...row, ...rest, ...open }, ahead: 0, deliveries: [] };
};

test("a training stands in a track of its own, however many others there are", () => {
  const names = ["model.train", "case.compare", "person.notify", "team.post", "desk.mirror", "vendor.event"] as const;
  const tasks = [...names.map((name) => task(name)), task("team.page", "page:a"), task("team.page", "page:b")];
  const tracks = tracksOf(tasks, () => 1).map((track) =>
    track.flatMap((unit) => unit.tasks.map(({ row }) => row.name)),
  );
  expect(tracks).toContainEqual(["model.train"]);
  expect(tracks).toContainEqual(["case.compare", "person.notify"]);
  expect(tracks).toHaveLength(5);
});
