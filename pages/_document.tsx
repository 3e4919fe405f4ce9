import { type DocumentProps, Head, Html, Main, NextScript } from "next/document";
import { z } from "zod";
import { languages } from "@/lib/shared/language";

const pageSchema = z.object({
  pageProps: z.object({ page: z.object({ language: z.enum(languages) }) }),
});

export default function ScriptlessDocument({ __NEXT_DATA__: { props } }: DocumentProps) {
  const shown = pageSchema.safeParse(props).data;
  return (
    <Html lang={shown?.pageProps.page.language ?? languages[0]}>
      <Head />
      <body>
        <Main />
        <NextScript />
      </body>
    </Html>
  );
}
