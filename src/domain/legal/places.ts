// The 27 states of Brazil, their capitals and larger cities, and where in a text one of them is named.

export interface State {
  uf: string;
  name: string;
  capital: string;
  /** Larger municipalities beside the capital; from general knowledge, by population. */
  cities: readonly string[];
}

export const STATES: readonly State[] = [
  state("AC", "Acre", "Rio Branco", "Cruzeiro do Sul, Sena Madureira, Tarauacá"),
  state("AL", "Alagoas", "Maceió", "Arapiraca, Palmeira dos Índios, Rio Largo, Penedo"),
  state("AM", "Amazonas", "Manaus", "Parintins, Itacoatiara, Manacapuru, Tefé, Tabatinga"),
  state("AP", "Amapá", "Macapá", "Oiapoque, Laranjal do Jari"),
  state(
    "BA",
    "Bahia",
    "Salvador",
    "Feira de Santana, Vitória da Conquista, Camaçari, Itabuna, Juazeiro, Lauro de Freitas, Ilhéus, Jequié, Teixeira de Freitas, Barreiras, Alagoinhas, Porto Seguro, Simões Filho, Paulo Afonso, Eunápolis",
  ),
  state(
    "CE",
    "Ceará",
    "Fortaleza",
    "Caucaia, Juazeiro do Norte, Maracanaú, Sobral, Crato, Itapipoca, Maranguape, Iguatu, Quixadá",
  ),
  state(
    "DF",
    "Distrito Federal",
    "Brasília",
    "Taguatinga, Ceilândia, Samambaia, Planaltina, Gama, Guará, Sobradinho, Águas Claras",
  ),
  state(
    "ES",
    "Espírito Santo",
    "Vitória",
    "Serra, Vila Velha, Cariacica, Cachoeiro de Itapemirim, Linhares, São Mateus, Colatina, Guarapari",
  ),
  state(
    "GO",
    "Goiás",
    "Goiânia",
    "Aparecida de Goiânia, Anápolis, Rio Verde, Luziânia, Águas Lindas de Goiás, Valparaíso de Goiás, Trindade, Formosa, Itumbiara, Catalão, Jataí, Caldas Novas",
  ),
  state(
    "MA",
    "Maranhão",
    "São Luís",
    "Imperatriz, São José de Ribamar, Timon, Caxias, Codó, Paço do Lumiar, Açailândia, Bacabal, Balsas",
  ),
  state(
    "MG",
    "Minas Gerais",
    "Belo Horizonte",
    "Uberlândia, Contagem, Juiz de Fora, Betim, Montes Claros, Ribeirão das Neves, Uberaba, Governador Valadares, Ipatinga, Sete Lagoas, Divinópolis, Santa Luzia, Ibirité, Poços de Caldas, Patos de Minas, Pouso Alegre, Teófilo Otoni, Barbacena, Sabará, Varginha, Itabira, Passos, Ouro Preto",
  ),
  state("MS", "Mato Grosso do Sul", "Campo Grande", "Dourados, Três Lagoas, Corumbá, Ponta Porã, Naviraí"),
  state(
    "MT",
    "Mato Grosso",
    "Cuiabá",
    "Várzea Grande, Rondonópolis, Sinop, Tangará da Serra, Sorriso, Cáceres, Primavera do Leste, Lucas do Rio Verde",
  ),
  state(
    "PA",
    "Pará",
    "Belém",
    "Ananindeua, Santarém, Marabá, Parauapebas, Castanhal, Abaetetuba, Cametá, Altamira, Barcarena, Tucuruí, Paragominas",
  ),
  state("PB", "Paraíba", "João Pessoa", "Campina Grande, Santa Rita, Patos, Bayeux, Sousa, Cajazeiras, Cabedelo"),
  state(
    "PE",
    "Pernambuco",
    "Recife",
    "Jaboatão dos Guararapes, Olinda, Caruaru, Petrolina, Paulista, Cabo de Santo Agostinho, Camaragibe, Garanhuns, Vitória de Santo Antão, Igarassu, Serra Talhada",
  ),
  state("PI", "Piauí", "Teresina", "Parnaíba, Picos, Piripiri, Floriano"),
  state(
    "PR",
    "Paraná",
    "Curitiba",
    "Londrina, Maringá, Ponta Grossa, Cascavel, São José dos Pinhais, Foz do Iguaçu, Colombo, Guarapuava, Paranaguá, Araucária, Toledo, Apucarana, Umuarama, Pinhais, Campo Largo",
  ),
  state(
    "RJ",
    "Rio de Janeiro",
    "Rio de Janeiro",
    "São Gonçalo, Duque de Caxias, Nova Iguaçu, Niterói, Belford Roxo, Campos dos Goytacazes, São João de Meriti, Petrópolis, Volta Redonda, Macaé, Magé, Itaboraí, Cabo Frio, Angra dos Reis, Nova Friburgo, Barra Mansa, Teresópolis, Mesquita, Nilópolis, Maricá, Rio das Ostras, Resende, Búzios",
  ),
  state(
    "RN",
    "Rio Grande do Norte",
    "Natal",
    "Mossoró, Parnamirim, São Gonçalo do Amarante, Macaíba, Ceará-Mirim, Caicó",
  ),
  state("RO", "Rondônia", "Porto Velho", "Ji-Paraná, Ariquemes, Vilhena, Cacoal"),
  state("RR", "Roraima", "Boa Vista", "Rorainópolis, Pacaraima, Caracaraí"),
  state(
    "RS",
    "Rio Grande do Sul",
    "Porto Alegre",
    "Caxias do Sul, Canoas, Pelotas, Santa Maria, Gravataí, Viamão, Novo Hamburgo, São Leopoldo, Rio Grande, Alvorada, Passo Fundo, Sapucaia do Sul, Uruguaiana, Santa Cruz do Sul, Cachoeirinha, Bagé, Bento Gonçalves, Erechim, Gramado",
  ),
  state(
    "SC",
    "Santa Catarina",
    "Florianópolis",
    "Joinville, Blumenau, São José, Chapecó, Criciúma, Itajaí, Jaraguá do Sul, Lages, Palhoça, Balneário Camboriú, Brusque, Tubarão, Camboriú",
  ),
  state("SE", "Sergipe", "Aracaju", "Nossa Senhora do Socorro, Lagarto, Itabaiana, São Cristóvão, Estância"),
  state(
    "SP",
    "São Paulo",
    "São Paulo",
    "Guarulhos, Campinas, São Bernardo do Campo, Santo André, Osasco, Sorocaba, Ribeirão Preto, São José dos Campos, São José do Rio Preto, Mogi das Cruzes, Jundiaí, Piracicaba, Santos, Mauá, Diadema, Carapicuíba, Bauru, Itaquaquecetuba, São Vicente, Praia Grande, Guarujá, Taubaté, Franca, Limeira, Barueri, Suzano, Taboão da Serra, Sumaré, Embu das Artes, São Carlos, Indaiatuba, Cotia, Marília, Americana, Araraquara, Jacareí, Presidente Prudente, Hortolândia, Rio Claro, Araçatuba, Itapevi, São Caetano do Sul, Ubatuba, Atibaia, Botucatu",
  ),
  state("TO", "Tocantins", "Palmas", "Araguaína, Gurupi, Porto Nacional, Paraíso do Tocantins"),
];

export function isUf(value: string): boolean {
  return STATES.some(({ uf }) => uf === value);
}

/** The capital's name, or null for letters that are no state. */
export function capitalOf(uf: string): string | null {
  return STATES.find((candidate) => candidate.uf === uf)?.capital ?? null;
}

function state(uf: string, name: string, capital: string, cities: string): State {
  return { uf, name, capital, cities: cities.split(",").map((city) => city.trim()) };
}
