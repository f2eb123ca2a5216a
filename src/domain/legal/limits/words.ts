// Word classes of everyday legal trouble in both languages, over folded text: who, which paper, what happened to it.

function any(...parts: string[]): RegExp {
  return new RegExp(`\\b(?:${parts.join("|")})`);
}

// Work
export const JOB = any(
  "trabalh|trampo|emprego|empregad|servico\\b|empresa\\b|firma\\b|fabrica|loja\\b|mercado\\b|padaria|restaurante|lanchonete|hotel|obra\\b|fazenda|clinica|patra[oa]|chefe|gerente|encarregad|supervisor|\\brh\\b",
  "garcom|garconete|bater (?:o )?ponto|cracha|copeir|diarista|domestica|faxineir|cozinheir|motorista|vendedor|caixa d[eo]|balconista|porteiro|vigilante|pedreiro na|cuidadora|baba\\b|carteira|sem registro|registrad|verbas|rescis|acerto|fgts|salario|turno|plantao|escala|13o|decimo terceiro|ferias|holerite|setor",
  "boss|manager|foreman|employer|company|plant\\b|factory|warehouse|restaurant|kitchen|\\bjob\\b|shifts?\\b|schedule|wages|paycheck|severance|severence|waiter|waitress|chef|tutor|caregiver|months? pay|notice pay|my pay\\b|cuidava d|assinaram nada|assinou nada|faxina|cozinhava|vendia|atendia|hired|staff|employees|clean(ed|er|ing)|cook\\b|driver|cashier|nanny|maid|\\bhr\\b|payroll|worked|working|coworkers|office",
);
export const NOT_WANTED = any(
  "nao (?:precis\\w+|quer\\w*|quis\\w*|iam? precisar|ia) (?:\\w+ ){0,2}(?:de mim|de nos|da gente|meus? servicos?|dos meus)|nao (?:me )?(?:quer\\w*|quis\\w*) mais|(?:nunca|nao) (?:mais )?me (?:chamaram|chamou)|nao me (?:chamaram|chamou) mais",
  "me (?:tir|cort|bot|coloc|mand|jog|pass)(?:ou|aram) (?:\\w+ ){0,3}(?:escala|quadro|fora|rua|facao|embora|casa)|fui (?:mand|cort|dispens|deslig|demit|tirad|botad)\\w*|me (?:dispens|deslig|demit)\\w+|me manda\\w* embora|mandad[oa]s? embora|mandou eu embora|para (?:eu )?nao (?:voltar|vir|aparecer|ir) mais|nao precisava (?:mais )?(?:voltar|vir|ir)|nao (?:voltar|vir|aparecer) mais",
  "(?:pegar|juntar|arrumar|recolher) (?:as )?minhas coisas|ultimo (?:dia|plantao|turno|expediente)|(?:acabou|encerr\\w+|rescindi\\w+|terminou|cancel\\w+) (?:o |meu |o meu )?contrato|baixa na (?:minha )?carteira|corte de (?:gastos|pessoal|funcionarios)|reducao de quadro|ganhei a conta|sai por conta|me deslig\\w+|abandon\\w+ de emprego|justa causa",
  "(?:dont|didnt|doesnt|no longer|not|wouldnt) (?:\\w+ )?(?:need|needed|want|wanted) (?:me|us|anymore)|no longer (?:needed|required)|not to (?:come|bother coming|show up|turn up)|never called (?:me )?(?:back|again)|cut me|(?:cut|eliminated) my (?:job|position|role)|let (?:me|us|\\w+ of us) go|kicked me out|got rid of (?:me|us)|show(?:ed|n) (?:me )?the door|pack (?:up )?my (?:things|stuff|desk)|clear(?:ed)? (?:out )?my (?:desk|locker)|(?:ended|terminated|cancell?ed) my (?:contract|employment)|last (?:day|shift)|took me off the (?:schedule|rota|roster)|sent (?:me )?home for good|dont come back|fired|dismissed|laid off|walked me (?:out|to)|closed (?:the|our|its) (?:branch|shop|store|plant|office|restaurant|site|location|doors)|sent (?:\\w+ ){0,3}us home|(?:was|it was) (?:the end|over|my last)|didnt renew|not renewed|did not renew|took my (?:keys|badge|uniform)|replaced (?:me|us)|put (?:\\w+ )?(?:else|another) in my place|(?:fech|encerr)(?:ou|aram) (?:as portas|a |o )?(?:filial|loja|unidade|fabrica|restaurante|empresa|setor)?|era o fim|acabou (?:o|meu) (?:trabalho|servico|emprego)|nao renov(?:ou|aram)|(?:colocou|botou|puseram|colocaram) (?:outr|um|uma) (?:\\w+ ){0,2}no meu lugar|(?:pediu|pediram|tomou|tomaram) (?:o |a |de volta )?(?:meu )?(?:uniforme|chave|cracha)|escorted|(?:login|badge|key card|password) (?:was |is )?(?:dead|off|disabled|blocked|didnt work|stopped)|ended (?:it|things|the contract|our contract)|(?:cracha|ponto|senha|acesso) (?:\\w+ ){0,3}(?:nao passa|bloque|cancel|nao funcion)|deslig(?:ad|aram|ou|uei)|dispens(?:ou|aram|ad)",
);
export const ENDED_WORK = any(
  "sai d[ao] (?:empresa|firma|transportadora|fabrica|loja|mercado|obra|restaurante|hotel|escola|clinica|usina|fazenda|padaria|salao)|levei as contas|me deram as contas|me deu as contas|perdi (?:o |meu |o meu )?(?:emprego|trampo|servico|trabalho)|(?:me )?(?:mand|bot|coloc)(?:ou|aram) (?:\\w+ ){0,2}(?:para|pra) (?:a )?rua|fui (?:para|pra) (?:a )?rua|(?:tomei|levei) (?:um )?(?:pe na bunda|justa causa)|fui mandad[oa]s? (?:em )?bora|me (?:demitiram|demitiu|dispensaram|dispensou|desligaram|desligou)|fui (?:demitid|dispensad|desligad)[oa]|pedi (?:as |a )?contas?\\b|pedi (?:minha |a )?demissao|sai do (?:emprego|trabalho|servico|trampo)|facao",
  "(?:i |we )?(?:got|was|were|been) (?:canned|axed|sacked|fired|booted|let go|laid off|made redundant|terminated|dismissed)|(?:they|he|she|boss|manager|company|owner) (?:canned|axed|sacked|fired|booted|terminated|dismissed) (?:me|us)|(?:gave|got|given) (?:me )?(?:the )?(?:boot|axe|sack|pink slip|marching orders)|lost my job|out of a job|handed (?:in )?my (?:notice|resignation)|i (?:quit|resigned)|pushed out of my job",
);
export const A_FRIENDS_STORY = any(
  "(?:amig[oa]|prim[oa]|colega|conhecid[oa]|vizinh[oa])s? (?:\\w+ ){0,3}?(?:foi|foram|levou|perdeu|pediu|saiu)|(?:demit|mand|dispens)(?:iram|iu|aram|ou) (?:um|uma|meu|minha|o|a) (?:amig|colega|prim|vizinh)|(?:friend|cousin|coworker|colleague|neighbou?r|roommate)s? (?:\\w+ ){0,2}?(?:was|were|got|has been|lost|quit|left)|fired (?:a|my) (?:friend|cousin|coworker|colleague)|preciso demitir|quero demitir|vou demitir|(?:demiti|dispensei|mandei embora) (?:um|uma|o|a|meu|minha)|i (?:fired|dismissed|let go|laid off)|need to fire|want to fire",
);

