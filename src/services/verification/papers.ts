// Papers that prove a registration: added and taken back by their owner, opened by the owner and operators alone.
import { and, asc, eq, isNotNull, isNull, lt, or, sql } from "drizzle-orm";
import { conflict, notFound, VezError } from "../../base/errors.ts";
import { newId } from "../../base/ids.ts";
import { auditRow } from "../../db/audit.ts";
import { audit, PAPER_KINDS, type PaperKind, papers, professionals, users } from "../../db/schema.ts";
import { withEnding } from "../../domain/files/extension.ts";
import { cleanFileName, FILE_KINDS } from "../../domain/files/file-kind.ts";
import type { Actor, ServiceContext } from "../context.ts";
import { safeFile } from "../files/safe-file.ts";
import { asOperator } from "../operations/as-operator.ts";
import { cleanText } from "../plain-text.ts";
import { applicantOf, type Person } from "./applicant.ts";

/** Two sides of a card, a proof, and a few that were asked for. */
const MOST_PAPERS = 12;
const DAY_MS = 86_400_000;

export interface PaperView {
  id: string;
  kind: PaperKind;
  name: string;
  /** Media type. */
  type: string;
  bytes: number;
  /** ISO 8601 */
  created_at: string;
}

/**
 * The same bytes twice for the same purpose are one paper. Throws `file_empty` (422), `file_kind` (415), `file_too_large` (413), `too_many_files`
 * (409), `files_away` (503), `forbidden`, `team_account`.
 */
export async function addPaper(
  ctx: ServiceContext,
  actor: Person,
  paper: { kind: PaperKind; name: string; bytes: Uint8Array<ArrayBuffer> },
): Promise<PaperView> {
  await applicantOf(ctx, actor);
  const { kind, bytes, sha256 } = await safeFile(paper.bytes, ctx.settings.fileMaxBytes);
  const now = ctx.now();
  const id = newId("pap", now.getTime());
  const type = FILE_KINDS[kind];
  const name = withEnding(cleanFileName(cleanText(paper.name), `${paper.kind}-${id.slice(-4)}`), type);
  const [, , found] = await ctx.db.batch([
    // One upload after another: the count below is then true.
    ctx.db.execute(sql`SELECT id FROM users WHERE id = ${actor.userId} FOR UPDATE`),
    ctx.db.execute(sql`
      INSERT INTO professional_papers (id, user_id, kind, name, type, bytes, sha256, storage_key, created_at)
      SELECT ${id}, ${actor.userId}, ${paper.kind}, ${name}, ${type}, ${bytes.length}::int, ${sha256}, ${`papers/${actor.userId}/${id}`}, ${now.toISOString()}::timestamptz
      WHERE (SELECT count(*) FROM professional_papers WHERE user_id = ${actor.userId} AND deleted_at IS NULL) < ${MOST_PAPERS}::int
      ON CONFLICT (user_id, kind, sha256) WHERE deleted_at IS NULL DO NOTHING`),
    ctx.db
      .select()
      .from(papers)
      .where(
        and(
          eq(papers.userId, actor.userId),
          eq(papers.kind, paper.kind),
          eq(papers.sha256, sha256),
          isNull(papers.deletedAt),
        ),
      ),
  ]);
  const kept = found[0];
  if (kept === undefined) {
    throw conflict("too_many_files", `An application holds ${MOST_PAPERS} documents. Delete one you do not need.`);
  }
  if (kept.storedAt !== null) return paperView(kept);
  await ctx.files.put(kept.storageKey, bytes, kept.type);
  await ctx.db.update(papers).set({ storedAt: ctx.now() }).where(eq(papers.id, kept.id));
  return paperView(kept);
}

/** Oldest first. */
export function listPapers(ctx: ServiceContext, owner: { userId: string }): Promise<PaperView[]> {
  return ctx.db
    .select()
    .from(papers)
    .where(and(eq(papers.userId, owner.userId), isNull(papers.deletedAt), isNotNull(papers.storedAt)))
    .orderBy(asc(papers.createdAt), asc(papers.id))
    .limit(MOST_PAPERS)
    .then((rows) => rows.map(paperView));
}

