// Where the demo professionals live: real municipalities with their coordinates, area code and a rough weight.

interface Municipality {
  name: string;
  lat: number;
  lon: number;
  /** Area code of telephones. */
  ddd: number;
  /** Beside the others of its state. */
  weight: number;
}

interface State {
  uf: string;
  /** Lawyers in thousands, roughly, by what OAB publishes; only the proportions matter. */
  weight: number;
  municipalities: readonly Municipality[];
}

/** Written down from general knowledge, to two decimals (about a kilometre): good for distances, not for maps. */
export const STATES: readonly State[] = [
  state("AC", 5, "Rio Branco,-9.97,-67.81,68,8; Cruzeiro do Sul,-7.63,-72.67,68,2"),
  state("AL", 17, "Maceió,-9.67,-35.74,82,8; Arapiraca,-9.75,-36.66,82,2"),
  state("AM", 17, "Manaus,-3.12,-60.02,92,9; Parintins,-2.63,-56.74,92,1; Itacoatiara,-3.14,-58.44,92,1"),
  state("AP", 5, "Macapá,0.03,-51.07,96,8; Santana,-0.06,-51.17,96,2"),
  state(
    "BA",
    70,
    "Salvador,-12.97,-38.5,71,9; Feira de Santana,-12.27,-38.97,75,3; Vitória da Conquista,-14.87,-40.84,77,2; Ilhéus,-14.79,-39.05,73,1; Juazeiro,-9.41,-40.5,74,1; Barreiras,-12.15,-44.99,77,1",
  ),
  state(
    "CE",
    42,
    "Fortaleza,-3.73,-38.53,85,9; Juazeiro do Norte,-7.21,-39.32,88,2; Sobral,-3.69,-40.35,88,1; Crato,-7.23,-39.41,88,1",
  ),
  state("DF", 50, "Brasília,-15.79,-47.88,61,1"),
  state(
    "ES",
    30,
    "Vitória,-20.32,-40.34,27,5; Vila Velha,-20.33,-40.29,27,3; Serra,-20.13,-40.31,27,2; Cachoeiro de Itapemirim,-20.85,-41.11,28,1; Linhares,-19.39,-40.07,27,1",
  ),
  state(
    "GO",
    55,
    "Goiânia,-16.69,-49.26,62,8; Aparecida de Goiânia,-16.82,-49.25,62,2; Anápolis,-16.33,-48.95,62,2; Rio Verde,-17.79,-50.92,64,1; Catalão,-18.17,-47.94,64,1",
  ),
  state("MA", 25, "São Luís,-2.53,-44.3,98,7; Imperatriz,-5.53,-47.48,99,2; Caxias,-4.86,-43.36,99,1"),
  state(
    "MG",
    145,
    "Belo Horizonte,-19.92,-43.94,31,9; Uberlândia,-18.92,-48.28,34,3; Juiz de Fora,-21.76,-43.35,32,3; Contagem,-19.93,-44.05,31,2; Montes Claros,-16.73,-43.86,38,2; Governador Valadares,-18.85,-41.95,33,1; Poços de Caldas,-21.79,-46.56,35,1",
  ),
  state("MS", 20, "Campo Grande,-20.45,-54.62,67,7; Dourados,-22.22,-54.81,67,2; Três Lagoas,-20.75,-51.68,67,1"),
  state(
    "MT",
    28,
    "Cuiabá,-15.6,-56.1,65,6; Várzea Grande,-15.65,-56.13,65,2; Rondonópolis,-16.47,-54.64,66,2; Sinop,-11.86,-55.5,66,1",
  ),
  state(
    "PA",
    32,
    "Belém,-1.46,-48.5,91,7; Ananindeua,-1.37,-48.37,91,2; Santarém,-2.44,-54.71,93,1; Marabá,-5.37,-49.12,94,1",
  ),
  state("PB", 22, "João Pessoa,-7.12,-34.86,83,6; Campina Grande,-7.23,-35.88,83,3; Patos,-7.02,-37.28,83,1"),
  state(
    "PE",
    45,
    "Recife,-8.05,-34.88,81,8; Olinda,-8.01,-34.86,81,2; Jaboatão dos Guararapes,-8.11,-35.01,81,2; Caruaru,-8.28,-35.98,81,2; Petrolina,-9.39,-40.5,87,1",
  ),
  state("PI", 20, "Teresina,-5.09,-42.8,86,8; Parnaíba,-2.91,-41.78,86,1; Picos,-7.08,-41.47,89,1"),
  state(
    "PR",
    85,
    "Curitiba,-25.43,-49.27,41,9; Londrina,-23.31,-51.16,43,3; Maringá,-23.42,-51.94,44,3; Cascavel,-24.96,-53.46,45,2; Ponta Grossa,-25.09,-50.16,42,2; Foz do Iguaçu,-25.55,-54.59,45,1",
  ),
  state(
    "RJ",
    165,
    "Rio de Janeiro,-22.91,-43.17,21,9; Niterói,-22.88,-43.1,21,3; São Gonçalo,-22.83,-43.05,21,2; Duque de Caxias,-22.79,-43.31,21,2; Nova Iguaçu,-22.76,-43.45,21,2; Campos dos Goytacazes,-21.75,-41.32,22,1; Petrópolis,-22.51,-43.18,24,1; Volta Redonda,-22.52,-44.1,24,1",
  ),
  state("RN", 18, "Natal,-5.79,-35.21,84,7; Mossoró,-5.19,-37.34,84,2; Parnamirim,-5.92,-35.26,84,1"),
  state("RO", 12, "Porto Velho,-8.76,-63.9,69,6; Ji-Paraná,-10.88,-61.95,69,2; Vilhena,-12.74,-60.15,69,1"),
  state("RR", 3, "Boa Vista,2.82,-60.67,95,1"),
  state(
    "RS",
    100,
    "Porto Alegre,-30.03,-51.23,51,9; Caxias do Sul,-29.17,-51.18,54,3; Pelotas,-31.77,-52.34,53,2; Santa Maria,-29.68,-53.81,55,2; Canoas,-29.92,-51.18,51,2; Passo Fundo,-28.26,-52.41,54,1; Novo Hamburgo,-29.69,-51.13,51,1",
  ),
  state(
    "SC",
    55,
    "Florianópolis,-27.6,-48.55,48,6; Joinville,-26.3,-48.85,47,4; Blumenau,-26.92,-49.07,47,3; Chapecó,-27.1,-52.62,49,2; Criciúma,-28.68,-49.37,48,2; Itajaí,-26.91,-48.66,47,1",
  ),
  state(
    "SE",
    14,
    "Aracaju,-10.91,-37.07,79,8; Nossa Senhora do Socorro,-10.86,-37.13,79,1; Itabaiana,-10.69,-37.43,79,1",
  ),
  state(
    "SP",
    380,
    "São Paulo,-23.55,-46.63,11,12; Campinas,-22.91,-47.06,19,3; Guarulhos,-23.45,-46.53,11,2; Santos,-23.96,-46.33,13,2; Ribeirão Preto,-21.18,-47.81,16,2; São José dos Campos,-23.18,-45.89,12,2; Sorocaba,-23.5,-47.46,15,2; Santo André,-23.66,-46.53,11,2; Osasco,-23.53,-46.79,11,1; São José do Rio Preto,-20.82,-49.38,17,1; Bauru,-22.31,-49.06,14,1; Presidente Prudente,-22.13,-51.39,18,1",
  ),
  state("TO", 11, "Palmas,-10.18,-48.33,63,6; Araguaína,-7.19,-48.2,63,2; Gurupi,-11.73,-49.07,63,1"),
];

function state(uf: string, weight: number, listed: string): State {
  const municipalities = listed.split(";").map((row) => {
    const [name = "", lat, lon, ddd, share] = row.trim().split(",");
    return { name, lat: Number(lat), lon: Number(lon), ddd: Number(ddd), weight: Number(share) };
  });
  return { uf, weight, municipalities };
}
