import type { MetadataRoute } from "next";
import { pageColors } from "@/lib/shared/theme";

const icon = (size: number, purpose: "any" | "maskable") => ({
  src: `/icons/${purpose === "any" ? "" : "maskable-"}${size}.png`,
  sizes: `${size}x${size}`,
  type: "image/png",
  purpose,
});

/** What a browser needs to install the app: a window, an icon and a name of its own. It still wants its server. */
export default function manifest(): MetadataRoute.Manifest {
  return {
    id: "/",
    name: "Branchline",
    short_name: "Branchline",
    description:
      "A chat in which an agent gets your Bitbucket work done, and asks before it changes anything.",
    start_url: "/",
    scope: "/",
    display: "standalone",
    background_color: pageColors.light,
    theme_color: pageColors.light,
    categories: ["productivity", "developer"],
    icons: [icon(192, "any"), icon(512, "any"), icon(192, "maskable"), icon(512, "maskable")],
    shortcuts: [
      { name: "New chat", url: "/", icons: [icon(192, "any")] },
      { name: "Connections", url: "/connections", icons: [icon(192, "any")] },
    ],
  };
}
