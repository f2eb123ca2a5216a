// The line of a message that says where the public defender of a state is.
import { stateHelp } from "../legal/public-help.ts";
import type { Locale } from "../locale.ts";

/** Empty where the state is not known. */
export function helpOf(uf: string, locale: Locale): string[] {
  const help = stateHelp(uf);
  return help === null ? [] : [`${help.name[locale]}: ${help.site}`];
}
