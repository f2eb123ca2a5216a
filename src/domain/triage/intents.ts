// What a message does besides telling a story: asks for a person, asks who answers, stops, skips, says yes or no.
import { asksWhoAnswers } from "./robot-question.ts";
import { words } from "./text.ts";

export type Intent = "person" | "robot" | "stop" | "bye" | "back" | "skip" | "yes" | "no" | "greeting" | "empty";

/** The intents that a message carries; a story may carry one on the side ("are you a robot? my boss ..."). */
export function intentsOf(text: string): Set<Intent> {
  const tokens = words(text);
  const line = ` ${tokens.join(" ")} `;
  const found = new Set<Intent>();
  const short = tokens.length <= 12;
  if (tokens.length === 0 || isGibberish(tokens)) found.add("empty");
  if (asksWhoAnswers(text)) found.add("robot");
  if (PERSON.test(line) || (tokens.length <= 7 && PERSON_SHORT.test(line))) found.add("person");
  if (tokens.length <= 7 && STOP.test(line)) found.add("stop");
  if (found.has("stop") && BYE.test(line)) found.add("bye");
  if (tokens.length <= 4 && BACK.test(line)) found.add("back");
  if (short && SKIP.test(line)) found.add("skip");
  if (tokens.length <= 8 && YES.test(line)) found.add("yes");
  if (tokens.length <= 8 && NO.test(line)) found.add("no");
  if (tokens.length <= 6 && GREETING.test(line)) found.add("greeting");
  return found;
}

// "Tentei falar com uma pessoa da loja" is part of a story: in a longer message the wish has to be said.
const PERSON =
  / ((quero|queria|gostaria de|preciso|prefiro|posso|poderia|pode|podia|deixa eu|da para|tem como|melhor|so) (\w+ )?(falar|conversar|ser atendid[oa]|atendimento) (com |por )?(um |uma |algum |alguma )?(pessoa|humano|humana|atendente|gente|ser humano|alguem de verdade|alguem)( de verdade| real| da equipe| ai)?|quero (uma |um )(pessoa|humano|atendente)|me pass[ae] para (um |uma )?(pessoa|humano|atendente|alguem)|nao quero (falar com )?(um |uma )?(robo|maquina|bot)|(want|need|like|prefer|can i|could i|let me|may i|rather) (\w+ )?(talk|speak|chat) (estou|with) (a |an |some )?(real |actual |live )?(person|human being|human|someone real|somebody|someone|agent|people)|(want|need|give me|get me|prefer) (a |an )?(real |actual |live )?(person|human|human being|agent)|transfer me estou) /;

const PERSON_SHORT =
  /^ (por favor |please |a |um |uma |eu |quero |com )?(falar com |talk estou |speak estou |talk with |chama |chame )?(um |uma |a |an )?(pessoa|humano|humana|atendente|alguem|gente de verdade|ser humano|real person|person|human|human being|agent|operator|someone)( por favor| please| agora| now| real| de verdade)? $/;

const STOP =
  /^ (por favor |please )?(para|pare|parar|sair|saia|chega|cancelar|encerrar|encerra|tchau|desisto|stop|quit|exit|end|cancel|bye|goodbye|unsubscribe|descadastrar|quero parar|quero sair|i want estou stop|stop it|pare agora|para de me (?:mandar|enviar)(?: (?:isso|mensagem|mensagens|msg))?|para de (?:me )?(?:escrever|chamar|perguntar)|(?:para|pare|parar) com isso|nao quero mais(?: (?:falar|conversar|responder|continuar|nada|isso))?|nao quero continuar|(?:quero |pode |vamos )?(?:encerrar|acabar|terminar|parar)(?: com)? (?:a|essa|esta) conversa|nao me mand[ae] mais (?:nada|mensagem|mensagens)|stop please|me deixa em paz|leave me alone|stop (?:texting|messaging|writing|contacting|asking|this|now)(?: me)?|end (?:this|it|the conversation|this conversation|the chat|this chat)|(?:i )?(?:dont|do not) want estou (?:continue|go on|talk anymore|chat anymore)(?: anymore)?|no more (?:messages|texts|questions)|opt out|i want (?:estou )?out|im done)( por favor| please| agora| now)? $/;

