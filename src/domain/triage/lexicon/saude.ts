// What people say about treatment, medicines, hospitals and health plans.
import { cues } from "./cue.ts";

export const SAUDE = cues("saude", [
  [
    null,
    2,
    "hospital | medic* | cirurgia | tratamento | exame* | doenca | paciente | laudo | saude | diagnostic* | quimioterapia | cancer | tumor | ressonancia | terapia* | fisioterapia | uti | upa | posto de saude | hemodialise | oncolog*",
  ],
  [
    "plano_saude",
    5,
    "plano de saude | plano negou | plano nao cobre | plano nao autoriz* | plano nao libera | convenio negou | convenio nao cobre | convenio nao autoriz* | convenio nao libera | convenio medico | o convenio | meu convenio | meu plano | ans | unimed | hapvida | amil | notredame | bradesco saude | sulamerica | geap | negou a cirurgia | negou _ cirurgia | negaram a cirurgia | negou _ exame | negou _ tratamento | negaram _ tratamento | negou cobertura | reajuste do plano | mensalidade do plano | carencia do plano | home care | cancelaram meu plano | cancelou meu plano | plano _ cancel* | plano _ aument* | reembolso do plano",
  ],
  [
    "sus_tratamento",
    5,
    "sus | fila do sus | fila da cirurgia | fila _ cirurgia | esperando cirurgia | esperando _ cirurgia | secretaria de saude | regulacao | posto de saude | consulta com especialista | fila _ exame | nao tem vaga _ hospital | aih",
  ],
  [
    "medicamentos",
    5,
    "remedio* | medicamento* | medicacao | insulina | farmacia popular | alto custo | nao tem no sus | nao tem _ sus | canabidiol | anvisa | importar remedio | bomba de insulina | formula infantil | leite especial | spinraza | zolgensma",
  ],
  [
    "erro_medico",
    5,
    "erro medico | erro do medico | erro de diagnostico | negligencia medica | medico errou | dentista errou | cirurgia plastica | cirurgia deu errado | esqueceram _ dentro | gaze | infeccao hospitalar | violencia obstetrica | parto | cesarea | sequela* | implante | anestesia | diagnostico errado | dentista",
  ],
  [
    "internacao",
    5,
    "uti | leito | vaga de uti | vaga na uti | vaga _ hospital | internad* | internacao | transferencia de hospital | transferencia _ hospital | internar | entre a vida e a morte | alta do hospital | hospital nao aceita | maca | corredor do hospital",
  ],
  [
    "saude_mental",
    5,
    "internacao compulsoria | internacao involuntaria | internar _ forca | dependente quimico | clinica de recuperacao | viciado em crack | caps | surto | psiquiatr* | esquizofren*",
  ],
  [
    null,
    2,
    "hospital | doctor* | surgery | treatment | cancer | tumor | tumour | medical | chemotherapy | chemo | patient | scan | therapy | health",
  ],
  [
    "plano_saude",
    5,
    "health plan | health insurance | insurer | insurance denied | insurance refuses | insurance _ surgery | plan refuses | plan denied | health insurer | insurance company _ treatment | unimed | insurance won* _ surgery | insurance won* _ treatment | health plan _ cancel*",
  ],
  [
    "sus_tratamento",
    5,
    "sus | public health | waiting list | public hospital | waiting for surgery | waiting _ surgery",
  ],
  [
    "medicamentos",
    5,
    "medicine* | medication* | insulin | prescription drug | the drug costs | pharmacy | expensive drug",
  ],
  [
    "erro_medico",
    5,
    "malpractice | botched | surgeon _ mistake | doctor _ mistake | misdiagnos* | wrong diagnosis | left inside me | dentist | birth injury | surgery went wrong",
  ],
  [
    "internacao",
    5,
    "icu | intensive care | hospital bed | no beds | hospitali* | ventilator | transfer to another hospital",
  ],
  [
    "saude_mental",
    5,
    "involuntary commitment | forced admission | rehab | psychiatric | addict | committed to a clinic | mental health | mental hospital",
  ],
  [
    "erro_medico",
    4.5,
    "dentista | arrancou o dente | operou errado | perna errada | wrong knee | wrong tooth | operated on the wrong | surgeon | scar | deformad* | cicatriz",
  ],
  [null, 2, "doente | cirurgi* | enfermeir* | ambulancia | emergency room | nurse | clinic | clinica"],
  [
    "plano_saude",
    4,
    "carteirinha | rede credenciada | cobertura do plano | mensalidade do convenio | insurance company | coverage",
  ],
  [
    "erro_medico",
    3.5,
    "hospital me tratou | me trataram mal _ hospital | hospital _ tratou mal | aborto | parteira | miscarriage | hospital wants to charge",
  ],
  ["internacao", 4.5, "nao quer internar | cheque caucao | avc | infarto | refuses to admit | stroke | heart attack"],
  [
    "plano_saude",
    4,
    "plano cort* | plano suspend* | plano _ terapia* | clinica saiu da rede | saiu da rede | saiu do plano | health insurance | terapia* _ plano | clinic left the network",
  ],
]);
