// Every table in one place, for the client and for migrations.
export * from "./tables/case-files.ts";
export * from "./tables/cases.ts";
export * from "./tables/contracts.ts";
export * from "./tables/directory.ts";
export * from "./tables/embedding.ts";
export * from "./tables/equity.ts";
export * from "./tables/identity.ts";
export * from "./tables/matching.ts";
export * from "./tables/model-usage.ts";
export * from "./tables/models.ts";
export * from "./tables/offers.ts";
export * from "./tables/organisations.ts";
export * from "./tables/outbox.ts";
export * from "./tables/professionals.ts";
export * from "./tables/sign-in-limits.ts";
export * from "./tables/talk.ts";
export * from "./tables/vectors.ts";