// Court papers
export const COURT = any(
  "forum\\b|justica|tribunal|juiz|juizado|judicial|processo|processad|processando|acao (?:de|d[ao]|contra|na|judicial)|oficial|comarca|vara\\b|reu\\b|requerid|executad|court\\b|courts\\b|courthouse|lawsuit|law suit|judge|bailiff|sheriff|process server|sued|suing|sues|defendant|plaintiff|legal action|small claims|tribunal",
);
export const PAPER = any(
  "carta\\b|cartinha|papel|papeis|papelada|envelope|documento|mensagem|notificac|notifica|intima|citac|cita(?:d|r|ra|ram)|folha|e-?mail|whats|\\bzap\\b|aviso|\\bar\\b|mandado|assin|letter|papers|paperwork|envelope|document|notice|messag|summons|served|\\btext|email|sign",
);
export const CAME = any(
  "cheg(?:ou|aram|ando|ado)|receb(?:i|emos|eu|ido|eram)|assin(?:ei|ar|ou|amos)|abri\\b|abrimos|entreg(?:ou|aram|ue)|deix(?:ou|aram)|veio|vieram|trouxe|bateu|mand(?:ou|aram)|aparec(?:eu|eram)|peguei|busquei|retirei|me (?:notific|intim|cit|entreg|avis)\\w+|fui (?:notific|intim|cit|avis|autuad|multad)\\w+|notificad|intimad|citad|caiu|li\\b|vi\\b|tomei (?:ciencia|conhecimento)|colou|colaram|enviou|enviaram|passaram|botaram",
  "got\\b|came|arriv|receiv|handed|opened|signed|left\\b|deliver|brought|sent\\b|showed|turned up|messaged|emailed|texted|served|dropped|picked up|gave me|was given|read\\b|notified|in the mail|dated|knocked|landed|posted|stuck|taped|slipped|found a",
);
export const CLAIM = any(
  "pedindo|pede\\b|pediu|cobr|processo|processando|acao\\b|contra (?:mim|nos|a gente|eu)|quer(?:em|endo)? (?:dinheiro|que eu|me|\\d|receber|indeniz)|indeniza|defes|defender|contest|responder|reu\\b|requerid|executad|divida|devo|sue\\b|sued|suing|sues|lawsuit|claim|wants?\\b|defendant|answer|against (?:me|us)|respond|defen[cs]e|defend|owe|debt|damages|compensation",
);
export const OTHER_PAPERS =
  /testemunha|witness|juri\b|jury|certidao|mandado de (prisao|seguranca)|medida protetiva|pensao|alimentos|child support|alimony|detran|inss|multa\b|parking|speeding|certificate|mesario|precatorio|segurador|insurer|(take|taking|took) (him|her|them|it|my \w+) to court|(quero|queria|posso|vou|como) processar|(can|could|should|want to|how to) (i )?sue\b/;
export const SERVED = any(
  "oficial|mandado|cita(?:d|c|ra)|intimad|intimac|served|officer|bailiff|summons|papel|carta\\b|letter|papers|notified|notific",
);
export const CRIME = any(
  "crime\\b|criminal|processo[- ]crime|penal\\b|acusa|denuncia(?:d|ndo|ram)?\\b|promotor|ministerio publico|prosecut|charged|charges|felony|accus",
);
export const DEFEND = any(
  "respond|respost|defes|defend|dias\\b|advogad|answer|reply|defen[cs]e|days\\b|lawyer|attorney",
);

