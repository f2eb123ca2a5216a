// How many professionals are in reach, asked anew when area or place changed.

/** Null where it is not known; a failed look-up only leaves the line away. */
export async function loadReach(caseId: string): Promise<number | null> {
  const answer = await fetch(`/api/v2/triage/${caseId}?limit=1`).catch(() => null);
  if (answer === null || !answer.ok) return null;
  const body: unknown = await answer.json().catch(() => null);
  if (typeof body !== "object" || body === null || !("available" in body)) return null;
  return typeof body.available === "number" ? body.available : null;
}
