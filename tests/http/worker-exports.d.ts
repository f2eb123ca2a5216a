// Gives `exports` of "cloudflare:workers" the Worker's own type in tests that run inside workerd.
declare namespace Cloudflare {
  interface GlobalProps {
    mainModule: typeof import("../../src/worker.ts");
  }
}