// Fines and taxes
export const TRAFFIC = any(
  "detran|radar|transito|velocidade|semaforo|sinal|farol|cnh\\b|habilitacao|carteira de motorista|rodizio|estacion|bafometro|lei seca|lombada|placa\\b|pardal|\\bprf\\b|dnit|ultrapassagem|celular (?:no|ao) volante|faixa de pedestre|avanc(?:ei|ou|ar|ado)|contramao|cinto|(?:meu|minha|o|a|de|do) (?:carro|moto|caminhao|veiculo)|traffic|speed|(?:ran|run|running|jumped) (?:a|the) (?:red )?light|red light|parking|parked|driv|licen[cs]e|(?:my|the) (?:rental |rented |company )?(?:car|truck|motorbike|motorcycle)|camera|seat ?belt|bus lane",
);
export const FINED = any(
  "mult(?:a|as|ou|ad[oa]|aram)\\b|autua|infrac|notificac|pontos|suspen|cassa|carta\\b|\\bfine\\b|fined|fines|notice|ticket|penalty|points|citation|suspend",
);
export const PAID_ALREADY =
  /paguei (a|o)\b|i (already )?paid (it|the (\w+ )?(fine|ticket))|comprei|bought|acidente|bateu|crash|segur[oa]|insur|roub|stole|busca e apreensao|guinch/;
export const TAX = any(
  "receita federal|receita\\b|fisco|imposto|irpf|leao\\b|malha fina|iptu|ipva|icms|\\biss\\b|sefaz|fazenda (?:estadual|nacional|municipal)|divida ativa|tax\\b|taxes|irs\\b|revenue",
);
export const PAPER_OR_FINE = any(
  "carta\\b|notific|multa|cobran|cobrando|intim|autua|aviso|auto de|letter|notice|fine|assess|bill\\b|demand",
);

// Social security
export const INSS = any(
  "inss|\\binss|perit[oa]|pericia|incapacidade|invalidez|auxilio|aposentad|aposentar|\\bbpc|loas|previdencia|salario.maternidade|beneficio|social security|sick (?:pay|leave|benefit)|benefit|disability|retirement|pension\\b",
);
export const ASYLUM = any("conare|refugi|refuge\\b|refugee|asylum|asilo");
export const REVIEW = any(
  "revis|recalc|nao (?:contou|contaram|computou|considerou|inclui\\w*)|calcul\\w+ errad|valor errad|a menos|review|miscalculat|recalculat|(?:didnt|did not|never) (?:count|include)|left out|wrong amount",
);
export const PENSIONER = any("aposent|beneficio|pensionista|retired|retirement|benefit|pension\\b");
export const DENIED = any(
  "nao (?:tenho|tinha|teria|tem) (?:\\w+ )?direito|sem direito|nao (?:me )?(?:aceit|aprov|reconhec|conced|quis|quer|deram|deu|liber|pass)\\w*|indef|neg(?:ou|ad|ar|ativ)|cort(?:ou|ad|ar)|cess(?:ou|ad)|suspen|par(?:ou|aram) de pagar|bloque|reprov|barrad|(?:to|ta|estou|esta|sou|ser|considerou|deu|como|me deu|to) apt[oa]|apt[oa] (?:para|a|ao)|posso trabalhar|capaz|alta\\b|recus|cancel",
  "no right|(?:not|dont|doesnt|didnt) (?:recogni|accept|believe)|not (?:entitled|eligible|approved|accepted|disabled)|ineligible|den(?:ied|ies|ying|ial)|refus|reject|turned (?:me |it |\\w+ )?down|stopp|cut (?:off|my|me)|ended|suspend|fit (?:for|to) work|able to work|can work|said no|disallow",
);

