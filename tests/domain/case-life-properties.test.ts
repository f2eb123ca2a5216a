// Random lives of a model of case, offers and contracts, moved by the table alone: what must hold in all of them.
import fc from "fast-check";
import { expect, test } from "vitest";
import { CASE_MODES, type CaseMode } from "../../src/domain/case-mode.ts";
import { decideMove } from "../../src/domain/case-move.ts";
import {
  type CaseEffect,
  type CaseEvent,
  type CaseStatus,
  type CloseReason,
  MOVES,
  type MoveActor,
} from "../../src/domain/case-state.ts";

/** Few, so that a search also ends with nobody left. */
const PEOPLE = 3;

const EVENTS = Object.keys(MOVES) as CaseEvent[];
const ACTORS = ["client", "professional", "operator", "system"] as const satisfies MoveActor[];
const CLOSINGS: Partial<Record<CaseEvent, CloseReason>> = {
  contract_closed: "done",
  case_cancelled: "cancelled",
  client_silent: "silent",
  duplicate_joined: "joined",
};

interface Offer {
  person: number;
  status: "open" | "accepted" | "withdrawn" | "declined";
  accepted: number;
  returned: number;
}

interface Contract {
  status: "sent" | "signed" | "closed" | "voided";
  signed: ("client" | "professional")[];
}

interface World {
  mode: CaseMode;
  status: CaseStatus;
  closeReason: CloseReason | null;
  triaged: boolean;
  area: string | null;
  offers: Offer[];
  contracts: Contract[];
  everSigned: number;
}

/** A word of the random walk: an event of the table by somebody, or something that happens beside it. */
type Step =
  | { do: "event"; event: CaseEvent; actor: MoveActor; pick: number; area: string }
  /** One of the moves that are possible now: most words drawn blindly are refused. */
  | { do: "possible"; pick: number; area: string }
  | { do: "sign"; party: "client" | "professional" }
  | { do: "decline"; pick: number };

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        do: fc.constant("event" as const),
        event: fc.constantFrom(...EVENTS),
        actor: fc.constantFrom(...ACTORS),
        pick: fc.nat(5),
        area: fc.constantFrom("trabalho", "trabalho", "nenhuma"),
      }),
    },
    {
      weight: 10,
      arbitrary: fc.record({ do: fc.constant("possible" as const), pick: fc.nat(60), area: fc.constant("trabalho") }),
    },
    {
      weight: 6,
      arbitrary: fc.record({
        do: fc.constant("sign" as const),
        party: fc.constantFrom("client" as const, "professional" as const),
      }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constant("decline" as const), pick: fc.nat(5) }) },
  ),
  { minLength: 10, maxLength: 120 },
);

const alive = (world: World) => world.contracts.find(({ status }) => status !== "voided");
const open = (world: World) => world.offers.filter(({ status }) => status === "open");

function step(world: World, word: Step): void {
  const contract = alive(world);
  if (word.do === "sign") {
    if (contract?.status === "sent" && !contract.signed.includes(word.party)) contract.signed.push(word.party);
    return;
  }
  if (word.do === "decline") {
    const one = open(world)[word.pick];
    if (one !== undefined) one.status = "declined";
    return;
  }
  if (word.do === "possible") {
    const moves = EVENTS.flatMap((event) => ACTORS.map((actor) => ({ ...word, do: "event" as const, event, actor })));
    const able = moves.filter((move) => decided(world, move).ok && !ENDING.has(move.event));
    const move = able[word.pick % Math.max(1, able.length)];
    if (move !== undefined) step(world, move);
    return;
  }
  const { event, pick, area } = word;
  // Who accepts answers an open offer; a contract that closes is signed.
  if (event === "offer_accepted" && open(world).length === 0) return;
  const decision = decided(world, word);
  if (!decision.ok) return;
  if (event === "triage_completed" || event === "no_legal_problem") {
    world.triaged = true;
    world.area = area;
  }
  if (event === "wave_sent" || event === "contact_made") ask(world);
  if (event === "offer_accepted") {
    const offered = open(world);
    const winner = offered[pick % offered.length];
    if (winner !== undefined) {
      winner.status = "accepted";
      winner.accepted++;
    }
    world.contracts.push({ status: "sent", signed: [] });
  }
  if (event === "both_signed" && contract !== undefined) {
    contract.status = "signed";
    world.everSigned++;
  }
  if (event === "contract_closed" && contract !== undefined) contract.status = "closed";
  for (const effect of decision.effects) apply(world, effect);
  world.status = decision.to;
  world.closeReason = decision.to === "closed" ? (CLOSINGS[event] ?? null) : null;
}

