// What the one page that turns push on may load from OneSignal, and what its service worker may do on our origin.
//
// https://documentation.onesignal.com/docs/en/web-sdk-setup and /onesignal-service-worker name the two scripts; the SDK's source
// (github.com/OneSignal/OneSignal-Website-SDK, src/shared/api/page.ts, src/shared/environment/detect.ts) reads its settings from
// api.onesignal.com by a script, and speaks with api.onesignal.com and onesignal.com.
import { readConfig } from "../env.ts";
import type { AppEnv } from "./app-env.ts";

export const PUSH_PAGE = "/notices/push";
/** Below the page: a worker there is in charge of no other address, though the root would do. */
export const PUSH_WORKER = `${PUSH_PAGE}/OneSignalSDKWorker.js`;
export const PUSH_SDK = "https://cdn.onesignal.com/sdks/web/v16/OneSignalSDK.page.js";
export const PUSH_WORKER_SDK = "https://cdn.onesignal.com/sdks/web/v16/OneSignalSDK.sw.js";

interface Sources {
  script: string[];
  connect: string[];
}

const SPOKEN_WITH = ["https://api.onesignal.com", "https://onesignal.com"];
const NONE: Sources = { script: [], connect: [] };
const ONESIGNAL: Sources = {
  script: ["https://cdn.onesignal.com", "https://api.onesignal.com"],
  connect: SPOKEN_WITH,
};

/** Beside our own: nothing, but where somebody has asked for push and this deployment has it. */
export function pushSources(path: string, env: AppEnv["Bindings"]): Sources {
  return path === PUSH_PAGE && pushAppOf(env) !== null ? ONESIGNAL : NONE;
}

/** Of the worker's own file, which binds the worker: it runs their code, shows what comes, and reads nothing of ours. */
export const PUSH_WORKER_POLICY = `default-src 'none'; script-src 'self' https://cdn.onesignal.com; connect-src ${SPOKEN_WITH.join(" ")}`;

/** OneSignal's app, or null where push is not configured. */
export function pushAppOf(env: AppEnv["Bindings"]): string | null {
  const { ONESIGNAL_APP_ID: app, ONESIGNAL_API_KEY: key } = readConfig(env);
  return app === undefined || key === undefined ? null : app;
}
