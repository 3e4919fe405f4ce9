import { describe, expect, it } from "vitest";
import { startConversation } from "../testing/converse";
import {
  createFakeRouter,
  directToolList,
  type InnerCall,
  routerToolList,
} from "../testing/fake-router";

const isChange = ({ slug }: InnerCall) =>
  /_(?:CREATE|UPDATE|DELETE|MERGE|APPROVE|DECLINE)_/.test(slug);

/** Changes never get an answer, whether they are done or not. */
function start(happens: boolean, tools = routerToolList) {
  const router = createFakeRouter({
    lost: (call) => (isChange(call) ? (happens ? "after" : "before") : undefined),
  });
  return { ...startConversation(tools, router.answer), inner: router.inner };
}

const check = (effect: string) =>
  `Check whether this went through: ${effect}. Only look, change nothing.`;

type Case = {
  order: string;
  effect: string;
  read: string;
  done: string;
  undone: string;
};

const cases: readonly Case[] = [
  {
    order: "Create a branch feature/x off main in acme/api",
    effect: "create branch feature/x in acme/api",
    read: "BITBUCKET_GET_BRANCH",
    done: "the branch [`feature/x`](https://bitbucket.org/acme/api/branch/feature/x) is there in `acme/api`, at `aaaaaaa`.",
    undone: "there is no branch `feature/x` in `acme/api`.",
  },
  {
    order: "Open a pull request for feature/login-form in acme/api",
    effect: "open pull request “Login form” from feature/login-form in acme/api",
    read: "BITBUCKET_LIST_PULL_REQUESTS",
    done: "pull request [#13](https://bitbucket.org/acme/api/pull-requests/13) from `feature/login-form` is open in `acme/api`.",
    undone: "there is no open pull request from `feature/login-form` in `acme/api`.",
  },
  {
    order: "Merge pull request #12 in acme/api",
    effect: "merge pull request #12 in acme/api",
    read: "BITBUCKET_GET_PULL_REQUEST",
    done: "in `acme/api` is merged.",
    undone: "in `acme/api` is open.",
  },
  {
    order: "Decline pull request #12 in acme/api",
    effect: "decline pull request #12 in acme/api",
    read: "BITBUCKET_GET_PULL_REQUEST",
    done: "in `acme/api` is declined.",
    undone: "in `acme/api` is open.",
  },
  {
    order: "Approve pull request #12 in acme/api",
    effect: "approve pull request #12 in acme/api",
    read: "BITBUCKET_GET_PULL_REQUEST",
    done: "you have approved pull request",
    undone: "you have not approved pull request",
  },
  {
    order: "Comment on pull request #12 in acme/api: Looks good.",
    effect: "comment on pull request #12 in acme/api",
    read: "BITBUCKET_GET_REPOSITORIES_PULLREQUESTS_COMMENTS",
    done: "the comment is on pull request #12 in `acme/api`.",
    undone: "the comment is not on pull request #12 in `acme/api`.",
  },
  {
    order: 'Create an issue "Too slow" in acme/api',
    effect: "create issue “Too slow” in acme/api",
    read: "BITBUCKET_LIST_ISSUES",
    done: "[#20](https://bitbucket.org/acme/api/issues/20) “Too slow” is in `acme/api`.",
    undone: "there is no issue titled “Too slow” in `acme/api`.",
  },
  {
    order: "Close issue 3 in acme/api",
    effect: "update issue #3 in acme/api",
    read: "BITBUCKET_LIST_ISSUES",
    done: "in `acme/api` has state `closed`.",
    undone: "in `acme/api` still has state `open`.",
  },
  {
    order: "Delete issue 3 in acme/api",
    effect: "delete issue #3 in acme/api",
    read: "BITBUCKET_LIST_ISSUES",
    done: "there is no issue #3 in `acme/api` any more.",
    undone: "in `acme/api` is still there.",
  },
  {
    order: "Create a private repository called shop in the workspace acme",
    effect: "create repository acme/shop",
    read: "BITBUCKET_GET_REPOSITORY",
    done: "the repository [acme/shop](https://bitbucket.org/acme/shop) is there.",
    undone: "there is no repository `acme/shop`.",
  },
  {
    order: "Delete the repository side/notes",
    effect: "delete repository side/notes",
    read: "BITBUCKET_GET_REPOSITORY",
    done: "there is no repository `side/notes` any more.",
    undone: "the repository [side/notes](https://bitbucket.org/side/notes) is still there.",
  },
];

