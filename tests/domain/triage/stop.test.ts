// "Stop" in forty wordings is final on its channel; only "back", or a person whom the stopped one calls, wakes it.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openInterview, takeTurn } from "../../../src/domain/triage/interview.ts";
import type { Locale, Turn } from "../../../src/domain/triage/types.ts";

const now = new Date("2026-11-20T15:00:00Z");

function say(locale: Locale, ...texts: string[]): Turn {
  let turn = openInterview({ vertical: "legal", locale, now, zone: "America/Sao_Paulo" });
  for (const text of texts) turn = takeTurn(turn.state, { text, now });
  return turn;
}

const STORY: Record<Locale, string> = { "pt-BR": "meu vizinho faz barulho", en: "my neighbour makes noise" };

const STOPS: Record<Locale, string[]> = {
  "pt-BR": `parar
para
pare
PARE
sair
quero sair
quero parar
chega
cancelar
encerrar
encerra
desisto
pare por favor
para com isso
não quero mais
não quero mais falar
me deixa em paz
para de me mandar mensagem
descadastrar
quero encerrar a conversa`.split("\n"),
  en: `stop
STOP
stop it
please stop
stop please
quit
exit
end
cancel
unsubscribe
I want to stop
leave me alone
stop texting me
stop messaging me
end this
end the conversation
stop now
I don't want to continue
no more messages
opt out`.split("\n"),
};

for (const locale of ["pt-BR", "en"] as const) {
  describe(`in ${locale}`, () => {
    test.each(STOPS[locale])("“%s” ends it, with a way back", (text) => {
      const turn = say(locale, STORY[locale], text);
      expect(turn.status).toBe("stopped");
      expect(turn.reply.text).toContain(locale === "en" ? "“back”" : "“voltar”");
      expect(turn.reply.question).toBeNull();
    });

    test.each(
      locale === "en"
        ? [
            "they stopped paying me",
            "he won't stop calling me",
            "I want to stop paying rent",
            "the police stopped my car",
            "my contract ends in May",
            "the bank cancelled my card",
            "they want me to leave the house",
          ]
        : [
            "pararam de me pagar",
            "ele não para de me ligar",
            "quero parar de pagar pensão",
            "quero sair de casa",
            "quero cancelar o contrato do plano",
            "a empresa encerrou",
            "meu chefe não me deixa em paz",
          ],
    )("a story is no stop: “%s”", (text) => {
      expect(say(locale, STORY[locale], text).status).not.toBe("stopped");
    });

    test.each(locale === "en" ? ["back", "continue", "resume"] : ["voltar", "continuar", "quero voltar"])(
      "“%s” wakes it",
      (text) => {
        const back = say(locale, STORY[locale], locale === "en" ? "stop" : "parar", text);
        expect(back.status).toBe("interviewing");
        expect(back.reply.question).not.toBeNull();
      },
    );

    test.each(
      locale === "en"
        ? [
            "ok",
            "yes",
            "hello",
            "are you there?",
            "I was fired",
            "why",
            "thanks",
            "help me please",
            "my husband hit me",
            "are you a robot?",
            "stop",
            "",
            "my back hurts",
            "he took it back",
          ]
        : [
            "ok",
            "sim",
            "oi",
            "tem alguém aí?",
            "fui demitido",
            "por quê",
            "obrigada",
            "me ajuda",
            "meu marido me bateu",
            "você é um robô?",
            "parar",
            "",
            "ele vai voltar para casa",
            "minhas costas doem",
          ],
    )("“%s” does not", (text) => {
      const still = say(locale, STORY[locale], locale === "en" ? "stop" : "parar", text);
      expect(still.status).toBe("stopped");
      expect(still.reply.question).toBeNull();
    });
  });
}

test("nothing that anybody types wakes it but the way back or a person", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 80 }), (text) => {
      expect(say("pt-BR", STORY["pt-BR"], "parar", text).status).toBe("stopped");
    }),
    { numRuns: 200 },
  );
});

test("danger that is told after stop is answered with its numbers and stays stopped", () => {
  const turn = say("pt-BR", STORY["pt-BR"], "parar", "meu marido me bateu");
  expect(turn.safety?.lines.some(({ phone }) => phone === "190")).toBe(true);
  expect(turn.status).toBe("stopped");
  const grave = say("en", STORY.en, "stop", "I want to kill myself");
  expect(grave.safety?.lines.some(({ phone }) => phone === "188")).toBe(true);
  expect(grave.status).toBe("stopped");
});
