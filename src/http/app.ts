// The Worker's HTTP face: what every request passes through, and where each route lives.
import { Hono } from "hono";
import { notFound } from "../base/errors.ts";
import type { AppEnv } from "./app-env.ts";
import { authApi } from "./auth-api.ts";
import { casesApi } from "./cases.ts";
import { requestContext } from "./context.ts";
import { contractsApi } from "./contracts.ts";
import { countRequest } from "./count-request.ts";
import { filesApi } from "./files.ts";
import { health } from "./health.ts";
import { meApi } from "./me.ts";
import { metrics } from "./metrics.ts";
import { offersApi } from "./offers.ts";
import { operatorApi } from "./operator.ts";
import { operatorConflictsApi } from "./operator-conflicts.ts";
import { operatorEmbeddingsApi } from "./operator-embeddings.ts";
import { operatorModelsApi } from "./operator-models.ts";
import { membershipsApi, operatorOrganisationsApi, organisationApi } from "./organisations.ts";
import { clientPages } from "./pages/client.tsx";
import { clientCasePages } from "./pages/client-case-pages.tsx";
import { contractPages } from "./pages/contract.tsx";
import { languagePages } from "./pages/language.ts";
import { opsPages } from "./pages/ops.tsx";
import { orgPages } from "./pages/org.tsx";
import { proPages } from "./pages/pro.tsx";
import { problemPage } from "./pages/problem-page.tsx";
import { signInPages } from "./pages/sign-in.tsx";
import { professionalsApi } from "./professionals.ts";
import { originCheck, plainAddress, rateLimit, securityHeaders } from "./security.ts";
import { session } from "./session.ts";
import { triageApi } from "./triage.ts";
import { voiceApi } from "./voice.ts";

export const app = new Hono<AppEnv>();

app.onError(problemPage);
app.notFound((c) => problemPage(notFound("page"), c));

app.use(securityHeaders, requestContext, countRequest, plainAddress, originCheck, rateLimit);
app.route("/", health);
app.route("/", metrics);
app.route("/api/auth", authApi);

app.use("/api/v2/*", session);
app.route("/api/v2/triage", triageApi);
app.route("/api/v2/triage", voiceApi);
app.route("/api/v2/cases", casesApi);
app.route("/api/v2/cases", filesApi);
app.route("/api/v2/contracts", contractsApi);
app.route("/api/v2/offers", offersApi);
app.route("/api/v2/professionals", professionalsApi);
app.route("/api/v2/operator", operatorApi);
app.route("/api/v2/operator/conflicts", operatorConflictsApi);
app.route("/api/v2/operator/embeddings", operatorEmbeddingsApi);
app.route("/api/v2/operator", operatorModelsApi);
app.route("/api/v2/operator/organisations", operatorOrganisationsApi);
app.route("/api/v2/organisation", organisationApi);
app.route("/api/v2/me/memberships", membershipsApi);
app.route("/api/v2/me", meApi);

app.route("/", languagePages);
app.route("/", signInPages);
app.route("/", clientPages);
app.route("/", clientCasePages);
app.route("/", contractPages);
app.route("/", proPages);
app.route("/", opsPages);
app.route("/", orgPages);
