// What people say about retirement, sickness benefits and the INSS.
import { cues } from "./cue.ts";

export const PREVIDENCIARIO = cues("previdenciario", [
  [
    null,
    4.5,
    "inss | previdencia | previdenciari* | segurado especial | segurada | qualidade de segurado | meu inss | cnis | beneficio do inss | perito do inss | contribuicao previdenciaria do segurado | carencia | caixa da previdencia | dataprev",
  ],
  [
    "aposentadoria",
    5,
    "me aposentar | aposentadoria | trabalhei na roca | trabalhador rural | rural _ aposent* | atividade especial | ppp | idade para aposentar | regra de transicao",
  ],
  [
    "incapacidade",
    5,
    "auxilio doenca | auxilio-doenca | auxilio por incapacidade | meu auxilio | invalidez | afastad* pelo inss | encostad* | incapaz para o trabalho | apto para _ trabalho | apta para _ trabalho | nao consigo trabalhar _ doenca | laudo medico _ inss | auxilio acidente | pericia negada | alta do inss",
  ],
  [
    "bpc_loas",
    5,
    "bpc | loas | beneficio de prestacao continuada | salario _ deficiente | beneficio _ deficiente | beneficio _ autis* | salario que o governo paga | idoso sem renda | cadunico | beneficio assistencial",
  ],
  [
    "pensao_morte",
    5,
    "pensao por morte | pensao do meu falecido marido | pensao do falecido | marido morreu _ pensao | marido faleceu _ pensao | esposa faleceu _ pensao | companheiro morreu _ pensao | auxilio reclusao | pensao de viuva | pensao _ viuv* | receber _ pensao _ morreu",
  ],
  ["salario_maternidade", 5, "salario maternidade | auxilio maternidade | maternidade _ inss"],
  [
    "revisao_beneficio",
    4.5,
    "cortaram meu beneficio | cortaram _ auxilio | cortou meu auxilio | cortaram _ aposentadoria | suspenderam meu beneficio | beneficio suspenso | beneficio cortado | beneficio cessado | revisao da vida toda | revisao _ beneficio | pente fino | beneficio negado | beneficio indeferido | negaram meu beneficio | indeferid* | indeferiram",
  ],
  [
    "descontos_beneficio",
    5,
    "desconto* _ beneficio | desconto* _ aposentadoria | descontando _ aposentadoria | descontando _ beneficio | associacao _ descont* | consignado _ aposent* | desconto associativo",
  ],
  ["aposentadoria", 5, "retire | retirement | pension age | old age pension | years of contributions | retiring"],
  [null, 4.5, "inss | social security | benefit* office | disability examiner"],
  [null, 2, "benefit* | pension"],
  [
    "incapacidade",
    5,
    "sick pay | sickness benefit | disability benefit* | disability pension | unable to work | cant work because | too sick to work | medical exam _ benefit | disabled _ benefit",
  ],
  [
    "bpc_loas",
    5,
    "bpc | loas | disabled child _ benefit | autis* _ benefit | assistance benefit | no income _ elderly",
  ],
  [
    "pensao_morte",
    5,
    "survivor* pension | survivor* benefit | widow* pension | widow* benefit | husband died _ pension | wife died _ pension | husband died _ benefit | wife died _ benefit | died _ inss",
  ],
  ["salario_maternidade", 4, "maternity pay | maternity benefit | maternity allowance"],
  [
    "revisao_beneficio",
    4.5,
    "cut my benefit | stopped my benefit | benefit _ denied | benefit _ refused | cut off my pension | stopped paying my pension | benefit _ cut",
  ],
  ["descontos_beneficio", 5, "deduct* _ pension | deduct* _ benefit | taking money _ pension"],
  [
    null,
    3,
    "nunca contribuiu | contribui | contribuicao ao inss | contribuicoes | auxilio do governo por doenca | idade minima | tempo especial | government benefit | disability",
  ],
  [
    "bpc_loas",
    4.5,
    "nao tem renda _ benefici* | idos* _ nunca contribuiu | anos _ nunca contribuiu | disabled _ government benefit",
  ],
  [null, 2.5, "pericia"],
  [null, 3, "perito"],
  ["aposentadoria", 4, "aposent*"],
  ["aposentadoria", 3, "tempo de servico"],
  [null, 4.5, "tempo de contribuicao"],
  [
    "pensao_morte",
    4,
    "faleceu _ _ inss | morreu _ _ inss | viviamo* junt* _ inss | inss _ prova _ uniao | inss _ provar _ uniao",
  ],
]);
