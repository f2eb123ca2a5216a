// Vectors as a vendor sent them, or an error: a wrong count, length or number never reaches the index.

/** Throws RangeError. A vector of zeros has no direction, so it is refused too. */
export function checkedVectors(
  vectors: readonly (readonly number[] | undefined)[],
  expected: { count: number; dimensions: number },
): Float32Array[] {
  if (vectors.length !== expected.count) throw new RangeError("another number of vectors than texts");
  return vectors.map((vector) => {
    if (vector?.length !== expected.dimensions) throw new RangeError("a vector of another length");
    const numbers = Float32Array.from(vector);
    let squares = 0;
    for (const x of numbers) squares += x * x;
    if (!Number.isFinite(squares) || squares === 0) throw new RangeError("a vector without direction");
    return numbers;
  });
}
