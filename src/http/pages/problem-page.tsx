// A failure as a page, for readers who came with a browser: what happened, the way out, the number to quote.
import type { Context } from "hono";
import type { Text } from "../../domain/locale.ts";
import type { AppEnv } from "../app-env.ts";
import { asVezError, problemOf } from "../problem.ts";
import { homeOf } from "./layout.tsx";
import { renderPage } from "./page.tsx";
import { problemText } from "./texts/problem.ts";

/** True when a person, not a program, reads the answer. */
export function wantsPage(c: Context<AppEnv>): boolean {
  if (/^\/(api|webhooks|assets|local)\//.test(c.req.path)) return false;
  return c.req.header("accept")?.includes("text/html") ?? false;
}

/** The failure as a page; as problem+json for programs, and where not even the page's frame can be made. */
export async function problemPage(error: unknown, c: Context<AppEnv>): Promise<Response> {
  // Without a nonce the request failed before it had a language and a frame.
  if (!wantsPage(c) || c.get("nonce") === undefined || c.get("locale") === undefined) return problemOf(error, c);
  const plain = problemOf(error, c);
  const known = asVezError(error);
  const { title, way } = problemText(known?.code ?? "internal", plain.status);
  const locale = c.get("locale");
  try {
    const answer = await renderPage(
      c,
      {
        title: title[locale],
        here: c.req.method === "GET" ? undefined : "/",
        main: (
          <div class="stack">
            <h1>{title[locale]}</h1>
            <p class="lead">{way[locale]}</p>
            <div class="row">
              <a class="button" href={homeOf(c.get("person"))}>
                {HOME[locale]}
              </a>
              {plain.status === 404 && c.get("person")?.role !== "operator" && (
                <a class="button quiet" href={`/sign-in?${new URLSearchParams({ next: c.req.path })}`}>
                  {SIGN_IN[locale]}
                </a>
              )}
            </div>
            <p class="soft small">
              {NUMBER[locale]} <span class="code">{c.get("requestId")}</span>
            </p>
          </div>
        ),
      },
      asStatus(plain.status),
    );
    const wait = plain.headers.get("retry-after");
    if (wait !== null) answer.headers.set("retry-after", wait);
    return answer;
  } catch (cause) {
    c.get("services")?.log.error("problem_page_failed", { error: cause });
    return plain;
  }
}

const HOME: Text = { "pt-BR": "Ir para o início", en: "Go to the start" };
const SIGN_IN: Text = { "pt-BR": "Entrar com e-mail", en: "Sign in with e-mail" };
const NUMBER: Text = { "pt-BR": "Número deste aviso:", en: "Number of this notice:" };

const STATUSES = [400, 401, 403, 404, 409, 410, 413, 415, 422, 429, 500, 503] as const;

function asStatus(status: number) {
  return STATUSES.find((known) => known === status) ?? 500;
}
