// Coming back without an address: making the words and the link, and the page on another device that takes them.
import { type Context, Hono } from "hono";
import { VezError } from "../../base/errors.ts";
import { momentWords } from "../../domain/words/moments.ts";
import { listCases } from "../../services/cases/list-cases.ts";
import { deleteRecovery, readRecovery } from "../../services/recovery/make-recovery.ts";
import type { AppEnv } from "../app-env.ts";
import { newRecovery } from "../recovery.ts";
import { anonymousHere, recover } from "../recovery-session.ts";
import { requirePerson, session } from "../session.ts";
import { formBody } from "./form-body.ts";
import { comeBack, outOfSight } from "./leave-quickly.tsx";
import { renderPage } from "./page.tsx";
import { describedBy, Field } from "./parts/field.tsx";
import { Notice } from "./parts/notice.tsx";
import { signInFirst } from "./sign-in-first.ts";
import { TALK } from "./texts/client.ts";
import { RECOVERY } from "./texts/recovery.ts";

export const recoveryPages = new Hono<AppEnv>();

for (const path of ["/recovery", "/recovery/*"]) recoveryPages.use(path, outOfSight);

recoveryPages.get("/recovery", session, signInFirst, async (c) => {
  const locale = c.get("locale");
  const known = await readRecovery(c.get("services"), requirePerson(c));
  const day = known === null ? "" : momentWords(known.madeAt, { locale, style: "day" });
  return recoveryPage(
    c,
    <>
      <h1>{RECOVERY.title[locale]}</h1>
      {c.req.query("done") === "deleted" && <Notice kind="good">{RECOVERY.forgotten[locale]}</Notice>}
      <p class="lead">{RECOVERY.lead[locale]}</p>
      <Notice kind="care">{RECOVERY.warn[locale]}</Notice>
      {known !== null && <p>{RECOVERY.has[locale].replace("{day}", day)}</p>}
      <div class="row">
        <form method="post" action="/recovery">
          <button type="submit" class="button">
            {(known === null ? RECOVERY.make : RECOVERY.again)[locale]}
          </button>
        </form>
        {known !== null && (
          <form method="post" action="/recovery/delete">
            <button type="submit" class="button quiet">
              {RECOVERY.forget[locale]}
            </button>
          </form>
        )}
      </div>
    </>,
  );
});

