// Word classes of work, purchases, deaths, accidents, insults and debts, in both languages, over folded text.
import { anyOf } from "./any-of.ts";

// Work
export const JOB = anyOf(
  "trabalh|trampo|emprego|empregad|servico\\b|empresa\\b|firma\\b|fabrica|loja\\b|mercado\\b|padaria|restaurante|lanchonete|hotel|obra\\b|fazenda|clinica|patra[oa]|chefe|gerente|encarregad|supervisor|\\brh\\b",
  "garcom|garconete|bater (?:o )?ponto|cracha|copeir|diarista|domestica|faxineir|cozinheir|motorista|vendedor|caixa d[eo]|balconista|porteiro|vigilante|pedreiro na|cuidadora|baba\\b|carteira|sem registro|registrad|verbas|rescis|acerto|fgts|salario|turno|plantao|escala|13o|decimo terceiro|ferias|holerite|setor",
  "boss|manager|foreman|employer|company|plant\\b|factory|warehouse|restaurant|kitchen|\\bjob\\b|shifts?\\b|schedule|wages|paycheck|severance|severence|waiter|waitress|chef|tutor|caregiver|months? pay|notice pay|my pay\\b|cuidava d|assinaram nada|assinou nada|faxina|cozinhava|vendia|atendia|hired|staff|employees|clean(ed|er|ing)|cook\\b|driver|cashier|nanny|maid|\\bhr\\b|payroll|worked|working|coworkers|office",
);
export const NOT_WANTED = anyOf(
  "nao (?:precis\\w+|quer\\w*|quis\\w*|iam? precisar|ia) (?:\\w+ ){0,2}(?:de mim|de nos|da gente|meus? servicos?|dos meus)|nao (?:me )?(?:quer\\w*|quis\\w*) mais|(?:nunca|nao) (?:mais )?me (?:chamaram|chamou)|nao me (?:chamaram|chamou) mais",
  "me (?:tir|cort|bot|coloc|mand|jog|pass)(?:ou|aram) (?:\\w+ ){0,3}(?:escala|quadro|fora|rua|facao|embora|casa)|fui (?:mand|cort|dispens|deslig|demit|tirad|botad)\\w*|me (?:dispens|deslig|demit)\\w+|me manda\\w* embora|mandad[oa]s? embora|mandou eu embora|para (?:eu )?nao (?:voltar|vir|aparecer|ir) mais|nao precisava (?:mais )?(?:voltar|vir|ir)|nao (?:voltar|vir|aparecer) mais",
  "(?:pegar|juntar|arrumar|recolher) (?:as )?minhas coisas|ultimo (?:dia|plantao|turno|expediente)|(?:acabou|encerr\\w+|rescindi\\w+|terminou|cancel\\w+) (?:o |meu |o meu )?contrato|baixa na (?:minha )?carteira|corte de (?:gastos|pessoal|funcionarios)|reducao de quadro|ganhei a conta|sai por conta|me deslig\\w+|abandon\\w+ de emprego|justa causa",
  "(?:dont|didnt|doesnt|no longer|not|wouldnt) (?:\\w+ )?(?:need|needed|want|wanted) (?:me|us|anymore)|no longer (?:needed|required)|not to (?:come|bother coming|show up|turn up)|never called (?:me )?(?:back|again)|cut me|(?:cut|eliminated) my (?:job|position|role)|let (?:me|us|\\w+ of us) go|kicked me out|got rid of (?:me|us)|show(?:ed|n) (?:me )?the door|pack (?:up )?my (?:things|stuff|desk)|clear(?:ed)? (?:out )?my (?:desk|locker)|(?:ended|terminated|cancell?ed) my (?:contract|employment)|last (?:day|shift)|took me off the (?:schedule|rota|roster)|sent (?:me )?home for good|dont come back|fired|dismissed|laid off|walked me (?:out|to)|closed (?:the|our|its) (?:branch|shop|store|plant|office|restaurant|site|location|doors)|sent (?:\\w+ ){0,3}us home|(?:was|it was) (?:the end|over|my last)|didnt renew|not renewed|did not renew|took my (?:keys|badge|uniform)|replaced (?:me|us)|put (?:\\w+ )?(?:else|another) in my place|(?:fech|encerr)(?:ou|aram) (?:as portas|a |o )?(?:filial|loja|unidade|fabrica|restaurante|empresa|setor)?|era o fim|acabou (?:o|meu) (?:trabalho|servico|emprego)|nao renov(?:ou|aram)|(?:colocou|botou|puseram|colocaram) (?:outr|um|uma) (?:\\w+ ){0,2}no meu lugar|(?:pediu|pediram|tomou|tomaram) (?:o |a |de volta )?(?:meu )?(?:uniforme|chave|cracha)|escorted|(?:login|badge|key card|password) (?:was |is )?(?:dead|off|disabled|blocked|didnt work|stopped)|ended (?:it|things|the contract|our contract)|(?:cracha|ponto|senha|acesso) (?:\\w+ ){0,3}(?:nao passa|bloque|cancel|nao funcion)|deslig(?:ad|aram|ou|uei)|dispens(?:ou|aram|ad)",
);
export const ENDED_WORK = anyOf(
  "sai d[ao] (?:empresa|firma|transportadora|fabrica|loja|mercado|obra|restaurante|hotel|escola|clinica|usina|fazenda|padaria|salao)|levei as contas|me deram as contas|me deu as contas|perdi (?:o |meu |o meu )?(?:emprego|trampo|servico|trabalho)|(?:me )?(?:mand|bot|coloc)(?:ou|aram) (?:\\w+ ){0,2}(?:para|pra) (?:a )?rua|fui (?:para|pra) (?:a )?rua|(?:tomei|levei) (?:um )?(?:pe na bunda|justa causa)|fui mandad[oa]s? (?:em )?bora|me (?:demitiram|demitiu|dispensaram|dispensou|desligaram|desligou)|fui (?:demitid|dispensad|desligad)[oa]|pedi (?:as |a )?contas?\\b|pedi (?:minha |a )?demissao|sai do (?:emprego|trabalho|servico|trampo)|facao",
  "(?:i |we )?(?:got|was|were|been) (?:canned|axed|sacked|fired|booted|let go|laid off|made redundant|terminated|dismissed)|(?:they|he|she|boss|manager|company|owner) (?:canned|axed|sacked|fired|booted|terminated|dismissed) (?:me|us)|(?:gave|got|given) (?:me )?(?:the )?(?:boot|axe|sack|pink slip|marching orders)|lost my job|out of a job|handed (?:in )?my (?:notice|resignation)|i (?:quit|resigned)|pushed out of my job",
);
export const A_FRIENDS_STORY = anyOf(
  "(?:amig[oa]|prim[oa]|colega|conhecid[oa]|vizinh[oa])s? (?:\\w+ ){0,3}?(?:foi|foram|levou|perdeu|pediu|saiu)|(?:demit|mand|dispens)(?:iram|iu|aram|ou) (?:um|uma|meu|minha|o|a) (?:amig|colega|prim|vizinh)|(?:friend|cousin|coworker|colleague|neighbou?r|roommate)s? (?:\\w+ ){0,2}?(?:was|were|got|has been|lost|quit|left)|fired (?:a|my) (?:friend|cousin|coworker|colleague)|preciso demitir|quero demitir|vou demitir|(?:demiti|dispensei|mandei embora) (?:um|uma|o|a|meu|minha)|i (?:fired|dismissed|let go|laid off)|need to fire|want to fire",
);

