// What a kind of message is shown with where nobody gets it: the operators' preview.
import type { Params } from "./template-shape.ts";

/** One set for all kinds: each takes what it knows. */
export const SAMPLE_PARAMS: Params = {
  code: "123456",
  case_id: "cas_01kd9r7m4v8q2t6w0x3y5z7a9b",
  offer_id: "off_01kd9r7m4v8q2t6w0x3y5z7a9b",
  contract_id: "ctr_01kd9r7m4v8q2t6w0x3y5z7a9b",
  outbox_id: "out_01kd9r7m4v8q2t6w0x3y5z7a9b",
  message: "case.match",
  reason: "asked_for_person",
  why: "lapsed",
  what: "joined",
  uf: "SP",
  organisation: "Hospital Exemplo",
  role: "coordinator",
  side: "client",
  returned: "1",
  vendor: "sendgrid",
};
