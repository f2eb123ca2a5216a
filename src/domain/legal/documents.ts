// Which papers help a case of an area and subarea, the most telling first.
import type { Area } from "./areas.ts";
import { PAPERS, type Paper, type PaperId } from "./papers.ts";

/** More is a burden, and nobody needs all of it to begin. */
export const MOST_DOCUMENTS = 7;

export interface DocumentWanted extends Paper {
  id: PaperId;
}

/** At most seven: those of the subarea first, then those of the area; none for `nenhuma`. An unknown subarea counts as none. */
export function documentsFor(area: Area, subarea: string | null): DocumentWanted[] {
  const { all, of } = WANTED[area];
  const own = subarea === null || !Object.hasOwn(of, subarea) ? [] : (of[subarea] ?? []);
  const ids = [...new Set<PaperId>([...own, ...all])].slice(0, MOST_DOCUMENTS);
  return ids.map((id) => ({ id, ...PAPERS[id] }));
}

interface Wanted {
  /** Of the area, whatever its subarea. */
  all: readonly PaperId[];
  /** By subarea. */
  of: Readonly<Record<string, readonly PaperId[]>>;
}

/** What first interviews in each field usually ask for; every subarea of `areas.ts` has its row. */
export const WANTED: Readonly<Record<Area, Wanted>> = {
  trabalho: {
    all: ["work_card", "messages", "payslips", "id_document"],
    of: {
      verbas_rescisorias: ["dismissal_papers", "work_card", "fgts_statement", "payslips", "bank_statements"],
      salario_atrasado: ["bank_statements", "payslips", "work_card"],
      horas_extras: ["time_records", "payslips", "messages", "witnesses"],
      vinculo_emprego: ["work_proof", "bank_statements", "messages", "witnesses"],
      assedio: ["messages", "witnesses", "medical_reports"],
      acidente_trabalho: ["accident_report", "medical_reports", "inss_letter", "witnesses"],
      estabilidade: ["medical_reports", "dismissal_papers", "work_card"],
      justa_causa: ["dismissal_papers", "warnings", "messages", "witnesses"],
      sindicato_coletivo: ["collective_agreement", "payslips", "messages"],
    },
  },
  familia: {
    all: ["id_document", "messages", "income"],
    of: {
      divorcio: ["marriage_certificate", "birth_certificates", "property_papers", "debts_list"],
      guarda: ["birth_certificates", "earlier_decision", "school_papers", "messages", "witnesses"],
      pensao: ["birth_certificates", "child_costs", "other_income", "earlier_decision"],
      uniao_estavel: ["couple_proof", "birth_certificates", "property_papers", "witnesses"],
      paternidade: ["birth_certificates", "messages", "photos", "witnesses"],
      violencia_domestica: [
        "safe_at_hand",
        "messages",
        "medical_reports",
        "protective_order",
        "police_report",
        "witnesses",
      ],
      curatela: ["medical_reports", "id_document", "bank_statements", "birth_certificates"],
      partilha_bens: ["property_papers", "marriage_certificate", "debts_list", "bank_statements"],
    },
  },
  sucessoes: {
    all: ["death_certificate", "heirs", "property_papers", "id_document"],
    of: {
      inventario: ["death_certificate", "heirs", "property_papers", "will", "debts_list"],
      testamento: ["will", "death_certificate", "heirs", "property_papers"],
      briga_herdeiros: ["death_certificate", "heirs", "property_papers", "messages", "earlier_decision"],
      dividas_falecido: ["death_certificate", "debts_list", "bank_statements", "court_papers"],
      doacao_em_vida: ["property_papers", "heirs", "marriage_certificate", "id_document"],
    },
  },
  consumidor: {
    all: ["receipts", "messages", "complaint_numbers", "id_document"],
    of: {
      produto_defeito: ["receipts", "photos", "repair_orders", "offer", "complaint_numbers"],
      servico_ruim: ["contract", "receipts", "photos", "messages"],
      cobranca_indevida: ["receipts", "bank_statements", "contract", "complaint_numbers"],
      negativacao: ["credit_report", "receipts", "contract", "complaint_numbers"],
      banco: ["bank_statements", "contract", "complaint_numbers"],
      superendividamento: ["debts_list", "income", "bank_statements", "contract"],
      transporte_aereo: ["travel_papers", "receipts", "messages", "photos"],
      telefonia_internet: ["contract", "receipts", "complaint_numbers"],
      energia_agua: ["receipts", "photos", "complaint_numbers"],
      ensino_particular: ["contract", "school_papers", "receipts", "messages"],
    },
  },
  civil: {
    all: ["contract", "messages", "receipts", "id_document"],
    of: {
      moradia: ["lease", "court_papers", "messages", "photos"],
      contratos: ["contract", "bank_statements", "messages"],
      vizinhanca: ["photos", "building_rules", "messages", "witnesses", "complaint_numbers"],
      danos: ["photos", "quotes", "receipts", "witnesses", "police_report"],
      acidente_transito: ["police_report", "photos", "medical_reports", "quotes", "witnesses"],
      imoveis: ["contract", "property_record", "possession_proof", "receipts", "witnesses"],
      honra: ["links", "messages", "witnesses"],
      registro_civil: ["wrong_record", "id_document", "birth_certificates"],
      execucao_divida: ["court_papers", "debt_papers", "bank_statements", "income"],
    },
  },
  penal: {
    all: ["inquiry_number", "court_papers", "witnesses", "id_document"],
    of: {
      prisao: ["custody_papers", "inquiry_number", "work_and_home", "medical_reports"],
      defesa_criminal: ["court_papers", "inquiry_number", "messages", "witnesses"],
      vitima: ["police_report", "photos", "medical_reports", "messages", "witnesses"],
      violencia_ameaca: ["safe_at_hand", "messages", "photos", "medical_reports", "protective_order", "police_report"],
      crimes_patrimonio: ["police_report", "fraud_proof", "receipts", "messages"],
      drogas: ["inquiry_number", "custody_papers", "medical_reports", "work_and_home"],
      crimes_honra: ["messages", "links", "witnesses", "police_report"],
      crimes_transito: ["court_papers", "police_report", "fine_notice", "photos"],
      execucao_penal: ["sentence_record", "inquiry_number", "work_and_home", "medical_reports"],
      crimes_sexuais: ["safe_at_hand", "medical_reports", "messages", "police_report"],
    },
  },
  previdenciario: {
    all: ["inss_letter", "cnis", "id_document", "work_card"],
    of: {
      aposentadoria: ["cnis", "work_card", "inss_letter", "payslips"],
      incapacidade: ["medical_reports", "inss_letter", "cnis"],
      bpc_loas: ["social_register", "inss_letter", "medical_reports", "income"],
      pensao_morte: ["death_certificate", "dependants", "marriage_certificate", "cnis", "inss_letter"],
      salario_maternidade: ["birth_certificates", "cnis", "inss_letter", "work_card"],
      revisao_beneficio: ["inss_letter", "benefit_statement", "cnis"],
      descontos_beneficio: ["benefit_statement", "bank_statements", "complaint_numbers"],
    },
  },
  tributario: {
    all: ["tax_notice", "receipts", "id_document"],
    of: {
      imposto_renda: ["tax_notice", "tax_returns", "receipts"],
      iptu_iss: ["tax_notice", "property_record", "receipts"],
      ipva_icms: ["tax_notice", "property_papers", "receipts"],
      execucao_fiscal: ["court_papers", "tax_notice", "receipts", "bank_statements"],
      simples_mei: ["tax_notice", "tax_returns", "company_papers"],
      isencao_restituicao: ["tax_returns", "medical_reports", "benefit_statement", "tax_notice"],
      importacao: ["tax_notice", "receipts", "complaint_numbers"],
    },
  },
  administrativo: {
    all: ["office_decision", "court_papers", "id_document"],
    of: {
      concurso_publico: ["exam_notice", "office_decision", "medical_reports"],
      servidor_publico: ["office_decision", "payslips", "exam_notice"],
      multas_transito: ["fine_notice", "photos", "receipts"],
      licitacao: ["exam_notice", "contract", "office_decision", "company_papers"],
      desapropriacao: ["office_decision", "property_record", "photos", "quotes"],
      responsabilidade_estado: ["photos", "medical_reports", "police_report", "receipts", "witnesses"],
      beneficios_servicos: ["office_decision", "social_register", "complaint_numbers"],
      improbidade: ["court_papers", "office_decision", "messages"],
      alvara_licenca: ["fine_notice", "permits", "office_decision", "company_papers"],
    },
  },
  empresarial: {
    all: ["company_papers", "contract", "messages"],
    of: {
      sociedade: ["company_papers", "messages", "accounts", "bank_statements"],
      recuperacao_falencia: ["accounts", "company_papers", "debts_list", "court_papers"],
      titulos_credito: ["debt_papers", "receipts", "messages", "court_papers"],
      contratos_empresariais: ["contract", "messages", "receipts", "company_papers"],
      marcas_patentes: ["trademark", "own_work", "links", "messages"],
      abertura_fechamento: ["company_papers", "accounts", "tax_notice", "id_document"],
      franquia: ["contract", "offer", "receipts", "messages"],
    },
  },
  saude: {
    all: ["medical_order", "medical_reports", "id_document", "income"],
    of: {
      plano_saude: ["plan_refusal", "medical_order", "plan_card", "medical_reports", "contract"],
      sus_tratamento: ["medical_order", "sus_request", "medical_reports"],
      medicamentos: ["medical_order", "plan_refusal", "sus_request", "quotes"],
      erro_medico: ["medical_reports", "photos", "receipts", "witnesses"],
      internacao: ["medical_order", "plan_refusal", "sus_request", "plan_card"],
      saude_mental: ["medical_reports", "medical_order", "witnesses"],
    },
  },
  crianca_e_adolescente: {
    all: ["birth_certificates", "council_papers", "id_document", "messages"],
    of: {
      adocao: ["birth_certificates", "marriage_certificate", "income", "council_papers"],
      acolhimento: ["council_papers", "court_papers", "birth_certificates", "witnesses"],
      ato_infracional: ["custody_papers", "court_papers", "school_papers", "birth_certificates"],
      maus_tratos: ["safe_at_hand", "medical_reports", "messages", "council_papers", "police_report"],
      escola_creche: ["school_papers", "office_decision", "birth_certificates", "messages"],
      viagem_autorizacao: ["travel_consent", "birth_certificates", "messages", "earlier_decision"],
      trabalho_infantil: ["photos", "school_papers", "council_papers", "messages"],
    },
  },
  digital: {
    all: ["links", "messages", "id_document"],
    of: {
      golpe_online: ["fraud_proof", "police_report", "bank_statements", "messages", "complaint_numbers"],
      conta_invadida: ["account_notices", "police_report", "messages", "complaint_numbers"],
      vazamento_dados: ["account_notices", "messages", "complaint_numbers", "fraud_proof"],
      exposicao_intima: ["links", "messages", "police_report"],
      ofensa_online: ["links", "messages", "police_report"],
      direito_autoral_online: ["own_work", "links", "messages"],
    },
  },
  ambiental: {
    all: ["environmental_notice", "photos", "permits", "id_document"],
    of: {
      multa_ambiental: ["environmental_notice", "permits", "property_record", "photos"],
      poluicao: ["photos", "complaint_numbers", "medical_reports", "witnesses"],
      desmatamento: ["environmental_notice", "permits", "property_record", "photos"],
      licenciamento: ["permits", "office_decision", "property_record"],
      maus_tratos_animais: ["photos", "witnesses", "police_report"],
      desastre: ["photos", "receipts", "possession_proof", "medical_reports", "office_decision"],
    },
  },
  migratorio: {
    all: ["passport", "migration_papers", "id_document"],
    of: {
      visto_residencia: ["passport", "migration_papers", "family_ties", "work_proof"],
      refugio: ["migration_papers", "home_country", "passport", "family_ties"],
      naturalizacao: ["migration_papers", "passport", "home_country", "family_ties"],
      deportacao: ["migration_papers", "court_papers", "passport", "family_ties"],
      documentos: ["migration_papers", "passport", "home_country"],
      reuniao_familiar: ["family_ties", "migration_papers", "passport", "home_country"],
    },
  },
  nenhuma: { all: [], of: {} },
};
