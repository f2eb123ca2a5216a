// Names of people and companies that do not exist: common given names and surnames of Brazil, put together by chance.
import type { Chance } from "./random.ts";

export interface PersonName {
  given: string;
  surnames: string;
  feminine: boolean;
}

/** A full name; any likeness to a real person is chance, which is why every record carries `fictitious: true`. */
export function personName(chance: Chance): PersonName {
  const feminine = chance.happens(0.52);
  const given = chance.pick(feminine ? FEMININE : MASCULINE);
  const [first = "", second = ""] = chance.some(SURNAMES, 2);
  const joined = chance.happens(0.15) ? `${first} de ${second}` : `${first} ${second}`;
  return { given, surnames: chance.happens(0.8) ? joined : first, feminine };
}

export function companyName(chance: Chance): string {
  const [trade, forms] = chance.pick(TRADES);
  return `${trade} ${chance.pick(COMPANY_WORDS)} ${chance.pick(COMPANY_SECONDS)} ${chance.pick(forms)}`;
}

const FEMININE = words(
  "Ana Beatriz Camila Daniela Eduarda Fernanda Gabriela Helena Iara Isabela Jandira Joana Juliana Kátia Larissa Letícia Lívia Luana Luzia Maíra Marcela Mariana Marta Milena Mônica Naiara Natália Olívia Patrícia Priscila Rafaela Raquel Renata Rosângela Sabrina Sílvia Simone Sônia Tainá Talita Tatiane Tereza Thaís Valéria Vanessa Vera Yasmin Yumi Aparecida Conceição Dandara Jurema Akemi Fátima Nair Zilda Ingrid Giovanna Samira Leila Potira",
);
const MASCULINE = words(
  "Adriano Alexandre Anderson André Antônio Augusto Bruno Caetano Caio Carlos César Cláudio Daniel Davi Diego Edson Eduardo Emanuel Fábio Felipe Fernando Francisco Gabriel Gilberto Guilherme Gustavo Heitor Henrique Hugo Igor Ítalo Ivan João Joaquim Jorge José Kauê Leandro Leonardo Lucas Luiz Marcelo Marcos Mateus Maurício Miguel Murilo Nelson Otávio Paulo Pedro Rafael Raimundo Renan Ricardo Roberto Rodrigo Rômulo Samuel Sérgio Thiago Ubirajara Vicente Vinícius Wagner Wellington Kenji Hiroshi Omar Raoni Zumbi",
);
const SURNAMES = words(
  "Abreu Aguiar Albuquerque Alencar Almeida Alves Amaral Amorim Andrade Antunes Araújo Assis Azevedo Bandeira Barbosa Barreto Barros Batista Bezerra Bittencourt Borges Braga Brandão Brito Bueno Cabral Caldas Câmara Campos Cardoso Carneiro Carvalho Castro Cavalcanti Chagas Coelho Cordeiro Correia Costa Coutinho Cruz Cunha Dantas Dias Duarte Esteves Evangelista Farias Fernandes Ferraz Ferreira Figueiredo Fonseca Fontes Franco Freitas Furtado Galvão Garcia Gomes Gonçalves Guedes Guimarães Holanda Jesus Kayapó Krause Leal Leite Lemos Lima Lobato Lopes Macedo Machado Maia Marinho Marques Martins Matos Medeiros Melo Mendes Menezes Miranda Monteiro Moraes Moreira Mota Moura Nakamura Nascimento Neves Nogueira Nunes Oliveira Pacheco Paiva Peixoto Pereira Pimentel Pinheiro Pires Potiguara Prado Queiroz Ramos Rangel Rezende Ribeiro Rocha Rodrigues Rossi Sá Salles Sampaio Santana Santos Sato Schmidt Silva Silveira Simões Siqueira Soares Souza Tavares Teixeira Teles Toledo Torres Trindade Vargas Vasconcelos Vaz Ventura Viana Vieira Xavier Haddad Bianchi Weber Tupinambá",
);

const TRADES: readonly (readonly [string, readonly string[]])[] = [
  ["Construtora", ["Ltda.", "S.A."]],
  ["Supermercado", ["Ltda.", "ME"]],
  ["Transportes", ["Ltda.", "EIRELI"]],
  ["Clínica", ["Ltda.", "S/S"]],
  ["Padaria", ["ME", "Ltda."]],
  ["Indústria", ["S.A.", "Ltda."]],
  ["Móveis", ["Ltda.", "ME"]],
  ["Imobiliária", ["Ltda."]],
  ["Colégio", ["Ltda.", "S/S"]],
  ["Confecções", ["ME", "Ltda."]],
  ["Metalúrgica", ["Ltda.", "S.A."]],
  ["Farmácia", ["Ltda.", "ME"]],
  ["Distribuidora", ["Ltda.", "S.A."]],
  ["Laticínios", ["Ltda."]],
  ["Hotel", ["Ltda.", "ME"]],
  ["Tecnologia", ["Ltda.", "S.A."]],
];
const COMPANY_WORDS = words(
  "Aroeira Jatobá Ipê Buriti Canário Sabiá Cruzeiro Horizonte Alvorada Serra Vale Ribeira Planalto Litoral Estrela Aurora Pinheiral Mandacaru Cerrado Pantanal Garoa Jangada Girassol Vitória-Régia Araucária Umbu Tucano Maré Nascente Laranjeira",
);
const COMPANY_SECONDS = words(
  "Azul Dourada Verde Nova Real Central Norte Sul Clara Mansa Alta Branca Forte Serena Antiga Unida",
);

function words(listed: string): readonly string[] {
  return listed.split(" ");
}