// Purchases
export const PRODUCT = anyOf(
  "tv\\b|televis|celular|telefone|smartphone|iphone|samsung|geladeira|freezer|fogao|cooktop|forno|maquina|lavadora|lava.?louca|secadora|notebook|computador|\\bpc\\b|impressora|monitor|tablet|sofa|colchao|cama\\b|guarda.?roupa|armario|rack\\b|mesa\\b|cadeira|moveis|micro.?ondas|air.?fryer|fritadeira|liquidificador|batedeira|ventilador|ar.condicionado|aspirador|chuveiro|tenis\\b|sapato|bota\\b|relogio|oculos|bicicleta|patinete|fone|caixa de som|videogame|playstation|xbox|carrinho|brinquedo|furadeira|roupeiro|carro usado|moto usada|seminov|(?:comprei|compra de) (?:um |uma )?(?:carro|moto)",
  "phone|smartphone|shower|kettle|cooker|fridge|refrigerator|stove|cooker|oven|washing machine|washer|dryer|dishwasher|laptop|computer|printer|couch|mattress|bed\\b|wardrobe|closet|table\\b|chair|furniture|microwave|blender|fan\\b|air.?con|vacuum|heater|shoes|sneakers|watch\\b|glasses|bicycle|bike|scooter|headphones|earbuds|speaker|console|toy|drill|stroller|television|camera|used car|second.?hand car|bought a (?:\\w+ )?(?:car|motorbike)",
);
export const FAULT = anyOf(
  "nao (?:ta |esta )?(?:gela|liga|ligou|funciona|lava|carreg|esquent|acend|prest|centrifug|abre|fecha|roda|pega|segur|imprim|seca|toca|refriger)\\w*|deu (?:\\w+ )?(?:tela|defeito|problema|pau|ruim|erro|pane)|tela (?:preta|azul|branca|apagou|morreu)|trav(?:a|ou|ando)|queim(?:ou|ad)|pif|estrag|quebr|rasg|descol|descostur|rach|mofo|faz(?:endo)? (?:um )?barulho|(?:ta|esta|ficou) (?:vaz|afund|solt|tort|bamb)|afund|vazan|vazou|vazament|solt(?:ou|ando)|desmont|cedeu|furou|desbot|encolh|nao aguent|alag|inund|molha|defeit|parou|morreu|apagou|desliga(?:ndo)? sozinh|fundiu|enferruj|faltando|(?:veio|chegou) (?:\\w+ ){0,2}(?:errad|amass|trinc|arranh|torto|torta)|nao presta|bateria (?:nao|vicia|acaba)",
  "(?:doesnt|does not|dont|wont|will not|didnt|not|never|stopped|quit|isnt|no longer) (?:\\w+ )?(?:work|turn|get|start|charg|cool|heat|spin|open|clos|print|play|hold|power|freez|switch)\\w*|broke|broken|fault|defect|lost its|wobbl|came (?:off|loose)|fell off|loose|shrunk|faded|leak|flood|crack|dead\\b|died|black screen|blank screen|screen (?:went|is|goes)|freez(?:es|ing) up|froze|burn(?:ed|t) out|overheat|rip|tore|torn|sag|collaps|fell apart|falling apart|peel|rust|strange noise|weird noise|smok(?:e|ing)|missing (?:a )?(?:part|piece)|keeps (?:shutting|turning|restarting|crashing)|gave out|packed up|conked",
);
export const ACQUIRED = anyOf(
  "compr(?:ei|a|amos|ou|ado)|entreg|chegou|chegaram|loja\\b|lojas\\b|peguei|ganhei|veio|encomend|pedi\\b|pedido|nota fiscal|garantia|assistencia|fabricante|vendedor|vend(?:eu|eram)|instal|caiu na|sold me|talked into|talked me|bought|buy\\b|got\\b|came|deliver|order|shop|store|purchas|arriv|warranty|seller|receipt|paid|signed up|subscri|assin(?:ei|atura)|contrat(?:ei|ou)|fiz (?:um|uma) (?:compra|pedido|assinatura)",
);
export const REMOTE = anyOf(
  "internet|online|on-line|on line|\\bsite|telefone|ligacao|ligaram|me ligou|aplicativo|\\bapp\\b|shopee|mercado livre|amazon|shein|aliexpress|magalu|magazine|americanas|temu\\b|olx|enjoei|instagram|\\binsta\\b|facebook|face\\b|marketplace|whats|\\bzap\\b|catalogo|porta a porta|bateu na (?:minha )?porta|video.?aula|website|web\\b|phone call|over the phone|by phone|called me|tiktok|ebay|door to door|at my door|catalogu?e",
);
export const REGRET = anyOf(
  "arrepend|devolv|de volta|nada a ver|diferente d|desist|cancel|nao (?:serviu|serve|quero|gostei|era|coube|ficou)|dinheiro (?:de volta|devolvido)|meu dinheiro|reembols|estorn|trocar|desfa|changed my mind|regret|return|refund|money back|dont want|dont like|didnt like|nothing like|not as (?:described|shown|advertised)|different from|doesnt fit|didnt fit|not what|send (?:it |them |the \\w+ )?back|give it back|back out|too (?:small|big|tight)",
);
export const ABOUT_LAND =
  /\b(terreno|imovel|casa propria|apartamento|lote|land|apartment|ticket|passagem|voo|flight)\b|pedreiro|pintor/;
