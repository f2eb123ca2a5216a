// Word classes of courts, papers, fines, benefits, homes and decisions, in both languages, over folded text.
import { anyOf } from "./any-of.ts";

// Court papers
export const COURT = anyOf(
  "forum\\b|justica|tribunal|juiz|juizado|judicial|processo|processad|processando|acao (?:de|d[ao]|contra|na|judicial)|oficial|comarca|vara\\b|reu\\b|requerid|executad|court\\b|courts\\b|courthouse|lawsuit|law suit|judge|bailiff|sheriff|process server|sued|suing|sues|defendant|plaintiff|legal action|small claims|tribunal",
);
export const PAPER = anyOf(
  "carta\\b|cartinha|papel|papeis|papelada|envelope|documento|mensagem|notificac|notifica|intima|citac|cita(?:d|r|ra|ram)|folha|e-?mail|whats|\\bzap\\b|aviso|\\bar\\b|mandado|assin|letter|papers|paperwork|envelope|document|notice|messag|summons|served|\\btext|email|sign",
);
export const CAME = anyOf(
  "cheg(?:ou|aram|ando|ado)|receb(?:i|emos|eu|ido|eram)|assin(?:ei|ar|ou|amos)|abri\\b|abrimos|entreg(?:ou|aram|ue)|deix(?:ou|aram)|veio|vieram|trouxe|bateu|mand(?:ou|aram)|aparec(?:eu|eram)|peguei|busquei|retirei|me (?:notific|intim|cit|entreg|avis)\\w+|fui (?:notific|intim|cit|avis|autuad|multad)\\w+|notificad|intimad|citad|caiu|li\\b|vi\\b|tomei (?:ciencia|conhecimento)|colou|colaram|enviou|enviaram|passaram|botaram",
  "got\\b|came|arriv|receiv|handed|opened|signed|left\\b|deliver|brought|sent\\b|showed|turned up|messaged|emailed|texted|served|dropped|picked up|gave me|was given|read\\b|notified|in the mail|dated|knocked|landed|posted|stuck|taped|slipped|found a",
);
export const CLAIM = anyOf(
  "pedindo|pede\\b|pediu|cobr|processo|processando|acao\\b|contra (?:mim|nos|a gente|eu)|quer(?:em|endo)? (?:dinheiro|que eu|me|\\d|receber|indeniz)|indeniza|defes|defender|contest|responder|reu\\b|requerid|executad|divida|devo|sue\\b|sued|suing|sues|lawsuit|claim|wants?\\b|defendant|answer|against (?:me|us)|respond|defen[cs]e|defend|owe|debt|damages|compensation",
);
export const OTHER_PAPERS =
  /testemunha|witness|juri\b|jury|certidao|mandado de (prisao|seguranca)|medida protetiva|pensao|alimentos|child support|alimony|detran|inss|multa\b|parking|speeding|certificate|mesario|precatorio|segurador|insurer|(take|taking|took) (him|her|them|it|my \w+) to court|(quero|queria|posso|vou|como) processar|(can|could|should|want to|how to) (i )?sue\b/;
export const SERVED = anyOf(
  "oficial|mandado|cita(?:d|c|ra)|intimad|intimac|served|officer|bailiff|summons|papel|carta\\b|letter|papers|notified|notific",
);
export const CRIME = anyOf(
  "crime\\b|criminal|processo[- ]crime|penal\\b|acusa|denuncia(?:d|ndo|ram)?\\b|promotor|ministerio publico|prosecut|charged|charges|felony|accus",
);
export const DEFEND = anyOf(
  "respond|respost|defes|defend|dias\\b|advogad|answer|reply|defen[cs]e|days\\b|lawyer|attorney",
);

