// e^x and log2 x from sums, products and quotients alone: Math.exp and Math.log2 differ between engines in the last bit, and a forest grown from them would too.

const LN2 = Math.LN2;
/** ln 2 in two parts: the first has few enough bits that a whole number times it is exact, the second what Math.LN2 itself leaves out, too. */
const LN2_HIGH = Math.fround(LN2);
const LN2_LOW = LN2 - LN2_HIGH + 2.3190468138462996e-17;
/** For |x| <= ln 2 / 2 the next term of the series is below 1e-17. */
const TERMS = 14;
const INVERSE_FACTORIALS = inverseFactorials();
const LEAST_EXPONENT = -1022;
const POWERS_OF_TWO = powersOfTwo();

/** e^x for x in [-700, 700], right to a few units in the last place: 2^k times the Taylor series of what is left. */
export function exponential(x: number): number {
  const k = Math.round(x / LN2);
  const rest = x - k * LN2_HIGH - k * LN2_LOW;
  let sum = 0;
  for (let term = TERMS - 1; term >= 0; term--) sum = sum * rest + INVERSE_FACTORIALS[term]!;
  return sum * POWERS_OF_TWO[k - LEAST_EXPONENT]!;
}

/** log2 of x in (2^-1022, 2^1022), right to a few units in the last place: ln m = 2 artanh((m - 1) / (m + 1)). */
export function logarithm2(x: number): number {
  let exponent = 0;
  let mantissa = x;
  while (mantissa >= Math.SQRT2) {
    mantissa /= 2;
    exponent++;
  }
  while (mantissa < Math.SQRT2 / 2) {
    mantissa *= 2;
    exponent--;
  }
  const ratio = (mantissa - 1) / (mantissa + 1);
  const square = ratio * ratio;
  let sum = 0;
  for (let odd = 25; odd > 0; odd -= 2) sum = sum * square + 1 / odd;
  return exponent + (2 * ratio * sum) / LN2;
}

function inverseFactorials(): Float64Array {
  const inverse = new Float64Array(TERMS);
  let factorial = 1;
  for (let term = 0; term < TERMS; term++) {
    factorial *= Math.max(1, term);
    inverse[term] = 1 / factorial;
  }
  return inverse;
}

function powersOfTwo(): Float64Array {
  const powers = new Float64Array(2 * -LEAST_EXPONENT + 1);
  powers[-LEAST_EXPONENT] = 1;
  for (let i = 1; i <= -LEAST_EXPONENT; i++) {
    powers[-LEAST_EXPONENT + i] = powers[-LEAST_EXPONENT + i - 1]! * 2;
    powers[-LEAST_EXPONENT - i] = powers[-LEAST_EXPONENT - i + 1]! / 2;
  }
  return powers;
}
