import { describe, expect, test } from "vitest";
import { STATES } from "../../local/demo/municipalities.ts";
import { PRACTICE_PHRASES } from "../../local/demo/practice-phrases.ts";
import { demoProfessionals } from "../../local/demo/professionals.ts";
import { PROFILE_WORDS } from "../../local/demo/profile-text.ts";
import { chanceOf } from "../../local/demo/random.ts";
import { AREAS, isSubarea, SUBAREAS } from "../../src/domain/legal/areas.ts";
import { haversineKm } from "../../src/domain/matching/geography.ts";

const PEOPLE = demoProfessionals(2026, 500);
const PRACTISED = AREAS.filter((area) => area !== "nenhuma");

describe("500 demo professionals", () => {
  test("are the same at every call, and the first ones do not depend on how many are asked for", () => {
    expect(demoProfessionals(2026, 500)).toEqual(PEOPLE);
    expect(demoProfessionals(2026, 20)).toEqual(PEOPLE.slice(0, 20));
    expect(demoProfessionals(2027, 20)).not.toEqual(PEOPLE.slice(0, 20));
  });

  test("are marked as fictitious and cannot be reached: reserved domain, numbers that nobody has", () => {
    for (const one of PEOPLE) {
      expect(one.fictitious).toBe(true);
      expect(one.email).toMatch(/^[a-z]+\.[a-z]+\.\d{5}@exemplo\.vez\.test$/);
      expect(one.phone).toMatch(/^\+55\d{2}90\d{7}$/);
      expect(one.oabNumber).toMatch(/^9\d{5}$/);
      expect(one.oabUf).toBe(one.uf);
      expect(one.id).toMatch(/^pro_[0-9a-z]{26}$/);
    }
  });

  test("have ids, addresses, telephones and OAB numbers of their own", () => {
    for (const key of ["id", "email", "phone", "oabNumber", "profile"] as const) {
      expect(new Set(PEOPLE.map((one) => one[key])).size, key).toBe(PEOPLE.length);
    }
  });

  test("live in all 27 states, near a real municipality of their state, most where most lawyers are", () => {
    const states = new Map<string, number>();
    for (const one of PEOPLE) {
      states.set(one.uf, (states.get(one.uf) ?? 0) + 1);
      const home = STATES.find(({ uf }) => uf === one.uf)?.municipalities.find(({ name }) => name === one.municipality);
      if (!home) throw new Error(`${one.municipality} is not of ${one.uf}`);
      expect(haversineKm(one, home)).toBeLessThan(15);
    }
    expect(states.size).toBe(27);
    expect([...states.entries()].sort((a, b) => b[1] - a[1])[0]?.[0]).toBe("SP");
  });

  test("give every area at least twelve who work at a distance", () => {
    for (const area of PRACTISED) {
      expect(PEOPLE.filter((one) => one.remote && one.areas.includes(area)).length, area).toBeGreaterThanOrEqual(12);
    }
  });

  test("have one to three areas, and subareas of each of them", () => {
    for (const one of PEOPLE) {
      expect(new Set(one.areas).size).toBe(one.areas.length);
      expect(one.areas.length).toBeGreaterThanOrEqual(1);
      expect(one.areas.length).toBeLessThanOrEqual(3);
      for (const area of one.areas) expect(one.subareas.some((slug) => isSubarea(area, slug))).toBe(true);
      for (const slug of one.subareas) expect(one.areas.some((area) => isSubarea(area, slug))).toBe(true);
    }
  });

  test("write profiles of 60 to 140 words without holes", () => {
    for (const { profile } of PEOPLE) {
      const length = profile.split(/\s+/).length;
      expect(length, profile).toBeGreaterThanOrEqual(PROFILE_WORDS.least);
      expect(length, profile).toBeLessThanOrEqual(PROFILE_WORDS.most);
      expect(profile).not.toMatch(/undefined|NaN|null|%|\s{2}|: \.|\(\)|[.,;:]{2}|!/);
      expect(profile).toMatch(/^\p{Lu}.*\.$/u);
    }
  });

  test("have plausible numbers", () => {
    for (const one of PEOPLE) {
      expect(one.casesWon).toBeLessThanOrEqual(one.casesClosed);
      expect(one.reviewCount).toBeLessThanOrEqual(one.casesClosed);
      expect(one.reviewMean === null).toBe(one.reviewCount === 0);
      expect(one.feeCents % 1000).toBe(0);
      expect(one.capacityMonthly).toBeGreaterThanOrEqual(1);
      expect(one.languages).toContain("pt-BR");
    }
    expect(PEOPLE.filter((one) => one.languages.includes("en")).length).toBeGreaterThan(80);
  });
});

test("every subarea has phrases, and every state's places lie in Brazil", () => {
  for (const area of PRACTISED) {
    expect(Object.keys(PRACTICE_PHRASES[area].subareas).sort()).toEqual(SUBAREAS[area].map(({ slug }) => slug).sort());
  }
  const places = STATES.flatMap(({ municipalities }) => municipalities);
  expect(places.length).toBeGreaterThan(100);
  for (const { name, lat, lon, ddd } of places) {
    expect(lat > -34 && lat < 6 && lon > -74 && lon < -34 && ddd >= 11 && ddd <= 99, name).toBe(true);
  }
});

test("20,000 keep their distinct addresses and OAB numbers and are made within seconds", () => {
  const start = performance.now();
  const many = demoProfessionals(1, 20_000);
  expect(performance.now() - start).toBeLessThan(15_000);
  expect(new Set(many.map((one) => one.email)).size).toBe(20_000);
  expect(new Set(many.map((one) => one.oabNumber)).size).toBe(20_000);
  expect(() => demoProfessionals(1, 100_001)).toThrow(RangeError);
});

test("chance is even enough: weights are followed and normals are normal", () => {
  const chance = chanceOf(3);
  const picks = Array.from(
    { length: 20_000 },
    () =>
      chance.weighted([
        { name: "a", weight: 1 },
        { name: "b", weight: 3 },
      ]).name,
  );
  expect(picks.filter((name) => name === "b").length / picks.length).toBeCloseTo(0.75, 1);
  const normals = Array.from({ length: 20_000 }, () => chance.normal());
  expect(normals.reduce((sum, x) => sum + x, 0) / normals.length).toBeCloseTo(0, 1);
  expect(normals.reduce((sum, x) => sum + x * x, 0) / normals.length).toBeCloseTo(1, 1);
});
