// The first step on any machine with Node 20 or later: installs what is missing, then hands over to the project's own Node 22.

import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const NODE = join(ROOT, "node_modules", ".bin", "node");
const STAMP = join(ROOT, "node_modules", ".vez-lockfile");
const FIRST_SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"];

const COMMANDS = {
  start: ["local/start.ts"],
  dev: ["local/start.ts", "--dev"],
  test: ["local/test.ts"],
  check: ["local/check.ts"],
  bench: ["bench/run.ts"],
  "deploy:check": ["local/deploy-check.ts"],
  docs: ["local/docs/write.ts"],
  "db:generate": ["node_modules/drizzle-kit/bin.cjs", "generate"],
};

const [name = "", ...rest] = process.argv.slice(2);
const command = COMMANDS[name];
if (!command) {
  console.error(`Unknown command "${name}". There are: ${Object.keys(COMMANDS).join(", ")}.`);
  process.exit(2);
}
const major = Number(process.versions.node.split(".")[0]);
if (major < 20) {
  console.error(`Vez needs Node 20 or later to start; this is ${process.version}. See https://nodejs.org.`);
  process.exit(2);
}
install();
// npm takes the first "--" away; called directly, it is still there.
handOver([...command, ...(rest[0] === "--" ? rest.slice(1) : rest)]);

/** Installs from the lockfile when node_modules is missing or was installed from another lockfile. */
function install() {
  const lockfile = createHash("sha256")
    .update(readFileSync(join(ROOT, "package-lock.json")))
    .digest("hex");
  if (existsSync(NODE) && (!existsSync(STAMP) ? installedSince() : readFileSync(STAMP, "utf8") === lockfile)) return;
  console.log("Installing the packages of package-lock.json. This happens once and takes a minute or two.");
  const npm = spawnSync("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: ROOT,
    // stdout of the command itself (a table, a JSON object) stays clean.
    stdio: ["ignore", 2, 2],
    shell: process.platform === "win32",
  });
  if (npm.status !== 0) {
    console.error("npm ci did not succeed. Its messages are above; most often the network or a proxy is the reason.");
    process.exit(1);
  }
  writeFileSync(STAMP, lockfile);
}

/** `npm ci` or `npm install` by hand leaves no stamp but is as good: npm's own record tells what it installed. */
function installedSince() {
  const hidden = join(ROOT, "node_modules", ".package-lock.json");
  if (!existsSync(hidden)) return false;
  const wanted = JSON.parse(readFileSync(join(ROOT, "package-lock.json"), "utf8")).packages;
  const present = JSON.parse(readFileSync(hidden, "utf8")).packages;
  return Object.entries(wanted).every(
    ([path, entry]) => path === "" || entry.optional || present[path]?.version === entry.version,
  );
}

/** Runs the project's Node with the same terminal, passes signals on and ends as it ends. */
function handOver(args) {
  const child = spawn(NODE, args, { cwd: ROOT, stdio: "inherit", env: withOwnTools() });
  for (const signal of FIRST_SIGNALS) {
    // Ctrl-C reaches the whole foreground group by itself; a signal sent to this process alone must be passed on.
    process.on(signal, () => {
      if (child.exitCode === null) child.kill(signal);
    });
  }
  child.on("error", (cause) => {
    console.error(`The project's Node did not start: ${cause.message}. Remove node_modules and try again.`);
    process.exit(1);
  });
  child.on("exit", (code, signal) => {
    process.exit(code ?? (signal === "SIGINT" ? 130 : 143));
  });
}

function withOwnTools() {
  const separator = process.platform === "win32" ? ";" : ":";
  const path = `${dirname(NODE)}${separator}${process.env.PATH ?? ""}`;
  return {
    // What V8 made of the packages is kept: a start, and each process of the tests, loads them sooner.
    NODE_COMPILE_CACHE: join(ROOT, "node_modules", ".cache", "vez", "compiled"),
    ...process.env,
    PATH: path,
    WRANGLER_SEND_METRICS: "false",
    WRANGLER_HIDE_BANNER: "true",
  };
}
