// What people say when they bought, subscribed, flew or borrowed, and were let down.
import { cues } from "./cue.ts";

export const CONSUMIDOR = cues("consumidor", [
  [
    null,
    3.5,
    "procon | consumidor* | cdc | codigo de defesa | relacao de consumo | reclame aqui | juizado especial | pequenas causas | propaganda enganosa | publicidade enganosa | pratica abusiva | venda casada | vicio do produto | fato do produto | vicio do servico | recall | direito de arrependimento | onus da prova _ consumidor",
  ],
  [
    null,
    1.2,
    "loja | comprei | compra | cliente* | atendimento | sac | nota fiscal | protocolo | garantia | assistencia tecnica",
  ],
  [
    "produto_defeito",
    4,
    "veio quebrad* | nao funciona | parou de funcionar | nao liga | nao gela | deu problema | vicio oculto | troca do produto | nao quer trocar | nao trocam | assistencia tecnica | nao entreg* | nao chegou | produto errado | atraso na entrega | comprei _ nao cheg* | comprei _ nao receb* | comprei _ defeito | comprei _ quebr* | comprei _ internet | comprei _ site | mercado livre | shopee | magalu | amazon | geladeira | maquina de lavar | televisao | celular novo | carro usado _ motor | carro zero | devolver o dinheiro | devolucao do dinheiro | reembolso | estorno",
  ],
  [
    "servico_ruim",
    3.5,
    "servico mal feito | oficina | mecanico | marceneiro | academia | nao cumpriu o servico | festa _ buffet | buffet | fotografo | salao | curso online | dedetiz* | estacionamento | lavanderia | pet shop | cancelar _ contrato | cancelar a academia | multa de cancelamento | restaurante",
  ],
  [
    "cobranca_indevida",
    4.5,
    "cobranca indevida | cobrando _ nao devo | cobrad* _ duas vezes | cobrou duas vezes | boleto* | valor indevido | taxa indevida | cobrando _ ja paguei | ligam _ cobrando | ligacao de cobranca | cobrando divida | cobrad* indevid*",
  ],
  [
    "negativacao",
    5,
    "nome sujo | nome _ sujo | sujaram meu nome | sujou meu nome | nome negativado | serasa | spc | nome no spc | limpar meu nome | cadastro de inadimplentes | cadastro de devedores | protesto _ cartorio | nome protestado | score",
  ],
  [
    "banco",
    4,
    "cartao de credito | cartao clonado | emprestimo _ nao pedi | consignado | rmc | juros abusivos | financiamento | financiad* | busca e apreensao | nubank | itau | bradesco | santander | caixa economica | cheque especial | conta corrente | tarifa* | portabilidade | crefisa | picpay | mercado pago | limite da conta",
  ],
  [
    "superendividamento",
    5,
    "superendivid* | endividad* | muitas dividas | nao consigo pagar _ dividas | atolad* em divida* | renegociar _ divida* | tudo meu salario _ divida*",
  ],
  [
    "transporte_aereo",
    5,
    "voo | voos | passagem aerea | companhia aerea | aeroporto | mala extraviada | bagagem | overbooking | embarque | gol linhas | latam | azul linhas | agencia de viagem | pacote de viagem | viagem cancelada | hurb | 123 milhas | airbnb | cruzeiro | passagem | onibus de viagem | rodoviaria",
  ],
  [
    "telefonia_internet",
    4.5,
    "vivo | claro | tim | oi fibra | internet _ nao funciona | internet caindo | sinal _ internet | plano de celular | conta de celular | chip | linha telefonica | tv a cabo | telefonia | wifi",
  ],
  [
    "energia_agua",
    4.5,
    "conta de luz | conta de agua | cortaram _ luz | cortaram _ agua | cortou _ luz | cortar _ luz | cortaram a energia | corte de energia | corte de luz | sem luz | sem agua | enel | cemig | light | sabesp | copel | celpe | coelba | equatorial | energisa | neoenergia | companhia de agua | gato de energia | relogio de luz | medidor | queda de energia | queimou _ energia | religa*",
  ],
  [
    "ensino_particular",
    4.5,
    "mensalidade* | universidade particular | escola particular | matricula | diploma | historico escolar | rematricula | fies | colegio | curso tecnico | certificado do curso",
  ],
  [
    null,
    3,
    "consumer | refund* | seller | store | shop | warranty | customer service | purchase | bought | small claims",
  ],
  [
    "produto_defeito",
    4,
    "faulty | defective | broken _ product | stopped working | doesnt work | does not work | wont turn on | never arrived | didnt arrive | never delivered | not delivered | wont refund | refuses to refund | refuse* _ refund | wrong item | bought _ online | bought _ laptop | bought _ phone | bought _ fridge | bought _ car | used car | washing machine | money back | replacement | fridge | online store",
  ],
  [
    "servico_ruim",
    3.5,
    "mechanic | gym membership | bad service | wedding planner | caterer | dry cleaner | cancel my contract | cancellation fee | repair shop | contractor _ store",
  ],
  [
    "cobranca_indevida",
    4.5,
    "overcharged | charged twice | charging me | charged me | wrong bill | wrongly charged | billing | keep* charging | debt collector* | collection agency",
  ],
  [
    "negativacao",
    5,
    "credit score | blacklisted | credit report | bad credit | serasa | credit bureau | negative listing",
  ],
  [
    "banco",
    4,
    "bank | loan | credit card | interest rate* | overdraft | mortgage | card cloned | cloned card | unauthorized charge | unauthorised",
  ],
  [
    "superendividamento",
    5,
    "over my head in debt | drowning in debt | too many debts | cant pay my debts | debts i cant pay | deep in debt",
  ],
  [
    "transporte_aereo",
    5,
    "flight | airline | airport | luggage | suitcase | baggage | boarding | travel agency | booking | airbnb | tour operator",
  ],
  [
    "telefonia_internet",
    4.5,
    "phone company | internet provider | mobile plan | phone bill | broadband | cell phone plan | internet service",
  ],
  [
    "energia_agua",
    4.5,
    "electricity | power company | water bill | cut off _ power | cut _ electricity | cut _ water | power was cut | light bill | gas company | shut off",
  ],
  ["ensino_particular", 4.5, "tuition | private school | university _ fee* | college _ fee* | diploma | my course"],
  ["telefonia_internet", 4, "internet cai | internet _ cai | sinal ruim | roaming | velocidade da internet"],
  [
    "servico_ruim",
    4,
    "intoxicacao | comida estragada | passei mal _ comi | comi _ passei mal | food poisoning | comi num restaurante",
  ],
  [
    "produto_defeito",
    3.5,
    "entrega atrasada | prazo de entrega | vendedor nao responde | loja virtual | site da loja | pedido nao cheg* | encomenda nao cheg* | produto com vicio | moveis planejados | the order | my order | tracking",
  ],
  [
    "banco",
    3,
    "agencia bancaria | gerente do banco | caixa eletronico | tomar meu carro | financiei | parcelas do carro | the bank refuses | atm",
  ],
  ["produto_defeito", 1.5, "concessionaria"],
  ["cobranca_indevida", 2.5, "cobranca*"],
  ["banco", 2.5, "banco"],
  ["banco", 2, "bancari*"],
  ["transporte_aereo", 1.5, "reserva"],
  ["produto_defeito", 2.5, "defeito"],
  ["ensino_particular", 2.5, "faculdade"],
  ["banco", 2.5, "fatura"],
  ["banco", 2.5, "emprestimo"],
  ["banco", 2, "juros"],
  [null, 2, "fornecedor"],
  [null, 2, "publicidade"],
  [null, 1, "produto"],
  ["transporte_aereo", 2.5, "hotel"],
  ["transporte_aereo", 5, "trip cancelled"],
  ["negativacao", 5, "negativad* | negativaram | negativou | negativacao | me negativar*"],
  ["telefonia_internet", 4.5, "operadora"],
  [
    "produto_defeito",
    4,
    "motor fundi* | motor _ fundi* | carro usado | mau uso | garantia _ motor | carro _ loja _ motor | used car _ dealer* | engine _ died | engine failed | engine blew",
  ],
]);
