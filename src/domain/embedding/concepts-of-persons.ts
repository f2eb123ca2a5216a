// What people and professionals say about work, family, inheritance, benefits, health, children and migration.
import type { ConceptTable } from "./concept-table.ts";

/**
 * Phrases by area and subarea, pt-BR and en, lay and professional side by side, without accents. `*` ends a prefix; up to
 * two other words may stand between the words of a phrase. `_` holds what points to the area as a whole.
 */
export const CONCEPTS_OF_PERSONS = {
  trabalho: {
    _: "trabalhist*, clt, carteira assinada, empregad*, empregador*, patrao, patroa, emprego, meu chefe, minha chefe, gerente, funcionari*, reclamatoria, reclamacao trabalhista, vara do trabalho, trt, tst, direito do trabalho, relacoes de emprego, labor law, labour law, employment, employee*, employer*, my boss, boss, coworker*, hr department, workplace, rh da empresa, holerite*, encarregad*, supervisor*, firma, manager, my job, new job, warehouse, shift, colega* de trabalho, minha chefia, meu servico",
    verbas_rescisorias:
      "demit*, demiss*, mandad* embora, mandou embora, mandaram embora, dispensad*, dispensa sem, sem justa causa, rescis* contrato de trabalho, rescisori*, verbas, acerto, aviso previo, fgts, multa 40, seguro desemprego, decimo terceiro, ferias vencidas, desligament*, fui desligad*, perdi emprego, homologacao, fired, laid off, sacked, dismiss*, lost my job, severance, final pay, notice period, let me go, terminated, me dispensou, dispensou sem pagar, me mandar embora, mandar embora, told me not to come back, nao pagou meus direitos, meus direitos, my rights after, sai do emprego, pedi demissao",
    salario_atrasado:
      "salari* atrasad*, nao paga* salari*, sem receber salari*, sem salari*, atras* salari*, salari* nao, falta de pagamento de salari*, meses sem receber, equiparacao salarial, diferencas salariais, nao deposit* fgts, unpaid wage*, unpaid salary, not paid my, owe* me wage*, late wage*, didn t pay me, hasn t paid me, back pay, paycheck, trabalhei nao pagou, trabalhei nao quer pagar, nao recebi, dono nao quer pagar, salary late, haven t been paid, not been paid, without pay",
    horas_extras:
      "hora* extra*, jornada, banco de horas, intervalo intrajornada, sobreaviso, adicional noturno, folga*, domingo* e feriado*, sem folga, escala 12x36, trabalh* domingo*, cartao de ponto, bater ponto, turno*, overtime, extra hours, working hours, days off, night shift, hora* por dia, hours a day, hours a week, ate domingo, todo domingo, fim de semana trabalh*, work* weekends",
    vinculo_emprego:
      "sem carteira, sem registro, nao assin* carteira, carteira nao, vinculo empregaticio, vinculo de emprego, pejotiz*, contratad* como pj, diarista, empregada domestica, domestic*, motorista de aplicativo, autonom*, informal, off the books, undeclared work, without contract, under the table, freelance*, gig, contractor, abrir mei pra continuar, obrig* abrir mei, cash only, no registration, nanny, faxineira, cuidadora, baba, cuidador*, garcom, bico, nunca assin*, maid, housekeeper",
    assedio:
      "assedi* moral, assedi* sexual, assedi*, humilh* trabalho, humilh*, discriminacao no trabalho, xing* na frente, persegui* chefe, metas abusivas, burnout, danos morais trabalhistas, harass*, bully* at work, discriminat*, hostile work*, na frente dos colegas, na frente das colegas, me humilh*, me xing* no trabalho, comentario* sexua*, sexual comment*, cantada* do chefe, grita comigo, yells at me",
    acidente_trabalho:
      "acidente de trabalho, acident* trabalh*, doenca ocupacional, doenca do trabalho, ler dort, dort, cat do inss, maquina cortou, insalubr*, periculos*, epi, cai andaime, work accident, injured at work, occupational, workplace injury, hurt my back at work, perdi dedo, perdi a ponta, machuquei no trabalho, me machuquei, maquina da fabrica, sem protecao, hurt my back, lifting boxes, got hurt, injured on the job, coluna trabalho",
    estabilidade:
      "gravid* demit*, demit* gravid*, estabilidade, gestante, cipa, cipeir*, reintegracao, licenca maternidade, volt* licenca, pregnant and fired, pregnan*, maternity leave, reinstatement",
    justa_causa:
      "justa causa, por justa causa, abandono de emprego, reversao de justa causa, falta grave, advertencia, suspensao disciplinar, dismissed for cause, fired for cause, gross misconduct",
    sindicato_coletivo:
      "sindicat*, greve, acordo coletivo, convencao coletiva, dissidio, categoria profissional, negociacao coletiva, union, strike, collective bargaining, collective agreement",
  },
  familia: {
    _: "familia*, direito de familia, vara de familia, casament*, casad*, conjug*, meu marido, minha esposa, minha mulher, meu ex, minha ex, ex marido, ex mulher, ex esposa, mediacao familiar, family law, my husband, my wife, my ex, ex husband, ex wife, spouse, marriage, married",
    divorcio:
      "divorci*, separacao, separa*, desquit*, quero me separar, fim do casamento, divorcio consensual, divorcio litigioso, saiu de casa, divorc*, separat*, split up, leave my husband, leave my wife",
    guarda:
      "guarda, guarda compartilhada, guarda unilateral, visit* filh*, ver meu filho, ver minha filha, ver meus filhos, convivencia, regime de visitas, alienacao parental, pegar meu filho, levou meu filho, levou minha filha, fim de semana com, custody, visitation, see my kid*, see my son, see my daughter, see my children, took my child*, took the kids, parental alienation, visita quinzenal, visita, visitas, nao devolveu, pegou as criancas, nao deixa ver, nao me deixa ver, won t let me see, keeps my kids, sumiu com meu filho",
    pensao:
      "pensao alimenticia, pensao, alimentos, pensao do meu filho, atras* pensao, nao paga pensao, execucao de alimentos, revisional de alimentos, exoneracao, alimony, child support, maintenance payment*, spousal support, pai da crianca, pai do meu filho, pai da minha filha, aumentar pensao, so da reais, ajuda com nada, doesn t pay support, father of my child",
    uniao_estavel:
      "uniao estavel, mor* junt*, vive* junt*, amigad*, companheir*, contrato de namoro, reconhecimento e dissolucao, live together, lived together, common law, domestic partner*, civil union, cohabit*, vivi com ele, vivi com ela, anos sem casar, sem casar no papel, pos pra fora, nunca casamos, never married, partner of, my boyfriend, my girlfriend",
    paternidade:
      "paternidade, dna, exame de dna, reconhecer filho, nao registrou, registr* filh*, pai biologico, negatoria, socioafetiv*, investigacao de paternidade, paternity, dna test, biological father, birth certificate father",
    violencia_domestica:
      "violencia domestica, maria da penha, me bate, me bateu, bateu em mim, apanh*, medida protetiva, agred*, agress*, ameac* marido, marido ameac*, tenho medo dele, domestic violence, beats me, hit me, hits me, abusive husband, abusive partner, restraining order, protective order, afraid of him, chok*, hits me, me empurr*, me machuc*, ele bebe, when he is drunk, quebrou meu celular, ele me ameaca, me enforc*, scared of him",
    curatela:
      "curatela, curador*, interdi*, incapaz, tomada de decisao apoiada, alzheimer, demencia, pai idoso, mae idosa, cuidar da minha mae, guardianship, dementia, alzheimers, power of attorney for my",
    partilha_bens:
      "partilha, dividir bens, divisao de bens, bens do casal, regime de bens, comunhao, meacao, pacto antenupcial, ficar com a casa, dividir a casa, division of property, split the house, marital property, prenup*",
  },
  sucessoes: {
    _: "heranc*, herdeir*, sucess*, falec*, morreu, espolio, direito das sucessoes, planejamento sucessorio, herdar, deixou bens, inherit*, heir*, estate, deceased, passed away, died, probate, finado, finada, late mother, late father, my late, depois que meu pai morreu, after my father died, after my mother died",
    inventario:
      "inventari*, inventario extrajudicial, partilha amigavel, arrolamento, inventariante, itcmd, sobrepartilha, formal de partilha, casa do falecido, deixou uma casa, alvara judicial, probate, estate administration, settle the estate",
    testamento:
      "testament*, testador, legado, legitima, deserd*, abertura de testamento, nulidade de testamento, the will, a will, his will, her will, last will, testator, disinherit*, left a will",
    briga_herdeiros:
      "briga irmaos, irmao* heranc*, irma* heranc*, irmao nao quer dividir, irmaos nao querem, sonegad*, litigio entre herdeiros, anulacao de partilha, colacao, meus irmaos, siblings, brother won t, sister won t, dispute over inheritance, irmaos querem vender, irmao* vender a casa, irmao quer vender, our share, brother took over, meu irmao mora, minha irma mora, won t share",
    dividas_falecido:
      "divida* falecid*, divida* do meu pai, divida* da minha mae, conta do falecido, saldo em banco falecido, cobran* falecid*, pis fgts falecid*, debts of the deceased, father s debts, mother s debts, bank account of my late",
    doacao_em_vida:
      "doacao, doar, usufruto, antecipacao de heranca, holding familiar, planejamento patrimonial, passar a casa para, lifetime gift, usufruct, family holding, estate planning, transfer the house to my children, passar minha casa, casa pro nome, nome dos meus filhos, em vida, while i am alive, while alive",
  },
  previdenciario: {
    _: "inss, previdenci*, previdencia social, beneficio previdenciario, segurad*, contribuicao ao inss, cnis, regime geral, rgps, juizado federal previdenciario, social security, pension office",
    aposentadoria:
      "aposent*, tempo de contribuicao, aposentadoria por idade, aposentadoria especial, aposentadoria rural, ppp, regra de transicao, carencia, retire*, retirement, old age pension, years of contribution",
    incapacidade:
      "auxilio doenca, auxilio acidente, invalidez, incapacidade, pericia, perito, afastad* inss, encostad*, laudo inss, alta programada, beneficio por incapacidade, nao consigo trabalhar, sickness benefit, disability benefit, disability, medical examiner, can t work anymore, alta do inss, too sick to work, nao aguento trabalhar, perito disse, doente e nao, laudo",
    bpc_loas:
      "bpc, loas, beneficio assistencial, prestacao continuada, cadunico, deficiente sem renda, idoso sem renda, amparo social, assistance benefit, nunca contribuiu, nao tem renda, deficient*, disabled son, disabled child, government benefit, idoso sem, sem renda",
    pensao_morte:
      "pensao por morte, pensao do meu marido, pensao do falecido, viuva, viuvo, dependente do segurado, survivor* pension, widow*, survivor s pension, companheiro morreu inss, marido morreu inss, husband died pension, dar a pensao",
    salario_maternidade:
      "salario maternidade, auxilio maternidade, licenca maternidade inss, maternidade inss, maternidade rural, maternity pay, maternity benefit",
    revisao_beneficio:
      "revisao do beneficio, revisao da vida toda, beneficio cortado, cortaram beneficio, cortaram meu, beneficio suspenso, beneficio negado, indeferid*, inss negou, negou meu beneficio, recurso ao inss, benefit denied, benefit cut, benefit was suspended, denied my claim",
    descontos_beneficio:
      "desconto* beneficio, desconto* aposentadoria, desconto* no meu inss, associacao desconto, consignado inss, rmc, rcc, desconto que nao autorizei, deduction* from my pension, deduct* my benefit, payroll loan on my pension",
  },
  saude: {
    _: "saude, direito a saude, direito medico, medic*, hospital, paciente, tratamento, cirurgia, operadora de saude, ans, judicializacao da saude, liminar saude, health, doctor, patient, surgery, hospital treatment, medical",
    plano_saude:
      "plano de saude, convenio medico, convenio negou, plano negou, negou cirurgia, negou exame, unimed, carencia do plano, reajuste do plano, reajuste abusivo, negativa de cobertura, rol da ans, home care, cancel* plano, health plan, health insurance, insurance denied, insurer refus*, coverage denied, plano nao, plano quer, operadora, carencia, insurer, my plan",
    sus_tratamento:
      "sus, fila do sus, posto de saude, secretaria de saude, espera cirurgia, fila cirurgia, vaga de cirurgia, tratamento pelo estado, public health system, waiting list surgery, sus waiting",
    medicamentos:
      "medicament*, remedio*, alto custo, farmacia popular, canabidiol, insulina, quimioterap*, anvisa, fornecimento de medicamento, medicine*, medication, drug treatment cost, expensive medicine, insulin",
    erro_medico:
      "erro medico, erro hospitalar, negligencia medica, impericia, cirurgia deu errado, operou errado, infeccao hospitalar, responsabilidade civil medica, erro odontologico, dentista, malpractice, medical error, botched, surgeon mistake, wrong diagnosis, operated on the wrong, wrong knee, surgeon, parto, cirurgia plastica, esqueceram dentro, sequela*",
    internacao:
      "internac*, internad*, uti, vaga de uti, leito, transferencia hospital, nao tem leito, intensive care, icu, hospital bed, hospital admission",
    saude_mental:
      "saude mental, internacao compulsoria, internacao involuntaria, dependente quimico, clinica de reabilitacao, surto, caps, autis*, terapia aba, transtorno do espectro, psiquiatr*, mental health, forced admission, rehab, autism, psychiatric",
  },
  crianca_e_adolescente: {
    _: "crianca*, adolescente*, menor de idade, eca, estatuto da crianca, conselho tutelar, infancia, infancia e juventude, vara da infancia, child protection, minor, minors, juvenile, teenager, children s rights",
    adocao:
      "adoca*, adotar, adotei, adotiv*, habilitacao para adocao, entregar para adocao, destituicao do poder familiar, adopt*, adoption",
    acolhimento:
      "acolhimento, abrigo*, tiraram meu filho, levaram meus filhos, conselho tutelar levou, familia acolhedora, guarda da avo, guarda dos netos, neto*, foster care, foster, took my kids away, social services, shelter for children, grandchild*, child services, social worker, took my kids, took my children, shelter, assistente social",
    ato_infracional:
      "ato infracional, menor apreendid*, meu filho foi apreendid*, apreensao do menor, fundacao casa, medida socioeducativa, internacao socioeducativa, liberdade assistida, juvenile offen*, juvenile detention, my son was caught, year old son was, son was caught, meu filho de 14, meu filho de 15, meu filho de 16, meu filho de 17, my 15 year, my 16 year, my 17 year, my 14 year, apreendid*",
    maus_tratos:
      "maus tratos crianca, bate na crianca, batem na crianca, abuso infantil, abuso sexual infantil, negligencia crianca, padrasto, madrasta, espanc*, child abuse, abused child, neglect*, stepfather, hurts the child, bruise*, screams every, kid next door, crianca grita, crianca chora, roxo*, crianca apanha, deixa a crianca sozinha, child alone",
    escola_creche:
      "creche, vaga em creche, matricula escola, vaga na escola, bullying, escola do meu filho, professora, inclusao escolar, mediador escolar, aluno, nursery, daycare, school bully*, school refus*, bullied at school, school place, filho autista, vaga, escola nao, escola quer, na escola, at school, teacher, colegas da escola",
    viagem_autorizacao:
      "autorizacao de viagem, viajar com meu filho, passaporte do meu filho, passaporte do menor, levar meu filho exterior, subtracao internacional, convencao da haia, travel permission, travel with my child, passport for my child, take my son abroad, viajar com minha filha, viajar com meus filhos, pai nao assina, autorizacao do pai, father s permission, permission to travel, pra fora do pais, won t sign, travel abroad with",
    trabalho_infantil:
      "trabalho infantil, crianca trabalhando, menor trabalhando, aprendiz, jovem aprendiz, trabalho do menor, child labour, child labor, apprentice",
  },
  migratorio: {
    _: "migra*, imigra*, estrangeir*, direito migratorio, policia federal estrangeiro, lei de migracao, haitian*, venezuelan*, bolivian*, angolan*, senegales*, cuban*, immigra*, foreigner, foreign national, migrant*, fronteira, border, from venezuela, from haiti, from angola, from syria, my country, meu pais de origem, policia federal",
    visto_residencia:
      "visto de, meu visto, visto vencido, vistos, residencia no brasil, autorizacao de residencia, permanencia, visto vencido, nomade digital, visto de trabalho, visto de estudante, visa, visas, residence permit, residency, overstay*, work permit",
    refugio:
      "refugi*, asilo, conare, solicitacao de refugio, perseguicao politica no meu pais, visto humanitario, acolhida humanitaria, refugee, asylum, humanitarian visa",
    naturalizacao:
      "naturaliz*, nacionalidade, cidadania, dupla cidadania, cidadania italiana, cidadania portuguesa, apatrid*, prova celpe, citizenship, nationality, naturali*, stateless",
    deportacao:
      "deport*, expuls* do pais, extradi*, repatria*, notificacao para deixar, multa migratoria, impedimento de ingresso, deported, deportation, extradition, told to leave the country, prazo pra sair, prazo para sair, sair do pais, leave the country, sem carimbo, within 60 days, told me to leave",
    documentos:
      "rnm, rne, crnm, protocolo de refugio, carteira de estrangeiro, documento de estrangeiro, cpf de estrangeiro, revalidacao de diploma, validar diploma, foreign diploma, registration card, immigration papers, lost my papers, residence card, card expired, my documents, meus documentos venc*, meu documento venceu, passport expired",
    reuniao_familiar:
      "reuniao familiar, trazer minha familia, trazer minha esposa, trazer meus filhos, casad* com brasileir*, filho brasileiro, family reunion, bring my wife, bring my husband, bring my family, married to a brazilian, bring my mother, bring my father, bring my son, bring my daughter, bring my kids, trazer minha mae, trazer meu pai, trazer meu filho, trazer minha filha, live with me in brazil",
  },
} as const satisfies ConceptTable;
