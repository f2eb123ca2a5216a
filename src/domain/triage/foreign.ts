// Tells when a problem lies under another country's law, which our tables do not know.
import { words } from "./text.ts";

/** True when the text puts the problem itself abroad; people who only come from abroad, or travel, are not meant. */
export function isForeign(text: string, toldBefore: string): boolean {
  const line = ` ${words(text).join(" ")} `;
  if (!ABROAD.test(line)) return false;
  return !BRAZIL.test(`${line} ${words(toldBefore).join(" ")} `);
}

const COUNTRY =
  "(?:portugal|lisboa|lisbon|estados unidos|eua|usa|the us|the states|united states|america do norte|florida|miami|boston|new york|nova york|california|texas|londres|london|inglaterra|england|uk|united kingdom|reino unido|espanha|spain|madrid|barcelona|italia|italy|franca|france|paris|alemanha|germany|berlin|berlim|argentina|buenos aires|uruguai|uruguay|chile|canada|toronto|japao|japan|irlanda|ireland|dublin|suica|switzerland|australia|mexico|colombia|bolivia|angola|mocambique|china|india|holanda|netherlands|belgica|belgium)";

const ABROAD = new RegExp(
  ` (?:(?:moro|vivo|trabalho|trabalhava|trabalhei|estou|esta|aconteceu|foi|fui (?:demitid[oa]|pres[oa]|multad[oa])|aluguei|alugo|apartamento|casa|patrao|empresa|emprego|policia|juiz|tribunal|lei|leis|processo|divorcio|i live|living|i work|worked|working|happened|fired|arrested|landlord|apartment|flat|house|job|boss|employer|police|court|judge|law|laws|rent|renting|lease|divorce|married) (?:\\w+ ){0,4}(?:em|no|na|nos|de|do|da|dos|in|from|of|under) (?:o |a |the )?${COUNTRY}|(?:lei|law|court|police|policia|justica) (?:portuguesa|americana|inglesa|espanhola|italiana|francesa|alema|argentina|uruguaia|canadense|japonesa|portuguese|american|british|english|spanish|italian|french|german)|(?:portuguese|american|british|english|spanish|italian|french|german|us|uk) (?:law|court|police|landlord|employer)|irs|green card|social security number|hmrc|council housing) `,
);

const BRAZIL =
  / (brasil|brazil|brasileir[oa]s?|brazilian|inss|clt|sao paulo|rio de janeiro|recife|salvador|curitiba|fortaleza|belo horizonte|brasilia|porto alegre|manaus|moved? (estou|with) (\w+ ){0,6}(son|daughter|kids?|children)|levar (\w+ ){0,4}(filh[oa]s?|crianca)|cidadania|citizenship|voo|flight|passagem|viagem) /;
