// What people say about taxes and tax debt.
import { cues } from "./cue.ts";

export const TRIBUTARIO = cues("tributario", [
  [
    null,
    4.5,
    "imposto* | tribut* | fisco | fiscal federal | receita federal | contribuinte* | ctn | fato gerador | lancamento tributario | aliquota* | base de calculo | credito tributario | sujeito passivo | anterioridade | imunidade tributaria | taxa de lixo | contribuicao de melhoria | confins | cofins | pis | ipi | iof | itcmd | itbi | itr | csll | sonega* | fazenda publica | fazenda nacional | fazenda estadual | auto de infracao _ tribut*",
  ],
  [
    "imposto_renda",
    5,
    "imposto de renda | malha fina | irpf | irpj | declaracao de renda | restituicao do imposto | declarar imposto | caiu na malha | cai na malha | leao | receita _ declara* | carne leao",
  ],
  [
    "iptu_iss",
    5,
    "iptu | iss | issqn | imposto da prefeitura | taxa da prefeitura | cobrando iptu | tlp | prefeitura _ cobrando",
  ],
  ["ipva_icms", 5, "ipva | icms | sefaz | difal | imposto do carro | imposto sobre heranca"],
  [
    "execucao_fiscal",
    5,
    "divida ativa | execucao fiscal | cda | certidao de divida ativa | embargos a execucao fiscal | parcelamento _ divida | refis | procuradoria da fazenda | pgfn | protesto da prefeitura",
  ],
  [
    "simples_mei",
    4.5,
    "simples nacional | mei | das atrasado | das do mei | microempreendedor | desenquadr* | boleto do mei | excluid* do simples",
  ],
  [
    "isencao_restituicao",
    4.5,
    "isencao | isent* | restituicao | repeticao de indebito | paguei imposto a mais | isencao _ doenca | carro pcd | pcd",
  ],
  [
    "importacao",
    5,
    "alfandega | aduan* | importacao | importei | remessa _ taxada | encomenda _ taxada | taxa das blusinhas | taxaram | mercadoria apreendida | imposto de importacao | remessa conforme | correios _ taxa",
  ],
  [null, 4.5, "tax | taxes | irs | receita federal | tax authority | tax office | taxed"],
  ["imposto_renda", 5, "income tax | tax return | tax refund | file my taxes | tax audit | withholding"],
  ["iptu_iss", 5, "property tax | city tax | iptu | council tax | municipal tax"],
  ["ipva_icms", 5, "car tax | vehicle tax | ipva | sales tax | state tax"],
  ["execucao_fiscal", 5, "tax debt | back taxes | owe taxes | unpaid taxes | tax lien"],
  ["simples_mei", 4.5, "mei | simples nacional | sole trader"],
  ["isencao_restituicao", 4.5, "tax exempt* | exempt from _ tax | overpaid tax"],
  ["importacao", 5, "customs | import duty | import tax | parcel _ tax | package _ tax | duties"],
  [
    null,
    2.5,
    "paguei imposto | cobrando imposto | nao sei declarar | declaracao | contador | fiscal da receita | owe tax*",
  ],
  ["execucao_fiscal", 4, "execucao fiscal _ prefeitura | divida _ prefeitura | debito com a prefeitura"],
]);
