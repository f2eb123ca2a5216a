// docs/case-life.md: the states of a case drawn from the table of its moves.
import { CASE_MODES } from "../../src/domain/case-mode.ts";
import {
  CASE_STATUSES,
  type CaseEvent,
  type CaseStatus,
  MOVES,
  type Move,
  stateAfter,
  statesBefore,
} from "../../src/domain/case-state.ts";

const EVENTS = Object.keys(MOVES) as CaseEvent[];

/** The whole file as text; a test compares it with what is committed. */
export function caseLifeDoc(): string {
  return `${HEAD}
\`\`\`mermaid
stateDiagram-v2
  [*] --> triage
${arrows().join("\n")}
${ENDS.map((status) => `  ${status} --> [*]`).join("\n")}
\`\`\`

## Every move

| event | from | to | who | guards | what its batch also does |
|---|---|---|---|---|---|
${EVENTS.map(rowOf).join("\n")}
${FOOT}`;
}

const ENDS: readonly CaseStatus[] = ["closed", "forgotten"];

/** One arrow for each pair of states, with all the events that lead along it. */
function arrows(): string[] {
  const labels = new Map<string, string[]>();
  for (const event of EVENTS) {
    for (const from of statesBefore(event)) {
      for (const to of new Set(CASE_MODES.map((mode) => stateAfter(event, mode)))) {
        const pair = `${from} --> ${to}`;
        labels.set(pair, [...(labels.get(pair) ?? []), event]);
      }
    }
  }
  const order = (pair: string) => CASE_STATUSES.findIndex((status) => pair.startsWith(`${status} `));
  return [...labels].sort(([a], [b]) => order(a) - order(b)).map(([pair, events]) => `  ${pair}: ${events.join(", ")}`);
}

function rowOf(event: CaseEvent): string {
  const move: Move = MOVES[event];
  const to = typeof move.to === "string" ? move.to : `${move.to.matching} (matching), ${move.to.directory} (directory)`;
  const effects = move.effects.map((one) => (typeof one === "string" ? one : `${one.does} if ${one.when}`));
  const cells = [event, move.from.join(", "), to, move.by.join(", "), move.guards.join(", "), effects.join(", ")];
  return `| ${cells.map((cell) => cell || "–").join(" | ")} |`;
}

const HEAD = `# The life of a case

Generated from \`src/domain/case-state.ts\` by \`npm run docs\`; do not edit by hand. Whoever moves a case asks this table: verbs
through \`decideMove\` (\`src/domain/case-move.ts\`), SQL statements through \`isBefore\` and \`stateAfterSql\` (\`src/db/state-after-sql.ts\`).
`;

const FOOT = `
A guard is a named question in \`src/domain/case-move.ts\`; the first one that says no is the refusal's code. Out of \`closed\` lead
\`case_reopened\` and \`talk_reopened\` alone (\`long_silent\` only empties what never became a case), out of \`forgotten\` nothing.
Why it is so: [changing course](decisions/changing-course.md), [offers under lock](decisions/offers-under-lock.md).
`;
