// Signs of danger: what people do because of it, or see of it, when they name neither blow nor threat ("to" in English reads "estou").
import type { Rule } from "./scene-rules.ts";

const CHILD =
  "(?:filh[oa]s?|criancas?|bebe|menin[oa]s?|garot[oa]s?|net[oa]s?|kids?|son|sons|daughters?|child|children|baby|boys?|girls?)";
const AWAY =
  "(?:exterior|outro pais|outro estado|paraguai|argentina|bolivia|uruguai|portugal|espanha|italia|eua|estados unidos|abroad|another country|overseas)";
const PLACE_OF_MINE =
  "(?:meu |minha |do meu |da minha |no meu |na minha |my |our |the )(?:\\w+ )?(?:casa|servico|trabalho|predio|portao|escola|porta|rua|faculdade|house|home|work|office|school|building|gate|street|place|job|gym)";
const HEIGHT =
  "(?:viaduto|ponte|laje|telhado|sacada|varanda|janela|predio|trilhos?|linha do trem|viaduct|bridge|roof|rooftop|balcony|ledge|tracks|platform|cliff|overpass)";

function signs(...sources: string[]): RegExp {
  return new RegExp(` (?:${sources.join("|")}) `);
}

export const SIGNS: readonly Rule[] = [
  {
    flag: "violence",
    pattern: signs(
      "(?:acertar|ajustar) (?:as )?contas? (?:\\w+ )?(?:comigo|com a gente|na saida)|vai (?:se arrepender|ter troco|pagar caro)|nao vai ficar (?:assim|barato)|settle (?:this|it|the score|accounts) (?:\\w+ ){0,3}(?:when|with me|outside|after)|(?:youll|you will|going estou make me|make me) (?:regret|pay for)",
      "(?:esconder|cobrir|tapar|disfarcar|hide|cover|covering|hiding) (?:\\w+ ){0,4}(?:marcas?|roxos?|hematomas?|bruises?|marks?|black eye|swelling)|(?:oculos escuros|manga comprida|sunglasses|long sleeves) (?:\\w+ ){0,8}(?:marcas?|roxos?|bruises?|calor|summer|ninguem|nobody)",
      `(?:levo|pego|saio com|corro com|escondo|take|grab|hide|run with|lock) (?:\\w+ ){0,3}${CHILD} (?:\\w+ ){0,8}(?:ate (?:ele|ela) (?:dormir|sair|passar|acalmar|ir)|until (?:he|she|hes|shes) (?:\\w+ ){0,2}(?:asleep|sleeps|leaves|calms|gone|passes))`,
      "(?:entra|entrou|entrava|fica|goes|comes|walks|went|walked) (?:\\w+ ){0,4}(?:banheiro|quarto|bathroom|bedroom|room) (?:\\w+ ){0,5}(?:filha|menina|enteada|banho|se troca|daughter|girl|stepdaughter|shower|bath|changing|undress\\w*)",
      "(?:comoda|armario|cadeira|sofa|movel|guarda roupa|dresser|chair|wardrobe|couch|chest) (?:\\w+ ){0,4}(?:na|contra a|atras da|encostad[oa] na|against the|behind the|under the) (?:\\w+ )?(?:porta|door|handle)",
      "(?:soc|esmurr|chut|arrebent|arromb|quebr)(?:a|ou|ava|ando) (?:a |as |o )?(?:parede|porta|mesa|armario|espelho|televisao|tv)s?|(?:punch|kick|smash|break|broke|punche|kicke|smashe)(?:s|d|es|ed|ing)? (?:\\w+ ){0,4}(?:wall|door|walls|doors|mirror)",
      `(?:parado|parada|plantado|rondando|rodeando|rodando|esperando|escondido|encostado) (?:\\w+ ){0,4}(?:esquina|porta|portao|frente|saida|calcada|ponto|carro) (?:\\w+ ){0,2}${PLACE_OF_MINE}`,
      `(?:mand|envi|post|tir)(?:ou|a|ando|aram) (?:\\w+ ){0,3}(?:fotos?|videos?) (?:d[oae]s? )?(?:\\w+ ){0,3}${PLACE_OF_MINE}|(?:sent|sends|sending|texted|took|takes) (?:\\w+ ){0,3}(?:photos?|pictures?|pics?|videos?) of (?:\\w+ ){0,4}${PLACE_OF_MINE}`,
      `(?:turns|turned|shows|showed|shows up|waits|waiting|lurking|hanging|hangs|parked|sitting|standing|stands) (?:up |around |out )?(?:\\w+ ){0,3}(?:at|outside|near|by|opposite|across from|estou) ${PLACE_OF_MINE}`,
      "(?:esconde|escondeu|toma|tomou|confisc\\w+|quebrou) (?:\\w+ ){0,2}(?:minhas? chaves?|meu celular|meus documentos|meu cartao|meu telefone)|(?:hides|hid|takes|smashed|breaks|broke|confiscat\\w+|went through|checks|reads|tracks) my (?:\\w+ )?(?:keys|phone|passport|documents|id|cards?|messages)",
      "(?:stood|stands|standing|stand|blocked|blocks|blocking|sat) (?:\\w+ ){0,4}(?:door|doorway|exit|way) (?:\\w+ ){0,2}(?:so |and |until )?(?:\\w+ ){0,2}(?:couldnt|cant|could not|not let|wouldnt)",
      "(?:fica|ficou|parou|para|parado|se poe|sentou) (?:\\w+ ){0,3}(?:porta|portao) (?:\\w+ ){0,3}(?:nao (?:sair|saia|deixa|saisse)|para (?:eu )?nao)",
      "(?:ando|pisando|piso|vivo) (?:\\w+ )?(?:em ovos|pisando|com medo (?:dele|do meu|da))|walk\\w* on eggshells",
      "(?:medo|pavor|terror) (?:dele|do meu (?:marido|ex|pai|padrasto|namorado|companheiro)|de (?:voltar|ir) para casa)|(?:afraid|scared|terrified|frightened) (?:of (?:my (?:husband|ex|boyfriend|partner|dad|father|stepdad|son)|what (?:he|she))|estou (?:go home|be home|sleep))",
      "(?:arma|revolver|faca|facao|gun|knife|machete) (?:\\w+ ){0,4}(?:travesseiro|na mesa|na cintura|mostr\\w+|pillow|on the table|waistband|showed|shows)|(?:escondo|escondi|hide|hid) (?:\\w+ )?(?:as |the )?(?:facas|knives)",
      "nao (?:me )?deix(?:a|ava|ou) (?:eu )?(?:\\w+ )?(?:falar com|ver|visitar) (?:a )?minha (?:familia|mae|irma)|(?:wont|doesnt|didnt|not) let me (?:see|call|talk estou|speak estou) (?:my (?:family|mom|mum|mother|sister|friends)|anyone)",
      "(?:joga|jogou|atira|atirou|arremess\\w+) (?:\\w+ ){1,3}(?:em mim|na gente|nas criancas|na minha cabeca)|(?:do lado|ao lado|perto|next|inches|beside) (?:\\w+ )?(?:da minha cabeca|my (?:head|face))",
    ),
    unless:
      / (novela|filme|movie|futebol|jogo|game|ladrao|burglar|thief|corretor|imobiliaria|agency|realtor|anuncio|for sale|vender|towed|guinch\w+|corporativo|work phone|delivering|entregando|trocar|swap) /,
  },
  {
    flag: "custody",
    pattern: signs(
      "quem cria (?:ele |ela )?(?:e|agora|sou)|(?:is|am) the one raising (?:him|her|them)|(?:diz|disse|fala) que (?:vai criar|cria (?:ele|ela))|(?:says|said) (?:\\w+ ){0,3}(?:raise|keep|keeping|raising) (?:him|her|them)",
      `(?:faz|ha|desde|tem) (?:\\w+ ){0,6}nao (?:escuto|ouco|falo|converso|abraco|sei) (?:\\w+ ){0,5}(?:meu|minha|meus|minhas|nosso|nossa) ${CHILD}|nao (?:escuto|ouco|falo|converso|abraco) (?:mais )?(?:\\w+ ){0,5}(?:meu|minha|meus|minhas|nosso|nossa) ${CHILD} (?:\\w+ ){0,2}(?:faz|ha|desde)|(?:havent|hasnt|not|never) (?:heard|spoken|talked|hugged|held) (?:\\w+ ){0,3}(?:my|our) ${CHILD}s?`,
      `${CHILD} (?:\\w+ ){0,20}(?:era para|devia|deveria|combinou de|ficou de|tinha que|ia) (?:\\w+ )?(?:devolver|trazer|entregar|voltar(?! (?:a |para a |para )?(?:estudar|escola|aulas?)))`,
      `${CHILD} (?:\\w+ ){0,12}(?:supposed estou|was estou|were estou|due|meant estou) (?:\\w+ ){0,3}(?:back(?! (?:at|in|estou) (?:school|class|work))|return|returned|home|bring|drop)`,
      `${CHILD} (?:\\w+ ){0,40}(?:nao volta(?:m|ria)? mais|nao (?:vai|vao) voltar|nunca mais (?:volta|vejo)|(?:not|never|isnt|arent|wont be|aint) (?:coming|going|com\\w+) (?:back|home)|stays? (?:here|there) (?:now|for good|with))`,
      `(?:foi|foram|levou|viajou|fugiu|mudou|sumiu) (?:\\w+ ){0,6}com (?:\\w+ ){0,2}${CHILD} (?:\\w+ ){0,4}(?:para o|para a|para|pro) ${AWAY}`,
      `(?:conselho tutelar|assistente social|assistencia social|oficial|juiz|policia) (?:\\w+ ){0,9}(?:levou|levaram|tirou|tiraram|pegou|pegaram|recolheu|recolheram) (?:\\w+ ){0,3}${CHILD}`,
      `${CHILD} (?:\\w+ ){0,8}(?:para o|para um|no|num|em um) (?:abrigo|acolhimento|lar)|(?:taken|put|placed|sent) (?:\\w+ ){0,3}(?:into|in|estou) (?:\\w+ )?(?:care|shelter|foster)`,
      `(?:has|holds|keeps|keeping|took|hid|locked|kept) (?:\\w+ ){0,4}passports? (?:\\w+ ){0,12}${CHILD}|${CHILD} (?:\\w+ ){0,30}(?:has|holds|keeps|took|hid|locked) (?:\\w+ ){0,4}passports?`,
      `(?:says|said|diz|disse|fala|falou) (?:que |that )?(?:o |a |os |as |the |my |our |meu |minha )?${CHILD} (?:\\w+ ){0,3}(?:stays?|starts? school|(?:isnt|is not|wont be) (?:going|coming|leaving|returning)|lives? (?:here|there)|fica|ficam|nao volta\\w*|vai estudar|vai morar)`,
      `(?:pegou|buscou|tirou|picked up|collected) (?:\\w+ ){0,4}${CHILD} (?:\\w+ ){0,6}(?:da|na|from|at) (?:escola|creche|school|daycare|nursery) (?:\\w+ ){0,6}(?:sem|nao|without|didnt|not)`,
    ),
    unless: / (gato|cachorro|cat|dog|formatura|futebol|adotar|adocao|adopt|adoption) /,
  },
  {
    flag: "detention",
    pattern: signs(
      "(?:distrito|dp|carceragem|precinct|lockup|lock up) (?:\\w+ ){0,3}(?:desde|faz|ha|sem|since|overnight|for)",
      "(?:so|somente|only) (?:\\w+ ){0,4}(?:sai|solta|soltam|libera|liberam|juiz|judge|bail) (?:\\w+ ){0,4}(?:ordem do juiz|juiz|fianca|alvara|let (?:him|her|them) (?:go|out)|release)",
      "(?:lev(?:aram|ou|aro)|coloc(?:aram|ou)|bot(?:aram|ou)|enfi(?:aram|ou)) (?:\\w+ ){0,10}(?:viatura|camburao|carro da policia)|(?:put|shoved|bundled|pushed|thrown|threw|taken away) (?:\\w+ ){0,4}(?:police (?:car|van)|patrol car|squad car|cop car)",
      "(?:averiguacao|abordagem|batida|operacao da policia) (?:\\w+ ){0,14}(?:ninguem sabe|nao (?:sei|sabem|achei|atende|voltou|acho)|sumiu)",
      "(?:delegacias?|dp|ima|iml|police stations?|stations?) (?:\\w+ ){0,6}(?:ninguem sabe|nobody knows|no one knows|nao sabem)",
      "(?:wont|not|didnt|nao|cant) (?:\\w+ )?(?:let me|me deix\\w+|deixa\\w*|allow\\w*) (?:\\w+ )?(?:see|ver|falar com|visit) (?:him|her|ele|ela|meu (?:filho|marido|irmao)|my (?:son|husband|brother)) (?:\\w+ ){0,8}(?:delegacia|delegado|station|police|cell|cela)|(?:delegacia|station|police|presidio|cadeia|jail) (?:\\w+ ){0,16}(?:wont|nao) (?:\\w+ )?(?:let|deix\\w+) (?:me |us |eu |a gente )?(?:see|ver|falar|visit)",
      "(?:preventiva|temporaria|flagrante) (?:\\w+ ){0,4}(?:decret|convert|mantid|mantev)\\w*|bail (?:\\w+ ){0,4}(?:denied|set|refused)|denied bail",
    ),
    unless:
      / (years ago|anos atras|filme|movie|roubad[oa]|stolen|minha (?:bicicleta|moto|bike)|my (?:bike|bicycle|motorbike|scooter)) /,
  },
  {
    flag: "health_injunction",
    pattern: signs(
      "(?:precis\\w+|needs?|insulina|insulin|cirurgia|surgery|protese|remedio|medicine|tratamento|treatment|terapia|therapy|exame|scan) (?:\\w+ ){0,14}(?:plano|convenio|operadora|unimed|sus|insurer|insurance|plan) (?:\\w+ ){0,4}(?:nao (?:e|esta|foi) obrigad\\w+|nao (?:cobre|paga|custeia|vai (?:pagar|cobrir))|not (?:obliged|required)|(?:doesnt|does not|wont|will not|refuses estou) (?:cover|pay|have estou))",
      "(?:medic[oa]|doutor|doutora|doctor|specialist|surgeon) (?:\\w+ ){0,6}(?:urgente|nao da para esperar|nao pode esperar|dias de vida|urgently|cant wait|cannot wait|weeks estou live|right away) (?:\\w+ ){0,12}(?:plano|convenio|sus|insurance|insurer|plan|fila|waiting)",
      "(?:plano|convenio|operadora|sus|insurance|insurer|plan) (?:\\w+ ){0,12}(?:dias uteis|prazo|auditoria|analise|em analise|under review|still reviewing|pending|no answer|nao responde\\w*) (?:\\w+ ){0,12}(?:cirurgia|quimio\\w*|tratamento|internad[oa]|uti|surgery|chemo\\w*|treatment|hospital|icu)",
      "(?:vai acabar|acaba|acabando|restam?|sobr(?:a|am|ou)|so tem|so tenho|left|only have|have) (?:\\w+ ){0,3}(?:ampolas?|comprimidos?|caixas?|frascos?|doses?|canetas?|vials?|pills|boxes|pens|days) (?:\\w+ ){0,3}(?:insulina|remedio|medicamento|insulin|medicine|medication)",
    ),
    unless: / (gato|cachorro|my dog|my cat) /,
  },
  {
    flag: "self_harm",
    pattern: signs(
      "(?:olho|olhando|olhei|look\\w*|star(?:e|ing|ed)) (?:\\w+ ){0,6}(?:comprimidos?|remedios?|pills|tablets|facas?|knife|knives|corda|rope|razor|gilete|arma|gun) (?:\\w+ ){0,8}(?:penso|pensando|think\\w*|seria|would|acaba\\w*|rapido)",
      "(?:doei|dei|distribui|gave|giving|given) (?:\\w+ ){0,9}(?:minhas coisas|meus (?:livros|bichos|cachorros|gatos|objetos)|my \\w+(?: \\w+)? away) (?:\\w+ ){0,6}(?:cansei|done|adeus|goodbye|chega|nao preciso|despedi\\w*|tired)",
      "(?:se eu|eu) (?:sumisse|morresse|desaparecesse|nao existisse|nao acordasse|nao estivesse (?:mais )?aqui|me fosse|tivesse morrido)|(?:if|wish) i (?:was|were|wasnt|werent|am|just) (?:\\w+ )?(?:gone|dead|around|here anymore|never born|not here|alive|disappeared|vanished)|if i (?:disappeared|died|vanished|didnt exist|wasnt here|werent here)",
      "(?:sumir|sumisse|desaparecer|desaparecesse|apagar) (?:de vez|do mundo|da terra|para sempre)|(?:disappear|vanish|be gone) (?:for good|forever|for ever)",
      "(?:ninguem|nem) (?:\\w+ ){0,2}(?:ia|iria|vai|vao|iam) (?:\\w+ )?(?:sentir (?:a |minha )?(?:minha )?falta|notar|perceber)|(?:nobody|no one) (?:would|will) (?:even )?(?:miss me|notice|care if)",
      `${HEIGHT} (?:\\w+ ){0,10}(?:olh\\w+ (?:la |para )?(?:baixo|la)|penso|pensei|pensando|vontade|look\\w* down|look\\w* (?:\\w+ )?over|jump\\w*|thinking|thought)|(?:olh\\w+ para baixo|look\\w* down|stare\\w* down) (?:\\w+ ){0,6}${HEIGHT}`,
      "(?:mais facil|melhor|um peso a menos|alivio) (?:\\w+ ){0,3}para (?:todo mundo|todos|minha \\w+|meu \\w+|meus \\w+|eles|elas) (?:\\w+ ){0,3}(?:se eu|sem mim|que eu)|(?:easier|better|relief|less of a burden) (?:\\w+ ){0,2}(?:for|on) (?:everyone|everybody|them|my \\w+|the \\w+) (?:\\w+ ){0,4}(?:if i|without|than|when i)",
      "(?:dormir|descansar) (?:\\w+ )?(?:para sempre|e nunca mais acordar)|sleep (?:forever|and not wake|and never wake)|(?:deixei|escrevi|escrevendo|wrote|writing|left) (?:\\w+ ){0,3}(?:cartas?|bilhetes?|letters?|notes?) (?:\\w+ ){0,3}(?:despedida|para (?:meus filhos|minha mae|quando eu)|for when im gone|goodbye)",
      "(?:sou|virei|so sou) (?:um |uma )?(?:peso|fardo|estorvo) (?:para|na vida)|(?:im|i|am|being|just) (?:\\w+ )?a burden",
      "(?:juntei|guardei|guardando|juntando|saving up|stockpil\\w+|saved up) (?:\\w+ ){0,3}(?:remedios?|comprimidos?|pills|tablets|medication)",
    ),
    unless:
      / (demissao|resignation|heranca|quem fica|testamento|inventario|herd\w+|inherit\w*|who (?:would )?gets?|would get|a will|goteira|telhas?|tiles|calha|gutter|antena|da empresa|do emprego|do grupo|from the (?:group|company)) /,
  },
];
