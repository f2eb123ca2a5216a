// Whether words tell of danger by themselves: no limit and no waiting holds them back.
import { isCryForHelp } from "./cry-for-help.ts";
import { flagsIn } from "./flags.ts";
import { safetyKinds } from "./safety.ts";
import { cleanInput } from "./text.ts";

/** True where a box of what to do now would answer them, and for a bare cry for help. */
export function tellsOfDanger(text: string): boolean {
  const said = cleanInput(text);
  return isCryForHelp(said) || safetyKinds(flagsIn(said)).length > 0;
}