// Purchases
export const PRODUCT = any(
  "tv\\b|televis|celular|telefone|smartphone|iphone|samsung|geladeira|freezer|fogao|cooktop|forno|maquina|lavadora|lava.?louca|secadora|notebook|computador|\\bpc\\b|impressora|monitor|tablet|sofa|colchao|cama\\b|guarda.?roupa|armario|rack\\b|mesa\\b|cadeira|moveis|micro.?ondas|air.?fryer|fritadeira|liquidificador|batedeira|ventilador|ar.condicionado|aspirador|chuveiro|tenis\\b|sapato|bota\\b|relogio|oculos|bicicleta|patinete|fone|caixa de som|videogame|playstation|xbox|carrinho|brinquedo|furadeira|roupeiro|carro usado|moto usada|seminov|(?:comprei|compra de) (?:um |uma )?(?:carro|moto)",
  "phone|smartphone|shower|kettle|cooker|fridge|refrigerator|stove|cooker|oven|washing machine|washer|dryer|dishwasher|laptop|computer|printer|couch|mattress|bed\\b|wardrobe|closet|table\\b|chair|furniture|microwave|blender|fan\\b|air.?con|vacuum|heater|shoes|sneakers|watch\\b|glasses|bicycle|bike|scooter|headphones|earbuds|speaker|console|toy|drill|stroller|television|camera|used car|second.?hand car|bought a (?:\\w+ )?(?:car|motorbike)",
);
export const FAULT = any(
  "nao (?:ta |esta )?(?:gela|liga|ligou|funciona|lava|carreg|esquent|acend|prest|centrifug|abre|fecha|roda|pega|segur|imprim|seca|toca|refriger)\\w*|deu (?:\\w+ )?(?:tela|defeito|problema|pau|ruim|erro|pane)|tela (?:preta|azul|branca|apagou|morreu)|trav(?:a|ou|ando)|queim(?:ou|ad)|pif|estrag|quebr|rasg|descol|descostur|rach|mofo|faz(?:endo)? (?:um )?barulho|(?:ta|esta|ficou) (?:vaz|afund|solt|tort|bamb)|afund|vazan|vazou|vazament|solt(?:ou|ando)|desmont|cedeu|furou|desbot|encolh|nao aguent|alag|inund|molha|defeit|parou|morreu|apagou|desliga(?:ndo)? sozinh|fundiu|enferruj|faltando|(?:veio|chegou) (?:\\w+ ){0,2}(?:errad|amass|trinc|arranh|torto|torta)|nao presta|bateria (?:nao|vicia|acaba)",
  "(?:doesnt|does not|dont|wont|will not|didnt|not|never|stopped|quit|isnt|no longer) (?:\\w+ )?(?:work|turn|get|start|charg|cool|heat|spin|open|clos|print|play|hold|power|freez|switch)\\w*|broke|broken|fault|defect|lost its|wobbl|came (?:off|loose)|fell off|loose|shrunk|faded|leak|flood|crack|dead\\b|died|black screen|blank screen|screen (?:went|is|goes)|freez(?:es|ing) up|froze|burn(?:ed|t) out|overheat|rip|tore|torn|sag|collaps|fell apart|falling apart|peel|rust|strange noise|weird noise|smok(?:e|ing)|missing (?:a )?(?:part|piece)|keeps (?:shutting|turning|restarting|crashing)|gave out|packed up|conked",
);
export const ACQUIRED = any(
  "compr(?:ei|a|amos|ou|ado)|entreg|chegou|chegaram|loja\\b|lojas\\b|peguei|ganhei|veio|encomend|pedi\\b|pedido|nota fiscal|garantia|assistencia|fabricante|vendedor|vend(?:eu|eram)|instal|caiu na|sold me|talked into|talked me|bought|buy\\b|got\\b|came|deliver|order|shop|store|purchas|arriv|warranty|seller|receipt|paid|signed up|subscri|assin(?:ei|atura)|contrat(?:ei|ou)|fiz (?:um|uma) (?:compra|pedido|assinatura)",
);
export const REMOTE = any(
  "internet|online|on-line|on line|\\bsite|telefone|ligacao|ligaram|me ligou|aplicativo|\\bapp\\b|shopee|mercado livre|amazon|shein|aliexpress|magalu|magazine|americanas|temu\\b|olx|enjoei|instagram|\\binsta\\b|facebook|face\\b|marketplace|whats|\\bzap\\b|catalogo|porta a porta|bateu na (?:minha )?porta|video.?aula|website|web\\b|phone call|over the phone|by phone|called me|tiktok|ebay|door to door|at my door|catalogu?e",
);
export const REGRET = any(
  "arrepend|devolv|de volta|nada a ver|diferente d|desist|cancel|nao (?:serviu|serve|quero|gostei|era|coube|ficou)|dinheiro (?:de volta|devolvido)|meu dinheiro|reembols|estorn|trocar|desfa|changed my mind|regret|return|refund|money back|dont want|dont like|didnt like|nothing like|not as (?:described|shown|advertised)|different from|doesnt fit|didnt fit|not what|send (?:it |them |the \\w+ )?back|give it back|back out|too (?:small|big|tight)",
);
export const ABOUT_LAND =
  /\b(terreno|imovel|casa propria|apartamento|lote|land|apartment|ticket|passagem|voo|flight)\b|pedreiro|pintor/;
export const SERVICE = any(
  "pedreir|pintor|pintura|encanador|eletricista|mecanic|oficina|funilar|marceneir|gesseir|telhad|serralheir|vidraceir|jardineir|tatua|cabeleireir|salao|manicure|buffet|bolo|festa|fotograf|costureir|lavanderia|lava.?rapido|dedetiza|reforma|conserto|pet ?shop|refeicao|marmita|remedio|painter|plumber|mechanic|garage|body shop|electrician|contractor|roofer|tiler|builder|carpenter|hairdresser|salon|cater|cake|tattoo|photographer|tailor|dry.?clean|laundry|renovation|repair|handyman|groomer|food",
);
export const BADLY_DONE = any(
  "mal feit|malfeit|porc|servico ruim|ping(?:a|ando|ou)|vaz(?:a|ando|ou|am)|descasc|estrag|quebr|rach|entort|tort[oa]|infiltr|chov(?:e|endo|eu) dentro|piorou|pior (?:do )?que|(?:voltou|continua|deu) (?:\\w+ )?(?:problema|defeito|barulho|vaz)|manch|queim|caiu (?:o|a|tudo)|azed|mofad|passei mal|passou mal|intoxic|badly|botch|shoddy|sloppy|leak|peel|crack|crooked|ruin|worse|came (?:loose|off|apart)|fell off|fell apart|still (?:leaks|broken|doesnt)|stain|burn|rotten|spoiled|food poison|got sick|made (?:us|me) sick|broke (?:down )?again",
);