// Fines and taxes
export const TRAFFIC = anyOf(
  "detran|radar|transito|velocidade|semaforo|sinal|farol|cnh\\b|habilitacao|carteira de motorista|rodizio|estacion|bafometro|lei seca|lombada|placa\\b|pardal|\\bprf\\b|dnit|ultrapassagem|celular (?:no|ao) volante|faixa de pedestre|avanc(?:ei|ou|ar|ado)|contramao|cinto|(?:meu|minha|o|a|de|do) (?:carro|moto|caminhao|veiculo)|traffic|speed|(?:ran|run|running|jumped) (?:a|the) (?:red )?light|red light|parking|parked|driv|licen[cs]e|(?:my|the) (?:rental |rented |company )?(?:car|truck|motorbike|motorcycle)|camera|seat ?belt|bus lane",
);
export const FINED = anyOf(
  "mult(?:a|as|ou|ad[oa]|aram)\\b|autua|infrac|notificac|pontos|suspen|cassa|carta\\b|\\bfine\\b|fined|fines|notice|ticket|penalty|points|citation|suspend",
);
export const PAID_ALREADY =
  /paguei (a|o)\b|i (already )?paid (it|the (\w+ )?(fine|ticket))|comprei|bought|acidente|bateu|crash|segur[oa]|insur|roub|stole|busca e apreensao|guinch/;
export const TAX = anyOf(
  "receita federal|receita\\b|fisco|imposto|irpf|leao\\b|malha fina|iptu|ipva|icms|\\biss\\b|sefaz|fazenda (?:estadual|nacional|municipal)|divida ativa|tax\\b|taxes|irs\\b|revenue",
);
export const PAPER_OR_FINE = anyOf(
  "carta\\b|notific|multa|cobran|cobrando|intim|autua|aviso|auto de|letter|notice|fine|assess|bill\\b|demand",
);

// Social security
export const INSS = anyOf(
  "inss|\\binss|perit[oa]|pericia|incapacidade|invalidez|auxilio|aposentad|aposentar|\\bbpc|loas|previdencia|salario.maternidade|beneficio|social security|sick (?:pay|leave|benefit)|benefit|disability|retirement|pension\\b",
);
export const ASYLUM = anyOf("conare|refugi|refuge\\b|refugee|asylum|asilo");
export const REVIEW = anyOf(
  "revis|recalc|nao (?:contou|contaram|computou|considerou|inclui\\w*)|calcul\\w+ errad|valor errad|a menos|review|miscalculat|recalculat|(?:didnt|did not|never) (?:count|include)|left out|wrong amount",
);
export const PENSIONER = anyOf("aposent|beneficio|pensionista|retired|retirement|benefit|pension\\b");
export const DENIED = anyOf(
  "nao (?:tenho|tinha|teria|tem) (?:\\w+ )?direito|sem direito|nao (?:me )?(?:aceit|aprov|reconhec|conced|quis|quer|deram|deu|liber|pass)\\w*|indef|neg(?:ou|ad|ar|ativ)|cort(?:ou|ad|ar)|cess(?:ou|ad)|suspen|par(?:ou|aram) de pagar|bloque|reprov|barrad|(?:to|ta|estou|esta|sou|ser|considerou|deu|como|me deu|to) apt[oa]|apt[oa] (?:para|a|ao)|posso trabalhar|capaz|alta\\b|recus|cancel",
  "no right|(?:not|dont|doesnt|didnt) (?:recogni|accept|believe)|not (?:entitled|eligible|approved|accepted|disabled)|ineligible|den(?:ied|ies|ying|ial)|refus|reject|turned (?:me |it |\\w+ )?down|stopp|cut (?:off|my|me)|ended|suspend|fit (?:for|to) work|able to work|can work|said no|disallow",
);