export const SERVICE = anyOf(
  "pedreir|pintor|pintura|encanador|eletricista|mecanic|oficina|funilar|marceneir|gesseir|telhad|serralheir|vidraceir|jardineir|tatua|cabeleireir|salao|manicure|buffet|bolo|festa|fotograf|costureir|lavanderia|lava.?rapido|dedetiza|reforma|conserto|pet ?shop|refeicao|marmita|remedio|painter|plumber|mechanic|garage|body shop|electrician|contractor|roofer|tiler|builder|carpenter|hairdresser|salon|cater|cake|tattoo|photographer|tailor|dry.?clean|laundry|renovation|repair|handyman|groomer|food",
);
export const BADLY_DONE = anyOf(
  "mal feit|malfeit|porc|servico ruim|ping(?:a|ando|ou)|vaz(?:a|ando|ou|am)|descasc|estrag|quebr|rach|entort|tort[oa]|infiltr|chov(?:e|endo|eu) dentro|piorou|pior (?:do )?que|(?:voltou|continua|deu) (?:\\w+ )?(?:problema|defeito|barulho|vaz)|manch|queim|caiu (?:o|a|tudo)|azed|mofad|passei mal|passou mal|intoxic|badly|botch|shoddy|sloppy|leak|peel|crack|crooked|ruin|worse|came (?:loose|off|apart)|fell off|fell apart|still (?:leaks|broken|doesnt)|stain|burn|rotten|spoiled|food poison|got sick|made (?:us|me) sick|broke (?:down )?again",
);

