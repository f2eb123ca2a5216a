// Papers of a purchase, a home, a loss.
import { type Paper, paper } from "./paper.ts";

export const DEALINGS_PAPERS = {
  offer: paper(
    ["Anúncio ou oferta", "The advert or offer"],
    ["O que foi anunciado tem de ser cumprido.", "What was advertised must be kept to."],
    [
      "Foto da tela do site, folheto ou mensagem do vendedor.",
      "A screenshot of the site, a leaflet or the seller's message.",
    ],
  ),
  repair_orders: paper(
    ["Ordens de conserto", "Repair orders"],
    ["Mostram o defeito e quanto tempo levaram.", "They show the fault and how long they took."],
    ["Assistência técnica ou oficina; peça uma cópia.", "Repair service or garage; ask for a copy."],
  ),
  credit_report: paper(
    ["Consulta do seu nome", "A check of your credit record"],
    ["Mostra quem negativou, por quanto e quando.", "It shows who listed you, for how much and when."],
    ["De graça nos aplicativos da Serasa, do SPC e da Boa Vista.", "Free in the apps of Serasa, SPC and Boa Vista."],
  ),
  debts_list: paper(
    ["Lista das suas dívidas", "A list of your debts"],
    ["Mostra o todo: quanto, a quem, por mês.", "It shows the whole: how much, to whom, each month."],
    ["Registrato, do Banco Central, e as faturas.", "Registrato of the Central Bank, and the bills."],
  ),
  travel_papers: paper(
    ["Passagem e cartão de embarque", "Ticket and boarding pass"],
    ["Mostram o voo marcado e o que aconteceu.", "They show the flight booked and what happened."],
    [
      "E-mail da companhia; peça a ela uma declaração do atraso ou cancelamento.",
      "The airline's e-mail; ask it for a note on the delay or cancellation.",
    ],
  ),
  lease: paper(
    ["Contrato de aluguel e recibos", "Lease and rent receipts"],
    ["Mostram o combinado e o que foi pago.", "They show what was agreed and paid."],
    [
      "Com você, a imobiliária ou o dono; Pix serve de recibo.",
      "With you, the agency or the owner; a Pix is a receipt.",
    ],
  ),
  property_record: paper(
    ["Matrícula ou IPTU do imóvel", "Property record or city tax bill"],
    ["Mostra de quem é e desde quando.", "It shows whose it is, and since when."],
    [
      "Cartório de registro de imóveis (registradores.onr.org.br) ou prefeitura.",
      "Land registry (registradores.onr.org.br) or city hall.",
    ],
  ),
  possession_proof: paper(
    ["O que mostra que você mora ou usa", "Whatever shows that you live there or use it"],
    ["O tempo no lugar conta.", "The time you have been there counts."],
    ["Contas antigas, cartas, fotos, vizinhos que saibam.", "Old bills, letters, photos, neighbours who know."],
  ),
  quotes: paper(
    ["Orçamentos do conserto", "Estimates for the repair"],
    ["Mostram quanto custa o dano.", "They show what the damage costs."],
    ["Três lugares diferentes, por escrito.", "Three different places, in writing."],
  ),
  building_rules: paper(
    ["Regras e atas do condomínio", "Rules and minutes of the building"],
    ["Dizem o que vale para todos ali.", "They tell what holds for everybody there."],
    ["Com o síndico ou a administradora.", "From the manager of the building."],
  ),
  wrong_record: paper(
    ["A certidão com o erro, e o que mostra o certo", "The record with the mistake, and what shows the right"],
    ["É o que se pede para corrigir.", "It is what one asks to correct."],
    [
      "Cartório que fez o registro; documentos mais antigos da família.",
      "The registry that made it; older papers of the family.",
    ],
  ),
  debt_papers: paper(
    ["Contrato, cheque ou confissão da dívida", "Contract, cheque or note of the debt"],
    ["Mostram quanto, desde quando e o que já foi pago.", "They show how much, since when and what was paid."],
    [
      "Com você ou no processo; comprovantes de pagamento também.",
      "With you or in the court's file; proofs of payment, too.",
    ],
  ),
} as const satisfies Record<string, Paper>;
