// Whether a sentence says that a program speaks: what a reply must say when somebody asks.
import { plainLine } from "./plain-line.ts";

/** True for "sou um assistente automático", "I am a program" and the like; not for a denial. */
export function saysAutomated(sentence: string): boolean {
  return SAYS.test(plainLine(sentence));
}

const SAYS =
  / ((?<!nao )(?:eu )?sou (?:apenas |so |mesmo |sim |na verdade )*(?:um |uma |o |a )?(?:(?:assistente|programa|sistema|atendente)(?: \w+)? )?(?:automatic[oa]|automatizad[oa]|virtual|robo|bot|chatbot|programa|maquina|inteligencia artificial|ia)|(?:im|i am|yes i am) (?:just |only |indeed |in fact |really )*(?:an? )?(?:(?:assistant|program|system) that is )?(?:automated|automatic|virtual|ai|robot|bot|chatbot|program|computer program|machine|software|artificial intelligence)|(?:quem|voce) (?:responde|fala|esta falando)(?: aqui)?(?: com)? (?:e )?(?:um |uma )(?:programa|assistente automatic[oa]|robo|maquina)|you are (?:talking|speaking|chatting|writing) (?:to|with) (?:an? )?(?:automated|program|robot|bot|machine|ai)) /;
