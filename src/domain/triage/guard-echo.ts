// Whether a sentence repeats the machinery instead of speaking: fences, tags, prompts, instructions.
import { plainLine } from "./plain-line.ts";

/** True for marks of a prompt, talk about one's own instructions, and eight words in a row out of `instructions`. */
export function isEcho(sentence: string, line: string, instructions: string): boolean {
  return MARKS.test(sentence) || TALK.test(line) || (instructions !== "" && repeats(line, instructions));
}

const MARKS =
  /<\/?[a-z][\w-]{1,30}[^>]{0,80}>|<<|>>|\[\/?(?:inst|system|sys|user|assistant|data|client|person)\b|\{\s*"|"\s*:\s*["{[]|\}\s*$|~~~|={3,}|^\s*(?:system|assistant|user|human|developer|sistema|usuário)\s*:/i;

const TALK =
  / (system prompt|prompt (?:do |de )?sistema|(?:my|the|these|those|previous|above|prior) (?:\w+ )?(?:instructions|prompt|guidelines|system message)|(?:minhas|as|essas|estas|suas) instruc\w+|instruc\w+ (?:acima|anteriores|do sistema|recebidas|que recebi)|ignor\w+ (?:all |todas |the |as )*(?:previous|prior|above|anteriores|instructions|instrucoes)|as an? (?:ai|large|ai language) (?:language )?model|(?:como|enquanto) (?:um |uma )?(?:modelo de linguagem|ia treinada)|language model|modelo de linguagem|(?:i was|fui) (?:instructed|told to|programmed to|trained (?:to|by)|instruid[oa]|programad[oa] para|treinad[oa] (?:para|pel[oa]))|openai|anthropic|chatgpt|claude|gpt \d|untrusted|json|jailbreak|developer mode|modo desenvolvedor|(?:the )?(?:fenced|delimited) (?:text|data)|(?:texto|dados) entre (?:as )?(?:marcas|cercas|tags|delimitadores)) /;

const RUN = 8;

function repeats(line: string, instructions: string): boolean {
  const tokens = line.trim().split(" ");
  const whole = plainLine(instructions);
  for (let at = 0; at + RUN <= tokens.length; at++) {
    if (whole.includes(` ${tokens.slice(at, at + RUN).join(" ")} `)) return true;
  }
  return false;
}
