// One row of the table: a route as the router knows it, who may, and what is asked of it.
import type { Rule } from "./rules.ts";
import type { World } from "./world.ts";

export interface Asked {
  /** The things in the address; made anew for each who may change something. */
  at?: (world: World) => Promise<Record<string, string>> | Record<string, string>;
  query?: string;
  /** A function where each must send another one, or names what is in the address. */
  body?: unknown | ((things: Record<string, string>) => unknown);
  form?: Record<string, string> | ((things: Record<string, string>) => Record<string, string>);
  /** Files of a form, by field. */
  files?: Record<string, File>;
  headers?: Record<string, string>;
  /** Ends the session: each comes with one of his own for it. */
  spendsSession?: true;
}

export type Row = readonly [route: string, rule: Rule, asked?: Asked];
