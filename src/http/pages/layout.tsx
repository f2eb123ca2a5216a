// The frame around every page: head, bar with the language switch, main, foot.
import { raw } from "hono/html";
import type { Locale } from "../../domain/locale.ts";
import type { Person } from "../app-env.ts";
import type { NavLink, Page } from "./page-shape.ts";
import { Mark } from "./parts/mark.tsx";
import { COMMON } from "./texts/common.ts";

interface LayoutProps {
  page: Page;
  locale: Locale;
  nonce: string;
  person: Person | null;
  here: string;
  styles: string[];
  scripts: string[];
  icon: string;
}

export function Layout({ page, locale, nonce, person, here, styles, scripts, icon }: LayoutProps) {
  return (
    <html lang={locale}>
      <head>
        <meta charset="utf-8" />
        <title>{`${page.title} · Vez`}</title>
        <meta
          name="viewport"
          content="width=device-width, initial-scale=1, viewport-fit=cover, interactive-widget=resizes-content"
        />
        <meta name="description" content={COMMON.description[locale]} />
        <meta name="color-scheme" content="light dark" />
        <meta name="theme-color" content="#faf6ef" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#191714" media="(prefers-color-scheme: dark)" />
        <meta name="format-detection" content="telephone=no" />
        <link rel="icon" href={icon} type="image/svg+xml" />
        {styles.map((href) => (
          <link rel="stylesheet" href={href} nonce={nonce} />
        ))}
        {scripts.map((src) => (
          <script type="module" src={src} nonce={nonce} />
        ))}
      </head>
      <body>
        <a class="skip" href="#main">
          {COMMON.skip[locale]}
        </a>
        <Bar page={page} locale={locale} person={person} here={here} />
        <main id="main" tabindex={-1} class={page.width}>
          {page.main}
        </main>
        {page.noFoot !== true && (
          <footer class="foot">
            <p>{COMMON.foot[locale]}</p>
          </footer>
        )}
        {page.data !== undefined && <PageData data={page.data} nonce={nonce} />}
      </body>
    </html>
  );
}

function Bar({ page, locale, person, here }: Pick<LayoutProps, "page" | "locale" | "person" | "here">) {
  const other: Locale = locale === "en" ? "pt-BR" : "en";
  const signedIn = page.signedIn === true || (person !== null && person.role !== "client");
  return (
    <header class="bar">
      <a class="brand" href={homeOf(person)} aria-label={COMMON.home[locale]}>
        <Mark />
        Vez
      </a>
      {page.nav !== undefined && (
        <nav aria-label={COMMON.sections[locale]}>
          {page.nav.filter(({ more }) => more !== true).map(navLink)}
          <More links={page.nav.filter(({ more }) => more === true)} locale={locale} />
        </nav>
      )}
      <div class="end">
        {page.barEnd}
        <a href={`/language?${new URLSearchParams({ to: other, next: here })}`} lang={other} hreflang={other}>
          {COMMON.languageName[other]}
        </a>
        {signedIn && (
          <form method="post" action="/sign-out">
            <button type="submit" class="plain">
              {COMMON.signOut[locale]}
            </button>
          </form>
        )}
      </div>
    </header>
  );
}

function navLink({ href, label, current }: NavLink) {
  return (
    <a href={href} aria-current={current === true ? "page" : undefined}>
      {label}
    </a>
  );
}

/** Opens without a script; a section that is behind it is named on it while it is shown. */
function More({ links, locale }: { links: NavLink[]; locale: Locale }) {
  if (links.length === 0) return null;
  const here = links.find(({ current }) => current === true);
  return (
    <details class="more">
      <summary class={here === undefined ? undefined : "here"}>{here?.label ?? COMMON.more[locale]}</summary>
      <div>{links.map(navLink)}</div>
    </details>
  );
}

/** Where the product's name leads: each role's own page. */
export function homeOf(person: Person | null): string {
  if (person?.role === "professional") return "/pro";
  if (person?.role === "coordinator") return "/org";
  return person?.role === "operator" ? "/ops" : "/";
}

/** Data is not code: it is not run, and nothing in it can end the element early. */
function PageData({ data, nonce }: { data: unknown; nonce: string }) {
  const json = JSON.stringify(data).replaceAll("<", "\\u003c");
  return (
    <script type="application/json" id="page-data" nonce={nonce}>
      {raw(json)}
    </script>
  );
}