function decided(world: World, { event, actor, area }: { event: CaseEvent; actor: MoveActor; area: string }) {
  const facts = {
    triaged: world.triaged,
    area: event === "triage_completed" || event === "no_legal_problem" ? area : world.area,
    askable: PEOPLE - world.offers.length,
    openOffers: open(world).length,
    signed: alive(world)?.signed ?? [],
    closeReason: world.closeReason,
  };
  return decideMove({ status: world.status, mode: world.mode, event, actor, facts });
}

/** Left to chance, so that lives grow old. */
const ENDING: ReadonlySet<CaseEvent> = new Set<CaseEvent>(["long_silent", "duplicate_joined", "contract_closed"]);

/** To those who were never asked in this case. */
function ask(world: World): void {
  for (let person = 0; person < PEOPLE; person++) {
    if (world.offers.some((offer) => offer.person === person)) continue;
    world.offers.push({ person, status: "open", accepted: 0, returned: 0 });
    if (open(world).length >= 2) return;
  }
}

function apply(world: World, effect: CaseEffect): void {
  const contract = alive(world);
  const taken = world.offers.find(({ status }) => status === "accepted");
  if (effect === "withdraw_open_offers") for (const one of open(world)) one.status = "withdrawn";
  if (effect === "void_contract" && contract !== undefined) contract.status = "voided";
  if (effect === "end_contract" && contract !== undefined) contract.status = "closed";
  if (effect === "return_load" && taken !== undefined) {
    taken.status = "withdrawn";
    taken.returned++;
  }
}

/** Thrown and not expected: it is asked some hundred thousand times. */
function must(holds: boolean, what: string, world: World): void {
  if (!holds) throw new Error(`${what}: ${JSON.stringify(world)}`);
}

function check(world: World, before: CaseStatus): void {
  const { status } = world;
  const live = world.contracts.filter((one) => one.status !== "voided");
  const accepted = world.offers.filter((offer) => offer.status === "accepted");
  must(live.length <= 1, "two living contracts", world);
  must(accepted.length <= 1, "two acceptances", world);
  if (status === "accepted" || status === "signed") must(accepted.length === 1, "nobody has the case", world);
  else if (status !== "closed") must(accepted.length + live.length === 0, "somebody still has the case", world);
  if (open(world).length > 0) must(status === "offering", "an open offer outside of the search", world);
  for (const offer of world.offers) {
    must(offer.accepted <= 1, "accepted twice", world);
    // Taken back exactly once, and exactly when the acceptance does not stand.
    const stands = offer.status === "accepted" ? 1 : 0;
    must(offer.accepted - offer.returned === stands, "the load is not what stands", world);
  }
  must(new Set(world.offers.map(({ person }) => person)).size === world.offers.length, "asked twice", world);
  if (before === "forgotten") must(status === "forgotten", "came back from nothing", world);
  if (before === "closed") must(AFTER_CLOSED.has(status), "left `closed` another way", world);
  must(status !== (world.mode === "directory" ? "matching" : "choosing"), "the other mode's state", world);
}

const AFTER_CLOSED: ReadonlySet<CaseStatus> = new Set<CaseStatus>([
  "closed",
  "forgotten",
  "triage",
  "matching",
  "choosing",
]);

test("in every random life there is at most one acceptance and one living contract, and the load goes back exactly once", () => {
  const reached = new Set<CaseStatus>();
  fc.assert(
    fc.property(fc.constantFrom(...CASE_MODES), steps, (mode, words) => {
      const world: World = {
        ...{ mode, status: "triage", closeReason: null, triaged: false, area: null },
        ...{ offers: [], contracts: [], everSigned: 0 },
      };
      for (const word of words) {
        const before = world.status;
        step(world, word);
        reached.add(world.status);
        check(world, before);
      }
    }),
    { numRuns: 800, seed: 20261121 },
  );
  // A walk that never comes far would prove nothing.
  expect([...reached].sort()).toEqual(
    expect.arrayContaining([
      "accepted",
      "choosing",
      "closed",
      "forgotten",
      "matching",
      "offering",
      "signed",
      "unmatched",
    ]),
  );
}, 30_000);

test("work that was done never comes back, and a contract that both signed is not signed again by another", () => {
  fc.assert(
    fc.property(steps, (words) => {
      const world: World = {
        ...{ mode: "matching", status: "signed", closeReason: null, triaged: true, area: "trabalho", everSigned: 1 },
        offers: [{ person: 0, status: "accepted", accepted: 1, returned: 0 }],
        contracts: [{ status: "signed", signed: ["client", "professional"] }],
      };
      step(world, { do: "event", event: "contract_closed", actor: "client", pick: 0, area: "" });
      for (const word of words) step(world, word);
      expect([world.status, world.closeReason, world.contracts.length]).toEqual(["closed", "done", 1]);
    }),
    { numRuns: 500, seed: 5 },
  );
});
