// What people say about crime, police, arrest and criminal procedure.
import { cues } from "./cue.ts";

export const PENAL = cues("penal", [
  [
    null,
    3,
    "crime* | criminal | criminos* | penal | processo penal | codigo penal | cpp | inquerito | delegad* | delegacia | denunciad* pelo ministerio publico | ministerio publico ofereceu | denuncia | acao penal | queixa crime | reu | acusad* | absolv* | condenad* | tentativa | dolo* | culpos* | homicidio | latrocinio | legitima defesa | tipicidade | atipic* | punibilidade | reclusao | detencao | crime de | juri | tribunal do juri | pronuncia | habeas corpus | policia",
  ],
  [null, 1.5, "policial | policiais | pm | boletim de ocorrencia | bo | b o | arma | viatura | bandido* | testemunha"],
  [
    "prisao",
    5,
    "preso | presa | prenderam | prendeu | prisao | cadeia | flagrante | prisao em flagrante | prisao preventiva | preventiva | audiencia de custodia | carceragem | cdp | tornozeleira | fianca _ delegad* | mandado de prisao | foragid* | detid* | algemad* | levaram meu filho preso | liberdade provisoria | prisao temporaria | na cela",
  ],
  [
    "defesa_criminal",
    4,
    "depor | depoimento | intimad* | intimacao _ delegacia | intimacao _ policia | investigad* | sendo acusad* | me acusa* | me acusaram | fui acusad* | me denunciou | me denunciaram | responder processo criminal | nao fui eu | medida cautelar | busca e apreensao _ policia | policia _ minha casa | celular apreendido | busca pessoal | interrogatorio | corrupcao | peculato",
  ],
  [
    "vitima",
    3,
    "fui vitima | vitima de | registrar boletim | fazer um bo | fiz bo | fazer boletim | fui assaltad* | registrar ocorrencia | delegacia _ nao fizeram nada",
  ],
  [
    "violencia_ameaca",
    4.5,
    "ameac* | me ameac* | ameaca de morte | vai me matar | me matar | me pegar | armado | armada | tiro | atirou | facada | esfaque* | agredi* | agressao | agressor | espanc* | lesao corporal | perseguindo | stalk* | milicia | traficante* _ ameac* | faccao | briga _ bar | apanhou | linch* | sequestr* | extors* | carcere privado",
  ],
  [
    "crimes_patrimonio",
    4.5,
    "furt* | roub* | assalt* | assaltante* | ladrao | ladroes | estelionat* | golpe | golpista | receptacao | apropriacao indebita | invadiram minha casa | arromb* | levaram meu celular | levaram minha moto | carro roubado | dano qualificado | subtrai*",
  ],
  [
    "drogas",
    4.5,
    "droga | drogas | trafico | entorpecente* | maconha | cocaina | crack | usuario de droga | associacao para o trafico | lei de drogas | boca de fumo",
  ],
  [
    "crimes_honra",
    4.5,
    "calunia* | difamacao | injuria* | injuria racial | racismo | xingou | me chamou de ladr* | espalhou _ mentira | espalhando _ mentira | ofensa racial | queixa-crime | crime contra a honra",
  ],
  [
    "crimes_transito",
    5,
    "embriaguez | bafometro | dirigir bebado | dirigindo bebad* | bebad* _ carro | omissao de socorro | homicidio culposo na direcao | racha | lei seca",
  ],
  [
    "execucao_penal",
    5,
    "regime semiaberto | semiaberto | regime fechado | regime aberto | progressao | livramento condicional | saidinha | remicao | penitenciaria | presidio | execucao penal | visita no presidio | cumprindo pena | cumprir pena | pena privativa | indulto | medida de seguranca",
  ],
  [
    "crimes_sexuais",
    5,
    "estupr* | abus* sexual* | abusad* sexualmente | importunacao sexual | violencia sexual | ato libidinoso | abusou de mim | me abusou | assedio sexual _ rua",
  ],
  [
    null,
    3,
    "crime | criminal | police | police station | charged with | accused of | indicted | felony | prosecutor | bail",
  ],
  [
    "prisao",
    5,
    "arrested | in jail | jail | in custody | detained | locked up | handcuff* | bail | arrest warrant | warrant _ arrest | prison | behind bars | in a cell",
  ],
  [
    "defesa_criminal",
    4,
    "falsely accused | accused me | police want* | summoned by the police | police _ questioning | testify | under investigation | police searched | police came | police _ interview | charges against me",
  ],
  ["vitima", 3, "victim of | police report | file a report | i was robbed | i was mugged | reported it to the police"],
  [
    "violencia_ameaca",
    4.5,
    "threaten* | threat* | kill me | death threat* | with a gun | a gun | knife | stabbed | shot at | attacked me | assaulted | assault | beat up | beaten up | stalk* | extort* | blackmail* | kidnap*",
  ],
  [
    "crimes_patrimonio",
    4.5,
    "stole | stolen | theft | thief | thieves | robbed | robbery | burglar* | broke into | mugged | fraud | conman | embezzl* | pickpocket*",
  ],
  ["drogas", 4.5, "drugs | weed | marijuana | cocaine | trafficking | drug charge*"],
  ["crimes_honra", 4.5, "slander* | libel | racist | racial slur | calls me a thief | insult*"],
  ["crimes_transito", 5, "drunk driving | dui | breathalyzer | breathalyser | driving drunk | hit and run"],
  [
    "execucao_penal",
    5,
    "parole | serving a sentence | serving time | prison sentence | his sentence | visit him in prison",
  ],
  ["crimes_sexuais", 5, "rape* | raping | sexual assault | sexually assault* | molest* | sexual abuse | groped"],
  [null, 2, "crime | denunciar | prestar queixa | dar parte | press charges | police"],
  [
    "violencia_ameaca",
    4,
    "me agrediu | agiota* | pedaco de pau | levei um soco | levei uma surra | surra | loan shark | punched me | following me home | jurad* de morte",
  ],
  [
    "crimes_sexuais",
    5,
    "tentou me agarrar | me agarrou | me apalpou | encoxad* | passou a mao em mim na rua | onibus _ passou a mao",
  ],
  [
    "defesa_criminal",
    4,
    "ficha criminal | fichad* | antecedentes criminais | nome na policia | policia veio atras | police want | police called me | criminal record",
  ],
  ["defesa_criminal", 4, "concussao"],
  [null, 6, "concurso de pessoas | concurso formal | concurso material | concurso de crimes | concurso de agentes"],
  ["prisao", 4, "viatura | levaram _ viatura | police car"],
  ["violencia_ameaca", 4, "murro | soco | pontape | deu um murro | punch*"],
  ["crimes_patrimonio", 5, "shoplift* | accus* _ stealing | accus* _ theft | accusing me of"],
]);
