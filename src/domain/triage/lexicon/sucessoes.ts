// What people say when someone died and left things behind.
import { cues } from "./cue.ts";

export const SUCESSOES = cues("sucessoes", [
  [
    null,
    4,
    "heranca* | herdei* | herdar | herdou | herdeir* | espolio | de cujus | sucessori* | quinhao | sonegados | meeir* | legitima | colacao | direito das sucessoes",
  ],
  [
    null,
    1.5,
    "morreu | faleceu | falecid* | falecimento | morte d* | obito | deixou uma casa | deixou um terreno | deixou bens | deixou apartamento | viuv*",
  ],
  [
    "inventario",
    5,
    "inventario* | inventariante | fazer o inventario | abrir inventario | partilha _ heranca | arrolamento | alvara judicial | pai _ faleceu _ deixou | mae _ faleceu _ deixou | pai morreu _ casa | mae morreu _ casa | bens do falecido | bens d* meu pai | transferir _ falec* | casa no nome d* _ falecid* | morreu _ deixou | faleceu _ deixou | pai _ faleceu | mae _ faleceu | faleceu _ casa",
  ],
  [
    "testamento",
    5,
    "testament* | testador* | deixou tudo para | legatari* | codicilo | deserd* | fideicomiss* | ultimo desejo",
  ],
  [
    "briga_herdeiros",
    4,
    "irmaos _ casa _ mae | irmao _ casa _ mae | irma _ casa _ mae | irmao _ casa _ pai | irmaos brigando | meus irmaos | meu irmao _ morando | minha irma _ morando | irmaos _ vender | divide nada | minha parte _ casa | minha parte da | parte da heranca | nao quer dividir | excluid* da heranca | filho de outro casamento | filho fora do casamento | herdeir* _ vend*",
  ],
  [
    "dividas_falecido",
    5,
    "divida* d* falecid* | divida _ morreu | divida _ faleceu | conta d* falecid* | conta bancaria _ faleceu | banco _ faleceu | banco _ morreu | conta _ falecid* | sacar _ falecid* | fgts _ falecid* | seguro de vida",
  ],
  [
    "doacao_em_vida",
    4,
    "doacao em vida | doar _ filhos | doar a casa | doacao com usufruto | usufruto | passar a casa para | passar _ nome dos filhos | antecipacao de heranca | holding familiar | doacao inoficiosa | planejamento sucessorio",
  ],
  [null, 4, "inherit* | heir* | estate | probate | deceased"],
  [null, 1.5, "passed away | died | death of | late father | late mother | widow*"],
  [
    "inventario",
    5,
    "probate | father died _ house | mother died _ house | mom died _ house | dad died _ house | father died _ left | mother died _ left | passed away _ left | died and left | died _ property | left a house | left an apartment | his estate | her estate",
  ],
  [
    "testamento",
    5,
    "will _ valid | the will | a will | last will | left everything to | left it all to | disinherit* | testament",
  ],
  [
    "briga_herdeiros",
    4,
    "my siblings | my brother _ house | my sister _ house | my brother _ inherit* | my sister _ inherit* | my share | refuse* _ share | half brother | half sister | siblings",
  ],
  [
    "dividas_falecido",
    5,
    "debts of _ died | debt* _ died | debt* _ passed away | bank account _ died | dead father | dead mother | life insurance",
  ],
  ["doacao_em_vida", 4, "gift _ children | donate _ house | estate planning | give my house"],
  [
    null,
    2.5,
    "falecid* | finad* | heranca | deixad* por | depois que _ morreu | depois que _ faleceu | when my _ died | after my _ died | since my _ died",
  ],
  [
    "inventario",
    4,
    "faleceu _ carro | morreu _ carro | faleceu _ nome dele | morreu _ nome dele | faleceu _ nome dela | marido faleceu _ bens | deixou _ imovel | deixou _ poupanca | deixou _ dinheiro",
  ],
  [
    "dividas_falecido",
    5,
    "morreu devendo | faleceu devendo | filhos _ pagar _ divida | faleceu _ dinheiro no banco | faleceu _ fgts | morreu _ dinheiro",
  ],
  [
    "doacao_em_vida",
    4.5,
    "ainda em vida | passar minha casa _ filh* | passar minha casa | passar _ casa _ nome d* _ filh*",
  ],
  ["testamento", 3, "legado"],
  [null, 2, "sucessao"],
  [
    "briga_herdeiros",
    4,
    "madrasta _ casa | madrasta _ vend* | madrasta _ heranca | filh* do primeiro casamento | filh* do outro casamento | filh* do segundo casamento | morreu _ madrasta | stepmother _ house | stepmother _ sell* | stepmother _ inherit*",
  ],
]);
