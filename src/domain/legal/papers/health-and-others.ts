// Papers of health and children, the internet, the environment, migration.
import { type Paper, paper } from "./paper.ts";

export const HEALTH_AND_OTHER_PAPERS = {
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
