// What people say when their problem is in the family.
import { cues } from "./cue.ts";

export const FAMILIA = cues("familia", [
  [
    null,
    2,
    "meu marido | minha esposa | minha mulher | meu esposo | ex marido | ex esposa | ex mulher | minha ex | meu ex | ex companheir* | meu companheiro | minha companheira | pai do meu filho | pai da minha filha | pai dos meus filhos | pai das minhas filhas | mae do meu filho | mae da minha filha | mae dos meus filhos | direito de familia | vara de familia",
  ],
  [
    null,
    1,
    "casamento | casad* | marido | esposa | conjuge* | filho em comum | nosso filho | nossa filha | nossos filhos | sogra | sogro | namorado | namorada | padrasto | madrasta",
  ],
  [
    "divorcio",
    5,
    "divorci* | me separar | nos separamos | separar no papel | separacao | separad* | quero separar | queria separar | desquit* | anulacao de casamento | anular _ casamento | nao quer assinar _ papel* | nao vive* mais junto* | ja nao vive junto | terminar o casamento | abandono de lar | traiu | saiu de casa",
  ],
  [
    "guarda",
    5,
    "guarda d* | guarda compartilhada | guarda unilateral | a guarda | visita* _ filh* | ver meu filho | ver minha filha | ver meus filhos | ver os filhos | direito de visita | dia de visita | alienacao parental | nao deixa _ ver | levou meu filho | levou minha filha | levou nosso filho | levou nossa filha | levou meus filhos | sumiu com _ filh* | sequestr* _ filh* | pegou _ crianca _ nao devolv* | ficar com meu filho | ficar com minha filha | ficar com os filhos | tirar meu filho | tirar minha filha | tirar meus filhos | avos _ visita",
  ],
  [
    "pensao",
    5,
    "pensao alimenticia | pensao d* filh* | pensao da minha filha | pensao do meu filho | pensao das crianca* | pensao atrasada | paga _ pensao | pagar _ pensao | pagando pensao | deposita _ pensao | alimentos gravidicos | alimentante | alimentando | exoneracao _ pensao | revisao da pensao | aumentar _ pensao | diminuir _ pensao | baixar _ pensao | nao ajuda _ filh* | nao da nada _ filh* | prisao por pensao | preso por pensao | preso _ pensao",
  ],
  ["pensao", 2.5, "pensao"],
  [
    "uniao_estavel",
    5,
    "uniao estavel | moravamos juntos | morei junto | vivemos junto* | vivi com ele | vivi com ela | amigad* | concubin* | amasiad* | uniao homoafetiva",
  ],
  [
    "paternidade",
    5,
    "paternidade | exame de dna | teste de dna | dna | nao registrou _ filh* | nao quer registrar | registrar _ filh* | nome do pai | reconhecimento de filho | reconhecer _ filh* | investigacao de paternidade | negatoria | nao e meu filho | filho nao e meu | socioafetiv*",
  ],
  [
    "violencia_domestica",
    5,
    "violencia domestica | maria da penha | medida protetiva | medidas protetivas | marido _ bat* | marido _ agred* | marido _ ameac* | marido _ empurr* | companheiro _ bat* | companheiro _ agred* | ex _ bateu | ex _ ameac* | ex _ persegu* | ex _ agred* | namorado _ bat* | me bate | apanho | apanhei | apanhando | delegacia da mulher | me bateu | me espanc* | me enforc* | me bater",
  ],
  [
    "curatela",
    5,
    "curatela | curador* | interdicao | interditar | interditad* | alzheimer _ assinar | mae _ alzheimer | pai _ alzheimer | demencia | tomada de decisao apoiada | cuidar _ idos* | abandono de idoso | idos* _ abandonad*",
  ],
  [
    "partilha_bens",
    4,
    "partilha | divisao de bens | dividir _ bens | dividir a casa | metade da casa | metade dos bens | regime de bens | meacao | separacao total de bens | pacto antenupcial | bens do casal | escondendo bens | bem de familia",
  ],
  [
    "divorcio",
    5,
    "divorce* | split up from | separate from my | separating from | leave my husband | leave my wife | left my husband | left my wife | my marriage | annul*  | break up with my husband | not living together",
  ],
  [
    null,
    2,
    "my husband | my wife | my ex | ex husband | ex wife | my spouse | married | my partner left | childs father | kids father | father of my | mother of my | my kids dad | baby daddy",
  ],
  [
    "guarda",
    5,
    "custody | visitation | see my kids | see my son | see my daughter | see my child* | took our son | took our daughter | took our kid* | took my son | took my daughter | took my kid* | took the kids | took our child* | took my child* | parental alienation | move _ with our | move away with | keep* _ kids from me | wont let me see | doesnt let me see | with our daughter | with our son | leave the country with",
  ],
  [
    "pensao",
    5,
    "child support | alimony | maintenance payment* | child maintenance | pay* _ for his kid* | pay* _ for his child* | pay* for our child*",
  ],
  ["uniao_estavel", 5, "civil union | domestic partner* | lived together | living together | common law"],
  [
    "paternidade",
    5,
    "paternity | dna test | not the father | is the father | birth certificate _ father | father _ birth certificate",
  ],
  [
    "violencia_domestica",
    5,
    "domestic violence | hits me | hit me | beats me | beat me | beating me | restraining order | protective order | protection order | abusive husband | abusive partner | abusive boyfriend | husband _ hit | husband _ threat* | boyfriend _ hit | boyfriend _ threat* | partner _ hit | chok* me | ex _ threat* | ex _ stalk* | stalking me",
  ],
  [
    "curatela",
    5,
    "guardianship | dementia | alzheimer* | legal guardian | power of attorney for my | cannot decide for",
  ],
  [
    "partilha_bens",
    4,
    "division of property | split the house | half of the house | prenup* | marital property | split our assets | divide our",
  ],
  [
    null,
    2.5,
    "separei | separando | me separei | nos casamos | meu casamento | ex namorado | separated | separating | custody battle | we are married | got married | ex girlfriend | ex boyfriend | in laws",
  ],
  [
    "pensao",
    4,
    "da 200 reais | da pouco para _ filh* | nao sustenta _ filh* | nao ajuda em nada | pai _ crianca _ ganha | preso por causa da pensao | stopped paying for _ kid* | supporting his child*",
  ],
  [
    "partilha_bens",
    4,
    "passou _ carro _ nome | passou os bens | para nao dividir | nao dividir | hiding money | split it | hide* assets | casa _ ex | vender a casa _ ex",
  ],
  ["curatela", 5, "mae _ alzheimer | pai _ demencia | nao responde por si | cuidar da minha mae | cuidar do meu pai"],
  [
    "violencia_domestica",
    4,
    "meu ex fica na porta | ex _ vigia* | meu companheiro bebe | quebrou tudo em casa | ciumento | me proibe | me humilha em casa | afraid of my husband | afraid of my boyfriend | he threatens me",
  ],
  ["curatela", 2, "tutela"],
  ["guarda", 2.5, "guarda"],
  ["pensao", 3, "alimentos"],
  ["partilha_bens", 4, "comunhao de bens | comunhao parcial | comunhao universal"],
  ["guarda", 5, "visita e convivencia | convivencia com _ filh* | regime de convivencia"],
  [
    "curatela",
    4,
    "pai de 80 | mae de 80 | idos* | abandonad* pelos | abandonado _ irmaos | ninguem cuida d* | elderly father | elderly mother",
  ],
  [
    "violencia_domestica",
    4,
    "trancada no quarto | marido _ bebado | locked me in | husband _ drunk | husband _ locked",
  ],
  [
    "guarda",
    4,
    "wont return my | not return* my son | not return* my daughter | wont bring _ back | after the weekend | court order _ lives with | order that _ lives with | lives with me | visitation weekend",
  ],
  [
    "paternidade",
    5,
    "ele e o pai | e o pai do meu | e o pai da minha | father of my baby | prove _ father | provar _ pai",
  ],
]);