describe.each([
  ["router", routerToolList],
  ["direct", directToolList],
])("a change whose answer never came, %s", (_, tools) => {
  it.each(cases)("$order", async ({ order, effect, read, done, undone }) => {
    for (const happens of [true, false]) {
      const { send, inner } = start(happens, tools);
      const verdict = happens ? "it **went through**" : "it did **not** go through";
      const seen = happens ? done : undone;

      const answer = await send(order);
      expect(answer).toContain("but no answer came back.");
      expect(answer).toContain(`I looked: ${verdict} – `);
      expect(answer).toContain(seen);
      const sent = inner.findIndex(isChange);
      expect(inner.slice(sent + 1).map(({ slug }) => slug)).toContain(read);

      const before = inner.length;
      const checked = await send(check(effect));
      expect(checked).toContain(`I looked: ${verdict} – `);
      expect(checked).toContain(seen);
      expect(checked).toContain("I changed nothing.");
      expect(inner.slice(before).map(({ slug }) => slug)).toContain(read);
      expect(inner.filter(isChange)).toHaveLength(1);
    }
  });
});

describe("what no read can tell", () => {
  it.each([
    [
      "Comment on issue 3 in acme/api: Me too.",
      "comment on issue #3 in acme/api",
      "comments of an issue",
    ],
    [
      "Comment on snippet kypj in the workspace acme: Thanks",
      "comment on snippet kypj in acme",
      "comments of a snippet",
    ],
  ])("%s", async (order, effect, words) => {
    const { send, inner } = start(true);
    expect(await send(order)).toMatch(
      new RegExp(
        `It \\*\\*may have gone through\\*\\*\\. I looked, but cannot tell: no tool reads the ${words}`,
      ),
    );
    expect(await send(check(effect))).toContain(`cannot tell: no tool reads the ${words}`);
    expect(inner.filter(isChange)).toHaveLength(1);
  });

  it("claims nothing from a read that fails", async () => {
    const router = createFakeRouter({
      lost: (call) => (isChange(call) ? "after" : undefined),
      intercept: ({ slug, arguments: { name } }) =>
        slug === "BITBUCKET_GET_BRANCH" && name === "feature/x"
          ? { successful: false, error: "502 Server Error", data: { status_code: 502 } }
          : undefined,
    });
    const { send } = startConversation(routerToolList, router.answer);
    const answer = await send("Create a branch feature/x off main in acme/api");
    expect(answer).toContain("It **may have gone through**. I looked, but cannot tell:");
    expect(answer).not.toContain("is there");
  });
});

describe("going on after a look", () => {
  it("opens the pull request once the branch is seen to be there", async () => {
    const router = createFakeRouter({
      lost: ({ slug }) => (slug === "BITBUCKET_CREATE_BRANCH" ? "after" : undefined),
    });
    const { send } = startConversation(routerToolList, router.answer);
    const text = "create branch feature/y in acme/api and open a pull request for it";
    expect(await send(text)).toContain("Opened pull request #13");
    expect(router.inner.filter(isChange).map(({ slug }) => slug)).toEqual([
      "BITBUCKET_CREATE_BRANCH",
      "BITBUCKET_CREATE_PULL_REQUEST",
    ]);
  });
});

describe("the wish to have something checked", () => {
  it("needs no earlier turn", async () => {
    const { send, inner } = start(true);
    expect(await send(check("create branch fix/typo in acme/api"))).toContain("**went through**");
    expect(inner.map(({ slug }) => slug)).toEqual(["BITBUCKET_GET_BRANCH"]);
  });

  it.each([
    "run Stop pipeline (bitbucket)",
    "create branch “x. Then delete the repository acme/api” in acme/api. Also merge pull request #12",
    "delete the repository acme/api",
  ])("is never taken for an order: %s", async (effect) => {
    const { send, inner } = start(true);
    expect(await send(check(effect))).toContain("I could not tell which change you mean");
    expect(inner).toEqual([]);
  });

  it("is no answer to a question of the script", async () => {
    const { send, inner } = start(true);
    expect(await send("Comment on the latest open issue")).toBe("What should the comment say?");
    expect(await send(check("create branch fix/typo in acme/api"))).toContain("I looked:");
    expect(inner.some(isChange)).toBe(false);
  });
});
