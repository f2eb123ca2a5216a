// Where anybody can turn for free when nobody here could take the case: the public defender of each state and of the union, and the bar.
import type { Text } from "../locale.ts";
import { UFS, type Uf } from "./ufs.ts";

export interface PublicHelp {
  id: string;
  name: Text;
  what: Text;
  site: string;
}

/** Addresses as known then, written from memory and not looked up: to be checked before each release (docs/runbook.md). */
export const PUBLIC_HELP_AS_OF = "2025-01";

/** The state's own first, or all of them where the state is not known; then the union's, then the bar's. */
export function publicHelp(uf: string | null): PublicHelp[] {
  const known = UFS.filter((one) => one === uf);
  return [...(known.length > 0 ? known : UFS).map(stateOffice), UNION, BAR];
}

/** Name and address of the state's public defender, or null where the state is not known. */
export function stateHelp(uf: string | null): PublicHelp | null {
  const known = UFS.find((one) => one === uf);
  return known === undefined ? null : stateOffice(known);
}

const STATE_WHAT: Text = {
  "pt-BR": "Advogados públicos, de graça para quem não pode pagar, em quase todos os assuntos.",
  en: "Public lawyers, free for who cannot pay, for almost every subject.",
};

function stateOffice(uf: Uf): PublicHelp {
  const [of, host] = STATES[uf];
  const name = { "pt-BR": `Defensoria Pública ${of}`, en: `Public Defender of ${uf} (Defensoria Pública ${of})` };
  return { id: `defensoria_${uf.toLowerCase()}`, name, what: STATE_WHAT, site: `https://${host}` };
}

const UNION: PublicHelp = {
  id: "dpu",
  name: { "pt-BR": "Defensoria Pública da União", en: "Federal Public Defender (Defensoria Pública da União)" },
  what: {
    "pt-BR": "De graça, para o que é com o governo federal: INSS, benefícios, imigração, Justiça Federal.",
    en: "Free, for what is with the federal government: INSS, benefits, immigration, federal courts.",
  },
  site: "https://www.dpu.def.br",
};

const BAR: PublicHelp = {
  id: "oab",
  name: { "pt-BR": "Assistência judiciária da OAB", en: "Legal aid of the bar (OAB)" },
  what: {
    "pt-BR": "Onde a Defensoria não chega, a subseção da OAB da sua cidade indica quem atende de graça.",
    en: "Where there is no public defender, the OAB's office of your town says who helps for free.",
  },
  site: "https://www.oab.org.br",
};

const STATES: Record<Uf, readonly [of: string, host: string]> = {
  AC: ["do Acre", "defensoria.ac.def.br"],
  AL: ["de Alagoas", "defensoria.al.def.br"],
  AM: ["do Amazonas", "defensoria.am.def.br"],
  AP: ["do Amapá", "defensoria.ap.def.br"],
  BA: ["da Bahia", "www.defensoria.ba.def.br"],
  CE: ["do Ceará", "www.defensoria.ce.def.br"],
  DF: ["do Distrito Federal", "www.defensoria.df.gov.br"],
  ES: ["do Espírito Santo", "www.defensoria.es.def.br"],
  GO: ["de Goiás", "www.defensoria.go.def.br"],
  MA: ["do Maranhão", "defensoria.ma.def.br"],
  MG: ["de Minas Gerais", "defensoria.mg.def.br"],
  MS: ["de Mato Grosso do Sul", "www.defensoria.ms.def.br"],
  MT: ["de Mato Grosso", "www.defensoria.mt.def.br"],
  PA: ["do Pará", "defensoria.pa.def.br"],
  PB: ["da Paraíba", "defensoria.pb.def.br"],
  PE: ["de Pernambuco", "defensoria.pe.def.br"],
  PI: ["do Piauí", "www.defensoria.pi.def.br"],
  PR: ["do Paraná", "www.defensoriapublica.pr.def.br"],
  RJ: ["do Rio de Janeiro", "defensoria.rj.def.br"],
  RN: ["do Rio Grande do Norte", "defensoria.rn.def.br"],
  RO: ["de Rondônia", "www.defensoria.ro.def.br"],
  RR: ["de Roraima", "defensoria.rr.def.br"],
  RS: ["do Rio Grande do Sul", "www.defensoria.rs.def.br"],
  SC: ["de Santa Catarina", "defensoria.sc.def.br"],
  SE: ["de Sergipe", "www.defensoria.se.def.br"],
  SP: ["de São Paulo", "www.defensoria.sp.def.br"],
  TO: ["do Tocantins", "www.defensoria.to.def.br"],
};
