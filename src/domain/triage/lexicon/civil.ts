// What people say about rent, neighbours, contracts between people, damages and property.
import { cues } from "./cue.ts";

export const CIVIL = cues("civil", [
  [
    null,
    1.5,
    "codigo civil | indeniza* | danos morais | dano moral | danos materiais | prejuizo* | obrigacao | credor* | devedor* | direito civil | prescri* | responsabilidade civil | negocio juridico | capacidade civil | boa fe | clausula penal | mora",
  ],
  [
    "moradia",
    5,
    "aluguel* | alugueis | inquilin* | locador* | locatari* | locacao | despej* | dono da casa | dona da casa _ alug* | dono do imovel | imobiliaria | fiador* | caucao | sair da casa | sair do imovel | desocupar | acao de despejo | contrato de aluguel | alugo | aluguei | deposito do aluguel | ordem de despejo | trocou a fechadura | kitnet | pensao onde moro",
  ],
  [
    "moradia",
    8,
    "me despejar | nos despejar | despejar a gente | despejar minha familia | ser despejad* | dono _ me botar | dono _ me por para fora | dono _ para fora | ordem de despejo",
  ],
  [
    "contratos",
    4,
    "emprestei | emprestou dinheiro | me deve | esta me devendo | nao me paga _ divida | nao quer me pagar | nao devolve* | nao me devolve | combinamos | contrato de compra | contrato particular | contrato verbal | pedreiro sumiu | pedreiro _ dinheiro | empreiteiro | obra inacabada | descumpriu o contrato | quebra de contrato | rescindir o contrato | comodato | mutuo | doacao | fianca | evicção | vendi _ nao pag* | vendi meu carro | vendi o carro | vendi minha moto | compra e venda | sinal | arras | transferencia do carro",
  ],
  [
    "vizinhanca",
    5,
    "vizinh* | condominio | condomin* | infiltracao | barulho | som alto | muro | cachorro late | latindo | assembleia do predio | taxa de condominio | vazamento _ apartamento | garagem | obra do vizinho | festa _ madrugada | direito de vizinhanca | pinga*",
  ],
  [
    "danos",
    3,
    "processar por danos | me prejudicou | quebrou meu | estragou meu | mordeu | cachorro mordeu | cai no supermercado | escorreguei | caiu na calcada | dano estetico | lucros cessantes | reparacao",
  ],
  [
    "acidente_transito",
    5,
    "acidente de transito | acidente de carro | acidente de moto | batida de carro | bateu no meu carro | bateu na minha moto | bateu na traseira | bateram no meu carro | colisao | atropel* | avancou o sinal | furou o sinal | conserto do carro | seguro dpvat | dpvat | seguradora | seguro do carro | motorista _ fugiu | bateu _ carro | bateu _ moto",
  ],
  [
    "imoveis",
    5,
    "usucapiao | escritura* | registro do imovel | possuidor* | possessori* | terreno | lote | loteamento | invadiram _ terreno | invadiu _ terreno | invasao | reintegracao de posse | apartamento na planta | atraso na obra | contrato de gaveta | adjudicacao | grilag* | demarcar | servidao | matricula do imovel | esbulho | turbacao | usufruto | benfeitoria* | distrato | corretor de imoveis",
  ],
  [
    "honra",
    3,
    "falando mal de mim | fofoca | difam* | uso da minha imagem | minha foto _ autorizacao | direito de imagem | direitos da personalidade | nome da pessoa",
  ],
  [
    "registro_civil",
    5,
    "certidao de nascimento | certidao de obito | certidao de casamento | registro civil | mudar meu nome | mudar de nome | mudar o nome | trocar _ nome | retificacao | nome social | nome errado | sobrenome | cartorio errou | segunda via | registro tardio | sem certidao",
  ],
  [
    "execucao_divida",
    4,
    "bloquearam minha conta | conta bloqueada pela justica | bloqueio judicial | sisbajud | bacenjud | leilao | execucao de titulo | acao de cobranca | acao monitoria | oficial de justica | fui processad* | processo contra mim | me processou | me processaram | leilao da casa",
  ],
  [
    "moradia",
    8,
    "evict me | evict us | evicting me | evicting us | be evicted | being evicted | evict my family | getting evicted | landlord _ me out",
  ],
  [
    "moradia",
    5,
    "landlord | landlady | tenant | rent | evict* | eviction | lease | renting | rental | deposit back | security deposit | changed the locks | kick me out | kick us out | kicked out of | kicked me out | move out | roommate",
  ],
  [
    "contratos",
    4,
    "lent _ friend | lent money | i lent | owes me | owe me | wont pay me back | never paid me back | pay me back | breach of contract | upfront | builder | handyman | vanished | disappeared with my money | sold my car | sold him | bought a car from | personal loan | signed a contract | verbal agreement",
  ],
  [
    "vizinhanca",
    5,
    "neighbour* | neighbor* | condo* | loud music | noise | leak* | barking | fence | building manager | homeowners",
  ],
  ["danos", 3, "compensation | damages | slipped | fell in the | dog bit | bit me | sue for | ruined my | broke my"],
  [
    "acidente_transito",
    5,
    "car accident | traffic accident | car crash | hit my car | hit by a car | ran a red light | rear ended | run over | crashed into | motorbike accident | insurance _ car | car insurance | the driver | ran the light",
  ],
  [
    "imoveis",
    5,
    "deed | squat* | bought a house | bought an apartment | buying a house | buying an apartment | buying property | developer | plot of land | land title | adverse possession | property title | real estate | trespass* | off plan | my land",
  ],
  ["honra", 3, "defam* | spreading lies | my reputation | used my photo | my image"],
  [
    "registro_civil",
    5,
    "birth certificate | marriage certificate | death certificate | change my name | name change | registry office | misspelled name",
  ],
  [
    "execucao_divida",
    4,
    "being sued | sued me | suing me | court papers | seiz* | garnish* | froze my account | frozen account | blocked my account by | bailiff | auction | summons | lawsuit against me | served with",
  ],
  [
    "contratos",
    4,
    "contratei um | contratei pedreiro | paguei metade | vendi _ nao transferiu | nao transferiu | multas _ chegam _ mim | multas chegam | emprestei meu carro | obra parada | dinheiro emprestado | paguei adiantado | paid half | paid a deposit | borrowed money | refuses to pay me back",
  ],
  [
    "acidente_transito",
    5,
    "bateram na traseira | traseira do meu carro | meu carro parado | seguro dele | motorista bebado | ciclista | a taxi | hit my bike | hit my motorcycle | his insurance | an accident with",
  ],
  [
    "imoveis",
    4.5,
    "invadiram | sitio da minha familia | barraco | herdade | meu terreno | comprei uma casa | comprei um apartamento | comprei um terreno | passar para meu nome | sem escritura | squatters | neighbor built",
  ],
  [
    "execucao_divida",
    4.5,
    "bloquearam meu salario | carta do forum | sendo processad* | estou sendo processad* | divida antiga | papel da justica | carta da justica | intimacao da justica | citacao judicial | got sued | letter from the court",
  ],
  ["honra", 3.5, "usaram minha foto | minha foto _ propaganda | sem minha autorizacao"],
  ["danos", 3, "levou pontos | fraturei | piso molhado | queda | wet floor | broke my | wrist | medical bills"],
  ["execucao_divida", 2, "citad*"],
  ["execucao_divida", 2, "citacao"],
  ["moradia", 2, "proprietari*"],
  ["imoveis", 3, "imovel"],
  ["imoveis", 3, "imoveis"],
  ["danos", 1.5, "indenizacao"],
  ["contratos", 1, "mandato"],
  ["contratos", 1.5, "prestacao de servico"],
  ["contratos", 1.5, "contrato de prestacao"],
  ["execucao_divida", 2.5, "penhora*"],
  ["imoveis", 3, "construtora"],
  ["imoveis", 3, "propriedade"],
  ["contratos", 2.5, "contractor"],
  ["imoveis", 3, "posse"],
  ["vizinhanca", 2, "divisa"],
  ["imoveis", 3, "hipoteca"],
  ["vizinhanca", 5, "sindico | sindica | cerca do vizinho | cerca na divisa | cerca no meu"],
  ["danos", 4, "bitten | was bitten | mordid* | cachorro me mordeu | dog attacked"],
  ["execucao_divida", 5, "leiloar | leiloar minha casa | leilao da minha casa | auction my house"],
  [
    "execucao_divida",
    3,
    "oficial de justica _ papel | oficial _ divida | tomar minha casa | perder minha casa | levar minhas coisas _ divida | penhorar",
  ],
  [
    "execucao_divida",
    5,
    "account _ frozen | frozen by _ judge | frozen by _ court | blocked by _ judge | froze my account | conta bloqueada _ juiz | salario bloqueado",
  ],
  [
    "contratos",
    4,
    "pedreiro _ sumiu | pedreiro _ abandon* | pintor _ sumiu | recebeu e sumiu | builder _ disappear* | paid _ disappear*",
  ],
]);
