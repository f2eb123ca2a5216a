// The circuit: open after failures in a row, tried again by one call, and never waiting for a call that is gone.
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { Circuit, type FailureReader, isOpenCircuit } from "../../src/providers/circuit.ts";

const down = () => Promise.reject(new Error("down"));
const up = () => Promise.resolve("up");

const SILENT: FailureReader = { isOutage: () => true, askedToWaitMs: () => null };
/** A vendor that asks for so many seconds each time that it fails. */
const asking = (seconds: number): FailureReader => ({ isOutage: () => true, askedToWaitMs: () => seconds * 1000 });

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

async function opened(reader: FailureReader = SILENT): Promise<Circuit> {
  const circuit = new Circuit(reader);
  for (let i = 0; i < 5; i++) await circuit.run(down).catch(() => undefined);
  return circuit;
}

/** What a call became: its value, "open" without a call, or "failed". */
function outcome(work: Promise<string>): Promise<string> {
  return work.catch((error: unknown) => (isOpenCircuit(error) ? "open" : "failed"));
}

describe("a circuit", () => {
  test("stays closed while successes come between the failures", async () => {
    const circuit = new Circuit(SILENT);
    for (let i = 0; i < 20; i++) expect(await outcome(circuit.run(i % 5 === 4 ? up : down))).not.toBe("open");
  });

  test("opens after five failures in a row and is closed again by the first success within half a minute", async () => {
    const circuit = await opened();
    expect(await outcome(circuit.run(up))).toBe("open");
    vi.advanceTimersByTime(10_001);
    expect(await outcome(circuit.run(up))).toBe("up");
    expect(await outcome(circuit.run(down))).toBe("failed");
    expect(await outcome(circuit.run(up))).toBe("up");
  });

  test("opens again when the probe fails", async () => {
    const circuit = await opened();
    vi.advanceTimersByTime(10_001);
    expect(await outcome(circuit.run(down))).toBe("failed");
    expect(await outcome(circuit.run(up))).toBe("open");
  });

  test("lets nobody wait for the probe of another", async () => {
    const circuit = await opened();
    vi.advanceTimersByTime(10_001);
    let answer: (value: string) => void = () => undefined;
    const probe = circuit.run(() => new Promise<string>((resolve) => (answer = resolve)));
    expect(await outcome(circuit.run(up))).toBe("open");
    answer("up");
    expect(await outcome(probe)).toBe("up");
    expect(await outcome(circuit.run(up))).toBe("up");
  });

  test("sends another probe when the first was lost with its request", async () => {
    const circuit = await opened();
    vi.advanceTimersByTime(10_001);
    void circuit.run(() => new Promise<string>(() => undefined));
    expect(await outcome(circuit.run(up))).toBe("open");
    vi.advanceTimersByTime(10_001);
    expect(await outcome(circuit.run(up))).toBe("up");
    expect(await outcome(circuit.run(up))).toBe("up");
  });

  test("lets one call at a time find out that a vendor still hangs", async () => {
    const circuit = await opened();
    for (let round = 0; round < 5; round++) {
      vi.advanceTimersByTime(10_001);
      void circuit.run(() => new Promise<string>(() => undefined));
      for (let i = 0; i < 20; i++) expect(await outcome(circuit.run(up))).toBe("open");
    }
  });

  test.each([
    ["refused", () => Promise.reject(new Error("down"))],
    ["hung", () => new Promise<string>(() => undefined)],
  ])("uses a vendor that is back within half a minute, though it %s until then", async (_how, away) => {
    for (let secondsAway = 1; secondsAway <= 45; secondsAway += 4) {
      const circuit = new Circuit(SILENT);
      for (let i = 0; i < 5; i++) await circuit.run(down).catch(() => undefined);
      for (let second = 0; second < secondsAway; second++) {
        circuit.run(away).catch(() => undefined);
        await vi.advanceTimersByTimeAsync(1000);
      }
      let waited = 0;
      while ((await outcome(circuit.run(up))) !== "up") {
        await vi.advanceTimersByTimeAsync(1000);
        waited++;
      }
      expect(waited).toBeLessThan(30);
    }
  });

  /** Seconds after which each call was let through, of calls in every second. */
  async function askedAt(circuit: Circuit, seconds: number, call: () => Promise<string> = down): Promise<number[]> {
    const asked: number[] = [];
    for (let second = 1; second <= seconds; second++) {
      vi.advanceTimersByTime(1000);
      if ((await outcome(circuit.run(call))) !== "open") asked.push(second);
    }
    return asked;
  }

  test("asks a vendor that said when to come back not before, whoever waits, and then by one call", async () => {
    expect(await askedAt(await opened(asking(30)), 100)).toEqual([30, 60, 90]);
  });

  test("waits no longer than five minutes, whatever the vendor says, and never less than for a silent one", async () => {
    expect(await askedAt(await opened(asking(86_400)), 700)).toEqual([300, 600]);
    expect(await askedAt(await opened(asking(1)), 35)).toEqual(await askedAt(await opened(), 35));
  });

  test("forgets what the vendor said when it has answered; one call's word alone opens nothing", async () => {
    const circuit = new Circuit(asking(60));
    expect(await outcome(circuit.run(down))).toBe("failed");
    expect(await outcome(circuit.run(up))).toBe("up");
    const quiet = await opened(asking(30));
    expect((await askedAt(quiet, 40, up)).slice(0, 3)).toEqual([30, 31, 32]);
  });

  test("does not count what is no outage", async () => {
    const circuit = new Circuit({ ...SILENT, isOutage: () => false });
    for (let i = 0; i < 20; i++) expect(await outcome(circuit.run(down))).toBe("failed");
  });
});
