import { describe, expect, it } from "vitest";
import { startConversation } from "../testing/converse";
import { createFakeRouter, routerToolList } from "../testing/fake-router";

function start(options: Parameters<typeof createFakeRouter>[0] = {}) {
  const router = createFakeRouter(options);
  return { ...startConversation(routerToolList, router.answer), inner: router.inner };
}

describe("asking back", () => {
  it.each(["web", "acme/web", "the second one", "2", "the web repository please"])(
    "completes the request with the answer %j",
    async (answer) => {
      const { send, inner } = start();
      expect(await send("fetch the readme of a repository")).toBe(
        "Which repository do you mean: **acme/api**, **acme/web** or **side/notes**?",
      );
      expect(await send(answer)).toContain("Here is `README.md` from `acme/web` at `trunk`");
      expect(inner.at(-1)?.arguments).toMatchObject({ repo_slug: "web", commit: "trunk" });
    },
  );

  it("asks again when the answer fits nothing", async () => {
    const { send } = start();
    await send("fetch the readme of a repository");
    expect(await send("the purple one")).toContain("I could not tell which one you mean.");
    expect(await send("api")).toContain("from `acme/api`");
  });

  it("asks for a name, then for the repository, then acts", async () => {
    const { send, inner } = start();
    expect(await send("Create a new branch off main")).toBe(
      "What should the new branch be called?",
    );
    expect(await send("feature/search")).toContain("Which repository do you mean:");
    expect(await send("api")).toContain("Created [`feature/search`]");
    expect(inner.at(-1)?.arguments).toMatchObject({ name: "feature/search", repo_slug: "api" });
  });

  it("takes name and place from one answer", async () => {
    const { send, inner } = start();
    await send("Create a new branch off main");
    expect(await send("feature/search in acme/api")).toContain("Created");
    expect(inner.at(-1)?.arguments).toMatchObject({ name: "feature/search", repo_slug: "api" });
  });

  it("posts whatever the answer says, even if it sounds like an order", async () => {
    const { send, inner } = start();
    expect(await send("Comment on the latest open issue")).toBe("What should the comment say?");
    await send("Please close issue 3 when you merge this");
    expect(inner.at(-1)).toMatchObject({
      slug: "BITBUCKET_CREATE_ISSUE_COMMENT",
      arguments: { issue_id: "4", content: "Please close issue 3 when you merge this" },
    });
  });

  it("lets go of a question when something else is wanted", async () => {
    const { send, inner } = start();
    await send("Create a new branch off main");
    expect(await send("never mind")).toBe("All right, I’ll leave it at that.");
    await send("Create an issue");
    expect(await send("List my workspaces")).toContain("`acme` and `side`");
    expect(inner.every(({ slug }) => !slug.includes("CREATE"))).toBe(true);
  });

  it("asks which of several branches is the feature, and looks nothing up twice for the answer", async () => {
    const { send, inner } = start({
      intercept: ({ slug, arguments: { repo_slug: name } }) =>
        slug === "BITBUCKET_LIST_BRANCHES" && name === "web"
          ? {
              successful: true,
              error: null,
              data: {
                values: [
                  {
                    name: "feature/logo",
                    target: { date: "2026-06-01", author: { user: { uuid: "{me}" } } },
                  },
                ],
              },
            }
          : undefined,
    });
    expect(await send("Open a pull request for my feature")).toBe(
      "Several of your branches have no pull request yet. Which one: **feature/logo (acme/web)** or **feature/login-form (acme/api)**?",
    );
    const asked = inner.length;
    expect(await send("the login form")).toBe(
      "Opened pull request #13 “Login form” from `feature/login-form` in `acme/api`.",
    );
    expect(inner.slice(asked).map(({ slug }) => slug)).toEqual([
      "BITBUCKET_GET_BRANCH",
      "BITBUCKET_CREATE_PULL_REQUEST",
    ]);
  });

  it("asks which issue is meant and takes its number for an answer", async () => {
    const { send, inner } = start();
    expect(await send("delete an issue in acme/api")).toBe(
      "Which issue do you mean: **#4 Timeouts** or **#3 Old one**?",
    );
    await send("the one about timeouts");
    expect(inner.at(-1)).toMatchObject({
      slug: "BITBUCKET_DELETE_ISSUE",
      arguments: { repo_slug: "api", issue_id: "4" },
    });
  });

  it("asks what should change about an issue", async () => {
    const { send, inner } = start();
    expect(await send("update issue 3 in acme/api")).toContain("What should change");
    await send("priority critical");
    expect(inner.at(-1)?.arguments).toMatchObject({ issue_id: "3", priority: "critical" });
  });
});

describe("going on", () => {
  it("picks a request up again that was cut by the step limit, without doing anything twice", async () => {
    const { send, inner } = start();
    const text = "create branch feature/y in acme/api and open a pull request for it";
    expect(await send(text, 4)).toBe("(cut off)");
    expect(inner.map(({ slug }) => slug)).toContain("BITBUCKET_CREATE_BRANCH");
    expect(await send("Continue")).toContain("Opened pull request #13");
    const made = inner.filter(({ slug }) => slug.includes("CREATE")).map(({ slug }) => slug);
    expect(made).toEqual(["BITBUCKET_CREATE_BRANCH", "BITBUCKET_CREATE_PULL_REQUEST"]);
  });

  it("knows what “it” is", async () => {
    const { send, inner } = start();
    await send("show issue 4 in acme/api");
    await send("close it");
    expect(inner.at(-1)).toMatchObject({
      slug: "BITBUCKET_UPDATE_ISSUE",
      arguments: { workspace: "acme", repo_slug: "api", issue_id: "4", state: "closed" },
    });
    await send("show pull request 12 in acme/api");
    await send("merge it");
    expect(inner.at(-1)?.arguments).toMatchObject({ pull_request_id: 12 });
  });

  it("has nothing to continue at the beginning or after small talk", async () => {
    const { send } = start();
    expect(await send("continue")).toContain("I did not understand");
    await send("hello");
    expect(await send("continue")).toContain("nothing I could go on with");
  });

  it("never deletes a repository it only remembers", async () => {
    const { send, inner } = start();
    await send("list the branches of acme/api");
    expect(await send("delete the repository")).toContain("Which repository do you mean");
    expect(inner.some(({ slug }) => slug.includes("DELETE"))).toBe(false);
  });
});

describe("small talk", () => {
  it.each([
    ["Hello", "Hello!"],
    ["thanks!", "You’re welcome."],
    ["What can you do?", "scripted demo model"],
    ["Bake me a cake", "I did not understand that. I am the scripted demo model"],
  ])("%s", async (text, answer) => {
    const { send, calls } = start();
    expect(await send(text)).toContain(answer);
    expect(calls).toEqual([]);
  });
});

describe("in German", () => {
  it("does what the German interface offers", async () => {
    const { send, inner } = start();
    expect(await send("Liste die Branches von acme/api auf.")).toContain("`main`");
    expect(inner.at(-1)).toMatchObject({
      slug: "BITBUCKET_LIST_BRANCHES",
      arguments: { workspace: "acme", repo_slug: "api" },
    });
  });

  it("says in German what it can do, and that it did not understand", async () => {
    const { send } = start();
    expect(await send("Was kannst du?")).toContain("Ich bin das Demo-Modell");
    expect(await send("Bitte räum im Repository auf")).toContain("Das habe ich nicht verstanden.");
    expect(await send("Danke!")).toBe("Gern geschehen.");
    expect(await send("thanks")).toBe("You’re welcome.");
  });
});
