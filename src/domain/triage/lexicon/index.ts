// All cues of all areas in one list.
import { ADMINISTRATIVO } from "./administrativo.ts";
import { AMBIENTAL } from "./ambiental.ts";
import { CIVIL } from "./civil.ts";
import { CONSUMIDOR } from "./consumidor.ts";
import { CRIANCA_E_ADOLESCENTE } from "./crianca.ts";
import type { Cue } from "./cue.ts";
import { DIGITAL } from "./digital.ts";
import { EMPRESARIAL } from "./empresarial.ts";
import { FAMILIA } from "./familia.ts";
import { MIGRATORIO } from "./migratorio.ts";
import { NENHUMA } from "./nenhuma.ts";
import { PENAL } from "./penal.ts";
import { PLAIN_WORDS } from "./plain-words.ts";
import { PREVIDENCIARIO } from "./previdenciario.ts";
import { SAUDE } from "./saude.ts";
import { SUCESSOES } from "./sucessoes.ts";
import { TRABALHO } from "./trabalho.ts";
import { TRIBUTARIO } from "./tributario.ts";

export const LEXICON: readonly Cue[] = [
  ...TRABALHO,
  ...FAMILIA,
  ...SUCESSOES,
  ...CONSUMIDOR,
  ...CIVIL,
  ...PENAL,
  ...PREVIDENCIARIO,
  ...TRIBUTARIO,
  ...ADMINISTRATIVO,
  ...EMPRESARIAL,
  ...SAUDE,
  ...CRIANCA_E_ADOLESCENTE,
  ...DIGITAL,
  ...AMBIENTAL,
  ...MIGRATORIO,
  ...NENHUMA,
  ...PLAIN_WORDS,
];
