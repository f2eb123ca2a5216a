// How many live streams this machine lets one process hold.
import { execFileSync } from "node:child_process";
import { readersFor } from "../src/http/stream/readers.ts";

/** What local/workerd.sh does before it becomes workerd, and what comes of it: a number or `unlimited`. */
const RAISED = 'ulimit -n "$(ulimit -Hn)" 2>/dev/null; ulimit -n';

/** `configured`, or fewer where the file descriptors that workerd will get carry fewer. */
export function readerLimit(configured: number, descriptors: string = raisedDescriptors()): number {
  const count = Number(descriptors);
  return Number.isInteger(count) ? Math.min(configured, readersFor(count)) : configured;
}

function raisedDescriptors(): string {
  return execFileSync("/bin/sh", ["-c", RAISED], { encoding: "utf8" }).trim();
}
