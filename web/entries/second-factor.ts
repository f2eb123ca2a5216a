// Draws the picture that an authenticator app's camera reads; the key beside it works without.
import { encode } from "uqr";

/** Empty modules around the code (ISO/IEC 18004, 5.3.8). */
const QUIET = 4;
const SVG = "http://www.w3.org/2000/svg";

const place = document.querySelector<HTMLElement>("#qr");
const address = place?.dataset.address;
if (place !== null && address !== undefined) {
  place.append(drawn(encode(address, { ecc: "M", border: QUIET }).data));
  place.hidden = false;
}

/** Dark modules as one path of unit squares. */
function drawn(modules: boolean[][]): SVGElement {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", `0 0 ${modules.length} ${modules.length}`);
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute(
    "d",
    modules.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join(""),
  );
  svg.append(path);
  return svg;
}
