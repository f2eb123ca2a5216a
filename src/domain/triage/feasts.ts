// Days that people name by a feast: fixed ones by month and day, movable ones by Easter or by a Sunday of the month.
import { addDays, dayOf, weekday } from "./calendar.ts";

/** Feasts by their folded names, each as the day it falls on in a year. */
export const FEAST_DAYS: Readonly<Record<string, (year: number) => string>> = {
  "vespera de natal": fixed(12, 24),
  "noite de natal": fixed(12, 24),
  "christmas eve": fixed(12, 24),
  natal: fixed(12, 25),
  "christmas day": fixed(12, 25),
  christmas: fixed(12, 25),
  "boxing day": fixed(12, 26),
  "new years eve": fixed(12, 31),
  "new year's eve": fixed(12, 31),
  reveillon: fixed(12, 31),
  "virada do ano": fixed(12, 31),
  "vespera de ano novo": fixed(12, 31),
  "ano novo": fixed(1, 1),
  "new years day": fixed(1, 1),
  "new year's day": fixed(1, 1),
  "dia de reis": fixed(1, 6),
  tiradentes: fixed(4, 21),
  "dia do trabalho": fixed(5, 1),
  "dia do trabalhador": fixed(5, 1),
  "labor day": fixed(5, 1),
  "labour day": fixed(5, 1),
  "dia dos namorados": fixed(6, 12),
  "sao joao": fixed(6, 24),
  "independence day": fixed(9, 7),
  "dia da independencia": fixed(9, 7),
  "sete de setembro": fixed(9, 7),
  "dia das criancas": fixed(10, 12),
  "nossa senhora aparecida": fixed(10, 12),
  halloween: fixed(10, 31),
  finados: fixed(11, 2),
  "all souls day": fixed(11, 2),
  "proclamacao da republica": fixed(11, 15),
  "consciencia negra": fixed(11, 20),
  "domingo de carnaval": byEaster(-49),
  "segunda de carnaval": byEaster(-48),
  "segunda feira de carnaval": byEaster(-48),
  "carnival monday": byEaster(-48),
  "terca de carnaval": byEaster(-47),
  "terca feira de carnaval": byEaster(-47),
  "terca-feira de carnaval": byEaster(-47),
  "dia de carnaval": byEaster(-47),
  "carnival tuesday": byEaster(-47),
  "shrove tuesday": byEaster(-47),
  "quarta de cinzas": byEaster(-46),
  "quarta feira de cinzas": byEaster(-46),
  "quarta-feira de cinzas": byEaster(-46),
  "ash wednesday": byEaster(-46),
  "domingo de ramos": byEaster(-7),
  "palm sunday": byEaster(-7),
  "quinta feira santa": byEaster(-3),
  "sexta feira santa": byEaster(-2),
  "sexta-feira santa": byEaster(-2),
  "sexta santa": byEaster(-2),
  "good friday": byEaster(-2),
  "domingo de pascoa": byEaster(0),
  pascoa: byEaster(0),
  "easter sunday": byEaster(0),
  "easter monday": byEaster(1),
  easter: byEaster(0),
  "corpus christi": byEaster(60),
  "dia das maes": sunday(5, 2),
  "mothers day": sunday(5, 2),
  "mother's day": sunday(5, 2),
  "dia dos pais": sunday(8, 2),
  "fathers day": sunday(8, 2),
  "father's day": sunday(8, 2),
};

function fixed(month: number, day: number): (year: number) => string {
  return (year) => dayOf(year, month, day) ?? `${year}-01-01`;
}

// Easter Sunday by the Meeus, Jones and Butcher algorithm (J. Meeus, Astronomical Algorithms, ch. 8).
function byEaster(offset: number): (year: number) => string {
  return (year) => {
    const a = year % 19;
    const b = Math.floor(year / 100);
    const c = year % 100;
    const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
    const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
    const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
    return addDays(dayOf(year, Math.floor(f / 31), (f % 31) + 1) ?? `${year}-04-01`, offset);
  };
}

function sunday(month: number, nth: number): (year: number) => string {
  return (year) => {
    const first = fixed(month, 1)(year);
    return addDays(first, ((7 - weekday(first)) % 7) + 7 * (nth - 1));
  };
}
