// The fee agreement between a client and a lawyer, in plain Portuguese and plain English.
import type { Locale } from "../locale.ts";
import type { Agreement, AgreementFacts } from "./agreement.ts";
import { dayWords, moneyWords } from "./wording.ts";

/** Stored with the contract; a changed text gets a new version. */
export const LEGAL_TEMPLATE = "legal-fee-agreement-v2";

/** How the last line begins, under which DocuSign sets both signatures. */
export const SIGNING_ANCHOR = { "pt-BR": "Preparado pela Vez em", en: "Prepared by Vez on" } as const;

/** The agreement's text. The client is "the client": a name is typed when signing. */
export function legalAgreement(facts: AgreementFacts): Agreement {
  return TEXTS[facts.locale]({
    ...facts,
    subject: [facts.area, facts.subarea].filter((name) => name !== null).join(": "),
    fee: moneyWords(facts.feeCents, facts.locale),
    oab: `OAB/${facts.professional.licenceUf} ${facts.professional.licenceNumber}`,
    day: dayWords(facts.createdAt, facts.locale, facts.zone),
  });
}

type Words = AgreementFacts & { subject: string; fee: string; oab: string; day: string };

const TEXTS: Record<Locale, (words: Words) => Agreement> = { "pt-BR": portuguese, en: english };

function portuguese(w: Words): Agreement {
  return {
    title: "Contrato de prestação de serviços advocatícios",
    notice:
      "Este texto é um modelo. Leiam com calma antes de assinar. Se algo não corresponde ao que vocês combinaram, não assinem e conversem primeiro: a página do contrato na Vez diz como falar um com o outro.",
    clauses: [
      {
        heading: "Quem assina",
        paragraphs: [
          `Profissional: ${w.professional.name}, ${w.oab}.`,
          "Cliente: a pessoa que pediu ajuda pela Vez neste caso. O nome completo é escrito por ela ao assinar e fica na página de evidências.",
          "A Vez apresentou as partes e guarda este documento. A Vez não é parte deste contrato e não presta serviços jurídicos.",
        ],
      },
      {
        heading: "O que será feito",
        paragraphs: [
          w.subject === "" ? "Assunto: a definir na primeira consulta." : `Assunto: ${w.subject}.`,
          ...(w.summary ? [`Resumo do caso, sem nomes: ${w.summary}`] : []),
          "Este contrato cobre a primeira consulta: o profissional ouve o cliente, lê os documentos que ele trouxer e explica, em palavras simples, os caminhos possíveis, os riscos, os custos e os prazos.",
          "Qualquer outro serviço, como um processo na Justiça, depende de um novo acordo por escrito.",
        ],
      },
      {
        heading: "Quanto custa",
        paragraphs: [
          w.feeCents === 0
            ? "A primeira consulta não tem custo."
            : `A primeira consulta custa ${w.fee}. O valor é pago diretamente ao profissional, na forma que os dois combinarem.`,
          "Nada mais é devido por este contrato. Taxas da Justiça, de cartório e outras despesas só existem se forem combinadas antes, por escrito.",
        ],
      },
      {
        heading: "O que cabe ao profissional",
        paragraphs: [
          "Cuidar do caso com atenção e independência. Avisar logo sobre prazos que estejam correndo. Responder às perguntas do cliente em tempo razoável. Guardar os documentos recebidos e devolvê-los quando o cliente pedir.",
        ],
      },
      {
        heading: "O que cabe ao cliente",
        paragraphs: [
          "Contar o que aconteceu com sinceridade. Entregar os documentos que tiver. Avisar sobre novidades, como uma carta da Justiça. Pagar o valor combinado.",
        ],
      },
      {
        heading: "Sem promessa de resultado",
        paragraphs: [
          "O profissional se compromete a trabalhar bem, não a conseguir um resultado certo. A decisão final é de juízes e autoridades.",
        ],
      },
      {
        heading: "Conflito de interesses",
        paragraphs: [
          "Ao assinar, o profissional declara que não representa a outra parte deste caso e que nada o impede de defender o cliente. Se descobrir um impedimento depois, avisa o cliente na hora e deixa o caso sem cobrar por ele.",
        ],
      },
      {
        heading: "Sigilo e dados pessoais",
        paragraphs: [
          "O que o cliente contar é sigiloso, mesmo depois do fim deste contrato.",
          "Os dados pessoais são usados apenas para cuidar do caso e cumprir a lei, como pede a Lei Geral de Proteção de Dados (LGPD). O cliente pode pedir para ver, corrigir ou apagar os seus dados. O que a lei manda guardar é guardado pelo tempo que ela manda.",
        ],
      },
      {
        heading: "Como encerrar",
        paragraphs: [
          "O cliente pode encerrar quando quiser, avisando por escrito. Paga apenas o que já foi feito.",
          "O profissional pode sair do caso avisando por escrito. Se houver um prazo correndo, continua cuidando dele por dez dias depois do aviso, a não ser que outro profissional assuma antes.",
          "Quando a consulta terminar, qualquer um dos dois pode registrar o encerramento na Vez.",
        ],
      },
      {
        heading: "Assinatura",
        paragraphs: [
          "Os dois aceitam assinar por meio eletrônico: cada um escreve o próprio nome e confirma que leu. A Vez registra a data, a hora, o endereço IP, o navegador e o código SHA-256 deste documento. Esse registro vira a página de evidências.",
          "O contrato vale a partir da segunda assinatura.",
        ],
      },
      {
        heading: "Se houver desacordo",
        paragraphs: [
          "As partes tentam resolver conversando. Se não der, vale a lei brasileira, e o caso é decidido na Justiça da cidade onde mora o cliente, quando a lei permitir. O cliente também pode procurar a OAB do estado do profissional.",
        ],
      },
    ],
    made: `${SIGNING_ANCHOR["pt-BR"]} ${w.day}. Contrato ${w.contractId}.`,
  };
}

