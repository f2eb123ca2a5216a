// The words of the client's case page.
import type { Text } from "../../../domain/locale.ts";

export const CASE = {
  title: { "pt-BR": "Seu caso", en: "Your case" },
  back: { "pt-BR": "Voltar à conversa", en: "Back to the conversation" },
  open: { "pt-BR": "Ver o caso: resumo, documentos e arquivos", en: "See the case: summary, documents and files" },
  next: { "pt-BR": "O que acontece agora", en: "What happens next" },
  after: { "pt-BR": "E depois", en: "And then" },
  why: { "pt-BR": "Por que estes profissionais", en: "Why these professionals" },
  summary: { "pt-BR": "Resumo", en: "Summary" },
  summaryHint: {
    "pt-BR":
      "Escreva com as suas palavras. Antes de alguém aceitar o caso, a Vez tira nomes, telefones, endereços e números de documentos que reconhece; mesmo assim, evite escrever o seu nome.",
    en: "Use your own words. Until somebody takes the case, Vez takes out names, phones, addresses and document numbers that it recognises; still, leave your own name out.",
  },
  summaryEdit: { "pt-BR": "Mudar o resumo", en: "Change the summary" },
  summarySave: { "pt-BR": "Salvar o resumo", en: "Save the summary" },
  summarySaved: { "pt-BR": "O resumo foi salvo.", en: "The summary was saved." },
  summaryFixed: {
    "pt-BR": "Alguém já trabalha com este resumo. Para acrescentar algo, escreva na conversa.",
    en: "Somebody works with this summary already. To add something, write in the conversation.",
  },
  summaryLeft: { "pt-BR": "{n} de {most} letras", en: "{n} of {most} characters" },
  summaryRests: {
    "pt-BR": "Agora o resumo não muda. Para acrescentar algo, escreva na conversa.",
    en: "The summary does not change now. To add something, write in the conversation.",
  },
  summaryUnsaved: {
    "pt-BR": "O que você escreveu, para copiar na conversa:",
    en: "What you wrote, to copy into the conversation:",
  },
  summaryChanged: {
    "pt-BR":
      "O resumo mudou em outra página. Abaixo está o que você escreveu; acima, o que está salvo. Ajuste e salve de novo.",
    en: "The summary was changed on another page. Below is what you wrote; above is what is saved. Adjust it and save again.",
  },
  summaryEmpty: {
    "pt-BR": "Escreva alguma coisa, ou deixe o resumo como está.",
    en: "Write something, or leave the summary as it is.",
  },
  summaryLong: {
    "pt-BR": "O resumo pode ter até 3.000 letras. Encurte um pouco.",
    en: "A summary can have up to 3,000 characters. Shorten it a little.",
  },
  facts: { "pt-BR": "Linha do tempo", en: "Timeline" },
  factsNone: { "pt-BR": "Nenhuma data foi contada ainda.", en: "No date has been told yet." },
  lastDay: { "pt-BR": "último dia", en: "last day" },
  passed: {
    "pt-BR": "já passou; pergunte ao profissional se ainda há o que fazer",
    en: "has passed; ask the professional what can still be done",
  },
  noDay: { "pt-BR": "Sem data certa", en: "No certain day" },
  today: { "pt-BR": "hoje", en: "today" },
  told: { "pt-BR": "Você contou", en: "You told" },
  documents: { "pt-BR": "O que juntar", en: "What to gather" },
  documentsHint: {
    "pt-BR": "Ajuda, mas não é preciso ter tudo para começar. Marque o que já tem.",
    en: "It helps, but you do not need all of it to begin. Tick what you already have.",
  },
  documentsSave: { "pt-BR": "Salvar o que já tenho", en: "Save what I have" },
  documentsSaved: { "pt-BR": "Anotado.", en: "Noted." },
  files: { "pt-BR": "Arquivos", en: "Files" },
  filesHint: {
    "pt-BR":
      "PDF ou fotos (JPEG, PNG, WebP, HEIC), até {mb} MB cada. Só você, a equipe da Vez e quem aceitar o caso veem. Das fotos JPEG a Vez tira o lugar onde foram feitas.",
    en: "PDF or photos (JPEG, PNG, WebP, HEIC), up to {mb} MB each. Only you, the Vez team and whoever takes the case see them. From JPEG photos Vez takes out where they were made.",
  },
  filesHintPro: {
    "pt-BR": "PDF ou fotos (JPEG, PNG, WebP, HEIC), até {mb} MB cada. Só o cliente, você e a equipe da Vez veem.",
    en: "PDF or photos (JPEG, PNG, WebP, HEIC), up to {mb} MB each. Only the client, you and the Vez team see them.",
  },
  byMe: { "pt-BR": "de você", en: "from you" },
  byClient: { "pt-BR": "do cliente", en: "from the client" },
  byProfessional: { "pt-BR": "do profissional", en: "from the professional" },
  filesNone: { "pt-BR": "Nenhum arquivo ainda.", en: "No files yet." },
  choose: { "pt-BR": "Escolher arquivos", en: "Choose files" },
  add: { "pt-BR": "Adicionar", en: "Add" },
  added: { "pt-BR": "O arquivo foi guardado.", en: "The file was kept." },
  chooseFirst: { "pt-BR": "Escolha um arquivo primeiro.", en: "Choose a file first." },
  change: { "pt-BR": "Mudar", en: "Change" },
  name: { "pt-BR": "Nome", en: "Name" },
  rename: { "pt-BR": "Salvar o nome", en: "Save the name" },
  remove: { "pt-BR": "Apagar", en: "Delete" },
  removeSure: {
    "pt-BR": "Apagar de vez? Quem aceitou o caso também deixa de ver.",
    en: "Delete for good? Whoever took the case no longer sees it either.",
  },
  removeYes: { "pt-BR": "Sim, apagar", en: "Yes, delete" },
  reachSaved: { "pt-BR": "Está salvo como falar com você.", en: "How to reach you is saved." },
  reachRemoved: {
    "pt-BR": "Apagado. Os avisos ficam só aqui, no seu caso.",
    en: "Deleted. News stays here, in your case.",
  },
  removed: { "pt-BR": "O arquivo foi apagado.", en: "The file was deleted." },
  renamed: { "pt-BR": "O nome foi salvo.", en: "The name was saved." },
  where: { "pt-BR": "Onde", en: "Where" },
  sending: { "pt-BR": "Enviando {name}: {n}%", en: "Sending {name}: {n}%" },
  waiting: {
    "pt-BR": "Sem conexão. O envio continua sozinho quando ela voltar; deixe esta página aberta.",
    en: "No connection. The upload goes on by itself when it is back; leave this page open.",
  },
  notYet: {
    "pt-BR": "Quando as perguntas terminarem, o resumo e os documentos aparecem aqui.",
    en: "Once the questions are answered, the summary and the documents appear here.",
  },
} as const satisfies Record<string, Text>;

