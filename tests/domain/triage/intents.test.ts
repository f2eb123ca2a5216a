// What a message does besides telling: asks who answers, asks for a person, stops, skips, says nothing.
import { expect, test } from "vitest";
import { intentsOf } from "../../../src/domain/triage/intents.ts";

test.each([
  ["robot", "você é um robô?"],
  ["robot", "vc é de verdade?"],
  ["robot", "estou falando com uma máquina?"],
  ["robot", "isso é uma IA?"],
  ["robot", "com quem eu tô falando"],
  ["robot", "tem gente aí?"],
  ["robot", "você é advogado?"],
  ["robot", "are you a real person?"],
  ["robot", "am I talking to a bot"],
  ["robot", "is this chatgpt"],
  ["person", "pessoa"],
  ["person", "person"],
  ["person", "quero falar com uma pessoa"],
  ["person", "queria falar com alguém de verdade por favor"],
  ["person", "não quero falar com robô"],
  ["person", "can I speak with a real person"],
  ["person", "human please"],
  ["stop", "parar"],
  ["stop", "sair"],
  ["stop", "STOP"],
  ["stop", "me deixa em paz"],
  ["back", "voltar"],
  ["back", "continue"],
  ["skip", "não sei"],
  ["skip", "prefiro não dizer"],
  ["skip", "I don't know"],
  ["empty", ""],
  ["empty", "😀😀😀"],
  ["empty", "asdfgh"],
  ["empty", "kkkkk"],
  ["empty", "...?!"],
])("%s: “%s”", (intent, text) => {
  expect([...intentsOf(text)]).toContain(intent);
});

test.each([
  ["person", "tentei falar com uma pessoa da loja e nada"],
  ["person", "my son is a person with a disability"],
  ["stop", "quero parar de pagar pensão porque ela casou de novo"],
  ["stop", "he won't stop calling me at work"],
  ["empty", "inss"],
  ["empty", "oi"],
])("not %s: “%s”", (intent, text) => {
  expect([...intentsOf(text)]).not.toContain(intent);
});
