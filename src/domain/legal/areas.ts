// The legal areas and subareas of Vez, with the names that people read in both languages.
import type { Text } from "../locale.ts";

export const AREAS = [
  "trabalho",
  "familia",
  "sucessoes",
  "consumidor",
  "civil",
  "penal",
  "previdenciario",
  "tributario",
  "administrativo",
  "empresarial",
  "saude",
  "crianca_e_adolescente",
  "digital",
  "ambiental",
  "migratorio",
  "nenhuma",
] as const;

export type Area = (typeof AREAS)[number];

/** True for one of our slugs; the border's check for values that come from outside. */
export function isArea(value: unknown): value is Area {
  return typeof value === "string" && (AREAS as readonly string[]).includes(value);
}

/** True when `slug` is a subarea of `area`. */
export function isSubarea(area: Area, slug: string): boolean {
  return SUBAREAS[area].some((subarea) => subarea.slug === slug);
}

/** The name of a subarea for people, or null when the area has no such subarea. */
export function subareaName(area: Area, slug: string): Text | null {
  return SUBAREAS[area].find((subarea) => subarea.slug === slug)?.name ?? null;
}

export interface Subarea {
  slug: string;
  name: Text;
}

export const AREA_NAMES: Record<Area, Text> = {
  trabalho: { "pt-BR": "Trabalho", en: "Work" },
  familia: { "pt-BR": "Família", en: "Family" },
  sucessoes: { "pt-BR": "Herança", en: "Inheritance" },
  consumidor: { "pt-BR": "Consumidor", en: "Consumer" },
  civil: { "pt-BR": "Moradia, contratos e danos", en: "Housing, contracts and damages" },
  penal: { "pt-BR": "Crime e polícia", en: "Crime and police" },
  previdenciario: { "pt-BR": "Aposentadoria e INSS", en: "Pensions and social security (INSS)" },
  tributario: { "pt-BR": "Impostos", en: "Taxes" },
  administrativo: { "pt-BR": "Governo e serviço público", en: "Government and public service" },
  empresarial: { "pt-BR": "Empresas", en: "Business" },
  saude: { "pt-BR": "Saúde e plano de saúde", en: "Health care and health plans" },
  crianca_e_adolescente: { "pt-BR": "Criança e adolescente", en: "Children and adolescents" },
  digital: { "pt-BR": "Internet e dados pessoais", en: "Internet and personal data" },
  ambiental: { "pt-BR": "Meio ambiente", en: "Environment" },
  migratorio: { "pt-BR": "Migração e documentos", en: "Migration and papers" },
  nenhuma: { "pt-BR": "Sem questão jurídica", en: "No legal problem" },
};

