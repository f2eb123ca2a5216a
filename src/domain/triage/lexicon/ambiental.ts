// What people say about pollution, trees, animals and environmental authorities.
import { cues } from "./cue.ts";

export const AMBIENTAL = cues("ambiental", [
  [
    null,
    4,
    "meio ambiente | ambiental | ambientais | ibama | icmbio | orgao ambiental | crime ambiental | dano ambiental | conama | sisnama | snuc | poluidor pagador | ecolog* | recursos hidricos | fauna | flora | bioma | biodivers* | residuos solidos",
  ],
  [
    "multa_ambiental",
    5,
    "multa do ibama | ibama _ mult* | embarg* _ ibama | ibama _ embarg* | multa ambiental | embargo ambiental | policia ambiental | secretaria do meio ambiente | secretaria de meio ambiente | multa _ arvore* | area embargada | multa da cetesb | cetesb",
  ],
  [
    "poluicao",
    5,
    "polui* | esgoto | fumaca | fabrica _ fumaca | fabrica _ cheiro | cheiro forte | mau cheiro | lixao | lixo _ rio | despej* no rio | joga* no rio | jogando no rio | rio _ contamina* | rio _ peixe* | residuo* | queimada* | poeira | granja _ cheiro | agrotoxico* | poluicao sonora | produto quimico | corrego",
  ],
  [
    "desmatamento",
    5,
    "desmat* | cortar arvore* | cortei _ arvore* | cortaram _ arvore* | derrub* arvore* | derrub* _ arvore* | area de preservacao | areas de preservacao | reserva legal | codigo florestal | mata atlantica | nascente | floresta* | unidade de conservacao | unidades de conservacao | car rural | cadastro ambiental rural | manguezal | mata ciliar | manejo florestal | parque nacional",
  ],
  [
    "licenciamento",
    5,
    "licenca ambiental | licenciamento | estudo de impacto | eia rima | eia | rima | licenca de operacao | outorga de agua | poco artesiano | licenca previa",
  ],
  [
    "maus_tratos_animais",
    5,
    "maus tratos a animais | maus tratos _ cachorro* | maus tratos _ animal | bate no cachorro | cachorro _ amarrado | cachorro _ sem comida | cachorro* _ sem agua | envenen* _ cachorro* | envenen* _ gato* | mataram meu cachorro | animal silvestre | papagaio | passarinho* | rinha | cavalo _ maltrat* | maltrata* _ animal | maltrata* _ cachorro* | abandonaram cachorro* | caca | pesca proibida | defeso",
  ],
  [
    "desastre",
    5,
    "barragem | rompimento | brumadinho | mariana | rejeito* | deslizamento | contaminacao | solo contaminado | vazamento de oleo | brasken | braskem | afundamento",
  ],
  [null, 4, "environment* | ibama | ecolog* | wildlife"],
  ["multa_ambiental", 5, "environmental fine | environmental agency | fined _ cutting | fined _ trees"],
  ["poluicao", 5, "pollut* | sewage | smoke | dump* | chemicals | toxic | fumes | landfill | stench"],
  [
    "desmatamento",
    5,
    "deforest* | cut down _ tree* | cut down trees | cutting trees | protected area | rainforest | nature reserve | cutting down",
  ],
  ["licenciamento", 5, "environmental licen* | environmental permit | impact study"],
  [
    "maus_tratos_animais",
    5,
    "animal cruelty | animal abuse | beats his dog | beats the dog | poisoned my dog | poisoned my cat | starving dog* | dog* _ chained | dogs _ no food | wild animal* | mistreat* _ dog* | mistreat* _ animal*",
  ],
  ["desastre", 5, "dam | dam collapse | landslide | oil spill | contaminated | mudslide | mining disaster"],
  [
    "poluicao",
    4.5,
    "esgoto | caindo no corrego | corrego | fumaca preta | soot | pig farm | smells so bad | oil in the",
  ],
  [
    "maus_tratos_animais",
    5,
    "starve* _ dog* | neighbor _ dog* _ starv* | cachorro amarrado | cachorro preso | bicho | gatos | animais de rua | stray dogs | hurt animals | abandon* _ cachorro*",
  ],
  [
    "desmatamento",
    4.5,
    "derrubando a mata | limpar o mato | mata perto | queimando a mata | clearing my land | clearing land | illegal logging",
  ],
  ["multa_ambiental", 2, "embargo"],
  ["poluicao", 2.5, "river"],
  ["poluicao", 2.5, "smell*"],
  ["poluicao", 2, "waste"],
  ["desmatamento", 4, "forest"],
  ["desmatamento", 4, "area de app | em app"],
]);
