// Turns notices on in this browser: loads OneSignal's SDK, asks for permission at a press and never before, and tells the server.
// As published: https://documentation.onesignal.com/docs/en/web-sdk-reference (v16: init, login, Notifications, PushSubscription).
import { part } from "../lib/page-data.ts";

interface PushData {
  app: string;
  person: string;
  sdk: string;
  worker: string;
  scope: string;
  words: Record<"waits" | "denied" | "blocked" | "none", string>;
}

/** What is used of the SDK. */
interface OneSignal {
  init(options: Record<string, unknown>): Promise<void>;
  login(externalId: string): Promise<void>;
  Notifications: { requestPermission(): Promise<unknown> };
  User: { PushSubscription: { id?: string | null; optIn(): Promise<void> } };
}

declare global {
  interface Window {
    OneSignalDeferred?: ((sdk: OneSignal) => void)[];
  }
}

/** The SDK makes the subscription at its own server after the permission was given. */
const LONGEST_WAIT_MS = 20_000;
const LOOK_MS = 200;
/** Until the server has given it one, the SDK may name it otherwise. */
const DEVICE_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

// Our own server wrote it into this same answer.
const data = JSON.parse(part("page-data").textContent ?? "") as PushData;
const form = part("push-form") as HTMLFormElement;
const button = part("push-on") as HTMLButtonElement;
const status = part("push-status");

if ("serviceWorker" in navigator && "PushManager" in window && "Notification" in window) void offer();

async function offer(): Promise<void> {
  part("push-none").hidden = true;
  form.hidden = false;
  const sdk = await load().catch(() => null);
  if (sdk === null) return say("blocked");
  button.disabled = false;
  button.addEventListener("click", () => void turnOn(sdk));
}

/** Ready for the press: a browser takes a permission's question only right after one. */
async function load(): Promise<OneSignal> {
  const sdk = await new Promise<OneSignal>((resolve, reject) => {
    window.OneSignalDeferred = [...(window.OneSignalDeferred ?? []), resolve];
    const script = document.createElement("script");
    script.src = data.sdk;
    script.addEventListener("error", reject);
    document.head.append(script);
  });
  await sdk.init({
    appId: data.app,
    serviceWorkerPath: data.worker.slice(1),
    serviceWorkerParam: { scope: data.scope },
    autoResubscribe: false,
    notifyButton: { enable: false },
    welcomeNotification: { disable: true },
    allowLocalhostAsSecureOrigin: true,
  });
  return sdk;
}

async function turnOn(sdk: OneSignal): Promise<void> {
  button.disabled = true;
  say("waits");
  const device = await subscribe(sdk).catch(() => null);
  button.disabled = false;
  if (Notification.permission === "denied") return say("denied");
  if (device === null) return say(Notification.permission === "granted" ? "blocked" : "denied");
  const field = form.elements.namedItem("device");
  if (field instanceof HTMLInputElement) field.value = device;
  form.requestSubmit();
}

/** The vendor's id of this browser; null where it did not come in time, or was not allowed. */
async function subscribe(sdk: OneSignal): Promise<string | null> {
  await sdk.Notifications.requestPermission();
  if (Notification.permission !== "granted") return null;
  await sdk.login(data.person);
  await sdk.User.PushSubscription.optIn();
  for (const until = Date.now() + LONGEST_WAIT_MS; Date.now() < until; ) {
    const { id } = sdk.User.PushSubscription;
    if (typeof id === "string" && DEVICE_ID.test(id)) return id;
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
  return null;
}

function say(what: keyof PushData["words"]): void {
  status.textContent = data.words[what];
}
