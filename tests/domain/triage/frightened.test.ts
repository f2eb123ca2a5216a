// Openings as frightened people type them, each judged as a careful lawyer would.
import { expect, test } from "vitest";
import { openInterview, takeTurn } from "../../../src/domain/triage/interview.ts";
import type { Locale, Turn } from "../../../src/domain/triage/types.ts";

const NOW = new Date("2026-11-20T15:00:00Z"); // a Friday

function say(locale: Locale, ...messages: string[]): Turn {
  let turn = openInterview({ vertical: "legal", locale, now: NOW, zone: "America/Sao_Paulo" });
  for (const text of messages) turn = takeTurn(turn.state, { text, now: NOW });
  return turn;
}

test("a boy held by the police is a detention, not a quarrel about custody", () => {
  const turn = say(
    "pt-BR",
    "oi moça pelo amor de deus meu filho de 17 foi pego pela policia ontem com maconha e ta na fundação casa, nao deixam eu ver ele",
  );
  expect(turn.understanding.flags).toEqual(["detention"]);
  expect(turn.understanding).toMatchObject({
    area: "crianca_e_adolescente",
    subarea: "ato_infracional",
    urgencyHours: 2,
  });
  expect(turn.reply.question).toBe("detention_where");
  expect(turn.safety?.lines.map(({ text }) => text).join(" ")).toMatch(/menos de 18 anos/);
  expect(turn.safety?.lines.map(({ text }) => text).join(" ")).not.toMatch(/à força/);
});

test("an arrest beside a parent who took the child keeps both", () => {
  const turn = say("pt-BR", "meu ex foi preso e antes ele levou meu filho para a casa da mae dele");
  expect(turn.understanding.flags).toEqual(expect.arrayContaining(["detention", "custody"]));
});

test("a pregnant woman sent away is about her job's protection, and her day is not asked again", () => {
  const turn = say(
    "pt-BR",
    "boa noite eu to gravida de 5 meses e fui mandada imbora hoje da loja,a gerente falo que eu tava no contrato de experiencia",
  );
  expect(turn.understanding).toMatchObject({ area: "trabalho", subarea: "estabilidade" });
  expect(turn.reply.question).toBe("trabalho_registered");
});

test("a bailiff who came on Monday started the fifteen days; the year of the debt starts none", () => {
  const turn = say(
    "pt-BR",
    "Chegou um oficial de justiça aqui em casa segunda feira e deixou um papel, é de uma divida do cartão de credito de 2019 que eu nem lembrava, vao tomar minha casa?",
  );
  expect(turn.understanding.deadlines).toMatchObject([{ kind: "answer_summons", date: "2026-12-01", passed: false }]);
  expect(turn.understanding.urgencyHours).toBeLessThanOrEqual(72);
  expect(turn.understanding.area).toBe("civil");
});

test("a stepmother who sells the house is a dispute between heirs, and the loss is met first", () => {
  const turn = say(
    "pt-BR",
    "meu pai morreu tem 1 mes e pouco e minha madrasta ja ta querendo vende a casa, disse que nois filho do primeiro casamento nao tem direito a nada",
  );
  expect(turn.understanding).toMatchObject({ area: "sucessoes", subarea: "briga_herdeiros" });
  expect(turn.reply.text).toMatch(/^Sinto muito pela sua perda\./);
});

test("who says that there is a court order is not asked whether there is one", () => {
  let turn = say(
    "en",
    "My ex wont return my son after the weekend, she has blocked me, we have a court order that he lives with me",
  );
  expect(turn.understanding).toMatchObject({ area: "familia", subarea: "guarda", urgencyHours: 48 });
  const asked: (string | null)[] = [];
  while (turn.status === "interviewing" && asked.length < 12) {
    asked.push(turn.reply.question);
    turn = takeTurn(turn.state, { text: "I don't know", now: NOW });
  }
  expect(asked[0]).toBe("custody_where");
  expect(asked).not.toContain("custody_order");
  expect(asked).not.toContain("familia_process");
});

test.each(["levei um golpe, fiz 2 pix de 1.800 ontem", "cai num golpe do whatsapp ontem e perdi tudo"])(
  "“%s”: the bank must hear of it within two days",
  (text) => {
    expect(say("pt-BR", text).understanding.urgencyHours).toBeLessThanOrEqual(48);
  },
);

test.each([
  ["pt-BR", "minha filha autista de 6 anos o plano cortou as terapia dela, a clinica saiu da rede, ta regredindo ja"],
  ["en", "my health insurance says no to the scan becuase its a pre existing condition, the doctor thinks cancer"],
] as const)("%s: a treatment cut or refused in other words is heard: “%s”", (locale, text) => {
  const turn = say(locale, text);
  expect(turn.understanding).toMatchObject({ area: "saude", subarea: "plano_saude", urgencyHours: 24 });
  expect(turn.reply.question).toBe("health_deadline");
});

test("a maid who is not let out is in danger before she is badly paid, and a person takes over", () => {
  const first = say(
    "en",
    "i work in a house as a maid in sao paulo sleeping there, they keep my passport and pay me almost nothing and dont let me go out",
  );
  expect(first.understanding.flags).toContain("violence");
  expect(first.understanding.area).toBe("trabalho");
  expect(first.safety?.lines.map(({ phone }) => phone)).toContain("190");
  const second = takeTurn(first.state, { text: "no", now: NOW });
  expect(second.reply.question).toBe("violence_children");
  const third = takeTurn(second.state, { text: "the lady locks the door", now: NOW });
  expect(third).toMatchObject({ status: "handed_off", handOffReason: "in_danger" });
  expect(third.reply.text).toContain("190");
});

