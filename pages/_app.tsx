import type { AppProps } from "next/app";
import { inter, interExtended } from "@/app/fonts";
import "@/app/globals.css";

/** The frame of the pages that are served without a script; all others are in app/. */
export default function ScriptlessApp({ Component, pageProps }: AppProps) {
  return (
    <div className={`font-sans ${inter.variable} ${interExtended.variable}`}>
      <Component {...pageProps} />
    </div>
  );
}
