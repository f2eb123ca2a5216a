// The circuit: open after failures in a row, tried again by one call, and never waiting for a call that is gone.
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { Circuit, isOpenCircuit } from "../../src/providers/circuit.ts";

const down = () => Promise.reject(new Error("down"));
const up = () => Promise.resolve("up");

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

async function opened(): Promise<Circuit> {
  const circuit = new Circuit(() => true);
  for (let i = 0; i < 5; i++) await circuit.run(down).catch(() => undefined);
  return circuit;
}

/** What a call became: its value, "open" without a call, or "failed". */
function outcome(work: Promise<string>): Promise<string> {
  return work.catch((error: unknown) => (isOpenCircuit(error) ? "open" : "failed"));
}

describe("a circuit", () => {
  test("stays closed while successes come between the failures", async () => {
    const circuit = new Circuit(() => true);
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
      const circuit = new Circuit(() => true);
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

  test("does not count what is no outage", async () => {
    const circuit = new Circuit(() => false);
    for (let i = 0; i < 20; i++) expect(await outcome(circuit.run(down))).toBe("failed");
  });
});
