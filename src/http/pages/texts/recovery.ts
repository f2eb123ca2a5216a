// The words around coming back without an address: the phrase, the link, and the page that takes them.
import type { Text } from "../../../domain/locale.ts";

export const RECOVERY = {
  link: {
    "pt-BR": "Abrir este caso em outro aparelho, sem e-mail",
    en: "Open this case on another device, without e-mail",
  },
  menu: { "pt-BR": "Voltar sem e-mail", en: "Come back without e-mail" },
  title: { "pt-BR": "Voltar ao seu caso sem e-mail", en: "Coming back to your case without e-mail" },
  lead: {
    "pt-BR":
      "A Vez faz seis palavras e um link só seus. Com as palavras, ou com o link, você abre os seus casos em qualquer aparelho.",
    en: "Vez makes six words and a link of your own. With the words, or with the link, you open your cases on any device.",
  },
  warn: {
    "pt-BR":
      "Quem tiver as palavras ou o link vê tudo o que você contou. Não guarde onde outra pessoa mexe, como um celular dividido. No papel, escreva só as palavras, sem dizer para que são.",
    en: "Whoever has the words or the link sees all you told. Do not keep them where somebody else looks, such as a shared phone. On paper, write the words alone, without what they are for.",
  },
  make: { "pt-BR": "Fazer as palavras", en: "Make the words" },
  again: { "pt-BR": "Fazer palavras novas", en: "Make new words" },
  has: {
    "pt-BR":
      "Você já tem palavras, feitas em {day}. A Vez não pode mostrá-las de novo. Se fizer novas, as antigas deixam de valer.",
    en: "You have words already, made on {day}. Vez cannot show them again. If you make new ones, the old ones stop working.",
  },
  forget: { "pt-BR": "Apagar as palavras", en: "Delete the words" },
  forgotten: { "pt-BR": "As palavras e o link não valem mais.", en: "The words and the link work no longer." },
  madeTitle: { "pt-BR": "Suas seis palavras", en: "Your six words" },
  once: {
    "pt-BR": "Aparecem só agora. Anote antes de sair desta página.",
    en: "They are shown only now. Write them down before you leave this page.",
  },
  linkTitle: { "pt-BR": "Seu link", en: "Your link" },
  copy: { "pt-BR": "Copiar", en: "Copy" },
  copied: { "pt-BR": "Copiado.", en: "Copied." },
  print: { "pt-BR": "Imprimir", en: "Print" },
  how: {
    "pt-BR": "No outro aparelho, abra {address} e escreva as palavras.",
    en: "On the other device, open {address} and write the words.",
  },
  done: { "pt-BR": "Anotei, voltar", en: "I have them, go back" },
  // The page that takes them.
  enterTitle: { "pt-BR": "Abrir meu caso aqui", en: "Open my case here" },
  enterLead: {
    "pt-BR": "Escreva as suas seis palavras, ou cole o seu link.",
    en: "Write your six words, or paste your link.",
  },
  words: { "pt-BR": "Seis palavras, ou o link", en: "Six words, or the link" },
  wordsHint: { "pt-BR": "Acentos e maiúsculas não importam.", en: "Capitals and commas do not matter." },
  fromLink: {
    "pt-BR": "O seu link está pronto. Abrir o seu caso neste aparelho?",
    en: "Your link is ready. Open your case on this device?",
  },
  shared: {
    "pt-BR": "Depois, neste aparelho, quem o usar vê o seu caso até você sair.",
    en: "Afterwards whoever uses this device sees your case until you leave it.",
  },
  alone: { "pt-BR": "Sair dos outros aparelhos", en: "Leave the other devices" },
  bring: {
    "pt-BR": "Trazer também a conversa aberta neste aparelho",
    en: "Bring along the conversation open on this device",
  },
  open: { "pt-BR": "Abrir meu caso aqui", en: "Open my case here" },
  wrong: {
    "pt-BR": "Não encontramos estas palavras ou este link. Confira cada palavra e a ordem.",
    en: "We found no such words or link. Check each word and the order.",
  },
  tooMany: {
    "pt-BR": "Foram muitas tentativas. Espere alguns minutos e tente de novo.",
    en: "There were many tries. Wait some minutes, then try again.",
  },
  offer: { "pt-BR": "Tem palavras ou link de recuperação?", en: "Have recovery words or a link?" },
} satisfies Record<string, Text>;