export const SUBAREAS: Record<Area, readonly Subarea[]> = {
  trabalho: [
    sub("verbas_rescisorias", "Demissão e verbas da rescisão", "Dismissal and final pay"),
    sub("salario_atrasado", "Salário atrasado ou não pago", "Late or unpaid wages"),
    sub("horas_extras", "Horas extras e jornada", "Overtime and working hours"),
    sub("vinculo_emprego", "Trabalho sem carteira assinada", "Undeclared employment"),
    sub("assedio", "Assédio e discriminação no trabalho", "Harassment and discrimination at work"),
    sub("acidente_trabalho", "Acidente ou doença do trabalho", "Work accident or illness"),
    sub("estabilidade", "Gravidez e outras estabilidades", "Pregnancy and other job protection"),
    sub("justa_causa", "Justa causa", "Dismissal for cause"),
    sub("sindicato_coletivo", "Sindicato e greve", "Unions and strikes"),
  ],
  familia: [
    sub("divorcio", "Divórcio e separação", "Divorce and separation"),
    sub("guarda", "Guarda e convivência", "Custody and visits"),
    sub("pensao", "Pensão alimentícia", "Child support and maintenance"),
    sub("uniao_estavel", "União estável", "Domestic partnership"),
    sub("paternidade", "Paternidade e registro", "Paternity and registration"),
    sub("violencia_domestica", "Violência em casa", "Domestic violence"),
    sub("curatela", "Curatela e cuidado de adultos", "Guardianship of adults"),
    sub("partilha_bens", "Divisão de bens", "Division of property"),
  ],
  sucessoes: [
    sub("inventario", "Inventário", "Probate"),
    sub("testamento", "Testamento", "Wills"),
    sub("briga_herdeiros", "Conflito entre herdeiros", "Disputes between heirs"),
    sub("dividas_falecido", "Dívidas e contas de quem morreu", "Debts and accounts of the deceased"),
    sub("doacao_em_vida", "Doação em vida e planejamento", "Lifetime gifts and planning"),
  ],
  consumidor: [
    sub("produto_defeito", "Produto com defeito ou não entregue", "Faulty or undelivered goods"),
    sub("servico_ruim", "Serviço mal feito", "Bad service"),
    sub("cobranca_indevida", "Cobrança indevida", "Wrongful charges"),
    sub("negativacao", "Nome sujo e cadastro de devedores", "Credit blacklisting"),
    sub("banco", "Banco, cartão e empréstimo", "Banks, cards and loans"),
    sub("superendividamento", "Dívidas demais", "Over-indebtedness"),
    sub("transporte_aereo", "Voos e viagens", "Flights and travel"),
    sub("telefonia_internet", "Telefone e internet", "Phone and internet providers"),
    sub("energia_agua", "Luz, água e gás", "Electricity, water and gas"),
    sub("ensino_particular", "Escola e faculdade particular", "Private schools and colleges"),
  ],
  civil: [
    sub("moradia", "Aluguel e despejo", "Rent and eviction"),
    sub("contratos", "Contratos e dívidas entre pessoas", "Contracts and debts between people"),
    sub("vizinhanca", "Vizinhos e condomínio", "Neighbours and condominiums"),
    sub("danos", "Danos e indenização", "Damages and compensation"),
    sub("acidente_transito", "Acidente de trânsito", "Traffic accidents"),
    sub("imoveis", "Compra de imóvel, posse e usucapião", "Buying property, possession and title"),
    sub("honra", "Ofensa, nome e imagem", "Defamation, name and image"),
    sub("registro_civil", "Certidões e registro civil", "Certificates and civil registry"),
    sub("execucao_divida", "Cobrança na Justiça e penhora", "Debt collection in court and seizure"),
  ],
  penal: [
    sub("prisao", "Prisão", "Arrest and detention"),
    sub("defesa_criminal", "Investigação e defesa criminal", "Investigation and criminal defence"),
    sub("vitima", "Vítima de crime", "Victim of a crime"),
    sub("violencia_ameaca", "Violência e ameaça", "Violence and threats"),
    sub("crimes_patrimonio", "Furto, roubo e golpe", "Theft, robbery and fraud"),
    sub("drogas", "Drogas", "Drugs"),
    sub("crimes_honra", "Calúnia, difamação e injúria", "Slander, libel and insult"),
    sub("crimes_transito", "Crimes de trânsito", "Driving offences"),
    sub("execucao_penal", "Cumprimento de pena", "Serving a sentence"),
    sub("crimes_sexuais", "Crimes sexuais", "Sexual offences"),
  ],
  previdenciario: [
    sub("aposentadoria", "Aposentadoria", "Retirement pension"),
    sub("incapacidade", "Auxílio por doença ou invalidez", "Sickness or disability benefit"),
    sub("bpc_loas", "BPC/LOAS", "BPC/LOAS (assistance benefit)"),
    sub("pensao_morte", "Pensão por morte", "Survivor's pension"),
    sub("salario_maternidade", "Salário-maternidade", "Maternity pay"),
    sub("revisao_beneficio", "Revisão ou corte de benefício", "Review or cut of a benefit"),
    sub("descontos_beneficio", "Descontos no benefício", "Deductions from a benefit"),
  ],
  tributario: [
    sub("imposto_renda", "Imposto de renda", "Income tax"),
    sub("iptu_iss", "IPTU, ISS e taxas da cidade", "City taxes (IPTU, ISS)"),
    sub("ipva_icms", "IPVA, ICMS e impostos do estado", "State taxes (IPVA, ICMS)"),
    sub("execucao_fiscal", "Dívida ativa e execução fiscal", "Tax debt in court"),
    sub("simples_mei", "Simples Nacional e MEI", "Simples Nacional and MEI"),
    sub("isencao_restituicao", "Isenção e restituição", "Exemption and refunds"),
    sub("importacao", "Importação e alfândega", "Imports and customs"),
  ],
  administrativo: [
    sub("concurso_publico", "Concurso público", "Public service examinations"),
    sub("servidor_publico", "Servidor público", "Public servants"),
    sub("multas_transito", "Multas e CNH", "Traffic fines and licences"),
    sub("licitacao", "Licitação e contratos públicos", "Public tenders and contracts"),
    sub("desapropriacao", "Desapropriação", "Expropriation"),
    sub("responsabilidade_estado", "Dano causado pelo poder público", "Damage done by the State"),
    sub("beneficios_servicos", "Benefícios e serviços públicos", "Public benefits and services"),
    sub("improbidade", "Improbidade e processo administrativo", "Misconduct in office and administrative procedure"),
    sub("alvara_licenca", "Alvará e fiscalização", "Permits and inspections"),
  ],
  empresarial: [
    sub("sociedade", "Sócios e sociedade", "Partners and companies"),
    sub("recuperacao_falencia", "Recuperação e falência", "Restructuring and bankruptcy"),
    sub("titulos_credito", "Cheque, nota promissória e duplicata", "Cheques, promissory notes and trade bills"),
    sub("contratos_empresariais", "Contratos entre empresas", "Contracts between companies"),
    sub("marcas_patentes", "Marcas e patentes", "Trademarks and patents"),
    sub("abertura_fechamento", "Abrir ou fechar empresa", "Opening or closing a company"),
    sub("franquia", "Franquia", "Franchises"),
  ],
  saude: [
    sub("plano_saude", "Plano de saúde", "Health plans"),
    sub("sus_tratamento", "Tratamento pelo SUS", "Treatment by the public system (SUS)"),
    sub("medicamentos", "Remédios", "Medicines"),
    sub("erro_medico", "Erro médico", "Medical malpractice"),
    sub("internacao", "Internação e UTI", "Hospital and intensive care"),
    sub("saude_mental", "Saúde mental e internação forçada", "Mental health and forced admission"),
  ],
  crianca_e_adolescente: [
    sub("adocao", "Adoção", "Adoption"),
    sub("acolhimento", "Acolhimento e Conselho Tutelar", "Foster care and the Child Council"),
    sub("ato_infracional", "Adolescente acusado", "Adolescents accused of an offence"),
    sub("maus_tratos", "Maus-tratos e abuso", "Ill-treatment and abuse"),
    sub("escola_creche", "Creche, escola e bullying", "Nursery, school and bullying"),
    sub("viagem_autorizacao", "Autorização de viagem", "Travel permission"),
    sub("trabalho_infantil", "Trabalho infantil", "Child labour"),
  ],
  digital: [
    sub("golpe_online", "Golpe na internet e Pix", "Online and Pix scams"),
    sub("conta_invadida", "Conta invadida ou bloqueada", "Hacked or blocked account"),
    sub("vazamento_dados", "Dados pessoais e LGPD", "Personal data and the LGPD"),
    sub("exposicao_intima", "Fotos íntimas e exposição", "Intimate images and exposure"),
    sub("ofensa_online", "Ofensas e perfil falso", "Online abuse and fake profiles"),
    sub("direito_autoral_online", "Conteúdo copiado", "Copied content"),
  ],
  ambiental: [
    sub("multa_ambiental", "Multa e embargo ambiental", "Environmental fines and embargoes"),
    sub("poluicao", "Poluição e barulho de atividades", "Pollution and industrial noise"),
    sub("desmatamento", "Desmatamento e áreas protegidas", "Deforestation and protected areas"),
    sub("licenciamento", "Licença ambiental", "Environmental licences"),
    sub("maus_tratos_animais", "Maus-tratos a animais", "Cruelty to animals"),
    sub("desastre", "Desastres e contaminação", "Disasters and contamination"),
  ],
  migratorio: [
    sub("visto_residencia", "Visto e residência", "Visas and residence"),
    sub("refugio", "Refúgio", "Asylum"),
    sub("naturalizacao", "Naturalização e nacionalidade", "Naturalisation and nationality"),
    sub("deportacao", "Deportação, expulsão e multa", "Deportation, expulsion and fines"),
    sub("documentos", "Documentos e RNM", "Papers and the RNM card"),
    sub("reuniao_familiar", "Reunião familiar", "Family reunion"),
  ],
  nenhuma: [],
};

function sub(slug: string, pt: string, en: string): Subarea {
  return { slug, name: { "pt-BR": pt, en } };
}