// Death
export const KIN = anyOf(
  "(?:pai|mae|papai|mamae|painho|mainha|avo|vovo|voh|vo|marido|esposo|esposa|mulher|companheir[oa]|tio|tia|irmao|irma|sogr[oa]|padrasto|madrasta|filho|filha|padrinho|madrinha|velh[oa]|coroa)\\b|(?:father|mother|dad|daddy|mum|mom|papa|mama|grand\\w+|husband|wife|partner|uncle|aunt|auntie|brother|sister|in-?law|in law|step\\w+|old man|son|daughter)s?\\b",
);
export const DIED = anyOf(
  "falec|morreu|coracao (?:\\w+ ){0,4}parou|infart|teve um avc|nao acordou|atestado de obito|funeraria|morte d|morreram|obito|enterr(?:amos|o|ei|ad)|enterr|sepult|velorio|velamos|cremad|cremac|descansou|nao resistiu|veio a (?:obito|falecer)|perd(?:i|emos) (?:\\w+ )?(?:meu|minha|o|a|nosso|nossa|papai|mamae|pai|mae|vovo)|(?:se foi|partiu|nos deixou)|deus (?:levou|chamou)|died|dies|passed(?: away| on)?\\b|death|buried|funeral|cremat|laid to rest|lost (?:my |our |his |her )?(?:dad|daddy|mum|mom|mother|father|husband|wife|grand\\w+|uncle|aunt|brother|sister|partner|son|daughter)|no longer with us|gone\\b|didnt make it|heart (?:attack|stopped|gave out)|didnt wake up|never woke up|stroke|death certificate|ashes|didnt survive",
);
export const NOT_ABOUT_AN_ESTATE =
  /(cachorro|gato\b|\bdog\b|\bcat\b|peixe|fish|quando eu (tinha|era)|when i was)|processo crime|perd(i|eu) (o|meu) (emprego|trabalho)|lost my job|\b(schools?|exams?|test|class|grade|escola|prova|vestibular)\b|acidente de trabalho/;
