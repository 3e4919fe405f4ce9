/** Some 800 characters of Markdown with a heading, emphasis, lists, code, a table and a quotation. */
export const markdownChapter = (number: number): string => `## Chapter ${number}: what was found

The branch **feature/login-${number}** is *${number} commits* ahead of \`main\`. See [the pull request](https://bitbucket.org/acme/api/pull-requests/${number}) for more.

- Its pipeline ran for ${number} minutes and **passed**.
- Two of the reviewers have not answered yet.
  - One of them is away until Monday.

\`\`\`typescript
export function area${number}(width: number, height: number): number {
  // The unit is the pixel.
  return width * height * ${number};
}
\`\`\`

| Repository | Open | Merged |
| --- | ---: | ---: |
| acme/api | ${number} | ${number * 3} |
| acme/web | ${number + 2} | ${number * 2} |

1. Read the comments.
2. Change what they ask for.

> Nothing was merged without a review.

`;

/** Characters of an answer in Markdown. */
const length = 9_000;

/** About 9 kB of Markdown – headings, emphasis, links, lists, code, tables –, cut into so many pieces of the same length. */
export function markdownPieces(pieces: number): string[] {
  let text = "";
  for (let number = 1; text.length < length; number += 1) text += markdownChapter(number);
  const cut = (index: number) => Math.floor((index * text.length) / pieces);
  return Array.from({ length: pieces }, (_piece, index) => text.slice(cut(index), cut(index + 1)));
}