// Death
export const KIN = any(
  "(?:pai|mae|papai|mamae|painho|mainha|avo|vovo|voh|vo|marido|esposo|esposa|mulher|companheir[oa]|tio|tia|irmao|irma|sogr[oa]|padrasto|madrasta|filho|filha|padrinho|madrinha|velh[oa]|coroa)\\b|(?:father|mother|dad|daddy|mum|mom|papa|mama|grand\\w+|husband|wife|partner|uncle|aunt|auntie|brother|sister|in-?law|in law|step\\w+|old man|son|daughter)s?\\b",
);
export const DIED = any(
  "falec|morreu|coracao (?:\\w+ ){0,4}parou|infart|teve um avc|nao acordou|atestado de obito|funeraria|morte d|morreram|obito|enterr(?:amos|o|ei|ad)|enterr|sepult|velorio|velamos|cremad|cremac|descansou|nao resistiu|veio a (?:obito|falecer)|perd(?:i|emos) (?:\\w+ )?(?:meu|minha|o|a|nosso|nossa|papai|mamae|pai|mae|vovo)|(?:se foi|partiu|nos deixou)|deus (?:levou|chamou)|died|dies|passed(?: away| on)?\\b|death|buried|funeral|cremat|laid to rest|lost (?:my |our |his |her )?(?:dad|daddy|mum|mom|mother|father|husband|wife|grand\\w+|uncle|aunt|brother|sister|partner|son|daughter)|no longer with us|gone\\b|didnt make it|heart (?:attack|stopped|gave out)|didnt wake up|never woke up|stroke|death certificate|ashes|didnt survive",
);
export const NOT_ABOUT_AN_ESTATE =
  /(cachorro|gato\b|\bdog\b|\bcat\b|peixe|fish|quando eu (tinha|era)|when i was)|processo crime|perd(i|eu) (o|meu) (emprego|trabalho)|lost my job|\b(schools?|exams?|test|class|grade|escola|prova|vestibular)\b|acidente de trabalho/;
export const PENSION = any("pensao|inss|viuv|beneficio|benefit|pension|widow");

// Accidents
export const VEHICLE = any(
  "(?:carro|moto|motocicleta|caminhao|caminhonete|veiculo|fusca|gol|van|onix|hb20|car|truck|motorbike|motorcycle|bike|van|pickup|vehicle|suv)\\b",
);
export const VEHICLE_OR_DOG = any(
  "(?:carro|moto|motoqueiro|motoboy|motorista|onibus|caminhao|caminhonete|bicicleta|bike|taxi|uber|van|carreta|busao|car|bus|truck|lorry|motorbike|motorcycle|bicycle|cab|driver|suv|pickup|cyclist|cachorro|cao|pitbull|pit bull|rottweiler|dog|dogs)\\b",
);
export const COLLIDED = any(
  "bat(?:eu|eram|ida|eram)|batid|fech(?:ou|aram)|derrub|atropel|colid|colis|capot|abalro|acert(?:ou|aram)|invadiu|mord(?:eu|ida|eram)|avancou|pegou (?:meu|minha|eu|na|no|em mim|ele|ela)|acidente|me jogou|raspou|tore\\b|maul|escap(?:ou|aram)|got out|got loose|knocked|rear.?ended|ran (?:over|into|me)|run over|hit (?:me|my|our|us|by)|crash|slammed|smashed|bit (?:me|my)|bitten|struck|plowed|sideswiped|t.?boned|accident|collision|collided|backed into|attacked",
);
export const HARM = any(
  "quebr|machuc|fratur|hospital|cirurgia|oper(?:ei|ad)|perna|braco|costela|prejuizo|consert|pagar|pagou|paga\\b|pague|arcar|sumiu|fugiu|destru|amass|arranh|perda total|oficina|seguro|indeniz|pontos|internad|afastad|broke|broken|leg\\b|arm\\b|knee|hurt|injur|repair|pay\\b|paid|pays|cover|vanish|ran off|drove off|fled|disappeared|hospital|surgery|damage|totall?ed|wreck|stitches|bill|compensat|insurance",
);
export const INJURED_BY = any(
  "queim(?:ou|ei|ado|ada) (?:\\w+ ){0,2}(?:meu|minha|a|o|couro|pele|rosto|mao|braco|cabelo)|explod|estourou|feri(?:u|do|da)\\b|machuc|cicatri|intoxic|passei mal|infecc|alergi|sequela|cegou|cirurgia|perdi (?:a visao|o dedo|o cabelo)|exploded|burn(?:ed|t) (?:my|me|our)|scar|injur|poison|infect|allerg|surger|caught fire|choked|blinded",
);
export const INDEMNITY = any(
  "indeniz|process|reparac|culpa|responsa|danos?\\b|sue\\b|suing|claim|compensat|damages|liable",
);
export const WORK_INJURY = any(
  "perdi (?:\\w+ ){0,2}(?:dedo|mao|braco|perna|pe\\b|visao|olho|audicao)|acidente (?:de|no|do) (?:trabalho|servico)|me acident|(?:cai|despenquei) d[aoe]|me (?:machuquei|queimei|cortei|feri)|prensa|esmag|lost (?:\\w+ ){0,2}(?:finger|thumb|hand|arm|leg|foot|eye|hearing)|work(?:place)? accident|(?:accident|injured|hurt|burned|fell) (?:\\w+ ){0,3}(?:at|on the|in the) (?:work|job|plant|factory|site|kitchen|warehouse)|crushed",
);
export const FOOD = any(
  "comida|racao|carne|frango|peixe|camarao|leite|queijo|iogurte|fruta|verdura|pao\\b|bolo|salgad|marmita|pizza|lanche|alimento|remedio|flores|cosmetic|food|meat|chicken|fish|prawn|shrimp|milk|cheese|fruit|bread|cake|medicine|feed\\b|flowers|meal",
);
export const SPOILED = any(
  "mofad|mofo|estragad|vencid|podre|azed|fedend|bicho|larva|cru\\b|rotten|expired|mou?ld|spoil|gone off|went off|rancid|maggot|stale|stink|smell",
);