// Money and homes
export const TAKEN_AWAY = anyOf(
  "bloque|trav(?:ou|aram|ad)|penhor|confisc|sumiu|tir(?:ou|aram)|retid|congel|sequestr(?:ou|aram|o) (?:o|a|de)|lev(?:ou|aram)|raparam|limpar|zer(?:ou|ad|aram)|descont|block|froze|frozen|freez|seiz|garnish|took\\b|disappeared|gone\\b|lock|drain|withheld|held\\b|emptied|wiped",
);
export const MONEY = anyOf(
  "conta\\b|contas\\b|salario|dinheiro|poupanca|saldo|aposentadoria|pagamento|account|cards?\\b|cartao|everything|salary|wages|money|savings|paycheck|pension|funds|balance|bens\\b|casa\\b|house|property",
);
export const BY_COURT = anyOf(
  "judicial|judicialmente|juiz|justica|ordem do|sisbajud|bacenjud|bacen jud|processo|execucao|court|judge|lawsuit|legal order|enforcement|judicial",
);
export const EXECUTION = anyOf(
  "execucao (?!fiscal)|execucao$|executad|execut(?:ou|ando)|cumprimento de sentenca|cedula de credito|titulo extrajudicial|execution|enforcement",
);
export const BUSINESS_LEASE = anyOf("renovatoria|renewal (?:action|suit|lawsuit)");
export const TO_RENEW = anyOf("renov|renew");
export const BUSINESS = anyOf(
  "ponto\\b|comercial|loja|padaria|salao|oficina|restaurante|bar\\b|farmacia|academia|consultorio|commercial|shop|store|business|restaurant|bakery|salon|clinic|gym",
);
export const LEASE = anyOf("contrato|aluguel|alugad|locacao|lease|rent");
export const RENTED_HOME = anyOf(
  "don[oa] d|proprietari|senhori|locador|imobiliaria|casa\\b|imovel|apartamento|ape\\b|ap\\b|aluguel|aluguer|alugad|kitnet|quitinete|quarto|barraco|landlord|landlady|owner|lease|house|flat\\b|apartment|home\\b|rent\\b|renting|agency|studio|room\\b|property manager",
);
export const TOLD_TO = anyOf(
  "notific|carta\\b|mand(?:ou|aram)|pedi(?:u|ram|ndo)|quer\\b|querem|quis|deu\\b|deram|avis(?:ou|aram|o)|fal(?:ou|aram)|diss(?:e|eram)|receb(?:i|emos)|papel|oficial|ordem|sentenca|notice|letter|told|ask|wants?\\b|sent\\b|gave|given|email|text|order|says|said|papers",
);
export const LEAVE_HOME = anyOf(
  "desocup|(?:sair|saia|saisse|saiamos|saissemos|sairmos)\\b|(?:entreg|devolv)\\w* (?:as |a |o )?(?:chaves?|imovel|casa|apartamento|ape)|despej|me mudar|mudar(?:mos)? d|(?:por|botar|colocar|jogar|mandar) (?:\\w+ ){0,3}(?:fora|rua)|vag(?:ar|ue) o|retomar|quer a casa|pediu a casa|pediu o (?:imovel|apartamento|ape)|leave\\b|vacate|move out|moving out|(?:hand|turn|give) (?:in |over |back |up )?(?:the |my |our )?keys|evict|get out|out of (?:the|here|my|our)|be out|quit the|wants? (?:the |his |her |their )?(?:house|flat|apartment|place|room) back|have to go",
);
export const MY_OWN_TENANT =
  /(meu|minha|meus|o|a) inquilin|(my|the) tenants?\b|vizinh|neighbou?r|quer (doar|vender|comprar)|wants to (give|sell|buy)|me expulsou|medida protetiva|quer[eo] (alugar|me mudar|sair)|queria sair|want to (leave|move)|vou me mudar|escola|hospital|cadeia/;

// Decisions and appointments
export const DECISION = anyOf(
  "sentenca|decisao|decidi|julg(?:ou|ad|amento|aram)|resultado|acordao|juiz|recorrer|recurso|publicad|publicaram|despacho|verdict|ruling|ruled|decision|decided|judgment|judgement|judge|appeal|court|magistrate|tribunal",
);
export const LOST =
  /\b(perd(i|emos|eu)\b|ganhei so|so ganhei|so deu|deu so|queria (o resto|mais)|only (got|won|gave|awarded|get)|so uma parte|menos do que|less than|(deu|foi|saiu|decidiu|decidiram|julgou|julgado|ficou|veio|sentenca|decisao)[^.]{0,40}contra (mim|nos|a gente|eu)|improceden|(ganho|razao|causa) (\w+ ){0,2}(para|pra|ao|a) |(juiz\w?|sentenca|tribunal|decisao|desembargador\w*)[^.]{0,40}(neg(ou|ad|aram)|recus|nao (aceit|acolh|acat)|indefer|mand(ou|aram)? (eu )?pagar)|conden(ou|ad|aram)|desfavor|nao ganhei|dei perd|(decid|rul|judg|found|went|came out|case|court|verdict)[^.]{0,40}against (me|us)|lost\b|lose\b|(judge|court|ruling|decision|case|tribunal|verdict)[^.]{0,40}(dismiss|den(ied|y)|reject|threw|refus)|sided|in (his|her|their|the \w+s?) favou?r|favou?r of|unfavou?r|convicted|sentenced|ordered (me|us) to pay|have to pay)/;