/** For its owner, and for operators, whose opening is in the audit. Throws `not_found` for everybody else; `files_away` (503). */
export async function openPaper(ctx: ServiceContext, actor: Extract<Actor, { kind: "person" }>, id: string) {
  const [row] = await ctx.db
    .select()
    .from(papers)
    .where(and(eq(papers.id, id), isNull(papers.deletedAt), isNotNull(papers.storedAt)));
  if (row === undefined) throw notFound("document");
  if (row.userId !== actor.userId) {
    if (actor.role !== "operator") throw notFound("document");
    const operator = asOperator(actor);
    await ctx.db.insert(audit).values(auditRow(operator.userId, "paper.read", row.id, ctx.now()));
  }
  const body = await ctx.files.get(row.storageKey);
  if (body === null) throw notFound("document");
  return { paper: paperView(row), body };
}

/**
 * Gone for everybody at once; the bytes a moment later, or in the night. Throws `not_found`; `already_sent` (409) once an
 * operator decided by it: what was decided can be looked up.
 */
export async function deletePaper(ctx: ServiceContext, actor: Person, id: string): Promise<void> {
  const [row] = await ctx.db
    .select()
    .from(papers)
    .where(and(eq(papers.id, id), eq(papers.userId, actor.userId)));
  if (row === undefined) throw notFound("document");
  if (row.deletedAt !== null) return;
  const [gone] = await ctx.db
    .update(papers)
    .set({ deletedAt: ctx.now() })
    .where(
      and(
        eq(papers.id, id),
        isNull(papers.deletedAt),
        sql`NOT EXISTS (
          SELECT 1 FROM verification_reviews v JOIN professionals p ON p.id = v.professional_id
          WHERE p.user_id = ${actor.userId} AND v.decided_at > ${papers.createdAt})`,
      ),
    )
    .returning({ id: papers.id });
  if (gone === undefined) {
    throw conflict("already_sent", "This document was part of a decision and stays with it.");
  }
  ctx.later(removeBytes(ctx, row));
}

async function removeBytes(ctx: ServiceContext, row: { id: string; storageKey: string }): Promise<void> {
  try {
    await ctx.files.remove(row.storageKey);
    await ctx.db.delete(papers).where(eq(papers.id, row.id));
  } catch (error) {
    // Nobody sees it any more; the night comes back to it.
    if (!(error instanceof VezError)) throw error;
    ctx.log.warn("paper_not_removed", { code: error.code });
  }
}

/** Drafts and papers that nobody came back for. */
const FORGOTTEN_DAYS = 90;
const AT_MOST = 500;

/** Nightly: unfinished uploads after a day, drafts without a word for 90 days and the papers of people who never applied. */
export async function sweepPapers(ctx: ServiceContext): Promise<{ drafts: number; removed: number }> {
  const now = ctx.now().getTime();
  const dayAgo = new Date(now - DAY_MS);
  const longAgo = sql`${new Date(now - FORGOTTEN_DAYS * DAY_MS).toISOString()}::timestamptz`;
  const drafts = await ctx.db.execute(sql`DELETE FROM join_drafts WHERE updated_at < ${longAgo} RETURNING user_id`);
  await ctx.db
    .update(papers)
    .set({ deletedAt: dayAgo })
    .where(
      and(
        isNull(papers.deletedAt),
        or(
          and(isNull(papers.storedAt), lt(papers.createdAt, dayAgo)),
          sql`${papers.createdAt} < ${longAgo}
            AND NOT EXISTS (SELECT 1 FROM join_drafts d WHERE d.user_id = ${papers.userId})
            AND NOT EXISTS (SELECT 1 FROM professionals p WHERE p.user_id = ${papers.userId})`,
        ),
      ),
    );
  const left = await ctx.db
    .select({ id: papers.id, storageKey: papers.storageKey })
    .from(papers)
    .where(sql`deleted_at <= ${dayAgo.toISOString()}::timestamptz`)
    .limit(AT_MOST);
  for (const row of left) await removeBytes(ctx, row);
  return { drafts: drafts.rows.length, removed: left.length };
}

/** Whose papers a professional's are; for operators. Throws `not_found`. */
export async function ownerOf(ctx: ServiceContext, professionalId: string) {
  const [row] = await ctx.db
    .select({ userId: users.id, email: users.email })
    .from(professionals)
    .innerJoin(users, eq(users.id, professionals.userId))
    .where(eq(professionals.id, professionalId));
  if (row === undefined) throw notFound("professional");
  return row;
}

function paperView(row: typeof papers.$inferSelect): PaperView {
  const { id, kind, name, type, bytes } = row;
  return { id, kind, name, type, bytes, created_at: row.createdAt.toISOString() };
}

export function isPaperKind(text: string | null | undefined): text is PaperKind {
  return PAPER_KINDS.some((kind) => kind === text);
}
