// Whole scripted conversations in both languages, as a person would have them.
import { describe, expect, test } from "vitest";
import { correct } from "../../../src/domain/triage/correct.ts";
import { openInterview, takeTurn } from "../../../src/domain/triage/interview.ts";
import { QUESTIONS } from "../../../src/domain/triage/questions.ts";
import { resumeAfterHuman } from "../../../src/domain/triage/resume.ts";
import type { Locale, Turn } from "../../../src/domain/triage/types.ts";

const NOW = new Date("2026-11-20T15:00:00Z");

function open(locale: Locale): Turn {
  return openInterview({ vertical: "legal", locale, now: NOW, zone: "America/Sao_Paulo" });
}

function say(turn: Turn, text: string, now = NOW): Turn {
  return takeTurn(turn.state, { text, now });
}

/** Says `first`, then answers what is asked from `answers` by question id, else "não sei", until it ends. */
function converse(locale: Locale, first: string, answers: Record<string, string> = {}): Turn {
  let turn = say(open(locale), first);
  for (let i = 0; i < 12 && turn.status === "interviewing"; i++) {
    turn = say(turn, answers[turn.reply.question ?? ""] ?? (locale === "en" ? "I don't know" : "não sei"));
  }
  return turn;
}

test("it opens as an automated assistant, not a lawyer, with one question", () => {
  const turn = open("pt-BR");
  expect(turn.reply.text).toMatch(/automático.*não sou advogado.*“pessoa”/s);
  expect(turn.reply.question).toBe("what_happened");
  expect(turn.understanding).toMatchObject({ area: null, progress: 0, summary: "" });
});

test("a dismissal told in Portuguese is understood, asked about and completed", () => {
  const turn = converse(
    "pt-BR",
    "fui mandada embora faz 1 ano e 11 meses da Padaria Estrela e não pagaram nada. Me chamo Maria Souza, 11 98765-4321",
    { trabalho_registered: "sim", place: "Osasco" },
  );
  expect(turn.status).toBe("completed");
  expect(turn.understanding).toMatchObject({
    area: "trabalho",
    subarea: "verbas_rescisorias",
    uf: "SP",
    municipality: "Osasco",
    adverseParties: ["Padaria Estrela"],
    progress: 1,
  });
  expect(turn.understanding.flags).toContain("deadline_danger");
  expect(turn.understanding.urgencyHours).toBeLessThanOrEqual(72);
  expect(turn.understanding.deadlines[0]).toMatchObject({ kind: "labour_two_years", date: "2026-12-20" });
  expect(turn.understanding.summary).toContain("Trabalho");
  expect(turn.understanding.summary).not.toMatch(/Maria|Souza|98765/);
});

test("an eviction told in English is understood, asked about and completed", () => {
  const turn = converse(
    "en",
    "My landlord changed the locks today, all my stuff is inside. I am one month behind on rent",
    {
      civil_papers: "no",
      civil_contract: "yes",
      place: "Recife",
      other_side: "Imobiliária Sol",
    },
  );
  expect(turn.status).toBe("completed");
  expect(turn.understanding).toMatchObject({
    area: "civil",
    subarea: "moradia",
    uf: "PE",
    adverseParties: ["Imobiliária Sol"],
  });
  expect(turn.understanding.urgencyHours).toBeLessThanOrEqual(48);
  expect(turn.understanding.summary).toContain("Place: Recife, PE");
});

test("what was already said is not asked", () => {
  const turn = converse(
    "pt-BR",
    "Em Curitiba, a loja Móveis Certos me vendeu um sofá com defeito dia 3 de novembro, custou 2000 reais e não trocam",
  );
  expect(turn.status).toBe("completed");
  expect(turn.state.asked).toEqual(["what_happened"]);
});

test("violence: the safety box comes with the first reply, before the questions, and once", () => {
  const first = say(open("pt-BR"), "meu marido me bateu de novo e disse que vai me matar");
  expect(first.safety?.lines.map(({ phone }) => phone)).toEqual(expect.arrayContaining(["190", "180"]));
  expect(first.reply.question).toBe("violence_safe");
  expect(first.understanding.urgencyHours).toBeLessThanOrEqual(4);
  const second = say(first, "não");
  expect(second.safety).toBeNull();
  expect(second.reply.question).toBe("violence_children");
});

