// Turning notices on and off in this browser: the only page that loads anything of the push vendor's, and the worker beside it.
import { Hono } from "hono";
import { createMiddleware } from "hono/factory";
import { notFound } from "../../base/errors.ts";
import { keepDevice, input as keepInput } from "../../services/notify/keep-device.ts";
import type { AppEnv } from "../app-env.ts";
import { isWokenFor, leaveDevice, rememberDevice } from "../push-device.ts";
import { PUSH_PAGE, PUSH_SDK, PUSH_WORKER, PUSH_WORKER_SDK, pushAppOf } from "../push-policy.ts";
import { requirePerson, session } from "../session.ts";
import { formBody } from "./form-body.ts";
import { renderPage } from "./page.tsx";
import { PushPage } from "./push-button.tsx";
import { signInFirst } from "./sign-in-first.ts";
import { PUSH } from "./texts/push.ts";

export const pushPages = new Hono<AppEnv>();

const withPush = createMiddleware<AppEnv>(async (c, next) => {
  if (pushAppOf(c.env) === null) throw notFound("page");
  await next();
});

pushPages.get(PUSH_PAGE, withPush, session, signInFirst, async (c) => {
  const locale = c.get("locale");
  const person = requirePerson(c);
  const isOn = await isWokenFor(c, person.userId);
  const { waits, denied, blocked, noScript } = PUSH;
  return renderPage(c, {
    title: PUSH.title[locale],
    main: <PushPage isOn={isOn} locale={locale} />,
    ...(isOn
      ? {}
      : {
          scripts: ["push.js"],
          data: {
            app: pushAppOf(c.env),
            person: person.userId,
            sdk: PUSH_SDK,
            worker: PUSH_WORKER,
            scope: `${PUSH_PAGE}/`,
            words: {
              waits: waits[locale],
              denied: denied[locale],
              blocked: blocked[locale],
              none: noScript[locale],
            },
          },
        }),
  });
});

pushPages.post(PUSH_PAGE, withPush, session, signInFirst, async (c) => {
  const { device } = keepInput.parse({ device: (await formBody(c)).get("device") });
  await keepDevice(c.get("services"), requirePerson(c), { device });
  rememberDevice(c, device);
  return c.redirect(PUSH_PAGE, 303);
});

/** Works without scripts, and for whoever holds the browser. */
pushPages.post(`${PUSH_PAGE}/off`, async (c) => {
  await leaveDevice(c);
  return c.redirect("/notices", 303);
});

/** Kept by nobody on the way: a worker outlives its page, and must end with its configuration. */
pushPages.get(PUSH_WORKER, withPush, (c) =>
  c.body(`importScripts(${JSON.stringify(PUSH_WORKER_SDK)});\n`, 200, {
    "content-type": "text/javascript; charset=utf-8",
    "cache-control": "no-cache",
  }),
);
