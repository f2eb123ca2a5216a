// When a person is called, in both languages, and the stories that must call nobody.
import { describe, expect, test } from "vitest";
import { openInterview, takeTurn } from "../../../src/domain/triage/interview.ts";
import { PHRASES } from "../../../src/domain/triage/phrases.ts";
import { resumeAfterHuman } from "../../../src/domain/triage/resume.ts";
import type { Locale, Turn } from "../../../src/domain/triage/types.ts";

const now = new Date("2026-11-20T15:00:00Z");

function say(locale: Locale, ...texts: string[]): Turn {
  let turn = openInterview({ vertical: "legal", locale, now, zone: "America/Sao_Paulo" });
  for (const text of texts) turn = takeTurn(turn.state, { text, now });
  return turn;
}

describe("a threat of the law against the service", () => {
  test.each<[Locale, string]>([
    ["pt-BR", "vou processar vocês"],
    ["pt-BR", "isso é um absurdo, vou no Procon contra vocês"],
    ["pt-BR", "vou reclamar de vocês no Reclame Aqui"],
    ["pt-BR", "vou denunciar esse aplicativo"],
    ["pt-BR", "meu advogado vai procurar vocês"],
    ["pt-BR", "vcs vão ser processados por isso"],
    ["pt-BR", "vou abrir uma reclamação contra a Vez no Procon"],
    ["en", "I'll sue you"],
    ["en", "I am going to report this app to Procon"],
    ["en", "you will hear from my lawyer"],
    ["en", "see you in court"],
    ["en", "I will file a complaint against Vez"],
    ["en", "gonna take you guys to court"],
  ])("calls a person (%s): “%s”", (locale, text) => {
    expect(say(locale, text)).toMatchObject({ status: "handed_off", handOffReason: "legal_threat" });
  });

  test.each<[Locale, string]>([
    ["pt-BR", "meu chefe disse que vai me processar"],
    ["pt-BR", "meu vizinho falou: vou processar vocês"],
    ["pt-BR", "quero processar a empresa onde trabalhei"],
    ["pt-BR", "vou processar meu patrão, vocês podem me ajudar?"],
    ["pt-BR", "fui no Procon contra a loja e não adiantou"],
    ["pt-BR", "chegou a vez de eu processar meu irmão"],
    ["en", "my boss said he will sue me"],
    ["en", "my landlord texted me: I'll sue you"],
    ["en", "can I sue them?"],
    ["en", "I want to sue my landlord, can you help"],
    ["en", "I filed a complaint against the bank"],
    ["en", "he told my mother I will take you to court"],
  ])("is none in a story (%s): “%s”", (locale, text) => {
    expect(say(locale, text).status).toBe("interviewing");
  });
});

describe("two angry messages", () => {
  test.each<[Locale, string, string, string]>([
    ["pt-BR", "que robô idiota", "fui demitido ontem", "vai tomar no cu"],
    ["en", "stupid bot", "I was fired yesterday", "this is bullshit"],
  ])("call a person, one does not (%s)", (locale, first, story, second) => {
    expect(say(locale, first).status).toBe("interviewing");
    expect(say(locale, first, story).status).toBe("interviewing");
    expect(say(locale, first, story, second)).toMatchObject({ status: "handed_off", handOffReason: "angry" });
  });

  test("of one story that tells of swearing call nobody", () => {
    const told = ["meu chefe gritou e me chamou de filha da puta", "ele disse que eu sou uma idiota e vai se foder"];
    expect(say("pt-BR", ...told).status).toBe("interviewing");
  });
});

