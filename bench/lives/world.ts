// Where random lives are led: a started product, its operator and its lawyers, each signed in when first needed.

import { DEMO_OPERATOR } from "../../local/demo/load.ts";
import { demoProfessionals } from "../../local/demo/professionals.ts";
import { type Answer, type CallOptions, call, outboxOf } from "../../tests/support/api.ts";

/** As local/demo/load.ts makes them. */
const SEED = 2026;
const PEOPLE = 500;

export interface LivesWorld {
  origin: string;
  operator(): Promise<string>;
  /** Of a professional by his id. */
  lawyer(professionalId: string): Promise<string>;
  /** Requests so far, and what no life should ever see: codes of 500 and above, as `METHOD path: status`. */
  requests: number;
  troubles: string[];
  call(method: string, path: string, options?: CallOptions): Promise<Answer>;
}

export function livesWorld(origin: string): LivesWorld {
  const emails = new Map(demoProfessionals(SEED, PEOPLE).map(({ id, email }) => [id, email]));
  const tokens = new Map<string, Promise<string>>();
  const tokenOf = (email: string): Promise<string> => {
    const known = tokens.get(email) ?? signIn(world, email);
    tokens.set(email, known);
    return known;
  };
  const world: LivesWorld = {
    origin,
    requests: 0,
    troubles: [],
    operator: () => tokenOf(DEMO_OPERATOR),
    lawyer: (id) => {
      const email = emails.get(id);
      if (email === undefined) throw new Error(`no fictitious lawyer ${id}`);
      return tokenOf(email);
    },
    call: async (method, path, options) => {
      world.requests++;
      const answer = await call(origin, method, path, options);
      if (answer.status >= 500 || answer.status === 422 || answer.status === 401) {
        world.troubles.push(`${method} ${path.replace(/_[0-9a-z]{26}/g, "")}: ${answer.status} ${answer.body.code}`);
      }
      return answer;
    },
  };
  return world;
}

/** Others sign in at the same time: only a code to this address counts, and each address is signed in once. */
async function signIn(world: LivesWorld, email: string): Promise<string> {
  const sent = { email, type: "sign-in" };
  await world.call("POST", "/api/auth/email-otp/send-verification-otp", { body: sent });
  const mail = (await outboxOf(world.origin)).find(({ to, text }) => to === email && /\b\d{6}\b/.test(text));
  const otp = mail?.text.match(/\b\d{6}\b/)?.[0];
  const answer = await world.call("POST", "/api/auth/sign-in/email-otp", { body: { email, otp } });
  const token = answer.headers.get("set-auth-token");
  if (token === null) throw new Error(`${email} is not signed in: ${answer.status}`);
  return token;
}
