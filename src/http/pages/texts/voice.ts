// The words around speaking instead of writing: buttons, what happens, and what to do when it does not work.
import type { Text } from "../../../domain/locale.ts";

export const VOICE = {
  start: { "pt-BR": "Usar a voz", en: "Use my voice" },
  begin: { "pt-BR": "Começar a falar", en: "Start speaking" },
  stop: { "pt-BR": "Parar", en: "Stop" },
  again: { "pt-BR": "Tentar de novo", en: "Try again" },
  discard: { "pt-BR": "Descartar", en: "Discard" },
  toldBrowser: {
    "pt-BR": "Quem transforma a voz em texto é o seu navegador; alguns enviam o som ao fabricante deles para isso.",
    en: "It is your browser that turns your voice into text; some send the sound to their maker for that.",
  },
  toldVez: {
    "pt-BR": "A Vez envia o som a um serviço que o transforma em texto, e não guarda o som.",
    en: "Vez sends the sound to a service that turns it into text, and does not keep the sound.",
  },
  asking: {
    "pt-BR": "O navegador pergunta se pode usar o microfone. Escolha permitir.",
    en: "Your browser asks whether it may use the microphone. Choose to allow it.",
  },
  listening: {
    "pt-BR": "Ouvindo. Fale no seu ritmo; nada é enviado sozinho.",
    en: "Listening. Take your time; nothing is sent by itself.",
  },
  recording: {
    "pt-BR": "Gravando, até 2 minutos. Nada é enviado como mensagem sozinho.",
    en: "Recording, up to 2 minutes. Nothing is sent as a message by itself.",
  },
  turning: { "pt-BR": "Passando para texto…", en: "Turning it into text…" },
  read: { "pt-BR": "Leia, corrija se precisar e envie.", en: "Read it, correct it if you need to, then send." },
  notAllowed: {
    "pt-BR":
      "O navegador não deixou usar o microfone. Permita o microfone para este site no cadeado ao lado do endereço, ou escreva.",
    en: "The browser did not allow the microphone. Allow it for this site at the lock beside the address, or write.",
  },
  noMicrophone: {
    "pt-BR": "Não encontrei um microfone livre. Ligue um ou feche outro programa que o use, ou escreva.",
    en: "No free microphone was found. Connect one, or close another program that uses it, or write.",
  },
  noSpeech: {
    "pt-BR": "Não ouvi palavras. Fale mais perto do microfone e tente de novo, ou escreva.",
    en: "No words could be heard. Speak closer to the microphone and try again, or write.",
  },
  network: {
    "pt-BR": "A rede falhou enquanto eu ouvia. Tente de novo quando ela voltar, ou escreva.",
    en: "The network failed while listening. Try again when it is back, or write.",
  },
  otherLanguage: {
    "pt-BR": "Este navegador não entende esta língua por voz. Escreva, por favor.",
    en: "This browser does not understand this language by voice. Please write.",
  },
  record: {
    "pt-BR": "Seu navegador não conseguiu. Use a voz de novo: agora a gravação vai pela Vez.",
    en: "Your browser could not do it. Use your voice again: now the recording goes through Vez.",
  },
  failed: {
    "pt-BR": "Não deu para passar a voz para texto. Tente de novo ou escreva.",
    en: "Your voice could not be turned into text. Try again, or write.",
  },
  kept: {
    "pt-BR": "Ainda não virou texto. A gravação está aqui: tente de novo ou descarte.",
    en: "It is not text yet. The recording is still here: try again, or discard it.",
  },
  time: { "pt-BR": "Tempo de gravação", en: "Time recorded" },
} satisfies Record<string, Text>;
