// Where the built browser modules, styles and pictures are: their names change with their content.
import * as z from "zod";
import type { Env } from "../../env.ts";

/** Source name ("base.css", "client.js", "icon.svg") to address ("/assets/base-1A2B.css"). */
export type Assets = (name: string) => string;

const manifest = z.record(z.string(), z.string());
const known = new WeakMap<object, Promise<Assets>>();

/** The addresses of this deployment: read once per isolate, since a new build is a new isolate. */
export function assetsOf(env: Env): Promise<Assets> {
  const reading = known.get(env) ?? read(env);
  known.set(env, reading);
  // A failed read is not kept: the next request tries again.
  reading.catch(() => known.delete(env));
  return reading;
}

async function read(env: Env): Promise<Assets> {
  const answer = await env.ASSETS.fetch("https://assets.local/assets/manifest.json");
  if (!answer.ok) throw new Error(`the list of built assets answers ${answer.status}`);
  const addresses = manifest.parse(await answer.json());
  return (name) => {
    const address = addresses[name];
    if (address === undefined) throw new Error(`no built asset is called ${name}`);
    return address;
  };
}