recoveryPages.post("/recovery", session, signInFirst, async (c) => {
  const locale = c.get("locale");
  const { words, link } = await newRecovery(c, locale);
  const address = link.slice(0, link.indexOf("#")).replace(/^https?:\/\//, "");
  return recoveryPage(
    c,
    <>
      <h1>{RECOVERY.madeTitle[locale]}</h1>
      <Notice kind="care" title={RECOVERY.once[locale]} />
      <ol class="phrase" id="phrase" translate="no">
        {words.map((word) => (
          <li>{word}</li>
        ))}
      </ol>
      <p>{RECOVERY.how[locale].replace("{address}", address)}</p>
      <h2>{RECOVERY.linkTitle[locale]}</h2>
      <p class="recovery-link" id="recovery-link" translate="no">
        {link}
      </p>
      <p class="row no-print" id="recovery-tools" data-copied={RECOVERY.copied[locale]} hidden>
        <button type="button" class="button quiet" data-copy="phrase">
          {RECOVERY.copy[locale]}: {RECOVERY.madeTitle[locale].toLocaleLowerCase(locale)}
        </button>
        <button type="button" class="button quiet" data-copy="recovery-link">
          {RECOVERY.copy[locale]}: {RECOVERY.linkTitle[locale].toLocaleLowerCase(locale)}
        </button>
        <button type="button" class="button quiet" data-print="">
          {RECOVERY.print[locale]}
        </button>
      </p>
      <p class="soft">{RECOVERY.warn[locale]}</p>
      <p class="no-print">
        <a class="button" href="/">
          {RECOVERY.done[locale]}
        </a>
      </p>
      <p role="status" class="said-only" id="copied" />
    </>,
  );
});

recoveryPages.post("/recovery/delete", session, signInFirst, async (c) => {
  await deleteRecovery(c.get("services"), requirePerson(c));
  return c.redirect("/recovery?done=deleted", 303);
});

recoveryPages.get("/recover", session, (c) => enterPage(c, {}));

recoveryPages.post("/recover", session, async (c) => {
  const form = await formBody(c);
  const typed = form.get("words") ?? "";
  try {
    await recover(c, { typed, alone: form.has("alone"), bring: form.has("bring") });
  } catch (error) {
    if (!(error instanceof VezError)) throw error;
    const words = { recovery_unknown: RECOVERY.wrong, too_many_guesses: RECOVERY.tooMany }[error.code];
    if (words === undefined) throw error;
    const again = { typed, error: words[c.get("locale")], bring: form.has("bring"), alone: form.has("alone") };
    return enterPage(c, again, error.status === 429 ? 429 : 422);
  }
  comeBack(c);
  return c.redirect("/", 303);
});

interface Entered {
  typed?: string;
  error?: string;
  bring?: boolean;
  alone?: boolean;
}

async function enterPage(c: Context<AppEnv>, again: Entered, status: 200 | 422 | 429 = 200) {
  const locale = c.get("locale");
  const person = c.get("person");
  const here = person === null ? null : await anonymousHere(c);
  const open =
    person !== null && here !== null && (await listCases(c.get("services"), person, { limit: 1 })).items.length > 0;
  const error = again.error ?? null;
  // What is a link is not shown again: it would stand on the screen for whoever looks.
  const typed = again.typed?.includes("#") === true ? "" : (again.typed ?? "");
  return renderPage(
    c,
    {
      title: RECOVERY.enterTitle[locale],
      styles: ["reach.css"],
      scripts: ["recovery.js"],
      here: "/recover",
      main: (
        <div class="stack recovery">
          <h1>{RECOVERY.enterTitle[locale]}</h1>
          <p class="lead" id="enter-lead" data-link={RECOVERY.fromLink[locale]}>
            {RECOVERY.enterLead[locale]}
          </p>
          <form method="post" action="/recover" class="stack" id="recover">
            <div id="enter-words">
              <Field id="words" label={RECOVERY.words[locale]} hint={RECOVERY.wordsHint[locale]} error={error}>
                <textarea
                  class="input"
                  id="words"
                  name="words"
                  rows={2}
                  maxlength={500}
                  autocomplete="off"
                  autocapitalize="none"
                  spellcheck={false}
                  required
                  {...describedBy("words", true, error)}
                >
                  {typed}
                </textarea>
              </Field>
            </div>
            {open && (
              <label class="check">
                <input
                  type="checkbox"
                  name="bring"
                  value="1"
                  checked={again.error === undefined || again.bring === true}
                />
                <span>{RECOVERY.bring[locale]}</span>
              </label>
            )}
            <label class="check">
              <input type="checkbox" name="alone" value="1" checked={again.alone === true} />
              <span>{RECOVERY.alone[locale]}</span>
            </label>
            <p class="soft small">{RECOVERY.shared[locale]}</p>
            <div>
              <button type="submit" class="button">
                {RECOVERY.open[locale]}
              </button>
            </div>
          </form>
        </div>
      ),
    },
    status,
  );
}

function recoveryPage(c: Context<AppEnv>, main: Parameters<typeof renderPage>[1]["main"]) {
  const locale = c.get("locale");
  return renderPage(c, {
    title: RECOVERY.title[locale],
    styles: ["client.css", "reach.css"],
    scripts: ["recovery.js"],
    here: "/recovery",
    main: (
      <div class="stack recovery">
        <form method="post" action="/leave" class="leave no-print" id="exit">
          <button type="submit" class="exit" title={TALK.exitHint[locale]}>
            {TALK.exit[locale]}
          </button>
        </form>
        {main}
      </div>
    ),
  });
}
