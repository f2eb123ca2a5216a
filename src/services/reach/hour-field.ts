// A time of the day as people write it, "08:30", and as minutes.
import * as z from "zod";

export const hourField = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, "A time is written like 08:30.")
  .transform((text) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3)));

export function hourWords(minute: number | null): string | null {
  if (minute === null) return null;
  const two = (value: number) => String(value).padStart(2, "0");
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}
