// Which tests run where: the folder decides the environment. One project a kind of environment.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { cloudflareTest } from "@cloudflare/vitest-plugin";
import { defineConfig } from "vitest/config";

const SECOND = 1000;

/**
 * A second file of a run gets all modules in one message, of at most 32 MB; the maps of packages, which nobody steps into, are most of it.
 */
const withoutPackageMaps = {
  name: "without-package-maps",
  enforce: "post" as const,
  transform: (code: string, id: string) => (id.includes("/node_modules/") ? { code, map: { mappings: "" } } : null),
};

/**
 * What the product imports of packages: bundled once, each is one module instead of hundreds that every file of tests inside
 * workerd loads anew. All of it, so that no package is there twice, and its classes with it.
 */
function packagesInUse(): string[] {
  // What JSX becomes names them.
  const names = new Set(["hono/jsx/jsx-runtime", "hono/jsx/jsx-dev-runtime"]);
  for (const folder of ["src", "durable-objects"]) {
    for (const file of readdirSync(join(import.meta.dirname, folder), { recursive: true, encoding: "utf8" })) {
      if (!/\.tsx?$/.test(file)) continue;
      const text = readFileSync(join(import.meta.dirname, folder, file), "utf8");
      for (const [, name = ""] of text.matchAll(/^(?:import (?!type )|export |\} ).*from "([^.:"][^:"]*)";$/gm))
        names.add(name);
    }
  }
  return [...names].sort();
}

export default defineConfig({
  test: {
    // Two cores: more workers only make the started products and browsers slow.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: "domain",
          // Pure rules: a file can leave nothing behind, and loading them anew for each took as long as the tests.
          isolate: false,
          pool: "threads",
          include: ["tests/{domain,base,web}/**/*.test.ts"],
          testTimeout: 30 * SECOND,
        },
      },
      {
        test: {
          name: "node",
          // A database and the libraries around it are opened once a worker instead of once a file.
          isolate: false,
          include: ["tests/{db,services,providers,local}/**/*.test.ts", "tests/*.test.ts"],
          testTimeout: 30 * SECOND,
          hookTimeout: 60 * SECOND,
        },
      },
      {
        plugins: [
          cloudflareTest(async ({ inject }) => {
            // Asked for once a file, before it starts: none finds what another left.
            const emptied = await fetch(inject<string>("emptyDatabaseUrl"));
            if (!emptied.ok) throw new Error(`The database was not emptied: ${await emptied.text()}`);
            return {
              remoteBindings: false,
              wrangler: { configPath: "./wrangler.toml" },
              miniflare: { bindings: inject<Record<string, string>>("workerBindings") },
            };
          }),
          withoutPackageMaps,
        ],
        test: {
          name: "workerd",
          // One database: what a file counts and lists must be its own.
          fileParallelism: false,
          include: ["tests/{durable-objects,http,worker}/**/*.test.{ts,tsx}"],
          deps: {
            optimizer: {
              ssr: {
                enabled: true,
                include: packagesInUse(),
                // workerd has these itself.
                rolldownOptions: { platform: "node", external: [/^node:/, /^cloudflare:/] },
              },
            },
          },
          globalSetup: ["tests/support/workerd-setup.ts"],
          testTimeout: 30 * SECOND,
          hookTimeout: 30 * SECOND,
        },
      },
      {
        test: {
          name: "flows",
          fileParallelism: false,
          include: ["tests/flows/**/*.test.ts"],
          globalSetup: ["tests/support/product-setup.ts"],
          testTimeout: 120 * SECOND,
          hookTimeout: 120 * SECOND,
        },
      },
      {
        test: {
          name: "pages",
          // One product, one set of fictitious people: two files that sign in the same lawyer undo each other's code.
          fileParallelism: false,
          include: ["tests/pages/**/*.test.ts"],
          globalSetup: ["tests/support/product-setup.ts"],
          // A page may still be on its way when its button was pressed.
          expect: { poll: { timeout: 10 * SECOND } },
          testTimeout: 120 * SECOND,
          hookTimeout: 120 * SECOND,
        },
      },
      {
        test: {
          name: "locking",
          // One database: the daily job of one file recomputes the capacity of everybody in another's.
          fileParallelism: false,
          include: ["tests/locking/**/*.test.ts"],
          globalSetup: ["tests/support/postgres-setup.ts"],
          testTimeout: 60 * SECOND,
          hookTimeout: 60 * SECOND,
        },
      },
      {
        test: {
          name: "redis",
          include: ["tests/redis/**/*.test.ts"],
          globalSetup: ["tests/support/redis-setup.ts"],
          testTimeout: 30 * SECOND,
        },
      },
    ],
  },
});
