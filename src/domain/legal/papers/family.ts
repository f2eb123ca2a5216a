// Papers of family and inheritance.
import { type Paper, paper } from "./paper.ts";

export const FAMILY_PAPERS = {
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
} as const satisfies Record<string, Paper>;