test("detention: its two questions, then a person is called and the search goes on", () => {
  let turn = say(open("en"), "my brother was arrested this morning and nobody tells us anything");
  expect(turn.reply.question).toBe("detention_where");
  expect(turn.understanding.urgencyHours).toBe(2);
  turn = say(turn, "at the station in Santos, since 4 am");
  expect(turn.reply.question).toBe("detention_hearing");
  turn = say(turn, "no");
  expect(turn).toMatchObject({ status: "completed", calls: "detention" });
  expect(turn.understanding).toMatchObject({ uf: "SP", area: "penal", urgencyHours: 2 });
});

test("self-harm: 188 at once, one question, then a person", () => {
  const first = say(open("pt-BR"), "perdi o emprego e não quero mais viver");
  expect(first.safety?.lines.some(({ phone }) => phone === "188")).toBe(true);
  expect(first.safety?.title).toBe("Você não está só");
  expect(say(first, "não")).toMatchObject({ status: "handed_off", handOffReason: "self_harm" });
});

test("health: asks for the doctor's time and the papers", () => {
  const turn = say(open("pt-BR"), "o plano negou a cirurgia da minha mãe, ela tem câncer");
  expect(turn.reply.question).toBe("health_deadline");
  expect(say(turn, "essa semana").reply.question).toBe("health_papers");
});

test("custody: asks where the child is before anything else", () => {
  const turn = say(open("en"), "my ex took our son to another state and won't let me see him");
  expect(turn.reply.question).toBe("custody_where");
});

test("asked whether it is a robot it says so and goes on with its question", () => {
  for (const text of ["você é um robô?", "isso é uma IA?", "estou falando com uma pessoa?"]) {
    const turn = say(open("pt-BR"), text);
    expect(turn.reply.text, text).toContain("assistente automático");
    expect(turn.reply.question).toBe("what_happened");
  }
  const later = say(say(open("en"), "my boss hasn't paid me for two months"), "are you even human?");
  expect(later.reply.text).toContain("automated assistant");
  expect(later.reply.question).not.toBeNull();
});

test("a person can be asked for at any time", () => {
  expect(say(open("pt-BR"), "pessoa")).toMatchObject({ status: "handed_off", handOffReason: "asked_for_person" });
  const turn = say(say(open("en"), "my boss fired me"), "I want to talk to a person");
  expect(turn).toMatchObject({ status: "handed_off", handOffReason: "asked_for_person" });
  expect(turn.understanding.flags).toContain("asked_for_person");
});

test("while a person holds the conversation the agent is silent but listens", () => {
  const held = say(say(open("pt-BR"), "meu patrão não me paga"), "quero falar com uma pessoa");
  const turn = say(held, "moro em Natal e a audiência é dia 12 de dezembro");
  expect(turn.reply).toEqual({ text: "", question: null });
  expect(turn.status).toBe("handed_off");
  expect(turn.understanding.deadlines.map(({ date }) => date)).toContain("2026-12-12");
});

test("given back by a person it says who it is and goes on where it was", () => {
  const held = say(say(open("pt-BR"), "meu patrão não me paga há dois meses"), "quero falar com uma pessoa");
  const turn = resumeAfterHuman(held.state, { note: "Mora em Fortaleza", now: NOW });
  expect(turn.status).toBe("interviewing");
  expect(turn.reply.text).toContain("assistente automático");
  expect(turn.understanding.uf).toBe("CE");
  expect(turn.understanding.flags).not.toContain("asked_for_person");
});

test("stop ends it kindly with a way back, and nothing but that brings it back", () => {
  const stopped = say(say(open("pt-BR"), "meu vizinho faz barulho"), "parar");
  expect(stopped.status).toBe("stopped");
  expect(stopped.reply.text).toContain("voltar");
  const still = say(stopped, "e outra coisa");
  expect(still.status).toBe("stopped");
  expect(still.reply.question).toBeNull();
  const back = say(still, "voltar");
  expect(back.status).toBe("interviewing");
  expect(back.reply.question).not.toBeNull();
});

test("stop is heard while a person is awaited, but not by whoever may be in danger", () => {
  const called = say(say(open("pt-BR"), "meu patrão não me paga há dois meses"), "quero falar com uma pessoa");
  expect(say(called, "parar").status).toBe("stopped");
  expect(say(called, "tchau").status).toBe("handed_off");
  const grave = say(say(open("pt-BR"), "não aguento mais, quero morrer"), "quero falar com uma pessoa");
  expect(grave.understanding.flags).toContain("self_harm");
  expect(say(grave, "chega").status).toBe("handed_off");
});

test("nothing understandable: asked again once, then a person is offered", () => {
  const once = say(open("pt-BR"), "😀😀");
  expect(once.reply.question).toBe("what_happened");
  const twice = say(once, "asdfgh");
  expect(twice.reply.question).toBe("person_offer");
  expect(say(twice, "sim")).toMatchObject({ status: "handed_off", handOffReason: "not_understood" });
  expect(say(twice, "fui demitido ontem").understanding.area).toBe("trabalho");
});

