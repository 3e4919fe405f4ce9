import type { SeedRepository, SeedStep } from "../content-types";

const source = "src/main/java/com/acme/portal";

const history: readonly SeedStep[] = [
  {
    type: "commit",
    by: "jane",
    message: "Import the portal from Subversion",
    files: {
      "README.md":
        "# Legacy portal\n\nThe old customer portal. Only security fixes; new work goes into acme/web.\n\n    mvn package\n",
      "pom.xml":
        "<project>\n  <modelVersion>4.0.0</modelVersion>\n  <groupId>com.acme</groupId>\n  <artifactId>portal</artifactId>\n  <version>7.2.0</version>\n</project>\n",
      [`${source}/LoginServlet.java`]: `package com.acme.portal;

import jakarta.servlet.http.HttpServlet;

public class LoginServlet extends HttpServlet {
    private static final int ATTEMPTS = 10;
}
`,
    },
  },
  {
    type: "commit",
    by: "priya",
    message: "Allow five attempts to log in",
    edits: { [`${source}/LoginServlet.java`]: ["ATTEMPTS = 10", "ATTEMPTS = 5"] },
  },
  {
    type: "commit",
    by: "jane",
    message: "Build with Java 21",
    files: { ".java-version": "21\n" },
  },
  {
    type: "commit",
    by: "noor",
    message: "Escape the name in the greeting",
    files: {
      [`${source}/Greeting.java`]:
        'package com.acme.portal;\n\nfinal class Greeting {\n    static String of(String name) {\n        return "Hello, " + Html.escape(name);\n    }\n}\n',
    },
  },
  {
    type: "commit",
    by: "noor",
    message: "Add the escape",
    files: {
      [`${source}/Html.java`]:
        'package com.acme.portal;\n\nfinal class Html {\n    static String escape(String text) {\n        return text.replace("&", "&amp;").replace("<", "&lt;");\n    }\n}\n',
    },
  },
  { type: "tag", name: "7.2.0" },
  {
    type: "commit",
    by: "priya",
    message: "Announce the end",
    edits: {
      "README.md": ["Only security fixes;", "Switched off in March 2027. Only security fixes;"],
    },
  },
  {
    type: "commit",
    by: "jane",
    message: "Send a strict transport header",
    files: {
      [`${source}/SecurityFilter.java`]:
        'package com.acme.portal;\n\nfinal class SecurityFilter {\n    static final String HEADER = "Strict-Transport-Security";\n}\n',
    },
  },
  {
    type: "commit",
    by: "sam",
    on: "fix/session-cookie",
    message: "Mark the session cookie as secure",
    files: {
      "src/main/webapp/WEB-INF/web.xml":
        "<web-app>\n  <session-config>\n    <cookie-config><secure>true</secure></cookie-config>\n  </session-config>\n</web-app>\n",
    },
  },
  {
    type: "commit",
    by: "bot",
    message: "Update the build plugins",
    edits: { "pom.xml": ["7.2.0", "7.2.1-SNAPSHOT"] },
  },
  {
    type: "commit",
    by: "priya",
    message: "Link the moving guide",
    files: {
      "docs/moving.md":
        "# Moving to the new shop\n\nAccounts move by themselves at the first sign-in.\n",
    },
  },
];

/** Stands for a repository on today's Bitbucket Cloud, whose issues are gone. */
export const legacyPortal: SeedRepository = {
  workspace: "acme",
  slug: "legacy-portal",
  name: "legacy-portal",
  description: "The old customer portal. Only security fixes.",
  language: "java",
  projectKey: "APP",
  isPrivate: true,
  issueTracker: "sunset",
  permissions: [
    { who: "sam", permission: "write" },
    { who: "noor", permission: "write" },
    { who: "bot", permission: "write" },
  ],
  mainBranch: "main",
  span: [120, 8],
  history,
  pullRequests: [
    {
      id: 1,
      title: "Secure session cookie",
      description: "Found in the last audit.",
      by: "sam",
      source: "fix/session-cookie",
      state: "OPEN",
      reviewers: ["jane"],
      approvedBy: ["jane"],
    },
  ],
  issues: [],
};
