// What people say about the State as employer, fine-giver, buyer and provider.
import { cues } from "./cue.ts";

export const ADMINISTRATIVO = cues("administrativo", [
  [
    null,
    3,
    "administracao publica | ato administrativo | poder publico | orgao publico | autarquia* | prefeit* | governo do estado | mandado de seguranca | poder de policia | servico publico | agente publico | repartic* | concessionaria de servico publico | permissionari* | tribunal de contas | empresa publica | sociedade de economia mista | agencia reguladora | discricionari* | bem publico | bens publicos | tombamento | ppp _ parceria | parceria publico privada | entidade da administracao | lei 8 112 | lei 9 784 | consorcio publico | uniao federal",
  ],
  [
    "concurso_publico",
    5,
    "concursad* | edital do concurso | aprovad* _ vaga* | passei em _ lugar | cadastro de reserva | convoca* | posse no cargo | banca examinadora | prova do concurso | gabarito | eliminad* _ concurso | cotas | heteroidentificacao | contrataram temporari* | teste fisico | psicotecnico",
  ],
  [
    "servidor_publico",
    4.5,
    "servidor publico | servidora publica | servidor | servidora | funcionari* public* | estatuto do servidor | estatutari* | estagio probatorio | remocao | licenca premio | gratificacao | exonera* | cargo em comissao | cargo publico | pad | processo administrativo disciplinar | sindicancia | professora do estado | professor da rede | acumulacao de cargos | disponibilidade | reconducao",
  ],
  [
    "multas_transito",
    5,
    "multa de transito | multas de transito | detran | cnh | carteira de motorista | minha carteira suspens* | carteira suspensa | suspendeu minha carteira | cassacao | pontos na carteira | radar | multa por excesso | excesso de velocidade | recurso da multa | recorrer da multa | jari | guincho | carro apreendido | carro no patio | placa clonada | zona azul | semaforo _ multa | levei uma multa | levei multa | multa de velocidade | multa do carro | rodizio",
  ],
  [
    "licitacao",
    5,
    "licita* | pregao | contrato com a prefeitura | contrato administrativo | edital de licitacao | prefeitura nao pagou | inexigibilidade | dispensa de licitacao | inidone* | tomada de precos | concorrencia publica | reequilibrio",
  ],
  [
    "desapropriacao",
    5,
    "desapropria* | expropri* | interesse publico _ terreno | prefeitura quer _ terreno | prefeitura quer tomar | desapossa* | servidao administrativa | retrocessao | tomar minha casa _ obra | obra do metro",
  ],
  [
    "responsabilidade_estado",
    4.5,
    "buraco na rua | buraco na via | cai no buraco | bala perdida | viatura bateu | responsabilidade civil do estado | responsabilidade do estado | hospital publico _ morreu | erro do cartorio | ambulancia _ demor* | arvore da prefeitura | alagamento | responsabilidade objetiva do estado | abuso policial | abuso de autoridade",
  ],
  [
    "beneficios_servicos",
    4.5,
    "bolsa familia | auxilio brasil | auxilio emergencial | auxilio gas | minha casa minha vida | cras | cadastro unico | passe livre | beneficio _ bloqueado _ governo | vaga na escola publica | sisu | prouni | universidade federal | matricula _ universidade federal | cotista",
  ],
  [
    "improbidade",
    5,
    "improbidade | processo administrativo | tomada de contas | enriquecimento ilicito | dano ao erario | ao erario | erario | prefeito desvi*",
  ],
  [
    "alvara_licenca",
    4.5,
    "alvara | vigilancia sanitaria | fiscal da prefeitura | fiscais da prefeitura | interditaram meu | interditou meu | fecharam meu comercio | lacraram | lacrou | multa da prefeitura | licenca da prefeitura | habite se | ambulante | camelo | apreenderam minha mercadoria | apreenderam _ mercadoria | bombeiros _ avcb | embargo da obra",
  ],
  [
    null,
    2.5,
    "city hall | government | public office | municipality | the state government | federal government | public administration | mayor",
  ],
  [
    "concurso_publico",
    5,
    "public exam | civil service exam | public tender exam | passed the exam | public competition | entrance exam _ public",
  ],
  [
    "servidor_publico",
    4.5,
    "civil servant | public servant | public employee | disciplinary proceeding | public school teacher",
  ],
  [
    "multas_transito",
    5,
    "speeding ticket | traffic ticket | traffic fine | parking ticket | driver* license | drivers licence | driving licence | driving license | license suspended | licence suspended | towed | cloned plate | plate _ cloned | speed camera | points on my license | fine for speeding",
  ],
  ["licitacao", 5, "public tender | government contract | bidding | public procurement | city _ contract _ pay"],
  [
    "desapropriacao",
    5,
    "expropriat* | eminent domain | compulsory purchase | government wants _ land | city wants _ land | take my land",
  ],
  ["responsabilidade_estado", 4.5, "pothole | police brutality | stray bullet | public hospital _ died | police abuse"],
  ["beneficios_servicos", 4.5, "bolsa familia | welfare | public housing | food stamps | public university"],
  ["improbidade", 5, "misconduct in office | administrative improbity | embezzlement of public"],
  [
    "alvara_licenca",
    4.5,
    "business permit | health inspector* | inspector closed | shut down my | city inspector* | building permit | street vendor | permit",
  ],
  [null, 2, "estado nao | camara municipal | vereador | posto policial"],
  [
    "multas_transito",
    4.5,
    "guinchad* | patio | multa* _ carro | blitz _ carro | renovar a cnh | exame do detran | autoescola | toxicologico | got a ticket | my car was towed",
  ],
  [
    "concurso_publico",
    4.5,
    "passed a public | public service exam | hired temporary | exam board | validade do concurso | teste de aptidao",
  ],
  [
    "responsabilidade_estado",
    4,
    "arvore caiu | city tree | tree fell | cai na calcada | via publica | enchente | flooded street",
  ],
  [
    "alvara_licenca",
    4,
    "guarda tomou | guarda municipal _ mercadoria | tomou minha mercadoria | feira livre | barraca",
  ],
  [null, 0.7, "municipio"],
  ["concurso_publico", 3, "concurso"],
  [null, 1, "orgao"],
  [null, 1, "secretaria"],
  ["concurso_publico", 3, "nomea*"],
  ["multas_transito", 3, "auto de infracao"],
  ["alvara_licenca", 2, "fiscalizacao"],
  [null, 1.2, "governo"],
  ["concurso_publico", 3.5, "edital"],
  [
    "responsabilidade_estado",
    5,
    "hole in the street | pothole* | hole in the road | hole in the sidewalk | city pays nothing | the city _ wont pay",
  ],
]);
