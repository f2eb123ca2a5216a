// Who people are: better-auth over our tables, with anonymous clients, e-mail codes and bearer tokens.
import { drizzleAdapter } from "better-auth/adapters/drizzle";
import { betterAuth } from "better-auth/minimal";
import { anonymous, bearer, emailOTP } from "better-auth/plugins";
import { newId } from "../base/ids.ts";
import { type Log, makeLog } from "../base/log.ts";
import { accounts, sessions, users, verifications } from "../db/schema.ts";
import { localeFromHeader } from "../domain/locale.ts";
import { type Config, type Env, readConfig } from "../env.ts";
import { joinAnonymous } from "../services/identity/join-anonymous.ts";
import { storeSignInCode } from "../services/notify/sign-in-code.ts";
import { makeContext } from "../wiring.ts";
import { sessionsByRecovery } from "./sessions-by-recovery.ts";

const DAY_SECONDS = 86_400;
/** Why the code that a request asked for was not stored. */
export const codeFailures = new WeakMap<object, unknown>();

const made = new WeakMap<object, ReturnType<typeof makeAuth>>();

/** One instance per isolate: it holds no connection, only configuration. */
export function authOf(env: Env) {
  const known = made.get(env);
  if (known !== undefined) return known;
  const auth = makeAuth(env, readConfig(env));
  made.set(env, auth);
  return auth;
}

function makeAuth(env: Env, config: Config) {
  const operators = new Set(
    config.OPERATOR_EMAILS.split(",")
      .map((address) => address.trim().toLowerCase())
      .filter(Boolean),
  );
  const context = () =>
    makeContext(env, { traceId: newId("trc", Date.now()), later: (work) => void work.catch(() => undefined) });
  return betterAuth({
    baseURL: config.PUBLIC_ORIGIN,
    basePath: "/api/auth",
    secret: config.BETTER_AUTH_SECRET,
    // security.ts has checked that a browser's request comes from our own pages; programs send no Origin.
    trustedOrigins: (request) => [
      config.PUBLIC_ORIGIN,
      ...(request === undefined ? [] : [new URL(request.url).origin]),
    ],
    telemetry: { enabled: false },
    logger: { level: "warn", disableColors: true, log: logTo(makeLog(config.LOG_LEVEL, (line) => console.log(line))) },
    // What it cannot answer goes to app.onError like any failure; it would print the statement with its values.
    onAPIError: { throw: true },
    database: drizzleAdapter(context().db, {
      provider: "pg",
      schema: { user: users, session: sessions, account: accounts, verification: verifications },
    }),
    user: {
      additionalFields: {
        role: { type: "string", required: false, defaultValue: "client", input: false },
        locale: { type: "string", required: false, defaultValue: "pt-BR", input: false },
        secondFactorSince: { type: "date", required: false, input: false },
      },
    },
    session: {
      expiresIn: 30 * DAY_SECONDS,
      updateAge: DAY_SECONDS,
      additionalFields: { secondFactorAt: { type: "date", required: false, input: false } },
    },
    rateLimit: { enabled: false },
    advanced: {
      disableCSRFCheck: true,
      database: { generateId: ({ model }) => (model === "user" ? newId("usr", Date.now()) : crypto.randomUUID()) },
      ipAddress: { ipAddressHeaders: ["cf-connecting-ip"] },
      cookiePrefix: "vez",
    },
    databaseHooks: {
      user: {
        create: {
          before: async (user) => ({
            data: {
              ...user,
              // The library's "Anonymous" is nobody's name.
              name: user.isAnonymous === true ? "" : user.name,
              role: operators.has(user.email.toLowerCase()) ? "operator" : "client",
            },
          }),
        },
      },
    },
    plugins: [
      bearer(),
      sessionsByRecovery(),
      anonymous({
        emailDomainName: "anonymous.invalid",
        disableDeleteAnonymousUser: true,
        onLinkAccount: ({ anonymousUser, newUser }) =>
          joinAnonymous(context(), { anonymousId: anonymousUser.user.id, userId: newUser.user.id }),
      }),
      emailOTP({
        otpLength: 6,
        expiresIn: 600,
        allowedAttempts: 5,
        storeOTP: "hashed",
        sendVerificationOTP: async ({ email, otp }, request) => {
          const stored = storeSignInCode(context(), { email, code: otp, locale: localeOf(request?.headers) });
          await stored.catch((error: unknown) => {
            // The library would swallow it and answer that the code is on its way.
            if (request?.request !== undefined) codeFailures.set(request.request, error);
            throw error;
          });
        },
      }),
    ],
  });
}

function localeOf(headers: Headers | undefined) {
  return localeFromHeader(headers?.get("accept-language"));
}

/** The library's messages hold statements with tokens, addresses and hashes: only the error's name, code and place are kept. */
function logTo(log: Log) {
  return (level: "debug" | "info" | "warn" | "error", _message: string, ...args: unknown[]) =>
    log[level]("auth_library", { error: args.find((arg) => arg instanceof Error) });
}
