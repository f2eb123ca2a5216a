// How to reach a person, as they wrote it; one tap away where it is plainly an e-mail or a number.
import { phoneWords } from "../../../domain/reach/phone.ts";

export function Contact({ value }: { value: string }) {
  const address = addressOf(value);
  const shown = /^\+\d+$/.test(value) ? phoneWords(value) : value;
  return address === null ? <span>{value}</span> : <a href={address}>{shown}</a>;
}

function addressOf(value: string): string | null {
  if (/^[^\s@?&]+@[^\s@?&]+\.[^\s@?&]+$/.test(value)) return `mailto:${value}`;
  return /^\+?[\d\s().-]{8,25}$/.test(value) ? `tel:${value.replace(/[^\d+]/g, "")}` : null;
}
