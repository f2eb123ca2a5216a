// The words of signing in by e-mail code.
import type { Text } from "../../../domain/locale.ts";

export const SIGN_IN = {
  title: { "pt-BR": "Entrar", en: "Sign in" },
  lead: {
    "pt-BR": "Escreva o seu e-mail. Enviamos um código de seis números; não há senha.",
    en: "Write your e-mail address. We send a code of six digits; there is no password.",
  },
  keepTitle: { "pt-BR": "Guardar com e-mail", en: "Keep with e-mail" },
  keepLead: {
    "pt-BR": "Com o seu e-mail, você volta a esta conversa de qualquer aparelho. Enviamos um código de seis números.",
    en: "With your e-mail address you can come back to this conversation from any device. We send a code of six digits.",
  },
  openTitle: { "pt-BR": "Há uma conversa aberta neste aparelho", en: "A conversation is open on this device" },
  openText: {
    "pt-BR":
      "Entrando como cliente, ela vai junto para a sua conta. Entrando como profissional ou equipe, este aparelho sai dela, e sem e-mail não há como voltar.",
    en: "If you sign in as a client, it comes along to your account. If you sign in as a professional or team member, this device leaves it, and without an e-mail address there is no way back.",
  },
  email: { "pt-BR": "E-mail", en: "E-mail address" },
  sendCode: { "pt-BR": "Enviar código", en: "Send the code" },
  badEmail: {
    "pt-BR": "Confira o endereço: falta algo como nome@exemplo.com.",
    en: "Check the address: it should look like name@example.com.",
  },
  codeTitle: { "pt-BR": "Confira o seu e-mail", en: "Check your e-mail" },
  codeLead: { "pt-BR": "Enviamos um código de seis números para", en: "We sent a code of six digits to" },
  code: { "pt-BR": "Código", en: "Code" },
  codeHint: {
    "pt-BR": "Vale por 10 minutos. Se não chegou, olhe também no lixo eletrônico.",
    en: "It is valid for 10 minutes. If it has not come, look in the junk folder as well.",
  },
  enter: { "pt-BR": "Entrar", en: "Sign in" },
  again: { "pt-BR": "Enviar outro código", en: "Send another code" },
  againIn: { "pt-BR": "Outro código em {n} s", en: "Another code in {n} s" },
  otherEmail: { "pt-BR": "Usar outro e-mail", en: "Use another address" },
  sentAgain: {
    "pt-BR": "Enviamos outro código. Vale o mais novo.",
    en: "We sent another code. The newest one counts.",
  },
  badCode: {
    "pt-BR": "Este código não confere. Veja se copiou os seis números do e-mail mais novo.",
    en: "This code does not match. Check that you copied all six digits of the newest e-mail.",
  },
  oldCode: { "pt-BR": "Este código venceu. Peça outro.", en: "This code has expired. Ask for another one." },
  tooMany: {
    "pt-BR": "Foram tentativas demais com este código. Peça outro.",
    en: "There were too many tries with this code. Ask for another one.",
  },
  tooManyGuesses: {
    "pt-BR": "Foram tentativas demais com este e-mail. Espere uma hora e peça outro código.",
    en: "There were too many tries with this address. Wait an hour, then ask for another code.",
  },
  tooManyCodes: {
    "pt-BR": "Já enviamos vários códigos para este e-mail; vale o mais novo. Para receber outro, espere uma hora.",
    en: "We have sent several codes to this address; the newest one counts. For another one, wait an hour.",
  },
  lostEmail: {
    "pt-BR": "Passou tempo demais. Escreva o seu e-mail de novo.",
    en: "Too much time has passed. Write your e-mail address again.",
  },
  notSent: {
    "pt-BR": "O código não pôde ser enviado agora. Tente de novo daqui a pouco.",
    en: "The code could not be sent now. Try again in a moment.",
  },
  already: { "pt-BR": "Você já entrou com", en: "You are signed in with" },
  goOn: { "pt-BR": "Continuar", en: "Continue" },
  forgetTitle: { "pt-BR": "Tirar a conversa deste aparelho?", en: "Remove the conversation from this device?" },
  forgetText: {
    "pt-BR":
      "Quem abrir a Vez neste aparelho não verá mais a conversa. O seu caso continua. Para voltar a ele depois, guarde-o antes com um e-mail.",
    en: "Whoever opens Vez on this device will no longer see the conversation. Your case goes on. To come back to it later, keep it with an e-mail address first.",
  },
  forget: { "pt-BR": "Tirar deste aparelho", en: "Remove from this device" },
  keepFirst: { "pt-BR": "Guardar com e-mail antes", en: "Keep it with e-mail first" },
  cancel: { "pt-BR": "Voltar à conversa", en: "Back to the conversation" },
} satisfies Record<string, Text>;
