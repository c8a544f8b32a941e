// Pictures for other documents: an SVG drawing of the page saved as SVG or PNG,
// with a line that says where it comes from.

import { textWidth } from "./textwidth";
import { wrapped } from "./wrapped";

/** The line below a picture: what it shows, from where, made when. */
function sourceLine(what: string): string {
  return `${what} · demarche · ${location.href} · ${new Date().toISOString().slice(0, 10)}`;
}

const space = "http://www.w3.org/2000/svg";
const sourceSize = 11;
const sourceStep = 14;
const sourceEdge = 12;
/** Properties of elements that style sheets set and a file must have itself. */
const styled = ["fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-opacity", "fill-opacity", "opacity", "font-family", "font-size", "font-weight", "text-anchor", "dominant-baseline"];

/**
 * The drawing as a file of its own: with its styles, on the background of the
 * page, the source line below. Width and height are those on the page, in CSS pixels.
 */
function standalone(svg: SVGSVGElement, source: string): SVGSVGElement {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const from = [svg, ...svg.querySelectorAll("*")];
  [copy, ...copy.querySelectorAll("*")].forEach((element, i) => {
    const original = from[i];
    if (!original) return;
    const style = getComputedStyle(original);
    for (const name of styled) element.setAttribute(name, style.getPropertyValue(name));
    element.removeAttribute("class");
  });
  const box = svg.viewBox.baseVal;
  const [width, height] = box.width ? [box.width, box.height] : [svg.clientWidth, svg.clientHeight];
  const lines = wrapped(source, width - 2 * sourceEdge, (text) => textWidth(text, `${sourceSize}px sans-serif`));
  const whole = height + lines.length * sourceStep + 8;
  copy.setAttribute("xmlns", space);
  copy.setAttribute("viewBox", `${box.x} ${box.y} ${width} ${whole}`);
  copy.setAttribute("width", String(width));
  copy.setAttribute("height", String(whole));
  const page = getComputedStyle(document.body);
  copy.prepend(made("rect", { x: box.x, y: box.y, width, height: whole, fill: page.backgroundColor }));
  lines.forEach((line, i) => {
    const y = box.y + height + 15 + i * sourceStep;
    copy.append(made("text", { x: box.x + sourceEdge, y, fill: page.color, "font-size": sourceSize, "font-family": "sans-serif" }, line));
  });
  return copy;
}

function made(element: string, attributes: Record<string, string | number>, text = ""): SVGElement {
  const it = document.createElementNS(space, element);
  for (const [name, value] of Object.entries(attributes)) it.setAttribute(name, String(value));
  it.textContent = text;
  return it;
}

/** The name of a file about an actor. */
export const fileName = (what: string, id: string): string => `${what}-of-${id.replace(/[^a-z0-9]+/g, "-")}`;

export type PictureType = "svg" | "png";

/** Saves a drawing; PNG has twice the pixels. */
export async function savePicture(svg: SVGSVGElement, name: string, type: PictureType, what: string): Promise<void> {
  const picture = standalone(svg, sourceLine(what));
  const text = new XMLSerializer().serializeToString(picture);
  const vector = new Blob([text], { type: "image/svg+xml" });
  if (type === "svg") return save(vector, name + ".svg");
  const url = URL.createObjectURL(vector);
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = 2 * Number(picture.getAttribute("width"));
    canvas.height = 2 * Number(picture.getAttribute("height"));
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const png = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/png"));
    if (!png) throw new Error("too large"); // browsers limit how large a canvas may be
    save(png, name + ".png");
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** Gives the user a file. */
function save(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000); // after the download began
}
