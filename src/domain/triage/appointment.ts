// Which of the days that count is one to be somewhere, not one on which something runs out.

/** True for a hearing and the like: "last day" would be the wrong word for it. */
export function isAppointment({ kind }: { kind: string }): boolean {
  return kind === "hearing";
}
