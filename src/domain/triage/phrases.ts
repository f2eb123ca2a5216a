// What the interviewer says between its questions, in both languages: warm, plain, short.
import type { Text } from "../locale.ts";

export const PHRASES = {
  greeting: {
    "pt-BR":
      "Oi, eu sou o assistente da Vez. Sou um programa automático, não sou advogado. Faço poucas perguntas para você chegar a um profissional. Para falar com uma pessoa, escreva “pessoa” a qualquer momento.",
    en: "Hello, I am Vez's assistant. I am an automated program, not a lawyer. I ask a few questions so that you reach a professional. To reach a person, type “person” at any time.",
  },
  honest: {
    "pt-BR":
      "Sou um assistente automático, não uma pessoa e não um advogado. Se preferir falar com alguém, escreva “pessoa”.",
    en: "I am an automated assistant, not a person and not a lawyer. If you would rather talk to someone, type “person”.",
  },
  stopped: {
    "pt-BR": "Tudo bem, paro por aqui. Se quiser continuar depois, escreva “voltar” e seguimos de onde estávamos.",
    en: "All right, I stop here. If you want to go on later, type “back” and we continue where we were.",
  },
  stillStopped: {
    "pt-BR": "Esta conversa está parada, como você pediu. Para continuar, escreva “voltar”.",
    en: "This conversation is stopped, as you asked. To go on, type “back”.",
  },
  back: { "pt-BR": "Que bom que voltou.", en: "Good to have you back." },
  empty: {
    "pt-BR": "Não consegui entender. Pode escrever com outras palavras? Erros não têm importância.",
    en: "I could not understand that. Could you write it in other words? Mistakes do not matter.",
  },
  emptyAgain: {
    "pt-BR": "Ainda não consegui entender, desculpe. Uma pessoa pode ajudar melhor.",
    en: "I still could not understand, sorry. A person may help better.",
  },
  cry: {
    "pt-BR": "Estou aqui com você. Se há perigo agora, ligue primeiro para um destes números.",
    en: "I am here with you. If there is danger right now, call one of these numbers first.",
  },
  hello: { "pt-BR": "Oi, estou aqui para ajudar.", en: "Hello, I am here to help." },
  thanks: { "pt-BR": "Obrigado por contar.", en: "Thank you for telling me." },
  noted: { "pt-BR": "Anotado.", en: "Noted." },
  sorry: {
    "pt-BR": "Sinto muito que você esteja passando por isso.",
    en: "I am sorry that you are going through this.",
  },
  loss: { "pt-BR": "Sinto muito pela sua perda.", en: "I am sorry for your loss." },
  skipped: { "pt-BR": "Tudo bem, seguimos sem isso.", en: "That is fine, we go on without it." },
  corrected: { "pt-BR": "Obrigado, corrigi.", en: "Thank you, I have corrected it." },
  person: {
    "pt-BR": "Claro. Vou passar a conversa para uma pessoa da equipe. Ela responde aqui mesmo.",
    en: "Of course. I am passing the conversation to a person on the team. They will answer right here.",
  },
  detention: {
    "pt-BR": "Obrigado. Como alguém está preso, chamei uma pessoa da equipe, que responde aqui mesmo.",
    en: "Thank you. As someone is being held, I have called a person on the team, who will answer right here.",
  },
  selfHarm: {
    "pt-BR":
      "O que você sente importa. O CVV atende agora no 188. Chamei também uma pessoa da equipe, que responde aqui mesmo.",
    en: "What you feel matters. CVV answers now on 188. I have also called a person on the team, who will answer right here.",
  },
  inDanger: {
    "pt-BR":
      "Obrigado por contar. Se o perigo aumentar, ligue 190. Chamei uma pessoa da equipe, que responde aqui mesmo.",
    en: "Thank you for telling me. If the danger grows, call 190. I have called a person on the team, who will answer right here.",
  },
  angry: {
    "pt-BR": "Entendo que esteja difícil. Vou passar a conversa para uma pessoa da equipe, que responde aqui mesmo.",
    en: "I understand that this is hard. I am passing the conversation to a person on the team, who will answer right here.",
  },
  calm: {
    "pt-BR": "Entendo a irritação, e não quero piorar o seu dia. Para falar com alguém da equipe, escreva “pessoa”.",
    en: "I understand that you are upset, and I do not want to make it worse. To talk to someone on the team, type “person”.",
  },
  threat: {
    "pt-BR": "Você tem todo o direito de reclamar. Uma pessoa da equipe vai ler esta conversa e responder aqui mesmo.",
    en: "You are free to complain. A person on the team will read this conversation and answer right here.",
  },
  calledBeside: {
    "pt-BR": "Avisei também uma pessoa da equipe, que vai ler o que você contou. Enquanto isso, seguimos.",
    en: "I have also told a person on the team, who will read what you wrote. Meanwhile, we go on.",
  },
  readBeside: {
    "pt-BR": "Avisei também uma pessoa da equipe, que vai ler o que você contou.",
    en: "I have also told a person on the team, who will read what you wrote.",
  },
  awaited: {
    "pt-BR": "Já chamei uma pessoa da equipe, que responde aqui mesmo.",
    en: "I have called a person on the team, who will answer right here.",
  },
  agreed: { "pt-BR": "Com a equipe ficou combinado:", en: "This was agreed with the team:" },
  foreign: {
    "pt-BR":
      "Parece que isso depende da lei de outro país, e eu só conheço a do Brasil. Uma pessoa da equipe vai ver como ajudar.",
    en: "This seems to depend on the law of another country, and I only know Brazil's. A person on the team will see how to help.",
  },
  uncertain: {
    "pt-BR": "Não quero errar com o seu caso. Uma pessoa da equipe vai ler tudo e responder aqui mesmo.",
    en: "I do not want to get your case wrong. A person on the team will read everything and answer right here.",
  },
  completed: {
    "pt-BR": "Obrigado, já tenho o que preciso. Confira no resumo se entendi direito. O próximo passo aparece aqui.",
    en: "Thank you, I have what I need. Please check in the summary that I understood correctly. The next step appears here.",
  },
  completedNoCase: {
    "pt-BR":
      "Pelo que entendi, isso não parece ser um problema jurídico. Se for, corrija o assunto no resumo ou escreva “pessoa”.",
    en: "From what I understand, this does not seem to be a legal problem. If it is, correct the subject in the summary or type “person”.",
  },
  afterCompleted: {
    "pt-BR": "Anotei e junto ao seu caso. Para falar com uma pessoa, escreva “pessoa”.",
    en: "Noted, and added to your case. To reach a person, type “person”.",
  },
  afterHuman: {
    "pt-BR": "Sou eu de novo, o assistente automático. Continuamos de onde estávamos.",
    en: "It is me again, the automated assistant. We go on where we were.",
  },
} satisfies Record<string, Text>;

/** One thing said, in both languages. */
export type Phrase = Text;
