import { type Language, languages } from "./grammars";

const byExtension: ReadonlyMap<string, Language> = new Map(
  Object.entries({
    bash: "bash sh zsh ksh env",
    c: "c h",
    cpp: "cc cpp cxx hh hpp hxx ino",
    csharp: "cs csx",
    css: "css",
    dart: "dart",
    dockerfile: "dockerfile",
    elixir: "ex exs",
    go: "go",
    graphql: "graphql gql",
    groovy: "groovy gradle",
    ini: "ini toml cfg conf editorconfig gitconfig tf hcl",
    java: "java",
    javascript: "js jsx mjs cjs",
    json: "json jsonc json5 webmanifest",
    kotlin: "kt kts",
    less: "less",
    lua: "lua",
    makefile: "mk mak",
    markdown: "md mdx markdown",
    perl: "pl pm",
    php: "php phtml",
    powershell: "ps1 psm1 psd1",
    properties: "properties",
    protobuf: "proto",
    python: "py pyi pyw",
    r: "r",
    ruby: "rb rake gemspec",
    rust: "rs",
    scala: "scala sbt sc",
    scss: "scss sass",
    sql: "sql psql",
    swift: "swift",
    typescript: "ts tsx mts cts",
    xml: "xml html htm xhtml svg vue svelte plist csproj xsd xsl pom",
    yaml: "yaml yml",
  } satisfies Record<Language, string>).flatMap(([language, extensions]) =>
    extensions.split(" ").map((extension): [string, Language] => [extension, language as Language]),
  ),
);

const byName: ReadonlyMap<string, Language> = new Map([
  ["dockerfile", "dockerfile"],
  ["containerfile", "dockerfile"],
  ["makefile", "makefile"],
  ["gnumakefile", "makefile"],
  ["jenkinsfile", "groovy"],
  ["gemfile", "ruby"],
  ["rakefile", "ruby"],
  ["podfile", "ruby"],
  [".bashrc", "bash"],
  [".gitconfig", "ini"],
]);

/** The language of a file by its name; undefined for one that nobody here can colour. */
export function languageOf(path: string | undefined): Language | undefined {
  const name = path?.split("/").at(-1)?.toLowerCase();
  if (!name) return undefined;
  return byName.get(name) ?? byExtension.get(name.split(".").slice(1).at(-1) ?? "");
}

/** The language that a fence in Markdown names, in whichever way: `typescript` or `ts`. */
export function languageNamed(name: string | undefined): Language | undefined {
  const wanted = name?.toLowerCase();
  if (!wanted) return undefined;
  return languages.find((language) => language === wanted) ?? byExtension.get(wanted);
}
