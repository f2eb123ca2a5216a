// What people say about visas, refuge, nationality and foreigners' papers in Brazil.
import { cues } from "./cue.ts";

export const MIGRATORIO = cues("migratorio", [
  [
    null,
    4,
    "imigra* | migrante* | estrangeir* | policia federal _ document* | visto vencido | haitian* | venezuelan* | bolivian* | angolan* | senegales* | colombian* | cuban* | peruan* | siri* | paraguai* | nigerian* | vim de outro pais | lei de migracao | nao sou brasileir* | outro pais",
  ],
  [
    "visto_residencia",
    5,
    "visto | visto de trabalho | visto de estudante | visto vencendo | autorizacao de residencia | residencia permanente | residencia no brasil | morar no brasil | ficar no brasil | renovar meu visto | prorrogar o visto | permanencia | protocolo da policia federal | protocolo _ policia federal | residencia temporaria | acordo mercosul | casei com brasileir* | nomade digital | regularizar _ brasil | ficar legal",
  ],
  [
    "refugio",
    5,
    "refugi* | asilo | conare | persegui* no meu pais | fugi do meu pais | fugi da guerra | pedido de refugio | solicitante de refugio | visto humanitario | apatrida* | fugimos da guerra",
  ],
  [
    "naturalizacao",
    5,
    "naturaliz* | cidadania | cidadania italiana | cidadania portuguesa | nacionalidade | virar brasileir* | dupla cidadania | nato | filho nascido no exterior | perda da nacionalidade",
  ],
  [
    "deportacao",
    5,
    "deport* | expulsao | expulso do brasil | extradi* | multa da policia federal | retid* no aeroporto | repatria* | sair do pais | notificado para sair | entrei sem visto | visto vencido | barrad* na imigracao | impedid* de entrar",
  ],
  [
    "documentos",
    5,
    "rnm | crnm | rne | carteira de estrangeiro | registro nacional migratorio | protocolo de refugio | documento* _ estrangeir* | revalidar diploma | revalida* | traducao juramentada | documento* de imigrante | cpf para estrangeiro | apostil*",
  ],
  [
    "reuniao_familiar",
    5,
    "reuniao familiar | trazer minha familia | trazer minha esposa | trazer meu marido | trazer meus filhos | trazer minha mae | trazer meus pais | visto para minha esposa | visto para meu marido | trazer _ para o brasil",
  ],
  [null, 4, "immigra* | migrant* | foreigner* | foreign national | expat | federal police | not brazilian"],
  [
    "visto_residencia",
    5,
    "visa | visas | work visa | residence permit | residency | overstay* | stay in brazil | live in brazil | permanent residence | tourist visa | digital nomad | stay legally | renew my permit | work permit | extend my stay",
  ],
  [
    "refugio",
    5,
    "asylum | refugee* | fled my country | fled from | persecut* | humanitarian visa | escaped the war | stateless",
  ],
  [
    "naturalizacao",
    5,
    "naturali* | citizenship | nationality | become brazilian | brazilian passport | become a citizen | dual citizen*",
  ],
  [
    "deportacao",
    5,
    "deport* | expel* | expulsion | extradit* | denied entry | refused entry | leave the country within | ordered to leave | illegal immigra* | told to leave brazil | removal order",
  ],
  [
    "documentos",
    5,
    "rnm | crnm | foreigner* id | id card for foreigner* | recognize my degree | diploma recognition | sworn translation | my papers | cpf _ foreigner | apostille | expired papers",
  ],
  [
    "reuniao_familiar",
    5,
    "family reunion | bring my wife | bring my husband | bring my family | bring my mother | bring my parents | bring my kids | bring my children | visa for my wife | visa for my husband | spouse visa",
  ],
  [
    null,
    3,
    "haiti | venezuela | bolivia | angola | siria | paraguai | fronteira | meu pais | my country | from venezuela | my passport | in brazil as a | american | foreign",
  ],
  [
    "documentos",
    4.5,
    "residence card | residence document | perdi meu rnm | card expired | documento vencido _ estrangeir*",
  ],
  [
    "deportacao",
    4.5,
    "sem carimbo | policia federal _ prazo | prazo para sair | sair do brasil | federal police _ leave",
  ],
  [
    "reuniao_familiar",
    4.5,
    "trazer minha esposa _ haiti | trazer _ haiti | trazer _ venezuela | para morar comigo | bring _ from | to live with me",
  ],
  [
    "documentos",
    4,
    "from venezuela | from haiti | from cuba | from angola | protocol expired | protocol _ expired | protocolo _ venc* | venho da venezuela | sou venezuelan* | sou haitian*",
  ],
]);
