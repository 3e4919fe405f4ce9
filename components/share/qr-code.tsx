"use client";

import { encode } from "uqr";
import { useWords } from "@/components/language/words";

/** Modules around a code that stay empty: scanners need them. */
const border = 4;

/** An address as a QR code. Dark on light in both themes: scanners do not read it the other way about. */
export function QrCode({ address }: { address: string }) {
  const words = useWords("sharing").row;
  const { data, size } = encode(address, { border });
  const path = data
    .flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : "")))
    .join("");
  return (
    <svg
      role="img"
      aria-label={words.qrCodeOfLink}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className="size-44 rounded-lg bg-white"
    >
      <path d={path} className="fill-black" />
    </svg>
  );
}
