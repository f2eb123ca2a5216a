// What people say of things that the areas' own words have names for: living together, a partner who robs the till, a chained dog.
import { type Cue, cues } from "./cue.ts";

export const PLAIN_WORDS: readonly Cue[] = [
  ...cues("familia", [
    [
      "uniao_estavel",
      5,
      "moro junto com | moramos junto* | mora comigo faz | juntamos as escovas | juntar as conta* | a gente se juntou | nunca casamos | sem casar no papel | casar no papel | live together _ years | living together _ years | never married | moved in together | common law",
    ],
    [
      "divorcio",
      4,
      "quer separar | quer se separar | largar dele | largar dela | nao quero mais ficar com ele | want a divorce | leaving my husband | leaving my wife | get divorced | split up with | sair de casa _ ele | casa _ no nome dele | casa _ no nome dela",
    ],
    [
      "violencia_domestica",
      4,
      "quando ele bebe | ele bebe e | chega bebado | chega em casa bebado | dormir _ porta trancada | com medo dele | medo da reacao dele | me empurr* | quebra as coisas | fica com meu cartao | ele soc* | ele quebr* _ casa | when he drinks | comes home drunk | hides my keys | hides my phone | scared of him | afraid of him",
    ],
  ]),
  ...cues("familia", [
    [
      "guarda",
      4.5,
      "bring her back | bring him back | bring them back | my ex has _ daughter | my ex has _ son | my ex has _ kid* | my ex has _ child* | era para devolver | era para ele devolver | ficou de devolver _ filh*",
    ],
  ]),
  ...cues("sucessoes", [
    [
      null,
      5,
      "his children from _ marriage | her children from _ marriage | filhos do primeiro casamento | filhos do outro casamento",
    ],
    [
      null,
      1.5,
      "husband passed away | wife passed away | husband died | wife died | meu marido morreu | minha esposa morreu | meu marido faleceu | fiquei viuva | fiquei viuvo | widow | widower",
    ],
  ]),
  ...cues("trabalho", [
    [
      "acidente_trabalho",
      5,
      "died at work | killed at work | hurt at work | morreu no trabalho | morreu no servico | morreu trabalhando | morreu na obra",
    ],
    [
      "estabilidade",
      10,
      "mand* embora _ _ _ gravida | demit* _ _ _ gravida | gravida _ _ _ mand* embora | gravida _ _ _ demit* | fired _ _ _ pregnant | let go _ _ _ pregnant | pregnant _ _ _ fired | let me go _ _ _ pregnant",
    ],
  ]),
  ...cues("civil", [
    [
      "moradia",
      5,
      "moro de aluguel | pago aluguel | aluguel atrasad* | dono cortou | dono _ cortou | cortou a agua _ sair | cortou a luz _ sair | dono _ forcar a sair | landlord _ cut off | landlord _ turned off",
    ],
  ]),
  ...cues("digital", [
    [
      "golpe_online",
      5,
      "numero novo _ pix | pedindo pix | pedindo um pix | pediu pix | pediu um pix | se fez passar | mensagem de numero novo | whatsapp falso | pix _ _ _ golp* | new number _ money | new number _ pix",
    ],
  ]),
  ...cues("nenhuma", [
    [
      null,
      4,
      "roteador | router | wifi _ lent* | wifi is _ slow | slow wifi | way to fix it | how to fix my | tirar mancha | mancha _ sofa | mancha _ roupa | mancha de vinho | wine stain | remove _ stain | como arrumo | como consertar | como conserto",
    ],
  ]),
  ...cues("penal", [
    [
      "crimes_patrimonio",
      5,
      "robbed us | robbed me | roubaram a gente | nos roubaram | nos assaltaram | with a knife robbed | at knifepoint | at gunpoint",
    ],
    [
      null,
      3.5,
      "me seguindo | me segue | fica parado na | parado na esquina | me vigiando | me persegue | mandou foto* d* portao | mandou foto* _ casa | following me | keeps following | outside my work | outside my house | watching me | stalk*",
    ],
  ]),
  ...cues("empresarial", [
    [
      null,
      4,
      "meio a meio | metade do negocio | abri _ com um amigo | abri _ com uma amiga | abrimos _ negocio | abrimos _ loja | montei _ com meu amigo | dinheiro da maquininha | dinheiro do caixa | dividir o lucro | half the business | opened _ with a friend | started _ with a friend | my business partner | co founder | cofounder | split the profits | money from the till",
    ],
  ]),
  ...cues("crianca_e_adolescente", [
    [
      "escola_creche",
      4,
      "autista _ escola | autista _ sala | mediador* | professor* de apoio | acompanhante na escola | manda* _ embora da escola | escola manda | escola expuls* | tea _ escola | down _ escola | school aide | teaching assistant | school sends _ home | autistic _ school | expelled from school",
    ],
    [
      null,
      4,
      "autorizacao de viagem | autorizacao para viajar | viajar com _ filh* | viajar sozinh* com | menor viajar | travel with my _ daughter | travel with my _ son | fly _ with my girl | fly _ with my boy | fly _ with my son | fly _ with my daughter | fly _ with my kid* | father agrees | mother agrees | travel consent | consent letter | let us board | travel authori*",
    ],
  ]),
  ...cues("ambiental", [
    [
      null,
      4.5,
      "corrente _ cachorro | cachorro _ corrente | cachorro _ magr* | cachorro _ sol | sem agua _ cachorro | animal _ fome | dog _ chain* | dog* _ no water | dog* _ ribs | dog* _ starv* | dog _ in the sun | animal* _ starv* | horse _ starv* | keeps a dog | cats _ poison*",
    ],
  ]),
  ...cues("migratorio", [
    [
      null,
      4.5,
      "my wife is brazilian | my husband is brazilian | my partner is brazilian | married _ abroad | married a brazilian | brazilian wife | brazilian husband | live there with her | live there with him | live in brazil with | move to brazil | esposa _ estrangeira | marido estrangeiro | marido _ estrangeiro | casei com um estrangeiro | casei com uma estrangeira | reuniao familiar | family reunion visa",
    ],
  ]),
];