/** What went wrong with a file, by its code. */
export const FILE_PROBLEMS: Record<string, Text> = {
  file_kind: {
    "pt-BR": "Só PDF e fotos podem ser guardados aqui. Uma foto do papel serve.",
    en: "Only PDF and photos can be kept here. A photo of the paper is fine.",
  },
  file_too_large: {
    "pt-BR": "Este arquivo é grande demais. Mande uma foto menor, ou o documento em partes.",
    en: "This file is too large. Send a smaller photo, or the document in parts.",
  },
  file_empty: { "pt-BR": "Este arquivo está vazio. Escolha outro.", en: "This file is empty. Choose another one." },
  file_deleted: {
    "pt-BR": "Este arquivo foi apagado em outra página enquanto subia. Adicione de novo se quiser.",
    en: "This file was deleted on another page while it was on its way. Add it again if you like.",
  },
  invalid_input: { "pt-BR": "Mande até 10 arquivos de cada vez.", en: "Send up to 10 files at a time." },
  too_many_requests: {
    "pt-BR": "Muitos arquivos de uma vez. Espere um minuto e continue; o que foi guardado fica.",
    en: "Too many files at once. Wait a minute and go on; what was kept stays.",
  },
  too_many_files: {
    "pt-BR": "O caso já tem muitos arquivos. Apague um de que não precisa.",
    en: "The case has many files already. Delete one you do not need.",
  },
  files_away: {
    "pt-BR": "Não foi possível guardar agora. Tente de novo em um minuto; o resto está salvo.",
    en: "It could not be kept just now. Try again in a minute; everything else is saved.",
  },
  case_closed: { "pt-BR": "Este caso está encerrado.", en: "This case is closed." },
};
