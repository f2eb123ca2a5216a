// Papers of a crime, and of social security.
import { type Paper, paper } from "./paper.ts";

export const CRIME_AND_BENEFIT_PAPERS = {
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
} as const satisfies Record<string, Paper>;
