// What was posted to the team's channel: written before the vendor is asked, so that a second delivery looks before it posts.
import { index, pgTable, text } from "drizzle-orm/pg-core";
import { moment } from "./moment.ts";

export const teamPosts = pgTable(
  "team_posts",
  {
    /** The outbox row's key: one occasion. */
    key: text("key").primaryKey(),
    /** `unsure`: the vendor may have it and may not be asked; it is not posted again. */
    status: text("status").$type<"posting" | "posted" | "unsure">().notNull(),
    channel: text("channel"),
    ts: text("ts"),
    createdAt: moment("created_at").notNull(),
  },
  (t) => [index("team_posts_created_idx").on(t.createdAt)],
);
