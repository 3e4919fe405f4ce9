import { compared, type Figure, verdictOf } from "./figures.ts";

const rowHeight = 22;
const labelWidth = 430;
const plotWidth = 420;
const top = 40;

/** The axis goes from a tenth of what is wanted to ten times that, in equal steps for equal ratios. */
const place = (ratio: number): number =>
  labelWidth + ((Math.log10(Math.min(10, Math.max(0.1, ratio))) + 1) / 2) * plotWidth;

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** How much of what is allowed was used: 1 is just within the target, whichever way it points. */
function share(figure: Figure): number | undefined {
  const value = compared(figure);
  if (!figure.target || value === undefined || verdictOf(figure) === "none") return undefined;
  const { bound, value: wanted } = figure.target;
  return bound === "at most" ? Math.max(value, 0) / wanted : wanted / value;
}

function bar(figure: Figure, used: number, index: number): string {
  const y = top + index * rowHeight;
  const [from, to] = [place(0.1), place(used)];
  const color = verdictOf(figure) === "met" ? "#2f7d4f" : "#b3412e";
  return [
    `<text x="${labelWidth - 8}" y="${y + 14}" text-anchor="end">${escaped(figure.row)}</text>`,
    `<rect x="${from}" y="${y + 3}" width="${Math.max(1, to - from).toFixed(1)}" height="14" fill="${color}"/>`,
    `<text x="${to + 6}" y="${y + 14}">${used.toFixed(2)}</text>`,
  ].join("\n");
}

/** A drawing, as SVG, of how much of each target was used. */
export function plot(figures: readonly Figure[]): string {
  const held = figures.flatMap((figure) => {
    const used = share(figure);
    return used === undefined ? [] : [{ figure, used }];
  });
  const height = top + held.length * rowHeight + 16;
  const marks = [0.1, 0.3, 1, 3, 10].map(
    (ratio) =>
      `<line x1="${place(ratio)}" x2="${place(ratio)}" y1="${top - 6}" y2="${height - 12}" stroke="${ratio === 1 ? "#222" : "#ccc"}"/>
<text x="${place(ratio)}" y="${top - 12}" text-anchor="middle">${ratio}</text>`,
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${labelWidth + plotWidth + 60}" height="${height}" font-family="sans-serif" font-size="12">`,
    `<rect width="100%" height="100%" fill="#fff"/>`,
    `<text x="${labelWidth - 8}" y="${top - 12}" text-anchor="end">what was used of what is allowed (1 = the target)</text>`,
    ...marks,
    ...held.map(({ figure, used }, index) => bar(figure, used, index)),
    "</svg>\n",
  ].join("\n");
}