// A way to stop in the middle of the questions; after them only a good-bye.
const BYE = / (tchau|bye|goodbye) /;

const BACK =
  /^ (quero )?(voltar|volta|continuar|continua|retomar|recomecar|back|continue|resume|restart|start|go back|come back) $/;

const SKIP =
  /^ (eu )?(nao sei( ainda| dizer| responder| te dizer)?|sei la|nao faco ideia|nao lembro|nao me lembro|prefiro nao (dizer|falar|responder)|pular|pula|proxima|passo|passar|nao quero (dizer|falar|responder)|nao tenho certeza|skip|next|pass|(i )?dont know|(i )?do not know|dunno|no idea|not sure|(i )?cant remember|(i )?dont remember|(i )?dont want estou (say|tell|answer)|id rather not( say)?|i rather not( say)?|rather not( say)?|prefer not( estou say)?|idk|unknown|none|nenhum|nenhuma|nao se aplica)\b/;

const YES =
  /^ (sim|s|ss|isso|isso mesmo|claro|com certeza|tenho|tem|ja|ja tem|ja tenho|existe|exato|correto|verdade|uhum|aham|e|esta|estou|estao|sou|foi|era|yes|y|yeah|yep|yup|sure|of course|correct|right|i do|i am|there is|there are|it is|it was|ok|okay|pode ser|pode|quero)\b/;

const NO =
  /^ (nao|nunca|negativo|nope|no|not|never|nao tem|nao tenho|ainda nao|nenhum|nenhuma|none|i dont|there is not|there isnt|not yet|nem|sem|n)\b/;

const GREETING =
  /^ (oi+|ola|alo|bom dia|boa tarde|boa noite|opa|eai|e ai|ei|hello|hi|hey|good morning|good afternoon|good evening|tudo bem|socorro|help|ajuda|preciso de ajuda|me ajuda|i need help|oi tudo bem|ola tudo bem|oi bom dia|oi boa tarde|oi boa noite|preciso de um advogado|preciso de advogado|i need a lawyer|hello there|hi there) ( |$)?|^ (oi|ola|hello|hi|hey|bom dia|boa tarde|boa noite) $/;

// Words without vowels, keyboard runs and one letter over and over say nothing that could be understood.
function isGibberish(tokens: readonly string[]): boolean {
  const telling = tokens.filter((token) => !/^\d+$/.test(token));
  if (telling.length === 0) return false;
  if (telling.length === 1 && /^(k|kk|kkk|rs|rsrs|haha|hahaha|lol|s|n|y|ss)$/.test(telling[0] ?? "")) {
    return !/^(s|n|y|ss)$/.test(telling[0] ?? "");
  }
  return telling.every((token) => looksRandom(token));
}

function looksRandom(token: string): boolean {
  if (token.length <= 2) return false;
  if (!/[aeiouy]/.test(token)) return !KNOWN_VOWELLESS.has(token);
  if (/^(.)\1+$/.test(token)) return true;
  if (/(asdf|qwer|zxcv|hjkl|sdfg|dfgh|uiop|fdsa|poiu)/.test(token)) return true;
  return /[bcdfghjklmnpqrstvwxz]{5,}/.test(token);
}

const KNOWN_VOWELLESS = new Set(
  "inss fgts cpf rg cnpj cnh sp rj mg rs sc pr df pj pm bpc cdc clt dpvat stf stj tst trt spc sms tv hr nyc pdf rnm crnm rmc ctps lgbt lgpd vlr sr sra dr dra mp bb sms gps".split(
    " ",
  ),
);
