// The words around notices on this device.
export const PUSH = {
  title: { "pt-BR": "Avisos neste aparelho", en: "Notices on this device" },
  offer: {
    "pt-BR": "Este aparelho pode mostrar um aviso curto quando houver novidade, mesmo com a Vez fechada.",
    en: "This device can show a short notice when there is news, even while Vez is closed.",
  },
  on: { "pt-BR": "Este aparelho recebe avisos.", en: "This device receives notices." },
  begin: { "pt-BR": "Receber avisos neste aparelho", en: "Receive notices on this device" },
  change: { "pt-BR": "Mudar", en: "Change" },
  lead: {
    "pt-BR": "Quando houver novidade, este aparelho mostra um aviso curto, mesmo com a Vez fechada.",
    en: "When there is news, this device shows a short notice, even while Vez is closed.",
  },
  says: {
    "pt-BR": "O aviso diz só que há algo para ler. O assunto do seu caso não aparece na tela.",
    en: "A notice only says that there is something to read. What your case is about is not on the screen.",
  },
  shared: {
    "pt-BR": "Se outra pessoa usa este aparelho ou vê a tela dele, talvez seja melhor não ligar.",
    en: "If somebody else uses this device or sees its screen, it may be better to leave this off.",
  },
  vendor: {
    "pt-BR":
      "Quem leva os avisos até o aparelho é a OneSignal. Ela recebe um código no lugar do seu nome e as palavras do aviso, nada do que você escreve.",
    en: "OneSignal carries the notices to the device. It gets a code instead of your name and the words of the notice, nothing that you write.",
  },
  turnOn: { "pt-BR": "Ligar os avisos", en: "Turn notices on" },
  asks: {
    "pt-BR": "O navegador pergunta em seguida se a Vez pode mostrar avisos.",
    en: "Your browser then asks whether Vez may show notices.",
  },
  turnOff: { "pt-BR": "Desligar neste aparelho", en: "Turn off on this device" },
  signOut: {
    "pt-BR": "Sair da sua conta neste aparelho também desliga os avisos.",
    en: "Signing out on this device turns notices off as well.",
  },
  back: { "pt-BR": "Voltar aos avisos", en: "Back to notices" },
  noScript: {
    "pt-BR":
      "Este navegador não consegue ligar avisos aqui. Nada se perde: tudo fica na Vez e chega pelos outros caminhos que você escolheu.",
    en: "This browser cannot turn notices on here. Nothing is lost: everything stays in Vez and comes by the other ways that you chose.",
  },
  waits: { "pt-BR": "Um momento.", en: "One moment." },
  denied: {
    "pt-BR":
      "O navegador não deixa a Vez mostrar avisos. Você pode mudar isso nas configurações do site, no cadeado ao lado do endereço, e tentar de novo.",
    en: "Your browser does not let Vez show notices. You can change that in the site's settings, at the lock beside the address, and try again.",
  },
  blocked: {
    "pt-BR":
      "Não foi possível falar com o serviço de avisos. Um bloqueador pode ser a causa. Nada se perde: tudo continua chegando pelos outros caminhos.",
    en: "The notice service could not be reached. A blocker may be the cause. Nothing is lost: everything still comes by the other ways.",
  },
} as const;
