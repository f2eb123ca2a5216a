// What people say when a child or an adolescent is at the centre of it.
import { cues } from "./cue.ts";

export const CRIANCA_E_ADOLESCENTE = cues("crianca_e_adolescente", [
  [
    null,
    3.5,
    "eca | estatuto da crianca | infancia e juventude | infancia e da juventude | vara da infancia | adolescente* | conselho tutelar | conselheir* tutelar* | menor de idade | infanto juvenil | crianca e do adolescente | criancas e adolescentes | crianca ou adolescente | pre adolescente",
  ],
  [null, 1, "crianca* | menor | menino | menina | bebe | neto* | neta* | sobrinh*"],
  [
    "adocao",
    5,
    "adota* | adocao | adotante* | adotando | adotiv* | fila da adocao | cadastro nacional de adocao | familia substituta | entregar o bebe | entrega voluntaria | pegar para criar | criei como filh* | criamos como filh* | poder familiar | estagio de convivencia",
  ],
  [
    "acolhimento",
    5,
    "conselho tutelar _ levou | conselho tutelar _ tirou | conselho tutelar _ pegou | acolhimento | casa lar | acolhimento institucional | levaram meus filhos | tiraram meus filhos | destituicao _ poder familiar | perda do poder familiar | familia acolhedora | tomaram meu filho | tomaram minha filha | netos _ abrigo",
  ],
  [
    "ato_infracional",
    5,
    "ato infracional | menor apreendido | apreendid* _ menor | filho menor _ apreendido | fundacao casa | degase | medida socioeducativa | medidas socioeducativas | internacao provisoria | semiliberdade | liberdade assistida | adolescente apreendid* | filho de 1* anos _ policia | filha de 1* anos _ policia | filho de 1* anos _ apreendid* | socioeducativ*",
  ],
  [
    "maus_tratos",
    5,
    "maus tratos contra crianca | maus-tratos | maus tratos | padrasto _ bat* | madrasta _ bat* | bate na crianca | bate nas criancas | batem na crianca | abuso infantil | abusando da minha filha | abusou da minha filha | abusou do meu filho | mexeu com minha filha | crianca abusada | crianca _ machucad* | negligencia _ crianca | crianca sozinha | vizinha _ crianca apanha | crianca apanha* | espanca* a crianca | crianca* passa* fome",
  ],
  [
    "escola_creche",
    5,
    "vaga na creche | vaga em creche | fila da creche | creche | vaga na escola | vaga em escola | bullying | escola _ meu filho | escola _ minha filha | mediador escolar | professor auxiliar | escola nao aceita | recusou matricula | filho autista _ escola | filha autista _ escola | inclusao escolar | transporte escolar | evasao escolar",
  ],
  [
    "viagem_autorizacao",
    5,
    "autorizacao de viagem | autorizacao para viajar | viajar com meu filho | viajar com minha filha | viajar com menor | passaporte do meu filho | passaporte da minha filha | viajar sozinh* _ menor | viajar com meus netos | viajar _ neto*",
  ],
  [
    "trabalho_infantil",
    5,
    "trabalho infantil | crianca trabalhando | criancas trabalhando | menor trabalhando | menino trabalhando",
  ],
  [null, 2.5, "child protection | social services | child council | juvenile | minor | teenager | underage"],
  [null, 1, "child | kid | kids | baby | little boy | little girl | grandson | granddaughter | grandchild*"],
  ["adocao", 5, "adopt* | foster to adopt | give up for adoption | raised _ since _ born"],
  [
    "acolhimento",
    5,
    "took my grandchildren | foster care | shelter _ children | social worker* took | children _ shelter | child services | children were taken | took _ kids _ shelter | guardianship council | tutelary council",
  ],
  [
    "ato_infracional",
    5,
    "juvenile detention | teenage son _ police | son _ caught _ police | 15 year old _ police | 16 year old _ police | 17 year old _ police | 14 year old _ police | underage son _ police | juvenile court",
  ],
  [
    "maus_tratos",
    5,
    "child abuse | abusing my daughter | abusing my son | stepfather _ hit* | stepfather _ beat* | stepmother _ hit* | hits the kids | hits the child* | beats the child* | neglect* _ child* | child _ bruises | touched my daughter | touched my son | kid _ screaming | child _ hungry",
  ],
  [
    "escola_creche",
    5,
    "daycare | nursery | kindergarten | bullied at school | bullying | school refuse* | school won* | special needs _ school | autistic son _ school | autistic daughter _ school | place at school | my son _ school | my daughter _ school",
  ],
  [
    "viagem_autorizacao",
    5,
    "travel with my son | travel with my daughter | travel with my child* | travel with my kid* | travel permission | travel authorization | travel consent | passport for my son | passport for my daughter | passport for my child",
  ],
  ["trabalho_infantil", 5, "child labor | child labour | child working | kids working"],
  [
    "adocao",
    5,
    "entregar para adocao | nao tenho condicao de criar | criar a crianca | raise the baby | give up my baby | foster parents",
  ],
  [
    "maus_tratos",
    4.5,
    "mexendo com minha sobrinha | mexendo com _ sobrinha | mexendo com _ filha | escuto os gritos | gritos da crianca | crianca _ gritos | desconfio que o padrasto | kid next door | kids next door | child next door",
  ],
  [
    "viagem_autorizacao",
    5,
    "viajar com minha filha | pai nao assina | nao assina a autorizacao | autorizacao _ viaj* | permission to travel | sign the travel",
  ],
  ["trabalho_infantil", 5, "crianca _ trabalhando | crianca de 1* anos trabalhando | children working"],
  ["ato_infracional", 4.5, "year old son | my teenage son | filho de 1* anos | meu filho menor | my son _ caught"],
  [
    "escola_creche",
    4,
    "matricular meu filho | matricular minha filha | professora bateu | enroll my | vaga para meu filho",
  ],
  ["acolhimento", 3, "abrigo"],
  ["escola_creche", 2, "diretora"],
  [
    "escola_creche",
    4.5,
    "being bullied | is bullied | gets bullied | school ignores | escola ignora | escola nao faz nada",
  ],
  [
    "maus_tratos",
    4.5,
    "padrasto entra | padrasto _ meu quarto | tio _ mexe comigo | mexe comigo | comes into my room | tenho 1* anos _ padrasto | padrasto _ tenho 1* anos | stepfather touches",
  ],
  ["escola_creche", 5, "school _ not enrol* | school wont enrol* | school refus* _ enrol* | enrol* my | not enrol*"],
]);
