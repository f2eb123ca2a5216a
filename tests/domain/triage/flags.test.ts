// Situations that must be heard in many wordings, and must not be heard where they are denied.
import { expect, test } from "vitest";
import { flagsIn } from "../../../src/domain/triage/flags.ts";

test.each([
  ["violence", "meu marido me bateu de novo"],
  ["violence", "apanho do meu companheiro"],
  ["violence", "ele falou que vai me matar"],
  ["violence", "my boyfriend chokes me when he drinks"],
  ["violence", "he threatened to kill us"],
  ["violence", "socorro ele ta aqui em casa quebrando tudo"],
  ["detention", "they found drugs in my suitcase, I'm at the federal police at the airport"],
  ["violence", "to trancada no quarto, meu marido ta bebado do lado de fora"],
  ["violence", "meu padrasto entra no meu quarto de noite, tenho 15 anos"],
  ["violence", "my husband locked me in the house"],
  ["detention", "levaram meu sobrinho na viatura agora pouco"],
  ["health_injunction", "meu pai teve um avc e o hospital nao quer internar"],
  ["health_injunction", "the hospital refuses to admit my mother"],
  ["custody", "ele levou meu filho e não devolve"],
  ["custody", "my ex won't let me see my kids"],
  ["custody", "o conselho tutelar tirou minha filha de mim"],
  ["detention", "meu filho foi preso hoje"],
  ["detention", "prenderam meu irmão ontem"],
  ["detention", "my brother was arrested this morning"],
  ["health_injunction", "o plano negou a cirurgia da minha mãe"],
  ["health_injunction", "não tem vaga de uti pro meu avô"],
  ["health_injunction", "my health insurance refuses to pay for my cancer treatment"],
  ["self_harm", "não quero mais viver"],
  ["self_harm", "penso em me matar"],
  ["self_harm", "I want to kill myself"],
  ["angry", "que robô idiota, não serve pra nada"],
  ["angry", "you are useless, fuck off"],
])("%s: %s", (flag, text) => {
  expect(flagsIn(text)).toContain(flag);
});

test.each([
  ["violence", "ele nunca me bateu, só não paga a pensão"],
  ["violence", "he never hit me"],
  ["detention", "ele não foi preso, só depôs"],
  ["detention", "fiquei preso no elevador do prédio"],
  ["self_harm", "quase morri de vergonha, quero morrer de vergonha"],
  ["angry", "meu chefe gritou que eu sou burra, me chamou de filha da puta"],
  ["violence", "quero me matar"],
])("not %s: %s", (flag, text) => {
  expect(flagsIn(text)).not.toContain(flag);
});
