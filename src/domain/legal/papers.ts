// The papers that help a case: what each is, why it helps and where people get it, in plain words.
import type { Text } from "../locale.ts";

export interface Paper {
  name: Text;
  why: Text;
  where: Text;
}

function paper(name: [string, string], why: [string, string], where: [string, string]): Paper {
  return { name: text(name), why: text(why), where: text(where) };
}

function text([pt, en]: [string, string]): Text {
  return { "pt-BR": pt, en };
}

/** Ids are kept with the cases: they may be added, not renamed. Places are those of 2026: apps and sites of the federal government and the notaries. */
export const PAPERS = {
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
  // Work
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
  // Family and inheritance
  marriage_certificate: paper(
    ["Certidão de casamento ou de união", "Marriage or partnership certificate"],
    ["Mostra desde quando e com que regime de bens.", "It shows since when, and how property is shared."],
    [
      "No cartório ou em registrocivil.org.br. Não ter não impede de começar.",
      "At the registry office or registrocivil.org.br. You can begin without it.",
    ],
  ),
  birth_certificates: paper(
    ["Certidão de nascimento dos filhos", "Birth certificates of the children"],
    ["Mostra quem são os pais e a idade.", "They show the parents and the age."],
    ["No cartório ou em registrocivil.org.br.", "At the registry office or registrocivil.org.br."],
  ),
  child_costs: paper(
    ["Gastos com os filhos", "What the children cost"],
    ["Ajudam a dizer de quanto eles precisam.", "They help to tell how much they need."],
    [
      "Escola, remédios, comida, aluguel: uma lista simples com os recibos que tiver.",
      "School, medicine, food, rent: a simple list with the receipts you have.",
    ],
  ),
  other_income: paper(
    ["O que você sabe da renda do outro lado", "What you know of the other side's income"],
    ["Ajuda a pedir um valor possível.", "It helps to ask for an amount that can be paid."],
    [
      "Onde trabalha, empresa, carro, fotos públicas. Não entre em contas ou celular de ninguém.",
      "Workplace, company, car, public photos. Do not open anybody's account or phone.",
    ],
  ),
  couple_proof: paper(
    ["O que mostra a vida em comum", "Whatever shows the life together"],
    ["Prova desde quando vocês vivem juntos.", "It proves since when you have lived together."],
    [
      "Fotos, contas no mesmo endereço, plano de saúde, filhos.",
      "Photos, bills at one address, a health plan, children.",
    ],
  ),
  property_papers: paper(
    ["Papéis da casa, do carro e das dívidas", "Papers of house, car and debts"],
    ["Mostram o que há para dividir e o que se deve.", "They show what is to be shared and what is owed."],
    [
      "Matrícula do imóvel (registradores.onr.org.br), documento do carro, contratos de financiamento.",
      "Property record (registradores.onr.org.br), car papers, loan contracts.",
    ],
  ),
  earlier_decision: paper(
    ["Decisão ou acordo anterior", "An earlier decision or agreement"],
    ["Mostra o que já vale hoje.", "It shows what is in force today."],
    [
      "No fórum, com o advogado anterior, ou pelo número do processo no site do tribunal.",
      "At the court, from the earlier lawyer, or on the court's site by its number.",
    ],
  ),
  protective_order: paper(
    ["Medida protetiva, se houver", "Protective order, if there is one"],
    ["Diz o que a outra pessoa está proibida de fazer.", "It tells what the other person must not do."],
    [
      "Delegacia da Mulher, fórum ou Defensoria. Só procure se for seguro.",
      "Women's police station, court or public defender. Only if it is safe to go.",
    ],
  ),
  death_certificate: paper(
    ["Certidão de óbito", "Death certificate"],
    [
      "Sem ela quase nada começa, e a data conta para o prazo.",
      "Little can begin without it, and its date counts for the time limit.",
    ],
    ["No cartório ou em registrocivil.org.br.", "At the registry office or registrocivil.org.br."],
  ),
  will: paper(
    ["Testamento, se houver", "The will, if there is one"],
    ["Muda quem recebe e por onde se começa.", "It changes who receives, and where one begins."],
    [
      "Qualquer cartório de notas consulta em buscatestamento.org.br.",
      "Any notary looks it up at buscatestamento.org.br.",
    ],
  ),
  heirs: paper(
    ["Quem são os herdeiros", "Who the heirs are"],
    ["Todos precisam ser chamados.", "All of them have to be called."],
    [
      "Uma lista com nomes, parentesco e, se tiver, certidões.",
      "A list with names, kinship and, where you have them, certificates.",
    ],
  ),
  // Consumer, housing, damages
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
  // Crime
  custody_papers: paper(
    ["Onde a pessoa está e papéis da prisão", "Where the person is, and papers of the arrest"],
    ["Com isso o profissional age no mesmo dia.", "With it the professional can act on the same day."],
    [
      "Delegacia ou presídio; nome completo e data de nascimento já ajudam.",
      "Police station or prison; full name and date of birth help already.",
    ],
  ),
  inquiry_number: paper(
    ["Número do inquérito ou processo", "Number of the inquiry or case"],
    ["Com ele o profissional lê tudo o que há.", "With it the professional reads all there is."],
    ["Na intimação, no boletim ou no site do tribunal.", "On the summons, the report or the court's site."],
  ),
  work_and_home: paper(
    ["O que mostra trabalho e endereço", "Something that shows work and address"],
    ["Ajuda a pedir para responder em liberdade.", "It helps to ask for release while the case goes on."],
    [
      "Contracheque, declaração do patrão, conta de luz, escola dos filhos.",
      "Payslip, employer's note, electricity bill, children's school.",
    ],
  ),
  sentence_record: paper(
    ["Atestado de pena", "Statement of the sentence"],
    ["Mostra quanto falta e o que já pode ser pedido.", "It shows what is left, and what can be asked for."],
    ["Vara de execuções, presídio ou o sistema SEEU.", "Court of execution, prison or the SEEU system."],
  ),
  fraud_proof: paper(
    ["Comprovantes do golpe", "Proofs of the fraud"],
    ["Mostram para onde foi o dinheiro.", "They show where the money went."],
    [
      "Pix com a chave de destino, perfil, número, anúncio. Peça já ao banco a devolução (MED).",
      "The Pix with its key, profile, number, advert. Ask your bank for its return (MED) at once.",
    ],
  ),
  // Social security
  inss_letter: paper(
    ["Carta ou resultado do INSS", "Letter or result from the INSS"],
    ["Diz por que negaram e até quando recorrer.", "It tells why they refused and until when to appeal."],
    [
      "Site ou aplicativo Meu INSS, em “Consultar pedidos”, ou ligue 135.",
      "The site or app Meu INSS, under “Consultar pedidos”, or call 135.",
    ],
  ),
  cnis: paper(
    ["Extrato de contribuição (CNIS)", "Contribution record (CNIS)"],
    ["Mostra todo o seu tempo de trabalho.", "It shows all your working time."],
    ["Meu INSS, em “Extrato de contribuição”.", "Meu INSS, under “Extrato de contribuição”."],
  ),
  social_register: paper(
    ["Folha do CadÚnico", "Sheet of the CadÚnico register"],
    ["Mostra quem mora com você e a renda da casa.", "It shows who lives with you and the household's income."],
    ["CRAS do bairro ou aplicativo CadÚnico.", "The district's CRAS or the app CadÚnico."],
  ),
  dependants: paper(
    ["O que mostra que dependia de quem morreu", "Whatever shows that you depended on the deceased"],
    ["É o que a pensão pede.", "It is what the pension asks for."],
    ["Certidões, contas no mesmo endereço, conta conjunta.", "Certificates, bills at one address, a joint account."],
  ),
  benefit_statement: paper(
    ["Extrato do benefício", "Benefit statement"],
    ["Mostra os valores e quem descontou.", "It shows the amounts and who took from them."],
    ["Meu INSS, em “Extrato de pagamento”.", "Meu INSS, under “Extrato de pagamento”."],
  ),
  // Taxes, government, companies
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
  // Health, children
  plan_refusal: paper(
    ["A negativa do plano por escrito", "The plan's refusal in writing"],
    ["O plano é obrigado a dizer por escrito o motivo.", "The plan has to give its reason in writing."],
    [
      "Peça ao plano e anote o protocolo; a ANS ajuda no 0800 701 9656.",
      "Ask the plan and note the number; the ANS helps at 0800 701 9656.",
    ],
  ),
  medical_order: paper(
    ["Pedido do médico com a urgência", "The doctor's order, with its urgency"],
    ["Diz o que é preciso, por que e até quando.", "It tells what is needed, why and by when."],
    ["Com o médico: peça que escreva o risco de esperar.", "From the doctor: ask to write down the risk of waiting."],
  ),
  plan_card: paper(
    ["Carteirinha e últimas mensalidades", "Plan card and last payments"],
    ["Mostram que o plano vale.", "They show that the plan is in force."],
    ["Aplicativo do plano.", "The plan's app."],
  ),
  sus_request: paper(
    ["Pedido no SUS e a resposta", "Request to the SUS and its answer"],
    ["Mostra que se pediu e há quanto tempo espera.", "It shows that you asked and how long you wait."],
    [
      "Posto, farmácia de alto custo ou aplicativo Meu SUS Digital.",
      "Clinic, state pharmacy or the app Meu SUS Digital.",
    ],
  ),
  school_papers: paper(
    ["Papéis da escola", "Papers of the school"],
    [
      "Mostram matrícula, pedidos e o que a escola respondeu.",
      "They show enrolment, requests and what the school said.",
    ],
    ["Secretaria da escola; peça por escrito.", "The school's office; ask in writing."],
  ),
  council_papers: paper(
    ["Papéis do Conselho Tutelar", "Papers of the Child Council"],
    ["Mostram o que foi decidido sobre a criança.", "They show what was decided about the child."],
    ["Conselho Tutelar do bairro.", "The district's Child Council."],
  ),
  travel_consent: paper(
    ["Datas da viagem e documentos da criança", "Travel dates and the child's papers"],
    ["Dizem até quando a autorização precisa sair.", "They tell by when the permission is needed."],
    ["Passagem ou reserva, certidão e passaporte.", "Ticket or booking, certificate and passport."],
  ),
  // Internet, environment, migration
  links: paper(
    ["Endereços das páginas e perfis", "Addresses of the pages and profiles"],
    [
      "Sem o endereço exato o site não acha o que tirar.",
      "Without the exact address the site cannot find what to remove.",
    ],
    [
      "Copie o link e faça uma foto da tela com data; um cartório pode registrar em ata.",
      "Copy the link and take a screenshot with its date; a notary can record it.",
    ],
  ),
  account_notices: paper(
    ["Avisos da plataforma", "Notices of the platform"],
    [
      "Mostram quando e por que a conta foi bloqueada ou invadida.",
      "They show when and why the account was blocked or entered.",
    ],
    ["E-mails do serviço e a tela de erro.", "The service's e-mails and the error on the screen."],
  ),
  own_work: paper(
    ["O original do que você fez", "The original of what you made"],
    ["Mostra que é seu e desde quando.", "It shows that it is yours, and since when."],
    [
      "Arquivo com data, registro, primeira publicação.",
      "The file with its date, a registration, the first publication.",
    ],
  ),
  environmental_notice: paper(
    ["Auto de infração ou embargo", "Notice of the offence or embargo"],
    ["Traz o motivo, o valor e o prazo da defesa.", "It has the reason, amount and time limit."],
    ["Ibama, órgão do estado ou da prefeitura.", "Ibama, the state's or the city's office."],
  ),
  permits: paper(
    ["Licenças e CAR", "Permits and the land register (CAR)"],
    ["Mostram o que era permitido ali.", "They show what was allowed there."],
    ["Órgão ambiental do estado; car.gov.br.", "The state's environmental office; car.gov.br."],
  ),
  passport: paper(
    ["Passaporte e carimbos de entrada", "Passport and entry stamps"],
    ["Mostram quando e como você entrou.", "They show when and how you came in."],
    ["Com você. Se não tem, conte isso: há caminho.", "With you. If you have none, say so: there is a way."],
  ),
  migration_papers: paper(
    ["RNM, protocolo ou notificação", "RNM card, protocol or notice"],
    ["Mostram a sua situação hoje e os prazos.", "They show where you stand and the time limits."],
    ["Polícia Federal ou MigranteWeb.", "Federal Police or MigranteWeb."],
  ),
  home_country: paper(
    ["Papéis do seu país", "Papers of your country"],
    [
      "Mostram quem você é e, se for o caso, por que saiu.",
      "They show who you are and, where it matters, why you left.",
    ],
    [
      "O que tiver, também em foto. Não procure o consulado se isso for um risco.",
      "Whatever you have, photos too. Do not turn to the consulate if that is a risk.",
    ],
  ),
  family_ties: paper(
    ["O que mostra a sua família no Brasil", "Whatever shows your family in Brazil"],
    ["Filhos ou cônjuge aqui podem mudar o pedido.", "Children or a spouse here can change what is asked for."],
    ["Certidões brasileiras ou traduzidas.", "Brazilian or translated certificates."],
  ),
} as const satisfies Record<string, Paper>;

export type PaperId = keyof typeof PAPERS;