export const STRUCK = any(
  "caiu|desceu|desab|despenc|despedac|escorreg|tropec|choque|levei (?:um )?tombo|buraco|atingi|acert(?:ou|aram)|came down|fell\\b|collapsed|slipp|tripp|electric shock|shocked|landed on|hit\\b|gave way",
);
export const BODY_HARM = any(
  "\\d+ pontos|pontos na|quebrei|fratur|torci|machuc|cabeca|perna|braco|joelho|coluna|hospital|cirurgia|internad|stitches|broke (?:my|a|his|her)|fractur|sprain|injur|head\\b|leg\\b|knee|hip\\b|hospital|surgery",
);
export const NOT_MADE_GOOD = any(
  "(?:nao|nem|nunca|ninguem|sem) (?:\\w+ ){0,2}(?:pag|ajud|arc|indeniz|respond)|indeniza|responsab|process(?:ar|o)|(?:never|not|nobody|refuse\\w*|wont|didnt|no one) (?:\\w+ ){0,3}(?:paid|pay|cover|help|answer)|sue\\b|claim|compensat|liable",
);
export const ONLOOKER =
  /testemunha (de|do)|fui testemunha|witness|assisti|suing me|me process|served|summons|roub|stole|financ|compr(ei|amos) (um|o|uma)|\bbought\b|multa|fined|ticket/;

// Insults
export const SAID = any(
  "xing|ofend|humilh|cham(?:ou|aram|ando|a\\b|ava)|grit|fal(?:ou|aram|ando|a\\b)|diss(?:e|eram)|dizendo|espalh|post(?:ou|aram|ando)|public(?:ou|aram)|escrev|mandou (?:audio|mensagem)|inventou|comentou|insult|humiliat|call(?:ed|ing|s) (?:me|us|my)|scream|yell|shout|said|saying|tell|told|spread|post(?:ed|ing)|wrote|writing|accus",
);
export const OFFENCE_ON_COMPLAINT = any(
  "golp|estelionat|fraud|caluni|difam|injuri|ameac|xing|ofend|persegu|stalk|vandal|ris(?:cou|caram)|fur(?:ou|aram) (?:o|os|meu|meus) pneu|quebr(?:ou|aram) (?:o vidro|meu)|scam|slander|defam|insult|threat|slash|smash|vandali|keyed|assault|nude|foto intima",
);
export const KNEW_WHO = any(
  "descobri|fiquei sabendo|soube|(?:pass|d)(?:ou|eu|eram|aram) (?:me )?o nome|identific|reconheci|revelou|apareceu o nome|confess|se entregou|found out|worked out|figured out|discover|learn(?:ed|t)|realis|realiz|identified|recogni|showed me|confess|admitted|gave me the name|told me who",
);
export const EPITHET =
  /\b(ladr(a|ao|oes|ona)|caloteir|vagabund|safad|bandid|piranha|puta\b|prostitut|corrupt|macac|mentiros|golpista|estuprador|pedofil|macumbeir|viad|sapata|bicha|vigarist|trambiqueir|estelionatari|trafica(nte)?|drogad|pret[oa] (fedid|suj|imund)|neg(ro|ra|uinh[oa]) (fedid|suj|imund|safad)|corn[oa]\b|nojent|imund|pilantra|charlata|assassin|que eu (roub|furt|desvi)|furt(o|ei|ava)\b|roubei|roubava|roubo (a|o|da|do)|i take (stuff|things|money)|i took|crook|thief|thieves|liar|whore|slut|bitch|cheat|swindl|scammer|con ?(wo)?man|paedo|pedo|racist|rapist|steal|stole\b|i rob|drug dealer|addict|prostitute|monkey|fraudster|killer|pervert)/;
export const INSULTED = any(
  "xing(?:ou|aram|ando|amento)|ofend(?:eu|eram|endo)|ofens|humilh(?:ou|aram)|difam|calunia|injuri|racis|esculhamb|me expos|insult|humiliat|slander|defam|verbally|abused me|racial|slur|smear|trash(?:ed|ing) (?:me|my)|bad.?mouth|ameac|threat",
);
export const PUBLICLY = any(
  "na frente d|todo mundo|todos|grupo|internet|facebook|instagram|whats|\\bzap\\b|tiktok|rede social|redes sociais|na rua|vizinh|cliente|colegas|condominio|igreja|escola|in front of|everyone|everybody|group\\b|online|public|neighbou?r|street|customers|colleagues|coworkers|church|social media|school",
);
export const ACCUSED_MYSELF =
  /me acus\w+ (?!de )|(processo|inquerito)[- ](crime|criminal)|(was |been |got )?charged (with|for)|fui denunciad|referee|arbitro|juiz do jogo|filme|novela|movie/;

