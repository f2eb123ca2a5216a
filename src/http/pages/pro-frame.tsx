// What every page of the professional shares: its sections, its live line, its styles.
import type { Context } from "hono";
import type { Child } from "hono/jsx";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { Locale, Text } from "../../domain/locale.ts";
import type { AppEnv } from "../app-env.ts";
import { renderPage } from "./page.tsx";
import { PRO_LIVE, PRO_NAV } from "./texts/pro.ts";

export type ProSection = keyof typeof PRO_NAV;

const PATHS: Record<ProSection, string> = {
  offers: "/pro",
  cases: "/pro/cases",
  turn: "/pro/turn",
  profile: "/pro/profile",
};

/** `live` pages follow the professional's own stream and fetch their live parts anew. */
export function proPage(
  c: Context<AppEnv>,
  page: {
    section: ProSection;
    title: string;
    main: Child;
    live?: boolean;
    /** Instead of its own, for a page with a module of its own, which follows the stream itself. */
    styles?: string[];
    scripts?: string[];
    data?: unknown;
    here?: string;
    status?: ContentfulStatusCode;
  },
): Promise<Response> {
  const locale = c.get("locale");
  return renderPage(
    c,
    {
      title: page.title,
      styles: page.styles ?? ["pro.css"],
      scripts: page.scripts ?? ["pro.js"],
      here: page.here,
      noFoot: true,
      nav: (["offers", "cases", "turn", "profile"] as const).map((section) => ({
        href: PATHS[section],
        label: PRO_NAV[section][locale],
        current: section === page.section,
      })),
      data: page.data ?? {
        stream: page.live === false ? null : "/api/v2/offers/stream",
        words: wordsOf(PRO_LIVE, locale),
      },
      main: (
        <>
          {page.main}
          {page.scripts === undefined && (
            <>
              <p class="offline" id="line-state" role="status" hidden />
              <div class="said-only" id="said" aria-live="polite" />
            </>
          )}
        </>
      ),
    },
    page.status,
  );
}

/** One language of a set of texts, for the page's module. */
export function wordsOf(texts: Record<string, Text>, locale: Locale): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, text[locale]]));
}
