// The product to be measured: database, Worker and objects as `npm start` has them, in a folder of its own.
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { z } from "zod";
import { buildWorker } from "../local/build/worker.ts";
import { openDataFolder } from "../local/data-folder.ts";
import { startPostgres } from "../local/postgres/start.ts";
import { startWorker } from "../local/worker-host.ts";
import { workerVars } from "../local/worker-vars.ts";

const ROOT = join(import.meta.dirname, "..");
const openedCase = z.object({
  case_id: z.string(),
  conversation_id: z.string(),
  session_token: z.string().optional(),
});

export interface Conversation {
  caseId: string;
  conversationId: string;
}

export interface Server {
  port: number;
  /** Readers that it lets in. */
  maxStreams: number;
  /** Opens conversations of one client over the API; the token is the client's session. */
  open(count: number): Promise<{ conversations: Conversation[]; token: string }>;
  /** Resident memory of workerd in kB; null where /proc is not. */
  memoryKb(): Promise<number | null>;
  /** Processor seconds that workerd has used; null where /proc is not. */
  cpuSeconds(): Promise<number | null>;
  /** File descriptors that workerd has open; null where /proc is not. */
  descriptors(): Promise<number | null>;
  stop(): Promise<void>;
}

/** Starts on a free port; `base` is the folder in which the objects' storage is made. */
export async function startServer(base: string, vars: Record<string, string> = {}): Promise<Server> {
  const path = await mkdtemp(join(base, "vez-bench-"));
  const folder = openDataFolder(path);
  const host = "127.0.0.1";
  const port = await freePort();
  const database = await startPostgres(
    { dataFolder: folder.postgres, migrationsFolder: join(ROOT, "migrations") },
    () => undefined,
  );
  const { main } = await buildWorker("bench/worker.ts");
  // One session stands for all readers here.
  const everyone: Record<string, string> = { MAX_STREAMS_PER_PERSON: "1000000" };
  const allVars = { ...workerVars({ host, port, database, secret: folder.secret }), ...everyone, ...vars };
  const worker = await startWorker({
    main,
    folder,
    host,
    port,
    vars: allVars,
    onLog: (level, line) => {
      if (level === "error") console.error(line);
    },
  });
  const pid = Number(await readFile(folder.workerdPid, "utf8"));
  return {
    port,
    maxStreams: Number(allVars.MAX_STREAMS),
    open: (count) => openConversations(port, count),
    memoryKb: () => readProc(pid, "status", /VmRSS:\s+(\d+)/),
    cpuSeconds: () => readProc(pid, "stat", /^\d+ \(.*\)(?: \S+){11} (\d+ \d+)/),
    descriptors: () =>
      readdir(`/proc/${pid}/fd`).then(
        (names) => names.length,
        () => null,
      ),
    stop: async () => {
      await worker.stop();
      await database.stop(2_000);
      folder.release();
      await rm(path, { recursive: true, force: true });
    },
  };
}

async function openConversations(port: number, count: number) {
  const first = await openOne(port, null);
  const token = first.session_token ?? "";
  const cases = [first];
  const lane = async () => {
    while (cases.length < count) {
      const place = cases.push(first) - 1;
      cases[place] = await openOne(port, token);
    }
  };
  await Promise.all(Array.from({ length: 8 }, lane));
  return { token, conversations: cases.map((one) => ({ caseId: one.case_id, conversationId: one.conversation_id })) };
}

async function openOne(port: number, token: string | null) {
  const response = await fetch(`http://127.0.0.1:${port}/api/v2/triage`, {
    method: "POST",
    headers: { "content-type": "application/json", ...(token === null ? {} : { authorization: `Bearer ${token}` }) },
    body: JSON.stringify({ vertical: "legal", locale: "en" }),
  });
  if (!response.ok) throw new Error(`a conversation could not be opened: ${response.status} ${await response.text()}`);
  return openedCase.parse(await response.json());
}

/** The sum of the numbers that `pattern` catches in a file of /proc; clock ticks are hundredths of a second. */
async function readProc(pid: number, file: "status" | "stat", pattern: RegExp): Promise<number | null> {
  const text = await readFile(`/proc/${pid}/${file}`, "utf8").catch(() => null);
  const found = text === null ? null : pattern.exec(text)?.[1];
  if (found === undefined || found === null) return null;
  const sum = found.split(" ").reduce((total, part) => total + Number(part), 0);
  return file === "stat" ? sum / 100 : sum;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() =>
        typeof address === "object" && address ? resolve(address.port) : reject(new Error("no port")),
      );
    });
  });
}