test("another country's law is said kindly and goes to a person", () => {
  const turn = say(open("en"), "I live in Lisbon and my landlord in Portugal wants to evict me");
  expect(turn).toMatchObject({ status: "handed_off", handOffReason: "foreign_law" });
  expect(turn.reply.text).toContain("another country");
  const brazil = say(open("pt-BR"), "moro em Portugal mas meu pai morreu no Brasil e deixou uma casa em Recife");
  expect(brazil.understanding.flags).not.toContain("foreign_law");
});

test("anger goes to a person at the second time, swearing that is only told does not", () => {
  const once = say(open("pt-BR"), "que robô idiota, não serve pra nada");
  expect(once).toMatchObject({ status: "interviewing", reply: { question: "what_happened" } });
  expect(once.reply.text).toContain("“pessoa”");
  expect(once.understanding.flags).not.toContain("angry");
  const twice = say(say(once, "meu vizinho invadiu meu terreno"), "vai se foder");
  expect(twice).toMatchObject({ status: "handed_off", handOffReason: "angry" });
  expect(say(open("pt-BR"), "meu chefe gritou e me chamou de filha da puta").status).toBe("interviewing");
});

test("unsure after its questions it gives the case to a person", () => {
  const turn = converse("pt-BR", "aconteceu uma coisa muito ruim comigo e preciso resolver");
  expect(turn).toMatchObject({ status: "handed_off", handOffReason: "low_confidence" });
  expect(turn.understanding.flags).toContain("low_confidence");
  expect(turn.state.asked).toContain("clarify_area");
});

test("the area picked from the options counts", () => {
  let turn = say(open("pt-BR"), "aconteceu uma coisa muito ruim comigo e preciso resolver");
  while (turn.status === "interviewing" && turn.reply.question !== "clarify_area") turn = say(turn, "não sei");
  const option = turn.reply.options?.[0];
  expect(option).toBeDefined();
  const picked = say(turn, option?.value ?? "");
  expect(picked.understanding.area).toBe(option?.value);
  expect(picked.understanding.confidence).toBeGreaterThan(0.9);
});

test("no legal problem: asked once more, then said kindly", () => {
  const turn = converse("pt-BR", "qual o melhor celular até mil reais?");
  expect(turn.status).toBe("completed");
  expect(turn.understanding.area).toBe("nenhuma");
  expect(turn.reply.text).toContain("não parece ser um problema jurídico");
});

test("a correction wins over what is said later", () => {
  const told = say(open("pt-BR"), "comprei uma geladeira com defeito em Manaus");
  const fixed = correct(told.state, { area: "trabalho", uf: "BA", urgencyHours: 10 }, NOW);
  const later = say(fixed, "a loja em Manaus não troca a geladeira com defeito");
  expect(later.understanding).toMatchObject({ area: "trabalho", uf: "BA", municipality: null, urgencyHours: 10 });
  expect([...later.understanding.corrected].sort()).toEqual(["area", "municipality", "uf", "urgencyHours"]);
});

test("a correction can make it calmer, but not calmer than a running limit allows", () => {
  const told = say(open("pt-BR"), "fui citado ontem num processo de despejo");
  const calm = correct(told.state, { urgencyHours: 700 }, NOW);
  expect(calm.understanding.urgencyHours).toBeLessThanOrEqual((calm.understanding.deadlines[0]?.hoursLeft ?? 0) / 2);
  const noLimit = correct(
    say(open("pt-BR"), "socorro, é urgente, meu patrão não paga").state,
    { urgencyHours: 300 },
    NOW,
  );
  expect(noLimit.understanding.urgencyHours).toBe(300);
});

test("deadlines the person gives replace those that were read", () => {
  const told = say(open("pt-BR"), "fui citado ontem num processo");
  const fixed = correct(told.state, { deadlineDates: ["2026-12-24"] }, NOW);
  expect(fixed.understanding.deadlines.map(({ date }) => date)).toEqual(["2026-12-24"]);
});

test("the language can be changed in the middle", () => {
  const told = say(open("pt-BR"), "my boss fired me last week and did not pay");
  const english = correct(told.state, { locale: "en" }, NOW);
  expect(english.reply.text).toContain("Thank you");
  expect(english.understanding.languages).toEqual(["pt-BR", "en"]);
});

