// What a page says of itself to the frame around it.
import type { Child } from "hono/jsx";

export interface Page {
  /** Without the product's name, which is added. */
  title: string;
  main: Child;
  /** Built names beside base.css, e.g. "client.css". */
  styles?: string[];
  /** Built names, e.g. "client.js"; loaded as modules after the page. */
  scripts?: string[];
  nav?: NavLink[];
  /** Put at the right end of the bar, before the language. */
  barEnd?: Child;
  /** `wide` for lists and consoles, `full` for a page that lays itself out; else a column for reading. */
  width?: "wide" | "full";
  /** The page's own address where this answer's is not one that can be opened (an answer to a form). */
  here?: string;
  /** Texts of this page's module, read from `<script type="application/json" id="page-data">`. */
  data?: unknown;
  /** Left out at the foot of a page that is a tool, not a text. */
  noFoot?: boolean;
  /** True for a signed-in person who may sign out here; professionals and operators always may. */
  signedIn?: boolean;
}

export interface NavLink {
  href: string;
  label: string;
  current?: boolean;
  /** Behind "More": what is not looked at every day. */
  more?: boolean;
}