export const PENSION = anyOf("pensao|inss|viuv|beneficio|benefit|pension|widow");

// Accidents
export const VEHICLE = anyOf(
  "(?:carro|moto|motocicleta|caminhao|caminhonete|veiculo|fusca|gol|van|onix|hb20|car|truck|motorbike|motorcycle|bike|van|pickup|vehicle|suv)\\b",
);
export const VEHICLE_OR_DOG = anyOf(
  "(?:carro|moto|motoqueiro|motoboy|motorista|onibus|caminhao|caminhonete|bicicleta|bike|taxi|uber|van|carreta|busao|car|bus|truck|lorry|motorbike|motorcycle|bicycle|cab|driver|suv|pickup|cyclist|cachorro|cao|pitbull|pit bull|rottweiler|dog|dogs)\\b",
);
export const COLLIDED = anyOf(
  "bat(?:eu|eram|ida|eram)|batid|fech(?:ou|aram)|derrub|atropel|colid|colis|capot|abalro|acert(?:ou|aram)|invadiu|mord(?:eu|ida|eram)|avancou|pegou (?:meu|minha|eu|na|no|em mim|ele|ela)|acidente|me jogou|raspou|tore\\b|maul|escap(?:ou|aram)|got out|got loose|knocked|rear.?ended|ran (?:over|into|me)|run over|hit (?:me|my|our|us|by)|crash|slammed|smashed|bit (?:me|my)|bitten|struck|plowed|sideswiped|t.?boned|accident|collision|collided|backed into|attacked",
);
export const HARM = anyOf(
  "quebr|machuc|fratur|hospital|cirurgia|oper(?:ei|ad)|perna|braco|costela|prejuizo|consert|pagar|pagou|paga\\b|pague|arcar|sumiu|fugiu|destru|amass|arranh|perda total|oficina|seguro|indeniz|pontos|internad|afastad|broke|broken|leg\\b|arm\\b|knee|hurt|injur|repair|pay\\b|paid|pays|cover|vanish|ran off|drove off|fled|disappeared|hospital|surgery|damage|totall?ed|wreck|stitches|bill|compensat|insurance",
);
export const INJURED_BY = anyOf(
  "queim(?:ou|ei|ado|ada) (?:\\w+ ){0,2}(?:meu|minha|a|o|couro|pele|rosto|mao|braco|cabelo)|explod|estourou|feri(?:u|do|da)\\b|machuc|cicatri|intoxic|passei mal|infecc|alergi|sequela|cegou|cirurgia|perdi (?:a visao|o dedo|o cabelo)|exploded|burn(?:ed|t) (?:my|me|our)|scar|injur|poison|infect|allerg|surger|caught fire|choked|blinded",
);
export const INDEMNITY = anyOf(
  "indeniz|process|reparac|culpa|responsa|danos?\\b|sue\\b|suing|claim|compensat|damages|liable",
);
export const WORK_INJURY = anyOf(
  "perdi (?:\\w+ ){0,2}(?:dedo|mao|braco|perna|pe\\b|visao|olho|audicao)|acidente (?:de|no|do) (?:trabalho|servico)|me acident|(?:cai|despenquei) d[aoe]|me (?:machuquei|queimei|cortei|feri)|prensa|esmag|lost (?:\\w+ ){0,2}(?:finger|thumb|hand|arm|leg|foot|eye|hearing)|work(?:place)? accident|(?:accident|injured|hurt|burned|fell) (?:\\w+ ){0,3}(?:at|on the|in the) (?:work|job|plant|factory|site|kitchen|warehouse)|crushed",
);
export const FOOD = anyOf(
  "comida|racao|carne|frango|peixe|camarao|leite|queijo|iogurte|fruta|verdura|pao\\b|bolo|salgad|marmita|pizza|lanche|alimento|remedio|flores|cosmetic|food|meat|chicken|fish|prawn|shrimp|milk|cheese|fruit|bread|cake|medicine|feed\\b|flowers|meal",
);
export const SPOILED = anyOf(
  "mofad|mofo|estragad|vencid|podre|azed|fedend|bicho|larva|cru\\b|rotten|expired|mou?ld|spoil|gone off|went off|rancid|maggot|stale|stink|smell",
);

