import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { brandDrawing } from "../components/ui/brand-drawing.ts";
import { pageColors } from "../lib/shared/theme.ts";
import { root } from "./bootstrap.mjs";

const ink = { line: "#26241f", branch: "#006a72" };
const inkOnDark = { line: "#ecebe6", branch: "#6fc9cf" };
const { viewBox, strokeWidth, line, branch, stop } = brandDrawing;
const { cx, cy, r } = stop;

/** For the tab of a browser, whatever colour that has. */
const tabIcon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${viewBox}" fill="none" stroke-width="${strokeWidth}" stroke-linecap="round">
  <title>Branchline</title>
  <style>
    .line { stroke: ${ink.line} }
    .branch { stroke: ${ink.branch} }
    .stop { fill: ${ink.branch} }
    @media (prefers-color-scheme: dark) {
      .line { stroke: ${inkOnDark.line} }
      .branch { stroke: ${inkOnDark.branch} }
      .stop { fill: ${inkOnDark.branch} }
    }
  </style>
  <path class="line" d="${line}" />
  <path class="branch" d="${branch}" />
  <circle class="stop" cx="${cx}" cy="${cy}" r="${r}" />
</svg>
`;

/** @param share of the square that the mark takes; @param corner radius of the paper under it, as a share too */
function appIcon({ share, corner }) {
  const size = 24 / share;
  const margin = (size - 24) / 2;
  // The drawing's middle is one to the right of its square's.
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}">
    <rect width="${size}" height="${size}" rx="${size * corner}" fill="${pageColors.light}" />
    <g transform="translate(${margin - 1} ${margin})" fill="none" stroke-width="${strokeWidth}" stroke-linecap="round">
      <path d="${line}" stroke="${ink.line}" />
      <path d="${branch}" stroke="${ink.branch}" />
      <circle cx="${cx}" cy="${cy}" r="${r}" fill="${ink.branch}" stroke="none" />
    </g>
  </svg>`;
}

const whole = { share: 0.7, corner: 0.22 };
// Systems cut these to shapes of their own: only the circle of 80 % in the middle is safe.
const cut = { share: 0.64, corner: 0 };

const pictures = [
  { path: "app/apple-icon.png", size: 180, look: { share: 0.62, corner: 0 } },
  { path: "public/icons/192.png", size: 192, look: whole },
  { path: "public/icons/512.png", size: 512, look: whole },
  { path: "public/icons/maskable-192.png", size: 192, look: cut },
  { path: "public/icons/maskable-512.png", size: 512, look: cut },
];

const png = (size, look) =>
  sharp(Buffer.from(appIcon(look)), { density: (72 * size * 2) / 24 })
    .resize(size, size)
    .png({ palette: true, compressionLevel: 9 })
    .toBuffer();

/**
 * The file that browsers ask for where a page has not named its icon yet: one PNG in the container of Windows.
 * Source: https://learn.microsoft.com/previous-versions/ms997538(v=msdn.10)
 */
function icoFile(image, size) {
  const header = Buffer.alloc(22);
  header.writeUInt16LE(1, 2); // an icon, not a cursor
  header.writeUInt16LE(1, 4); // pictures
  header.writeUInt8(size, 6);
  header.writeUInt8(size, 7);
  header.writeUInt16LE(1, 10); // planes
  header.writeUInt16LE(32, 12); // bits per pixel
  header.writeUInt32LE(image.length, 14);
  header.writeUInt32LE(header.length, 18);
  return Buffer.concat([header, image]);
}

mkdirSync(join(root, "public", "icons"), { recursive: true });
writeFileSync(join(root, "app/icon.svg"), tabIcon);
writeFileSync(join(root, "public/favicon.ico"), icoFile(await png(48, whole), 48));
for (const { path, size, look } of pictures) writeFileSync(join(root, path), await png(size, look));