describe("danger that is told", () => {
  test.each<[Locale, string, string, string]>([
    ["pt-BR", "meu marido me bateu ontem, moro em Recife", "sim", "não tem criança nem arma"],
    ["en", "my husband hit me yesterday, I live in Recife", "yes", "no children and no weapon"],
  ])(
    "violence, safe now: a person is called beside and the interview goes on (%s)",
    (locale, story, safe, children) => {
      expect(say(locale, story).calls).toBeNull();
      expect(say(locale, story, safe).calls).toBeNull();
      const turn = say(locale, story, safe, children);
      expect(turn).toMatchObject({ status: "interviewing", calls: "violence" });
      expect(turn.reply.text).toContain(PHRASES.calledBeside[locale]);
      expect(turn.reply.question).not.toBeNull();
      const next = takeTurn(turn.state, { text: locale === "en" ? "I don't know" : "não sei", now });
      expect(next.calls, "once").toBeNull();
    },
  );

  test.each<[Locale, string, string, string]>([
    ["pt-BR", "meu marido me bateu ontem", "não", "ele tem uma arma"],
    ["en", "my husband hit me yesterday", "no", "he has a gun"],
  ])("violence, not safe now: a person takes over (%s)", (locale, ...texts) => {
    expect(say(locale, ...texts)).toMatchObject({ status: "handed_off", handOffReason: "in_danger" });
  });

  test.each<[Locale, string, string, string]>([
    ["pt-BR", "prenderam meu irmão hoje", "na delegacia de Santos", "não"],
    ["en", "my brother was arrested today", "at the station in Santos", "no"],
  ])("detention: a person is called beside and the search begins (%s)", (locale, ...texts) => {
    expect(say(locale, ...texts)).toMatchObject({ status: "completed", calls: "detention" });
  });

  test.each<[Locale, string, string]>([
    ["pt-BR", "não quero mais viver", "sim"],
    ["en", "I don't want to live anymore", "yes"],
  ])("self-harm: a person takes over, also when somebody is there (%s)", (locale, ...texts) => {
    expect(say(locale, ...texts)).toMatchObject({ status: "handed_off", handOffReason: "self_harm" });
  });

  test.each<[Locale, string, string, string]>([
    ["pt-BR", "o plano negou a cirurgia da minha mãe", "em uma semana", "sim"],
    ["en", "the health plan refused my mother's surgery", "within a week", "yes"],
  ])("refused treatment: a person is called beside (%s)", (locale, ...texts) => {
    expect(say(locale, ...texts).calls).toBe("health");
  });

  test.each<[Locale, string[], string]>([
    ["pt-BR", ["prenderam meu irmão hoje", "na delegacia de Santos", "não"], "não quero mais viver"],
    ["en", ["my brother was arrested today", "at the station in Santos", "no"], "I want to kill myself"],
  ])("self-harm told after the triage calls a person too (%s)", (locale, before, text) => {
    expect(say(locale, ...before).status).toBe("completed");
    expect(say(locale, ...before, text)).toMatchObject({ status: "handed_off", handOffReason: "self_harm" });
  });
});

describe("low confidence", () => {
  test.each<[Locale, string, string]>([
    ["pt-BR", "aconteceu uma coisa ruim comigo", "não sei"],
    ["en", "something bad happened to me", "I don't know"],
  ])("is asked about first; when it stays low a person is called (%s)", (locale, story, unsure) => {
    let turn = say(locale, story);
    expect(turn).toMatchObject({ status: "interviewing", reply: { question: "clarify_goal" } });
    for (let i = 0; i < 10 && turn.status === "interviewing"; i++) turn = takeTurn(turn.state, { text: unsure, now });
    expect(turn).toMatchObject({ status: "handed_off", handOffReason: "low_confidence" });
    expect(turn.state.asked).toEqual(expect.arrayContaining(["clarify_goal", "clarify_area"]));
  });
});

describe("while a person is awaited", () => {
  test.each<[Locale, string, string]>([
    ["pt-BR", "quero falar com uma pessoa", "tem alguem ai ou e maquina"],
    ["en", "I want to talk to a person", "are you a robot?"],
  ])(
    "the agent still says what it is, and is silent once somebody holds the conversation (%s)",
    (locale, call, ask) => {
      const { state } = say(locale, call);
      expect(takeTurn(state, { text: ask, now, held: false }).reply.text).toBe(
        `${PHRASES.honest[locale]} ${PHRASES.awaited[locale]}`,
      );
      expect(takeTurn(state, { text: ask, now, held: true }).reply.text).toBe("");
      expect(takeTurn(state, { text: "ok", now, held: false }).reply.text).toBe("");
    },
  );
});

test("what a person has dealt with does not call one again", () => {
  const held = say("pt-BR", "meu marido me bateu ontem", "sim");
  const back = resumeAfterHuman(held.state, { note: "Está com a irmã em Recife", now });
  expect(back.calls).toBeNull();
  expect(takeTurn(back.state, { text: "não tem criança", now }).calls).toBeNull();
});
