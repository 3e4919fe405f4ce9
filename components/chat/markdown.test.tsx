import { describe, expect, it } from "vitest";
import { ServiceModesProvider } from "@/components/results/parts/service-modes";
import { markupOf } from "@/tests/support/markup";
import { Markdown } from "./markdown";

const render = (text: string) => markupOf(<Markdown text={text} />);

describe("Markdown", () => {
  it("opens http, https and mailto links apart from this page", () => {
    const html = render(
      "[docs](https://example.com/a) [old](http://example.com/b) [write](mailto:jane@example.com)",
    );
    const apart = 'target="_blank" rel="noopener noreferrer"';
    expect(html).toContain(`href="https://example.com/a" ${apart}`);
    expect(html).toContain(`href="http://example.com/b" ${apart}`);
    expect(html).toContain(`href="mailto:jane@example.com" ${apart}`);
  });

  it.each([
    "[x](javascript:alert(1))",
    "[x](/connect/1/open)",
    "[x](//evil.example)",
    "[x](data:text/html,x)",
    "[x](vbscript:x)",
    "[x](blob:https://example.com/1)",
    "<javascript:alert(1)>",
  ])("makes no link of %s", (text) => {
    expect(render(text)).not.toContain("href");
  });

  it.each([
    ["[your bank](https://evil.example/?q=1)", "your bank", "evil.example"],
    ["[https://bitbucket.org/acme](https://evil.example/)", "bitbucket.org/acme", "evil.example"],
    ["[x](https://bitbucket.org@evil.example/)", "x", "evil.example"],
    ["[x](https://bitbu\u0441ket.org/)", "x", "xn--bitbuket-jch.org"],
    ["[x][1]\n\n[1]: https://evil.example", "x", "evil.example"],
    ["[write](mailto:eve@evil.example?bcc=x@evil.example)", "write", "eve@evil.example"],
    ["www.evil.example", "www.evil.example", "www.evil.example"],
  ])("%s says that it leads elsewhere", (text, words, host) => {
    const shown = render(text).replace(/<[^>]*>/g, "");
    expect(shown).toContain(words);
    expect(shown).toContain(host);
    expect(render(text)).not.toMatch(/href="[^"]*[@?]bitbucket|bcc=/);
  });

  it("does not say twice where an address leads that is written out", () => {
    expect(render("<https://example.com/>")).not.toContain("link-host");
    expect(render("[issue](https://bitbucket.org/acme/api/issues/1)")).not.toContain("link-host");
  });

  it("writes out what would be hidden", () => {
    const hidden = "a\u200Bb\u202Ec\u{E0041}d";
    const shown = "a\\u{200B}b\\u{202E}c\\u{E0041}d";
    for (const text of [hidden, `**${hidden}**`, `\`${hidden}\``, `\`\`\`\n${hidden}\n\`\`\``])
      expect(render(text).replace(/<[^>]*>/g, "")).toContain(shown);
    expect(render(`[${hidden}](https://evil.example)`)).toContain("(evil.example)");
  });

  it("makes no link to a page of a Bitbucket that is made up", () => {
    const html = markupOf(
      <ServiceModesProvider value={{ model: "embedded", router: "embedded" }}>
        <Markdown text="[api](https://bitbucket.org/acme/api) [docs](https://example.com)" />
      </ServiceModesProvider>,
    );
    expect(html).not.toContain("bitbucket.org");
    expect(html).toContain("https://example.com");
  });

  it("leaves no address behind where links are not wanted", () => {
    const text = "[the pull request](https://bitbucket.org/acme/secret/pull-requests/1)";
    const html = markupOf(<Markdown text={text} links={false} />);
    expect(html).toContain("the pull request");
    expect(html).not.toContain("secret");
  });

  it("fetches no image", () => {
    const html = render("![a chart](https://evil.example/?q=secret) ![](data:image/png;base64,AA)");
    expect(html).not.toContain("<img");
    expect(html).not.toContain("src=");
    expect(html).toContain("a chart");
  });

  it("shows HTML as text", () => {
    const html = render('<img src=x onerror="alert(1)">\n\nText <b onclick="x()">bold</b>');
    expect(html).not.toMatch(/<(img|b)[ >]/);
    expect(html).toContain("&lt;img src=x");
  });

  it("gives a code block its language and its exact text", () => {
    const html = render("```ts\nconst a = 1 < 2;\n\n// done\n```");
    expect(html).toContain(">ts<");
    expect(html.replaceAll(/<\/?span>/g, "")).toContain("const a = 1 &lt; 2;\n\n// done</code>");
  });

  it("aligns the columns of a table without a style", () => {
    const html = render("| a | b | c |\n|:---|:---:|---:|\n| 1 | 2 | 3 |");
    expect(html).not.toContain("style=");
    expect(html).toContain('<td data-align="center">2</td>');
    expect(html).toContain('<td data-align="right">3</td>');
  });

  it("keeps its headings below those of the page", () => {
    expect(render("# Title")).toContain("<h2>Title</h2>");
  });
});
