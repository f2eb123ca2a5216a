// How lawyers put their own work into words: phrases for each area and subarea, to complete "atuo em ..." and the like.
import type { Area } from "../../src/domain/legal/areas.ts";

export interface AreaPhrases {
  /** Completes "atuo em ...". */
  names: readonly string[];
  /** Whole sentences about the area. */
  sentences: readonly string[];
  /** By subarea slug; each completes "cuido de ...". */
  subareas: Readonly<Record<string, readonly string[]>>;
}

export const PRACTICE_PHRASES: Readonly<Record<Exclude<Area, "nenhuma">, AreaPhrases>> = {
  trabalho: {
    names: ["direito do trabalho", "causas trabalhistas", "relações de trabalho e emprego"],
    sentences: [
      "Conheço bem a rotina das varas do trabalho e prefiro tentar um acordo antes da audiência.",
      "Defendo trabalhadores em reclamações trabalhistas, da primeira conversa ao cálculo final.",
      "Já estive dos dois lados da mesa, com empregados e com pequenas empresas, e isso ajuda a negociar.",
      "Confiro holerites e extratos um por um antes de propor qualquer ação contra o empregador.",
    ],
    subareas: {
      verbas_rescisorias: [
        "verbas rescisórias, FGTS e seguro-desemprego",
        "demissões sem pagamento correto da rescisão",
      ],
      salario_atrasado: ["salários atrasados e rescisão indireta por falta de pagamento", "diferenças salariais"],
      horas_extras: ["horas extras, intervalos e adicional noturno", "controle de jornada e banco de horas"],
      vinculo_emprego: ["reconhecimento de vínculo de emprego", "contratos de fachada e pejotização"],
      assedio: ["assédio moral e sexual no trabalho", "discriminação e dano moral na empresa"],
      acidente_trabalho: ["acidentes de trabalho e doenças ocupacionais", "insalubridade e periculosidade"],
      estabilidade: ["estabilidade da gestante e do cipeiro", "reintegração de quem tinha emprego garantido"],
      justa_causa: ["reversão de justa causa", "defesas contra dispensa por falta grave"],
      sindicato_coletivo: ["negociação coletiva e assessoria a sindicatos", "greves e acordos coletivos"],
    },
  },
  familia: {
    names: ["direito de família", "questões de família", "família e mediação"],
    sentences: [
      "Procuro proteger as crianças do conflito e só litigo quando não há outro caminho.",
      "Em família, ouço primeiro; o processo vem depois, se precisar.",
      "Tenho formação em mediação familiar e costumo reunir as duas partes na mesma sala.",
      "Atendo mães, pais e avós com a discrição que o assunto pede.",
    ],
    subareas: {
      divorcio: ["divórcios consensuais e litigiosos", "separações, inclusive em cartório"],
      guarda: ["guarda compartilhada e convivência com os filhos", "regulamentação de visitas e alienação parental"],
      pensao: ["pensão alimentícia, da fixação à execução", "ações de alimentos e revisionais"],
      uniao_estavel: ["reconhecimento e dissolução de união estável", "contratos de convivência"],
      paternidade: ["investigação de paternidade", "registro e filiação socioafetiva"],
      violencia_domestica: [
        "medidas protetivas da Lei Maria da Penha",
        "apoio a mulheres em situação de violência doméstica",
      ],
      curatela: ["curatela e tomada de decisão apoiada", "interdição de pessoas idosas com demência"],
      partilha_bens: ["partilha de bens do casal", "regime de bens e pactos antenupciais"],
    },
  },
  sucessoes: {
    names: ["direito das sucessões", "heranças e inventários", "planejamento sucessório"],
    sentences: [
      "Organizo a documentação da família para que o inventário não se arraste por anos.",
      "Quando há acordo entre os herdeiros, resolvo tudo em cartório.",
      "Sei que a herança costuma chegar junto com o luto, e trato cada etapa com calma.",
      "Explico custos e impostos da sucessão antes de começar.",
    ],
    subareas: {
      inventario: ["inventários judiciais e extrajudiciais", "arrolamento, sobrepartilha e ITCMD"],
      testamento: ["testamentos, da redação à abertura", "anulação de testamento e proteção da legítima"],
      briga_herdeiros: ["litígios entre herdeiros", "sonegação de bens e prestação de contas do inventariante"],
      dividas_falecido: ["dívidas e contas do espólio", "alvarás para saldo bancário de falecidos"],
      doacao_em_vida: ["doação com reserva de usufruto", "holding familiar e antecipação da herança"],
    },
  },
  consumidor: {
    names: ["direito do consumidor", "defesa do consumidor", "relações de consumo"],
    sentences: [
      "Resolvo muita coisa por notificação e Procon; o juizado fica para quando a empresa não responde.",
      "Defendo consumidores contra bancos, lojas e operadoras.",
      "Peço sempre os protocolos de atendimento: eles ganham processos.",
      "Gosto de causas pequenas, em que uma cobrança errada tira o sono de alguém.",
    ],
    subareas: {
      produto_defeito: ["produtos com defeito ou não entregues", "troca, garantia e arrependimento de compras"],
      servico_ruim: ["vícios na prestação de serviços", "reformas e consertos mal executados"],
      cobranca_indevida: ["cobranças indevidas e devolução em dobro", "débitos não reconhecidos"],
      negativacao: [
        "negativação indevida no Serasa e no SPC",
        "limpeza do nome e dano moral por cadastro de devedores",
      ],
      banco: ["revisão de contratos bancários e juros abusivos", "empréstimos consignados e fraudes no cartão"],
      superendividamento: [
        "superendividamento e repactuação de dívidas",
        "planos de pagamento com preservação do mínimo existencial",
      ],
      transporte_aereo: ["atraso e cancelamento de voos", "extravio de bagagem e pacotes de viagem"],
      telefonia_internet: ["problemas com telefonia e internet", "cancelamento e multas de fidelidade de operadoras"],
      energia_agua: ["corte e cobrança de energia e água", "danos a aparelhos por falha da concessionária"],
      ensino_particular: ["mensalidades e diplomas de faculdades particulares", "contratos com escolas e cursos"],
    },
  },
  civil: {
    names: ["direito civil", "contratos e responsabilidade civil", "causas cíveis"],
    sentences: [
      "Leio o contrato inteiro, inclusive as letras miúdas, antes de opinar.",
      "Atuo no juizado especial e na vara cível, com indenizações e obrigações.",
      "Digo logo quando uma causa não vale o custo.",
      "Tenho prática em negociação e em laudos periciais de engenharia.",
    ],
    subareas: {
      moradia: ["locação e despejo, por inquilinos e locadores", "renovação e revisão de aluguel"],
      contratos: [
        "descumprimento e distrato de contratos",
        "empréstimos entre particulares e compra e venda de veículos",
      ],
      vizinhanca: ["direito de vizinhança e condomínios", "infiltrações, barulho e assembleias de condomínio"],
      danos: ["indenização por danos materiais e morais", "responsabilidade por acidentes e prejuízos"],
      acidente_transito: ["acidentes de trânsito e seguros", "indenizações por colisão e atropelamento"],
      imoveis: ["usucapião, posse e regularização de imóveis", "compra de imóvel na planta e atraso de obra"],
      honra: ["ofensas à honra e uso indevido de imagem", "direito de resposta e reparação da reputação"],
      registro_civil: ["retificação de registro civil e mudança de nome", "certidões e registro tardio"],
      execucao_divida: ["execuções, penhora e bloqueio de contas", "cobrança judicial e defesa do bem de família"],
    },
  },
  penal: {
    names: ["direito penal", "advocacia criminal", "defesa criminal"],
    sentences: [
      "Atendo flagrantes e audiências de custódia em regime de plantão.",
      "Acompanho o cliente na delegacia desde o primeiro depoimento.",
      "No tribunal do júri aprendi que preparar testemunhas importa mais que discursar.",
      "Explico à família, sem rodeios, o que pode acontecer em cada fase do processo penal.",
    ],
    subareas: {
      prisao: ["liberdade provisória e habeas corpus", "prisões em flagrante e preventivas"],
      defesa_criminal: ["defesa em inquéritos e ações penais", "investigações e acordos de não persecução"],
      vitima: ["assistência de acusação em favor de vítimas", "representação criminal de vítimas"],
      violencia_ameaca: ["crimes de ameaça e lesão corporal", "homicídio e perseguição (stalking)"],
      crimes_patrimonio: ["furto, roubo e estelionato", "crimes patrimoniais e fraudes"],
      drogas: ["processos da Lei de Drogas", "tráfico e porte para uso pessoal"],
      crimes_honra: ["calúnia, difamação e injúria", "injúria racial e racismo"],
      crimes_transito: ["embriaguez ao volante e homicídio culposo no trânsito", "crimes de trânsito"],
      execucao_penal: ["execução penal e progressão de regime", "livramento condicional e remição de pena"],
      crimes_sexuais: ["crimes contra a dignidade sexual", "acusações e vítimas de violência sexual"],
    },
  },
  previdenciario: {
    names: ["direito previdenciário", "benefícios do INSS", "previdência social"],
    sentences: [
      "Analiso o CNIS linha por linha antes de pedir qualquer benefício.",
      "Preparo o segurado para a perícia e recorro quando o INSS nega sem razão.",
      "Atendo muitos trabalhadores rurais e donas de casa que nunca souberam que tinham direito.",
      "Faço a simulação das regras de transição e mostro em números qual vale mais.",
    ],
    subareas: {
      aposentadoria: ["aposentadorias por idade, tempo de contribuição e especial", "planejamento de aposentadoria"],
      incapacidade: ["auxílio por incapacidade e aposentadoria por invalidez", "perícias médicas e auxílio-acidente"],
      bpc_loas: ["benefício assistencial BPC/LOAS", "amparo a idosos e pessoas com deficiência de baixa renda"],
      pensao_morte: ["pensão por morte para cônjuges e dependentes", "comprovação de dependência econômica"],
      salario_maternidade: ["salário-maternidade urbano e rural", "benefícios de maternidade para autônomas"],
      revisao_beneficio: ["revisão e restabelecimento de benefícios", "recursos contra indeferimento do INSS"],
      descontos_beneficio: [
        "descontos não autorizados em aposentadorias",
        "consignados e associações que descontam do benefício",
      ],
    },
  },
  tributario: {
    names: ["direito tributário", "contencioso e consultoria tributária", "tributos de pessoas e pequenas empresas"],
    sentences: [
      "Traduzo a linguagem da Receita para a do contribuinte.",
      "Trabalhei com contabilidade e leio balanço tão bem quanto petição.",
      "Prefiro regularizar a dívida com desconto a discutir por dez anos com o fisco.",
      "Defendo contribuintes na via administrativa e na judicial.",
    ],
    subareas: {
      imposto_renda: ["imposto de renda e malha fina", "ganho de capital e declarações retificadoras"],
      iptu_iss: ["IPTU, ISS e outros tributos municipais", "revisão de valor venal e ITBI"],
      ipva_icms: ["IPVA, ICMS e tributos estaduais", "autuações da secretaria da fazenda"],
      execucao_fiscal: ["execuções fiscais e dívida ativa", "parcelamentos e certidões negativas"],
      simples_mei: ["Simples Nacional e MEI", "desenquadramento e regularização de microempresas"],
      isencao_restituicao: ["isenções por moléstia grave e restituições", "recuperação de créditos tributários"],
      importacao: ["importação e despacho aduaneiro", "encomendas retidas na alfândega"],
    },
  },
  administrativo: {
    names: ["direito administrativo", "direito público", "causas contra a administração pública"],
    sentences: [
      "Impetro mandado de segurança quando o prazo não permite esperar.",
      "Passei pela procuradoria de um município e sei como o órgão público decide por dentro.",
      "Leio edital como quem lê mapa: cada vírgula muda o caminho.",
      "Acompanho o processo administrativo do protocolo à última instância.",
    ],
    subareas: {
      concurso_publico: ["concursos públicos e nomeação de aprovados", "eliminações indevidas por banca examinadora"],
      servidor_publico: ["direitos de servidores públicos", "processos disciplinares e gratificações do funcionalismo"],
      multas_transito: ["recursos de multas e suspensão da CNH", "defesas no Detran e na Jari"],
      licitacao: ["licitações e contratos públicos", "pregões e reequilíbrio de contratos administrativos"],
      desapropriacao: ["desapropriações e indenização justa", "servidões administrativas"],
      responsabilidade_estado: ["responsabilidade civil do Estado", "indenizações por falha do poder público"],
      beneficios_servicos: ["acesso a benefícios sociais e serviços públicos", "programas habitacionais e assistência"],
      improbidade: ["ações de improbidade e tribunais de contas", "defesa de gestores públicos"],
      alvara_licenca: ["alvarás, licenças e fiscalização municipal", "embargos de obra e interdições da prefeitura"],
    },
  },
  empresarial: {
    names: ["direito empresarial", "direito societário", "assessoria a pequenas e médias empresas"],
    sentences: [
      "Escrevo contratos que o sócio consegue ler sem advogado ao lado.",
      "Acompanho empresas familiares na hora difícil de separar o caixa da casa.",
      "Atendo startups e comércios de bairro com a mesma atenção.",
      "Minha prática junta negociação com credores e contencioso societário.",
    ],
    subareas: {
      sociedade: ["conflitos entre sócios e acordos de quotistas", "dissolução parcial e apuração de haveres"],
      recuperacao_falencia: ["recuperação judicial e falência", "renegociação com credores"],
      titulos_credito: ["cheques, duplicatas e notas promissórias", "protesto e cobrança de títulos"],
      contratos_empresariais: ["contratos entre empresas e representação comercial", "fornecimento e distribuição"],
      marcas_patentes: ["registro de marcas e patentes no INPI", "concorrência desleal e propriedade industrial"],
      abertura_fechamento: ["abertura e encerramento de empresas", "contratos sociais e registro na junta comercial"],
      franquia: ["contratos de franquia e circulares de oferta", "conflitos entre franqueador e franqueado"],
    },
  },
  saude: {
    names: ["direito à saúde", "direito médico e da saúde", "saúde suplementar"],
    sentences: [
      "Preparo pedidos de liminar em saúde no mesmo dia quando há risco.",
      "Converso com o médico do paciente para que o laudo diga o que o juiz precisa ler.",
      "Cuido de pacientes e famílias que receberam um não quando mais precisavam de tratamento.",
      "Trabalhei em hospital antes do direito e conheço a linguagem dos prontuários.",
    ],
    subareas: {
      plano_saude: [
        "negativas de cobertura e reajustes de planos de saúde",
        "cirurgias e home care recusados pela operadora",
      ],
      sus_tratamento: ["acesso a tratamento e cirurgia pelo SUS", "filas de espera na rede pública"],
      medicamentos: ["fornecimento de medicamentos de alto custo", "remédios fora da lista e importados"],
      erro_medico: ["erro médico e odontológico", "responsabilidade de hospitais e profissionais de saúde"],
      internacao: ["vagas de UTI e internação urgente", "transferência hospitalar"],
      saude_mental: ["internação psiquiátrica e terapias para autismo", "saúde mental e dependência química"],
    },
  },
  crianca_e_adolescente: {
    names: ["direito da criança e do adolescente", "infância e juventude", "causas do Estatuto da Criança"],
    sentences: [
      "Na vara da infância, o tempo da criança manda no calendário.",
      "Acompanho famílias junto ao conselho tutelar e à escola.",
      "Fiz voluntariado em abrigo e sei o que uma decisão demorada custa.",
      "Trabalho com psicóloga parceira, porque criança não cabe só em petição.",
    ],
    subareas: {
      adocao: ["adoção e habilitação de pretendentes", "destituição do poder familiar"],
      acolhimento: ["acolhimento institucional e reintegração familiar", "guarda por avós e família extensa"],
      ato_infracional: ["defesa de adolescentes em atos infracionais", "medidas socioeducativas"],
      maus_tratos: ["proteção de crianças contra maus-tratos e abuso", "medidas de proteção do ECA"],
      escola_creche: ["vagas em creche e inclusão escolar", "bullying e matrículas negadas"],
      viagem_autorizacao: ["autorização de viagem e passaporte de menores", "subtração internacional de crianças"],
      trabalho_infantil: ["trabalho infantil e contratos de aprendizagem", "proteção do jovem aprendiz"],
    },
  },
  digital: {
    names: ["direito digital", "internet e proteção de dados", "crimes e conflitos na internet"],
    sentences: [
      "Preservo as provas digitais em ata notarial antes que sumam.",
      "Conheço os canais das plataformas e peço remoção de conteúdo em horas, não em meses.",
      "Programei por alguns anos e entendo o que há por trás de um vazamento.",
      "Atendo pessoas e criadores de conteúdo com problemas em redes sociais.",
    ],
    subareas: {
      golpe_online: ["golpes por Pix e fraudes na internet", "responsabilidade de bancos em fraudes digitais"],
      conta_invadida: ["recuperação de contas invadidas ou bloqueadas", "perfis suspensos por plataformas"],
      vazamento_dados: ["LGPD e vazamento de dados pessoais", "privacidade e adequação à proteção de dados"],
      exposicao_intima: ["divulgação não consentida de imagens íntimas", "sextorsão e remoção de conteúdo íntimo"],
      ofensa_online: ["perfis falsos e ofensas em redes sociais", "discurso de ódio e cyberbullying"],
      direito_autoral_online: ["direitos autorais na internet", "plágio e pirataria de cursos e conteúdos"],
    },
  },
  ambiental: {
    names: ["direito ambiental", "meio ambiente e regularização rural", "licenciamento e defesa ambiental"],
    sentences: [
      "Trabalho com engenheiros florestais e visito a área antes de assinar qualquer defesa.",
      "Atendo pequenos produtores autuados por órgãos ambientais e comunidades atingidas.",
      "Busco termos de compromisso que recuperem o dano e deixem a família produzir.",
      "Cresci na beira de um rio poluído e escolhi esta área por isso.",
    ],
    subareas: {
      multa_ambiental: ["multas e embargos do Ibama", "defesas em autos de infração ambiental"],
      poluicao: ["poluição sonora, do ar e da água", "danos causados por indústrias à vizinhança"],
      desmatamento: ["desmatamento, reserva legal e áreas de preservação", "cadastro e regularização ambiental rural"],
      licenciamento: ["licenciamento ambiental de empreendimentos", "estudos de impacto e outorgas"],
      maus_tratos_animais: ["maus-tratos e proteção de animais", "guarda e crimes contra a fauna"],
      desastre: ["reparação a atingidos por desastres e barragens", "contaminação e vazamentos"],
    },
  },
  migratorio: {
    names: ["direito migratório", "migração e nacionalidade", "atendimento a migrantes e refugiados"],
    sentences: [
      "Acompanho o migrante na Polícia Federal e traduzo cada exigência.",
      "Atendo haitianos, venezuelanos e africanos recém-chegados, e também brasileiros que voltam.",
      "Morei fora por alguns anos e sei o que é depender de um carimbo.",
      "Tenho parceria com tradutores juramentados e com abrigos da cidade.",
    ],
    subareas: {
      visto_residencia: [
        "vistos e autorizações de residência",
        "regularização migratória de trabalhadores e estudantes",
      ],
      refugio: ["solicitações de refúgio perante o Conare", "acolhida humanitária"],
      naturalizacao: ["naturalização e dupla nacionalidade", "processos de cidadania"],
      deportacao: ["defesa em deportação e expulsão", "multas migratórias e impedimento de ingresso"],
      documentos: ["emissão e renovação de RNM e documentos de estrangeiros", "revalidação de diplomas"],
      reuniao_familiar: ["reunião familiar de migrantes", "residência por casamento ou filho brasileiro"],
    },
  },
};