export const STRUCK = anyOf(
  "caiu|desceu|desab|despenc|despedac|escorreg|tropec|choque|levei (?:um )?tombo|buraco|atingi|acert(?:ou|aram)|came down|fell\\b|collapsed|slipp|tripp|electric shock|shocked|landed on|hit\\b|gave way",
);
export const BODY_HARM = anyOf(
  "\\d+ pontos|pontos na|quebrei|fratur|torci|machuc|cabeca|perna|braco|joelho|coluna|hospital|cirurgia|internad|stitches|broke (?:my|a|his|her)|fractur|sprain|injur|head\\b|leg\\b|knee|hip\\b|hospital|surgery",
);
export const NOT_MADE_GOOD = anyOf(
  "(?:nao|nem|nunca|ninguem|sem) (?:\\w+ ){0,2}(?:pag|ajud|arc|indeniz|respond)|indeniza|responsab|process(?:ar|o)|(?:never|not|nobody|refuse\\w*|wont|didnt|no one) (?:\\w+ ){0,3}(?:paid|pay|cover|help|answer)|sue\\b|claim|compensat|liable",
);
export const ONLOOKER =
  /testemunha (de|do)|fui testemunha|witness|assisti|suing me|me process|served|summons|roub|stole|financ|compr(ei|amos) (um|o|uma)|\bbought\b|multa|fined|ticket/;

// Insults
export const SAID = anyOf(
  "xing|ofend|humilh|cham(?:ou|aram|ando|a\\b|ava)|grit|fal(?:ou|aram|ando|a\\b)|diss(?:e|eram)|dizendo|espalh|post(?:ou|aram|ando)|public(?:ou|aram)|escrev|mandou (?:audio|mensagem)|inventou|comentou|insult|humiliat|call(?:ed|ing|s) (?:me|us|my)|scream|yell|shout|said|saying|tell|told|spread|post(?:ed|ing)|wrote|writing|accus",
);
export const OFFENCE_ON_COMPLAINT = anyOf(
  "golp|estelionat|fraud|caluni|difam|injuri|ameac|xing|ofend|persegu|stalk|vandal|ris(?:cou|caram)|fur(?:ou|aram) (?:o|os|meu|meus) pneu|quebr(?:ou|aram) (?:o vidro|meu)|scam|slander|defam|insult|threat|slash|smash|vandali|keyed|assault|nude|foto intima",
);
export const KNEW_WHO = anyOf(
  "descobri|fiquei sabendo|soube|(?:pass|d)(?:ou|eu|eram|aram) (?:me )?o nome|identific|reconheci|revelou|apareceu o nome|confess|se entregou|found out|worked out|figured out|discover|learn(?:ed|t)|realis|realiz|identified|recogni|showed me|confess|admitted|gave me the name|told me who",
);
export const EPITHET =
  /\b(ladr(a|ao|oes|ona)|caloteir|vagabund|safad|bandid|piranha|puta\b|prostitut|corrupt|macac|mentiros|golpista|estuprador|pedofil|macumbeir|viad|sapata|bicha|vigarist|trambiqueir|estelionatari|trafica(nte)?|drogad|pret[oa] (fedid|suj|imund)|neg(ro|ra|uinh[oa]) (fedid|suj|imund|safad)|corn[oa]\b|nojent|imund|pilantra|charlata|assassin|que eu (roub|furt|desvi)|furt(o|ei|ava)\b|roubei|roubava|roubo (a|o|da|do)|i take (stuff|things|money)|i took|crook|thief|thieves|liar|whore|slut|bitch|cheat|swindl|scammer|con ?(wo)?man|paedo|pedo|racist|rapist|steal|stole\b|i rob|drug dealer|addict|prostitute|monkey|fraudster|killer|pervert)/;
