// Where drizzle-kit finds the tables and writes the migrations (`npm run db:generate`).
import { defineConfig } from "drizzle-kit";

export default defineConfig({
  dialect: "postgresql",
  out: "./migrations",
  schema: "./src/db/schema.ts",
  // Only `drizzle-kit migrate` connects; writing a migration needs no database.
  dbCredentials: { url: process.env.DATABASE_URL ?? "" },
});
