// The messages in Portuguese.
import { helpOf } from "./help-of.ts";
import type { Templates } from "./template-shape.ts";
import { PORTUGUESE_OF_SERVICE } from "./templates-service-pt.ts";

const REASONS: Record<string, string> = {
  asked_for_person: "A pessoa pediu para falar com alguém.",
  detention: "Há uma prisão no relato.",
  foreign_law: "A questão parece ser da lei de outro país.",
  self_harm: "A pessoa pode estar em risco.",
  in_danger: "A pessoa diz que não está em lugar seguro.",
  angry: "A pessoa está muito irritada.",
  legal_threat: "A pessoa ameaça a Vez com a lei.",
  violence: "Há violência no relato; a busca segue.",
  health: "Há um tratamento negado no relato; a busca segue.",
  low_confidence: "O assunto não ficou claro.",
  needs_person: "Os modelos que leram a história acham que uma pessoa deve olhar.",
  not_understood: "As mensagens não foram entendidas.",
  gives_back_often: "Quem devolveu este caso devolveu vários em 30 dias; a busca segue.",
  reopened: "A pessoa reabriu o caso; a conversa já esperava por alguém.",
  changed_often: "O caso perdeu o profissional mais de uma vez; a busca segue.",
};

const SEARCHED_AGAIN: Record<string, string> = {
  withdrawn: "Quem tinha aceitado o seu pedido não pode mais cuidar dele. Isso não diz nada sobre você.",
  lapsed: "Quem tinha aceitado o seu pedido não assinou o contrato a tempo.",
  operator: "Nossa equipe desfez o contrato do seu pedido.",
  reopened: "Nossa equipe reabriu o seu pedido.",
};

const OVER: Record<string, string> = {
  cancelled: "A pessoa cancelou o pedido de um caso seu.",
  another: "Um caso seu vai seguir com outra pessoa profissional.",
  lapsed: "O contrato de um caso seu não foi assinado a tempo, e o caso segue com outra pessoa profissional.",
  silent: "A pessoa de um caso seu não respondeu por um mês, e o caso foi encerrado.",
};

const SECOND_FACTOR: Record<string, string> = {
  set: "Um aplicativo autenticador foi ligado ao seu acesso.",
  removed: "O aplicativo autenticador foi desligado do seu acesso.",
  reset: "Alguém da equipe desligou o aplicativo autenticador do seu acesso, para que você ligue outro.",
  recovery_used: "Um dos seus códigos de reserva foi usado para entrar.",
  codes_renewed: "Os seus códigos de reserva foram trocados. Os antigos não valem mais.",
};

/** What the team reads of a contract's signing. */
const TEAM_WORDS: Record<string, string> = {
  moved: "a DocuSign não respondeu como devia, e agora ele se assina na própria Vez. As duas partes já sabem.",
  declined: "uma das partes disse, na DocuSign, que não quer assinar. A outra já sabe.",
  voided: "o envelope foi anulado na DocuSign, e agora ele se assina na própria Vez. As duas partes já sabem.",
  late: "o envelope foi concluído na DocuSign depois de já não valer. Na Vez nada mudou. Vejam com as partes o que elas querem.",
};

