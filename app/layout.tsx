import type { Metadata, Viewport } from "next";
import { connection } from "next/server";
import type { ReactNode } from "react";
import { SpokenProvider } from "@/components/language/words";
import { WordsFor } from "@/components/language/words-for";
import { requestLanguage, requestWords } from "@/lib/server/language";
import { requestTheme } from "@/lib/server/preferences";
import { pageColors } from "@/lib/shared/theme";
import { inter, interExtended } from "./fonts";
import "./globals.css";

export async function generateMetadata(): Promise<Metadata> {
  const { description } = (await requestWords()).signIn;
  return { title: { default: "Branchline", template: "%s – Branchline" }, description };
}

export async function generateViewport(): Promise<Viewport> {
  const theme = await requestTheme();
  const colorIn = (scheme: "light" | "dark") => ({
    media: `(prefers-color-scheme: ${scheme})`,
    color: pageColors[theme === "system" ? scheme : theme],
  });
  return {
    themeColor: [colorIn("light"), colorIn("dark")],
    viewportFit: "cover",
    // The composer stays above the keyboard of a phone.
    interactiveWidget: "resizes-content",
  };
}

const none = {};

export default async function RootLayout({ children }: { children: ReactNode }) {
  // A page that was rendered before its request, also the one for 404, has no nonce: its scripts would not run.
  await connection();
  const language = await requestLanguage();
  const theme = await requestTheme();
  return (
    <html
      lang={language}
      {...(theme === "system" ? {} : { "data-theme": theme })}
      className={`${inter.variable} ${interExtended.variable}`}
    >
      <body>
        {/* A stacking context of its own: whatever floats is portalled beside it, and above it. */}
        <div className="isolate">
          <SpokenProvider language={language} words={none}>
            <WordsFor room="common">{children}</WordsFor>
          </SpokenProvider>
        </div>
      </body>
    </html>
  );
}
