// The words of coming to run the service: set-up, invites, the second factor, the team.
import type { Text } from "../../../domain/locale.ts";

export const SETUP = {
  title: { "pt-BR": "Começar a operar a Vez", en: "Begin to operate Vez" },
  lead: {
    "pt-BR": "Ninguém opera esta Vez ainda. Quem tem o código de instalação é a primeira pessoa.",
    en: "Nobody operates this Vez yet. Whoever has the set-up code is the first person.",
  },
  code: { "pt-BR": "Código de instalação", en: "Set-up code" },
  codeHint: {
    "pt-BR": "Está na tela em que a Vez foi iniciada, ou com quem a publicou.",
    en: "It is on the screen on which Vez was started, or with whoever deployed it.",
  },
  name: { "pt-BR": "Seu nome", en: "Your name" },
  nameHint: { "pt-BR": "Como as pessoas vão ver quem responde.", en: "As people will see who answers." },
  email: { "pt-BR": "Seu e-mail", en: "Your e-mail address" },
  go: { "pt-BR": "Continuar", en: "Go on" },
  finishTitle: { "pt-BR": "Falta um passo", en: "One step is left" },
  finishLead: { "pt-BR": "O seu e-mail está confirmado:", en: "Your e-mail address is proved:" },
  finish: { "pt-BR": "Ser a primeira pessoa a operar", en: "Become the first operator" },
  badName: { "pt-BR": "Escreva o seu nome.", en: "Write your name." },
  wrong_setup_code: {
    "pt-BR": "Este não é o código. Copie de novo: são quatro grupos de quatro letras e números.",
    en: "This is not the code. Copy it again: it has four groups of four letters and digits.",
  },
  too_many_guesses: {
    "pt-BR": "Foram muitas tentativas. Espere uma hora ou inicie a Vez de novo para ter outro código.",
    en: "There were too many tries. Wait an hour, or start Vez again for another code.",
  },
  address_in_use: {
    "pt-BR": "Este endereço já tem casos ou um perfil aqui. Use outro endereço para operar.",
    en: "This address has cases or a profile here. Use another address for operating.",
  },
} satisfies Record<string, Text>;

export const INVITE = {
  title: { "pt-BR": "Seu convite", en: "Your invitation" },
  operator: { "pt-BR": "Você foi convidado a operar a Vez.", en: "You are invited to operate Vez." },
  by: { "pt-BR": "Quem convida:", en: "Invited by:" },
  prove: {
    "pt-BR": "Enviamos um código de seis números para o endereço do convite:",
    en: "We send a code of six digits to the address of the invitation:",
  },
  accept: { "pt-BR": "Aceitar o convite", en: "Accept the invitation" },
} satisfies Record<string, Text>;

export const FACTOR = {
  title: { "pt-BR": "Segunda etapa", en: "Second step" },
  passLead: {
    "pt-BR": "Escreva os seis números que o seu aplicativo autenticador mostra agora.",
    en: "Write the six digits that your authenticator app shows now.",
  },
  passHint: {
    "pt-BR": "Sem o celular: use um código de reserva.",
    en: "Without your phone: use a recovery code.",
  },
  lost: {
    "pt-BR": "Perdeu os dois? Peça a outra pessoa da equipe que desligue o seu aplicativo.",
    en: "Lost both? Ask another person of the team to disconnect your app.",
  },
  code: { "pt-BR": "Código", en: "Code" },
  pass: { "pt-BR": "Entrar", en: "Go in" },
  setTitle: { "pt-BR": "Ligar um aplicativo autenticador", en: "Connect an authenticator app" },
  setLead: {
    "pt-BR":
      "Quem opera a Vez vê histórias de muita gente. Com um aplicativo autenticador, o seu e-mail sozinho não abre a porta.",
    en: "Whoever operates Vez sees the stories of many people. With an authenticator app your mail box alone does not open the door.",
  },
  required: { "pt-BR": "Aqui ela é obrigatória.", en: "Here it is required." },
  scan: {
    "pt-BR": "No aplicativo, acrescente uma conta e aponte a câmera para a imagem, ou escreva a chave.",
    en: "In the app, add an account and point the camera at the picture, or type the key.",
  },
  picture: { "pt-BR": "Imagem para a câmera do aplicativo", en: "Picture for the app's camera" },
  key: { "pt-BR": "Chave", en: "Key" },
  open: { "pt-BR": "Abrir no aplicativo deste aparelho", en: "Open in this device's app" },
  first: { "pt-BR": "Os seis números que o aplicativo mostra", en: "The six digits that the app shows" },
  connect: { "pt-BR": "Ligar", en: "Connect" },
  codesTitle: { "pt-BR": "Guarde estes códigos de reserva", en: "Keep these recovery codes" },
  codesLead: {
    "pt-BR": "Cada um abre a porta uma vez, se você perder o celular. Imprima ou anote: eles não aparecem de novo.",
    en: "Each opens the door once, if you lose your phone. Print them or write them down: they are not shown again.",
  },
  kept: { "pt-BR": "Guardei, continuar", en: "I have kept them, go on" },
  on: { "pt-BR": "Um aplicativo está ligado desde", en: "An app is connected since" },
  left: { "pt-BR": "Códigos de reserva que restam: {n}", en: "Recovery codes left: {n}" },
  renew: { "pt-BR": "Trocar os códigos de reserva", en: "Replace the recovery codes" },
  remove: { "pt-BR": "Desligar o aplicativo", en: "Disconnect the app" },
  now: { "pt-BR": "Código de agora", en: "Code of this moment" },
  back: { "pt-BR": "Voltar ao painel", en: "Back to the console" },
  invalid_code: {
    "pt-BR": "Este código não vale, ou já foi usado. Espere o próximo e confira se o relógio do celular está certo.",
    en: "This code does not match, or was used before. Wait for the next one, and check the phone's clock.",
  },
  too_many_guesses: {
    "pt-BR": "Foram muitas tentativas. Espere uma hora.",
    en: "There were too many tries. Wait an hour.",
  },
  invalid_input: {
    "pt-BR": "Esta página ficou aberta tempo demais. Aqui está uma chave nova.",
    en: "This page was open for too long. Here is a new key.",
  },
} satisfies Record<string, Text>;

