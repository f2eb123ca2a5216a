// Legal time limits that lay people run into, each with its statute; where the law counts working days we count calendar days.
import type { Text } from "../locale.ts";

export interface Limit {
  kind: string;
  label: Text;
  source: string;
  /** Length from the event; a null length is a day that is itself the limit (a hearing). */
  length: { days?: number; months?: number; years?: number } | null;
  /** What the folded words around a date must say; see `find-limits.ts`. */
  trigger: RegExp;
  /** When the same words mean another thing. */
  unless?: RegExp;
  /** The date must lie in the past (an event that started the clock) or may lie ahead (an appointed day). */
  event: "past" | "future";
}

/**
 * Working days without local holidays cannot be known here, and court holidays only lengthen a limit, so calendar days are a floor:
 * the last day shown is never later than the true one.
 */
export const LIMITS: readonly Limit[] = [
  limit(
    "hearing",
    "Audiência ou data marcada",
    "Hearing or appointed day",
    "data marcada",
    null,
    "future",
    /audiencia|julgamento|hearing|court date|trial|pericia|conciliacao|depor\b|comparecer|delegacia|appear at|police station|depoimento|oitiva|leilao|leiloar|auction|mediation/,
  ),
  limit(
    "support_enforcement",
    "Pagar ou justificar a pensão cobrada na Justiça",
    "Pay or explain the support claimed in court",
    "CPC, art. 528 (3 dias)",
    null,
    "future",
    /(pensao|alimentos|child support|alimony)[^.]{0,100}(\bdias?\b|preso|presa|prisao|days|jail)/,
  ),
  limit(
    "eviction_leave",
    "Prazo para sair do imóvel",
    "Time to leave the home",
    "Lei 8.245/1991, art. 63",
    { days: 15 },
    "past",
    /(despej|desocupa|sair d[ao] (casa|imovel|apartamento|ap)\b|evict|move out|leave the (house|home|flat|apartment))/,
    /(vizinh|me expulsou|medida protetiva)/,
  ),
  limit(
    "rent_arrears",
    "Resposta ao despejo ou pagamento dos aluguéis atrasados",
    "Answer to the eviction, or payment of the rent due",
    "Lei 8.245/1991, art. 62, II; CPC, art. 335",
    { days: 15 },
    "past",
    /(acao de despejo|eviction (notice|papers|lawsuit))/,
  ),
  limit(
    "answer_summons",
    "Resposta ao processo (contestação)",
    "Answer to the lawsuit",
    "CPC, art. 335 (15 dias úteis)",
    { days: 15 },
    "past",
    /(citad[oa]\b|citacao|mandado|oficial de justica|carta da justica|carta do forum|papel (do|da) (juiz|justica|forum)|me processou|me process|fui processad|summons|served (me|with)|was served|court papers|sued me|being sued|bailiff|papers from (the )?court|notified of a lawsuit)/,
    /(mandado de (prisao|seguranca)|testemunha|as a witness|delegacia|police)/,
  ),
  limit(
    "enforcement_defence",
    "Defesa em cobrança judicial",
    "Defence in a court collection",
    "CPC, arts. 523, 525 e 915 (15 dias úteis)",
    { days: 15 },
    "past",
    /(penhor|bloque\w+ (judicial|da justica)|bloquearam minha conta|execucao de|seized|garnish|froze my account|account (is|was|got|has been) (frozen|blocked|seized)|(frozen|blocked|bloquead[oa]) (by|pel[oa]) (a |the )?(judge|court|juiz|justica))/,
  ),
  limit(
    "tax_enforcement",
    "Defesa em execução fiscal",
    "Defence in tax enforcement",
    "Lei 6.830/1980, art. 8 (5 dias para pagar ou garantir)",
    { days: 5 },
    "past",
    /(citad\w+|citacao)[^.]{0,60}(execucao fiscal|divida ativa)|(execucao fiscal)[^.]{0,60}(citad|citacao|chegou|recebi)/,
  ),
  limit(
    "tax_administrative",
    "Defesa contra cobrança de imposto",
    "Defence against a tax assessment",
    "Decreto 70.235/1972, art. 15 (30 dias)",
    { days: 30 },
    "past",
    /((multa|notificacao|auto de infracao|cobranca|intimacao)[^.]{0,50}(receita|fisco|imposto|sefaz)|(receita|fisco|sefaz)[^.]{0,50}(multa|notific|intim|auto de infracao)|malha fina|tax (notice|assessment))/,
  ),
  limit(
    "labour_two_years",
    "Prazo para entrar na Justiça do Trabalho",
    "Time to go to the labour court",
    "Constituição, art. 7, XXIX; CLT, art. 11 (2 anos depois da saída; alcança os 5 anos anteriores)",
    { years: 2 },
    "past",
    /(demit|mandad\w* embora|mandou embora|mandaram embora|dispensad|despedid|sai da (empresa|firma|loja)|sai do (emprego|trabalho|servico)|justa causa|pedi as contas|pedi demissao|rescis|ultimo dia de trabalho|parei de trabalhar|\bfired|laid off|let me go|sacked|dismissed|left (the|my) (job|company)|quit my job|last day (at|of) work|lost my job|stopped working (there|for))/,
  ),
  limit(
    "consumer_perishable",
    "Reclamar de defeito em serviço ou produto não durável",
    "Complain about a faulty service or perishable product",
    "CDC, art. 26, I (30 dias)",
    { days: 30 },
    "past",
    /(comida|alimento|bolo|lanche|salao|servico mal feito|buffet|food|haircut|dry clean)[^.]{0,80}/,
  ),
  limit(
    "consumer_durable",
    "Reclamar de produto com defeito",
    "Complain about a faulty product",
    "CDC, art. 26, II (90 dias)",
    { days: 90 },
    "past",
    /(comprei|compra d[eao]|entregaram|produto chegou|bought|purchased|delivered|ordered)/,
    /(terreno|imovel|casa\b|apartamento|lote|house|apartment|land|ticket|passagem|voo|flight)/,
  ),
  limit(
    "consumer_withdrawal",
    "Desistir de compra feita pela internet ou telefone",
    "Cancel a purchase made online or by phone",
    "CDC, art. 49 (7 dias)",
    { days: 7 },
    "past",
    /(comprei|compra)[^.]{0,60}(internet|online|site|telefone|aplicativo)|(bought|ordered)[^.]{0,60}(online|internet|by phone)/,
  ),
  limit(
    "consumer_damage",
    "Pedir indenização por dano de consumo",
    "Claim damages as a consumer",
    "CDC, art. 27 (5 anos)",
    { years: 5 },
    "past",
    /(voo|mala|bagagem|aeroporto|embarque|nome sujo|negativ|serasa|spc|acidente de consumo|intoxica|erro medico|cirurgia deu errado|flight|luggage|suitcase|airline|blacklist|malpractice)/,
  ),
  limit(
    "damages_three_years",
    "Pedir indenização",
    "Claim damages",
    "Código Civil, art. 206, § 3, V (3 anos)",
    { years: 3 },
    "past",
    /(bat(eu|eram|ida)[^.]{0,40}(carro|moto|traseira)|acidente de (transito|carro|moto)|atropel|colisao|mordeu|car (accident|crash)|hit my (car|bike)|crash|run over|dog bit)/,
  ),
  limit(
    "traffic_fine",
    "Defesa ou recurso da multa de trânsito",
    "Defence or appeal against the traffic fine",
    "CTB, arts. 281-A e 282 (30 dias; vale a data da notificação)",
    { days: 30 },
    "past",
    /(multa[^.]{0,60}(transito|detran|radar|velocidade|carro|moto)|detran|carteira suspensa|suspen[sd]\w+[^.]{0,30}(cnh|carteira (de motorista|de habilitacao)|minha carteira|habilitacao)|speeding ticket|traffic (fine|ticket)|parking ticket|licen[cs]e (was )?suspended)/,
  ),
  limit(
    "criminal_complaint",
    "Registrar queixa ou representar contra o autor",
    "File the complaint against the offender",
    "CPP, art. 38; CP, arts. 10 e 103 (6 meses desde que se sabe quem foi, o primeiro dia conta)",
    { months: 6, days: -1 },
    "past",
    /(ameac|calunia|difam|injuria|xing|ofend|me chamou de|estelionat|golpe|persegu|stalk|lesao|agredi|bateu em mim|me bateu|threat|slander|insult|scam|hit me|beat me|assault)/,
  ),
  limit(
    "inss_appeal",
    "Recurso no INSS",
    "Appeal within INSS",
    "Decreto 3.048/1999, art. 305 (30 dias)",
    { days: 30 },
    "past",
    /((inss|beneficio|auxilio|aposentadoria|bpc|loas|pericia|perito|pedido)[^.]{0,60}(neg|indefer|cort|cess|suspen|recus)|(neg|indefer|cort|cess|suspen)[^.]{0,60}(inss|beneficio|auxilio|aposentadoria|bpc|loas|pericia)|inss[^.]{0,60}(den|refus|cut|turned down|stopp)|(benefit|pension)[^.]{0,40}(den|refus|cut|stopp|turned down))/,
  ),
  limit(
    "writ_of_mandamus",
    "Mandado de segurança contra ato de autoridade",
    "Writ against an act of authority (mandado de segurança)",
    "Lei 12.016/2009, art. 23 (120 dias)",
    { days: 120 },
    "past",
    /(concurso|edital|nomea|eliminad|posse no cargo|alvara|interdit|lacr|licitacao|pregao|public exam|tender)/,
  ),
  limit(
    "probate_opening",
    "Abrir o inventário",
    "Open the probate",
    "CPC, art. 611; Código Civil, art. 1.796 (2 meses; depois pode haver multa no imposto)",
    { months: 2 },
    "past",
    /(faleceu|morreu|falecimento|obito|perdi (meu|minha) (pai|mae|marido|esposa|avo)|died|passed away|death of)/,
    /(pensao|inss|beneficio|benefit|pension|cachorro|gato\b|dog|cat\b|peixe|fish)/,
  ),
  limit(
    "survivor_pension",
    "Pedir pensão por morte desde a data da morte",
    "Claim the survivor's pension from the day of death",
    "Lei 8.213/1991, art. 74 (90 dias; filhos até 16 anos: 180 dias)",
    { days: 90 },
    "past",
    /(faleceu|morreu|died|passed away)[^.]{0,160}(pensao|inss|beneficio|benefit|pension)/,
  ),
  limit(
    "appeal",
    "Recurso contra decisão do juiz",
    "Appeal against the judge's decision",
    "CPC, art. 1.003, § 5 (15 dias úteis); juizado especial 10 dias, criminal 5 dias",
    { days: 5 },
    "past",
    /(sentenca|o juiz (decidiu|negou|julgou|condenou)|perdi (o processo|a causa|na justica)|fui condenad|decisao do juiz|recorrer da|judge (ruled|decided|refused|dismissed)|lost (the|my) case|was (convicted|sentenced)|the ruling|the verdict)/,
    /(multa|inss|prova|concurso)/,
  ),
  limit(
    "migration_notice",
    "Prazo da Polícia Federal para se regularizar ou sair",
    "Federal Police time to regularise or leave",
    "Lei 13.445/2017, art. 50, § 1 (60 dias)",
    { days: 60 },
    "past",
    /(policia federal|federal police)[^.]{0,80}(notific|prazo|sair|multa|notice|leave|deadline)|(notific|notice)[^.]{0,60}(deport|deixar o pais|sair do pais|leave (the country|brazil))/,
  ),
  limit(
    "environmental_fine",
    "Defesa da multa ambiental",
    "Defence against the environmental fine",
    "Decreto 6.514/2008, art. 113 (20 dias)",
    { days: 20 },
    "past",
    /((ibama|ambiental|cetesb)[^.]{0,60}(multa|auto|embarg|notific)|(multa|auto|embarg|notific)[^.]{0,60}(ibama|ambiental|cetesb)|environmental (fine|agency)|ibama)/,
  ),
  limit(
    "appointed_act",
    "Marcado contra você",
    "Set to happen to you",
    "data que você informou",
    null,
    "future",
    // Read by find-acts.ts, which knows which day belongs to which act.
    /(?!)/,
  ),
  limit(
    "stated_deadline",
    "Data ou prazo que está no papel",
    "Date or deadline on the paper",
    "prazo informado",
    null,
    "future",
    /(prazo|vence|vencimento|ate o? ?dia|(sair?|desocupar|pagar|responder|entregar|leave|out|pay|answer) (ate|by|before) (o |a |next |this )?(segunda|terca|quarta|quinta|sexta|sabado|domingo|amanha|hoje|monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|today)|tenho ate|deadline|due|until|by the|expires?|have until|last day)/,
    /(prazo de validade|conta|boleto|fatura|bill)/,
  ),
];

export function limitOf(kind: string): Limit | undefined {
  return LIMITS.find((candidate) => candidate.kind === kind);
}

/** Length of a limit in days, roughly, for telling how near its end is; 0 for an appointed day. */
export function limitDays(kind: string): number {
  const length = limitOf(kind)?.length;
  return length == null ? 0 : (length.days ?? 0) + 30 * (length.months ?? 0) + 365 * (length.years ?? 0);
}

function limit(
  kind: string,
  pt: string,
  en: string,
  source: string,
  length: Limit["length"],
  event: Limit["event"],
  trigger: RegExp,
  unless?: RegExp,
): Limit {
  const base = { kind, label: { "pt-BR": pt, en }, source, length, event, trigger };
  return unless === undefined ? base : { ...base, unless };
}
