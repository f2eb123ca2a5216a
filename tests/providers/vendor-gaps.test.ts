// What is set by half is said by the names of what is missing, and a failure's reason reaches the log.
import { expect, test } from "vitest";
import * as z from "zod";
import { makeLog } from "../../src/base/log.ts";
import { vendorFailure } from "../../src/providers/vendor-failure.ts";
import { vendorGaps } from "../../src/providers/vendor-gaps.ts";
import { vendorSettings } from "../../src/providers/vendor-settings.ts";

const CASES = [
  { set: {}, gaps: [] },
  { set: { SENDGRID_API_KEY: "SG.secret" }, gaps: [{ vendor: "SendGrid", missing: ["SENDGRID_FROM"], effect: "off" }] },
  {
    set: { SENDGRID_API_KEY: "SG.secret", SENDGRID_FROM: "vez@vez.test" },
    gaps: [{ vendor: "SendGrid", missing: ["SENDGRID_WEBHOOK_KEY"], effect: "deaf" }],
  },
  {
    set: { SENDGRID_WEBHOOK_KEY: "key" },
    gaps: [{ vendor: "SendGrid", missing: ["SENDGRID_API_KEY", "SENDGRID_FROM"], effect: "off" }],
  },
  { set: { SLACK_WEBHOOK_URL: "https://hooks.slack.com/services/T/B/x", PAGERDUTY_ROUTING_KEY: "r" }, gaps: [] },
  {
    set: { EVOLUTION_URL: "https://e.test", EVOLUTION_API_KEY: "k", EVOLUTION_INSTANCE: "vez" },
    gaps: [{ vendor: "Evolution API", missing: ["EVOLUTION_WEBHOOK_TOKEN"], effect: "deaf" }],
  },
] as const;

test.each(CASES)("with $set it says $gaps", ({ set, gaps }) => {
  expect(vendorGaps(set)).toEqual(gaps);
});

test("each variable that it names is one of the configuration's", () => {
  const known = new Set([
    ...Object.keys(vendorSettings),
    ...["UPSTASH_REDIS_REST_URL", "UPSTASH_REDIS_REST_TOKEN", "ACCESS_TEAM_DOMAIN", "ACCESS_AUD"],
  ]);
  const one = [...known].flatMap((name) => vendorGaps({ [name]: "set" }));
  expect(one.flatMap(({ missing }) => missing).filter((name) => !known.has(name))).toEqual([]);
  expect(new Set(one.map(({ vendor }) => vendor)).size).toBe(8);
});

test.each([
  ["EVOLUTION_URL", "http://evolution:8080"],
  ["SENDGRID_URL", "ftp://api.sendgrid.com"],
  ["CHATWOOT_INBOX_ID", "inbox"],
] as const)("%s=%s is refused with the variable's name", (name, value) => {
  const parsed = z.object(vendorSettings).safeParse({ [name]: value });
  expect(parsed.error?.issues.map(({ path }) => path.join("."))).toEqual([name]);
});

test("an address on this machine may be plain", () => {
  expect(z.object(vendorSettings).safeParse({ EVOLUTION_URL: "http://127.0.0.1:8080" }).success).toBe(true);
});

test("why a vendor refused stands in the log", () => {
  const lines: string[] = [];
  makeLog("INFO", (line) => lines.push(line)).warn("failed", {
    error: vendorFailure("refused", "slack: not_in_channel"),
  });
  expect(lines[0]).toContain("slack: not_in_channel");
});
