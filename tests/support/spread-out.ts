// Vectors of any size that keep which texts are alike: what a stand-in of a model answers with.
import { embedLexical } from "../../src/domain/embedding/lexical.ts";

/** Unit length: the lexical numbers laid out over `dimensions`, 384 or more that 7 does not divide. */
export function spreadOut(text: string, dimensions: number): number[] {
  const lexical = embedLexical(text);
  const vector = new Array<number>(dimensions).fill(0);
  for (const [i, x] of lexical.entries()) vector[(i * 7 + dimensions) % dimensions] = x;
  return vector;
}
