// The words around signing at DocuSign, and around signing here after all.
import type { Text } from "../../../domain/locale.ts";

export const SIGNING = {
  lead: {
    "pt-BR": "A assinatura é feita na DocuSign. O botão leva você até lá e, no fim, você volta para esta página.",
    en: "The signing is done at DocuSign. The button takes you there, and at the end you come back to this page.",
  },
  recorded: {
    "pt-BR":
      "A DocuSign recebe o contrato e o nome de quem assina, e registra a data, a hora e o endereço de rede (IP). Seu telefone e seu e-mail não vão para lá.",
    en: "DocuSign gets the contract and the name of whoever signs, and records day, time and network address (IP). Your phone and e-mail do not go there.",
  },
  go: { "pt-BR": "Assinar na DocuSign", en: "Sign at DocuSign" },
  leaving: { "pt-BR": "Indo para a DocuSign", en: "On the way to DocuSign" },
  leavingText: {
    "pt-BR": "Se a página não abrir sozinha, use o botão. O caminho vale por alguns minutos, uma vez só.",
    en: "If the page does not open by itself, use the button. The way is good for a few minutes, once.",
  },
  back: { "pt-BR": "Voltar ao contrato", en: "Back to the contract" },
  preparing: {
    "pt-BR": "A assinatura está sendo preparada. Costuma levar menos de um minuto, e esta página avisa.",
    en: "The signing is being prepared. It usually takes less than a minute, and this page tells you.",
  },
  lookAgain: { "pt-BR": "Ver de novo", en: "Look again" },
  thanks: { "pt-BR": "Obrigado. Você assinou", en: "Thank you. You have signed" },
  confirming: {
    "pt-BR":
      "Falta a DocuSign confirmar. Costuma levar menos de um minuto; às vezes, um quarto de hora. Não é preciso assinar de novo.",
    en: "DocuSign has yet to confirm it. It usually takes less than a minute; sometimes a quarter of an hour. There is no need to sign again.",
  },
  moved: { "pt-BR": "Agora se assina aqui", en: "It is now signed here" },
  movedText: {
    "pt-BR":
      "A assinatura pela DocuSign não deu certo desta vez. O contrato é o mesmo, letra por letra. Só vale o que for assinado aqui.",
    en: "Signing by DocuSign did not work this time. The contract is the same, letter by letter. Only what is signed here counts.",
  },
  declined: { "pt-BR": "Alguém não quis assinar na DocuSign", en: "Somebody did not want to sign at DocuSign" },
  declinedText: {
    "pt-BR": "Conversem primeiro. Se os dois concordarem, podem assinar aqui.",
    en: "Talk first. If you both agree, you can sign here.",
  },
  wayDocuSign: { "pt-BR": "Este contrato é assinado pela DocuSign.", en: "This contract is signed by DocuSign." },
  wayHere: { "pt-BR": "Este contrato é assinado aqui, na Vez.", en: "This contract is signed here, at Vez." },
  pdfHint: {
    "pt-BR": "Com o certificado da DocuSign: quem assinou, quando e de onde.",
    en: "With DocuSign's certificate: who signed, when and from where.",
  },
} satisfies Record<string, Text>;