test.each([
  { area: "astrologia" as never },
  { uf: "XX" },
  { deadlineDates: ["2026-02-31"] },
  { urgencyHours: Number.NaN },
  { area: "civil" as const, subarea: "divorcio" },
])("a correction outside its table is refused: %o", (c) => {
  expect(() => correct(open("pt-BR").state, c, NOW)).toThrow(
    expect.objectContaining({ code: "invalid_correction", status: 422 }),
  );
});

test("yesterday stays the day it was when the conversation goes on a week later", () => {
  const told = say(open("pt-BR"), "fui citado ontem num processo");
  const week = say(told, "não sei", new Date("2026-11-27T15:00:00Z"));
  expect(week.understanding.deadlines[0]?.date).toBe("2026-12-04");
  expect(week.understanding.deadlines[0]?.hoursLeft).toBeLessThan(told.understanding.deadlines[0]?.hoursLeft ?? 0);
});

test("a date given as an answer starts the limit of the event it answers", () => {
  let turn = say(open("pt-BR"), "fui mandado embora e não recebi as férias");
  while (turn.reply.question !== "trabalho_end" && turn.status === "interviewing") turn = say(turn, "não sei");
  turn = say(turn, "dia 5 de janeiro de 2025");
  expect(turn.understanding.deadlines[0]).toMatchObject({ kind: "labour_two_years", date: "2027-01-05" });
});

test("every question that is put exists in the table", () => {
  const ids = new Set(QUESTIONS.map(({ id }) => id));
  for (const text of ["meu filho foi preso", "quero me divorciar", "não sei o que fazer"]) {
    let turn = say(open("pt-BR"), text);
    for (let i = 0; i < 12 && turn.reply.question !== null; i++) {
      expect(ids.has(turn.reply.question)).toBe(true);
      turn = say(turn, "não sei");
    }
  }
});

test("still working since a year starts no limit", () => {
  let turn = say(open("pt-BR"), "meu patrão não paga minhas horas extras");
  while (turn.reply.question !== "trabalho_end" && turn.status === "interviewing") turn = say(turn, "não sei");
  turn = say(turn, "sim, trabalho lá desde 2019");
  expect(turn.understanding.deadlines).toEqual([]);
});

describe("what seems to be no legal problem", () => {
  const at = new Date("2026-11-20T12:00:00Z");
  const open = () => openInterview({ vertical: "legal", locale: "pt-BR", now: at, zone: "America/Sao_Paulo" }).state;
  const end = (text: string) => {
    let turn = takeTurn(open(), { text, now: at });
    for (let i = 0; i < 6 && turn.status === "interviewing"; i++) turn = takeTurn(turn.state, { text: "não", now: at });
    return turn;
  };

  test("ends kindly without a search, and is listened to further when there is more to tell", () => {
    const ended = end("queria saber uma receita de bolo de cenoura para o aniversario da minha filha");
    expect(ended.status).toBe("completed");
    expect(ended.understanding.area).toBe("nenhuma");
    const more = takeTurn(ended.state, {
      text: "na verdade meu patrão me demitiu ontem e não pagou a rescisão nem o FGTS",
      now: at,
    });
    expect(more.status).toBe("interviewing");
    expect(more.understanding.area).toBe("trabalho");
  });
});

test("“na capital” is asked of which state, and then known", () => {
  let turn = say(open("pt-BR"), "o vizinho fez um muro no meu terreno, chegou uma notificação dia 10 de novembro");
  while (turn.reply.question !== "place" && turn.status === "interviewing") turn = say(turn, "não sei");
  turn = say(turn, "na capital");
  expect(turn.reply.question).toBe("place_state");
  turn = say(turn, "Bahia");
  expect(turn.understanding).toMatchObject({ uf: "BA", municipality: "Salvador" });
  expect(turn.understanding.summary).not.toContain("na capital");
});

test("a town that is not known is kept in the person's words while its state is asked", () => {
  let turn = say(open("pt-BR"), "o vizinho fez um muro no meu terreno, chegou uma notificação dia 10 de novembro");
  while (turn.reply.question !== "place" && turn.status === "interviewing") turn = say(turn, "não sei");
  turn = say(turn, "moro em Xique-Xique");
  expect(turn.reply.question).toBe("place_state");
  expect(say(turn, "bahia").understanding.uf).toBe("BA");
});

test("“não pode parar” to a question for a time is an answer, not a no", () => {
  let turn = say(open("pt-BR"), "o plano negou o tratamento da minha filha");
  expect(turn.reply.question).toBe("health_deadline");
  turn = say(turn, "não pode parar");
  expect(turn.understanding.summary).toContain("“não pode parar.”");
});