test("who is safe is asked on as before", () => {
  const turn = say("pt-BR", "o vizinho me ameaçou com facao por causa do muro", "sim", "não");
  expect(turn.status).toBe("interviewing");
});

test.each(["meu chefe nao deixa eu sair mais cedo", "nao deixa eu sair do grupo do whatsapp da firma"])(
  "no danger in “%s”",
  (text) => {
    expect(say("pt-BR", text).understanding.flags).not.toContain("violence");
  },
);

test("a letter that suspends the licence starts the thirty days", () => {
  const turn = say(
    "pt-BR",
    "perdi o prazo da multa e agora vao suspender minha carteira, sou motorista de uber e preciso dela para trabalhar, a carta chegou dia 10",
  );
  expect(turn.understanding.deadlines).toMatchObject([{ kind: "traffic_fine", date: "2026-12-10" }]);
});

test("a girl whose pictures are passed round is not thanked but met, and no list of areas is put to her", () => {
  const turn = say(
    "pt-BR",
    "tao espalhando foto minha sem roupa no grupo do colegio tenho 15 anos nao conta pra minha mae",
  );
  expect(turn.understanding).toMatchObject({ area: "digital", subarea: "exposicao_intima", urgencyHours: 48 });
  expect(turn.reply.text).toMatch(/^Sinto muito/);
  expect(turn.reply.question).toBe("digital_when");
});

test("a used car whose engine died is a faulty product, financed or not", () => {
  const turn = say(
    "pt-BR",
    "comprei um carro usado na loja e com 20 dias o motor fundiu, a loja diz que foi mau uso, paguei 38 mil financiado",
  );
  expect(turn.understanding).toMatchObject({ area: "consumidor", subarea: "produto_defeito" });
});

test("an expired protocol is a document already told", () => {
  const turn = say("en", "i'm from venezuela my protocol expired in august and the federal police want to fine me");
  expect(turn.understanding.area).toBe("migratorio");
  expect(turn.reply.question).not.toBe("migratorio_status");
});

test("who has got no paper is not asked for a date on one", () => {
  let turn = say("pt-BR", "o vizinho construiu um muro no meu terreno e diz que é dele");
  const asked: string[] = [];
  const answers: Record<string, string> = {
    civil_papers: "não",
    civil_contract: "sim",
    place: "Santos",
    other_side: "João",
  };
  while (turn.status === "interviewing" && asked.length < 12) {
    asked.push(turn.reply.question ?? "");
    turn = takeTurn(turn.state, { text: answers[turn.reply.question ?? ""] ?? "não sei", now: NOW });
  }
  expect(asked).toContain("civil_papers");
  expect(asked).not.toContain("limit_date");
});

test("out by Sunday is a day that runs", () => {
  const turn = say(
    "pt-BR",
    "gente o dono da casa mando eu sair até domingo pq atrasei 2 meses, tenho 3 criança pequena",
  );
  expect(turn.understanding.deadlines).toMatchObject([{ kind: "stated_deadline", date: "2026-11-22" }]);
  expect(turn.understanding.urgencyHours).toBeLessThanOrEqual(24);
});

test("a day set at the police station is kept and not asked for again", () => {
  let turn = say(
    "pt-BR",
    "recebi uma intimação pra comparecer na delegacia quarta que vem as 14h, diz q é sobre receptação, comprei um celular na olx",
  );
  expect(turn.understanding.deadlines).toMatchObject([{ kind: "hearing", date: "2026-11-25" }]);
  turn = takeTurn(turn.state, { text: "Estou sendo acusado", now: NOW });
  expect(turn.reply.question).toBe("place");
});

test.each([
  ["pt-BR", "to devendo e o agiota ta vindo na porta da minha casa diz q vai quebra minhas perna"],
  ["en", "my daughter 14 is being messaged by a grown man on instagram he asked for photos and knows our address"],
  ["pt-BR", "um homem adulto ta pedindo fotos pra minha filha de 13 anos no instagram"],
] as const)("%s: danger is heard in “%s”", (locale, text) => {
  const turn = say(locale, text);
  expect(turn.understanding.flags).toContain("violence");
  expect(turn.safety?.lines.map(({ phone }) => phone)).toContain("190");
});

test.each([
  ["en", "my son works at a shop, the customer asked for a refund and sent photos"],
  ["pt-BR", "o RH pediu fotos 3x4 do meu filho para o plano de saúde"],
] as const)("%s: no danger in “%s”", (locale, text) => {
  expect(say(locale, text).understanding.flags).not.toContain("violence");
});

test("an account frozen by a judge is a debt in court, with its fifteen days", () => {
  const turn = say(
    "en",
    "got a letter my bank account is frozen by a judge for a debt of a company i left in 2017, letter came tuesday",
  );
  expect(turn.understanding).toMatchObject({ area: "civil", subarea: "execucao_divida" });
  expect(turn.understanding.deadlines.map(({ kind, date }) => `${kind} ${date}`)).toContain(
    "enforcement_defence 2026-12-02",
  );
});

test("the year of a debt is not the day on which a limit for damages began", () => {
  const turn = say("pt-BR", "preciso tirar meu nome do serasa, uma divida de 2015 da vivo que eu ja paguei");
  expect(turn.understanding.deadlines).toEqual([]);
});