// Money and homes
export const TAKEN_AWAY = any(
  "bloque|trav(?:ou|aram|ad)|penhor|confisc|sumiu|tir(?:ou|aram)|retid|congel|sequestr(?:ou|aram|o) (?:o|a|de)|lev(?:ou|aram)|raparam|limpar|zer(?:ou|ad|aram)|descont|block|froze|frozen|freez|seiz|garnish|took\\b|disappeared|gone\\b|lock|drain|withheld|held\\b|emptied|wiped",
);
export const MONEY = any(
  "conta\\b|contas\\b|salario|dinheiro|poupanca|saldo|aposentadoria|pagamento|account|cards?\\b|cartao|everything|salary|wages|money|savings|paycheck|pension|funds|balance|bens\\b|casa\\b|house|property",
);
export const BY_COURT = any(
  "judicial|judicialmente|juiz|justica|ordem do|sisbajud|bacenjud|bacen jud|processo|execucao|court|judge|lawsuit|legal order|enforcement|judicial",
);
export const EXECUTION = any(
  "execucao (?!fiscal)|execucao$|executad|execut(?:ou|ando)|cumprimento de sentenca|cedula de credito|titulo extrajudicial|execution|enforcement",
);
export const BUSINESS_LEASE = any("renovatoria|renewal (?:action|suit|lawsuit)");
export const TO_RENEW = any("renov|renew");
export const BUSINESS = any(
  "ponto\\b|comercial|loja|padaria|salao|oficina|restaurante|bar\\b|farmacia|academia|consultorio|commercial|shop|store|business|restaurant|bakery|salon|clinic|gym",
);
export const LEASE = any("contrato|aluguel|alugad|locacao|lease|rent");
export const RENTED_HOME = any(
  "don[oa] d|proprietari|senhori|locador|imobiliaria|casa\\b|imovel|apartamento|ape\\b|ap\\b|aluguel|aluguer|alugad|kitnet|quitinete|quarto|barraco|landlord|landlady|owner|lease|house|flat\\b|apartment|home\\b|rent\\b|renting|agency|studio|room\\b|property manager",
);
export const TOLD_TO = any(
  "notific|carta\\b|mand(?:ou|aram)|pedi(?:u|ram|ndo)|quer\\b|querem|quis|deu\\b|deram|avis(?:ou|aram|o)|fal(?:ou|aram)|diss(?:e|eram)|receb(?:i|emos)|papel|oficial|ordem|sentenca|notice|letter|told|ask|wants?\\b|sent\\b|gave|given|email|text|order|says|said|papers",
);
export const LEAVE_HOME = any(
  "desocup|(?:sair|saia|saisse|saiamos|saissemos|sairmos)\\b|(?:entreg|devolv)\\w* (?:as |a |o )?(?:chaves?|imovel|casa|apartamento|ape)|despej|me mudar|mudar(?:mos)? d|(?:por|botar|colocar|jogar|mandar) (?:\\w+ ){0,3}(?:fora|rua)|vag(?:ar|ue) o|retomar|quer a casa|pediu a casa|pediu o (?:imovel|apartamento|ape)|leave\\b|vacate|move out|moving out|(?:hand|turn|give) (?:in |over |back |up )?(?:the |my |our )?keys|evict|get out|out of (?:the|here|my|our)|be out|quit the|wants? (?:the |his |her |their )?(?:house|flat|apartment|place|room) back|have to go",
);
export const MY_OWN_TENANT =
  /(meu|minha|meus|o|a) inquilin|(my|the) tenants?\b|vizinh|neighbou?r|quer (doar|vender|comprar)|wants to (give|sell|buy)|me expulsou|medida protetiva|quer[eo] (alugar|me mudar|sair)|queria sair|want to (leave|move)|vou me mudar|escola|hospital|cadeia/;

// Decisions and appointments
export const DECISION = any(
  "sentenca|decisao|decidi|julg(?:ou|ad|amento|aram)|resultado|acordao|juiz|recorrer|recurso|publicad|publicaram|despacho|verdict|ruling|ruled|decision|decided|judgment|judgement|judge|appeal|court|magistrate|tribunal",
);
export const LOST =
  /\b(perd(i|emos|eu)\b|ganhei so|so ganhei|so deu|deu so|queria (o resto|mais)|only (got|won|gave|awarded|get)|so uma parte|menos do que|less than|(deu|foi|saiu|decidiu|decidiram|julgou|julgado|ficou|veio|sentenca|decisao)[^.]{0,40}contra (mim|nos|a gente|eu)|improceden|(ganho|razao|causa) (\w+ ){0,2}(para|pra|ao|a) |(juiz\w?|sentenca|tribunal|decisao|desembargador\w*)[^.]{0,40}(neg(ou|ad|aram)|recus|nao (aceit|acolh|acat)|indefer|mand(ou|aram)? (eu )?pagar)|conden(ou|ad|aram)|desfavor|nao ganhei|dei perd|(decid|rul|judg|found|went|came out|case|court|verdict)[^.]{0,40}against (me|us)|lost\b|lose\b|(judge|court|ruling|decision|case|tribunal|verdict)[^.]{0,40}(dismiss|den(ied|y)|reject|threw|refus)|sided|in (his|her|their|the \w+s?) favou?r|favou?r of|unfavou?r|convicted|sentenced|ordered (me|us) to pay|have to pay)/;
export const APPEALING = any("recorrer|recorro|recurso|apela|appeal");
export const LABOUR_CASE = any(
  "trabalhista|justica do trabalho|vara do trabalho|\\btrt\\b|reclamatoria|horas? extra|verbas|insalubridade|labou?r (?:court|judge|case|claim|lawsuit)|employment (?:court|tribunal)",
);
export const SMALL_CLAIMS = any("juizado|pequenas causas|\\bjec\\b|small claims");
export const CIVIL_CASE = any(
  "civel|civil|construtora|banco|condominio|indeniza|cobranca|despejo|usucapiao|inventario|divorcio|guarda|imobiliaria|developer|bank|damages|landlord|family court|divorce|custody|contract",
);
export const CASE = any(
  "processo|causa\\b|acao\\b|juiz|justica|tribunal|instancia|recorrer|advogad|sentenca|juri\\b|lawsuit|case\\b|court|judge|lawyer|attorney|appeal|trial|suit\\b|tribunal|verdict|ruling",
);
export const OTHER_DECISIONS =
  /(multa|inss|perito|prova\b|concurso|\bjogo|\bgame\b|referee|futebol|detran|vaga|emprego novo|perdi (meu|minha|o|a) (pai|mae|emprego|carteira|celular|documento|avo|marido)|lost (my|our) (dad|mom|mum|father|mother|job|phone|wallet|keys|husband|wife))|custodia/;
