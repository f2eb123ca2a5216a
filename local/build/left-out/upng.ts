// Stands in the Worker's bundle where pdf-lib would bring its reader of PNG images: a contract holds none.

function leftOut(): never {
  throw new Error("PNG images are left out of this build: a contract is text.");
}

export default { decode: leftOut, toRGBA8: leftOut };
