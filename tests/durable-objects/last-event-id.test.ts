// The number after which a reader resumes, from whatever it sends.
import { expect, test } from "vitest";
import { resumePoint } from "../../durable-objects/conversation-resume.ts";
import { lastEventId } from "../../src/http/stream/last-event-id.ts";

const asked = (query: string, header?: string) =>
  lastEventId(
    new Request(
      `https://vez.test/stream${query}`,
      header === undefined ? {} : { headers: { "last-event-id": header } },
    ),
  );

test("the header wins over the query, because a reconnecting browser sends it with the page's old address", () => {
  expect(asked("?last_event_id=3", "7")).toBe(7);
  expect(asked("?last_event_id=3")).toBe(3);
  expect(asked("")).toBe(0);
});

test.each(["-1", "1.5", "abc", "", " 4", "1e3", "0x10", "9".repeat(40), "4;drop", "٤"])(
  "rubbish (%j) is the whole log",
  (rubbish) => {
    expect(asked(`?last_event_id=${encodeURIComponent(rubbish)}`)).toBe(0);
  },
);

test("the resume point is strictly after what the reader has, never beyond the log's end, with the hole named", () => {
  expect(resumePoint(4, 1, 9)).toEqual({ after: 4, gap: null });
  expect(resumePoint(40, 1, 9)).toEqual({ after: 9, gap: null });
  expect(resumePoint(0, 1, 0)).toEqual({ after: 0, gap: null });
  expect(resumePoint(3, 5, 9)).toEqual({ after: 4, gap: { from: 4, to: 4 } });
  expect(resumePoint(4, 5, 9)).toEqual({ after: 4, gap: null });
});
