// What people say when their problem is at work.
import { cues } from "./cue.ts";

export const TRABALHO = cues("trabalho", [
  [
    null,
    3,
    "patrao | patroa | patroes | meu chefe | minha chefe | meu encarregado | encarregado | supervisor | meu gerente | empregador* | reclamacao trabalhista | reclamante | reclamada | reclamado | clt | justica do trabalho | vara do trabalho | ministerio do trabalho | direito do trabalho | direitos trabalhistas | acao trabalhista | processo trabalhista | causa trabalhista | tst | trt | contrato de trabalho | carteira de trabalho | carteira assinada | minha empresa nao paga | empregado* domestic*",
  ],
  [
    null,
    1.5,
    "empregad* | emprego | trabalhador* | trabalhei | trabalhava | trabalhando | firma | empresa onde trabalh* | empresa que trabalh* | colega* de trabalho | ambiente de trabalho | salario* | diarista | domestica | faxineira | baba | cuidadora | porteiro | vigilante | garcom | pedreiro | motoboy | caminhoneiro | vendedora | atendente | jornada | rh",
  ],
  [
    "verbas_rescisorias",
    4,
    "mandad* embora | mandou embora | mandaram embora | mandar embora | manda embora | fui demitid* | me demitiu | me demitiram | demitid* | demissao | demissional | dispensad* | dispensa sem justa causa | despedid* | dispensa imotivada | rescis* _ trabalho | verbas rescisorias | rescisao | acerto _ empresa | meu acerto | aviso previo | decimo terceiro | 13 salario | 13o | ferias vencidas | fgts | fundo de garantia | multa de 40 | multa dos 40 | seguro desemprego | guias do seguro | saquei o fundo | homolog* _ sindicato",
  ],
  [
    "salario_atrasado",
    4,
    "salario atrasado | salarios atrasados | atras* _ salario* | nao paga _ salario | nao pagou _ salario | nao me pagou | sem receber salario | meses sem receber | nao recebi _ salario | nao recebo _ salario | equiparacao salarial | reducao salarial | vale transporte | vale refeicao | gorjeta* | trabalhei _ nao pag* | trabalhei _ nao receb* | patrao _ pag* | chefe _ pag*",
  ],
  [
    "horas_extras",
    4,
    "hora extra | horas extras | horas extraordinarias | banco de horas | jornada de trabalho | adicional noturno | hora de almoco | intervalo intrajornada | intrajornada | interjornada | trabalho _ horas por dia | trabalhava _ horas por dia | trabalhar _ domingo* | trabalho _ domingo* | sem folga | folga* | folga semanal | escala 12 | escala 6 | ponto britanico | cartao de ponto | bater ponto | sobreaviso | turno*",
  ],
  [
    "vinculo_emprego",
    4,
    "sem carteira | nao assinou _ carteira | nao assinaram _ carteira | nao quis registrar | sem registro | nao registr* | nunca assinou | nunca registrou | trabalhei _ sem registr* | vinculo empregaticio | vinculo de emprego | relacao de emprego | pejot* | me obrigou _ mei | virar pj | contrat* _ pj | trabalho informal | entregador de aplicativo | cooperativa de trabalho | terceirizad* | terceirizacao",
  ],
  [
    "assedio",
    4,
    "assedio moral | assedio no trabalho | assedi* _ chefe | chefe _ assedi* | humilha* _ trabalho | chefe _ humilh* | patrao _ humilh* | supervisor* _ humilh* | gerente _ humilh* | gerente _ grit* | chefe _ grit* | passou a mao | perseguicao no trabalho | discrimin* _ trabalho | metas abusivas | colegas _ humilh* | patrao _ xing* | patrao _ mao",
  ],
  [
    "acidente_trabalho",
    4,
    "acidente de trabalho | acidente do trabalho | acident* _ trabalh* | machuquei _ trabalh* | cai _ obra | machuquei _ obra | cat | comunicacao de acidente | doenca ocupacional | doenca profissional | ler dort | lesao por esforco | insalubr* | periculos* | epi | epis | andaime | maquina _ dedo* | prensa _ mao | trabalhando _ caiu | caiu _ trabalhando | burnout",
  ],
  [
    "estabilidade",
    4,
    "gravida _ demit* | gestante _ demit* | demit* _ gravida | demit* _ gestante | mandad* _ gravida | gravida _ embora | estabilidade _ gestante | estabilidade provisoria | estabilidade | licenca maternidade | cipa | cipeiro | dirigente sindical | reintegra* | pre aposentadoria | dispens* _ gravida",
  ],
  [
    "justa_causa",
    5,
    "justa causa | abandono de emprego | suspensao disciplinar | advertencia no trabalho | desidia | insubordinacao | rescisao indireta",
  ],
  [
    "sindicato_coletivo",
    3,
    "sindicato* | sindical | greve | grevista* | dissidio | convencao coletiva | acordo coletivo | negociacao coletiva | contribuicao sindical | categoria profissional",
  ],
  [
    null,
    3,
    "dono da loja _ trabalh* | dona da casa _ trabalh* | nao precisa mais de mim | me dispensou | perder o emprego | perder meu emprego | pedi demissao | pedir demissao | pedir as contas | trabalho escravo | trabalhar de graca | periodo de experiencia",
  ],
  // English
  [
    null,
    3,
    "my boss | the boss | boss | my employer | employer | my manager | my supervisor | labor court | labour court | labor law | labour law | work contract | employment contract | workplace | coworker* | hr department | hr",
  ],
  [
    null,
    1.5,
    "worked | working for | my job | a job | employee* | company i work* | i work at | i work as | i work in | wage* | salary | factory job | nanny | maid | cleaner | waiter | waitress | payslip",
  ],
  [
    "verbas_rescisorias",
    4,
    "fired me | got fired | was fired | been fired | fired | laid off | let me go | let go | sacked | dismissed | dismissal | severance | final pay | notice period | unfair dismissal | terminated _ job | 13th salary | lost my job | made redundant | redundancy | last paycheck",
  ],
  [
    "salario_atrasado",
    4,
    "not paid me | hasnt paid me | havent been paid | didnt pay me | doesnt pay me | did not pay me | boss _ pay* | employer _ pay* | unpaid wages | unpaid salary | late wages | owes me wages | owes me salary | owe me _ wages | paycheck* | my wages | my salary | havent received _ salary | paid me for",
  ],
  [
    "horas_extras",
    4,
    "overtime | extra hours | hours a day | no day off | days a week | lunch break | night shift | double shift* | work sundays | no breaks",
  ],
  [
    "vinculo_emprego",
    4,
    "off the books | under the table | no contract _ work | never registered me | without a contract | work card | not registered | undeclared | as a contractor",
  ],
  [
    "assedio",
    4,
    "harass* _ work | boss _ touch* | manager _ touch* | boss _ yell* | boss _ scream* | manager _ scream* | boss _ humiliat* | manager _ humiliat* | hostile work | sexual harassment | discriminat* _ work | bullied at work | my boss calls me",
  ],
  [
    "acidente_trabalho",
    4,
    "injured at work | hurt at work | accident at work | work accident | fell _ work | fell off _ site | hurt my back _ work* | repetitive strain | work injury | warehouse _ injur*",
  ],
  [
    "estabilidade",
    4,
    "pregnant _ fired | pregnant _ let me go | fired _ pregnant | maternity leave | pregnant _ job | pregnant _ dismiss* | pregnant _ boss | told _ pregnant",
  ],
  ["justa_causa", 4, "for cause | gross misconduct"],
  ["sindicato_coletivo", 3, "trade union | union _ work | the union | on strike"],
  [
    null,
    3,
    "holerite* | contracheque* | entregador* | registrad* em carteira | obrig* _ mei | horario _ chefe | dono nao quer pagar _ trabalh* | trabalhei _ dono | meu patrao | minha patroa | meu turno | trabalho numa | trabalho em uma | dono da loja | dono do restaurante | me registrou | carteira em branco | fui contratad*",
  ],
  [
    null,
    2.5,
    "i work _ hours | i work at | i clean | my shift | at the restaurant _ fired | worked there | worked for them | my coworkers | the company let | quit my job | i was hired",
  ],
  [
    "verbas_rescisorias",
    4,
    "me botaram para fora do servico | perdi meu emprego | perdi o emprego | me mandou para rua | me botou para rua | fui desligad* | me desligaram | baixa na carteira | dar baixa na carteira | meus direitos _ patrao | pagar meus direitos | tempo de casa",
  ],
  ["sindicato_coletivo", 2.5, "sindicato _ descont*"],
  [null, 0.7, "servico"],
  ["salario_atrasado", 2, "comissao"],
  ["salario_atrasado", 2.5, "comissoes"],
  ["verbas_rescisorias", 2.5, "ferias"],
  [null, 0.8, "shift*"],
  ["vinculo_emprego", 4, "estagiario | estagiaria | estagio"],
  [
    "vinculo_emprego",
    2.5,
    "motorista de app | motorista de aplicativo | motorista de uber | fechou as portas | fechou as porta | ninguem recebeu | uber driver",
  ],
  [
    "estabilidade",
    4,
    "gravida _ meses _ mandad* | gravida _ meses _ demit* | gravida _ semanas _ demit* | gravida _ semanas _ mandad* | gravida _ _ demit* | gravida _ _ mandad*",
  ],
  [
    "vinculo_emprego",
    4,
    "keep* my passport | kept my passport | took my passport _ work* | live in maid | as a maid | pay me almost nothing | trabalho escravo | analogo a escravo | analogo a escravidao | domestic worker | housekeeper",
  ],
  [
    "vinculo_emprego",
    4,
    "without _ registered contract | registered contract | work _ without _ contract | no work card",
  ],
  [
    "assedio",
    5,
    "gerente _ passa a mao | chefe _ passa a mao | patrao _ passa a mao | supervisor _ passa a mao | gerente _ piada* | chefe _ piada* | dirty jokes",
  ],
  [
    "acidente_trabalho",
    5,
    "machuquei _ maquina | machuquei _ fabrica | machuquei _ servico | cortei _ maquina | hurt my _ factory | hurt _ machine | injured _ machine | hurt _ at work | factory machine",
  ],
]);
