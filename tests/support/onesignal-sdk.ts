// OneSignal's web SDK (v16) as far as our page uses it, as its reference describes it: for a browser that reaches no vendor.

/** A script that stands for OneSignalSDK.page.js: `device` is the id that its server would give; what was called is in `window.called`. */
export function oneSignalSdk(device: string): string {
  return `(() => {
    const called = window.called = [];
    const subscription = { id: null, async optIn() { called.push("optIn"); setTimeout(() => { subscription.id = ${JSON.stringify(device)}; }, 100); } };
    const sdk = {
      async init(options) { called.push(["init", options]); },
      async login(id) { called.push(["login", id]); },
      Notifications: {
        async requestPermission() {
          called.push("requestPermission");
          // A headless Chromium gives the answer that the test has set, and forgets it.
          Object.defineProperty(Notification, "permission", { value: await Notification.requestPermission() });
        },
      },
      User: { PushSubscription: subscription },
    };
    for (const queued of window.OneSignalDeferred ?? []) queued(sdk);
    window.OneSignalDeferred = { push: (one) => one(sdk) };
  })();`;
}
