// The words of organisations: for who coordinates one, who is invited, and the operators.

import type { Text } from "../../../domain/locale.ts";
import type { MemberRole, MemberState, OrganisationKind } from "../../../domain/organisation.ts";

export const KIND_NAMES: Record<OrganisationKind, Text> = {
  firm: { "pt-BR": "Escritório", en: "Firm" },
  hospital: { "pt-BR": "Hospital", en: "Hospital" },
  legal_aid: { "pt-BR": "Assistência jurídica", en: "Legal-aid office" },
};

export const ROLE_NAMES: Record<MemberRole, Text> = {
  coordinator: { "pt-BR": "Coordenação", en: "Coordinator" },
  professional: { "pt-BR": "Profissional", en: "Professional" },
};

export const STATE_NAMES: Record<MemberState, Text> = {
  invited: { "pt-BR": "Convite enviado", en: "Invited" },
  member: { "pt-BR": "Faz parte", en: "Member" },
  declined: { "pt-BR": "Recusou", en: "Declined" },
  left: { "pt-BR": "Saiu", en: "Left" },
};

export const ORG_NAV = {
  people: { "pt-BR": "Pessoas", en: "People" },
  cases: { "pt-BR": "Casos", en: "Cases" },
} satisfies Record<string, Text>;

export const ORG = {
  people: { "pt-BR": "Pessoas", en: "People" },
  lead: {
    "pt-BR":
      "Você vê quem faz parte e os casos que cada pessoa aceitou desde que entrou. O nome do cliente, as conversas e os arquivos ficam entre os dois.",
    en: "You see who belongs here and the cases that each accepted since joining. The client's name, what they write to each other and the files stay between the two.",
  },
  nobody: {
    "pt-BR": "Ninguém ainda. Convide a primeira pessoa abaixo.",
    en: "Nobody yet. Invite the first person below.",
  },
  invite: { "pt-BR": "Convidar", en: "Invite" },
  inviteTitle: { "pt-BR": "Convidar alguém", en: "Invite somebody" },
  inviteHint: {
    "pt-BR": "A pessoa recebe uma mensagem, entra com este endereço e aceita. O convite vale por 14 dias.",
    en: "The person gets a message, signs in with this address and accepts. The invitation holds for 14 days.",
  },
  email: { "pt-BR": "E-mail", en: "E-mail" },
  role: { "pt-BR": "Como", en: "As" },
  invited: { "pt-BR": "Convite guardado e enviado.", en: "The invitation is kept and sent." },
  badEmail: {
    "pt-BR": "O e-mail não parece certo. Exemplo: nome@exemplo.com.br.",
    en: "That e-mail does not look right. Example: name@example.com.",
  },
  remove: { "pt-BR": "Retirar", en: "Take off" },
  removed: {
    "pt-BR": "A pessoa não faz mais parte. Os casos dela seguem com ela.",
    en: "The person does not belong here any more. Their cases stay with them.",
  },
  you: { "pt-BR": "você", en: "you" },
  load: { "pt-BR": "Casos em 30 dias", en: "Cases in 30 days" },
  open: { "pt-BR": "Propostas abertas", en: "Open offers" },
  away: { "pt-BR": "De licença", en: "On leave" },
  cases: { "pt-BR": "Casos", en: "Cases" },
  noCases: {
    "pt-BR": "Nenhum caso ainda. Quando alguém daqui aceitar um, ele aparece.",
    en: "No case yet. When somebody here accepts one, it appears.",
  },
  accepted: { "pt-BR": "Aceito", en: "Accepted" },
  summary: { "pt-BR": "Resumo", en: "Summary" },
  dates: { "pt-BR": "Datas", en: "Days" },
  noDates: { "pt-BR": "Nenhuma data conhecida.", en: "No day is known." },
  contract: { "pt-BR": "Contrato", en: "Contract" },
  noContract: { "pt-BR": "ainda não", en: "not yet" },
  older: { "pt-BR": "Mais antigos", en: "Older" },
  invitations: { "pt-BR": "Convites", en: "Invitations" },
  noInvitations: {
    "pt-BR": "Nenhum convite espera por você neste endereço.",
    en: "No invitation waits for you at this address.",
  },
  accept: { "pt-BR": "Aceitar", en: "Accept" },
  decline: { "pt-BR": "Recusar", en: "Decline" },
  leave: { "pt-BR": "Sair desta organização", en: "Leave this organisation" },
  seesCases: {
    "pt-BR":
      "Quem coordena vê os casos que você aceitar depois de entrar: assunto, resumo sem nomes, datas e estado. Não vê o cliente, as conversas nem os arquivos.",
    en: "Its coordinator sees the cases that you accept after joining: subject, summary without names, days and state. Not the client, what you write, or the files.",
  },
  seesPeople: {
    "pt-BR": "Você vê as pessoas desta organização e os casos delas.",
    en: "You see the people of this organisation and their cases.",
  },
  toOrganisation: { "pt-BR": "Abrir a organização", en: "Open the organisation" },
  organisations: { "pt-BR": "Organizações", en: "Organisations" },
  opsLead: {
    "pt-BR": "Escritórios, hospitais e assistências jurídicas. Quem coordena vê só a própria casa.",
    en: "Firms, hospitals and legal-aid offices. A coordinator sees the own house only.",
  },
  none: { "pt-BR": "Nenhuma organização ainda.", en: "No organisation yet." },
  create: { "pt-BR": "Criar organização", en: "Create organisation" },
  name: { "pt-BR": "Nome", en: "Name" },
  kind: { "pt-BR": "Tipo", en: "Kind" },
  uf: { "pt-BR": "UF", en: "State" },
  coordinatorEmail: { "pt-BR": "E-mail de quem coordena", en: "The coordinator's e-mail" },
  badFields: { "pt-BR": "Confira o nome e o e-mail.", en: "Look at the name and the e-mail again." },
  close: { "pt-BR": "Encerrar a organização", en: "Close the organisation" },
  closeHint: {
    "pt-BR": "Ninguém mais a coordena. As pessoas seguem como profissionais, com os seus casos.",
    en: "Nobody coordinates it any more. Its people stay professionals, with their cases.",
  },
  closed: { "pt-BR": "Encerrada", en: "Closed" },
  openCases: { "pt-BR": "Casos em curso", en: "Cases under way" },
} satisfies Record<string, Text>;

/** Why something was refused, by the error's code. */
export const ORG_REFUSED: Readonly<Record<string, Text>> = {
  invitation_over: {
    "pt-BR": "Este convite não vale mais. Peça um novo a quem convidou.",
    en: "This invitation is over. Ask whoever invited you for a new one.",
  },
  belongs_elsewhere: {
    "pt-BR": "Você já faz parte de outra organização. Saia dela primeiro e aceite de novo.",
    en: "You belong to another organisation. Leave that one first, then accept.",
  },
  not_a_professional: {
    "pt-BR": "Este convite é para profissionais. Cadastre-se em /pro/join com este endereço e depois aceite.",
    en: "This invitation is for professionals. Sign up at /pro/join with this address, then accept.",
  },
  invalid_input: ORG.badEmail,
};