export const TEAM = {
  title: { "pt-BR": "Equipe", en: "Team" },
  lead: {
    "pt-BR": "Quem opera esta Vez. Cada mudança fica registrada, e a equipe é avisada.",
    en: "Who operates this Vez. Each change is recorded, and the team is told.",
  },
  email: { "pt-BR": "E-mail", en: "E-mail address" },
  factor: { "pt-BR": "segunda etapa", en: "second step" },
  seen: { "pt-BR": "acesso em", en: "last seen" },
  change: { "pt-BR": "Mudar", en: "Change" },
  yes: { "pt-BR": "ligada", en: "connected" },
  no: { "pt-BR": "sem", en: "none" },
  you: { "pt-BR": "você", en: "you" },
  own: { "pt-BR": "Sua segunda etapa", en: "Your second step" },
  invite: { "pt-BR": "Convidar", en: "Invite" },
  inviteLead: {
    "pt-BR": "Enviamos um endereço que vale uma vez, por 72 horas.",
    en: "We send an address that works once, for 72 hours.",
  },
  open: { "pt-BR": "Convites abertos", en: "Open invitations" },
  noneOpen: { "pt-BR": "Nenhum convite espera resposta.", en: "No invitation waits for an answer." },
  until: { "pt-BR": "Vale até", en: "Good until" },
  by: { "pt-BR": "convite de", en: "invited by" },
  revoke: { "pt-BR": "Cancelar convite", en: "Take back" },
  remove: { "pt-BR": "Tirar da equipe", en: "Remove from the team" },
  reset: { "pt-BR": "Desligar o aplicativo desta pessoa", en: "Disconnect this person's app" },
  reason: { "pt-BR": "Motivo", en: "Reason" },
  choose: { "pt-BR": "escolha", en: "choose" },
  badEmail: {
    "pt-BR": "Confira o endereço: falta algo como nome@exemplo.com.",
    en: "Check the address: it should look like name@example.com.",
  },
} satisfies Record<string, Text>;

/** What was refused on the team's page, by code. */
export const TEAM_REFUSED: Readonly<Record<string, Text>> = {
  last_operator: {
    "pt-BR": "Alguém precisa operar a Vez. Convide outra pessoa antes.",
    en: "Somebody has to operate Vez. Invite another person first.",
  },
  already_operator: {
    "pt-BR": "Este endereço já é de alguém da equipe.",
    en: "This address belongs to somebody of the team already.",
  },
  address_in_use: {
    "pt-BR": "Este endereço já tem casos ou um perfil aqui. Convide outro endereço da pessoa.",
    en: "This address has cases or a profile here. Invite another address of theirs.",
  },
  invite_accepted: {
    "pt-BR": "Este convite já foi aceito.",
    en: "This invitation was accepted already.",
  },
  own_second_factor: {
    "pt-BR": "O seu aplicativo você desliga na sua página.",
    en: "Your own app is disconnected on your own page.",
  },
  no_second_factor: {
    "pt-BR": "Esta pessoa não tem aplicativo ligado.",
    en: "This person has no app connected.",
  },
  too_many_invites: {
    "pt-BR": "Você já enviou muitos convites hoje.",
    en: "You have sent many invitations today.",
  },
};