export const OFFICE = any(
  "forum\\b|tribunal|vara\\b|juiz|juizado|justica|delegacia|delegado|policia|cejusc|procon\\b|defensoria|ministerio publico|promotor|promotoria|inss|perit|conciliador|conciliac|mediac|mediador|cartorio|conselho tutelar|cras\\b|creas\\b|sindicato|court|courthouse|judge|police|detective|prosecutor|mediator|mediation|tribunal|public defender|labou?r board|medical exam|hearing|immigration|federal police",
);
export const CALLED_TO = any(
  "tenho (?:que|de|q) (?:ir|estar|comparecer|me apresentar|depor|falar|passar|levar)|preciso (?:ir|estar|comparecer|me apresentar)|(?:estar|ir|comparecer|apresentar) (?:la|no|na|ao|diante|perante)|vai ter|vai ser|sera\\b|comparec|marc(?:ou|aram|ad[oa])|agend|me (?:chamaram|chamou|intim\\w+|convoc\\w+)|(?:fui|sou|estou|to) (?:cham|intim|convoc)\\w+|depoimento|depor\\b|testemunhar|ser ouvid|sessao|reuniao|(?:audiencia|pericia|julgamento) (?:e|vai|ficou|foi|no|na|dia|em|sera|para|pra)",
  "must (?:be|go|appear|attend|come|show)|(?:have|need|got|supposed|told|ordered|wants?|want me|asked|summoned|called|expected|due) (?:\\w+ ){0,2}(?:to )?(?:be|go|appear|attend|come|show up|testify|turn up|in)\\b|appointment|scheduled|set for|set (?:me|us)|meeting|statement|testify|testimony|appear\\b|due in|booked|is on\\b|date is|report to|show up",
);
export const NO_SUMMONS_OF_MINE =
  /no (appointments?|slots?)|nao tem (vaga|data|horario)|sem (vaga|horario)|certidao|certificate|turismo|estagio|internship|emprego|job interview|estacionamento|casamento|wedding|passaporte|passport/;

// Vehicles, notaries, insurers, scams
export const SEIZED = any(
  "lev(?:ou|aram)|tom(?:ou|aram)|apreend|busca e apreensao|guinch|recolh|pegaram|took|taken|towed|seiz|repossess|impound|grabbed",
);
export const UNPAID = any(
  "parcela|prestac|financi|atras|banco|carne\\b|alienac|consorcio|payments?|loan|bank|instal|behind|arrears|financ|lender|overdue",
);
export const BY_POLICE = /policia|police|blitz|roub|stole|ladr|thie|filh|agiota/;
export const NOTARY = any("cartorio|tabeli|notary|registry");
export const PROTEST = any("protest");
export const INSURER = any("segurador|seguro (?:d|de|resid|carro|nao|neg|recus|me)|apolice|sinistro|insur");
export const REFUSED = any(
  "neg(?:ou|ad|aram)|recus|nao (?:vai|vao|quer|querem|quis|cobre|paga|pagou|aceit)\\w*|indefer|den(?:ied|ies|y)|refus|reject|wont (?:pay|cover)|will not pay|turned (?:\\w+ )?down|said no|not (?:pay|cover)|(?:isnt|wasnt|arent|not) covered|declin",
);
export const HEALTH = /saude|plano|cirurgia|tratamento|exame|hospital|internac|health|surgery|treatment|medical|medic/;
export const TRANSFER = any("pix\\b|transfer|deposit");
export const TRICKED = any(
  "golp|fraud|fals[oa]|fake|clon|enganad|enganou|enganaram|cai (?:em|num|no|na)|passou por|fingi|se fez|bloqueou (?:eu|meu)|scam|trick|conned|hack|imposter|impost|pretend|phish",
);

// The words of the day that itself starts the time
export const SERVED_OR_CAME = new RegExp(`${SERVED.source}|${CAME.source}|\\brang|\\bknock`);
export const SENT_OR_CAME = new RegExp(`${CAME.source}|\\b(?:expedi|emitid|emissao|issued|notific|postad)`);
export const DELIVERED_OR_BROKE =
  /\b(cheg|receb|entreg|veio|compr|nota|receipt|bought|arriv|came|deliver|receiv|par(ou|aram) de|pif|queim|quebr|estrag|died|broke|stopped|dead)/;
export const OF_TAXES = /execucao fiscal|divida ativa|imposto|iptu|\btax/;
export const NOT_CIVIL = new RegExp(`${OTHER_DECISIONS.source}|${LABOUR_CASE.source}`);
export const NOT_ORDINARY = new RegExp(`${NOT_CIVIL.source}|${SMALL_CLAIMS.source}|criminal|penal\\b|crime`);
export const DECIDED = /\b(sentenca|decisao|decid|julg|saiu|publica|perd|juiz|lost|judge|rul|decision|verdict)/;
export const APPOINTED =
  /\b(audien|julgam|perici|depo[ir]|compare|forum|tribunal|delegacia|hearing|court|trial|appear|testify|statement|interview|mediation|conciliac|leilao|auction)/;
export const NOT_ENFORCED = new RegExp(`${TRICKED.source}|${OF_TAXES.source}`);