export const PORTUGUESE: Templates = {
  sign_in_code: {
    subject: "Seu código de acesso à Vez",
    text: ({ code = "" }) => [
      `Seu código é ${code}.`,
      "Ele vale por 10 minutos. Ninguém da Vez vai pedir este código a você.",
      "Se você não pediu para entrar, ignore esta mensagem.",
    ],
  },
  invite: {
    subject: "Um convite para a equipe da Vez",
    text: () => [
      "Convidaram você a operar a Vez: cuidar dos casos que precisam de uma pessoa.",
      "Abra o endereço abaixo para aceitar. Ele serve uma só vez e vale por 72 horas.",
      "Se você não esperava este convite, ignore esta mensagem.",
    ],
  },
  operators_changed: {
    subject: "A equipe mudou",
    text: ({ what = "" }) => [
      what === "joined" ? "Uma pessoa entrou na equipe que opera a Vez." : "Uma pessoa saiu da equipe que opera a Vez.",
      "Se isso surpreende você, olhe a lista da equipe agora.",
    ],
  },
  second_factor_changed: {
    subject: "A segunda etapa do seu acesso mudou",
    text: ({ what = "" }) => [
      SECOND_FACTOR[what] ?? "A segunda etapa do seu acesso mudou.",
      "Se não foi você, avise outra pessoa da equipe agora.",
    ],
  },
  offer_new: {
    subject: "Um caso novo para você",
    text: () => [
      "Chegou a sua vez: há um caso que combina com o seu perfil.",
      "Leia o resumo e diga se aceita. O prazo para responder está na página.",
    ],
  },
  offer_chosen: {
    subject: "Alguém escolheu você",
    text: () => [
      "Uma pessoa viu o seu nome na lista e quer que você cuide do caso dela.",
      "Leia o resumo e diga se aceita. O prazo para responder está na página.",
    ],
  },
  contacts_over: {
    subject: "Você pode escolher outro profissional",
    text: () => [
      "Quem você escolheu não pôde aceitar agora. Isso não diz nada sobre o seu caso.",
      "A lista continua aberta: escolha outra pessoa quando quiser.",
    ],
  },
  offer_reminder: {
    subject: "Um caso ainda espera a sua resposta",
    text: () => [
      "O prazo para responder está perto do fim.",
      "Se não puder aceitar agora, recuse com um toque. Assim o caso segue logo para outra pessoa, e alguém que precisa de ajuda espera menos.",
    ],
  },
  offer_withdrawn: {
    subject: "Um caso já foi aceito por outra pessoa",
    text: () => [
      "Um colega aceitou este caso antes. Você não precisa fazer nada.",
      "O seu lugar na vez continua o mesmo.",
    ],
  },
  offer_stopped: {
    subject: "Um caso deixou de ser oferecido",
    text: () => [
      "Um caso que tinha sido oferecido a você não espera mais resposta. Você não precisa fazer nada, e o seu lugar na vez continua o mesmo.",
    ],
  },
  case_accepted: {
    subject: "Boa notícia sobre o seu pedido",
    text: () => [
      "Uma pessoa profissional aceitou cuidar do seu pedido.",
      "Estamos preparando o contrato. Você recebe um aviso quando ele estiver pronto para leitura.",
    ],
  },
  case_unmatched: {
    subject: "Ainda estamos procurando para você",
    text: ({ uf = "" }) => [
      "Por enquanto ninguém disponível pôde aceitar o seu pedido. Isso não diz nada sobre ele.",
      "Nossa equipe foi avisada e vai olhar o seu pedido de perto. Se o prazo for curto, procure também a Defensoria Pública.",
      ...helpOf(uf, "pt-BR"),
    ],
    operators: {
      subject: "Caso sem profissional",
      text: ({ case_id = "sem número" }) => [
        `Ninguém disponível pôde aceitar o caso ${case_id}.`,
        "O cliente foi avisado. Veja no painel quem foi considerado e por quê.",
      ],
    },
  },
  case_needs_human: {
    subject: "Uma conversa precisa de uma pessoa",
    text: ({ case_id = "sem número", reason = "" }) => [
      `A conversa do caso ${case_id} espera por alguém da equipe.`,
      ...(REASONS[reason] === undefined ? [] : [REASONS[reason]]),
    ],
  },
  conflict_review: {
    subject: "Um possível conflito de interesses espera por você",
    text: ({ case_id = "sem número" }) => [
      `Para o caso ${case_id} há quem sirva, mas um nome do outro lado parece com o de alguém que essa pessoa representa, ou nem todos os nomes puderam ser comparados.`,
      "Ela só recebe o convite depois que alguém da equipe decidir. O painel mostra os nomes.",
    ],
  },
  contract_ready: {
    subject: "Seu contrato está pronto para leitura",
    text: () => [
      "O contrato está pronto. Leia com calma antes de assinar.",
      "Se algo não estiver como vocês combinaram, não assine e converse primeiro: na página do contrato está como falar um com o outro.",
    ],
  },
  contract_signed_by_other: {
    subject: "Falta só a sua assinatura",
    text: () => ["A outra parte já assinou o contrato.", "Quando você tiver lido e concordado, assine também."],
  },
  contract_signed: {
    subject: "Contrato assinado pelos dois",
    text: () => [
      "As duas partes assinaram. O contrato já vale.",
      "Você pode baixar o documento, com a página de evidências, quando quiser.",
    ],
  },
  contract_closed: {
    subject: "Um contrato foi encerrado",
    text: () => [
      "O encerramento foi registrado. O documento continua disponível para você.",
      "Obrigado pelo seu trabalho.",
    ],
  },
  contract_unsigned: {
    subject: "Um contrato ainda espera a sua assinatura",
    text: () => [
      "O contrato está pronto há três dias. Leia com calma e assine se estiver de acordo.",
      "Se algo não estiver certo, ou se mudou de ideia, diga na página: ninguém precisa ficar esperando.",
    ],
  },
  contract_moved: {
    subject: "O contrato agora se assina aqui na Vez",
    text: ({ again = "" }) => [
      "A assinatura pela DocuSign não deu certo desta vez. Nada se perdeu: o contrato é o mesmo, letra por letra, e você pode assinar na própria página da Vez.",
      ...(again === "" ? [] : ["O que foi assinado lá não vale mais. Por favor, assine aqui, quando puder."]),
      "Só vale o que for assinado aqui.",
    ],
  },
  contract_declined: {
    subject: "O contrato não foi assinado",
    text: () => [
      "A outra parte disse, na página de assinatura, que não quer assinar agora.",
      "Talvez falte só uma conversa: na página do contrato está como falar um com o outro. Se concordarem, dá para assinar ali mesmo. Se não, diga na página do caso, e ninguém fica esperando.",
    ],
  },
  contract_needs_look: {
    subject: "Um contrato pede um olhar",
    text: ({ contract_id = "sem número", what = "" }) => [
      `Contrato ${contract_id}: ${TEAM_WORDS[what] ?? "a assinatura não seguiu o caminho de sempre."}`,
      "O passo a passo está em docs/contracts-by-hand.md.",
    ],
  },
  acceptance_over: {
    subject: "Um caso não está mais com você",
    text: ({ why = "", returned = "" }) => [
      OVER[why] ?? "Um caso não está mais com você.",
      returned === ""
        ? "Você não precisa fazer nada."
        : "Você não precisa fazer nada, e ele não conta mais na sua capacidade.",
      "Obrigado pelo seu trabalho.",
    ],
  },
  case_searching_again: {
    subject: "Estamos procurando outra pessoa para você",
    text: ({ why = "" }) => [
      ...(SEARCHED_AGAIN[why] === undefined ? [] : [SEARCHED_AGAIN[why]]),
      "Já procuramos outro profissional. Você não precisa contar tudo de novo, e avisamos quando alguém aceitar.",
    ],
  },
  case_cancelled: {
    subject: "O seu pedido foi cancelado",
    text: () => [
      "Nossa equipe cancelou o seu pedido. Tudo o que você contou continua guardado.",
      "Se ainda precisar, você pode reabri-lo na página do caso.",
    ],
  },
  case_waiting: {
    subject: "O seu pedido continua aqui",
    text: () => [
      "Faz alguns dias que não temos notícia sua. Está tudo guardado, e não há pressa.",
      "Quando puder, continue de onde parou. Se não precisar mais, pode cancelar na página do caso.",
    ],
  },
  case_fell_silent: {
    subject: "Encerramos o seu pedido por enquanto",
    text: () => [
      "Como não tivemos notícia sua por um mês, encerramos o pedido por enquanto.",
      "Se ainda precisar, abra a página do caso e toque em reabrir: tudo continua de onde parou.",
    ],
  },
  review_invited: {
    subject: "Como foi o atendimento?",
    text: () => [
      "O contrato foi encerrado. Conte como foi: leva um minuto e ajuda quem vier depois.",
      "Você pode mudar a sua avaliação por 7 dias.",
    ],
  },
  review_received: {
    subject: "Você recebeu uma avaliação",
    text: () => [
      "Uma pessoa que você atendeu deixou uma avaliação.",
      "Ela pode ser mudada por quem escreveu durante 7 dias.",
    ],
  },
  organisation_invited: {
    subject: "Um convite para você na Vez",
    text: ({ organisation = "Uma organização", role = "" }) => [
      role === "coordinator"
        ? `${organisation} convida você a coordenar a sua equipe na Vez.`
        : `${organisation} convida você a fazer parte da sua equipe na Vez. Quem coordena vê os casos que você aceitar depois de entrar, sem o nome do cliente e sem as conversas.`,
      "Entre com este endereço de e-mail para aceitar ou recusar. O convite vale por 14 dias.",
    ],
  },
  case_message_new: {
    subject: "Escreveram para você",
    text: () => ["Há algo novo para ler em um dos seus casos.", "Abra a Vez para ler e responder."],
  },
  offer_question: {
    subject: "Há uma pergunta sobre o seu pedido",
    text: () => [
      "Uma pessoa profissional que foi consultada quer saber uma coisa antes de decidir.",
      "Ela não sabe quem você é, e a sua resposta também não diz. Leva um minuto.",
    ],
  },
  question_answered: {
    subject: "A sua pergunta foi respondida",
    text: () => ["Leia a resposta na página do caso e diga lá se aceita."],
  },
  talk_warning: {
    subject: "Um recado da equipe da Vez",
    text: () => [
      "Nossa equipe olhou o que foi escrito em um dos seus casos e pede que você respeite o combinado e a outra pessoa.",
      "Se acontecer de novo, podemos encerrar o seu acesso. Você pode responder à nossa equipe quando quiser.",
    ],
  },
  talk_reported: {
    subject: "Uma conversa foi denunciada",
    text: ({ case_id = "sem número" }) => [`No caso ${case_id}, um lado denunciou o outro. O motivo está no painel.`],
  },
  verification_waits: {
    subject: "Uma inscrição espera conferência",
    text: () => [
      "Alguém se inscreveu, respondeu a uma pergunta ou mudou o registro. A fila mostra quem espera há mais tempo.",
    ],
  },
  verification_asked: {
    subject: "Uma pergunta sobre a sua inscrição",
    text: () => [
      "A equipe está conferindo a sua inscrição e tem uma pergunta.",
      "Abra a sua página para ler, responder ou juntar um documento. A conferência segue depois disso.",
    ],
  },
  verification_approved: {
    subject: "A sua inscrição está confirmada",
    text: ({ vertical }) =>
      vertical === "staffing"
        ? [
            "A equipe conferiu a sua inscrição.",
            "Os plantões para médicos ainda não começaram na Vez. Avisamos quando começarem; você não precisa fazer nada.",
          ]
        : [
            "A equipe conferiu a sua inscrição. A partir de agora, os casos que combinam com você chegam na sua vez.",
            "A sua página mostra as propostas e como está a sua vez.",
          ],
  },
  verification_refused: {
    subject: "Sobre a sua inscrição",
    text: () => [
      "A equipe não conseguiu confirmar a sua inscrição.",
      "A sua página diz o motivo e como tentar de novo.",
    ],
  },
  professional_suspended: {
    subject: "Por enquanto você não recebe propostas",
    text: () => ["A equipe pausou a sua participação. A sua página diz o motivo e até quando."],
  },
  suspension_lifted: {
    subject: "A pausa terminou",
    text: () => ["A pausa feita pela equipe terminou. A sua página mostra como está a sua situação."],
  },
  ...PORTUGUESE_OF_SERVICE,
};
