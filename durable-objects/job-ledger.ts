// Last run, lock and outcome of each job: one small object with little traffic, kept whole after each request.
import { createDurable } from "itty-durable";
import type { JobRun } from "../src/domain/ports.ts";

/** itty-durable keeps every plain field of the object and speaks over fetch; see jobLedger in src/job-ledger.ts. */
export class JobLedger extends createDurable({ autoPersist: true }) {
  jobs: Record<string, JobRun> = {};

  begin(job: string, nowMs: number, deadAfterMs: number): boolean {
    const last = this.jobs[job];
    if (last?.outcome === "running" && nowMs - last.startedAt < deadAfterMs) return false;
    this.jobs[job] = { job, startedAt: nowMs, finishedAt: null, outcome: "running", detail: "" };
    return true;
  }

  progress(job: string, done: number, total: number): boolean {
    const run = this.jobs[job];
    if (run?.outcome === "running") this.jobs[job] = { ...run, progress: { done, total } };
    return true;
  }

  end(job: string, nowMs: number, outcome: "succeeded" | "failed", detail: string): boolean {
    const startedAt = this.jobs[job]?.startedAt ?? nowMs;
    this.jobs[job] = { job, startedAt, finishedAt: nowMs, outcome, detail };
    return true;
  }

  list(): JobRun[] {
    return Object.values(this.jobs).sort((a, b) => a.job.localeCompare(b.job));
  }
}
