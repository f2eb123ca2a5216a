// What people say about scams, accounts, data and exposure on the internet.
import { cues } from "./cue.ts";

export const DIGITAL = cues("digital", [
  [
    null,
    2.5,
    "internet | whatsapp | instagram | facebook | tiktok | rede social | redes sociais | perfil | site | online | aplicativo | marco civil | lgpd | link | youtube | twitter | telegram | e-mail hackeado | grupo* do whatsapp | postou | postaram | print",
  ],
  [
    "golpe_online",
    5,
    "golpe do pix | golpe no pix | cai num golpe | cai em um golpe | cai no golpe | golpe do whatsapp | golpe _ whatsapp | golpe da internet | golpe na internet | fiz um pix | fiz pix | pix errado | fez pix | pix _ golp* | se passaram por | se passou por | falso funcionario | falsa central | central do banco | clonaram meu whatsapp | whatsapp clonado | link falso | boleto falso | site falso | investimento falso | piramide | criptomoeda* | bitcoin | golpe _ olx | falso emprego | tarefa _ pix | golpe do emprestimo",
  ],
  [
    "conta_invadida",
    5,
    "hackear* | hackead* | invadiram minha conta | conta invadida | perdi o acesso | perdi acesso | conta banida | conta bloqueada | instagram _ bloque* | whatsapp _ banido | desativ* minha conta | conta desativada | roubaram meu instagram | roubaram minha conta | banido | suspenderam minha conta | hacker",
  ],
  [
    "vazamento_dados",
    5,
    "vazamento de dados | vazaram meus dados | dados vazados | dados pessoais | meus dados | meu cpf _ us* | usaram meu cpf | usando meu cpf | lgpd | anpd | spam | ligacoes de telemarketing | telemarketing | venderam meus dados | abriram conta no meu nome | abriram conta _ nome | conta aberta no meu nome | biometria",
  ],
  [
    "exposicao_intima",
    5,
    "foto intima | fotos intimas | video intimo | videos intimos | nudes | nude | foto* _ nua | foto* _ pelad* | foto* _ sem roupa | pornografia de vinganca | vazou foto* | vazou video | vazaram foto* | deepfake | divulg* _ video | divulg* _ foto* | ameaca* divulgar | ameac* _ foto* | ameac* _ nudes | sextors* | postar _ foto*",
  ],
  [
    "ofensa_online",
    5,
    "perfil falso | perfil fake | conta fake | fake _ instagram | cyberbullying | ofendendo na internet | xingando _ instagram | xingando _ facebook | comentarios ofensivos | postou mentira* | postaram mentira* | me difamando _ facebook | difam* _ facebook | difam* _ instagram | exposed | exposed no | tirar da internet | tirar do ar | tirar do google | remover do google | direito ao esquecimento | resultado do google | avaliacao falsa",
  ],
  [
    "direito_autoral_online",
    5,
    "direitos autorais | direito autoral | copiaram meu curso | copiou meu curso | pirate* | plagio | copiaram meu site | usaram minha musica | usaram meu video | usaram minha foto _ site | repost*",
  ],
  [
    null,
    2.5,
    "online | instagram | facebook | tiktok | whatsapp | social media | website | app | email account | youtube | google account",
  ],
  [
    "golpe_online",
    5,
    "scam* | scammed | pix | phishing | fake link | fake website | fake site | online fraud | crypto* | bitcoin | ponzi | romance scam | wire transfer _ scam | pretended to be | pretending to be | impersonat* _ money",
  ],
  [
    "conta_invadida",
    5,
    "hacked | hack* | locked out of my account | account _ banned | account _ suspended | banned my account | lost access | my account was | account _ blocked | account _ disabled",
  ],
  [
    "vazamento_dados",
    5,
    "data breach | personal data | leaked my data | my data | privacy | identity theft | opened an account in my name | used my cpf | account in my name | spam calls | telemarket*",
  ],
  [
    "exposicao_intima",
    5,
    "intimate photo* | intimate video* | intimate picture* | revenge porn | nude* | naked photo* | naked picture* | leaked _ video | leaked _ photo* | sextortion | threat* _ photo* | threat* _ pictures | threat* _ video | deepfake*",
  ],
  [
    "ofensa_online",
    5,
    "fake profile | fake account | cyberbull* | online harassment | trolling | posted lies | fake review* | remove from google | take it down | taken down | posts about me | posting about me | insulting me online",
  ],
  [
    "direito_autoral_online",
    5,
    "copyright | copied my website | copied my content | stole my content | stole my video* | stole my photo* | pirated | plagiari*",
  ],
  [
    "golpe_online",
    4.5,
    "limparam minha conta | falando que era do banco | era golpe | namoro _ golpe | aplicativo de namoro | transferi _ golp* | vaga falsa | anuncio falso | dating app | fake bank | emptied my account",
  ],
  [
    "conta_invadida",
    4.5,
    "baniu meu numero | baniu minha conta | whatsapp baniu | bloqueou minha conta | account hacked | got hacked",
  ],
  [
    "vazamento_dados",
    4.5,
    "conta num banco digital com meu cpf | com meu cpf | conta _ com meu cpf | banco digital _ cpf | ligacoes _ dia _ telemarketing",
  ],
  [
    "exposicao_intima",
    5,
    "postar nossos videos | nossos videos | nossas fotos intimas | ameaca postar | ameaca publicar | my private photos | our video",
  ],
  ["ofensa_online", 4, "cancelad* na internet"],
  ["conta_invadida", 2.5, "app _ bloque* | aplicativo _ bloque* | me bloquearam sem"],
  [
    "exposicao_intima",
    4,
    "espalh* foto* | espalh* _ sem roupa | espalh* video* | foto* _ grupo do colegio | foto* _ grupo da escola | spread* _ photo* | sharing _ photo* _ me",
  ],
  [
    "conta_invadida",
    5,
    "invad* meu instagram | invad* meu whatsapp | invad* meu facebook | invad* minha conta | invad* _ e-mail | roub* meu instagram | instagram _ pedem dinheiro",
  ],
]);