function english(w: Words): Agreement {
  return {
    title: "Agreement for legal services",
    notice:
      "This text is a model. Please read it calmly before you sign. If something is not what the two of you agreed, do not sign and talk first: the page of the contract at Vez tells how to reach each other.",
    clauses: [
      {
        heading: "Who signs",
        paragraphs: [
          `Lawyer: ${w.professional.name}, ${w.oab} (Brazilian Bar).`,
          "Client: the person who asked for help through Vez in this case. The client types their full name when signing, and it is kept on the evidence page.",
          "Vez introduced the two and keeps this document. Vez is not a party to this agreement and does not give legal services.",
        ],
      },
      {
        heading: "What will be done",
        paragraphs: [
          w.subject === "" ? "Subject: to be settled in the first consultation." : `Subject: ${w.subject}.`,
          ...(w.summary ? [`Summary of the case, without names: ${w.summary}`] : []),
          "This agreement covers the first consultation: the lawyer listens to the client, reads the papers that the client brings, and explains in plain words the possible ways forward, the risks, the costs and the time limits.",
          "Any other service, such as a court case, needs a new written agreement.",
        ],
      },
      {
        heading: "What it costs",
        paragraphs: [
          w.feeCents === 0
            ? "The first consultation is free."
            : `The first consultation costs ${w.fee}. It is paid directly to the lawyer, in the way that the two agree on.`,
          "Nothing else is owed under this agreement. Court fees, notary fees and other expenses exist only when they are agreed beforehand, in writing.",
        ],
      },
      {
        heading: "What the lawyer does",
        paragraphs: [
          "Looks after the case with care and independence. Warns early about time limits that are running. Answers the client's questions within a reasonable time. Keeps the papers received and gives them back when the client asks.",
        ],
      },
      {
        heading: "What the client does",
        paragraphs: [
          "Tells honestly what happened. Hands over the papers at hand. Tells the lawyer about news, such as a letter from a court. Pays the agreed amount.",
        ],
      },
      {
        heading: "No promise of a result",
        paragraphs: [
          "The lawyer promises to work well, not to reach a certain result. The final decision lies with judges and authorities.",
        ],
      },
      {
        heading: "Conflicts of interest",
        paragraphs: [
          "By signing, the lawyer declares that they do not represent the other side of this case and that nothing stops them from defending the client. If an obstacle is found later, the lawyer tells the client at once and leaves the case without charging for it.",
        ],
      },
      {
        heading: "Secrecy and personal data",
        paragraphs: [
          "What the client tells is confidential, also after this agreement has ended.",
          "Personal data are used only to look after the case and to obey the law, as the Brazilian data protection law (LGPD) asks. The client may ask to see, correct or erase their data. What the law orders to keep is kept for as long as it orders.",
        ],
      },
      {
        heading: "How to end it",
        paragraphs: [
          "The client may end this agreement at any time by saying so in writing, and pays only for what was already done.",
          "The lawyer may leave the case by saying so in writing. If a time limit is running, the lawyer goes on looking after it for ten days after the notice, unless another lawyer takes over sooner.",
          "When the consultation is over, either of the two may record the end of the case in Vez.",
        ],
      },
      {
        heading: "Signing",
        paragraphs: [
          "Both accept to sign electronically: each types their own name and confirms having read this text. Vez records the date, the time, the IP address, the browser and the SHA-256 code of this document. That record becomes the evidence page.",
          "The agreement holds from the second signature on.",
        ],
      },
      {
        heading: "If there is a disagreement",
        paragraphs: [
          "The two try to settle it by talking. If that fails, Brazilian law applies, and the courts of the city where the client lives decide, where the law allows it. The client may also turn to the Bar (OAB) of the lawyer's state.",
        ],
      },
    ],
    made: `${SIGNING_ANCHOR.en} ${w.day}. Agreement ${w.contractId}.`,
  };
}
