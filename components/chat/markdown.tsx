import { memo, type ReactNode } from "react";
import ReactMarkdown, { type Components, type ExtraProps } from "react-markdown";
import { harden } from "rehype-harden";
import remarkGfm from "remark-gfm";
import { ExternalLink } from "@/components/results/parts/external-link";
import { CodeBlock } from "./code-block";
import "./markdown.css";
import { splitBlocks } from "./split-blocks";

type Node = NonNullable<ExtraProps["node"]>;

const allowedProtocols = new Set(["http:", "https:", "mailto:"]);

/** Addresses in an answer lead out of this app or nowhere: a relative one could press a button of ours. */
function externalAddress(address: string): string {
  const url = URL.parse(address);
  return url && allowedProtocols.has(url.protocol) ? url.href : "";
}

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

function AnswerLink({ href, children }: { href: string | undefined; children: ReactNode }) {
  if (!href) return <span>{children}</span>;
  // Knows which pages do not exist because Bitbucket is made up.
  if (href.startsWith("https:")) return <ExternalLink href={href}>{children}</ExternalLink>;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  );
}

// An answer sits below the page's own headings.
const components: Components = {
  h1: "h3",
  h2: "h4",
  h3: "h5",
  h4: "h6",
  h5: "h6",
  a: ({ href, children }) => <AnswerLink href={href}>{children}</AnswerLink>,
  pre: ({ node }) =>
    node ? <CodeBlock language={languageOf(node)} code={textOf(node).replace(/\n$/, "")} /> : null,
  table: ({ children }) => (
    <div className="overflow-x-auto">
      <table>{children}</table>
    </div>
  ),
};

const linkless: Components = { ...components, a: ({ children }) => <span>{children}</span> };

const Block = memo(function Block({ text, links }: { text: string; links: boolean }) {
  return (
    <div className="markdown-block">
      <ReactMarkdown
        remarkPlugins={[remarkGfm]}
        rehypePlugins={[[harden, { allowedLinkPrefixes: ["*"], allowedImagePrefixes: [] }]]}
        urlTransform={externalAddress}
        components={links ? components : linkless}
      >
        {text}
      </ReactMarkdown>
    </div>
  );
});

/**
 * Markdown of the model, which nobody vouches for: HTML stays text, no image is fetched, links are http, https or mailto and
 * open apart, or are plain text without `links`. Renders on the server as well as in the browser.
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
