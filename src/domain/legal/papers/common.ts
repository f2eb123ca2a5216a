// Papers that every case may need: who somebody is, what he lives on, what was written and said.
import { type Paper, paper } from "./paper.ts";

export const COMMON_PAPERS = {
  id_document: paper(
    ["Um documento seu com foto", "An identity document with your photo"],
    ["O profissional precisa saber quem ele representa.", "The professional needs to know whom they act for."],
    [
      "RG, CIN, CNH ou RNM; a versão digital serve (gov.br).",
      "RG, CIN, driving licence or RNM; the digital one is fine (gov.br).",
    ],
  ),
  safe_at_hand: paper(
    ["O que já está com você, em segurança", "What you already have, safely"],
    ["Isso basta para começar. Você vem antes de qualquer papel.", "It is enough to begin. You come before any paper."],
    [
      "No seu celular ou com alguém de confiança. Não volte para buscar papéis; em perigo, ligue 190.",
      "On your phone or with someone you trust. Do not go back for papers; in danger, call 190.",
    ],
  ),
  messages: paper(
    ["Conversas e e-mails sobre o assunto", "Chats and e-mails about it"],
    ["Mostram o que foi dito e quando.", "They show what was said, and when."],
    [
      "Fotos da tela com nome e data, ou “Exportar conversa” no WhatsApp. Não apague nada.",
      "Screenshots with name and date, or “Export chat” in WhatsApp. Delete nothing.",
    ],
  ),
  court_papers: paper(
    ["O que chegou da Justiça ou do órgão", "Whatever came from the court or office"],
    ["Diz até quando responder e o número do processo.", "It tells until when to answer, and the number of the case."],
    [
      "Carta, intimação ou mandado; guarde também o envelope com a data.",
      "Letter, notice or writ; keep the envelope with its date, too.",
    ],
  ),
  bank_statements: paper(
    ["Extratos do banco", "Bank statements"],
    ["Mostram o que foi pago, recebido ou descontado.", "They show what was paid, received or taken."],
    [
      "Aplicativo do banco, em PDF, só dos meses que importam.",
      "The bank's app, as a PDF, only the months that matter.",
    ],
  ),
  witnesses: paper(
    ["Nomes de quem viu ou sabe", "Names of those who saw or know"],
    ["Quem presenciou pode confirmar o que você conta.", "Whoever was there can confirm what you tell."],
    [
      "Escreva em uma folha nome e telefone de duas ou três pessoas.",
      "Write names and phones of two or three people on a sheet.",
    ],
  ),
  medical_reports: paper(
    ["Laudos, receitas e exames", "Medical reports, prescriptions and tests"],
    ["Mostram a doença, o tratamento e desde quando.", "They show the illness, the treatment, and since when."],
    [
      "Com o médico, o posto ou o hospital: você tem direito a uma cópia do prontuário.",
      "From the doctor, clinic or hospital: you have a right to a copy of your record.",
    ],
  ),
  police_report: paper(
    ["Boletim de ocorrência", "Police report (boletim de ocorrência)"],
    ["Registra o que aconteceu, com data.", "It records what happened, with its date."],
    [
      "Na delegacia ou na delegacia eletrônica do seu estado. Se ainda não fez, pergunte antes ao profissional.",
      "At the police station or your state's online one. If you have none yet, ask the professional first.",
    ],
  ),
  photos: paper(
    ["Fotos e vídeos", "Photos and videos"],
    ["Mostram como estava naquele dia.", "They show how it was on that day."],
    ["No seu celular; mande o original, sem recortar.", "On your phone; send the original, uncut."],
  ),
  contract: paper(
    ["O contrato ou o que foi combinado", "The contract, or what was agreed"],
    ["Diz o que cada lado prometeu.", "It tells what each side promised."],
    [
      "Papel assinado, PDF no e-mail ou anúncio; se foi só de boca, as mensagens servem.",
      "The signed paper, a PDF in your e-mail or the advert; if only spoken, messages are fine.",
    ],
  ),
  receipts: paper(
    ["Notas e comprovantes de pagamento", "Invoices and proofs of payment"],
    ["Mostram o que você gastou e quando.", "They show what you spent, and when."],
    [
      "Nota fiscal, Pix, boleto ou fatura; a loja e o banco dão segunda via.",
      "Invoice, Pix, slip or card bill; shop and bank give copies.",
    ],
  ),
  complaint_numbers: paper(
    ["Números de protocolo e reclamações", "Reference numbers of your complaints"],
    ["Mostram que você tentou resolver.", "They show that you tried to settle it."],
    [
      "SAC da empresa, Consumidor.gov.br, Procon ou a agência do setor.",
      "The company's service line, Consumidor.gov.br, Procon or the sector's agency.",
    ],
  ),
  income: paper(
    ["O que mostra a sua renda", "Something that shows your income"],
    [
      "Serve para pedir a Justiça sem custas, se for o caso.",
      "It serves to ask for court without fees, where that fits.",
    ],
    ["Contracheque, extrato ou declaração do imposto de renda.", "Payslip, bank statement or tax return."],
  ),
} as const satisfies Record<string, Paper>;
