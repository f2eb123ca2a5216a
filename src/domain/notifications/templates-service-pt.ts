// What is wrong with the service itself, as its operators are told, in Portuguese.
import { keyedVendor } from "../vendors/keys.ts";
import type { ServiceTemplates } from "./template-shape.ts";

/** O que para enquanto um serviço recusa a chave. */
const STOPS: Record<string, string> = {
  sendgrid: "Nenhum e-mail sai, nem os códigos de entrada: quem não está dentro não consegue entrar.",
  evolution: "Nada sai pelo WhatsApp, e o que as pessoas escrevem lá fica sem resposta.",
  onesignal: "Nenhum aviso chega às telas; os outros canais e o app continuam.",
  docusign: "Os contratos são assinados aqui na Vez, como está escrito para quando a DocuSign falha.",
  chatwoot: "As conversas não aparecem na central de atendimento; na Vez elas continuam.",
  slack: "Os alertas não chegam ao canal da equipe; o painel e o e-mail continuam.",
  pagerduty: "Ninguém é acordado, nem quando uma pessoa está em risco: fique de olho no painel.",
  openai: "Outro modelo, ou as regras da casa, fazem o trabalho dele.",
  anthropic: "Outro modelo, ou as regras da casa, fazem o trabalho dele.",
  workers_ai: "Outro modelo, ou as regras da casa, fazem o trabalho dele.",
  registry: "Os registros profissionais são conferidos por pessoas, no painel.",
};

export const PORTUGUESE_OF_SERVICE: ServiceTemplates = {
  message_dead: {
    subject: "Um envio parou e espera por você",
    text: ({ message = "sem nome", outbox_id = "sem número" }) => [
      `O envio ${outbox_id} (${message}) falhou muitas vezes e foi posto de lado.`,
      "Veja o motivo no painel e envie de novo quando estiver resolvido.",
    ],
  },
  model_unreadable: {
    subject: "Um modelo aprendido não pôde ser lido",
    text: ({ model = "sem nome" }) => [
      `O modelo ${model}, que deveria estar em uso, não pôde ser lido. Por enquanto os casos seguem só com as predefinições.`,
      "Escolha outro modelo, ou retire este de uso, no painel.",
    ],
  },
  whatsapp_disconnected: {
    subject: "O WhatsApp da Vez está desconectado",
    text: () => [
      "O telefone da Vez saiu do ar no WhatsApp. O que as pessoas escrevem chega quando ele voltar; o que a Vez responde espera na fila.",
      "Se ele não voltar em alguns minutos, abra a Evolution API e conecte de novo com o código QR.",
    ],
  },
  vendor_key_refused: {
    subject: "Um serviço de fora recusa a chave da Vez",
    text: ({ vendor = "" }) => {
      const { name, variables } = keyedVendor(vendor) ?? { name: "Um serviço", variables: [] };
      return [
        `${name} recusa a chave que a Vez usa. ${STOPS[vendor] ?? "O que depende dele espera."}`,
        `Gere uma chave nova no serviço e ponha-a na configuração da Vez${variables.length === 0 ? "" : ` (${variables.join(", ")})`}.`,
        "O que está na fila sai sozinho em até uma hora depois disso; o que já tiver parado, reenvie no painel.",
        'Os passos estão em docs/runbook.md, na seção "A vendor refuses our key".',
      ];
    },
  },
  webhook_disabled: {
    subject: "Um webhook foi desligado",
    text: ({ webhook_id = "sem número" }) => [
      `O webhook ${webhook_id} não recebeu nada por dias e foi desligado.`,
      "O registro dele mostra o que falhou. Ligue de novo no painel quando o dono tiver resolvido.",
    ],
  },
  backfill_failed: {
    subject: "A leitura dos perfis parou",
    text: ({ backfill_id = "sem número", reason = "sem motivo" }) => [
      `O preenchimento ${backfill_id} parou porque o serviço que lê os perfis não responde como devia (${reason}). Os casos seguem como antes.`,
      "Quando o serviço voltar, comece de novo no painel. O que já foi feito fica.",
    ],
  },
};
