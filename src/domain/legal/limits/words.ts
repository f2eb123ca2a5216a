// All word classes, and those of the day that itself starts a limit.
import { CAME, LABOUR_CASE, OTHER_DECISIONS, SERVED, SMALL_CLAIMS } from "./words-court.ts";
import { TRICKED } from "./words-life.ts";

export * from "./words-court.ts";
export * from "./words-life.ts";

// The words of the day that itself starts the time
export const SERVED_OR_CAME = new RegExp(`${SERVED.source}|${CAME.source}|\\brang|\\bknock`);
export const SENT_OR_CAME = new RegExp(`${CAME.source}|\\b(?:expedi|emitid|emissao|issued|notific|postad)`);
export const DELIVERED_OR_BROKE =
  /\b(cheg|receb|entreg|veio|compr|nota|receipt|bought|arriv|came|deliver|receiv|par(ou|aram) de|pif|queim|quebr|estrag|died|broke|stopped|dead)/;
export const OF_TAXES = /execucao fiscal|divida ativa|imposto|iptu|\btax/;
export const NOT_CIVIL = new RegExp(`${OTHER_DECISIONS.source}|${LABOUR_CASE.source}`);
export const NOT_ORDINARY = new RegExp(`${NOT_CIVIL.source}|${SMALL_CLAIMS.source}|criminal|penal\\b|crime`);
export const DECIDED = /\b(sentenca|decisao|decid|julg|saiu|publica|perd|juiz|lost|judge|rul|decision|verdict)/;
export const APPOINTED =
  /\b(audien|julgam|perici|depo[ir]|compare|forum|tribunal|delegacia|hearing|court|trial|appear|testify|statement|interview|mediation|conciliac|leilao|auction)/;
export const NOT_ENFORCED = new RegExp(`${TRICKED.source}|${OF_TAXES.source}`);
