// Where the 27 capitals are (municipal seats as IBGE gives them, rounded to 0.01 degree).
import type { Uf } from "./ufs.ts";

export interface Place {
  uf: Uf;
  name: string;
  /** Degrees, WGS 84. */
  lat: number;
  lon: number;
}

export const CAPITALS: readonly Place[] = [
  { uf: "AC", name: "Rio Branco", lat: -9.97, lon: -67.81 },
  { uf: "AL", name: "Maceió", lat: -9.67, lon: -35.74 },
  { uf: "AM", name: "Manaus", lat: -3.12, lon: -60.02 },
  { uf: "AP", name: "Macapá", lat: 0.03, lon: -51.07 },
  { uf: "BA", name: "Salvador", lat: -12.97, lon: -38.51 },
  { uf: "CE", name: "Fortaleza", lat: -3.72, lon: -38.54 },
  { uf: "DF", name: "Brasília", lat: -15.78, lon: -47.93 },
  { uf: "ES", name: "Vitória", lat: -20.32, lon: -40.34 },
  { uf: "GO", name: "Goiânia", lat: -16.68, lon: -49.25 },
  { uf: "MA", name: "São Luís", lat: -2.53, lon: -44.3 },
  { uf: "MG", name: "Belo Horizonte", lat: -19.92, lon: -43.94 },
  { uf: "MS", name: "Campo Grande", lat: -20.44, lon: -54.65 },
  { uf: "MT", name: "Cuiabá", lat: -15.6, lon: -56.1 },
  { uf: "PA", name: "Belém", lat: -1.46, lon: -48.5 },
  { uf: "PB", name: "João Pessoa", lat: -7.12, lon: -34.86 },
  { uf: "PE", name: "Recife", lat: -8.05, lon: -34.88 },
  { uf: "PI", name: "Teresina", lat: -5.09, lon: -42.8 },
  { uf: "PR", name: "Curitiba", lat: -25.43, lon: -49.27 },
  { uf: "RJ", name: "Rio de Janeiro", lat: -22.91, lon: -43.17 },
  { uf: "RN", name: "Natal", lat: -5.79, lon: -35.21 },
  { uf: "RO", name: "Porto Velho", lat: -8.76, lon: -63.9 },
  { uf: "RR", name: "Boa Vista", lat: 2.82, lon: -60.67 },
  { uf: "RS", name: "Porto Alegre", lat: -30.03, lon: -51.23 },
  { uf: "SC", name: "Florianópolis", lat: -27.59, lon: -48.55 },
  { uf: "SE", name: "Aracaju", lat: -10.95, lon: -37.07 },
  { uf: "SP", name: "São Paulo", lat: -23.55, lon: -46.63 },
  { uf: "TO", name: "Palmas", lat: -10.18, lon: -48.33 },
];

/** The known place of that name in that state; null where we do not know it (distance is then judged by state alone). */
export function placeOf(uf: string | null, municipality: string | null): Place | null {
  if (uf === null || municipality === null) return null;
  const wanted = fold(municipality);
  return CAPITALS.find((place) => place.uf === uf && fold(place.name) === wanted) ?? null;
}

function fold(name: string): string {
  return name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().trim();
}
