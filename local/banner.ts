// What the person at the terminal needs once everything runs: addresses, accounts, how to stop.

import { relative } from "node:path";
import type { DataFolder } from "./data-folder.ts";

export interface DemoAccount {
  role: string;
  email: string;
}

/** Prints it; the line with "Ready" is also what scripts wait for. */
export function banner(input: {
  origin: string;
  folder: DataFolder;
  demo: DemoAccount[];
  setupCode: string | null;
  dev: boolean;
}): void {
  const { origin } = input;
  const width = Math.max(0, ...input.demo.map((account) => account.email.length));
  const lines = [
    "",
    `Vez is running. Ready at ${origin}`,
    "",
    `  ${origin}/              a person who needs help (no account needed)`,
    `  ${origin}/pro           a professional: offers, cases, turn`,
    `  ${origin}/ops           an operator`,
    `  ${origin}/local/outbox  what would have been sent, sign-in codes included`,
    "  The API is described in docs/api.md.",
    "",
    ...(input.demo.length > 0 ? ["  Sign in with a code (read it in /local/outbox):"] : []),
    ...input.demo.map(({ email, role }) => `    ${email.padEnd(width)}  ${role}`),
    ...(input.setupCode === null
      ? []
      : [
          "  Nobody operates this Vez yet. Whoever has this code becomes its first operator",
          `  at ${origin}/setup; it is good once, until the next start:`,
          `    ${input.setupCode}`,
        ]),
    "",
    `  Data: ${shown(input.folder.path)}   Worker log: ${shown(input.folder.log)}`,
    `  ${input.dev ? "Reloads on change. " : ""}Stop with Ctrl-C; the next start goes on from here.`,
    "",
  ];
  console.log(lines.join("\n"));
}

/** Relative where that is shorter to read: below the current folder. */
function shown(path: string): string {
  const inside = relative(process.cwd(), path);
  return inside.startsWith("..") ? path : inside;
}
