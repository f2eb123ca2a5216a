// What every page of the console shares: sections with their keys, the help, the live line.
import type { Context } from "hono";
import type { Child } from "hono/jsx";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { Locale } from "../../domain/locale.ts";
import type { AppEnv } from "../app-env.ts";
import { renderPage } from "./page.tsx";
import type { Page } from "./page-shape.ts";
import { Notice } from "./parts/notice.tsx";
import { wordsOf } from "./pro-frame.tsx";
import { OPS_KEYS, OPS_LIVE, OPS_NAV, OPS_REFUSED } from "./texts/ops.ts";

export type OpsSection = keyof typeof OPS_NAV;

/** Where each section is, and the letter that follows g. */
const SECTIONS: Record<OpsSection, { path: string; key: string }> = {
  overview: { path: "/ops", key: "n" },
  cases: { path: "/ops/cases", key: "c" },
  conversations: { path: "/ops/conversations", key: "v" },
  offers: { path: "/ops/offers", key: "o" },
  outbox: { path: "/ops/outbox", key: "d" },
  mail: { path: "/ops/mail", key: "m" },
  equity: { path: "/ops/equity", key: "e" },
  models: { path: "/ops/models", key: "l" },
  conflicts: { path: "/ops/conflicts", key: "i" },
  reports: { path: "/ops/reports", key: "x" },
  embeddings: { path: "/ops/embeddings", key: "s" },
  jobs: { path: "/ops/jobs", key: "j" },
  keys: { path: "/ops/keys", key: "y" },
  webhooks: { path: "/ops/webhooks", key: "w" },
  verifications: { path: "/ops/verifications", key: "f" },
  professionals: { path: "/ops/professionals", key: "p" },
  people: { path: "/ops/people", key: "t" },
  report: { path: "/ops/report", key: "r" },
  organisations: { path: "/ops/organisations", key: "z" },
  tenants: { path: "/ops/tenants", key: "h" },
};

const ORDER = [
  "overview",
  "cases",
  "conversations",
  "offers",
  "conflicts",
  "reports",
  "verifications",
  "professionals",
  "equity",
  "models",
  "embeddings",
  "outbox",
  "mail",
  "jobs",
  "keys",
  "webhooks",
  "people",
  "report",
  "organisations",
  "tenants",
] as const;

/** What an operator looks at every day; the rest is behind "More". */
const DAILY: ReadonlySet<OpsSection> = new Set<OpsSection>([
  "overview",
  "cases",
  "conversations",
  "offers",
  "conflicts",
  "verifications",
]);

interface OpsPage {
  section: OpsSection;
  title: string;
  main: Child;
  /** 200 unless told. */
  status?: ContentfulStatusCode;
  /** Followed instead of the operators' own stream. */
  stream?: string;
  after?: number;
}

export function opsPage(c: Context<AppEnv>, page: OpsPage): Promise<Response> {
  const locale = c.get("locale");
  const refused = OPS_REFUSED[c.req.query("refused") ?? ""];
  const shown: Page = {
    title: page.title,
    styles: ["ops.css", "ops-panels.css"],
    scripts: ["ops.js"],
    width: "full",
    noFoot: true,
    nav: ORDER.map((section) => ({
      href: SECTIONS[section].path,
      label: OPS_NAV[section][locale],
      current: section === page.section,
      more: !DAILY.has(section),
    })),
    barEnd: (
      <button type="button" class="plain" id="keys-open" aria-haspopup="dialog" hidden>
        <kbd>?</kbd> {OPS_KEYS.hint[locale]}
      </button>
    ),
    data: {
      stream: page.stream ?? "/api/v2/operator/stream",
      after: page.after ?? null,
      words: wordsOf(OPS_LIVE, locale),
      keys: Object.fromEntries(ORDER.map((section) => [SECTIONS[section].key, SECTIONS[section].path])),
    },
    main: (
      <div class="ops">
        {refused !== undefined && <Notice kind="care">{refused[locale]}</Notice>}
        {page.main}
        <p class="offline" id="line-state" role="status" hidden />
        <div class="said-only" id="said" aria-live="polite" />
        <Keys locale={locale} />
      </div>
    ),
  };
  return renderPage(c, shown, page.status);
}

function Keys({ locale }: { locale: Locale }) {
  const plain = [
    ["j", OPS_KEYS.next],
    ["k", OPS_KEYS.previous],
    ["Enter", OPS_KEYS.open],
    ["r", OPS_KEYS.reply],
    ["Ctrl Enter", OPS_KEYS.send],
    ["Esc", OPS_KEYS.leave],
    ["?", OPS_KEYS.help],
  ] as const;
  return (
    <dialog id="keys" aria-labelledby="keys-title">
      <h2 id="keys-title">{OPS_KEYS.title[locale]}</h2>
      <dl class="keys">
        {plain.map(([key, text]) => (
          <div>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{text[locale]}</dd>
          </div>
        ))}
        {ORDER.map((section) => (
          <div>
            <dt>
              <kbd>g</kbd> <kbd>{SECTIONS[section].key}</kbd>
            </dt>
            <dd>{OPS_NAV[section][locale]}</dd>
          </div>
        ))}
      </dl>
      <label class="choice">
        <input type="checkbox" id="keys-on" />
        <span>{OPS_KEYS.off[locale]}</span>
      </label>
      <form method="dialog">
        <button type="submit" class="button quiet">
          {OPS_KEYS.close[locale]}
        </button>
      </form>
    </dialog>
  );
}
