import { memo, type ReactNode } from "react";
import ReactMarkdown, { type Components, type ExtraProps } from "react-markdown";
import { harden } from "rehype-harden";
import remarkGfm from "remark-gfm";
import { useWords } from "@/components/language/words";
import { ScrollBox } from "@/components/results/code/scroll-box";
import { useCopyMode } from "@/components/results/parts/copy-mode";
import { ExternalLink } from "@/components/results/parts/external-link";
import { destinationOf } from "@/components/results/parts/link-address";
import "./markdown.css";
import { formulaMark, markMath, mayHaveMath } from "./math/mark-math";
import { revealHiddenText } from "./reveal-hidden-text";
import { InlineFormula } from "./rich/inline-formula";
import { OpenEnd, RichCode } from "./rich/rich-code";
import { endsInFence, splitBlocks } from "./split-blocks";

type Node = NonNullable<ExtraProps["node"]>;

/** Addresses in an answer lead out of this app or nowhere: a relative one could press a button of ours. */
const externalAddress = (address: string): string => destinationOf(address)?.address ?? "";

function textOf(node: Node): string {
  return node.children
    .map((child) => {
      if (child.type === "text") return child.value;
      return child.type === "element" ? textOf(child) : "";
    })
    .join("");
}

function languageOf(node: Node): string | undefined {
  const code = node.children[0];
  const names = code?.type === "element" ? code.properties.className : undefined;
  const name = Array.isArray(names)
    ? names.find((value) => String(value).startsWith("language-"))
    : undefined;
  return name === undefined ? undefined : String(name).slice("language-".length);
}

/** The names of a table's columns. */
function headings(node: Node): string[] {
  return node.children.flatMap((child) => {
    if (child.type !== "element") return [];
    return child.tagName === "th" ? [textOf(child)] : headings(child);
  });
}

function Table({ columns, children }: { columns: readonly string[]; children: ReactNode }) {
  const caption = useWords("chat").messages.tableOf(columns);
  return (
    <ScrollBox label={caption} look="table">
      <table>
        <caption className="sr-only">{caption}</caption>
        {children}
      </table>
    </ScrollBox>
  );
}

// An answer sits below the page's own headings.
/** By an attribute that the style sheet knows: the page's policy refuses styles in its markup. */
const alignmentOf = (node: Node | undefined) => ({ "data-align": node?.properties.align });

const components: Components = {
  h1: "h2",
  h2: "h3",
  h3: "h4",
  h4: "h5",
  h5: "h6",
  a: ({ href, children }) => <ExternalLink href={href}>{children}</ExternalLink>,
  pre: ({ node }) =>
    node ? <RichCode language={languageOf(node)} code={textOf(node).replace(/\n$/, "")} /> : null,
  code: ({ node, children }) => {
    const text = node ? textOf(node) : "";
    return text.startsWith(formulaMark) ? (
      <InlineFormula formula={text.slice(formulaMark.length).trim()} />
    ) : (
      <code>{children}</code>
    );
  },
  th: ({ node, children }) => <th {...alignmentOf(node)}>{children}</th>,
  td: ({ node, children }) => <td {...alignmentOf(node)}>{children}</td>,
  table: ({ node, children }) => <Table columns={node ? headings(node) : []}>{children}</Table>,
};

const linkless: Components = { ...components, a: ({ children }) => <span>{children}</span> };

const Block = memo(function Block({ text, links }: { text: string; links: boolean }) {
  const copy = useCopyMode() !== undefined;
  const marked = copy || !mayHaveMath(text) ? text : markMath(text);
  return (
    <OpenEnd value={endsInFence(text)}>
      <div className="markdown-block">
        <ReactMarkdown
          remarkPlugins={[remarkGfm]}
          rehypePlugins={[
            revealHiddenText,
            [harden, { allowedLinkPrefixes: ["*"], allowedImagePrefixes: [] }],
          ]}
          urlTransform={externalAddress}
          components={links ? components : linkless}
        >
          {marked}
        </ReactMarkdown>
      </div>
    </OpenEnd>
  );
});

/**
 * Markdown of the model, which nobody vouches for: HTML stays text, hidden characters are written out, no image is fetched,
 * links are http, https or mailto, say where they lead and open apart, or are plain text without `links`. Renders on the
 * server as well as in the browser.
 */
export function Markdown({ text, links = true }: { text: string; links?: boolean }) {
  return (
    <div className="markdown">
      {splitBlocks(text).map((block) => (
        <Block key={block.start} text={block.text} links={links} />
      ))}
    </div>
  );
}
