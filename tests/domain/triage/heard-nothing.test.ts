// What speech models write into silence is no message; what a person says is one, word for word.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { wordsHeard } from "../../../src/domain/triage/heard-nothing.ts";

describe("nobody spoke", () => {
  test.each([
    "",
    "   \n ",
    "...",
    "♪♪",
    "♪ Tudo o que eu quero é você ♪",
    "[Música]",
    "[BLANK_AUDIO]",
    "(música de fundo)",
    "(silêncio)",
    "*risos*",
    "[Música] [Aplausos]",
    "Legendas pela comunidade Amara.org",
    "Legendas pela comunidade Amara.org Legendas pela comunidade Amara.org",
    "LEGENDAS PELA COMUNIDADE AMARA.ORG.",
    "Legenda por Sônia Ruberti",
    "Legenda Adriana Zanotto",
    "Transcrição e Legendas por Quintena Coelho",
    "Obrigado por assistir!",
    "Inscreva-se no canal. Deixe o seu like!",
    "Thanks for watching!",
    "Thank you for watching. Please subscribe.",
    "Subtitles by the Amara.org community",
    "Ondertitels ingediend door de Amara.org gemeenschap",
    "ご視聴ありがとうございました",
    "Субтитры сделал DimaTorzok",
    "you",
    "Puxa. Puxa. Puxa. Puxa. Puxa. Puxa. Puxa.",
    "e aí, e aí, e aí, e aí, e aí, e aí, e aí",
    "I don't know what to do. ".repeat(9),
  ])("in %j", (transcript) => {
    expect(wordsHeard(transcript)).toBeNull();
  });
});

describe("somebody spoke", () => {
  test.each([
    "Fui demitida ontem e o patrão não pagou nada.",
    "Sim.",
    "Não",
    "não, não, não",
    "Obrigado.",
    "Socorro",
    "São Paulo, capital",
    "Ele me bateu. E agora, o que eu faço?",
    "Meu telefone é (11) 98888-7777.",
    "Assinei um contrato (de trabalho) em março.",
    "O vídeo pedia: inscreva-se no canal, e a empresa cobrou do meu cartão.",
    "Fiz as legendas por dois anos para a empresa e ela não me pagou.",
    "O número é 0 0 0 0 0 0 0 1",
    "You fired me yesterday.",
    "Eu traduzi por três anos para a Amara.org e a empresa que me contratou nunca pagou o que combinou comigo.",
    "Pedi a transcrição de uma audiência.",
  ])("%j stays as it is", (transcript) => {
    expect(wordsHeard(transcript)).toBe(transcript);
  });

  test.each([
    ["Fui demitida ontem. Legendas pela comunidade Amara.org", "Fui demitida ontem."],
    ["[Música] Preciso de ajuda com o aluguel.", "Preciso de ajuda com o aluguel."],
    [
      "Perdi o voo. (suspiro) E não devolveram o dinheiro. Obrigado por assistir!",
      "Perdi o voo. E não devolveram o dinheiro.",
    ],
    [`Eu trabalhei lá dois anos, ${"e aí ".repeat(20)}`, "Eu trabalhei lá dois anos, e aí"],
  ])("%j is read without what the model added", (transcript, said) => {
    expect(wordsHeard(transcript)).toBe(said);
  });

  test.each(["socorro ", "me ajuda ", "help me "])(
    "a cry for help is heard however often it is repeated: %s",
    (cry) => {
      expect(wordsHeard(cry.repeat(12))).toBe(cry.trim());
    },
  );

  test("words that nobody repeats come back as they are, whatever their order", () => {
    const words = [
      "fui",
      "demitida",
      "ontem",
      "você",
      "patrão",
      "11",
      "vídeo",
      "obrigado",
      "canal",
      "legendas",
      "e",
      "aí",
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray(words, { minLength: 1 }), (told) => {
        expect(wordsHeard(told.join(" "))).toBe(told.join(" "));
      }),
    );
  });

  test.each(["a b c d e f g h i j k l ", "1 ", "a b ", "(", "[a", "♪ a ", "*"])(
    "a transcript without an end is read in a moment: %j",
    (part) => {
      const startedAt = performance.now();
      wordsHeard(part.repeat(20_000));
      expect(performance.now() - startedAt).toBeLessThan(1000);
    },
  );
});
