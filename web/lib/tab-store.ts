// Where a conversation's unsent words are kept: in this tab, until the server has them.
import type { Outgoing } from "./outgoing.ts";

export function keptMessages(caseId: string): { load: () => Outgoing[]; save: (list: readonly Outgoing[]) => void } {
  const name = `vez:sending:${caseId}`;
  return {
    load: () => parse(sessionStorage.getItem(name)),
    save: (list) => {
      if (list.length === 0) sessionStorage.removeItem(name);
      else sessionStorage.setItem(name, JSON.stringify(list));
    },
  };
}

function parse(json: string | null): Outgoing[] {
  const list: unknown = json === null ? [] : JSON.parse(json);
  return Array.isArray(list) ? list.filter(isOutgoing) : [];
}

function isOutgoing(value: unknown): value is Outgoing {
  return (
    typeof value === "object" && value !== null && "id" in value && "text" in value && typeof value.text === "string"
  );
}
