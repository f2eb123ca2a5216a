// What people say about companies, partners, trade bills and brands.
import { cues } from "./cue.ts";

export const EMPRESARIAL = cues("empresarial", [
  [
    null,
    2.5,
    "minha empresa | empresa pequena | cnpj | junta comercial | estabelecimento empresarial | estabelecimento comercial | direito empresarial | codigo comercial | administrador da sociedade | eireli | nome empresarial | ponto comercial | trespasse | acionista* | acoes preferenciais | debenture* | conselho de administracao | quotista* | sociedade anonima | sociedade limitada | cotas da empresa | microempresa",
  ],
  [
    "sociedade",
    5,
    "socio* | meu socio | minha socia | sair da sociedade | quotas | contrato social | distribuicao de lucros | dissolucao _ sociedade | dissolucao parcial | apuracao de haveres | retirada de socio | desconsideracao da personalidade | exclusao de socio | tirando dinheiro do caixa | prestar contas | presta conta* | desviando dinheiro da empresa | pro labore | socio oculto",
  ],
  [
    "recuperacao_falencia",
    5,
    "recuperacao judicial | recuperacao extrajudicial | falencia | falid* | falir | faliu | administrador judicial | massa falida | assembleia de credores | assembleia geral de credores | habilitacao de credito | empresa quebrando | empresa quebrada | quebrou a empresa | devendo fornecedor* | empresa _ dividas | insolvencia | autofalencia | empresa devendo",
  ],
  [
    "titulos_credito",
    5,
    "nota promissoria | promissoria* | duplicata* | letra de cambio | endoss* | aval | avalista | titulo de credito | titulos de credito | cambia* | cheque sem fundo | sacado | sacador | protesto do titulo | factoring | cedula de credito | pre-datado | pos-datado",
  ],
  [
    "contratos_empresariais",
    4,
    "fornecedor _ minha empresa | cliente da empresa nao pag* | contrato de distribuicao | representante comercial | representacao comercial | contrato entre empresas | arrendamento mercantil | leasing | alienacao fiduciaria | faturiz* | nao pagou a nota fiscal | cliente pj | minha empresa prestou | empresa _ inadimplente | empresa contratou a minha",
  ],
  [
    "marcas_patentes",
    5,
    "marca registrada | registro de marca | registrar marca | registrar a marca | minha marca | inpi | patente* | desenho industrial | copiaram minha marca | copiou minha marca | usando minha marca | nome da minha loja | concorrencia desleal | propriedade industrial | modelo de utilidade | logo da minha | plagiou",
  ],
  [
    "abertura_fechamento",
    4.5,
    "abrir empresa | abrir uma empresa | abrir um cnpj | fechar a empresa | fechar empresa | fechar minha empresa | dar baixa _ cnpj | baixa no cnpj | encerrar a empresa | encerrar empresa | transformar mei",
  ],
  ["franquia", 5, "franquia* | franquead* | circular de oferta | cof"],
  [
    null,
    2.5,
    "my company | my business | small business | corporation | shareholder* | llc | startup | our company | business owner",
  ],
  [
    "sociedade",
    5,
    "business partner | my partner _ company | my partner _ business | cofounder | co founder | founded together | partnership | shareholders agreement | equity stake | buy me out | push me out | shares in the company",
  ],
  [
    "recuperacao_falencia",
    5,
    "bankrupt* | insolven* | restructuring | chapter 11 | judicial recovery | owe suppliers | owe my suppliers | creditors | going under",
  ],
  ["titulos_credito", 5, "bounced check | bad check | bounced cheque | cheque | promissory note"],
  [
    "contratos_empresariais",
    4,
    "supplier | client company | invoice* | b2b | distributor | unpaid invoice* | commercial contract | corporate client | distribution contract",
  ],
  [
    "marcas_patentes",
    5,
    "trademark* | patent* | my brand | copied my brand | brand name | inpi | intellectual property",
  ],
  [
    "abertura_fechamento",
    4.5,
    "open a company | start a company | register a company | set up a company | close my company | close down my company | close my business | incorporate",
  ],
  ["franquia", 5, "franchis*"],
  [
    null,
    2.5,
    "cnpj | minha loja | minha firma | minha transportadora | minha fabrica | meu negocio | clientes da loja | nossa empresa | faturamento | capital de giro | my shop | our business | my cofounder | company account",
  ],
  [
    "sociedade",
    4.5,
    "sair da empresa | empresa _ irmao | empresa que tenho com | loja com meu | abrimos juntos | pagar minha parte | minha parte na empresa | abriu outra loja",
  ],
  [
    "contratos_empresariais",
    4,
    "prestei servico _ empresa | prestei servico para | servico prestado _ nota | com nota fiscal _ nao pag* | empresa grande _ nao pag*",
  ],
  ["abertura_fechamento", 4.5, "fechar meu cnpj | cnpj parado | cnpj _ pendenc*"],
  [null, 1, "ltda"],
  [null, 1, "empresari*"],
  [null, 1.5, "socied*"],
  [null, 1.5, "companhia"],
  [null, 0.8, "s a"],
  ["marcas_patentes", 4, "logomarca | logotipo | meu logo | logo da"],
]);