export const APPEALING = anyOf("recorrer|recorro|recurso|apela|appeal");
export const LABOUR_CASE = anyOf(
  "trabalhista|justica do trabalho|vara do trabalho|\\btrt\\b|reclamatoria|horas? extra|verbas|insalubridade|labou?r (?:court|judge|case|claim|lawsuit)|employment (?:court|tribunal)",
);
export const SMALL_CLAIMS = anyOf("juizado|pequenas causas|\\bjec\\b|small claims");
export const CIVIL_CASE = anyOf(
  "civel|civil|construtora|banco|condominio|indeniza|cobranca|despejo|usucapiao|inventario|divorcio|guarda|imobiliaria|developer|bank|damages|landlord|family court|divorce|custody|contract",
);
export const CASE = anyOf(
  "processo|causa\\b|acao\\b|juiz|justica|tribunal|instancia|recorrer|advogad|sentenca|juri\\b|lawsuit|case\\b|court|judge|lawyer|attorney|appeal|trial|suit\\b|tribunal|verdict|ruling",
);
export const OTHER_DECISIONS =
  /(multa|inss|perito|prova\b|concurso|\bjogo|\bgame\b|referee|futebol|detran|vaga|emprego novo|perdi (meu|minha|o|a) (pai|mae|emprego|carteira|celular|documento|avo|marido)|lost (my|our) (dad|mom|mum|father|mother|job|phone|wallet|keys|husband|wife))|custodia/;
export const OFFICE = anyOf(
  "forum\\b|tribunal|vara\\b|juiz|juizado|justica|delegacia|delegado|policia|cejusc|procon\\b|defensoria|ministerio publico|promotor|promotoria|inss|perit|conciliador|conciliac|mediac|mediador|cartorio|conselho tutelar|cras\\b|creas\\b|sindicato|court|courthouse|judge|police|detective|prosecutor|mediator|mediation|tribunal|public defender|labou?r board|medical exam|hearing|immigration|federal police",
);
export const CALLED_TO = anyOf(
  "tenho (?:que|de|q) (?:ir|estar|comparecer|me apresentar|depor|falar|passar|levar)|preciso (?:ir|estar|comparecer|me apresentar)|(?:estar|ir|comparecer|apresentar) (?:la|no|na|ao|diante|perante)|vai ter|vai ser|sera\\b|comparec|marc(?:ou|aram|ad[oa])|agend|me (?:chamaram|chamou|intim\\w+|convoc\\w+)|(?:fui|sou|estou|to) (?:cham|intim|convoc)\\w+|depoimento|depor\\b|testemunhar|ser ouvid|sessao|reuniao|(?:audiencia|pericia|julgamento) (?:e|vai|ficou|foi|no|na|dia|em|sera|para|pra)",
  "must (?:be|go|appear|attend|come|show)|(?:have|need|got|supposed|told|ordered|wants?|want me|asked|summoned|called|expected|due) (?:\\w+ ){0,2}(?:to )?(?:be|go|appear|attend|come|show up|testify|turn up|in)\\b|appointment|scheduled|set for|set (?:me|us)|meeting|statement|testify|testimony|appear\\b|due in|booked|is on\\b|date is|report to|show up",
);
export const NO_SUMMONS_OF_MINE =
  /no (appointments?|slots?)|nao tem (vaga|data|horario)|sem (vaga|horario)|certidao|certificate|turismo|estagio|internship|emprego|job interview|estacionamento|casamento|wedding|passaporte|passport/;
