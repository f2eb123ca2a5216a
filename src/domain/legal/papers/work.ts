// Papers of work.
import { type Paper, paper } from "./paper.ts";

export const WORK_PAPERS = {
  work_card: paper(
    ["Carteira de trabalho", "Work card (carteira de trabalho)"],
    ["Mostra entrada, saída, cargo e salário.", "It shows start, end, job and pay."],
    ["Aplicativo Carteira de Trabalho Digital (gov.br).", "The app Carteira de Trabalho Digital (gov.br)."],
  ),
  dismissal_papers: paper(
    ["Aviso e termo da rescisão", "Dismissal letter and final settlement"],
    ["Dizem por que e com que valores o trabalho acabou.", "They tell why the work ended, and with which amounts."],
    [
      "Com a empresa. Se não entregaram, isso também conta: siga sem eles.",
      "From the company. If they gave you none, that counts too: go on without.",
    ],
  ),
  payslips: paper(
    ["Contracheques", "Payslips"],
    ["Mostram quanto pagavam e o que descontavam.", "They show what was paid and what was taken off."],
    [
      "Com o RH ou no portal da empresa; os últimos doze, se tiver.",
      "From HR or the company's portal; the last twelve, if you have them.",
    ],
  ),
  fgts_statement: paper(
    ["Extrato do FGTS", "FGTS statement"],
    ["Mostra se a empresa depositou todo mês.", "It shows whether the company paid in every month."],
    ["Aplicativo FGTS, da Caixa.", "The app FGTS, by Caixa."],
  ),
  time_records: paper(
    ["Marcações de ponto e escalas", "Time records and rosters"],
    ["Mostram a que horas você entrava e saía.", "They show when you came and left."],
    [
      "Fotos do ponto, escalas, mensagens com horário, histórico de trajetos no celular.",
      "Photos of time cards, rosters, messages with times, your phone's trip history.",
    ],
  ),
  work_proof: paper(
    ["O que mostra que você trabalhava lá", "Whatever shows that you worked there"],
    ["Sem registro, é isto que comprova o trabalho.", "Without a registration this is what proves the work."],
    [
      "Fotos no local, crachá, uniforme, Pix recebido, mensagens com o chefe.",
      "Photos there, badge, uniform, Pix received, messages with the boss.",
    ],
  ),
  accident_report: paper(
    ["Comunicação do acidente (CAT)", "Accident report (CAT)"],
    ["Liga o acidente ou a doença ao trabalho.", "It ties the accident or illness to the work."],
    [
      "Com a empresa, o sindicato, o médico, ou no Meu INSS.",
      "From the company, the union, the doctor, or on Meu INSS.",
    ],
  ),
  warnings: paper(
    ["Advertências e suspensões", "Warnings and suspensions"],
    ["Mostram do que a empresa acusa e o que veio antes.", "They show what the company claims, and what came before."],
    ["Cópias que você recebeu; peça ao RH as que não tem.", "Copies you were given; ask HR for those you lack."],
  ),
  collective_agreement: paper(
    ["Acordo ou convenção da categoria", "Collective agreement of your trade"],
    ["Pode dar direitos além da lei.", "It may give rights beyond the law."],
    [
      "Site do sindicato ou o Mediador, do Ministério do Trabalho.",
      "The union's site, or Mediador of the Ministry of Labour.",
    ],
  ),
} as const satisfies Record<string, Paper>;
