// The settings under which tests and benches act: the product's defaults, with small bounds for files.
import { DEFAULT_FAIRNESS } from "../../src/domain/equity/turn.ts";
import type { Settings } from "../../src/services/context.ts";

export const SETTINGS: Settings = {
  jurisdictionMode: "matching",
  waveSize: 3,
  offerTtlHours: 24,
  urgentOfferTtlHours: 2,
  contractRemindHours: 72,
  contractLapseHours: 96,
  urgentHours: 48,
  reachWaitMinutes: 10,
  whatsappMessages: 20,
  maxOffersPerDay: 10,
  fairness: DEFAULT_FAIRNESS,
  cacheTtlSeconds: 300,
  embeddingQueryTimeoutMs: 1500,
  fileMaxBytes: 1_000_000,
  filesPerCase: 5,
  webhooksToThisMachine: false,
};
