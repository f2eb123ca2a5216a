// Those from whom a client may choose, in the neutral order of the day.
import * as z from "zod";
import { conflict, invalid, type VezError } from "../../base/errors.ts";
import { filtersInput, isUnfiltered } from "../../domain/directory/filters.ts";
import { drawDay } from "../../domain/directory/neutral-order.ts";
import { addDays } from "../../domain/triage/calendar.ts";
import type { Actor, ServiceContext } from "../context.ts";
import { parseInput, type Unchecked } from "../parse-input.ts";
import { type ChoosablePage, findChoosable } from "./choosable.ts";
import { directoryCase } from "./directory-case.ts";
import { type ContactView, contactView, entryOf, type ProfessionalEntry } from "./entry.ts";
import { keepDoubts } from "./keep-doubts.ts";
import { countLook } from "./looks.ts";
import { endChoosing } from "./nobody-to-choose.ts";

export const listInput = filtersInput.extend({
  limit: z.coerce.number().int().min(1).max(50).default(20),
  cursor: z.string().max(120).optional(),
});

/** States in which a client may look at the list and write. */
export const CHOOSING = ["choosing", "offering"] as const;

export interface DirectoryPage {
  case_id: string;
  /** Of the order: YYYY-MM-DD. */
  day: string;
  total: number;
  items: ProfessionalEntry[];
  next: string | null;
  /** Whom the client wrote to, newest first; they are not in the list any more. */
  contacted: ContactView[];
}

/**
 * The client's own case in directory mode; for every other `not_found`. Throws `not_choosing` (409) where the list is not open,
 * `invalid_input` for a cursor that is not of this list or older than yesterday's.
 */
export async function listProfessionals(
  ctx: ServiceContext,
  actor: Extract<Actor, { kind: "person" }>,
  caseId: string,
  raw: Unchecked<typeof listInput> = {},
): Promise<DirectoryPage> {
  const { limit, cursor, ...filters } = parseInput(listInput, raw);
  const of = await directoryCase(ctx, actor, caseId);
  if (!CHOOSING.some((status) => status === of.row.status)) throw notChoosing();
  const place = placeOf(cursor, drawDay(ctx.now()));
  const draw = { day: place.day, tenantId: of.tenantId };
  const page = await firstFilled(ctx, { facts: of.facts, filters, draw, limit, after: place.after });
  await keepDoubts(ctx, caseId, page.doubts);
  const first = page.items[0];
  if (cursor === undefined && first !== undefined)
    ctx.later(countLook(ctx, { caseId, day: place.day, firstId: first.id }));
  if (first === undefined && cursor === undefined && isUnfiltered(filters)) await endChoosing(ctx, of.row);
  return {
    case_id: caseId,
    day: place.day,
    total: page.total,
    items: page.items.map(entryOf),
    next: page.next === null ? null : cursorOf(place.day, page.next),
    contacted: of.contacted.map(contactView),
  };
}

export function notChoosing(): VezError {
  return conflict("not_choosing", "Nobody can be chosen for this case at the moment. Its page says where it stands.");
}

/** A page on which every row was kept out by name is passed over. */
async function firstFilled(ctx: ServiceContext, input: Parameters<typeof findChoosable>[1]): Promise<ChoosablePage> {
  let page = await findChoosable(ctx, input);
  const doubts = [...page.doubts];
  for (let round = 0; round < 5 && page.items.length === 0 && page.next !== null; round++) {
    page = await findChoosable(ctx, { ...input, after: page.next });
    doubts.push(...page.doubts);
  }
  return { ...page, doubts };
}

/** The cursor is the day of the draw and the last id: a page turned after midnight goes on in the order it began with. */
function cursorOf(day: string, id: string): string {
  return `${day}~${id}`;
}

function placeOf(cursor: string | undefined, today: string): { day: string; after: string | null } {
  if (cursor === undefined) return { day: today, after: null };
  const [, day = "", after = ""] = /^(\d{4}-\d{2}-\d{2})~([a-z]{3}_[0-9a-zA-Z_]{1,60})$/.exec(cursor) ?? [];
  if (day !== today && (day === "" || addDays(day, 1) !== today)) {
    throw invalid("This list cannot go on from there. Start again without a cursor.");
  }
  return { day, after };
}
