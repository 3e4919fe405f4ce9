import "server-only";
import { ImageResponse } from "next/og";

/** Pixels: what sites that show such pictures ask for. */
const size = { width: 1200, height: 630 };

const longestTitle = 140;

/** Characters the font at hand has. For any other the renderer would ask another site for a font, with the text in the address. */
const drawable =
  /^[\u{20}-\u{7E}\u{A0}-\u{FF}\u{2013}\u{2014}\u{2018}\u{2019}\u{201C}\u{201D}\u{2026}]+$/u;

/** What is drawn of a title: all of it, or nothing. */
export function drawnTitle(title: string): string {
  const line = title.trim().replace(/\s+/g, " ");
  if (!drawable.test(line)) return "A shared conversation";
  return line.length <= longestTitle ? line : `${line.slice(0, longestTitle - 1).trimEnd()}…`;
}

/** The picture that other sites show for a share: its title, and where it is from. */
export function shareImage(title: string): Response {
  return new ImageResponse(
    <div
      style={{
        width: "100%",
        height: "100%",
        display: "flex",
        flexDirection: "column",
        justifyContent: "space-between",
        padding: 80,
        background: "#fbfaf7",
        color: "#24231f",
      }}
    >
      <div style={{ fontSize: 64, lineHeight: 1.2 }}>{drawnTitle(title)}</div>
      <div style={{ display: "flex", alignItems: "center", fontSize: 34, color: "#6a6860" }}>
        <div style={{ width: 12, height: 44, marginRight: 20, background: "#0b6a77" }} />
        Branchline
      </div>
    </div>,
    { ...size, headers: { "cache-control": "no-store" } },
  );
}
