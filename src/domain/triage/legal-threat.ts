// Hears a threat of the law against Vez itself; threats between the people of a story are not meant.
import { plainLine } from "./plain-line.ts";

/** True for "vou processar vocês", "I'll report this site to Procon" and the like. */
export function threatensVez(text: string): boolean {
  return text
    .split(/[.!?…;\n]+/)
    .slice(0, 300)
    .some((clause) => {
      const line = plainLine(clause).replaceAll(" vcs ", " voces ").replaceAll(" vc ", " voce ");
      const hit = THREAT.exec(line);
      return hit !== null && !TOLD.test(line.slice(0, hit.index + 1));
    });
}

const US_PT =
  "(?:voces?|a vez(?= $| na | no | por )|(?:ess[ea]|est[ea]|deste|desse|dess[ea]|dest[ea]|nesse|nessa) (?:\\w+ )?(?:site|app|aplicativo|plataforma|servico|empresa de voces|robo|bot|atendimento|porcaria|merda|assistente|chat))";
const US_EN =
  "(?:you(?: guys| people| all)?|vez|this (?:\\w+ )?(?:app|site|website|platform|service|bot|chatbot|robot|chat|assistant|piece of \\w+))";

const THREAT = new RegExp(
  [
    ` (?:vou|vamos|irei|iremos|quero|posso) (?:\\w+ ){0,2}(?:processar|acionar|denunciar|botar na justica|colocar na justica|levar na justica|levar a justica|meter um processo em|entrar com (?:um )?(?:processo|acao) contra|abrir (?:um )?(?:processo|reclamacao|queixa|chamado) contra|reclamar de|reclamar contra|expor) ${US_PT} `,
    ` (?:vou|vamos|irei) (?:\\w+ ){0,5}(?:procon|reclame aqui|justica|tribunal|oab|anpd|ministerio publico|delegacia|policia|processo|boletim) (?:\\w+ ){0,3}(?:contra|sobre|de|denunciar|reclamar de) (?:\\w+ )?${US_PT} `,
    ` (?:processo|procon|denuncia|queixa|reclamacao|advogad[oa]) (?:\\w+ ){0,2}(?:contra|em cima de) ${US_PT} `,
    " (?:processo em voces?|voces? (?:vao|vai) (?:\\w+ )?(?:ser processad[oa]s?|responder (?:na|em) (?:justica|juizo|processo)|ouvir do meu advogado|se ver (?:na justica|comigo na justica)|pagar por isso na justica|levar um processo|tomar um processo)) ",
    ` (?:meu|minha) advogad[oa] (?:vai|ira) (?:\\w+ ){0,2}(?:processar|procurar|notificar|acionar|falar com|entrar em contato com) ${US_PT} `,
    ` (?:te|lhes) (?:processo|denuncio|vejo na justica) `,
    ` (?:ill|i will|im going to|i am going to|im gonna|gonna|i want to|i can|i could|we will|well|were going to|let me) (?:\\w+ ){0,2}?(?:sue|report|take legal action against|press charges against|file (?:a )?(?:\\w+ )?(?:complaint|lawsuit|suit|claim) against|complain about|expose) ${US_EN} `,
    ` (?:ill|i will|im going to|i am going to|gonna|we will) (?:\\w+ )?take ${US_EN} to (?:court|procon|small claims) `,
    ` (?:see you in court|you(?:ll| will| are going to| re going to)? (?:\\w+ )?(?:hear|be hearing) from my (?:lawyer|attorney)|my (?:lawyer|attorney) (?:will|is going to) (?:\\w+ ){0,2}(?:sue|contact|call|be in touch with|come after) ${US_EN}|suing ${US_EN}|(?:lawsuit|legal action|complaint|procon) against ${US_EN}) `,
  ].join("|"),
);

// "Meu vizinho disse: vou processar vocês."
const TOLD =
  / (?:disse|disseram|falou|falaram|diz|dizendo|escreveu|mandou|gritou|avisou|ameac\w+|respondeu|mensagem|said|says|saying|told|texted|wrote|yelled|threat\w+|messaged|emailed|replied|ele|ela|eles|chefe|patrao|vizinh[oa]|he|she|they|boss|landlord|neighbo\w+)(?: \w+){0,6} $/;
