// What people and professionals say about buying, housing, crime, taxes, the State, companies, the internet and nature.
import type { ConceptTable } from "./concept-table.ts";

/** Written as in concepts-of-persons.ts. */
export const CONCEPTS_OF_AFFAIRS = {
  consumidor: {
    _: "consumidor*, procon, cdc, direito do consumidor, relacao de consumo, relacoes de consumo, fornecedor, loja, comprei, nota fiscal, sac, reclame aqui, garantia, consumer*, refund, bought, store, shop, warranty, customer service",
    produto_defeito:
      "produto defeit*, defeit*, vicio do produto, nao entreg*, nunca chegou, nao chegou, veio quebrad*, veio com defeito, celular quebr*, geladeira, parou de funcionar, troca do produto, arrependimento da compra, faulty, defective, never arrived, not delivered, undelivered, broken product, stopped working, wont refund, refuses to refund",
    servico_ruim:
      "servico mal feito, mal feit*, mal prestad*, oficina, mecanico, pedreiro, reforma, vicio do servico, assistencia tecnica, buffet, festa de casamento, salao, contratei um servico, bad service, poor service, mechanic, repair shop, contractor did, restaurante, passei mal, intoxicac*, comida estragada, food poisoning, restaurant, conserto, consertar",
    cobranca_indevida:
      "cobranca indevida, cobra* indevid*, cobra* que nao devo, cobra* duas vezes, nao reconheco, compra que nao fiz, repeticao de indebito, em dobro, assinatura que nao, charged twice, wrongful charge*, overcharg*, unauthorized charge, charged me for, fatura, nunca contratei, keeps charging, after i cancelled, gym, academia, cancelei e continu*, cancelled my subscription, taxa que nunca",
    negativacao:
      "nome sujo, suj* nome, nome negativad*, negativ*, serasa, spc, cadastro de inadimplentes, inscricao indevida, protesto indevido, score, limpar nome, blacklist*, credit record, credit bureau, credit score, bad credit",
    banco:
      "banco, bancari*, cartao de credito, cartao, emprestimo*, consignado, juros abusivos, financiamento, revisional, busca e apreensao de veiculo, tarifa, cheque especial, conta corrente, direito bancario, bank*, credit card, loan*, interest rate, mortgage, overdraft",
    superendividamento:
      "superendivid*, endividad*, muitas dividas, nao consigo pagar as contas, nao consigo pagar minhas dividas, repactuacao de dividas, minimo existencial, over indebted, overindebted, drowning in debt, too many debts, can t pay my debts",
    transporte_aereo:
      "voo, voos, aere*, companhia aerea, atraso de voo, voo cancelado, bagagem, mala extraviada, extraviad*, overbooking, passagem, agencia de viagem, pacote de viagem, hotel, cruzeiro, flight*, airline, luggage, baggage, travel agency, cancelled trip",
    telefonia_internet:
      "telefonia, operadora, internet lenta, plano de internet, plano da vivo, da claro, da tim, conta de telefone, linha telefonica, portabilidade, anatel, tv a cabo, fidelidade, phone company, internet provider, phone bill, broadband, mobile plan",
    energia_agua:
      "conta de luz, conta de agua, energia eletrica, cortaram luz, cortaram agua, corte de energia, corte de agua, enel, cemig, sabesp, apagao, queimou aparelho*, queimou geladeira, concessionaria, electricity bill, power cut, water bill, utility, electric company, cut off my",
    ensino_particular:
      "mensalidade, faculdade particular, escola particular, diploma atras*, universidade, curso online, matricula faculdade, fies, prouni, rematricula, private school, tuition, college refus*, university fee*, diploma delay, diploma, faculdade, mensalidades",
  },
  civil: {
    _: "civel, direito civil, responsabilidade civil, indeniz*, danos morais, dano moral, contrato*, juizado especial, pequenas causas, obrigac*, civil law, compensat*, small claims, contract*",
    moradia:
      "aluguel, aluguei*, alugu*, despej*, inquilin*, locad*, locat*, locacao, fiador, calcao, dono da casa, proprietario quer, sair da casa, desocup*, imobiliaria, rent, rented, renting, tenant*, landlord*, evict*, lease, security deposit, deposit back, kicked out of my apartment",
    contratos:
      "emprestei dinheiro, me deve dinheiro, devendo, nao me pagou, nao pagou, calote, descumpr* contrato, quebra de contrato, distrato, multa contratual, compra e venda de veiculo, vendi meu carro, vendi minha moto, inadimpl*, lent money, owes me money, breach of contract, sold my car, won t pay me back, promise to pay, pedreiro, obra, paguei metade, sumiu com o dinheiro, emprestei, lent, loaned, never paid me back, sinal que paguei, paid a deposit",
    vizinhanca:
      "vizinh*, condomini*, sindic*, barulho, infiltrac*, muro, taxa de condominio, assembleia de condominio, direito de vizinhanca, som alto, cachorro late, neighbo*, condo*, noise, wall between, leak from upstairs, hoa",
    danos:
      "danos materiais, danos esteticos, lucros cessantes, prejuizo*, mordid* cachorro, cachorro mord*, caiu em cima, queda em, acidente em loja, reparacao de danos, damage*, injur*, dog bit*, slipped and fell, escorreg*, piso molhado, fratur*, slipped, wet floor, quebrei o braco, broke my, tropecei, tripped",
    acidente_transito:
      "acidente de transito, acidente de carro, acidente de moto, bateu no meu carro, bateram no meu carro, batida, bateu atras, colisao, atropel*, dpvat, seguradora, perda total, seguro do carro, franquia do seguro, car accident, car crash, hit my car, crashed into, run over, motorcycle accident, bateram na traseira, traseira do meu carro, bateu na traseira, ran a red light, hit my bike, seguro dele, moto bateu, furou sinal, furou o sinal",
    imoveis:
      "imobiliari*, imovel, imoveis, usucapi*, escritura, registro de imoveis, terreno, lote, posse, reintegracao de posse, invad* terreno, invas*, construtora, na planta, atraso na entrega, incorporad*, regularizacao de imovel, cerca, real estate, title deed, squatter*, property deed, bought an apartment, bought a house, developer, invadiram, sitio, barraco, chacara, fazenda, herdade, terreno vizinho, comprei um terreno, fence, plot",
    honra:
      "direito de imagem, usou minha foto, minha imagem, ofensa a honra, ofend*, fal* mal de mim, espalh* mentira*, defam*, uso indevido de imagem, my reputation, spread* lies, used my picture, used my photo, usaram minha foto, propaganda, used my face, minha reputacao, rumors, fofoca",
    registro_civil:
      "certidao, certidao de nascimento, retificacao de registro, mudar de nome, mudanca de nome, nome social, registro civil, cartorio, sobrenome, registro tardio, birth certificate, change my name, name change, civil registry, trans, mudar meu nome, mudar nome, nome e genero, gender marker, erro na certidao, wrong name",
    execucao_divida:
      "penhor*, execucao de titulo, bloque* conta, conta bloqueada pela justica, sisbajud, bacenjud, leilao, oficial de justica, cumprimento de sentenca, bem de familia, embargos a execucao, recuperacao de credito, seiz*, garnish*, bailiff, frozen account by court, debt collection in court, auction, bloquearam salario, bloquearam meu salario, bloquearam minha conta, juiz bloqueou, carta do forum, processado por divida, sendo processado, court froze, froze my account, being sued, sued me",
  },
  penal: {
    _: "penal, criminal*, crime*, delegacia, delegado, boletim de ocorrencia, policia, inquerito, processo penal, juri, tribunal do juri, ministerio publico denunci*, direito penal, advocacia criminal, police, criminal charge*, prosecutor, criminal law, police report",
    prisao:
      "presa, foi pres*, prenderam, prend*, prisao preventiva, prisao em flagrante, flagrante, cadeia, audiencia de custodia, habeas corpus, liberdade provisoria, fianca, mandado de prisao, solt*, arrest*, jail*, detain*, detention, bail, in prison, warrant, preso, presos, presa no, ta preso, cdp, sem julgamento, taken by the police, held at",
    defesa_criminal:
      "investigad*, acusad*, acusa*, sendo acusado, intimad* delegacia, depor, depoimento, denunciad*, reu, queixa crime, defesa criminal, resposta a acusacao, crimes economicos, colarinho branco, acordo de nao persecucao, accused, investigat*, suspect, charged with, testify, criminal defense, criminal defence, white collar, police station, took me to the station, delegado me chamou, chamad* na delegacia, audiencia criminal, advogado criminal",
    vitima:
      "vitima, fui vitima, assistente de acusacao, representacao criminal, registrar ocorrencia, victim, report a crime, press charges",
    violencia_ameaca:
      "ameac*, ameacando, lesao corporal, homicid*, tentativa de homicidio, matar, faca, arma, porte de arma, agredid*, bateram em mim, briga, stalk*, persegu*, threat*, assault*, murder, homicide, knife, gun, stalker, agrediu, me agrediu, pedaco de pau, soco, facada, tiro, punched, stabbed, vai me matar, jurou me matar, attacked me",
    crimes_patrimonio:
      "furt*, roub*, assalt*, estelionat*, apropriacao indebita, receptac*, latrocinio, extors*, golpe, fui assaltad*, levaram meu celular, crimes patrimoniais, stole, stolen, theft, robb*, burgl*, fraud*, scam*, extort*, embezzle*",
    drogas:
      "drogas, trafic*, entorpecente*, maconha, cocaina, lei de drogas, usuario de drogas, porte de drogas, drug*, marijuana, cocaine, trafficking, weed, baseado, maconheiro, caught with, pego com, pegaram com",
    crimes_honra:
      "calunia, difama*, injuria, injuria racial, racismo, xing*, queixa crime por difamacao, crimes contra a honra, slander, libel, racial insult, racism",
    crimes_transito:
      "embriaguez ao volante, bafometro, dirig* bebado, bebid* dirig*, lei seca, homicidio culposo, fug* do local, crime de transito, drunk driv*, breathaly*, dui, hit and run",
    execucao_penal:
      "execucao penal, progressao de regime, semiaberto, regime fechado, livramento condicional, tornozeleira, indulto, remicao, saidinha, presidio, penitenciaria, prison sentence, parole, serving time, ankle monitor, inmate",
    crimes_sexuais:
      "estupr*, abuso sexual, abusad*, importunacao sexual, crimes sexuais, dignidade sexual, violencia sexual, rape*, sexual assault, sexual abuse, molest*, me agarrar, me agarrou, passou a mao, grop*, touched me, me tocou, assedio na rua, tarad*",
  },
  tributario: {
    _: "tribut*, imposto*, fisco, receita federal, fiscal, sefaz, carf, direito tributario, planejamento tributario, contribuinte, tax, taxes, taxation, irs, revenue service",
    imposto_renda:
      "imposto de renda, irpf, malha fina, declaracao de imposto, restituicao do imposto, ganho de capital, carne leao, income tax, tax return, capital gains, restituicao, pendencia, minha restituicao, declaracao, declarar, refund from the tax",
    iptu_iss:
      "iptu, iss, issqn, itbi, taxa de lixo, imposto municipal, imposto da prefeitura, valor venal, property tax, city tax, municipal tax",
    ipva_icms:
      "ipva, icms, imposto estadual, secretaria da fazenda, substituicao tributaria, difal, itcmd, vehicle tax, state tax",
    execucao_fiscal:
      "execucao fiscal, divida ativa, certidao negativa, cda, parcelamento fiscal, refis, protesto divida ativa, embargos a execucao fiscal, auto de infracao fiscal, tax debt, tax enforcement, tax lien, owe taxes",
    simples_mei:
      "simples nacional, mei, microempreendedor, das atrasad*, desenquadr*, exclusao do simples, lucro presumido, small business tax, microentrepreneur",
    isencao_restituicao:
      "isencao, isent*, molestia grave, restituic* tribut*, repeticao do indebito, compensacao tributaria, imunidade, creditos de pis, cofins, exempt*, tax refund, tax credit",
    importacao:
      "importac*, importad*, alfandega, aduan*, remessa internacional, encomenda taxada, taxa de importacao, retida na alfandega, shein, aliexpress, customs, import*, import duty, package held, taxaram, taxad*, de fora, encomenda, compra internacional, parcel, package",
  },
  administrativo: {
    _: "administrativ*, direito administrativo, direito publico, prefeitura, municipio, orgao publico, poder publico, administracao publica, mandado de seguranca, governo, tribunal de contas, public law, city hall, government, public administration, administrative",
    concurso_publico:
      "concurso, concurso publico, edital, banca, aprovad* concurso, nomeac*, cadastro de reserva, heteroidentificacao, psicotecnico, gabarito, teste fisico, eliminad* concurso, civil service exam, public exam, public tender exam, exam board, shortlisted for the public",
    servidor_publico:
      "servidor* public*, servidor*, estatutari*, pad, sindicancia, exonerac*, quinquenio, gratificac*, licenca premio, remocao, funcionalismo, militar, policial militar reform*, public servant*, civil servant*, government employee",
    multas_transito:
      "multa de transito, multa*, cnh, detran, suspensao da cnh, pontos na carteira, radar, guincho, carro apreendido, jari, defesa previa, cassacao da cnh, traffic fine*, traffic ticket*, speeding ticket*, driver s license, driving licence, license suspended, towed, guinch*, patio, diaria do patio, minha carteira suspensa, tow*, fine for speeding, blitz",
    licitacao:
      "licitac*, pregao, contrato administrativo, contratos publicos, empreiteira, obra publica, reequilibrio economico, inexigibilidade, lei 14133, public tender*, public contract*, procurement",
    desapropriacao:
      "desapropri*, servidao administrativa, faixa de dominio, indenizacao justa, duplicacao da rodovia, tombament*, expropriat*, eminent domain",
    responsabilidade_estado:
      "responsabilidade do estado, buraco na rua, buraco, queda de arvore, arvore caiu, erro do estado, bala perdida, policial atirou, abuso de autoridade, dano causado pelo, enchente prefeitura, state liability, pothole, police brutality, damage caused by the city, tree fell, city tree, fell on my car, viatura, ambulancia, escola publica",
    beneficios_servicos:
      "bolsa familia, auxilio brasil, cras, beneficio social, minha casa minha vida, servico publico, transporte publico, passe livre, cadastro unico, social benefit*, public service*, housing program, bus pass",
    improbidade:
      "improbidade, prestacao de contas, gestor publico, ex prefeito, tribunal de contas, processo administrativo, processo disciplinar, lei anticorrupcao, misconduct in office, misconduct, disciplinary proceeding, prefeito, vereador, mayor, corrupt*, desvi* dinheiro, verba publica",
    alvara_licenca:
      "alvara, alvara de funcionamento, vigilancia sanitaria, fiscalizacao da prefeitura, interdit*, embargo da obra, habite se, licenca da prefeitura, camelo, ambulante, bombeiros, permit, business permit, inspection, building permit, health inspection, closed my restaurant",
  },
  empresarial: {
    _: "empresarial, societari*, direito empresarial, cnpj, minha empresa, empresario*, startup*, sociedade limitada, junta comercial, governanca, compliance, business law, corporate, company law, my company, entrepreneur*",
    sociedade:
      "socio*, socia*, societ*, quotas, cotas, acordo de socios, acordo de quotistas, dissolucao parcial, apuracao de haveres, exclusao de socio, sair da sociedade, acionista*, business partner*, partnership, shareholder*, co founder*, sair da empresa, minha parte na empresa, minha parte, cofounder, taking money out, our company, empresa com meu irmao, abrimos empresa",
    recuperacao_falencia:
      "recuperacao judicial, recuperacao extrajudicial, falencia, falid*, quebr* empresa, empresa quebr*, administrador judicial, credores, assembleia de credores, bankrupt*, insolven*, creditors, restructuring, chapter",
    titulos_credito:
      "cheque*, cheque sem fundo, nota promissoria, duplicata*, titulos de credito, protesto de titulo, boleto nao pago, aval, avalista, cambia*, cheque bounced, bounced check, bad check, promissory note*, bill of exchange, trade bill*",
    contratos_empresariais:
      "contratos empresariais, contratos comerciais, fornecedor da empresa, fornecedor nao entreg*, representacao comercial, representante comercial, distribuic*, prestacao de servicos entre empresas, cliente da minha empresa, b2b, locacao comercial, supplier*, commercial contract*, distribution agreement, commercial agent, prestei servico, prestei servicos, com nota, invoice*, client won t pay, empresa cliente, fornecimento",
    marcas_patentes:
      "marca, marcas, patente*, inpi, registro de marca, propriedade industrial, propriedade intelectual, concorrencia desleal, copiou minha marca, logotipo, trademark*, patent*, intellectual property, unfair competition, copied my brand, logo",
    abertura_fechamento:
      "abrir empresa, abrir um cnpj, fechar empresa, encerrar empresa, baixa da empresa, contrato social, constituicao de empresa, dar baixa, open a company, start a company, close my company, close down the business, incorporat*, register a business",
    franquia:
      "franqui*, franquead*, cof, circular de oferta, rede de franquias, royalties, taxa de franquia, franchis*",
  },
  digital: {
    _: "internet, online, digital, direito digital, rede social, redes sociais, instagram, facebook, whatsapp, tiktok, site, aplicativo, marco civil, plataforma*, social media, website, app, cyber*",
    golpe_online:
      "golpe, golpe do pix, pix, golpista, boleto falso, site falso, clon* whatsapp, falso funcionario, link falso, phishing, casa de aposta*, apostas online, criptomoeda*, investimento falso, scam*, scammed, scammer, fake website, fake store, online fraud, crypto, ligaram falando, ligaram dizendo, limparam minha conta, falso banco, central falsa, cai num golpe, cai em golpe, emptied my account, fake bank, whatsapp falso",
    conta_invadida:
      "conta invadida, invad* conta, hacke*, roubaram meu instagram, perdi acesso, conta bloqueada, conta desativada, conta suspensa, perfil hackeado, invasao de dispositivo, hacked, account was hacked, account blocked, locked out of my account, banned my account, suspended my account",
    vazamento_dados:
      "vaz* dados, dados pessoais, lgpd, protecao de dados, privacidade, encarregado, anpd, meus dados, usaram meu cpf, data breach, data leak, personal data, privacy, data protection, my data",
    exposicao_intima:
      "fotos intimas, foto intima, nudes, video intimo, vazaram fotos, vaz* video, pornografia de vinganca, sextors*, divulg* fotos, intimate photo*, intimate image*, intimate picture*, nude*, revenge porn, sextortion, leaked my photos, postar videos, nossos videos, post our video*, posted our, ameaca postar, ameaca divulgar, private photos, private videos, meus videos",
    ofensa_online:
      "perfil falso, perfil fake, fake, cyberbullying, ofensa* na internet, comentarios ofensivos, remocao de conteudo, xing* no facebook, xing* instagram, grupo do whatsapp, discurso de odio, fake profile, online abuse, hate comments, online harassment, impersonat*, trolls, exposed, twitter, postaram sobre mim, postou sobre mim, mentir* na internet, posted lies, comentario*",
    direito_autoral_online:
      "direito autoral, direitos autorais, plagi*, copiaram meu conteudo, copiou meu curso, pirataria, uso da minha musica, youtube derrubou, copyright strike, copyright, plagiari*, copied my content, stole my content, pirated",
  },
  ambiental: {
    _: "ambient*, meio ambiente, ibama, direito ambiental, orgao ambiental, sustentabilidade, environment*, nature",
    multa_ambiental:
      "multa ambiental, multa do ibama, auto de infracao ambiental, embargo ambiental, area embargada, tac ambiental, compensacao ambiental, environmental fine*, environmental embargo",
    poluicao:
      "polui*, fumaca, esgoto, cheiro forte, mau cheiro, fabrica, lixao, residuo*, barulho da fabrica, poluicao sonora, efluente*, pollut*, smoke, sewage, factory, smell, fumes, industrial noise, pig farm, smells, joga lixo, jogando lixo, rio, corrego, river, fedor, chemical*",
    desmatamento:
      "desmat*, area de preservacao, reserva legal, corte de arvore*, cort* arvore*, mata ciliar, queimada*, madeira ilegal, codigo florestal, unidade de conservacao, deforest*, cut down trees, protected area, logging, forest, derrub* mata, derrub* arvore*, nascente, mata, floresta, cortando arvores, trees, river bank",
    licenciamento:
      "licenca ambiental, licenciamento, eia rima, licenca previa, licenca de operacao, outorga, cetesb, estudo de impacto, environmental licence*, environmental license*, environmental permit",
    maus_tratos_animais:
      "maus tratos animais, maltrat* cachorro, maltrat* animal, cachorro abandonado, envenen* cachorro*, envenen* gato*, animal silvestre, papagaio, protecao animal, animal cruelty, animal abuse, poisoned my dog, wild animal, abused dog, cachorro amarrado, cachorro sem agua, cachorros, starv*, dogs, chained, gatos, bicho*",
    desastre:
      "barragem, rompimento, mariana, brumadinho, contaminac*, contaminad*, vazamento de oleo, enchente, deslizamento, mineradora, dam burst, dam collapse, oil spill, contaminat*, toxic, flood*, landslide, mining company",
  },
} as const satisfies ConceptTable;
