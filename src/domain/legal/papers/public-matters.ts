// Papers of taxes, government and companies.
import { type Paper, paper } from "./paper.ts";

export const PUBLIC_PAPERS = {
  tax_notice: paper(
    ["Notificação ou boleto do imposto", "The tax notice or bill"],
    ["Diz o valor, o ano e até quando contestar.", "It tells amount, year and until when to object."],
    ["e-CAC da Receita, site do estado ou da prefeitura.", "e-CAC of the tax office, the state's or the city's site."],
  ),
  tax_returns: paper(
    ["Declarações e recibos", "Tax returns and their receipts"],
    ["Mostram o que foi declarado.", "They show what was declared."],
    ["Meu Imposto de Renda (gov.br) ou o contador.", "Meu Imposto de Renda (gov.br) or your accountant."],
  ),
  fine_notice: paper(
    ["Notificação da multa ou do auto", "Notice of the fine"],
    ["Traz o prazo da defesa e o motivo.", "It has the time limit for the defence, and the reason."],
    [
      "Carteira Digital de Trânsito, Detran, ou o órgão que multou.",
      "Carteira Digital de Trânsito, Detran, or the office that fined.",
    ],
  ),
  exam_notice: paper(
    ["Edital e seu resultado", "Rules of the exam and your result"],
    ["Mostram a regra e onde ela não foi seguida.", "They show the rule and where it was not followed."],
    ["Site da banca ou o diário oficial.", "The board's site or the official gazette."],
  ),
  office_decision: paper(
    ["Pedido e resposta do órgão", "Your request and the office's answer"],
    ["Mostram o que foi pedido e o que negaram.", "They show what was asked and refused."],
    ["Protocolo do órgão, e-mail ou gov.br.", "The office's desk, e-mail or gov.br."],
  ),
  company_papers: paper(
    ["Contrato social e alterações", "Articles of the company and changes"],
    ["Dizem quem são os sócios e as regras entre eles.", "They tell who the partners are and their rules."],
    ["Junta Comercial do estado ou o contador.", "The state's Junta Comercial or the accountant."],
  ),
  accounts: paper(
    ["Balanços e lista do que se deve", "Accounts and a list of what is owed"],
    ["Mostram como a empresa está.", "They show how the company stands."],
    ["Com o contador.", "From the accountant."],
  ),
  trademark: paper(
    ["Registro ou pedido no INPI", "Registration or request at the INPI"],
    ["Mostra quem pediu primeiro.", "It shows who asked first."],
    ["Site do INPI, em busca de marcas e patentes.", "The INPI's site, in its search."],
  ),
} as const satisfies Record<string, Paper>;
