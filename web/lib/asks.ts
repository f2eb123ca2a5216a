// The cards that ask the client something, fetched anew from the server's own page when the stream says so.

/** A card in which somebody is writing is left alone. A failed look-up leaves the page as it was. */
export async function refreshAsks(caseId: string, id: "asks" | "questions" = "asks"): Promise<void> {
  const part = document.getElementById(id);
  if (part === null || part.contains(document.activeElement)) return;
  const answer = await fetch(`/conversations/${caseId}`, { headers: { accept: "text/html" } }).catch(() => null);
  if (answer === null || !answer.ok) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById(id);
  if (fresh !== null) part.replaceChildren(...fresh.childNodes);
}