export const INSULTED = anyOf(
  "xing(?:ou|aram|ando|amento)|ofend(?:eu|eram|endo)|ofens|humilh(?:ou|aram)|difam|calunia|injuri|racis|esculhamb|me expos|insult|humiliat|slander|defam|verbally|abused me|racial|slur|smear|trash(?:ed|ing) (?:me|my)|bad.?mouth|ameac|threat",
);
export const PUBLICLY = anyOf(
  "na frente d|todo mundo|todos|grupo|internet|facebook|instagram|whats|\\bzap\\b|tiktok|rede social|redes sociais|na rua|vizinh|cliente|colegas|condominio|igreja|escola|in front of|everyone|everybody|group\\b|online|public|neighbou?r|street|customers|colleagues|coworkers|church|social media|school",
);
export const ACCUSED_MYSELF =
  /me acus\w+ (?!de )|(processo|inquerito)[- ](crime|criminal)|(was |been |got )?charged (with|for)|fui denunciad|referee|arbitro|juiz do jogo|filme|novela|movie/;

// Vehicles, notaries, insurers, scams
export const SEIZED = anyOf(
  "lev(?:ou|aram)|tom(?:ou|aram)|apreend|busca e apreensao|guinch|recolh|pegaram|took|taken|towed|seiz|repossess|impound|grabbed",
);
export const UNPAID = anyOf(
  "parcela|prestac|financi|atras|banco|carne\\b|alienac|consorcio|payments?|loan|bank|instal|behind|arrears|financ|lender|overdue",
);
export const ROBBED = /roubad|roubar|assalt|robbed|mugg|stole|burgl/;
export const BY_POLICE = /policia|police|blitz|roub|stole|ladr|thie|filh|agiota/;
export const NOTARY = anyOf("cartorio|tabeli|notary|registry");
export const PROTEST = anyOf("protest");
export const INSURER = anyOf("segurador|seguro (?:d|de|resid|carro|nao|neg|recus|me)|apolice|sinistro|insur");
export const REFUSED = anyOf(
  "neg(?:ou|ad|aram)|recus|nao (?:vai|vao|quer|querem|quis|cobre|paga|pagou|aceit)\\w*|indefer|den(?:ied|ies|y)|refus|reject|wont (?:pay|cover)|will not pay|turned (?:\\w+ )?down|said no|not (?:pay|cover)|(?:isnt|wasnt|arent|not) covered|declin",
);
export const HEALTH = /saude|plano|cirurgia|tratamento|exame|hospital|internac|health|surgery|treatment|medical|medic/;
export const TRANSFER = anyOf("pix\\b|transfer|deposit");
export const TRICKED = anyOf(
  "golp|fraud|fals[oa]|fake|clon|enganad|enganou|enganaram|cai (?:em|num|no|na)|passou por|fingi|se fez|bloqueou (?:eu|meu)|scam|trick|conned|hack|imposter|impost|pretend|phish",
);
