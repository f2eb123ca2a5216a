// The one way in which tables keep a moment: with its zone, read as a Date.
import { timestamp } from "drizzle-orm/pg-core";

export const moment = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });
